"""Maps of a size for pages: how large they are, and what each shows of the ground."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Bounds
from kiosk.map.camera import MapCamera
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.look import LEAST_TEXT_MM
from kiosk.map.situation import Ground
from kiosk.publish.scene import Scene, Scenery, round_below
from kiosk.telling.locale import Teller

WIDTH = 640
"""Px across a map; on a telephone it is drawn about half as large."""

FLATTEST, STEEPEST = 0.8, 1.25
"""Height of a map over its width."""

TEXT_PX = 22
"""Em size of names; on a telephone they are still legible."""

PX_PER_MM = 1.15 * TEXT_PX / LEAST_TEXT_MM
"""Signs are larger beside names than on the kiosk, or they would be lost on a telephone."""

PALETTE = replace(TABLE, grains=False, veils=False)
"""That of the kiosk, less what only pictures of px can show."""

BAR_SHARE = 0.25
"""How much of the width the scale bar takes at most."""


@dataclass(frozen=True)
class Laid:
    """A scene laid out; `frame` is what its picture shows, `bar` a scale bar's km and px."""

    ground: Ground
    frame: Frame
    bar: tuple[float, float]


def lay(scenery: Scenery, scene: Scene, teller: Teller) -> Laid:
    """Lays a scene out with the names of a language."""
    camera = _camera(scenery, scene.bounds)
    ground = scenery.ground(camera, scene, teller, TEXT_PX, PX_PER_MM)
    _, height = camera.size
    km = round_below(BAR_SHARE * WIDTH / camera.pxPerGroundKm)
    px = km * camera.pxPerGroundKm
    ground.keepFree("scale", 0, height - 2.2 * TEXT_PX, px + 1.5 * TEXT_PX, 2.2 * TEXT_PX)
    ground.lay()
    return Laid(ground, _frame(camera), (km, px))


def frame_of(scenery: Scenery, bounds: Bounds) -> Frame:
    """The frame of a picture that shows `bounds`."""
    return _frame(_camera(scenery, bounds))


def _camera(scenery: Scenery, bounds: Bounds) -> MapCamera:
    west, south, east, north = bounds
    (left, top), (right, bottom) = project(west, north), project(east, south)
    shape = min(STEEPEST, max(FLATTEST, (bottom - top) / (right - left)))
    return scenery.camera(WIDTH, round(WIDTH * shape), bounds)


def _frame(camera: MapCamera) -> Frame:
    width, height = map(round, camera.size)
    corner = camera.originX, camera.originY
    return Frame(*corner, camera.scale, width, height, PX_PER_MM, PALETTE)
