"""The viewer of a picture that a visitor has enlarged: near or far, and which tiles are seen."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.files.deepzoom import DeepZoom, read_deepzoom
from kiosk.exhibit.files.drawing import DrawingError
from kiosk.exhibit.model import Exhibit
from kiosk.qt.property import Property, QmlUncreatable
from kiosk.qt.rows import Rows
from kiosk.telling.drawings import address_of
from kiosk.telling.locale import Locale

log = logging.getLogger(__name__)

QML_IMPORT_NAME = "Kiosk.Stage"
QML_IMPORT_MAJOR_VERSION = 1

CLOSEST = 4.0
"""The times that a picture is enlarged at the most, of a scan until its px are the glass's."""


@dataclass(frozen=True)
class Tile:
    """A tile of a scan: its box in px of the glass from the picture's upper left, its address."""

    key: str
    fromLeft: float
    fromTop: float
    across: float
    down: float
    file: str


@dataclass(frozen=True)
class View:
    """A picture on the glass: its box in px, and the room of which it may fill more."""

    left: float
    top: float
    across: float
    down: float
    room: tuple[float, float]

    def moved(self, right: float, down: float) -> View:
        """The view after a move in px, the picture's edges no further in than the room's."""
        left = _kept(self.left + right, self.across, self.room[0])
        return replace(self, left=left, top=_kept(self.top + down, self.down, self.room[1]))

    def zoomed(self, factor: float, x: float, y: float) -> View:
        """The view so many times as large, with the picture's point at x, y where it was."""
        left, top = x - (x - self.left) * factor, y - (y - self.top) * factor
        grown = View(left, top, self.across * factor, self.down * factor, self.room)
        return grown.moved(0, 0)


def whole(width: float, height: float, room: tuple[float, float]) -> View:
    """All of a picture of this shape in a room."""
    scale = min(room[0] / width, room[1] / height)
    return View(0, 0, width * scale, height * scale, room).moved(0, 0)


def tiles_of(scan: DeepZoom, view: View, ratio: float) -> Iterator[Tile]:
    """The tiles that are seen, from the least level that is as fine as the glass."""
    level = next(
        (i for i in range(scan.top + 1) if scan.size(i)[0] >= view.across * ratio), scan.top
    )
    width, height = scan.size(level)
    scale = view.across / width
    side = scan.tile * scale
    columns, rows = scan.counts(level)
    for row in _seen(-view.top, view.room[1], side, rows):
        for column in _seen(-view.left, view.room[0], side, columns):
            before = scan.overlap * bool(column), scan.overlap * bool(row)
            x, y = column * scan.tile - before[0], row * scan.tile - before[1]
            right = min(width, (column + 1) * scan.tile + scan.overlap)
            bottom = min(height, (row + 1) * scan.tile + scan.overlap)
            yield Tile(
                f"{level}/{column}/{row}",
                *(x * scale, y * scale, (right - x) * scale, (bottom - y) * scale),
                scan.file(level, column, row).as_uri(),
            )


