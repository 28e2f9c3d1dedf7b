"""Patterns of sides: any two are told apart in grey, and they stay within their band."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication

from kiosk.map.signs.patterns import WITHIN, lines_across
from kiosk.workbench.layout.sides import APART, BAND_PX, band


def test_any_two_sides_have_patterns_that_are_told_apart_in_grey(qapp: QGuiApplication) -> None:
    size = BAND_PX[0] * BAND_PX[1]
    bands = [band(place) for place in range(len(WITHIN))]
    assert len(bands) == 8
    for one, other in itertools.combinations(bands, 2):
        assert sum(map(int.__ne__, one, other)) >= APART * size


def test_lines_stay_within_their_band() -> None:
    box = QRectF(10, 20, 90, 12)
    for place in range(len(WITHIN)):
        for line in lines_across(place, box):
            for end in (line.p1(), line.p2()):
                assert box.left() <= end.x() <= box.right()
                assert box.top() <= end.y() <= box.bottom()
    assert lines_across(0, box) == []
