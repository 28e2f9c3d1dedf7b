"""The pixels of a picture as numbers, for tests that look at many."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QColor, QImage


def rows(picture: QImage, step: int = 1) -> list[list[int]]:
    """The pixels as 0xAARRGGBB, row by row; of every `step` rows and columns one."""
    plain = picture.convertToFormat(QImage.Format.Format_ARGB32)
    wide = plain.width()
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    return [
        pixels[row * wide : (row + 1) * wide : step].tolist()
        for row in range(0, plain.height(), step)
    ]


def counted(picture: QImage, step: int = 1) -> Counter[int]:
    """How many pixels there are of each colour, 0xAARRGGBB; of every `step` each way one."""
    found: Counter[int] = Counter()
    for row in rows(picture, step):
        found.update(row)
    return found


def hues(picture: QImage, step: int = 1) -> set[str]:
    """The colours by name, such as "#ffffff"; of every `step` rows and columns one is looked at."""
    return {QColor(colour).name() for colour in counted(picture, step)}
