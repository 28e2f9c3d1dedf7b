"""The camera over the map: where it stands, how far it may go, how it flies."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.geo import project, unproject
from kiosk.exhibit.model import Bounds
from kiosk.map.fitting import Fitting, px_per_ground_km
from kiosk.map.flight import (
    GLIDE_ENDS,
    GLIDE_S,
    STILL,
    Drift,
    Path,
    Pose,
    alike,
    carried,
    eased,
    flight,
    glide_path,
    zoom_path,
)
from kiosk.map.viewport import PlaneBox, Viewport
from kiosk.qt.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage owns the camera.")
class MapCamera(QObject):
    """The point from which the map is looked at.

    The focus is the part of the screen that no text covers; a view is fitted into it.

    Signals:
        moved: position or scale changed.
        departed: a flight begins; the screen turns `fly` from 0 to 1 within `flightMs`.
        landed: the flight is over.
        taken: a hand took the camera from the view that it showed.
    """

    moved = Signal()
    departed = Signal()
    landed = Signal()
    taken = Signal()

    def __init__(self, bounds: Bounds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._width, self._height = 1280.0, 720.0
        self._fitting = Fitting.of(bounds, (0.0, 0.0, 1280.0, 720.0))
        left, top, right, bottom = self._fitting.limits
        self._pose = Pose((left + right) / 2, (top + bottom) / 2, 1.0)
        self._target: Bounds | None = None
        self._revealed: tuple[float, float] | None = None
        self._end = self._pose
        self._path: Path = zoom_path(self._pose, self._pose)
        self._progress = 1.0
        self._pace_ms = self._flight_ms = 600
        self._gliding = False
        self._seen = False

    # ------------------------------------------------------------ what is seen

    @Property(float, notify=moved)
    def originX(self) -> float:
        """Plane x of the screen's left edge, in km."""
        return self._fitting.origin_of(self._pose)[0]

    @Property(float, notify=moved)
    def originY(self) -> float:
        """Plane y of the screen's top edge, in km."""
        return self._fitting.origin_of(self._pose)[1]

    @Property(float, notify=moved)
    def scale(self) -> float:
        """Pixels per plane kilometre."""
        return self._pose.scale

    @Property(float, notify=moved)
    def pxPerGroundKm(self) -> float:
        """Pixels per kilometre on the ground, at the centre of the focus."""
        return px_per_ground_km(self._pose)

    @property
    def seen(self) -> bool:
        """True once a screen has said how large it is."""
        return self._seen

    @property
    def flying(self) -> bool:
        """True while a flight is on its way."""
        return self._progress < 1

    @property
    def gliding(self) -> bool:
        """True while the flight is what a fling left."""
        return self.flying and self._gliding

    @Property(int, notify=departed)
    def flightMs(self) -> int:
        """The time that the flight at hand takes."""
        return self._flight_ms

    @property
    def size(self) -> tuple[float, float]:
        """The whole screen in px."""
        return self._width, self._height

    @property
    def focus(self) -> tuple[float, float, float, float]:
        """The free part of the screen in px: left, top, width, height."""
        return self._fitting.focus

    @property
    def pose(self) -> Pose:
        """The pose at which the camera stands, or is on its way."""
        return self._pose

    @property
    def destination(self) -> Pose:
        """The pose at which a flight ends, or at which the camera stands."""
        return self._end if self.flying else self._pose

    @property
    def outlook(self) -> PlaneBox:
        """The part of the plane that is in the focus where a flight ends, or where it stands."""
        pose, (_, _, width, height) = self.destination, self.focus
        across, down = width / pose.scale / 2, height / pose.scale / 2
        return pose.x - across, pose.y - down, pose.x + across, pose.y + down

    def viewport(self, px_per_mm: float) -> Viewport:
        """The part of the map that is seen now."""
        return self._fitting.viewport(self._pose, px_per_mm)

    def viewport_at(self, pose: Pose, px_per_mm: float) -> Viewport:
        """The part of the map that is seen from `pose`."""
        return self._fitting.viewport(pose, px_per_mm)

    def origin_of(self, pose: Pose) -> tuple[float, float]:
        """Plane coordinates of the screen's top left corner at `pose`."""
        return self._fitting.origin_of(pose)

    def screen_of(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a point on the ground."""
        x, y = project(lon, lat)
        left, top = self.origin_of(self._pose)
        return (x - left) * self._pose.scale, (y - top) * self._pose.scale

    def ground_of(self, px: float, py: float) -> tuple[float, float]:
        """(longitude, latitude) under a pixel."""
        left, top = self.origin_of(self._pose)
        return unproject(left + px / self._pose.scale, top + py / self._pose.scale)

    # ------------------------------------------------------------ the screen

    @Slot(float, float, float, float, float, float)
    def setScreen(
        self, width: float, height: float, left: float, top: float, across: float, down: float
    ) -> None:
        """Takes the screen's size and its free part; the view at hand is fitted anew."""
        if min(width, height, across, down) < 1:
            return
        focus = (left, top, across, down)
        first, self._seen = not self._seen, True
        if not first and (width, height, focus) == (*self.size, self.focus):
            return
        origin = self.origin_of(self._pose)
        resized = first or (width, height) != (self._width, self._height)
        self._width, self._height = width, height
        self._fitting = replace(self._fitting, focus=focus)
        if resized and self._target is not None:
            self.jump_to(self._target)
            return
        # What is seen stays where it is on the glass, and flies from there.
        drift = self._drift()
        self._progress = 1.0
        centre, scale = self._fitting.centre, self._pose.scale
        self._pose = Pose(origin[0] + centre[0] / scale, origin[1] + centre[1] / scale, scale)
        if self._target is not None:
            self._fly_to(self.fitted(self._target), drift)
        else:
            self._pose = self._fitting.held(self._pose)
        if self._revealed is not None:
            self.reveal(*self._revealed)
        self.moved.emit()

    def fitted(self, bounds: Bounds) -> Pose:
        """The pose that shows all of `bounds` in the focus."""
        return self._fitting.fitted(bounds)

    def farthest(self) -> Pose:
        """The pose that shows the whole map."""
        return self._fitting.farthest()

    def go_on_from(self, before: MapCamera) -> None:
        """Stands on the screen of another camera: where a hand had put it, else at its own view."""
        self._width, self._height = before._width, before._height
        self._fitting = replace(self._fitting, focus=before.focus)
        self._seen, self._pace_ms = before._seen, before._pace_ms
        if before._target is None:
            self._target = None
            self._stand_at(self._fitting.held(before.destination))
        elif self._target is not None:
            self.jump_to(self._target)

    # ------------------------------------------------------------ flights

    @Slot(int)
    def setPace(self, ms: int) -> None:
        """Takes how long flights last; with 0 they are cuts, and nothing glides."""
        self._pace_ms = max(0, ms)

    def fly_to(self, bounds: Bounds) -> None:
        """Begins a flight to the view of `bounds`; it plays as `progress` is turned."""
        self._target = bounds
        self._revealed = None
        self._fly_to(self.fitted(bounds), self._drift())

    @Slot(float, float)
    def reveal(self, lon: float, lat: float) -> None:
        """Moves so that the point is in the focus, if it is not; holds when the focus changes."""
        self._revealed = (lon, lat)
        _, _, width, height = self.focus
        end = self.destination
        x, y = project(lon, lat)
        across, down = (x - end.x) * end.scale, (y - end.y) * end.scale
        if abs(across) < width * 0.4 and abs(down) < height * 0.4:
            return
        self._fly_to(self._fitting.held(Pose(x, y, end.scale)), self._drift())

    def release(self) -> None:
        """Lets go of the revealed point; the view that was flown to last is flown to again."""
        self._revealed = None
        if self._target is not None:
            self._fly_to(self.fitted(self._target), self._drift())

    def _fly_to(self, end: Pose, drift: Drift) -> None:
        start, width = self._pose, self.focus[2]
        self._depart(end, carried(lambda time: flight(start, end, width, eased(time)), drift))

    def _depart(self, end: Pose, path: Path, glide_ms: int = 0) -> None:
        """Sets out for `end` along `path`, which keeps within the map if the camera is there."""
        inside = alike(self._fitting.held(self._pose), self._pose)
        self._end, self._gliding = end, glide_ms > 0
        self._flight_ms = glide_ms or self._pace_ms
        if self._pose == end or not self._pace_ms:
            self._stand_at(end)
            return
        self._path = (lambda time: self._fitting.held(path(time))) if inside else path
        self._progress = 0.0
        self.departed.emit()

    def _drift(self) -> Drift:
        """The speed of the camera now, for a flight of the usual length."""
        if not self.flying or not self._flight_ms:
            return STILL
        time, step = self._progress, 1e-4
        a, b = self._path(max(0.0, time - step)), self._path(min(1.0, time + step))
        per = self._pace_ms / self._flight_ms / (min(1.0, time + step) - max(0.0, time - step))
        return (b.x - a.x) * per, (b.y - a.y) * per, math.log(b.scale / a.scale) * per

    def _stand_at(self, pose: Pose) -> None:
        self._end = self._pose = pose
        self._progress = 1.0
        self.moved.emit()
        self.landed.emit()

    def jump_to(self, bounds: Bounds) -> None:
        """Stands at the view of `bounds` at once."""
        self._target = bounds
        self._stand_at(self.fitted(bounds))

    @Slot(float)
    def fly(self, progress: float) -> None:
        """Turns the flight at hand to `progress` 0..1 of its time; nothing without one."""
        if not self.flying or math.isnan(progress):
            return
        if progress >= 1:
            self._stand_at(self._end)
            return
        before, self._pose = self._pose, self._path(max(progress, 0.0))
        at_the_edge = self._gliding and progress > self._progress and self._pose == before
        self._progress = max(progress, 0.0)
        if at_the_edge:
            self._stand_at(self._pose)
        else:
            self.moved.emit()

    # ------------------------------------------------------------ hands

    @Slot(float, float)
    def pan(self, dx: float, dy: float) -> None:
        """Moves the ground by pixels under the hand."""
        self.take(dx, dy, 1.0, *self._fitting.centre)

    @Slot(float, float, float)
    def zoom(self, factor: float, px: float, py: float) -> None:
        """Scales by `factor`; the ground under pixel (px, py) stays there."""
        self.take(0.0, 0.0, factor, px, py)

    def take(self, dx: float, dy: float, factor: float, px: float, py: float) -> None:
        """Scales by `factor` about pixel (px, py) and moves the ground by (dx, dy) px.

        A hand ends any flight where it is. What is not finite, or no scale, changes nothing.
        """
        if not all(map(math.isfinite, (dx, dy, factor, px, py))) or factor <= 0:
            return
        self._let_go()
        self._progress = 1.0
        pose = self._scaled(self._pose, factor, px, py)
        self._pose = self._fitting.held(
            Pose(pose.x - dx / pose.scale, pose.y - dy / pose.scale, pose.scale)
        )
        self.moved.emit()

    def zoom_to(self, factor: float, px: float, py: float) -> None:
        """Flies to `factor` times the scale that it stands at, or flies to, about (px, py)."""
        self.halt()
        self._let_go()
        end = self._fitting.held(self._scaled(self.destination, factor, px, py))
        self._depart(end, carried(zoom_path(self._pose, end), self._drift()))

    def pan_to(self, dx: float, dy: float) -> None:
        """Flies so that the ground moves by (dx, dy) px from where it lies, or will lie."""
        self.halt()
        self._let_go()
        pose = self.destination
        end = self._fitting.held(
            Pose(pose.x - dx / pose.scale, pose.y - dy / pose.scale, pose.scale)
        )
        self._fly_to(end, self._drift())

    def fling(self, vx: float, vy: float) -> None:
        """Lets the ground glide on from (vx, vy) px a second; one screen at most."""
        speed = math.hypot(vx, vy)
        if not 0 < speed < math.inf or not self._pace_ms:
            return
        far = min(1.0, self.focus[2] / (speed * GLIDE_S)) * GLIDE_S / self._pose.scale
        path = glide_path(self._pose, -vx * far, -vy * far)
        self._depart(self._fitting.held(path(1.0)), path, round(1000 * GLIDE_S * GLIDE_ENDS))

    def halt(self) -> None:
        """Stops what glides where it is."""
        if self.gliding:
            self._stand_at(self._pose)

    def _scaled(self, pose: Pose, factor: float, px: float, py: float) -> Pose:
        scale = self._fitting.held(Pose(pose.x, pose.y, pose.scale * factor)).scale
        centre, shift = self._fitting.centre, 1 / pose.scale - 1 / scale
        return Pose(pose.x + (px - centre[0]) * shift, pose.y + (py - centre[1]) * shift, scale)

    def _let_go(self) -> None:
        """The view that was flown to is no longer what the visitor looks at."""
        self._revealed = None
        if self._target is not None:
            self._target = None
            self.taken.emit()
