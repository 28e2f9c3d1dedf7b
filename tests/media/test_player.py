"""The player of films, with programs in place of the projector."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine.aside import ANSWER_MS
from kiosk.media.player import FilmPlayer
from kiosk.telling.locale import Locale
from kiosk.visit.session import Session
from tests.media.showing import with_film
from tests.patience import PATIENCE_MS
from tests.qt.fake_time import FakeTime

WORDS = Path(__file__).parents[2] / "resources" / "words"
PLAYS = """
import json, sys
at = 0
for line in sys.stdin:
    order = json.loads(line)
    if "film" in order:
        with open(sys.argv[1], "r+b") as screen:
            screen.write(b"\\0\\0\\xff\\0" * 4)
    if "seek" in order:
        at = order["seek"]
    if order.keys() & {"film", "seek", "seen"} and at < 3000:
        print(json.dumps({"frame": at, "width": 2, "height": 2, "of": 3000}), flush=True)
        at += 1000
    elif "seen" in order:
        print(json.dumps({"ended": True}), flush=True)
"""
HANGS = "import sys; sys.stdin.read()"
HANGS_WITH_SOUND = """
import json, sys
line = sys.stdin.readline()
if json.loads(line)["sound"]:
    sys.stdin.read()
print(json.dumps({"frame": 0, "width": 2, "height": 2, "of": 3000}), flush=True)
sys.stdin.read()
"""
BREAKS = 'import sys; sys.stdin.readline(); print(\'{"broken": "no codec"}\', flush=True)'
ENDS = ""

Make = Callable[[str], FilmPlayer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_film(tmp_path)


@pytest.fixture
def exhibit(folder: Path) -> Exhibit:
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    return exhibit


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def session(time: FakeTime) -> Session:
    session = Session(time, idle_s=60)
    session.touch()
    return session


@pytest.fixture
def make(exhibit: Exhibit, folder: Path, session: Session, time: FakeTime) -> Iterator[Make]:
    made: list[FilmPlayer] = []
    locale = Locale(exhibit, WORDS, "en")

    def player(program: str) -> FilmPlayer:
        command = (sys.executable, "-c", program)
        made.append(FilmPlayer(exhibit, folder, session, locale, time, command=command))
        return made[-1]

    yield player
    for one in made:
        one.stop()


def test_a_film_plays_with_its_captions_and_ends(make: Make, qtbot: QtBot) -> None:
    player, seen = make(PLAYS), list[tuple[str, str, float]]()
    player.moved.connect(lambda: seen.append((player.time, player.caption, player.share)))
    player.play("moor", 2, 2)
    assert (player.picture, player.playing, player.frame) == ("moor", True, "")
    qtbot.waitUntil(lambda: not player.playing, timeout=PATIENCE_MS)
    assert seen[-4:] == [
        ("0:00 / 0:03", "It rains.", 0.0),
        ("0:01 / 0:03", "It rains.", 1 / 3),
        ("0:02 / 0:03", "It rains.", 2 / 3),
        ("0:03 / 0:03", "", 1.0),
    ]
    assert player.frame == "image://film/3"


def test_a_film_that_is_over_begins_again(make: Make, qtbot: QtBot) -> None:
    player, seen = make(PLAYS), list[float]()
    player.moved.connect(lambda: seen.append(player.share))
    for _ in range(2):
        player.play("moor", 2, 2)
        qtbot.waitUntil(lambda: not player.playing, timeout=PATIENCE_MS)
    assert seen[-8:] == [0.0, 1 / 3, 2 / 3, 1.0] * 2


def test_a_visit_lasts_as_long_as_its_film(
    make: Make, session: Session, time: FakeTime, qtbot: QtBot
) -> None:
    player = make(HANGS_WITH_SOUND)
    player.quiet = True
    player.play("moor", 2, 2)
    qtbot.waitUntil(lambda: bool(player.frame), timeout=PATIENCE_MS)
    time.advance(600_000)
    assert session.state == "visit"
    player.pause()
    assert not player.playing
    time.advance(59_000)
    assert session.state == "visit"
    time.advance(2_000)
    assert session.state == "warning"
    session.leave()
    assert player.picture == ""


def test_a_sound_that_hangs_is_done_without(make: Make, time: FakeTime, qtbot: QtBot) -> None:
    player = make(HANGS_WITH_SOUND)
    player.play("moor", 2, 2)
    time.advance(ANSWER_MS)
    qtbot.waitUntil(lambda: bool(player.frame), timeout=PATIENCE_MS)
    assert player.playing


def test_what_never_answers_is_told(
    make: Make, time: FakeTime, caplog: pytest.LogCaptureFixture
) -> None:
    player = make(HANGS)
    player.play("moor", 2, 2)
    time.advance(2 * ANSWER_MS)
    assert (player.failed, player.playing) == (True, False)
    assert caplog.messages[-1].endswith("red-blue.mp4 is not played: the player does not answer")
    caplog.clear()


@pytest.mark.parametrize(("program", "why"), [(BREAKS, "no codec"), (ENDS, "the player has ended")])
def test_what_cannot_be_played_is_told(
    make: Make, program: str, why: str, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    player = make(program)
    player.play("moor", 2, 2)
    qtbot.waitUntil(lambda: bool(player.failed), timeout=PATIENCE_MS)
    assert not player.playing
    assert caplog.messages[-1].endswith(f"red-blue.mp4 is not played: {why}")
    caplog.clear()
