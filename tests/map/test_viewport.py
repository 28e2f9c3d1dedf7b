"""The viewport: where the plane is on the screen, and what of it is in view."""

from __future__ import annotations

import pytest

from kiosk.map.boxes import Box
from kiosk.map.camera import MapCamera
from kiosk.map.viewport import AFAR_KM, MARGIN_MM, Viewport

FOCUS = Viewport(Box(100, 200, 500, 400), x=1000, y=-4000, scale=2, across_km=AFAR_KM)


def test_what_is_in_view_is_on_the_screen_in_the_room() -> None:
    left, top, right, bottom = FOCUS.view
    assert FOCUS.on_screen([(left, top), (right, bottom)]) == [(100, 200), (500, 400)]


def test_it_shows_what_its_camera_looks_at(qapp: object) -> None:
    camera = MapCamera((110, 30, 120, 40))
    camera.setScreen(1920, 1080, 0, 100, 1800, 600)
    camera.jump_to((114, 35, 116, 37))
    viewport = Viewport.of(camera, 4)
    margin = MARGIN_MM * 4
    assert viewport.room == Box(margin, 100 + margin, 1800 - margin, 700 - margin)
    assert viewport.spot(115, 36) == camera.screen_of(115, 36)
    assert viewport.across_km * camera.pxPerGroundKm == pytest.approx(600)


@pytest.mark.parametrize(("across", "afar"), [(AFAR_KM, False), (AFAR_KM + 1, True)])
def test_from_afar_begins_beyond_a_width(across: float, afar: bool) -> None:
    assert Viewport(FOCUS.room, 0, 0, 1, across).is_afar is afar
