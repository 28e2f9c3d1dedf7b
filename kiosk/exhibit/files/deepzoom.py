"""Scans in tiles: a picture at every size, each cut into squares, as Deep Zoom (.dzi) has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from kiosk.exhibit.files.drawing import DrawingError

ENDING = ".dzi"
MOST_PIXELS = 500_000_000
MOST_BYTES = 10_000
FORMATS = ("jpg", "jpeg", "png", "webp")
AGAIN = "make it anew: kiosk tile SCAN"


@dataclass(frozen=True)
class DeepZoom:
    """A scan's width and height in px, and its tiles: squares of `tile` px in files of `format`.

    Level 0 is a single px; each has twice the size of the one before, the last that of the scan.
    Tiles share `overlap` px with those beside them.
    """

    width: int
    height: int
    tile: int
    overlap: int
    format: str
    folder: Path

    @property
    def top(self) -> int:
        """The level that has the scan's own size."""
        return (max(self.width, self.height) - 1).bit_length()

    def size(self, level: int) -> tuple[int, int]:
        """Width and height of a level in px."""
        shrunk = 1 << (self.top - level)
        return -(-self.width // shrunk), -(-self.height // shrunk)

    def counts(self, level: int) -> tuple[int, int]:
        """The columns and rows of a level's tiles."""
        width, height = self.size(level)
        return -(-width // self.tile), -(-height // self.tile)

    def file(self, level: int, column: int, row: int) -> Path:
        """The file of a tile."""
        return self.folder / str(level) / f"{column}_{row}.{self.format}"

    def files(self) -> Iterator[Path]:
        """The files of all tiles."""
        for level in range(self.top + 1):
            columns, rows = self.counts(level)
            for column in range(columns):
                yield from (self.file(level, column, row) for row in range(rows))


def read_deepzoom(path: Path) -> DeepZoom:
    """The tiles that a .dzi file describes, none of them looked at. Raises `DrawingError`."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES)
    except OSError as error:
        raise DrawingError(f"can't be read: {error.strerror or error}") from None
    try:
        if b"<!" in data:
            raise ValueError
        root = ElementTree.fromstring(data)
        size = next(iter(root))
        width, height = int(size.attrib["Width"]), int(size.attrib["Height"])
        tile, overlap = int(root.attrib["TileSize"]), int(root.attrib["Overlap"])
        kind = root.attrib["Format"]
    except (ElementTree.ParseError, KeyError, StopIteration, ValueError):
        raise DrawingError("is no Deep Zoom picture", AGAIN) from None
    if not (64 <= tile <= 4096 and 0 <= overlap < tile // 2 and kind in FORMATS):
        raise DrawingError("has tiles that are not shown", AGAIN)
    if width < 1 or height < 1 or width * height > MOST_PIXELS:
        raise DrawingError(f"is not between 1 and {MOST_PIXELS // 1_000_000} megapixels", AGAIN)
    folder = path.with_name(f"{path.stem}_files")
    return DeepZoom(width, height, tile, overlap, kind, folder)


def lacking(scan: DeepZoom) -> Path | None:
    """A tile that is not there; None if all are."""
    return next((file for file in scan.files() if not file.is_file()), None)
