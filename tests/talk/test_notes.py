"""The speaker's window: what it tells, and the screens that come and go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from kiosk.talk import lectern
from kiosk.talk.lectern import SHOT_MS
from tests.meeting import ROOT, SMALL
from tests.patience import PATIENCE_S
from tests.talk.conftest import Speak, Speaker
from tests.window import walk

# ------------------------------------------------------------ the speaker's window


def notes_of(speaker: Speaker) -> list[str]:
    """The words of the speaker's window."""
    items = walk(speaker.lectern.notes.contentItem())
    return [str(item.property("text")) for item in items if item.property("text")]


def test_the_notes_are_the_speakers_alone(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(notes=True)
    speaker.open("phases/crossing")
    phase = exhibit.indexed("phases")["crossing"]
    assert phase.notes.in_("en") in notes_of(speaker)
    assert phase.events[0].text.in_("en") in " ".join(notes_of(speaker))  # the next click
    assert phase.notes.in_("en") not in speaker.texts()


@pytest.mark.parametrize("show", ["disagreements/strength", "pictures/moonlight"])
def test_the_speaker_is_told_what_the_audience_will_see(
    speak: Speak, exhibit: Exhibit, show: str
) -> None:
    speaker = speak(talk="full", notes=True)
    speaker.open(show)
    ref = Ref(show)
    entry = exhibit.entry(ref)
    said = [entry.alt] if ref.kind == "pictures" else [voice.says for voice in entry.voices]
    told = " ".join(notes_of(speaker))
    assert [words for words in said if words.in_("en") not in told] == []


def within_its_room(item: QQuickItem) -> bool:
    """True if nothing cuts the words of an item."""
    room = item.parentItem()
    while not room.clip():
        room = room.parentItem()
    below = item.mapToItem(room, QPointF(0, item.property("contentHeight"))).y()
    return not item.property("truncated") and below <= room.height() + 1


def test_what_the_next_click_brings_is_read_whole(speak: Speak) -> None:
    speaker = speak(talk="full", notes=True)
    speaker.lectern.notes.resize(1368, 768)
    deck = speaker.lectern.deck
    for phase in ("prelude", "crossing", "assault"):
        speaker.open(f"phases/{phase}")
        for _ in range(speaker.lectern.delivery.at.steps - 1):
            speaker.frame()
            items = walk(speaker.lectern.notes.contentItem())
            (told,) = (item for item in items if item.property("text") == deck.upcoming)
            assert within_its_room(told), deck.upcoming
            speaker.press(Qt.Key.Key_PageDown)


@pytest.mark.parametrize("notes", [True, False])
def test_what_the_speaker_is_asked_the_audience_sees_only_if_there_is_no_other_window(
    speak: Speak, notes: bool
) -> None:
    speaker = speak(SMALL, notes=notes)
    speaker.press(Qt.Key.Key_Escape)
    speaker.settle()
    question = speaker.word("talk_end")
    assert (question in speaker.texts(), question in notes_of(speaker)) == (not notes, notes)
    speaker.press(Qt.Key.Key_F5, Qt.Key.Key_G)
    speaker.settle()
    last = speaker.lectern.deck.slips.rows[-1].title
    assert (last in speaker.texts()) is not notes


def test_clock_plan_and_the_slide_in_small(speak: Speak) -> None:
    speaker = speak(notes=True)
    prompter = speaker.lectern.prompter
    speaker.press(Qt.Key.Key_PageDown)
    speaker.time.advance_s(65)
    assert (prompter.clock, prompter.elapsed, prompter.slideTime) == (
        *("12:00", "1:05 / 10:00", "1:05 / 0:30"),
    )
    speaker.time.advance_s(300)
    assert prompter.late
    assert prompter.standing == "4:35 late"
    speaker.time.advance(SHOT_MS)
    speaker.frame()
    speaker.await_sight(lambda: prompter.picture != "")


def test_the_timer_is_paused_and_reset_by_keys(speak: Speak) -> None:
    speaker = speak(notes=True)
    prompter = speaker.lectern.prompter
    speaker.press(Qt.Key.Key_PageDown, Qt.Key.Key_T)
    speaker.time.advance_s(60)
    assert (prompter.elapsed, prompter.standing) == ("0:00 / 10:00", "paused")
    assert "paused" in notes_of(speaker)
    speaker.press(Qt.Key.Key_T)
    speaker.time.advance_s(60)
    assert prompter.elapsed == "1:00 / 10:00"
    speaker.press(Qt.Key.Key_R)
    assert (prompter.elapsed, prompter.paused) == ("0:00 / 10:00", False)


def test_the_notes_come_and_go_with_a_key(speaker: Speaker) -> None:
    shown = []
    for _ in range(3):
        shown.append(speaker.lectern.notes.isVisible())
        speaker.press(Qt.Key.Key_N)
    assert shown == [False, True, False]


def test_no_window_keeps_the_talk_from_ending(speak: Speak) -> None:
    """Qt asks every window before it quits."""
    speaker = speak(SMALL, notes=True)
    assert speaker.lectern.notes.close()
    speaker.press(Qt.Key.Key_N)
    assert speaker.lectern.notes.isVisible()
    assert speaker.window.close()
    assert str(speaker.lectern.delivery.mode) == "ended"


def test_one_shortcut_alone_ends_the_talk_from_either_window(speak: Speak) -> None:
    """Qt activates neither of two for the same keys."""
    speaker = speak(SMALL, notes=True)
    windows = (speaker.window, speaker.lectern.notes)
    found = [one for window in windows for one in window.findChildren(QObject) if named(one)]
    assert [one.property("context") for one in found] == [Qt.ShortcutContext.ApplicationShortcut]


def named(thing: QObject) -> bool:
    """Whether it is a shortcut that ends the talk at once."""
    return thing.inherits("QQuickShortcut") and "Ctrl+Q" in thing.property("sequences")


def test_keys_in_the_notes_step_the_talk_too(speak: Speak) -> None:
    speaker = speak(SMALL, notes=True)
    QTest.keyClick(speaker.lectern.notes, Qt.Key.Key_PageDown)
    speaker.process()
    assert speaker.place == (1, 0)


# ------------------------------------------------------------ screens


class Projector(QObject):
    """A screen beside the laptop's own, or showing the same.

    Signals:
        geometryChanged: it lies elsewhere now.
    """

    geometryChanged = Signal()
    left = 5000

    def geometry(self) -> QRect:
        return QRect(self.left, 0, 1024, 768)


def test_screens_come_and_go_mid_talk(
    speak: Speak, qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop, projector, plugged = QGuiApplication.primaryScreen(), Projector(), list[Any]()
    speaker = speak(SMALL, screens=lambda: [laptop, *plugged])
    speaker.press(Qt.Key.Key_PageDown)
    slides = speaker.window
    seated: dict[QQuickWindow, Any] = {}

    def seat(window: QQuickWindow, screen: Any, size: object) -> None:
        seated[window] = screen
        window.show()

    monkeypatch.setattr(lectern, "seat", seat)
    plugged.append(projector)
    qapp.screenAdded.emit(laptop)
    assert (seated[slides], seated[speaker.lectern.notes]) == (projector, laptop)
    speaker.press(Qt.Key.Key_S)
    assert (seated[slides], seated[speaker.lectern.notes]) == (laptop, projector)
    projector.left = 0
    laptop.geometryChanged.emit(laptop.geometry())
    assert seated[slides] is laptop
    assert not speaker.lectern.notes.isVisible()
    projector.left = 5000
    laptop.geometryChanged.emit(laptop.geometry())
    assert seated[speaker.lectern.notes] is projector
    plugged.clear()
    qapp.screenRemoved.emit(laptop)
    assert seated[slides] is laptop
    assert not speaker.lectern.notes.isVisible()
    assert (slides.isVisible(), speaker.place) == (True, (1, 0))
    plugged.append(projector)
    qapp.screenAdded.emit(laptop)
    assert speaker.lectern.notes.isVisible()


@pytest.mark.parametrize(
    ("notes", "others", "remark"),
    [
        (None, 0, ""),
        (True, 0, lectern.OVERLOOKED),
        (None, 1, lectern.ALIKE),
        (True, 1, lectern.OVERLOOKED),
    ],
)
def test_a_speaker_is_told_what_the_screens_do_not_allow(
    speak: Speak, notes: bool | None, others: int, remark: str
) -> None:
    screens = [QGuiApplication.primaryScreen()] * (1 + others)
    assert speak(SMALL, notes=notes, screens=lambda: screens).lectern.remark == remark


TWO_SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "projector", "x": 1366, "y": 0, "width": 1024, "height": 768},
    ]
}

ON_TWO_SCREENS = """
import sys
from pathlib import Path
from functools import partial
from kiosk.app import Kiosk, application
from kiosk.talk.lectern import Lectern
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine.settings import Settings
from kiosk.talk.slides import talk_of
from tests.patience import PATIENCE_S

app = application(Settings())
folder = Path(sys.argv[1])
exhibit = read_exhibit(folder).exhibit
kiosk = partial(Kiosk, exhibit, folder, Settings(sound=False), threaded=False)
talk = Lectern(exhibit, talk_of(exhibit), kiosk)
talk.show()
app.processEvents()
for window in (talk.kiosk.window, talk.notes):
    print(window.screen().name(), window.isVisible(), window.width(), window.height())
talk.close()
"""


def test_two_screens_choose_the_notes_by_themselves(tmp_path: Path) -> None:
    (tmp_path / "screens.json").write_text(json.dumps(TWO_SCREENS), "utf-8")
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"
    done = subprocess.run(
        [sys.executable, "-c", ON_TWO_SCREENS, str(SMALL)],
        env=os.environ | {"QT_QPA_PLATFORM": platform},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert done.stdout.splitlines() == ["projector True 1024 768", "laptop True 1366 768"], done
