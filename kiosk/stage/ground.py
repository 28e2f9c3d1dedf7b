"""What stands on the map at the moment, for QML: symbols, names, and what is drawn beneath."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.stage.camera import MapCamera
from kiosk.stage.layout import Leader, Line, Look, MapLayout
from kiosk.stage.marches import Arrow, Marches, Patch, Ring
from kiosk.stage.placing import Box
from kiosk.stage.rows import Rows
from kiosk.visit.playhead import Playhead
from kiosk.visit.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

TOUCH_MM = 10.0
"""A touch within this distance of a symbol or a place finds it."""

RELAYOUT_RATIO = 1.06
"""Names are placed anew when the scale has changed by this much."""

RELAYOUT_MM = 6.0
"""Names are placed anew when the ground was moved by this much."""

NEUTRAL = "#b9b09c"
"""The colour of an area that belongs to no side."""


@QmlElement
@QmlUncreatable("The stage owns the ground.")
class Ground(QObject):
    """The overlay of the map at the playhead's moment.

    Signals:
        drawn: everything was placed anew.
        picked: a touch found a record, as "formations/ID" or "places/ID".
    """

    drawn = Signal()
    picked = Signal(str)

    def __init__(
        self,
        exhibit: Exhibit,
        clock: Clock,
        camera: MapCamera,
        playhead: Playhead,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exhibit, self._clock = exhibit, clock
        self._camera, self._playhead = camera, playhead
        self._layout = MapLayout(exhibit, camera)
        self._marches = Marches(exhibit, clock, camera)
        self._look = Look(exhibit.exhibit.languages[0])
        self._laid: tuple[tuple[float, float, float, float], float, float, float] | None = None
        self.arrows: tuple[Arrow, ...] = ()
        self.rings: tuple[Ring, ...] = ()
        self.leaders: tuple[Leader, ...] = ()
        self.patches: tuple[Patch, ...] = ()
        self._units = Rows(
            ("key", "planeX", "planeY", "dx", "dy", "source", "colour", "symbolWidth",
             "symbolHeight", "label", "labelX", "labelY", "chosen", "ended", "pip", "spoken"),
            self,
        )  # fmt: skip
        self._names = Rows(
            ("key", "planeX", "planeY", "lead", "second", "labelX", "labelY", "kind",
             "px", "dot", "chosen", "spoken"),
            self,
        )  # fmt: skip
        camera.moved.connect(self._on_moved)
        camera.landed.connect(self.lay)
        playhead.hoursChanged.connect(self.lay)

    @Property(Rows, constant=True)
    def units(self) -> Rows:
        """The formations on the screen."""
        return self._units

    @Property(Rows, constant=True)
    def names(self) -> Rows:
        """The places on the screen."""
        return self._names

    @Property(int, notify=drawn)
    def textPx(self) -> int:
        """Em size of map text in px."""
        return self._look.text_px

    # ------------------------------------------------------------ what shapes the picture

    def _change(self, **changes: Any) -> None:
        look = replace(self._look, **changes)
        if look != self._look:
            self._look = look
            self.lay()

    def speak(self, language: str, second: str | None) -> None:
        """Names things in `language`, and what matters most in `second` too."""
        self._change(language=language, second=second)

    def measure(self, text_px: float, px_per_mm: float) -> None:
        """Takes the em size of map text in px and the physical scale of the screen."""
        self._change(text_px=round(text_px), px_per_mm=px_per_mm)

    def hide(self, layers: frozenset[str]) -> None:
        """Leaves out "units", "moves", "uncertainty" or "places"."""
        self._change(hidden=layers)

    def choose(self, refs: Iterable[str], told: Iterable[str] = (), **detail: bool) -> None:
        """Marks records ("formations/ID", "places/ID"); those `told` of come first, unmarked.

        `detail` may set the look's `sparse` and `doubt`; what it leaves out stays.
        """
        self._change(chosen=frozenset(refs), told=frozenset(told), **detail)

    def take_rails(self, rails: Sequence[Line]) -> None:
        """Takes the railway's lines, which names keep off."""
        self._layout.rails = rails
        self.lay()

    @Slot(float, float, float, float)
    def keepFree(self, x: float, y: float, width: float, height: float) -> None:
        """Keeps a rectangle of the screen, in px, free at the next laying; none if empty."""
        kept = Box(x, y, x + width, y + height) if width > 0 else None
        self._look = replace(self._look, kept=kept)

    def _on_moved(self) -> None:
        if not self._still_laid():
            self.lay()

    def _still_laid(self) -> bool:
        """Whether names placed for where the camera was still serve where it is."""
        camera, laid = self._camera, self._laid
        if laid is None or laid[0] != camera.focus:
            return False
        _, x, y, scale = laid
        if not 1 / RELAYOUT_RATIO < camera.scale / scale < RELAYOUT_RATIO:
            return False
        shift = math.hypot(camera.originX - x, camera.originY - y) * camera.scale
        return camera.flying or shift < RELAYOUT_MM * self._look.px_per_mm

    @Slot()
    def lay(self) -> None:
        """Places everything for the moment, the camera and the look."""
        if not self._camera.seen:
            return
        camera = self._camera
        self._laid = (camera.focus, camera.originX, camera.originY, camera.scale)
        look, layout, moment = self._look, self._layout, self._playhead.moment
        sightings = [s for s in self._clock.at(moment) if layout.shows(look, s)]
        if "units" in look.hidden:
            sightings = []
        marches, mm = self._marches, look.px_per_mm
        moves, doubt = "moves" not in look.hidden, "uncertainty" not in look.hidden
        self.arrows = marches.arrows(sightings, moment, layout.ground_km, mm) if moves else ()
        laid = layout.lay(look, sightings, [arrow.way for arrow in self.arrows])
        self._units.show(laid.units)
        self._names.show(laid.names)
        self.leaders = tuple(laid.leaders)
        self.rings = tuple(marches.rings(sightings, look.chosen, look.doubt, mm)) if doubt else ()
        areas = "units" not in look.hidden and not look.sparse
        self.patches = tuple(marches.patches(moment, NEUTRAL)) if areas else ()
        self.drawn.emit()

    # ------------------------------------------------------------ who and where

    def led_by(self, person: str) -> list[str]:
        """The formations that a person led, as refs."""
        return [
            f"formations/{formation.id}"
            for formation in self._exhibit.formations
            if any(commander.person == person for commander in formation.commanders)
        ]

    def spot(self, ref: str) -> tuple[float, float] | None:
        """(longitude, latitude) of a place or of a formation at the moment; None if nowhere."""
        kind, _, key = ref.partition("/")
        if kind == "places":
            where: tuple[float, float] = self._exhibit.indexed("places")[key].at
            return where
        if kind == "formations":
            sighting = self._clock.sighting(key, self._playhead.moment)
            return (sighting.lon, sighting.lat) if sighting else None
        return None

    # ------------------------------------------------------------ hands

    @Slot(float, float, result=bool)
    def pick(self, px: float, py: float) -> bool:
        """Finds the nearest symbol or place within `TOUCH_MM` of a touch."""
        best, ref = TOUCH_MM * self._look.px_per_mm, ""
        for kind, rows in (("formations", self._units.rows), ("places", self._names.rows)):
            for row in rows:
                x, y = self._on_screen(row)
                if kind == "formations":
                    x += row["dx"] + row["symbolWidth"] / 2
                    y += row["dy"] + row["symbolHeight"] / 2
                away = math.hypot(px - x, py - y)
                if away < best:
                    best, ref = away, f"{kind}/{row['key']}"
        if ref:
            self.picked.emit(ref)
        return bool(ref)

    def _on_screen(self, row: Any) -> tuple[float, float]:
        camera = self._camera
        return (
            (row["planeX"] - camera.originX) * camera.scale,
            (row["planeY"] - camera.originY) * camera.scale,
        )
