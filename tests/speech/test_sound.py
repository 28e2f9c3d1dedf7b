"""Sound by a process of its own, with one that plays nothing in place of the machine's."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.machine.aside import ANSWER_MS
from kiosk.speech.sound import Sound
from tests.patience import PATIENCE_MS
from tests.qt.fake_time import FakeTime

PLAYS = """
import json, sys
for line in sys.stdin:
    order = json.loads(line)
    if "play" in order:
        for at, file in enumerate(order["files"]):
            print(json.dumps({"play": order["play"], "at": at}))
            if "broken" in file:
                print(json.dumps({"play": order["play"], "at": at, "broken": file}), flush=True)
                break
        else:
            print(json.dumps({"play": order["play"], "ended": True}), flush=True)
"""
ECHOES = """
import json, sys
for line in sys.stdin:
    if "cue" in (order := json.loads(line)):
        print(json.dumps({"broken": order["cue"]}), flush=True)
"""
HANGS = "import sys; sys.stdin.read()"
LACKS = 'print(\'{"lacking": "there is no device for sound"}\', flush=True)'
ENDS = ""
FILES = [Path("one.opus"), Path("two.opus")]

Make = Callable[[str], Sound]


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def make(time: FakeTime) -> Iterator[Make]:
    made: list[Sound] = []

    def sound(program: str) -> Sound:
        made.append(Sound(time, command=(sys.executable, "-c", program)))
        return made[-1]

    yield sound
    for one in made:
        one.close()


def test_files_are_played_one_after_the_other(make: Make, qtbot: QtBot) -> None:
    sound, begun = make(PLAYS), list[int]()
    sound.begun.connect(begun.append)
    with qtbot.waitSignal(sound.ended, timeout=PATIENCE_MS):
        sound.play(FILES)
    assert begun == [0, 1]


def test_a_cue_goes_to_the_process_at_once(
    make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    make(ECHOES).cue(Path("tick.wav"))
    qtbot.waitUntil(
        lambda: caplog.messages == ["speech is not heard: tick.wav"], timeout=PATIENCE_MS
    )


def test_only_the_newest_list_is_heard_of(make: Make, qtbot: QtBot) -> None:
    sound, begun = make(PLAYS), list[int]()
    sound.begun.connect(begun.append)
    sound.play(FILES)
    sound.stop()
    with qtbot.waitSignal(sound.ended, timeout=PATIENCE_MS):
        sound.play(FILES[:1])
    assert begun == [0]


@pytest.mark.parametrize(
    ("program", "reason"),
    [(LACKS, "there is no device for sound"), (ENDS, "the player has ended")],
)
def test_a_machine_that_plays_nothing_says_why_once(
    make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture, program: str, reason: str
) -> None:
    caplog.set_level("INFO")
    sound, told = make(program), list[str]()
    sound.failed.connect(told.append)
    with qtbot.waitSignal(sound.failed, timeout=PATIENCE_MS):
        sound.play(FILES)
    sound.play(FILES)
    assert len(told) == 2
    assert [record.getMessage() for record in caplog.records] == [f"speech is not heard: {told[0]}"]
    assert told[0] in (reason, "the player has ended")


def test_a_sound_server_that_hangs_is_given_up(make: Make, time: FakeTime) -> None:
    sound, told = make(HANGS), list[str]()
    sound.failed.connect(told.append)
    sound.play(FILES)
    time.advance(ANSWER_MS - 1)
    assert told == []
    time.advance(1)
    assert told == ["the sound server does not answer"]
    sound.play(FILES)  # silent till the visit ends
    assert len(told) == 2


def test_keys_do_not_put_off_that_it_is_given_up(make: Make, time: FakeTime) -> None:
    sound, told = make(HANGS), list[str]()
    sound.failed.connect(told.append)
    for _ in range(2):
        sound.play(FILES)
        time.advance(ANSWER_MS // 2)
        sound.stop()
    assert told == ["the sound server does not answer"]


def test_what_is_stopped_before_it_answers_is_not_waited_for(
    make: Make, time: FakeTime, qtbot: QtBot
) -> None:
    sound, told = make(PLAYS), list[str]()
    sound.failed.connect(told.append)
    sound.play(FILES)
    sound.stop()
    with qtbot.waitSignal(sound.ended, timeout=PATIENCE_MS):
        sound.play(FILES)
    time.advance(2 * ANSWER_MS)
    assert told == []


def test_another_visit_tries_again(make: Make, time: FakeTime) -> None:
    sound, told = make(HANGS), list[str]()
    sound.failed.connect(told.append)
    sound.play(FILES)
    time.advance(ANSWER_MS)
    sound.close()
    sound.play(FILES)
    assert told == ["the sound server does not answer"]


def test_a_file_that_cannot_be_played_is_told_and_none_follows(
    make: Make, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    sound = make(PLAYS)
    begun = list[int]()
    sound.begun.connect(begun.append)
    with qtbot.waitSignal(sound.lost, timeout=PATIENCE_MS) as lost:
        sound.play([FILES[0], Path("broken.opus"), FILES[1]])
    assert (begun, lost.args) == ([0, 1], [1])
    assert ["broken.opus" in record.getMessage() for record in caplog.records] == [True]


def test_a_program_that_is_not_there_is_said(time: FakeTime) -> None:
    sound, told = Sound(time, command=("/no/such/program",)), list[str]()
    sound.failed.connect(told.append)
    sound.play(FILES)
    assert told == ["No such file or directory"]
