"""The situation on the map at the moment, for QML: when it is placed anew, and as rows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import NoRef, Ref
from kiosk.map.boxes import Box
from kiosk.map.camera import MapCamera
from kiosk.map.fading import Fading
from kiosk.map.fitting import Focus
from kiosk.map.flight import Pose
from kiosk.map.labels.layout import Memory
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import EdgeItem, FormationSign, PlaceLabel
from kiosk.map.labels.targets import touched
from kiosk.map.morphing import Morphing
from kiosk.map.picture import Cartographer, MapPicture
from kiosk.map.scenes import Scene, Scenes
from kiosk.map.signs.proofs import ProofSign, ProofSpot
from kiosk.map.signs.proposals import Proposal
from kiosk.map.viewport import PlanePoint
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows
from kiosk.telling.locale import Teller
from kiosk.visit.playhead import Playhead

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_HOURS = 1.5
"""A jump of the playhead by more has everything look for its best place anew."""

RELAYOUT_RATIO, FLIGHT_RATIO = 1.12, 1.6
"""Names are placed anew when the scale has changed by this much, under a hand or in a flight."""

POINTED = frozenset({"chosen", "pointed_at", "spoken_of"})
"""The changes of a request after which what stands keeps its side where the campaign played."""

RELAYOUT_MM = 6.0
"""Names are placed anew when the ground was moved by this much."""


@QmlElement
@QmlUncreatable("The stage owns the situation.")
class Situation(QObject):
    """The picture of the map at the playhead's moment, seen from the camera.

    A turn of the page changes the hour, the camera and the request by turns; all is placed once,
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
        self._cartographer, self._scenes = Cartographer(exhibit, clock), Scenes(exhibit, clock)
        self._request = Request(exhibit.exhibit.languages[0])
        self._picture = MapPicture()
        self._memory: Memory | None = None
        self._laid: tuple[Focus, float, float, float] | None = None
        self._bound: Pose | None = None
        self._hours = -math.inf
        self._kept: dict[str, Box] = {}
        self._due = self._settles = self._played = False
        self._signs, self._names = Fading(FormationSign, self), Fading(PlaceLabel, self)
        self._edges, self._proofs = Fading(EdgeItem, self), Rows(ProofSign, self)
        self._morphing = Morphing(self)
        camera.moved.connect(self._on_moved)
        camera.landed.connect(self._arrive)
        playhead.hoursChanged.connect(self._on_hours)

    @property
    def picture(self) -> MapPicture:
        """The picture of what stands on the map."""
        self.catch_up()
        return self._picture

    @Property(Rows, constant=True)
    def signs(self) -> Rows[FormationSign]:
        """The formations on the screen."""
        self.catch_up()
        return self._signs.shown

    @Property(Rows, constant=True)
    def signsGone(self) -> Rows[FormationSign]:
        """The formations that were shown a moment ago, as they stood."""
        return self._signs.gone

    @Property(Rows, constant=True)
    def names(self) -> Rows[PlaceLabel]:
        """The names on the screen."""
        self.catch_up()
        return self._names.shown

    @Property(Rows, constant=True)
    def namesGone(self) -> Rows[PlaceLabel]:
        """The names that were shown a moment ago, as they stood."""
        return self._names.gone

    @Property(Rows, constant=True)
    def edges(self) -> Rows[EdgeItem]:
        """The records that wait at the edge of the map."""
        self.catch_up()
        return self._edges.shown

    @Property(Rows, constant=True)
    def edgesGone(self) -> Rows[EdgeItem]:
        """The records that wait at the edge that were shown a moment ago, as they stood."""
        return self._edges.gone

    @property
    def leaves(self) -> bool:
        """True while something that has gone may still be seen to fade."""
        return any(rows.gone.rows for rows in (self._signs, self._names, self._edges))

    def let_go(self) -> None:
        """Lets go of what has faded: what was gone already when this was called last."""
        for rows in (self._signs, self._names, self._edges):
            rows.let_go()

    @Property(Rows, constant=True)
    def proofs(self) -> Rows[ProofSign]:
        """The numbers of a lesson's proofs on the screen."""
        self.catch_up()
        return self._proofs

    @Property(Morphing, constant=True)
    def morphing(self) -> Morphing:
        """The outlines that are on their way from one area to the next."""
        return self._morphing

    @Property(int, notify=drawn)
    def textPx(self) -> int:
        """Em size of map text in px."""
        return self._request.text_px

    # ------------------------------------------------------------ what is asked for

    def _change(self, **changes: Any) -> None:
        request = replace(self._request, **changes)
        if request != self._request:
            if changes.keys() & {"language", "text_px", "px_per_mm", "hidden"}:
                self._memory = None
            self._request = request
            self._order(settle=not (self._played and changes.keys() <= POINTED))

    def speak(self, teller: Teller) -> None:
        """Names things in the language of a teller, and what matters most in the second too."""
        self._change(language=teller.language, second=teller.second_language, teller=teller)

    def measure(self, text_px: float, px_per_mm: float) -> None:
        """Takes the em size of map text in px and the physical scale of the screen."""
        self._change(text_px=round(text_px), px_per_mm=px_per_mm)

    def hide(self, layers: frozenset[str]) -> None:
        """Leaves out "units", "moves", "uncertainty", "places" or "modern" names."""
        self._change(hidden=layers)

    def choose(self, refs: Iterable[Ref]) -> None:
        """Marks the formations and places that a visitor has touched."""
        self._change(chosen=frozenset(refs))

    def point(self, refs: Iterable[Ref], spoken_of: Iterable[Ref] = (), **detail: bool) -> None:
        """Takes the records that the page points at; those `spoken_of` come first, no more.

        Nothing stays chosen. `detail` may set the request's `sparse` and `shaped`; without it
        they stay.
        """
        self._change(
            chosen=frozenset(),
            pointed_at=frozenset(refs),
            spoken_of=frozenset(spoken_of),
            **detail,
        )

    def propose(self, proposals: Iterable[Proposal]) -> None:
        """Draws the answers to a decision, which alone are arrows then; none for none."""
        self._change(proposals=tuple(proposals))

    def prove(self, proofs: Iterable[ProofSpot]) -> None:
        """Numbers the proofs of a lesson; none for none."""
        self._change(proofs=tuple(proofs))

    def take_rails(self, rails: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the railway's lines, which names keep off and symbols don't cross."""
        self._cartographer.take_rails(rails)
        self._scenes.take_rails(rails)
        self.lay()

    def take_rivers(self, rivers: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the rivers' lines, along which their names stand."""
        self._cartographer.take_rivers(rivers)
        self._scenes.take_rivers(rivers)
        self.lay()

    @Slot(str, float, float, float, float)
    def keepFree(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Keeps a rectangle of the screen, in px, for `name` at the next laying; none if empty."""
        self._kept.pop(name, None)
        if width > 0:
            self._kept[name] = Box(x, y, x + width, y + height)
        kept = tuple(box for _, box in sorted(self._kept.items()))
        self._request = replace(self._request, kept=kept)

    def go_on_from(self, before: Situation) -> None:
        """Leaves free what another situation on the same screen does; nothing moves needlessly."""
        self._memory = before._memory
        self._kept = dict(before._kept)
        self._request = replace(self._request, kept=before._request.kept)
        self.lay()

    @Slot()
    def _on_moved(self) -> None:
        if not self._still_laid():
            self._order(settle=False)

    @Slot()
    def _on_hours(self) -> None:
        playing, far = self._playhead.playing, abs(self._playhead.hours - self._hours)
        jumped = not playing and far > SETTLE_HOURS
        self._played = playing or (self._played and not jumped)
        self._order(settle=jumped)

    @property
    def _lands(self) -> bool:
        """True in a flight whose end will be seen as if nothing had been seen before."""
        return self._camera.flying and not (self._camera.gliding or self._played)

    @property
    def _nears(self) -> bool:
        """True if what is placed for where the camera comes to would not be crowded yet."""
        return self._camera.scale * FLIGHT_RATIO > self._camera.destination.scale

    def _still_laid(self) -> bool:
        """True if names placed for where the camera was still serve where it is.

        In a flight those laid for the lesser scale stand: they are only pulled apart.
        """
        camera, laid = self._camera, self._laid
        if laid is None or laid[0] != camera.focus:
            return False
        _, x, y, scale = laid
        if self._lands:
            if self._nears:
                return self._bound == camera.destination
            return camera.scale > scale / FLIGHT_RATIO
        ratio = FLIGHT_RATIO if camera.flying else RELAYOUT_RATIO
        if not 1 / ratio < camera.scale / scale < ratio:
            return False
        shift = math.hypot(camera.originX - x, camera.originY - y) * camera.scale
        return camera.flying or shift < RELAYOUT_MM * self._request.px_per_mm

    @Slot()
    def _arrive(self) -> None:
        """A view that was flown to looks the same to every visitor."""
        self._played = self._playhead.playing
        if not self._played:
            self._memory = None
        self._order(settle=not (self._played and self._stands()))

    @Slot()
    def lay(self) -> None:
        """Has everything placed as well as can be; where the campaign played, nobody moves."""
        self._order(settle=not (self._played and self._stands()))

    def _stands(self) -> bool:
        """True if the camera stands where all was placed last."""
        memory, mm = self._memory, self._request.px_per_mm
        return memory is not None and memory.viewport == self._camera.viewport(mm)

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
        """Places everything; without `settle` what has a place keeps it while that serves.

        In a flight it is placed for where that ends, from when it would not be crowded.
        """
        camera, request = self._camera, self._request
        if not camera.seen:
            return
        lands, nears = self._lands, self._nears
        if lands and settle and not nears:
            self._bound = None
            return
        self._bound = camera.destination if lands and nears else None
        pose = self._bound or camera.pose
        self._laid = (camera.focus, *camera.origin_of(pose), pose.scale)
        flowed, self._hours = abs(self._playhead.hours - self._hours), self._playhead.hours
        viewport, moment = camera.viewport_at(pose, request.px_per_mm), self._playhead.moment
        if self._bound or (settle and self._memory is None):
            self._picture = self._scenes.picture(Scene(moment, viewport, request))
        else:
            self._picture = self._cartographer.draw(
                moment, viewport, request, self._memory, settle=settle
            )
        self._memory = self._picture.memory
        self._signs.show(self._picture.signs)
        self._names.show(self._picture.names)
        self._edges.show(self._picture.edges)
        self._proofs.show(self._picture.proofs)
        self._morphing.take(self._picture.areas, flowed)
        self.drawn.emit()

    # ------------------------------------------------------------ what comes next

    @property
    def request(self) -> Request:
        """All that is asked of the picture."""
        return self._request

    def expect(self, scenes: Iterable[Scene]) -> None:
        """Takes the scenes that may come next, the likeliest first, to be solved ahead."""
        self._scenes.expect(scenes)

    def work_ahead(self) -> bool:
        """Takes one step towards what is expected; False if there is nothing to do."""
        return self._scenes.work()

    # ------------------------------------------------------------ who and where

    def troops_of(self, person: str) -> Ref | NoRef:
        """The formation that stands for a person at the moment: troops of their own before staffs.

        Of several it is the last that stands on the map; "" for one who led none.
        """
        led = [
            ref_of(formation)
            for formation in self._exhibit.formations
            if any(commander.person == person for commander in formation.commanders)
        ]
        return next((ref for ref in reversed(led) if self.spot(ref)), "")

    def spot(self, ref: Ref) -> tuple[float, float] | None:
        """(longitude, latitude) of a place or of a formation at the moment; None if nowhere."""
        if ref.kind == "places":
            where: tuple[float, float] = self._exhibit.entry(ref).at
            return where
        if ref.kind == "formations":
            sighting = self._clock.sighting(ref.key, self._playhead.moment)
            return (sighting.lon, sighting.lat) if sighting else None
        return None

    # ------------------------------------------------------------ hands

    def find(self, px: float, py: float) -> tuple[Ref, float, float] | None:
        """The record of the nearest symbol, name or spot within `TOUCH_MM` of a touch in px.

        With the middle of what was found, in px.
        """
        self.catch_up()
        mm = self._request.px_per_mm
        return touched(self._picture.targets, self._camera.viewport(mm), px, py, mm)
