"""The overlay: what of it is drawn anew for which scale, and how much of that in one frame."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from kiosk.exhibit.model import Exhibit
from kiosk.map import overlay
from kiosk.map.overlay import ANEW, STRETCH, MapOverlay
from kiosk.map.signs.marks import Mark
from kiosk.map.signs.strokes import mark_of
from tests.map.looking import Looking
from tests.map.test_situation import Watched

HOURS = 444


class Painted:
    """An overlay over a watched situation, and how many shapes were drawn for each frame."""

    def __init__(self, seen: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
        self.drawn = 0
        monkeypatch.setattr(overlay, "mark_of", self._count)
        self.overlay = MapOverlay()
        self.overlay.setSize(QSizeF(*seen.camera.size))
        self.overlay.setProperty("camera", seen.camera)
        self.overlay.setProperty("situation", seen.situation)
        self.overlay.setProperty("corner", QPointF())

    def _count(self, *asked: Any) -> Mark:
        self.drawn += 1
        return mark_of(*asked)

    def frame(self) -> QImage:
        """The picture of a frame; `drawn` is for this alone."""
        self.drawn = 0
        image = QImage(self.overlay.size().toSize(), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        self.overlay.paint(painter)
        painter.end()
        return image


@pytest.fixture
def seen(qapp: QGuiApplication, exhibit: Exhibit) -> Watched:
    seen = Watched(Looking(exhibit))
    seen.open("pocket", HOURS)
    return seen


def test_a_hand_that_zooms_has_few_shapes_drawn_anew_for_a_frame(
    seen: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = Painted(seen, monkeypatch)
    painted.frame()
    every = painted.drawn
    assert every > 2 * ANEW
    seen.camera.zoom(STRETCH**2, 900.0, 500.0)
    frames: list[int] = []
    while len(frames) < every:
        painted.frame()
        frames.append(painted.drawn)
    assert max(frames) == ANEW
    assert sum(frames) == every
    assert frames[-1] == 0


def test_a_view_that_is_come_to_is_drawn_for_its_own_scale(
    seen: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = Painted(seen, monkeypatch)
    first = painted.frame()
    every = painted.drawn
    seen.camera.zoom(STRETCH**1.2, 900.0, 500.0)
    for _ in range(every):
        painted.frame()
    seen.open("pocket", HOURS)
    seen.situation.catch_up()
    assert painted.frame() == first
    assert painted.drawn == every
