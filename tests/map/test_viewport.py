"""The viewport: where the plane is on the screen, and what of it is in view."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.map.boxes import Box
from kiosk.map.camera import MapCamera
from kiosk.map.fitting import Fitting
from kiosk.map.viewport import AFAR_KM, MARGIN_MM, Viewport

FOCUS = Viewport(
    Box(100, 200, 500, 400), x=1000, y=-4000, scale=2, ground_scale=1.6, across_km=AFAR_KM
)


def test_what_is_in_view_is_on_the_screen_in_the_room() -> None:
    left, top, right, bottom = FOCUS.view
    assert FOCUS.on_screen([(left, top), (right, bottom)]) == [(100, 200), (500, 400)]


def test_it_shows_what_its_camera_looks_at(qapp: object) -> None:
    camera = MapCamera((110, 30, 120, 40))
    camera.setScreen(1920, 1080, 0, 100, 1800, 600)
    camera.jump_to((114, 35, 116, 37))
    viewport = camera.viewport(4)
    margin = MARGIN_MM * 4
    assert viewport.room == Box(margin, 100 + margin, 1800 - margin, 700 - margin)
    assert viewport.spot(115, 36) == camera.screen_of(115, 36)
    assert viewport.ground_scale == camera.pxPerGroundKm
    assert viewport.across_km * viewport.ground_scale == pytest.approx(600)


@pytest.mark.parametrize(("across", "afar"), [(AFAR_KM, False), (AFAR_KM + 1, True)])
def test_from_afar_begins_beyond_a_width(across: float, afar: bool) -> None:
    assert replace(FOCUS, across_km=across).is_afar is afar


def test_bounds_are_fitted_without_a_camera_as_by_one(qapp: object) -> None:
    limits, wanted, focus = (110, 30, 120, 40), (114, 35, 116, 37), (0.0, 100.0, 1800.0, 600.0)
    camera = MapCamera(limits)
    camera.setScreen(1920, 1080, *focus)
    camera.jump_to(wanted)
    fitting = Fitting.of(limits, focus)
    assert fitting.viewport(fitting.fitted(wanted), 4) == camera.viewport(4)