def _seen(start: float, length: float, side: float, count: int) -> range:
    """The columns or rows that lie within a stretch of px."""
    return range(max(0, int(start // side)), min(count, int((start + length) // side) + 1))


def _kept(at: float, size: float, room: float) -> float:
    return (room - size) / 2 if size <= room else min(0.0, max(room - size, at))


@QmlElement
@QmlUncreatable("The stage owns the viewer.")
class Viewer(QObject):
    """Holds the picture that is enlarged, and the view of it.

    Signals:
        opened: another picture, or another language.
        changed: the view.
    """

    opened = Signal()
    changed = Signal()

    def __init__(
        self, exhibit: Exhibit, content: Path, locale: Locale, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = exhibit.indexed("pictures")
        self._content, self._locale = content, locale
        self._key = ""
        self._scan: DeepZoom | None = None
        self._shape, self._room, self._ratio = (1.0, 1.0), (1.0, 1.0), 1.0
        self._view = whole(1, 1, (1, 1))
        self._tiles = Rows(Tile, self)
        locale.changed.connect(self.opened)

    # ------------------------------------------------------------ as QML reads it

    @Property(str, notify=opened)
    def title(self) -> str:
        """The picture's name."""
        return self._locale.teller.lead(self._pictures[self._key].name) if self._key else ""

    @Property(str, notify=opened)
    def alt(self) -> str:
        """The text that says what it shows."""
        return self._locale.teller.lead(self._pictures[self._key].alt) if self._key else ""

    @Property(str, notify=opened)
    def source(self) -> str:
        """The address of its picture, less the width."""
        return address_of(self._key, self._locale.teller.language) if self._key else ""

    @Property(bool, notify=opened)
    def tiled(self) -> bool:
        """True if tiles of a scan lie over it."""
        return self._scan is not None

    @Property(float, notify=changed)
    def left(self) -> float:
        """The left edge of the picture in the room, in px."""
        return self._view.left

    @Property(float, notify=changed)
    def top(self) -> float:
        """Its upper edge."""
        return self._view.top

    @Property(float, notify=changed)
    def across(self) -> float:
        """Its width."""
        return self._view.across

    @Property(float, notify=changed)
    def down(self) -> float:
        """Its height."""
        return self._view.down

    @Property(bool, notify=changed)
    def isWhole(self) -> bool:
        """True if all of it is seen."""
        return self._times <= 1.001

    @Property(bool, notify=changed)
    def isClosest(self) -> bool:
        """True if it is as large as it gets."""
        return self._times >= self._most * 0.999

    @Property(Rows, constant=True)
    def tiles(self) -> Rows[Tile]:
        """The tiles of a scan that are seen."""
        return self._tiles

    # ------------------------------------------------------------ what a visitor does

    @Slot(str)
    def open(self, picture: str) -> None:
        """Takes a picture, seen whole."""
        self._key = picture
        self._scan = self._scan_of(picture)
        if self._scan:
            self._shape = float(self._scan.width), float(self._scan.height)
        self._show(whole(*self._shape, self._room))
        self.opened.emit()

    @Slot(float, float, float)
    def resize(self, width: float, height: float, ratio: float) -> None:
        """Takes the room in px and the px of the glass in one of these."""
        if width > 0 and height > 0:
            self._room, self._ratio = (width, height), ratio
            self._show(whole(*self._shape, self._room))

    @Slot(float, float)
    def shape(self, width: float, height: float) -> None:
        """Takes the shape of a picture that is no scan, once it is painted."""
        if not self._scan and width > 0 and height > 0:
            self._shape = width, height
            self._show(whole(width, height, self._room))

    @Slot(float, float, float)
    def zoom(self, factor: float, x: float, y: float) -> None:
        """Enlarges about a point in px of the room; below 1 it goes back."""
        times = min(self._most, max(1.0, self._times * factor))
        self._show(self._view.zoomed(times / self._times, x, y))

    @Slot(float, float)
    def pan(self, right: float, down: float) -> None:
        """Moves the picture by px."""
        self._show(self._view.moved(right, down))

    @property
    def _times(self) -> float:
        return self._view.across / whole(*self._shape, self._room).across

    @property
    def _most(self) -> float:
        least = whole(*self._shape, self._room).across
        return max(CLOSEST, self._scan.width / (least * self._ratio)) if self._scan else CLOSEST

    def _show(self, view: View) -> None:
        self._view = view
        self._tiles.show([*tiles_of(self._scan, view, self._ratio)] if self._scan else [])
        self.changed.emit()

    def _scan_of(self, picture: str) -> DeepZoom | None:
        file = self._pictures[picture].scan
        if not file:
            return None
        try:
            return read_deepzoom((self._content / file).absolute())
        except DrawingError as error:
            log.warning("%s %s", file, error.message)
            return None
