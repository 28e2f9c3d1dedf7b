"""The exhibit's pictures: drawings with their words in a language, photographs at a size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, QSizeF
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.files.drawing import (
    DrawingError,
    ratio_fault,
    read_drawing,
    recoloured,
    with_words,
)
from kiosk.exhibit.model import Picture

ALLOCATION_MB = 320
"""The memory that a photograph of `photograph.MAX_PIXELS` takes while it is decoded."""

ADDRESSES = "image://drawings/"


def address_of(key: str, language: str) -> str:
    """The address of a picture on the glass, less the width at which it is painted."""
    return f"{ADDRESSES}{key}/{language}"


def words_of(picture: Picture, language: str) -> dict[str, str]:
    """The words in a drawing, by the ids of its text elements."""
    return {label.key: label.text.in_(language) for label in picture.labels}


def drawing(path: Path, words: dict[str, str], turned: Callable[[str], str] = str) -> QSvgRenderer:
    """The painter of a drawing with its words, each colour as `turned` has it.

    Raises DrawingError.
    """
    return QSvgRenderer(QByteArray(with_words(recoloured(read_drawing(path), turned), words)))


def photograph(path: Path, width: int) -> QImage:
    """The photograph upright, decoded at `width` so that it never fills the memory.

    Raises `DrawingError`.
    """
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = QSizeF(reader.size())
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    shown = scaled(size.transposed() if turned else size, width)
    reader.setScaledSize(shown.transposed() if turned else shown)
    image = reader.read()
    if image.isNull():
        raise DrawingError(f"{path.name}: {reader.errorString()}")
    return image


def scaled(size: QSizeF, width: int) -> QSize:
    """The size at `width`, as high as its shape asks; a shape too narrow to be shown is refused."""
    if size.isEmpty() or ratio_fault(size.width(), size.height()):
        raise DrawingError("has no shape that could be shown")
    return QSize(width, max(1, round(width * size.height() / size.width())))
