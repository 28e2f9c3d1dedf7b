"""Scenes of the map as the kiosk lays them out, for files."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Bounds, Exhibit, LayerStyle
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box
from kiosk.map.fitting import Fitting
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.labels.request import Request
from kiosk.map.picture import Cartographer, MapPicture
from kiosk.map.signs.proofs import ProofSpot
from kiosk.map.viewport import Viewport
from kiosk.stage.atlas import HIDDEN_AT_FIRST
from kiosk.telling.locale import Teller


@dataclass(frozen=True)
class Scene:
    """A scene on a map: where, when, and what it is about.

    What is `pointed_at` is always placed and named, what is `spoken_of` comes first; a `sparse`
    map shows only what matters most, and `proofs` are numbered.
    """

    bounds: Bounds
    moment: dt.datetime
    pointed_at: frozenset[Ref] = frozenset()
    spoken_of: frozenset[Ref] = frozenset()
    sparse: bool = False
    proofs: tuple[ProofSpot, ...] = ()


class Scenery:
    """Draws scenes of an exhibit, each as if it were the first."""

    def __init__(self, exhibit: Exhibit, base: BaseMap) -> None:
        self._bounds = exhibit.map.bounds
        self.clock = Clock(exhibit)
        self._cartographer = Cartographer(exhibit, self.clock)
        self._cartographer.take_rails(base.lines(LayerStyle.RAILWAY))
        self._cartographer.take_rivers(base.lines(LayerStyle.RIVER))

    def viewport(self, width: float, height: float, bounds: Bounds, px_per_mm: float) -> Viewport:
        """A look at `bounds` on a picture of some px."""
        fitting = Fitting.of(self._bounds, (0, 0, width, height))
        return fitting.viewport(fitting.fitted(bounds), px_per_mm)

    def picture(
        self,
        scene: Scene,
        viewport: Viewport,
        teller: Teller,
        *,
        text_px: int,
        px_per_mm: float,
        kept: Box,
    ) -> MapPicture:
        """A scene seen through a viewport, with the names of a language; `kept` stays free."""
        request = Request(
            teller.language,
            teller.second_language,
            text_px,
            px_per_mm,
            HIDDEN_AT_FIRST,
            pointed_at=scene.pointed_at,
            spoken_of=scene.spoken_of,
            sparse=scene.sparse,
            kept=(kept,),
            proofs=scene.proofs,
            teller=teller,
        )
        return self._cartographer.draw(scene.moment, viewport, request)


def round_below(km: float) -> float:
    """The largest 1, 2 or 5 times a power of ten that is not above `km`, for a scale bar."""
    return next(
        step * 10.0**power
        for power in range(5, -5, -1)
        for step in (5, 2, 1)
        if step * 10.0**power <= km
    )
