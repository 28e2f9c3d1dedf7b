"""The sound of the warning, and all that may be wrong with a machine's sound."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.machine import folders, player
from kiosk.machine.player import NoSound, play_aside
from kiosk.stage.chime import Chime
from tests.meeting import Meet
from tests.patience import PATIENCE_S

SOUND = folders.resources() / "sounds" / "still-there.wav"
CODE = Path(player.__file__).parents[1]


class Stuck:
    """A player that hangs until it is let go."""

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.free = threading.Event()
        self.threads: list[threading.Thread] = []

    def __call__(self, file: Path) -> None:
        self.threads.append(threading.current_thread())
        self.begun.release()
        self.free.wait()


@pytest.fixture
def stuck() -> Iterator[Stuck]:
    stuck = Stuck()
    yield stuck
    stuck.free.set()
    for thread in stuck.threads:
        thread.join()


def test_a_player_that_hangs_holds_nobody_up(stuck: Stuck) -> None:
    Chime(SOUND, player=stuck).play()
    assert stuck.begun.acquire(timeout=PATIENCE_S)  # here while it hangs
    assert stuck.threads[0] is not threading.current_thread()
    assert stuck.threads[0].daemon  # the exhibit's end doesn't wait for it either


def test_while_one_hangs_no_second_one_begins(stuck: Stuck) -> None:
    chime = Chime(SOUND, player=stuck)
    chime.play()
    assert stuck.begun.acquire(timeout=PATIENCE_S)
    chime.play()
    assert len(stuck.threads) == 1
    stuck.free.set()
    stuck.threads[0].join()
    chime.play()
    assert stuck.begun.acquire(timeout=PATIENCE_S)


@pytest.mark.parametrize(
    ("code", "limit_s", "why"),
    [
        ("import sys; sys.exit('first\\nno device\\n')", 300, "no device"),
        ("import sys; sys.exit(1)", 300, "the player has ended"),
        ("import threading; threading.Event().wait()", 0.1, "the sound server does not answer"),
    ],
)
def test_why_nothing_is_heard(
    monkeypatch: pytest.MonkeyPatch, code: str, limit_s: float, why: str
) -> None:
    monkeypatch.setattr(player, "LONGEST_S", limit_s)
    with pytest.raises(NoSound, match=f"^{why}$"):
        play_aside(SOUND, ("-c", code))


def test_what_plays_is_told_its_file() -> None:
    play_aside(SOUND, ("-c", f"import sys; sys.exit(sys.argv[1] != {str(SOUND)!r})"))


def test_without_a_player_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(NoSound, match=r"^No such file or directory$"):
        play_aside(SOUND)


def test_only_processes_of_their_own_know_qts_sound() -> None:
    """Elsewhere it may hang the picture: making a sound waits for the server already."""
    code = [*CODE.rglob("*.py"), *CODE.rglob("*.qml")]
    knowing = [file.name for file in code if "QtMultimedia" in file.read_text("utf-8")]
    assert sorted(knowing) == ["mouth.py", "player.py", "projector.py", "trial.py"]


def test_the_warnings_seconds_begin_with_its_picture(meet: Meet) -> None:
    visitor = meet()
    visitor.stand_still()
    visitor.wake()
    while visitor.state != "warning":
        visitor.time.advance_s(1)
    visitor.time.advance_s(5)
    before = visitor.stage.session.secondsLeft
    assert 0 < before <= 15
    visitor.frame()
    visitor.frame()
    visitor.process()
    assert visitor.stage.session.secondsLeft == 20
    visitor.time.advance_s(5)
    visitor.frame()
    visitor.frame()
    assert visitor.stage.session.secondsLeft == 15, "drawn again, it begins anew only once"
