"""The river of men: bands as wide as the figures, ways that end where the clock says."""

from __future__ import annotations

import cmath
import math
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPainter

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Exhibit, Map
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import CONTRAST, TABLE, Palette
from kiosk.map.river.bands import Band, Deed, River
from kiosk.map.river.courses import course, widths
from kiosk.map.river.flow import river_of
from kiosk.map.river.ground import paint_ground
from kiosk.map.river.painting import paint_river
from kiosk.map.river.sight import sight_of
from tests.meeting import CONTENT, read

WIDE = ((1920, 1080), (130.0, 410.0, 1490.0, 408.0))
MM = 3.61
ORDERS = CONTENT.parent / "tests" / "exhibits"


def flowing(exhibit: Exhibit) -> River:
    river = river_of(exhibit, Clock(exhibit))
    assert river is not None
    return river


@pytest.fixture(scope="module")
def river() -> River:
    return flowing(read(CONTENT))


def the(river: River, deed: Deed) -> Band:
    return next(band for band in river.bands if band.deed is deed)


def test_bands_are_as_wide_as_the_figures(river: River) -> None:
    low, high = widths(river, river.bands[0], MM)
    assert low / high == pytest.approx(40 / 60)
    assert high == pytest.approx(120, abs=1)
    assert widths(river, the(river, Deed.TURN_BACK), MM)[0] == pytest.approx(high / 3)
    closing = [band for band in river.bands if band.deed is Deed.CLOSE_IN]
    assert sum(widths(river, band, MM)[1] for band in closing) == pytest.approx(high)


def test_who_changes_sides_leaves_the_river_in_the_colour_of_the_other(river: River) -> None:
    changed = the(river, Deed.CHANGE_SIDES)
    assert (changed.men, changed.side) == ((10000, 13000), 1 - river.bands[0].side)
    assert changed.moment == river.turn


@pytest.mark.parametrize(("at", "left"), [("[-3.87, 57.57]", "nairn"), ("[-3.87, 57.54]", "")])
def test_a_town_is_left_by_who_stood_near_it_for_the_way_that_they_went(
    tmp_path: Path, at: str, left: str
) -> None:
    folder = Path(shutil.copytree(ORDERS / "minimal", tmp_path / "minimal"))
    forces = folder / "forces.yaml"
    forces.write_text(forces.read_text("utf-8").replace("place: nairn", f"at: {at}"), "utf-8")
    assert flowing(read(folder)).bands[0].place == left


def test_who_stands_until_a_day_leaves_on_that_day(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ORDERS / "minimal", tmp_path / "minimal"))
    forces = folder / "forces.yaml"
    told = forces.read_text("utf-8").replace("ends: 1746-04-16 05:00", "ends: 1746-04-15")
    forces.write_text(told, "utf-8")
    main = flowing(read(folder)).bands[0]
    assert (f"{main.moment:%d}", f"{main.told:%d}") == ("16", "15")


def test_ways_begin_and_end_where_the_clock_says(river: River) -> None:
    exhibit = read(CONTENT)
    clock = Clock(exhibit)
    there = clock.sighting("new-8-army", exhibit.exhibit.ends)
    assert there is not None
    assert the(river, Deed.CHANGE_SIDES).way[-1] == pytest.approx(project(there.lon, there.lat))
    assert the(river, Deed.TURN_BACK).ends
    assert river.bands[0].place == "xinxiang"


def test_who_closes_in_stops_before_the_pocket(river: River) -> None:
    size, box = WIDE
    sight = sight_of(river, size, MM, box)
    ring = [sight.px(point) for point in river.pocket]
    middle = sum(ring) / len(ring)
    for band in river.bands:
        if band.deed is Deed.CLOSE_IN:
            assert abs(course(river, band, sight)[-1] - middle) > min(
                abs(point - middle) for point in ring
            )


def test_a_bearing_is_up_on_wide_glass_alone(river: River) -> None:
    size, box = WIDE
    sight = sight_of(river, size, MM, box)
    assert sight.bearing == river.bearing != 0
    up = sight.px((sight.x, sight.y - 10)) - sight.px((sight.x, sight.y))
    assert math.degrees(cmath.phase(up) + math.pi / 2) % 360 == pytest.approx(sight.north)
    assert sight_of(river, (1080, 1920), MM, (56, 60, 968, 900)).bearing == 0
    left, top, wide, high = box
    for point in river.main:
        spot = sight.px(point)
        assert left <= spot.real <= left + wide
        assert top <= spot.imag <= top + high


@pytest.mark.parametrize("palette", [TABLE, CONTRAST], ids=["table", "contrast"])
def test_the_sides_colours_are_painted(
    river: River, palette: Palette, qapp: QGuiApplication
) -> None:
    size, box = WIDE
    base = BaseMap(Map(bounds=read(CONTENT).map.bounds, views=read(CONTENT).map.views), CONTENT)
    sight = sight_of(river, size, MM, box)
    image = paint_ground(sight, base, palette)
    painter = QPainter(image)
    paint_river(painter, river, sight, palette)
    painter.end()
    way = course(river, river.bands[0], sight)
    spot = way[len(way) // 3]
    painted = image.pixelColor(round(spot.real), round(spot.imag))
    assert painted.name() == palette.side(QColor(river.bands[0].colour)).name()


def test_without_figures_all_bands_are_equally_wide() -> None:
    exhibit = read(CONTENT)
    bare = exhibit.model_copy(
        update={
            kind: tuple(one.model_copy(update={"strength": ()}) for one in getattr(exhibit, kind))
            for kind in ("sides", "formations")
        }
    )
    river = flowing(bare)
    assert flowing(exhibit).most > river.most == 0
    closing = [band for band in river.bands if band.deed is Deed.CLOSE_IN]
    assert all(band.men is None and not band.figures for band in closing)
    assert len({widths(river, band, MM) for band in closing}) == 1


@pytest.mark.parametrize("folder", sorted(ORDERS.glob("[!b]*")), ids=lambda folder: folder.name)
def test_any_exhibit_has_a_river_or_none(folder: Path) -> None:
    exhibit = read(folder)
    river = river_of(exhibit, Clock(exhibit))
    if river is not None:
        size, box = WIDE
        sight = sight_of(river, size, MM, box)
        assert all(course(river, band, sight) for band in river.bands)
