"""The camera over the map: where it stands, how far it may go, how it flies."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.geo import plane_per_ground, project, unproject
from kiosk.exhibit.model import Bounds
from kiosk.visit.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

NEAREST_KM = 5.0
"""The least ground that the free part of the screen may show across."""

FLIGHT_CURVE = 1.3
"""How high a flight climbs (rho in van Wijk and Nuij, Smooth and efficient zooming, 2003)."""


@dataclass(frozen=True)
class Pose:
    """Centre of the focus in plane km, and pixels per plane km."""

    x: float
    y: float
    scale: float


def flight(start: Pose, end: Pose, width_px: float, progress: float) -> Pose:
    """The pose at `progress` 0..1 on the smooth path from `start` to `end`.

    Source: van Wijk and Nuij, Smooth and efficient zooming and panning, InfoVis 2003.
    """
    if progress <= 0 or progress >= 1:
        return start if progress <= 0 else end
    w0, w1 = width_px / start.scale, width_px / end.scale
    dx, dy = end.x - start.x, end.y - start.y
    u1 = math.hypot(dx, dy)
    rho = FLIGHT_CURVE
    if u1 < 1e-6 * w0:
        width = w0 * (w1 / w0) ** progress
        return Pose(start.x + dx * progress, start.y + dy * progress, width_px / width)
    b0 = (w1**2 - w0**2 + rho**4 * u1**2) / (2 * w0 * rho**2 * u1)
    b1 = (w1**2 - w0**2 - rho**4 * u1**2) / (2 * w1 * rho**2 * u1)
    r0, r1 = -math.asinh(b0), -math.asinh(b1)
    s = (r1 - r0) / rho * progress
    width = w0 * math.cosh(r0) / math.cosh(rho * s + r0)
    u = w0 / rho**2 * (math.cosh(r0) * math.tanh(rho * s + r0) - math.sinh(r0))
    return Pose(start.x + dx * u / u1, start.y + dy * u / u1, width_px / width)


@QmlElement
@QmlUncreatable("The stage owns the camera.")
class MapCamera(QObject):
    """Where the map is looked at from.

    The focus is the part of the screen that no text covers; a view is fitted into it.

    Signals:
        moved: position or scale changed.
        departed: a flight begins; the screen plays `fly` from 0 to 1.
        landed: the flight is over.
    """

    moved = Signal()
    departed = Signal()
    landed = Signal()

    def __init__(self, bounds: Bounds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = (*project(bounds[0], bounds[3]), *project(bounds[2], bounds[1]))
        self._width, self._height = 1280.0, 720.0
        self._focus = (0.0, 0.0, 1280.0, 720.0)
        self._pose = Pose(
            (self._limits[0] + self._limits[2]) / 2, (self._limits[1] + self._limits[3]) / 2, 1.0
        )
        self._target: Bounds | None = None
        self._revealed: tuple[float, float] | None = None
        self._start = self._end = self._pose
        self._progress = 1.0
        self._seen = False

    # ------------------------------------------------------------ what is seen

    def _centre_px(self) -> tuple[float, float]:
        left, top, width, height = self._focus
        return left + width / 2, top + height / 2

    @Property(float, notify=moved)
    def originX(self) -> float:
        """Plane x of the screen's left edge, in km."""
        return self._pose.x - self._centre_px()[0] / self._pose.scale

    @Property(float, notify=moved)
    def originY(self) -> float:
        """Plane y of the screen's top edge, in km."""
        return self._pose.y - self._centre_px()[1] / self._pose.scale

    @Property(float, notify=moved)
    def scale(self) -> float:
        """Pixels per plane kilometre."""
        return self._pose.scale

    @Property(float, notify=moved)
    def pxPerGroundKm(self) -> float:
        """Pixels per kilometre on the ground, at the centre of the focus."""
        _, lat = unproject(self._pose.x, self._pose.y)
        return self._pose.scale * plane_per_ground(lat)

    @property
    def seen(self) -> bool:
        """Whether a screen has said how large it is."""
        return self._seen

    @property
    def flying(self) -> bool:
        """Whether a flight is on its way."""
        return self._progress < 1

    @property
    def size(self) -> tuple[float, float]:
        """The whole screen in px."""
        return self._width, self._height

    @property
    def focus(self) -> tuple[float, float, float, float]:
        """The free part of the screen in px: left, top, width, height."""
        return self._focus

    @property
    def destination(self) -> Pose:
        """Where a flight ends, or where the camera stands."""
        return self._end if self._progress < 1 else self._pose

    def origin_of(self, pose: Pose) -> tuple[float, float]:
        """Plane coordinates of the screen's top left corner at `pose`."""
        centre = self._centre_px()
        return pose.x - centre[0] / pose.scale, pose.y - centre[1] / pose.scale

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
        screen = (width, height, (left, top, across, down))
        first, self._seen = not self._seen, True
        if not first and screen == (self._width, self._height, self._focus):
            return
        origin = self.origin_of(self._pose)
        resized = first or (width, height) != (self._width, self._height)
        self._width, self._height, self._focus = screen
        if resized and self._target is not None:
            self.jump_to(self._target)
            return
        # What is seen stays where it is on the glass, and flies from there.
        centre, scale = self._centre_px(), self._pose.scale
        self._pose = Pose(origin[0] + centre[0] / scale, origin[1] + centre[1] / scale, scale)
        if self._target is not None:
            self._depart(self.fitted(self._target))
        else:
            self._pose = self._held(self._pose)
        if self._revealed is not None:
            self.reveal(*self._revealed)
        self.moved.emit()

    def fitted(self, bounds: Bounds) -> Pose:
        """The pose that shows all of `bounds` in the focus."""
        left, top = project(bounds[0], bounds[3])
        right, bottom = project(bounds[2], bounds[1])
        scale = min(self._focus[2] / (right - left), self._focus[3] / (bottom - top))
        return self._held(Pose((left + right) / 2, (top + bottom) / 2, scale))

    def farthest(self) -> Pose:
        """The pose that shows the whole map."""
        left, top, right, bottom = self._limits
        return self._held(Pose((left + right) / 2, (top + bottom) / 2, 0.0))

    def _held(self, pose: Pose) -> Pose:
        left, top, right, bottom = self._limits
        farthest = min(self._focus[2] / (right - left), self._focus[3] / (bottom - top))
        _, lat = unproject(pose.x, pose.y)
        nearest = self._focus[2] / (NEAREST_KM * plane_per_ground(lat))
        scale = min(max(pose.scale, farthest), max(nearest, farthest))
        return Pose(
            _between(pose.x, left, right, self._focus[2] / scale),
            _between(pose.y, top, bottom, self._focus[3] / scale),
            scale,
        )

    # ------------------------------------------------------------ flights

    def fly_to(self, bounds: Bounds) -> None:
        """Begins a flight to the view of `bounds`; it plays as `progress` is turned."""
        self._target = bounds
        self._revealed = None
        self._depart(self.fitted(bounds))

    def reveal(self, lon: float, lat: float) -> None:
        """Moves so that the point is in the focus, if it is not; holds when the focus changes."""
        self._revealed = (lon, lat)
        _, _, width, height = self._focus
        end = self.destination
        x, y = project(lon, lat)
        across, down = (x - end.x) * end.scale, (y - end.y) * end.scale
        if abs(across) < width * 0.4 and abs(down) < height * 0.4:
            return
        self._depart(self._held(Pose(x, y, end.scale)))

    def release(self) -> None:
        """Lets go of the revealed point; the view that was flown to last is flown to again."""
        self._revealed = None
        if self._target is not None:
            self._depart(self.fitted(self._target))

    def _depart(self, end: Pose) -> None:
        self._start, self._end = self._pose, end
        if self._start == self._end:
            return
        self._progress = 0.0
        self.departed.emit()

    def jump_to(self, bounds: Bounds) -> None:
        """Stands at the view of `bounds` at once."""
        self._target = bounds
        self._end = self._pose = self.fitted(bounds)
        self._progress = 1.0
        self.moved.emit()
        self.landed.emit()

    @Slot(float)
    def fly(self, progress: float) -> None:
        """Turns the flight at hand to `progress` 0..1; nothing happens without one."""
        if not self.flying:
            return
        self._progress = min(max(progress, 0.0), 1.0)
        self._pose = flight(self._start, self._end, self._focus[2], self._progress)
        self.moved.emit()
        if not self.flying:
            self.landed.emit()

    # ------------------------------------------------------------ hands

    @Slot(float, float)
    def pan(self, dx: float, dy: float) -> None:
        """Moves the ground by pixels under the hand."""
        pose = self._pose
        self._take(Pose(pose.x - dx / pose.scale, pose.y - dy / pose.scale, pose.scale))

    @Slot(float, float, float)
    def zoom(self, factor: float, px: float, py: float) -> None:
        """Scales by `factor`; the ground under pixel (px, py) stays there."""
        pose = self._pose
        wanted = self._held(Pose(pose.x, pose.y, pose.scale * factor))
        centre = self._centre_px()
        shift = 1 / pose.scale - 1 / wanted.scale
        self._take(
            Pose(
                pose.x + (px - centre[0]) * shift,
                pose.y + (py - centre[1]) * shift,
                wanted.scale,
            )
        )

    def _take(self, pose: Pose) -> None:
        self._target = None
        self._progress = 1.0
        self._pose = self._held(pose)
        self.moved.emit()


def _between(value: float, low: float, high: float, span: float) -> float:
    margin = min(span / 2, (high - low) / 2)
    return min(max(value, low + margin), high - margin)
