"""The pictures of the site: drawings that speak a language, photographs no larger than needed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from kiosk.exhibit.files.drawing import SVG, DrawingError, read_drawing, with_words
from kiosk.exhibit.files.photograph import ENDINGS, read_photograph
from kiosk.exhibit.model import Picture
from kiosk.publish.web.fonts import rules
from kiosk.telling.drawings import photograph, words_of

WIDEST_PX = 1600
"""Photographs are no wider than this."""

JPEG_QUALITY = 82
"""In percent."""


def address(key: str, file: str) -> str:
    """The address of a picture's file, from a page of the same language."""
    ending = "jpg" if Path(file).suffix.lower() in ENDINGS else "svg"
    return f"pictures/{key}.{ending}"


def film_address(key: str, file: str) -> str:
    """The address of a film, or of its captions, from a page of the same language."""
    return f"films/{key}{Path(file).suffix.lower()}"


def signed_address(key: str, file: str) -> str:
    """The address of the film in which an entry is told in sign language, by the entry's ref."""
    return film_address(f"signed-{key.replace('/', '-')}", file)


def size(path: Path) -> tuple[int, int]:
    """Width and height of a picture, upright, for a page to keep its room."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    found = reader.size()
    if reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90:
        found.transpose()
    return found.width(), found.height()


def made(folder: Path, picture: Picture, language: str) -> bytes:
    """A drawing with its words in a language, or a photograph without what its camera noted."""
    path = folder / picture.file
    if path.suffix.lower() not in ENDINGS:
        return _drawing(path, words_of(picture, language))
    width = min(WIDEST_PX, read_photograph(path).width)
    return jpeg(photograph(path, width))


def jpeg(image: QImage) -> bytes:
    """A picture as JPEG; raises DrawingError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(JPEG_QUALITY)
    if not writer.write(image):
        raise DrawingError(f"can't be saved: {writer.errorString()}")
    return bytes(buffer.data().data())


def _drawing(path: Path, words: dict[str, str]) -> bytes:
    """A drawing with its words, and the fonts of the exhibit in which they are set."""
    root = read_drawing(path)
    families = {element.get("font-family", "") for element in root.iter()}
    style = ElementTree.Element(f"{SVG}style")
    style.text = "".join(rules(families, "".join(words.values())))
    root.insert(0, style)
    return with_words(root, words)
