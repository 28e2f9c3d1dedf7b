"""The base map as pictures: painted off the visible frame once per rest, moved as images."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.map.camera import MapCamera
from kiosk.map.flight import Pose
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE, Palette
from kiosk.qt.pictures import Pictures
from kiosk.qt.property import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

Lent = TypeVar("Lent")
"""Something else that is painted of the base map."""

OVERSCAN = 1.08
"""A plate covers this many times the screen each way, so that a short drag shows no edge."""

AROUND = 3.0
"""The plate below the sharp one covers this many times the screen each way, in few pixels."""

AROUND_RATIO = 2.5
"""Scaled by more than this, it is painted anew."""

AROUND_COARSER = 4
"""Its pixels are this many times as large."""

SHARP_RATIO, MOVING_RATIO = 1.01, 1.35
"""A plate scaled by more than this is painted anew: where the camera rests, and under a hand."""

SETTLE_MS = 90
"""The time that the camera rests before the plate for the place is painted."""

TURN_MS = 40
"""The time for the first frame of a flight and of its end alone: painting holds Python's lock."""


@QmlElement
@QmlUncreatable("The plates make their own.")
class Plate(QObject):
    """One painted picture of the ground, placed on the plane."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.frame: Frame | None = None
        self.picture = ""

    def take(self, frame: Frame | None, picture: str) -> None:
        """Shows the picture kept under another number, or none."""
        self.frame, self.picture = frame, picture
        self.changed.emit()

    @Property(str, notify=changed)
    def source(self) -> str:
        """The picture's address."""
        return f"image://plates/{self.picture}" if self.picture else ""

    @Property(float, notify=changed)
    def originX(self) -> float:
        """Plane x of the left edge in km."""
        return self.frame.x if self.frame else 0.0

    @Property(float, notify=changed)
    def originY(self) -> float:
        """Plane y of the top edge in km."""
        return self.frame.y if self.frame else 0.0

    @Property(float, notify=changed)
    def spanX(self) -> float:
        """Plane km from left to right."""
        return self.frame.width / self.frame.px_per_km if self.frame else 0.0

    @Property(float, notify=changed)
    def spanY(self) -> float:
        """Plane km from top to bottom."""
        return self.frame.height / self.frame.px_per_km if self.frame else 0.0


class PlatePictures(Pictures):
    """Hands painted pictures to QML as image://plates/NUMBER.

    No two have the same number: QML keeps pictures by their address for all windows of a process.
    """

    _numbers = itertools.count(1)

    def __init__(self) -> None:
        super().__init__()
        self._pictures: dict[str, QImage] = {}

    def keep(self, picture: QImage) -> str:
        """Adds a picture; gives the number that it has from now on."""
        number = str(next(self._numbers))
        self._pictures[number] = picture
        return number

    def let_go(self, kept: set[str]) -> None:
        """Drops all but those `kept`."""
        self._pictures = {n: p for n, p in self._pictures.items() if n in kept}

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        return self._pictures.get(address, QImage())


