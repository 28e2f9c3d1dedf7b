"""Which side is which, and what a sign means: on each slide with a map, and by a key."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QRectF, Qt

from kiosk.talk.slides import SlideKind
from tests.meeting import ROOT
from tests.talk.conftest import Speak, Speaker
from tests.talk.test_lectern import WEIGHED

THREE = ROOT / "tests" / "exhibits" / "three-sides"

WITHOUT = (SlideKind.PICTURES, SlideKind.FORCES)
"""A drawing has no map; who fought stands under the names of the sides."""


def strip(speaker: Speaker) -> QRectF:
    """The room of the strip; empty where there is none."""
    (item,) = speaker.named("SideStrip")
    return item.mapRectToScene(item.boundingRect()) if item.isVisible() else QRectF()


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (720, 1280)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_slide_with_a_map_says_which_side_is_which(
    speak: Speak, size: tuple[int, int], language: str
) -> None:
    speaker = speak(talk="full", size=size, language=language)
    exhibit, (width, height) = speaker.lectern._exhibit, size
    names = {side.name.in_(language) for side in exhibit.sides}
    unmapped = [one.id for one in exhibit.disagreements if one.view is None]
    for number, slide in enumerate(speaker.lectern.delivery.slides):
        speaker.lectern.delivery.jump(number)
        speaker.process()
        room = strip(speaker)
        covered = slide.show.removeprefix("disagreements/") in unmapped and width > 1.5 * height
        assert room.isEmpty() == (covered or slide.layout in WITHOUT), slide.show
        if room.isEmpty():
            continue
        assert names <= set(speaker.texts()), slide.show
        assert not room.intersects(QRectF(*speaker.stage.camera.focus)), slide.show
        for text in speaker.text_items():
            if text.words in names:
                assert room.contains(text.centre), slide.show
            elif text.item.parentItem().objectName() != "PlaceName":
                assert not room.adjusted(1, 1, -1, -1).contains(text.centre), text.words


def test_three_sides_have_a_sign_each(speak: Speak) -> None:
    speaker = speak(THREE)
    assert len({row.source for row in speaker.lectern.deck.sides.rows}) == 3
    assert strip(speaker).width() > 0


EIGHT = ROOT / "tests" / "exhibits" / "eight-sides"


def test_the_names_of_many_sides_take_rows_and_are_as_large_as_others(speak: Speak) -> None:
    speaker = speak(EIGHT)
    names = {row.name for row in speaker.lectern.deck.sides.rows}
    (room,) = [item.boundingRect() for item in speaker.named("SideStrip")]
    told = [one for one in speaker.text_items() if one.words in names]
    inside = [one for one in told if strip(speaker).contains(one.centre)]
    assert {one.words for one in inside} == names
    assert len({round(one.centre.y()) for one in inside}) > 1
    for one in inside:
        own = one.item.boundingRect()
        assert one.item.mapRectToScene(own).height() == pytest.approx(own.height()), one.words
    assert room.bottom() + strip(speaker).top() <= speaker.window.height()


def test_a_figure_that_is_open_is_told_on_one_line_without_a_capital(speak: Speak) -> None:
    speaker = speak(ROOT / "tests" / "exhibits" / "ancient")
    speaker.open("panels/forces")
    speaker.press(Qt.Key.Key_PageDown)
    assert "Strength over 400" in speaker.texts()


def test_figures_of_three_sides_are_told_in_one_size(speak: Speak, tmp_path: Path) -> None:
    folder = copytree(THREE, tmp_path / "three")
    (file,) = folder.glob("exhibit.yaml")
    text = file.read_text("utf-8")
    for town in ("Alder", "Birch", "Cedar"):
        text = text.replace(
            f"name: Town of {town}", f"name: The free town of {town} and its allies by the sea"
        )
    file.write_text(text, "utf-8")
    speaker = speak(folder)
    speaker.open("panels/forces")
    for _ in range(speaker.lectern.delivery.at.steps - 1):
        speaker.press(Qt.Key.Key_PageDown)
    items = speaker.text_items()
    told = [one for one in items if one.words.startswith(("Strength", "Losses"))]
    assert len(told) == 6
    for one in told:
        own = one.item.boundingRect()
        assert one.item.mapRectToScene(own).height() == pytest.approx(own.height()), one.words


def test_no_ring_of_doubt_is_on_the_map_of_a_talk(speak: Speak) -> None:
    speaker = speak(talk="full")
    for number, slide in enumerate(speaker.lectern.delivery.slides):
        for step in range(slide.steps):
            speaker.lectern.delivery.jump(number)
            for _ in range(step):
                speaker.press(Qt.Key.Key_PageDown)
            assert speaker.stage.situation.picture.rings == (), (slide.show, step)


def test_k_opens_the_key_of_what_is_on_the_map_and_any_key_closes_it(speaker: Speaker) -> None:
    speaker.press(Qt.Key.Key_PageDown)
    place, heading = speaker.place, speaker.word("key_bodies")
    assert heading not in speaker.texts()
    for closes in (Qt.Key.Key_K, Qt.Key.Key_Escape, Qt.Key.Key_PageDown):
        speaker.press(Qt.Key.Key_K)
        assert {heading, *(row.name for row in speaker.stage.atlas.bodies.rows)} <= set(
            speaker.texts()
        )
        assert speaker.stage.atlas.bodies.count > 0
        speaker.press(closes)
        speaker.await_sight(lambda: heading not in speaker.texts())
        assert speaker.place == place
    assert speaker.lectern.delivery.mode == "slide"


def test_the_language_changes_under_the_key(speak: Speak) -> None:
    speaker = speak()
    speaker.press(Qt.Key.Key_K, Qt.Key.Key_L)
    assert speaker.lectern.delivery.mode == "key"
    assert speaker.stage.preferences.language == "zh"
    assert speaker.word("key_bodies") in speaker.texts()


@pytest.mark.parametrize(("language", "size"), [("en", (1024, 768)), ("zh", (1280, 720))])
@pytest.mark.parametrize("show", ["decisions/decision-cuiqu", "decisions/decision-ma"])
def test_what_was_done_and_all_hands_are_read_from_the_last_row(
    speak: Speak, language: str, size: tuple[int, int], show: str
) -> None:
    speaker = speak(talk="full", language=language, size=size)
    speaker.open(show)
    delivery = speaker.lectern.delivery
    while not delivery.polling:
        speaker.press(Qt.Key.Key_PageDown)
    for choice in range(delivery.at.choices):
        delivery.addHands(choice, choice + 1)
    for _ in range(2):
        speaker.press(Qt.Key.Key_PageDown)
        column = next(item for item in speaker.named("DecisionSlide"))
        assert column.scale() > WEIGHED, delivery.step
