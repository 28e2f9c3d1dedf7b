"""Maps of a size for pages: their size, and the ground that each shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.exhibit.geo import project
from kiosk.exhibit.model import Bounds
from kiosk.map.boxes import Box
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.request import LEAST_TEXT_MM
from kiosk.map.picture import MapPicture
from kiosk.map.viewport import Viewport
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

PALETTE = replace(TABLE, veils=False)
"""The kiosk's palette, less what only pictures of px can show."""

BAR_SHARE = 0.25
"""The part of the width that the scale bar takes at most."""


@dataclass(frozen=True)
class SiteMap:
    """A scene as it is drawn; `frame` is what its picture shows, `bar` a scale bar's km and px."""

    picture: MapPicture
    frame: Frame
    bar: tuple[float, float]


def lay(scenery: Scenery, scene: Scene, teller: Teller) -> SiteMap:
    """Lays a scene out with the names of a language."""
    viewport, frame = _seen(scenery, scene.bounds)
    km = round_below(BAR_SHARE * WIDTH / viewport.ground_scale)
    px = km * viewport.ground_scale
    high = 2.2 * TEXT_PX
    top = frame.height - high
    picture = scenery.picture(
        scene,
        viewport,
        teller,
        text_px=TEXT_PX,
        px_per_mm=PX_PER_MM,
        kept=Box(0, top, px + 1.5 * TEXT_PX, top + high),
    )
    return SiteMap(picture, frame, (km, px))


def frame_of(scenery: Scenery, bounds: Bounds) -> Frame:
    """The frame of a picture that shows `bounds`."""
    return _seen(scenery, bounds)[1]


def _seen(scenery: Scenery, bounds: Bounds) -> tuple[Viewport, Frame]:
    west, south, east, north = bounds
    (left, top), (right, bottom) = project(west, north), project(east, south)
    shape = min(STEEPEST, max(FLATTEST, (bottom - top) / (right - left)))
    height = round(WIDTH * shape)
    viewport = scenery.viewport(WIDTH, height, bounds, PX_PER_MM)
    corner = viewport.x, viewport.y
    return viewport, Frame(*corner, viewport.scale, WIDTH, height, PX_PER_MM, PALETTE)
