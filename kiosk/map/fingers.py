"""Hands on the map: fingers become moves of the camera, flings, taps and double taps."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.map.camera import MapCamera
from kiosk.map.situation import Situation
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.timing import Timekeeper
from kiosk.visit.presence import Point, Spot

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

TREMOR_MM = 5.0
"""A single finger that strays no farther than this is still tapping."""

PINCH_MM = 1.5
"""The same while two or more fingers are down."""

LEAST_SPREAD_MM = 8.0
"""Fingers that are closer to their middle than this zoom as if they were so far from it."""

RESTING_MS = 1500
"""A finger that has lain still for so long is a palm, a sleeve or a drop, and takes no part."""

DOUBLE_MS = 300
"""A second tap within this time makes a double tap; the card of the first waits for it."""

DOUBLE_MM = 15.0
DOUBLE_FACTOR = 2.0

FLING_MS = 100
"""The speed of a fling is that of its last moments."""

LEAST_FLING_MM = 60.0
"""A hand slower than this many millimetres a second puts the map down."""


@dataclass
class _Finger:
    start: Point
    at: Point
    last: Point
    """The point for which the camera was last moved."""
    spot: Spot
    """The point and the time at which it last moved at all."""
    taps: bool
    joined: bool = False
    barred: bool = False
    """A flight has taken the map from it; it waits for the landing."""


@QmlElement
@QmlUncreatable("The stage owns the hands.")
class Fingers(QObject):
    """All fingers that are on the map, whoever they belong to.

    The map follows their middle and their spread from one moment to the next, so that it never
    leaps when a finger lands, lifts or is lost. Points are in px of the window.

    Signals:
        touched: a tap found a record, as its ref, and no second tap came.
        markChanged: what was tapped is marked while it is seen whether a second tap comes.
    """

    touched = Signal(str)
    markChanged = Signal()

    def __init__(
        self,
        camera: MapCamera,
        situation: Situation,
        timers: Timekeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._camera, self._situation, self._timers = camera, situation, timers
        self._px_per_mm = 4.0
        self._fingers: dict[int, _Finger] = {}
        self._trail: deque[tuple[int, float, float]] = deque(maxlen=32)
        self._wait = timers.single(self._no_second_tap)
        self._tapped: tuple[int, Point] | None = None
        self._found = ""
        self._mark: Point = (0.0, 0.0)
        camera.departed.connect(self._bar)

    def measure(self, px_per_mm: float) -> None:
        """Takes the physical scale of the screen."""
        self._px_per_mm = px_per_mm

    @Property(bool, notify=markChanged)
    def marking(self) -> bool:
        """True while a tap has found something and waits for a second."""
        return self._found != ""

    @Property(float, notify=markChanged)
    def markX(self) -> float:
        """The place of what was found, in px."""
        return self._mark[0]

    @Property(float, notify=markChanged)
    def markY(self) -> float:
        """The place of what was found, in px."""
        return self._mark[1]

    # ------------------------------------------------------------ fingers

    def press(self, finger: int, at: Point) -> None:
        """A finger lands."""
        self._camera.halt()
        active = self._active()
        for other in active:
            other.taps = False
        now = self._timers.now_ms()
        landed = _Finger(at, at, at, Spot(at, now), taps=not active)
        landed.joined = any(other.joined for other in active)
        self._fingers[finger] = landed
        self._trail.clear()
        if self._tapped and math.dist(at, self._tapped[1]) < DOUBLE_MM * self._px_per_mm:
            self._wait.stop()  # decided when it lifts

    def move(self, points: Mapping[int, Point]) -> None:
        """Fingers move, all at once."""
        now = self._timers.now_ms()
        for key, at in points.items():
            if key in self._fingers:
                self._follow(self._fingers[key], at, now)
        fingers = self._active()
        if not any(finger.joined for finger in fingers):
            self._begin(fingers)
        self._carry([finger for finger in fingers if finger.joined], now)
        for finger in self._fingers.values():
            finger.last = finger.at

    def release(self, finger: int, at: Point) -> None:
        """A finger lifts."""
        self.move({finger: at})
        lifted = self._fingers.pop(finger, None)
        if lifted is None:
            return
        if lifted.joined and not any(other.joined for other in self._active()):
            self._fling()
        self._trail.clear()
        if lifted.taps and not lifted.joined:
            self._tap(at)
        else:
            self._forget_tap()

    def cancel(self) -> None:
        """The fingers that are on the map were taken away, by the system or a new screen."""
        if self._fingers:
            self.forget()

    def forget(self) -> None:
        """Knows of no finger and no tap."""
        self._fingers.clear()
        self._trail.clear()
        self._forget_tap()

    @Slot()
    def _bar(self) -> None:
        """A flight has begun: it wins over hands that were on the map before."""
        for finger in self._fingers.values():
            finger.barred, finger.joined, finger.taps = True, False, False

    def _follow(self, finger: _Finger, at: Point, now: int) -> None:
        finger.at = at
        finger.spot.follow(at, PINCH_MM * self._px_per_mm, now)
        if finger.barred:
            finger.start = finger.last = at
            finger.barred = self._camera.flying

    def _active(self) -> list[_Finger]:
        """The fingers that take part: what has lain still for long does not."""
        now = self._timers.now_ms()
        fingers = self._fingers.values()
        return [finger for finger in fingers if not finger.spot.stayed(now, RESTING_MS + 1)]

    def _begin(self, fingers: list[_Finger]) -> None:
        """Begins to move the map once a finger strays; it starts from where it strayed."""
        slack = (TREMOR_MM if len(fingers) == 1 else PINCH_MM) * self._px_per_mm
        away = [math.dist(finger.start, finger.at) for finger in fingers]
        if not any(distance > slack for distance in away):
            return
        for finger, distance in zip(fingers, away, strict=True):
            finger.joined, finger.taps = not finger.barred, False
            if distance > slack:
                finger.last = _towards(finger.start, finger.at, slack / distance)

    def _carry(self, fingers: list[_Finger], now: int) -> None:
        if not fingers:
            return
        before, after = _middle([f.last for f in fingers]), _middle([f.at for f in fingers])
        least = LEAST_SPREAD_MM * self._px_per_mm
        factor = 1.0
        if len(fingers) > 1:
            factor = _spread([f.at for f in fingers], after, least)
            factor /= _spread([f.last for f in fingers], before, least)
        dx, dy = after[0] - before[0], after[1] - before[1]
        if dx or dy or factor != 1:
            self._camera.take(dx, dy, factor, *before)
        self._trail.append((now, dx, dy))

    def _fling(self) -> None:
        """Lets the map go on as fast as it was carried at last, if that is fast."""
        now = self._timers.now_ms()
        late = [moved for moved in self._trail if now - moved[0] <= FLING_MS]
        if not late or late[0][0] == now:
            return
        seconds = (now - late[0][0]) / 1000
        vx, vy = (sum(moved[i] for moved in late[1:]) / seconds for i in (1, 2))
        if math.hypot(vx, vy) > LEAST_FLING_MM * self._px_per_mm:
            self._camera.fling(vx, vy)

    def turn(self, factor: float, at: Point) -> None:
        """The wheel turns."""
        self._camera.zoom(factor, *at)

    # ------------------------------------------------------------ taps

    def _tap(self, at: Point) -> None:
        now, before = self._timers.now_ms(), self._tapped
        self._forget_tap()
        near = before is not None and math.dist(at, before[1]) < DOUBLE_MM * self._px_per_mm
        if before and near and now - before[0] < 2 * DOUBLE_MS:
            self._camera.zoom_to(DOUBLE_FACTOR, *at)
            return
        self._tapped = (now, at)
        found = self._situation.find(*at)
        if found:
            self._found, self._mark = found[0], found[1:]
            self._wait.start(DOUBLE_MS)
            self.markChanged.emit()

    @Slot()
    def _no_second_tap(self) -> None:
        found = self._found
        self._forget_tap()
        self.touched.emit(found)

    def _forget_tap(self) -> None:
        self._wait.stop()
        self._tapped = None
        if self._found:
            self._found = ""
            self.markChanged.emit()


def _middle(points: list[Point]) -> Point:
    xs, ys = zip(*points, strict=True)
    return sum(xs) / len(points), sum(ys) / len(points)


def _spread(points: list[Point], middle: Point, least: float) -> float:
    """The mean distance of points from their middle, `least` or more."""
    return max(least, sum(math.dist(point, middle) for point in points) / len(points))


def _towards(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
