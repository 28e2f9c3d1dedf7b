"""The situation on the map at the moment, for QML: when it is placed anew, and as rows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import NoRef, Ref
from kiosk.map.aim import Aim
from kiosk.map.boxes import Box
from kiosk.map.camera import MapCamera
from kiosk.map.fading import Fading
from kiosk.map.flight import Pose
from kiosk.map.labels.layout import Memory
from kiosk.map.labels.request import Request
from kiosk.map.labels.result import EdgeItem, FormationSign, PlaceLabel
from kiosk.map.labels.targets import touched
from kiosk.map.morphing import Morphing
from kiosk.map.picture import Cartographer, Drawing, MapPicture, gone_on
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

POINTED = frozenset({"chosen", "pointed_at", "spoken_of"})
"""The changes of a request after which what stands keeps its side where the campaign played."""


@QmlElement
@QmlUncreatable("The stage owns the situation.")
class Situation(QObject):
    """The picture of the map at the playhead's moment, seen from the camera.

    A turn of the page changes the hour, the camera and the request by turns; all is placed once,
    when who shows it calls `go_on` before the next frame, or somebody asks what is shown. Under a
    hand that moves the map it is placed in steps, between frames that move what stands.

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
        self._aim = Aim(camera)
        self._request = Request(exhibit.exhibit.languages[0])
        self._picture = MapPicture()
        self._memory: Memory | None = None
        self._hours, self._kept = -math.inf, dict[str, Box]()
        self._due = self._settles = self._hurries = self._flies = False
        self._at_work: tuple[Pose, Drawing] | None = None
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.awaited)
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

    @property
    def seen(self) -> MapPicture:
        """The picture that was placed last, whatever is due."""
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
            self._order(settle=not (self._aim.played and changes.keys() <= POINTED))

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
        self._flies = self._flies or self._camera.flying
        if not self._aim.serves(self._request.px_per_mm):
            self._order(settle=False, hurries=not self._aim.fits)

    @Slot()
    def _on_hours(self) -> None:
        playing = self._playhead.playing
        jumped = not playing and abs(self._playhead.hours - self._hours) > SETTLE_HOURS
        self._aim.played = playing or (self._aim.played and not jumped)
        self._memory = self._memory and self._memory.of_names() if jumped else self._memory
        self._order(settle=jumped)

    @Slot()
    def _arrive(self) -> None:
        """A view that was flown to looks the same to every visitor."""
        self._aim.played = self._playhead.playing
        if not self._aim.played:
            self._memory = None
        self._order(settle=not (self._aim.played and self.stands), hurries=not self._flies)
        self._flies = False

    @Slot()
    def lay(self) -> None:
        """Has everything placed as well as can be; where the campaign played, nobody moves."""
        self._order(settle=not (self._aim.played and self.stands))

    @property
    def stands(self) -> bool:
        """True if the camera stands where all was placed last."""
        memory, mm = self._memory, self._request.px_per_mm
        return memory is not None and memory.viewport == self._camera.viewport(mm)

    def _order(self, *, settle: bool, hurries: bool = True) -> None:
        self._settles, self._hurries = self._settles or settle, self._hurries or hurries
        if settle or hurries:
            self._at_work = None
        if not self._due:
            self._due = True
            self.awaited.emit()

    def catch_up(self) -> None:
        """Places everything, if that is due."""
        self._hurries = self._due
        self.go_on()

    def go_on(self) -> None:
        """Places everything, if that is due; where only the camera has moved, a part of it.

        The rest is placed before the next frames. In a flight all is placed for where that ends,
        from when it would not be crowded.
        """
        awaited = self._due and self._camera.seen
        pose = self._aim.take(settle=self._settles) if awaited else None
        if pose is None:
            self._finish()
            return
        placed = self._whole(pose) if self._hurries else self._part(pose)
        if placed is not None:
            self._finish()
            self._show(*placed)
            self._due = not self._aim.serves(self._request.px_per_mm)
        if self._due:
            self._later.start()

    @property
    def at_work(self) -> bool:
        """True while more is to be placed before the next frame."""
        return self._later.isActive()

    def _finish(self) -> None:
        self._due = self._settles = self._hurries = False
        self._at_work = None

    @property
    def _is_new(self) -> bool:
        """True if what comes is seen as if nothing had been seen before."""
        return self._aim.bound is not None or (self._settles and self._memory is None)

    def _whole(self, pose: Pose) -> tuple[MapPicture, Pose]:
        """The picture for a pose; what has a place keeps it unless better ones are to be sought."""
        scene = self._scene(pose)
        if self._is_new:
            return self._scenes.picture(scene), pose
        return self._cartographer.draw(*scene, self._memory, settle=self._settles), pose

    def _part(self, pose: Pose) -> tuple[MapPicture, Pose] | None:
        """The same a few steps on, once that is all; for where it was begun if a hand moves on."""
        if self._is_new:
            picture = self._scenes.go_on(self._scene(pose))
        else:
            if self._at_work is None:
                asked = *self._scene(pose), self._memory
                self._at_work = pose, self._cartographer.drawing(*asked, settle=self._settles)
            pose, drawing = self._at_work
            picture = gone_on(drawing)
        return (picture, pose) if picture is not None else None

    def _scene(self, pose: Pose) -> Scene:
        """The scene at the playhead's moment, seen from a pose."""
        viewport = self._camera.viewport_at(pose, self._request.px_per_mm)
        return Scene(self._playhead.moment, viewport, self._request)

    def _show(self, picture: MapPicture, pose: Pose) -> None:
        """Shows a picture of the playhead's moment, which was placed for a pose."""
        self._aim.note(pose)
        flowed, self._hours = abs(self._playhead.hours - self._hours), self._playhead.hours
        self._picture, self._memory = picture, picture.memory
        self._signs.show(picture.signs)
        self._names.show(picture.names)
        self._edges.show(picture.edges)
        self._proofs.show(picture.proofs)
        self._morphing.take(picture.areas, flowed)
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
        """Takes some steps towards what is expected; False if there is nothing to do."""
        return self._due or self._scenes.work()

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