@QmlElement
@QmlUncreatable("The stage owns the plates.")
class Plates(QObject):
    """Four plates: the whole ground, a rough one around, the one flown from, the sharp one.

    Signals:
        settled: what is on the screen has been painted sharp.
        loaded: the base map can be asked for its lines.
    """

    settled = Signal()
    loaded = Signal()
    ratioChanged = Signal()
    _painted = Signal(object, object, int, object)

    def __init__(
        self,
        load: Callable[[], BaseMap],
        camera: MapCamera,
        *,
        pictures: PlatePictures | None = None,
        threaded: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pictures = pictures or PlatePictures()
        self._camera = camera
        self._whole = Plate(self)
        self._around = Plate(self)
        self._past = Plate(self)
        self._near = Plate(self)
        self._hidden: frozenset[str] = frozenset()
        self._px_per_mm = 4.0
        self._palette: Palette = TABLE
        self._ratio = 1.0
        self._look = 0
        self._loaded = False
        self._closed = False
        self._busy = self._fresh = False
        self._held = False
        self._lock = threading.Lock()
        self._base: BaseMap | None = None
        self._load = load
        self._pool = ThreadPoolExecutor(1, "plates") if threaded else None
        self._lent: list[str] = []
        self._plates = self._whole, self._around, self._past, self._near
        self._rest = QTimer(self, singleShot=True)
        self._most = SHARP_RATIO
        self._rest.timeout.connect(self._sharpen)
        self._painted.connect(self._hang)
        camera.moved.connect(self._on_moved)
        camera.departed.connect(self._on_turn)
        camera.landed.connect(self._on_turn)

    def go_on_from(self, before: Plates) -> None:
        """Shows what plates of the same ground, for the same eyes, have painted."""
        if before._style == self._style:
            for plate, painted in zip(self._plates, before._plates, strict=True):
                plate.take(painted.frame, painted.picture)
            self._fresh = True
        self._lent = before._lent
        self._tell_loaded()
        self.refresh()

    @Property(Plate, constant=True)
    def whole(self) -> Plate:
        """The whole ground, drawn for a screen that shows all of it."""
        return self._whole

    @Property(Plate, constant=True)
    def around(self) -> Plate:
        """The ground that a quick hand may bring onto the screen."""
        return self._around

    @Property(Plate, constant=True)
    def past(self) -> Plate:
        """The plate that the camera left."""
        return self._past

    @Property(Plate, constant=True)
    def near(self) -> Plate:
        """The sharp plate of where the camera rests or flies to."""
        return self._near

    @property
    def base(self) -> BaseMap:
        """The loaded base map; loads it at the first call, from any thread."""
        with self._lock:
            if self._base is None:
                self._base = self._load()
                del self._load  # it may hold the stage before, and that the one before it
            return self._base

    def warm(self) -> None:
        """Begins to load the base map aside."""
        if self._pool:
            self._pool.submit(lambda: self.base)

    @property
    def _style(self) -> tuple[frozenset[str], float, Palette, float]:
        """The style that pictures are painted in."""
        return self._hidden, self._px_per_mm, self._palette, self._ratio

    def draw(self, hidden: frozenset[str], px_per_mm: float, palette: Palette = TABLE) -> None:
        """Sets which layers are hidden, the physical scale of lines, and the colours."""
        before = self._style
        self._hidden, self._px_per_mm, self._palette = hidden, px_per_mm, palette
        if self._style != before:
            self._begin_anew()

    @Property(float, notify=ratioChanged)
    def pixelRatio(self) -> float:
        """The width of a px in the screen's own pixels; pictures are as fine as those."""
        return self._ratio

    @pixelRatio.setter  # type: ignore[no-redef]
    def pixelRatio(self, ratio: float) -> None:
        if ratio != self._ratio:
            self._ratio = ratio
            self.ratioChanged.emit()
            self._begin_anew()

    def hold(self, held: bool) -> None:
        """Keeps the whole ground alone, while another picture lies over all of it, or paints on."""
        if held and not self._held:
            for plate in (self._around, self._past, self._near):
                plate.take(None, "")
        self._held = held
        self.refresh()

    def _begin_anew(self) -> None:
        self._look += 1
        for plate in (self._whole, self._around, self._near):
            plate.take(None, "")
        self.refresh()

    def close(self) -> None:
        """Waits for the picture in work and takes no more."""
        self._closed = True
        self._rest.stop()
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    @Slot()
    def _on_moved(self) -> None:
        if not self._camera.flying:
            self._most = MOVING_RATIO
            if self._pool is None:
                self.refresh()
            else:
                self._rest.start(SETTLE_MS)

    @Slot()
    def _on_turn(self) -> None:
        if self._pool is None:
            self._sharpen()
        else:
            self._rest.start(TURN_MS)

    def _frame(self, pose: Pose, overscan: float) -> Frame:
        width, height = self._camera.size
        left, top = self._camera.origin_of(pose)
        margin_x, margin_y = width * (overscan - 1) / 2, height * (overscan - 1) / 2
        return Frame(
            x=left - margin_x / pose.scale,
            y=top - margin_y / pose.scale,
            px_per_km=pose.scale,
            width=round(width + 2 * margin_x),
            height=round(height + 2 * margin_y),
            px_per_mm=self._px_per_mm,
            palette=self._palette,
        )

    def _serves(self, pose: Pose) -> bool:
        """True if the near plate is sharp and covers the screen at `pose`."""
        frame = self._near.frame
        return frame is not None and self._covers(frame, pose, 1.0, 1 / self._ratio, self._most)

    def _surrounds(self, pose: Pose) -> bool:
        """True if the plate around covers the screen at `pose` and half as much on each side."""
        frame = self._around.frame
        return frame is not None and self._covers(frame, pose, 2.0, AROUND_COARSER, AROUND_RATIO)

    def _covers(
        self, frame: Frame, pose: Pose, screens: float, coarser: float, most: float
    ) -> bool:
        """True if a frame covers so many screens at `pose`, scaled by `most` at most."""
        ratio = pose.scale / (frame.px_per_km * coarser)
        need = self._frame(pose, screens)
        slack = 0.5 / pose.scale
        return (
            1 / most <= ratio <= most
            and frame.x <= need.x + slack
            and frame.y <= need.y + slack
            and frame.x + frame.width / frame.px_per_km
            >= need.x + need.width / need.px_per_km - slack
            and frame.y + frame.height / frame.px_per_km
            >= need.y + need.height / need.px_per_km - slack
        )

    @Slot()
    def _sharpen(self) -> None:
        self._most = SHARP_RATIO
        self.refresh()

    def refresh(self) -> None:
        """Paints what the camera's destination needs and does not have."""
        pose = self._camera.destination
        if self._busy or self._closed or not self._camera.seen:
            return
        if not (self._held or self._serves(pose)):
            self._paint(self._near, self._frame(pose, OVERSCAN).coarser(1 / self._ratio))
        elif self._whole.frame is None:
            self._paint(self._whole, self._frame(self._camera.farthest(), 1.0).coarser(2))
        elif not (self._held or self._camera.flying or self._surrounds(pose)):
            self._paint(self._around, self._frame(pose, AROUND).coarser(AROUND_COARSER))
        elif not self._camera.flying:
            self._past.take(None, "")
            self._let_go()
            if self._fresh:
                self._fresh = False
                self.settled.emit()

    def _paint(self, plate: Plate, frame: Frame) -> None:
        self._busy = True
        hidden, look = self._hidden, self._look
        if self._pool is None:
            self._hang(plate, frame, look, self.base.paint(frame, hidden))
            return
        work: Future[QImage] = self._pool.submit(lambda: self.base.paint(frame, hidden))
        work.add_done_callback(lambda done: self._deliver(plate, frame, look, done))

    def _deliver(self, plate: Plate, frame: Frame, look: int, done: Future[QImage]) -> None:
        if not done.cancelled():
            self._painted.emit(plate, frame, look, done.result())

    @Slot(object, object, int, object)
    def _hang(self, plate: Plate, frame: Frame, look: int, picture: QImage) -> None:
        """Shows a picture, unless another is asked for since it was ordered."""
        self._busy, self._fresh = False, True
        self._tell_loaded()
        if look == self._look and (plate is self._whole or not self._held):
            if plate is self._near:
                self._past.take(plate.frame, plate.picture)
            plate.take(frame, self.pictures.keep(picture))
            self._let_go()
        self.refresh()

    def lend(self, paint: Callable[[BaseMap], Lent], done: Callable[[Lent], None]) -> None:
        """Has something else painted of the base map, where and when plates are painted.

        `done` is given it, maybe in another thread.
        """
        if self._closed:
            return
        if self._pool is None:
            done(paint(self.base))
            return
        work = self._pool.submit(lambda: paint(self.base))
        work.add_done_callback(lambda one: None if one.cancelled() else done(one.result()))

    def keep_lent(self, pictures: Iterable[QImage]) -> list[str]:
        """Keeps the pictures that were lent last, in place of others; gives their numbers."""
        self._lent = [self.pictures.keep(picture) for picture in pictures]
        self._let_go()
        return self._lent

    def _tell_loaded(self) -> None:
        if not self._loaded:
            self._loaded = True
            self.loaded.emit()

    def _let_go(self) -> None:
        """Keeps only the pictures that are shown."""
        self.pictures.let_go({*(plate.picture for plate in self._plates), *self._lent})
