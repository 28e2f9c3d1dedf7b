"""A talk on the real windows: keys, clicker, hands, the map's steps, screens that come and go."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import Kiosk
from kiosk.exhibit.model import Exhibit, Phase
from kiosk.machine.settings import Settings
from kiosk.stage.programme import Programme
from kiosk.talk import lectern
from kiosk.talk.deck import CLOSER, CLOSEST
from kiosk.talk.lectern import SHOT_MS, Lectern
from kiosk.talk.script import events_of
from kiosk.talk.slides import talk_of
from tests.meeting import CONTENT, ROOT, SMALL, blank_map, read
from tests.patience import PATIENCE_S
from tests.qt.fake_time import FakeTime
from tests.window import Visitor, walk

NOON = dt.datetime(2025, 3, 4, 12, 0)
LEAST_OF_SLIDE = 22
"""Text on a slide is at least 1 / this of its shorter side."""


class Speaker(Visitor):
    """Somebody who gives a talk."""

    def __init__(
        self, lectern: Lectern, kiosk: Kiosk, time: FakeTime, finger: QPointingDevice
    ) -> None:
        super().__init__(kiosk, time, finger)
        self.lectern = lectern

    @property
    def place(self) -> tuple[int, int]:
        return self.lectern.delivery.slide, self.lectern.delivery.step

    @property
    def show(self) -> str:
        return self.lectern.delivery.at.show

    def open(self, show: str) -> None:
        """Opens the slide that shows something."""
        shows = [slide.show for slide in self.lectern.delivery.slides]
        self.lectern.delivery.jump(shows.index(show))
        self.process()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.key(key)

    def await_sight(self, seen: Callable[[], bool]) -> None:
        """Waits for what a fade or a picture brings."""
        self._until(seen)

    def arrive(self) -> None:
        """Lets the campaign play to the moment of the click, and the camera land."""
        while self.stage.playhead.playing:
            self.time.advance(200)
        self.stage.camera.fly(1.0)
        self.process()


Speak = Callable[..., Speaker]


@pytest.fixture
def speak(qapp: QGuiApplication, finger: QPointingDevice) -> Iterator[Speak]:
    """Puts a speaker before the first slide of a talk."""
    given: list[Lectern] = []

    def before(
        folder: Path = CONTENT,
        size: tuple[int, int] = (1280, 720),
        *,
        talk: str | None = None,
        moving: bool = False,
        language: str = "",
        **options: Any,
    ) -> Speaker:
        time, exhibit = FakeTime(), read(folder)
        kiosks: list[Kiosk] = []

        def kiosk(programme: Programme) -> Kiosk:
            kiosks.append(
                Kiosk(
                    exhibit,
                    folder,
                    Settings(sound=False),
                    programme,
                    timers=time,
                    threaded=False,
                    size=size,
                    base=lambda _, content: blank_map(content),
                )
            )
            return kiosks[-1]

        lectern = Lectern(
            exhibit,
            talk_of(exhibit, talk),
            kiosk,
            timers=time,
            size=size,
            **{"now": lambda: NOON} | options,
        )
        if not moving:
            lectern.stage.preferences.toggleReducedMotion()
        lectern.stage.preferences.chooseLanguage(language)
        given.append(lectern)
        lectern.show()
        speaker = Speaker(lectern, kiosks[-1], time, finger)
        speaker.process()
        return speaker

    yield before
    for one in given:
        one.close()
    given.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def speaker(speak: Speak) -> Speaker:
    return speak(SMALL)


# ------------------------------------------------------------ stepping


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([Qt.Key.Key_PageDown], (1, 0)),
        ([Qt.Key.Key_Space, Qt.Key.Key_Right], (2, 0)),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], (0, 0)),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], (0, 0)),
        ([Qt.Key.Key_B, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown], (1, 0)),
        ([Qt.Key.Key_Period, Qt.Key.Key_F5], (0, 0)),
        ([Qt.Key.Key_4, Qt.Key.Key_Enter], (3, 0)),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Return], (1, 0)),
        ([Qt.Key.Key_Escape, Qt.Key.Key_F5], (0, 0)),
    ],
)
def test_keys_step_the_talk(speaker: Speaker, keys: list[Qt.Key], place: tuple[int, int]) -> None:
    speaker.press(*keys)
    assert speaker.place == place


def clicks(speaker: Speaker) -> Iterator[list[str]]:
    """The words on the slide, click by click to the end of the talk."""
    place = None
    while speaker.place != place:
        place = speaker.place
        speaker.window.grabWindow()
        yield speaker.texts()
        speaker.press(Qt.Key.Key_PageDown)


def test_without_talks_everything_is_told(speaker: Speaker) -> None:
    assert len(list(clicks(speaker))) == sum(one.steps for one in speaker.lectern.delivery.slides)
    assert speaker.show == "sources"


def test_within_a_phase_each_click_plays_to_the_next_event(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(talk="full", moving=True)
    phase: Phase = exhibit.indexed("phases")["encirclement"]
    speaker.open("phases/encirclement")
    speaker.arrive()
    playhead = speaker.stage.playhead
    assert playhead.moment == phase.starts
    assert phase.question is not None
    assert phase.question.in_("en") in speaker.texts()
    for event in phase.events:
        speaker.press(Qt.Key.Key_PageDown)
        assert playhead.playing or playhead.moment == event.at
        speaker.arrive()
        assert playhead.moment == event.at
        assert event.text.in_("en") in speaker.texts()
    for later, event in pairwise(reversed(phase.events)):
        speaker.press(Qt.Key.Key_PageUp)
        assert not playhead.playing
        assert playhead.moment == event.at
        assert later.text.in_("en") not in speaker.texts()


def test_what_an_event_speaks_of_is_marked(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(talk="full")
    speaker.open("phases/encirclement")
    for event in exhibit.indexed("phases")["encirclement"].events:
        speaker.press(Qt.Key.Key_PageDown)
        marked = {row["key"] for row in speaker.stage.ground.units.rows if row["chosen"]}
        assert marked <= set(event.formations)
        if event.place:
            names = {row["key"]: row["chosen"] for row in speaker.stage.ground.names.rows}
            assert names.get(event.place, True)


def test_the_map_shows_where_each_event_is(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak(talk="full")
    camera = speaker.stage.camera
    for phase in ("encirclement", "pursuit"):
        speaker.open(f"phases/{phase}")
        for event in events_of(exhibit.indexed("phases")[phase]):
            speaker.press(Qt.Key.Key_PageDown)
            speaker.arrive()
            left, top, width, height = camera.focus
            spots = [f"formations/{key}" for key in event.formations]
            for ref in [*spots, *([f"places/{event.place}"] if event.place else [])]:
                if spot := speaker.stage.ground.spot(ref):
                    x, y = camera.screen_of(*spot)
                    assert left <= x <= left + width, (event.id, ref)
                    assert top <= y <= top + height, (event.id, ref)


def test_an_event_at_the_end_of_its_phase_stays_in_it(speak: Speak) -> None:
    speaker = speak(SMALL)
    speaker.open("phases/night-march")
    for _ in range(2):
        speaker.press(Qt.Key.Key_PageDown)
    assert speaker.stage.navigation.phase == 0
    assert speaker.show == "phases/night-march"


def test_a_decision_is_told_click_by_click(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak()
    decision = exhibit.indexed("decisions")["decision-gao"]
    choices = [choice.text.in_("en") for choice in decision.choices]
    taken = next(choice for choice in decision.choices if choice.key == decision.taken)
    speaker.open("decisions/decision-gao")

    def told() -> tuple[list[str], bool, bool]:
        seen = speaker.texts()
        hands = speaker.word("hands_up") in seen
        return (
            [text for text in choices if text in seen],
            hands,
            decision.happened.in_("en") in seen,
        )

    assert told() == ([], False, False)
    assert decision.text.in_("en") in speaker.texts()
    for count in range(1, len(choices) + 1):
        speaker.press(Qt.Key.Key_PageDown)
        assert told() == (choices[:count], False, False)
    speaker.press(Qt.Key.Key_PageDown)
    assert told() == (choices, True, False)
    speaker.press(Qt.Key.Key_PageDown)
    assert told() == ([taken.text.in_("en")], False, True)


def bars(speaker: Speaker) -> list[float]:
    """The lengths of the bars that tell the hands, each as a share of the longest."""
    shown = [bar for bar in speaker.named("HandBar") if bar.isVisible()]
    return [round(float(bar.property("share")), 2) for bar in shown]


def test_hands_are_counted_by_number_and_by_touch_and_stay_with_what_was_done(
    speak: Speak, exhibit: Exhibit
) -> None:
    speaker = speak(notes=True)
    speaker.open("decisions/decision-gao")
    speaker.press(*[Qt.Key.Key_PageDown] * 4)
    assert bars(speaker) == []
    speaker.press(Qt.Key.Key_1, Qt.Key.Key_0)
    assert bars(speaker) == [1.0]  # as it is typed
    speaker.press(Qt.Key.Key_Enter, Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_Enter)
    assert bars(speaker) == [0.5, 1.0]
    third = exhibit.indexed("decisions")["decision-gao"].choices[2].text.in_("en")
    place = speaker.place
    speaker.frame()
    speaker.touch_at(next(text.centre for text in speaker.text_items() if text.words == third))
    assert (bars(speaker), speaker.place) == ([0.5, 1.0, 0.05], place)
    speaker.press(Qt.Key.Key_PageDown)
    assert speaker.lectern.deck.decided
    assert bars(speaker) == [0.5, 1.0, 0.05]
    assert speaker.word("hands_up") not in speaker.texts()


def test_the_speaker_counts_hands_with_the_mouse(speak: Speak) -> None:
    speaker = speak(notes=True)
    speaker.open("decisions/decision-gao")
    speaker.press(*[Qt.Key.Key_PageDown] * 4)
    notes = speaker.lectern.notes
    letters = [
        item
        for item in walk(notes.contentItem())
        if item.objectName() == "Letter" and item.isVisible()
    ]
    assert [letter.property("mark") for letter in letters] == ["A", "B", "C"]
    at = letters[1].mapToScene(QPointF(5, 5)).toPoint()
    for button in (
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.RightButton,
    ):
        QTest.mouseClick(notes, button, Qt.KeyboardModifier.NoModifier, at)
    speaker.process()
    assert [row["hands"] for row in speaker.lectern.deck.points.rows] == [-1, 1, -1]


def test_a_claim_is_followed_by_who_makes_it_and_what_speaks_against_it(
    speak: Speak, exhibit: Exhibit
) -> None:
    speaker = speak()
    lesson = exhibit.indexed("lessons")["lesson-frame"]
    speaker.open("lessons/lesson-frame")
    parts = [lesson.title.in_("en"), lesson.claimed_by.in_("en"), lesson.against.in_("en")]
    for click in range(3):
        seen = speaker.texts()
        assert [part in seen for part in parts] == [i <= click for i in range(3)]
        speaker.press(Qt.Key.Key_PageDown)


def test_the_forces_come_with_their_strength_then_their_losses(
    speak: Speak, exhibit: Exhibit
) -> None:
    speaker = speak(talk="full")
    speaker.open("panels/forces")
    for click in range(3):
        seen = speaker.texts()
        assert [side.name.in_("en") in seen for side in exhibit.sides] == [True, True]
        kinds = ("figures_strength", "figures_losses")
        assert [speaker.word(kind) in seen for kind in kinds] == [click > 0, click > 1]
        speaker.press(Qt.Key.Key_PageDown)


@pytest.mark.parametrize(
    ("talk", "size", "language"),
    [
        ("ten-minutes", (1280, 720), "zh"),
        ("full", (1024, 768), "en"),
        ("schools", (720, 1280), "en"),
    ],
)
def test_each_click_shows_something_new_that_can_be_read_from_the_last_row(
    speak: Speak, talk: str, size: tuple[int, int], language: str
) -> None:
    speaker = speak(talk=talk, size=size, language=language)
    before: list[str] = []
    for seen in clicks(speaker):
        assert seen != before
        before = seen
        for column in columns(speaker):
            assert column.scale() > 0.95, (speaker.show, speaker.place)
            assert column.x() + column.width() <= size[0]
    assert speaker.stage.bodyPx >= min(size) / LEAST_OF_SLIDE


def columns(speaker: Speaker) -> list[QQuickItem]:
    """The columns of words that would be drawn smaller if they had no room."""
    items = walk(speaker.window.contentItem())
    return [item for item in items if item.property("area") and item.inherits("QQuickColumn")]


# ------------------------------------------------------------ over the slide


def test_black_hides_the_slide_until_any_key(speaker: Speaker) -> None:
    speaker.press(Qt.Key.Key_B)
    picture = speaker.window.grabWindow()
    assert {picture.pixelColor(x, y).name() for x in (5, 640) for y in (5, 360)} == {"#000000"}
    speaker.press(Qt.Key.Key_X)
    assert speaker.window.grabWindow().pixelColor(5, 5).name() != "#000000"


def test_the_overview_has_every_slide_and_opens_the_one_that_is_touched(speaker: Speaker) -> None:
    speaker.press(Qt.Key.Key_G)
    speaker.settle()
    seen = speaker.texts()
    assert {str(row["title"]) for row in speaker.lectern.deck.slips.rows} <= set(seen)
    third = next(text for text in speaker.text_items() if text.words == "3")
    speaker.touch_at(third.centre)
    assert (speaker.place, str(speaker.lectern.delivery.mode)) == ((2, 0), "slide")


def test_another_language_keeps_slide_and_click(speak: Speak, exhibit: Exhibit) -> None:
    speaker = speak()
    speaker.open("phases/crossing")
    speaker.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    place, moment = speaker.place, speaker.stage.playhead.moment
    speaker.press(Qt.Key.Key_L)
    assert (speaker.place, speaker.stage.playhead.moment) == (place, moment)
    assert exhibit.indexed("phases")["crossing"].events[1].text.in_("zh") in speaker.texts()


def test_the_pointer_is_a_ring_where_the_mouse_is(speaker: Speaker) -> None:
    speaker.press(Qt.Key.Key_P)
    QTest.mouseMove(speaker.window, QPoint(400, 300))
    speaker.process()
    (ring,) = speaker.named("PointerRing")
    assert ring.isVisible()
    assert abs(ring.x() + ring.width() / 2 - 400) <= 1
    assert abs(ring.y() + ring.height() / 2 - 300) <= 1
    speaker.press(Qt.Key.Key_P)
    assert not ring.isVisible()


def test_the_map_is_magnified_and_comes_back(speaker: Speaker) -> None:
    speaker.open("views/moor")
    camera = speaker.stage.camera
    before = camera.scale
    for key, scale in (
        *((Qt.Key.Key_Plus, before * CLOSER), (Qt.Key.Key_Minus, before)),
        *((Qt.Key.Key_Plus, before * CLOSER), (Qt.Key.Key_Z, before)),
        *((Qt.Key.Key_Z, before * CLOSEST), (Qt.Key.Key_Z, before)),
    ):
        speaker.press(key)
        assert camera.scale == pytest.approx(scale)


# ------------------------------------------------------------ hands


def test_a_touch_goes_by_halves_and_a_swipe_turns(speaker: Speaker) -> None:
    width, middle = speaker.window.width(), speaker.window.height() // 2
    speaker.touch_at(QPoint(width * 3 // 4, middle))
    assert speaker.place == (1, 0)
    speaker.touch_at(QPoint(width // 4, middle))
    assert speaker.place == (0, 0)
    speaker.swipe(QPoint(width // 2, middle), -40)
    assert speaker.place == (1, 0)
    speaker.swipe(QPoint(width // 2, middle), 40)
    assert speaker.place == (0, 0)


def test_a_click_goes_on_wherever_it_falls_and_the_other_button_back(speaker: Speaker) -> None:
    at = QPoint(10, 300)
    speaker.click_at(at)
    assert speaker.place == (1, 0)
    QTest.mouseClick(speaker.window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    speaker.process()
    assert speaker.place == (0, 0)


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
    kind, _, key = show.partition("/")
    entry = exhibit.indexed(kind)[key]
    said = [entry.alt] if kind == "pictures" else [voice.says for voice in entry.voices]
    told = " ".join(notes_of(speaker))
    assert [words for words in said if words.in_("en") not in told] == []


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
    last = str(speaker.lectern.deck.slips.rows[-1]["title"])
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


# ------------------------------------------------------------ taken up again


def test_a_talk_that_broke_off_goes_on_where_it_was(
    speak: Speak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "talk.json"
    broken = speak(bookmark=file)
    broken.open("phases/crossing")
    broken.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_L)
    kept = file.read_text("utf-8")

    again = speak(bookmark=file)
    again.await_sight(lambda: again.word("talk_left") in again.texts())
    again.press(Qt.Key.Key_PageDown)
    assert (again.show, again.place[1]) == ("phases/crossing", 2)
    assert again.stage.preferences.language == "zh"
    assert json.loads(file.read_text("utf-8"))["bookmark"] == json.loads(kept)["bookmark"]


def test_where_nothing_can_be_kept_the_talk_goes_on_and_says_so_once(
    speak: Speak, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    file = tmp_path / "file" / "talk.json"
    speaker = speak(SMALL, bookmark=file)
    speaker.press(*[Qt.Key.Key_PageDown] * 3)
    assert caplog.messages[-1:] == [f"{file}: File exists; a talk that breaks off starts anew"]
    assert sum("breaks off" in said for said in caplog.messages) == 1
    assert speaker.place == (3, 0)
    caplog.clear()


def test_a_talk_that_was_ended_is_not_offered(speak: Speak, tmp_path: Path) -> None:
    file = tmp_path / "talk.json"
    speaker = speak(SMALL, bookmark=file)
    speaker.press(Qt.Key.Key_PageDown)
    assert file.exists()
    speaker.lectern.end()
    assert not file.exists()
