"""Pictures that are too amber, too dark, or unmoved by a decision are found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.map.boxes import Box
from kiosk.map.ground.palette import TABLE
from kiosk.workbench.layout import pixels
from kiosk.workbench.layout.eyes import Sight
from kiosk.workbench.layout.flaw import NOWHERE, Flaw, Scene, View
from tests.workbench.conftest import GLASS

SIZE = QRect(0, 0, 400, 200)
MAP = Box(200, 0, 400, 200)


def picture(colour: str = "#0f1317", share: float = 0.0, left: int = 200) -> QImage:
    """Dark ground, of whose right half or whole a `share` has a colour."""
    painted = QImage(SIZE.size(), QImage.Format.Format_RGB32)
    painted.fill(QColor("#0f1317"))
    painter = QPainter(painted)
    wide = SIZE.width() - left
    painter.fillRect(QRectF(left, 0, wide, share * SIZE.height()), QColor(colour))
    painter.end()
    return painted


def view(panel: str = "maps") -> View:
    scene = Scene(replace(NOWHERE, room=MAP))
    return View(Sight((), QRectF(SIZE)), GLASS, (75, 120), panel=panel, scene=scene)


def said(flaws: Iterable[Flaw]) -> list[str]:
    return [flaw.message for flaw in flaws]


@pytest.mark.parametrize(
    ("colour", "share", "found"),
    [
        (TABLE.amber, 0.02, []),
        (TABLE.amber, 0.04, ["4.0 % of the screen are amber"]),
        ("#dca040", 0.04, ["4.0 % of the screen are amber"]),
        (TABLE.sand, 0.04, []),
        (TABLE.line, 0.5, []),
    ],
)
def test_gaudy(colour: str, share: float, found: list[str]) -> None:
    assert said(pixels.gaudy(view(), picture(colour, share, left=0))) == found


@pytest.mark.parametrize(
    ("panel", "colour", "share", "found"),
    [
        ("maps", "#5b5b5b", 0.06, []),
        ("maps", "#5b5b5b", 0.04, ["4.0 % of the map are brighter than 90 of 255"]),
        ("maps", "#5a5a5a", 0.5, ["0.0 % of the map are brighter than 90 of 255"]),
        ("forces", "#5a5a5a", 0.5, []),
        ("", "#5a5a5a", 0.5, []),
    ],
)
def test_dark(panel: str, colour: str, share: float, found: list[str]) -> None:
    assert said(pixels.dark(view(panel), picture(colour, share))) == found


@pytest.mark.parametrize(
    ("colour", "share", "left", "found"),
    [
        ("#3d6ea8", 0.04, 200, []),
        ("#3d6ea8", 0.02, 200, ["2.0 % of the map differ from before the choice"]),
        ("#12161a", 0.5, 200, ["0.0 % of the map differ from before the choice"]),
    ],
)
def test_undecided(colour: str, share: float, left: int, found: list[str]) -> None:
    after = picture(colour, share, left)
    assert said(pixels.undecided(view("decisions"), picture(), after)) == found


def test_what_changes_beside_the_map_is_no_answer_on_it() -> None:
    after = picture()
    painter = QPainter(after)
    painter.fillRect(0, 0, 200, 200, QColor("white"))
    painter.end()
    assert said(pixels.undecided(view("decisions"), picture(), after)) == [
        "0.0 % of the map differ from before the choice"
    ]
