"""Slides in a bright room: each word keeps 4.5:1 behind the light that the room adds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.exhibit.files.drawing import SVG, read_drawing
from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import BRIGHT, VEIL, luminance
from kiosk.publish.pictures import at_rest
from kiosk.telling.drawings import drawing, scaled, words_of
from kiosk.workbench.layout.contrast import (
    LARGE_TEXT,
    NEAR,
    contrast,
    faint,
    measured,
    seen_through,
    veiled,
)
from kiosk.workbench.layout.flaw import Flaw, View
from tests.meeting import CONTENT
from tests.talk.conftest import Speak, Speaker

ENOUGH = (999, 999)


def behind_the_veil(one: str, other: str) -> float:
    shades = (seen_through(luminance(colour), VEIL) for colour in (one, other))
    return contrast(*shades)


@pytest.mark.parametrize("role", ["line", "muted", "amber", "alarm", "river_name", "land_name"])
def test_words_keep_their_contrast_behind_a_veil(role: str) -> None:
    assert behind_the_veil(getattr(BRIGHT, role), BRIGHT.void) >= LARGE_TEXT


@pytest.mark.parametrize("colour", ["#3d6ea8", "#c2412f", "#ffd23f", "#4caf50", "#b9b09c"])
def test_a_sides_number_and_name_keep_their_contrast_behind_a_veil(colour: str) -> None:
    fill, name = BRIGHT.side(colour).name(), BRIGHT.line_of(colour).name()
    assert behind_the_veil(BRIGHT.inside, fill) >= LARGE_TEXT
    assert behind_the_veil(name, BRIGHT.void) >= LARGE_TEXT


def pale(speaker: Speaker) -> Iterator[tuple[str, int, Flaw]]:
    """The words and signs of each slide, as it opens and at its end, that the veil takes."""
    delivery, stage = speaker.lectern.delivery, speaker.stage
    for number, slide in enumerate(delivery.slides):
        for step in sorted({0, slide.steps - 1}):
            delivery.jump(number)
            for _ in range(step):
                delivery.act("forward")
            picture = at_rest(speaker.window, stage, 0)
            view = View(speaker.look(), stage.field.glass, ENOUGH)
            for flaw in faint(view, picture, speaker.window.grabWindow, LARGE_TEXT, veil=VEIL):
                yield slide.show, step, flaw


@pytest.mark.parametrize(
    ("talk", "language"), [("full", "zh"), ("schools", "en"), ("ten-minutes", "zh")]
)
def test_each_word_of_each_slide_is_read_behind_a_veil(
    speak: Speak, talk: str, language: str
) -> None:
    speaker = speak(talk=talk, language=language, base=BaseMap)
    assert list(pale(speaker)) == []


def test_the_slides_of_a_dim_room_are_not(speak: Speak) -> None:
    speaker = speak(talk="ten-minutes", bright=False, base=BaseMap)
    assert {show for show, _, flaw in pale(speaker) if flaw.words} >= {"title", "sources"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_word_of_a_drawing_is_read_behind_a_veil(
    qapp: QGuiApplication, exhibit: Exhibit, language: str
) -> None:
    for record in exhibit.pictures:
        path, words = CONTENT / record.file, words_of(record, language)
        for text in read_drawing(path).iter(f"{SVG}text"):
            key, colour = text.get("id", ""), BRIGHT.turned(text.get("fill", ""))
            with_it, without = (
                veiled(drawn(record.file, said), VEIL) for said in (words, words | {key: ""})
            )
            found = measured(with_it, without, NEAR, seen_through(luminance(colour), VEIL))
            assert found is not None
            assert found >= LARGE_TEXT, (record.id, key, found)


def drawn(file: str, words: dict[str, str]) -> QImage:
    """A drawing on the ground of a slide."""
    lines = drawing(CONTENT / file, words, BRIGHT.turned)
    image = QImage(scaled(lines.viewBoxF().size(), 800), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    lines.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def test_what_a_drawing_keeps_is_not_turned(qapp: QGuiApplication) -> None:
    night = drawn("pictures/moonlight.svg", {}).pixelColor(400, 475).name()
    assert night == "#24303a"


def test_a_key_changes_between_a_bright_room_and_a_dim_one(speaker: Speaker) -> None:
    tones = []
    for _ in range(3):
        tones.append(speaker.stage.preferences.tone)
        speaker.press(Qt.Key.Key_C)
    assert tones == ["bright", "table", "bright"]


def test_a_room_stays_as_it_is_from_visit_to_visit(speaker: Speaker) -> None:
    speaker.stage.preferences.toggleHighContrast()
    assert speaker.stage.preferences.tone == "contrast"
    speaker.stage.preferences.reset()
    assert speaker.stage.preferences.tone == "bright"
