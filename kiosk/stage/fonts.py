"""The fonts that the exhibit brings with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def add_fonts(folder: Path) -> None:
    """Makes every font of `folder` known to Qt; raises FileNotFoundError if none is there."""
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(f"no fonts in {folder}")
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
