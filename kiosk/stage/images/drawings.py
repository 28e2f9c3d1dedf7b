"""The exhibit's pictures at their size on screen; drawings speak the visitor's language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.files.photograph import ENDINGS
from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.palette import toned
from kiosk.qt.pictures import Pictures
from kiosk.telling.drawings import address_of, drawing, photograph, scaled, words_of
from kiosk.telling.locale import Teller
from kiosk.telling.outline.blocks import Picture


@dataclass(frozen=True)
class Drawing:
    """A picture as QML shows it; `source` is its address less the width, `short` its button's name.

    One that is `worded` has words in it; its film may be `signed`, by the key of that. Of a
    gallery, whose first picture is `key`, the one that is `turned` to, and the `nth` `among` how
    many. A picture that it is `compared` with, by its id, has words of its own; the `share` of the
    first is what is seen of it at first.
    """

    key: str
    turned: str
    name: str
    short: str
    alt: str
    credit: str
    source: str
    worded: bool = False
    film: bool = False
    signed: str = ""
    nth: int = 1
    among: int = 1
    compared: str = ""
    compared_name: str = ""
    compared_alt: str = ""
    compared_source: str = ""
    share: float = 0.5


def drawing_of(picture: Picture, teller: Teller, turned: int = 0) -> Drawing:
    """A picture as a row, or that of its gallery which is turned to."""
    shown, other = picture.turned[turned], picture.turned[turned].compare
    behind = (
        (other.key, other.name, other.text, address_of(other.key, teller.language)) if other else ()
    )
    credits = dict.fromkeys(one.credit for one in (shown, other) if one)
    return Drawing(
        picture.key,
        shown.key,
        shown.name,
        picture.short,
        shown.text,
        " · ".join(credits),
        address_of(shown.key, teller.language),
        shown.worded,
        bool(shown.film),
        shown.ref if shown.signed else "",
        turned + 1,
        len(picture.turned),
        *behind,
    )


class DrawingPictures(Pictures):
    """Paints image://drawings/ID/LANGUAGE/WIDTH?TONE, as high as the drawing's own shape asks."""

    def __init__(self, exhibit: Exhibit, folder: Path) -> None:
        super().__init__()
        self.show(exhibit, folder)

    def show(self, exhibit: Exhibit, folder: Path) -> None:
        """Paints the drawings of this exhibit from now on."""
        self._pictures = exhibit.indexed("pictures")
        self._folder = folder

    def picture(self, address: str) -> QImage:
        """Pictures' hook."""
        address, palette = toned(address)
        id_, language, width = address.split("/")
        record = self._pictures[id_]
        words = words_of(record, language)
        path = self._folder / record.file
        if path.suffix.lower() in ENDINGS:
            return photograph(path, int(width))
        return _painted(drawing(path, words, palette.turned), int(width))


def _painted(drawing: QSvgRenderer, width: int) -> QImage:
    size = scaled(drawing.viewBoxF().size(), width)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    return image
