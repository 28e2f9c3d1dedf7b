"""`kiosk tile`: a scan of any size cut into tiles, by libvips."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from kiosk.exhibit.files.deepzoom import ENDING, MOST_PIXELS

TILE = 512
QUALITY = 85


class NotTiled(Exception):
    """The reason that a scan has no tiles."""


def tile(scan: Path, out: Path | None = None) -> tuple[Path, int, int]:
    """Writes the tiles of a scan beside it, or at `out`; gives the .dzi file, and px of the scan.

    The whole is there or nothing; what was there before gives way. Raises NotTiled.
    """
    target = (out or scan).with_suffix(ENDING)
    if not scan.is_file():
        raise NotTiled(f"there is no file {scan}")
    try:
        import pyvips
    except (ImportError, OSError):
        raise NotTiled("scans are tiled by libvips: pip install 'campaign-kiosk[scans]'") from None
    try:
        picture = pyvips.Image.new_from_file(str(scan), access="sequential", fail_on="warning")
        width, height = picture.width, picture.height
        if width * height > MOST_PIXELS:
            size = f"{width} × {height} px"
            raise NotTiled(f"{scan} has {size}, more than {MOST_PIXELS // 1_000_000} megapixels")
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".tiles-") as folder:
            made = Path(folder) / target.stem
            _flat(picture.autorot()).dzsave(
                *(str(made),), suffix=f".jpg[Q={QUALITY}]", tile_size=TILE, overlap=0
            )
            _replace(made, target)
    except pyvips.Error as error:
        if unwritten := re.search(r"write.*\nsystem error: (.+)", str(error)):
            raise NotTiled(f"{target}: {unwritten[1]}") from None
        raise NotTiled(f"{scan} is damaged, cut short or no picture; save it anew") from None
    except OSError as error:
        raise NotTiled(f"{error.filename or target}: {error.strerror or error}") from None
    return target, width, height


def _flat(picture: Any) -> Any:
    """The picture in sRGB, 8 bits a channel, on white where it is transparent."""
    if picture.hasalpha():
        picture = picture.flatten(background=255)
    return picture.colourspace("srgb").cast("uchar")


def _replace(made: Path, target: Path) -> None:
    """Puts new tiles in the place of old ones; the .dzi file, which names them, comes last."""
    tiles = target.with_name(f"{target.stem}_files")
    target.unlink(missing_ok=True)
    shutil.rmtree(tiles, ignore_errors=True)
    (made.with_name(f"{made.name}_files") / "vips-properties.xml").unlink(missing_ok=True)
    os.replace(made.with_name(f"{made.name}_files"), tiles)
    os.replace(made.with_suffix(ENDING), target)
