"""Cues: short sounds that go before what is said, in the spoken way alone."""

from __future__ import annotations

import array
import math
import wave
from pathlib import Path

import pytest

from kiosk.exhibit.geo import project
from kiosk.machine import folders
from kiosk.map.walk import PLACES
from kiosk.speech.cues import Cue
from kiosk.speech.reciter import Reciter
from tests.meeting import Meet
from tests.speech.listening import JACKED, KEY, Listener
from tests.window import Visitor

NEXT, PREVIOUS, OK, BACK = KEY.Key_Down, KEY.Key_Up, KEY.Key_Return, KEY.Key_Escape
LONGEST_S, BELOW_DB = 0.18, 6


def loudest(file: Path) -> tuple[float, float]:
    """The loudest sample of a file, of 1, and its seconds."""
    with wave.open(str(file)) as sound:
        samples = array.array("h", sound.readframes(sound.getnframes()))
        return max(map(abs, samples)) / 32_767, sound.getnframes() / sound.getframerate()


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_is_short_and_softer_than_the_chime(cue: Cue) -> None:
    chime, _ = loudest(folders.resources() / "sounds" / "still-there.wav")
    peak, seconds = loudest(cue.file)
    assert seconds <= LONGEST_S + 0.001
    assert 20 * math.log10(chime / peak) >= BELOW_DB - 0.1


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cues that are sounded."""
    found: list[str] = []
    monkeypatch.setattr(Reciter, "cue", lambda _, file, *__: found.append(file.stem))
    return found


@pytest.fixture
def visitor(meet: Meet) -> Visitor:
    visitor = meet(keypad=JACKED)
    visitor.stand_still()
    return visitor


def test_who_listens_hears_where_the_keys_have_gone(
    visitor: Visitor, heard: list[str], tmp_path: Path
) -> None:
    listener = Listener(visitor, tmp_path / "said")

    def pressed(*keys: KEY) -> list[str]:
        heard.clear()
        listener.press(*keys)
        return [name.removeprefix("cue-") for name in heard]

    assert pressed(NEXT, NEXT) == []
    pressed(KEY.Key_F21)
    assert visitor.stage.speech.on
    assert pressed(NEXT) == ["stop"]
    heard.clear()
    visitor.stage.navigation.openSheet("comfort")
    visitor.settle()
    assert heard == ["cue-in"]
    assert pressed(PREVIOUS, OK) == ["stop", "out"]
    visitor.stage.navigation.openSheet("comfort")
    listener.press(NEXT, NEXT)
    assert pressed(OK) == ["done"]
    visitor.stage.navigation.closeSheet()
    visitor.stage.navigation.openPanel("phases")
    assert pressed(OK) == ["cannot"]
    assert pressed(PREVIOUS, PREVIOUS, NEXT) == ["stop", "round", "round"]
    visitor.stage.speech.toggleCues()
    assert pressed(NEXT) == []
    visitor.stage.session.leave()
    assert visitor.stage.speech.cues


def test_the_map_is_heard_from_where_its_things_lie(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sounds: list[tuple[str, float, float]] = []
    monkeypatch.setattr(Reciter, "cue", lambda _, file, *at: sounds.append((file.stem, *at)))
    listener = Listener(visitor, tmp_path / "said")
    listener.press(NEXT, KEY.Key_F21)
    visitor.stage.navigation.openPanel("maps")
    visitor.settle()
    left, top, right, bottom = visitor.stage.camera.outlook
    walk = visitor.stage.walk
    walk.enter()
    visitor.settle()
    while walk._rounds[walk._round].key != PLACES:
        listener.press(KEY.Key_Right)
    places = walk._rounds[walk._round].spots
    sounds.clear()
    for _ in places:
        listener.press(NEXT)
    points = [project(*place.at) for place in (*places[1:], places[0])]
    assert [name for name, _, _ in sounds] == ["cue-stop"] * (len(places) - 1) + ["cue-round"]
    for (_, east, north), (x, y) in zip(sounds, points, strict=True):
        assert east == pytest.approx(bounded((x - left) / (right - left)))
        assert north == pytest.approx(-bounded((y - top) / (bottom - top)))
    assert len({east for _, east, _ in sounds}) > 1
    assert [north for *_, north in sounds[:-1]] == sorted(
        (north for *_, north in sounds[:-1]), reverse=True
    )


def bounded(share: float) -> float:
    """A share of a view as a place of -1 to 1 in it."""
    return min(1.0, max(-1.0, 2 * share - 1))
