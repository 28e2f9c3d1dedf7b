"""What stands on the map at the moment, for QML: symbols, names, and what is drawn beneath."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.geo import plane_per_ground, project
from kiosk.exhibit.model import Exhibit, Place
from kiosk.map.boxes import Box
from kiosk.map.camera import MapCamera
from kiosk.map.ground.palette import TABLE
from kiosk.map.labels.laid import Leader
from kiosk.map.labels.layout import MapLayout
from kiosk.map.labels.look import Look
from kiosk.map.labels.roster import Roster
from kiosk.map.labels.targets import Target, touched
from kiosk.map.signs.marches import Arrow, Marches, Patch, Ring
from kiosk.map.viewport import PlanePoint
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_HOURS = 1.5
"""When the playhead jumps by more, everything looks for its best place anew."""

RELAYOUT_RATIO, FLIGHT_RATIO = 1.12, 1.6
"""Names are placed anew when the scale has changed by this much, under a hand or in a flight."""

RELAYOUT_MM = 6.0
"""Names are placed anew when the ground was moved by this much."""

NEUTRAL = TABLE.muted
"""The colour of an area that belongs to no side."""


@QmlElement
@QmlUncreatable("The stage owns the ground.")
class Ground(QObject):
    """The overlay of the map at the playhead's moment.

    A turn of the page changes the hour, the camera and the look by turns; all is placed once,
    when who shows it calls `catch_up` before the next frame, or somebody asks what is shown.

    Signals:
        awaited: something is to be placed anew.
        drawn: everything was placed anew.
    """

    awaited = Signal()
    drawn = Signal()

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
        self._roster, self._layout = Roster(exhibit, clock), MapLayout(exhibit)
        self._marches = Marches(exhibit, clock)
        self._look = Look(exhibit.exhibit.languages[0])
        self._laid: tuple[tuple[float, float, float, float], float, float, float] | None = None
        self._hours = -math.inf
        self._targets: tuple[Target, ...] = ()
        self._arrows: tuple[Arrow, ...] = ()
        self._rings: tuple[Ring, ...] = ()
        self._leaders: tuple[Leader, ...] = ()
        self._patches: tuple[Patch, ...] = ()
        self._kept: dict[str, Box] = {}
        self._due = self._settles = False
        self._units: Rows[Any] = Rows(
            ("key", "planeX", "planeY", "dx", "dy", "source", "colour", "symbolWidth",
             "symbolHeight", "label", "labelX", "labelY", "chosen", "ended", "pip", "spoken"),
            self,
        )  # fmt: skip
        self._names: Rows[Any] = Rows(
            ("key", "planeX", "planeY", "lead", "second", "labelX", "labelY", "kind", "tint",
             "modern", "labelWidth", "labelHeight", "angle", "px",
             "modernPx", "spacing", "dot", "located", "chosen", "spoken"),
            self,
        )  # fmt: skip
        camera.moved.connect(self._on_moved)
        camera.landed.connect(self._arrive)
        playhead.hoursChanged.connect(self._on_hours)

    @Property(Rows, constant=True)
    def units(self) -> Rows[Any]:
        """The formations on the screen."""
        self.catch_up()
        return self._units

    @Property(Rows, constant=True)
    def names(self) -> Rows[Any]:
        """The places on the screen."""
        self.catch_up()
        return self._names

    @property
    def arrows(self) -> tuple[Arrow, ...]:
        """The marches."""
        self.catch_up()
        return self._arrows

    @property
    def rings(self) -> tuple[Ring, ...]:
        """The doubt about where things stood."""
        self.catch_up()
        return self._rings

    @property
    def leaders(self) -> tuple[Leader, ...]:
        """The lines of symbols that stepped aside."""
        self.catch_up()
        return self._leaders

    @property
    def patches(self) -> tuple[Patch, ...]:
        """The areas in force."""
        self.catch_up()
        return self._patches

    @Property(int, notify=drawn)
    def textPx(self) -> int:
        """Em size of map text in px."""
        return self._look.text_px

    # ------------------------------------------------------------ what shapes the picture

    def _change(self, **changes: Any) -> None:
        look = replace(self._look, **changes)
        if look != self._look:
            if changes.keys() & {"language", "text_px", "px_per_mm", "hidden"}:
                self._layout.forget()
            self._look = look
            self.lay()

    def speak(self, language: str, second: str | None) -> None:
        """Names things in `language`, and what matters most in `second` too."""
        self._change(language=language, second=second)

    def measure(self, text_px: float, px_per_mm: float) -> None:
        """Takes the em size of map text in px and the physical scale of the screen."""
        self._change(text_px=round(text_px), px_per_mm=px_per_mm)

    def hide(self, layers: frozenset[str]) -> None:
        """Leaves out "units", "moves", "uncertainty", "places" or "modern" names."""
        self._change(hidden=layers)

    def choose(self, refs: Iterable[str], told: Iterable[str] = (), **detail: bool) -> None:
        """Marks records ("formations/ID", "places/ID"); those `told` of come first, unmarked.

        `detail` may set the look's `sparse` and `doubt`; what it leaves out stays.
        """
        self._change(chosen=frozenset(refs), told=frozenset(told), **detail)

    def take_rails(self, rails: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the railway's lines, which names keep off and symbols don't cross."""
        self._layout.take_rails(rails)
        self.lay()

    def take_rivers(self, rivers: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the rivers' lines, along which their names stand."""
        self._layout.take_rivers(rivers)
        self.lay()

    @Slot(str, float, float, float, float)
    def keepFree(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Keeps a rectangle of the screen, in px, for `name` at the next laying; none if empty."""
        self._kept.pop(name, None)
        if width > 0:
            self._kept[name] = Box(x, y, x + width, y + height)
        self._look = replace(self._look, kept=tuple(self._kept.values()))

    def go_on_from(self, before: Ground) -> None:
        """Leaves free what another ground on the same screen does."""
        self._kept = dict(before._kept)
        self._look = replace(self._look, kept=before._look.kept)
        self.lay()

    @Slot()
    def _on_moved(self) -> None:
        if not self._still_laid():
            self._order(settle=False)

    @Slot()
    def _on_hours(self) -> None:
        self._order(settle=abs(self._playhead.hours - self._hours) > SETTLE_HOURS)

    def _still_laid(self) -> bool:
        """Whether names placed for where the camera was still serve where it is."""
        camera, laid = self._camera, self._laid
        if laid is None or laid[0] != camera.focus:
            return False
        _, x, y, scale = laid
        ratio = FLIGHT_RATIO if camera.flying else RELAYOUT_RATIO
        if not 1 / ratio < camera.scale / scale < ratio:
            return False
        shift = math.hypot(camera.originX - x, camera.originY - y) * camera.scale
        return camera.flying or shift < RELAYOUT_MM * self._look.px_per_mm

    @Slot()
    def _arrive(self) -> None:
        """A view that was flown to looks the same to every visitor."""
        if not self._playhead.playing:
            self._layout.forget()
        self.lay()

    @Slot()
    def lay(self) -> None:
        """Has everything placed as well as can be for the moment, the camera and the look."""
        self._order(settle=True)

    def _order(self, *, settle: bool) -> None:
        self._settles = self._settles or settle
        if not self._due:
            self._due = True
            self.awaited.emit()

    def catch_up(self) -> None:
        """Places everything, if that is due."""
        if self._due:
            settle = self._settles
            self._due = self._settles = False
            self._lay(settle=settle)

    def _lay(self, *, settle: bool) -> None:
        """Places everything; without `settle` what has a place keeps it while that serves."""
        if not self._camera.seen:
            return
        camera = self._camera
        self._laid = (camera.focus, camera.originX, camera.originY, camera.scale)
        self._hours = self._playhead.hours
        look, moment = self._look, self._playhead.moment
        viewport, roster = camera.viewport(look.px_per_mm), self._roster
        sightings: Sequence[Sighting] = ()
        if "units" not in look.hidden:
            there = self._clock.at(moment, among=roster.near(look, viewport))
            sightings = roster.fitting(look, viewport, there)
        marches, mm = self._marches, look.px_per_mm
        moves, doubt = "moves" not in look.hidden, "uncertainty" not in look.hidden
        self._arrows = marches.arrows(sightings, moment, viewport, mm) if moves else ()
        areas = "units" not in look.hidden and not look.sparse
        self._patches = tuple(marches.patches(moment, NEUTRAL, viewport, mm)) if areas else ()
        drawn: tuple[Arrow | Patch, ...] = (*self._arrows, *self._patches)
        laid = self._layout.lay(look, viewport, moment, sightings, drawn, settle=settle)
        self._units.show(laid.units)
        self._names.show(laid.names)
        self._targets = tuple(laid.targets)
        self._leaders = tuple(laid.leaders)
        whole = {row["key"] for row in laid.units if row["chosen"] or not row["pip"]}
        stood = [sighting for sighting in sightings if sighting.formation in whole]
        rings = marches.rings(stood, look.chosen, look.doubt, viewport, mm)
        self._rings = (*rings, *map(_ring_of, laid.doubtful)) if doubt else ()
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

    def find(self, px: float, py: float) -> tuple[str, float, float] | None:
        """The record of the nearest symbol, name or spot within `TOUCH_MM` of a touch in px.

        With the middle of what was found, in px.
        """
        self.catch_up()
        mm = self._look.px_per_mm
        return touched(self._targets, self._camera.viewport(mm), px, py, mm)


def _ring_of(place: Place) -> Ring:
    """How far a place that is on no map may have been from where it is drawn."""
    radius = place.precision_km * plane_per_ground(place.at[1])
    return Ring(*project(*place.at), radius, NEUTRAL, chosen=False)
