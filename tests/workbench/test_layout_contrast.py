"""Contrast is measured as it is painted, against what lies behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.workbench.layout import contrast
from kiosk.workbench.layout.eyes import look
from kiosk.workbench.layout.flaw import View
from tests.workbench.conftest import GLASS


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        (0xFFFFFF, 0x000000, 21.0),
        (0x000000, 0xFFFFFF, 21.0),
        (0x777777, 0xFFFFFF, 4.48),
        (0x123456, 0x123456, 1.0),
    ],
)
def test_the_ratio_is_that_of_wcag(one: int, other: int, ratio: float) -> None:
    found = contrast.contrast(contrast.luminance(one), contrast.luminance(other))
    assert found == pytest.approx(ratio, abs=0.05)


@pytest.mark.parametrize(
    ("qml", "found"),
    [
        ('Words { text: "Paper on ink" }', []),
        (
            'Words { text: "Grey on ink"; color: "#8a8a8a" }',
            ['"Grey on ink" has a contrast of 5.4:1'],
        ),
        ('Words { text: "Large grey"; color: "#8a8a8a"; font.pixelSize: 60 }', []),
        ('Words { text: "Bold grey"; color: "#8a8a8a"; font.pixelSize: 48; font.bold: true }', []),
        (
            'Rectangle { width: 640; height: 480; color: "#bbbbbb" } Words { text: "On grey" }',
            ['"On grey" has a contrast of 1.6:1'],
        ),
        (
            'Words { text: "Faded"; opacity: 0.5 }',
            ['"Faded" has a contrast of 4.6:1'],
        ),
        ('Words { text: "Off"; opacity: 0.3 }', []),
        (
            'Rectangle { width: 640; height: 480; color: "#666666" } '
            'Words { text: "Outlined"; style: Text.Outline; styleColor: "#0f1317" }',
            [],
        ),
        (
            'Rectangle { width: 640; height: 480; color: "#888888" } '
            'Words { text: "Outlined"; style: Text.Outline; styleColor: "#0f1317" }',
            ['"Outlined" has a contrast of 3.0:1'],
        ),
        (
            'Rectangle { width: 640; height: 480; color: "#bbbbbb" } '
            'FormationSymbol { MapText { text: "On its halo" } }',
            [],
        ),
        (
            'Rectangle { x: 296; y: 165; width: 34; height: 30; color: "#777777" } '
            'Words { x: 200; y: 200; text: "Turned"; rotation: 45 } '
            "FormationSymbol { x: 300; y: 168; "
            'Rectangle { width: 24; height: 24; color: "#f2ead9" } }',
            [],
        ),
        (
            'Item { width: 90; height: 60; clip: true; Words { y: -200; text: "Out of sight" } }',
            [],
        ),
        (
            'Words { text: "Left out"; Item { anchors.fill: parent } color: "transparent" }',
            ['"Left out" is laid out, but nothing is painted there'],
        ),
        (
            'FormationSymbol { width: 200; MapText { text: "Through" } } '
            "Rectangle { width: 300; height: 60; gradient: Gradient { "
            'GradientStop { position: 0; color: "#e00f1317" } '
            'GradientStop { position: 1; color: "#d00f1317" } } }',
            ['"Through" has a contrast of 1.6:1'],
        ),
        ('Picto { colour: "#f2ead9" }', []),
        (
            'Button { objectName: "Play"; Picto { colour: "#444444" } }',
            ['the icon of "Play" has a contrast of 1.9:1'],
        ),
    ],
)
def test_faint(window_of: Callable[[str], QQuickWindow], qml: str, found: list[str]) -> None:
    window = window_of(qml)
    view = View(look(window.contentItem()), GLASS, (75, 120))
    assert [
        flaw.message for flaw in contrast.faint(view, window.grabWindow(), window.grabWindow)
    ] == found


@pytest.mark.parametrize("said", [1.0, 2.0])
@pytest.mark.parametrize(
    ("colour", "found"),
    [
        ("#f2ead9", []),
        ("#444444", ['"Turned" has a contrast of 1.9:1']),
        ("transparent", ['"Turned" is laid out, but nothing is painted there']),
    ],
)
def test_a_turned_name_is_measured_where_it_stands_on_finer_screens_too(
    window_of: Callable[[str], QQuickWindow], said: float, colour: str, found: list[str]
) -> None:
    """The picture has twice the window's pixels; OpenGL says so in it, the software doesn't."""
    words = f'Words {{ x: 400; y: 300; rotation: -45; text: "Turned"; color: "{colour}" }}'
    window = window_of(words)
    view = View(look(window.contentItem()), GLASS, (75, 120))

    def grab() -> QImage:
        picture: QImage = window.grabWindow()
        fine = picture.scaled(2 * picture.width(), 2 * picture.height())
        fine.setDevicePixelRatio(said)
        return fine

    assert [flaw.message for flaw in contrast.faint(view, grab(), grab)] == found


def test_a_picture_without_anything_on_it_has_no_contrast() -> None:
    plain = QImage(8, 8, QImage.Format.Format_RGB32)
    plain.fill(0x123456)
    assert contrast.measured(plain, plain, 0.05) is None
