"""A scene of the map as the kiosk lays it out, for files, without a window."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Bounds, Exhibit, LayerStyle
from kiosk.map.camera import MapCamera
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.situation import Ground
from kiosk.qt.heldtime import HeldTime
from kiosk.stage.atlas import HIDDEN_AT_FIRST
from kiosk.telling.locale import Teller
from kiosk.visit.playhead import Playhead


@dataclass(frozen=True)
class Scene:
    """A scene on a map: where, when, and what it is about, as refs.

    What is `chosen` is marked, what is `told` of is placed first; a `sparse` map shows only what
    matters most.
    """

    bounds: Bounds
    moment: dt.datetime
    chosen: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    sparse: bool = False


class Scenery:
    """Lays scenes of an exhibit out, each as if it were the first."""

    def __init__(self, exhibit: Exhibit, base: BaseMap) -> None:
        self._exhibit, self._base = exhibit, base
        self.clock = Clock(exhibit)

    def camera(self, width: float, height: float, bounds: Bounds) -> MapCamera:
        """A camera that looks at `bounds` on a picture of some px."""
        camera = MapCamera(self._exhibit.map.bounds)
        camera.setScreen(width, height, 0, 0, width, height)
        camera.jump_to(bounds)
        return camera

    def ground(
        self, camera: MapCamera, scene: Scene, teller: Teller, text_px: float, px_per_mm: float
    ) -> Ground:
        """The ground of the map seen from `camera`, with the names of a language."""
        main = self._exhibit.exhibit
        playhead = Playhead(main.starts, main.ends, HeldTime(), camera)
        playhead.goTo(scene.moment)
        ground = Ground(self._exhibit, self.clock, camera, playhead, camera)
        ground.take_rails(self._base.lines(LayerStyle.RAILWAY))
        ground.take_rivers(self._base.lines(LayerStyle.RIVER))
        ground.hide(HIDDEN_AT_FIRST)
        ground.speak(teller.language, teller.second_language)
        ground.measure(text_px, px_per_mm)
        ground.choose(scene.chosen, scene.told, sparse=scene.sparse)
        return ground


def round_below(km: float) -> float:
    """The largest 1, 2 or 5 times a power of ten that is not above `km`, for a scale bar."""
    return next(
        step * 10.0**power
        for power in range(5, -5, -1)
        for step in (5, 2, 1)
        if step * 10.0**power <= km
    )
