"""The river grows in slices: each in its time, and all of them are the whole figure."""

from __future__ import annotations

import datetime as dt
from itertools import chain, pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, qBlue, qRed

from kiosk.exhibit.clock import Clock
from kiosk.map.river.bands import Deed, River
from kiosk.map.river.courses import arcs, course, ring, widths
from kiosk.map.river.flow import river_of
from kiosk.map.river.growth import Slice, since_of, slices
from kiosk.map.river.painting import paint_river, parts_of
from kiosk.map.river.sight import Sight, sight_of
from tests.meeting import CONTENT, read
from tests.pixels import counted, rows

STEPS = 48


@pytest.fixture(scope="module")
def river() -> River:
    exhibit = read(CONTENT)
    found = river_of(exhibit, Clock(exhibit))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def sight(river: River) -> Sight:
    return sight_of(river, (960, 540), 1.8, (65, 205, 745, 204))


@pytest.fixture(scope="module")
def moments() -> list[dt.datetime]:
    main = read(CONTENT).exhibit
    return [main.starts + (main.ends - main.starts) * i / STEPS for i in range(STEPS + 1)]


@pytest.fixture(scope="module")
def pieces(
    river: River, sight: Sight, moments: list[dt.datetime], qapp: QGuiApplication
) -> list[Slice]:
    return list(slices(river, sight, moments))


def blank(sight: Sight) -> QImage:
    image = QImage(sight.width, sight.height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    return image


def laid(sight: Sight, pieces: list[Slice], moment: dt.datetime) -> QImage:
    image = blank(sight)
    painter = QPainter(image)
    for piece in pieces:
        if piece.since <= moment:
            painter.drawImage(piece.left, piece.top, piece.image)
    painter.end()
    return image


def painted(image: QImage) -> int:
    return sum(count for one, count in counted(image, 4).items() if one & 0xFFFFFF)


def test_all_slices_are_the_whole_figure(
    river: River, sight: Sight, pieces: list[Slice], moments: list[dt.datetime]
) -> None:
    whole = blank(sight)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_river(painter, river, sight)
    painter.end()
    grown = laid(sight, pieces, moments[-1])
    spots = list(zip(chain(*rows(whole, 3)), chain(*rows(grown, 3)), strict=True))
    apart = 0
    for one, other in spots:
        pairs = ((qRed(one), qRed(other)), (qBlue(one), qBlue(other)))
        apart += max(abs(a - b) for a, b in pairs) > 24
    assert apart < len(spots) / 1000


def test_it_grows_from_hour_to_hour(
    sight: Sight, pieces: list[Slice], moments: list[dt.datetime]
) -> None:
    seen = [painted(laid(sight, pieces, moment)) for moment in moments[::6]]
    assert seen[0] == 0
    assert all(before <= after for before, after in pairwise(seen))
    assert len(set(seen)) > 6


def test_nothing_is_seen_before_its_time(river: River, pieces: list[Slice]) -> None:
    first = min(since_of(river, part) for part in parts_of(river))
    assert all(piece.since > first for piece in pieces)
    assert {river.shut, *(block.since for block in river.blocks)} <= {one.since for one in pieces}


def test_no_slice_is_larger_than_what_is_seen_of_it(pieces: list[Slice]) -> None:
    for piece in pieces:
        seen = rows(piece.image)
        assert any(seen[0])
        assert any(seen[-1])
        assert any(row[0] for row in seen)
        assert any(row[-1] for row in seen)


def test_teeth_stand_about_the_pocket_and_leave_its_ways_free(river: River, sight: Sight) -> None:
    mm = sight.px_per_mm
    about = ring(river, sight)
    middle = sum(about) / len(about)
    lines = arcs(river, sight)
    assert lines
    for _, line in lines:
        for spot in line:
            nearest = min(about, key=lambda point: abs(point - spot))
            assert abs(spot - middle) > abs(nearest - middle)
            for band in river.bands:
                if band.deed is not Deed.CLOSE_IN:
                    half = widths(river, band, mm)[1] / 2
                    assert all(abs(spot - at) > half * 0.9 for at in course(river, band, sight))
