"""A moment on the map as SVG: what stands on the ground, over the picture of the ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from html import escape
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE, Palette
from kiosk.map.labels.laid import Leader
from kiosk.map.signs.strokes import SAMPLE_ASPECT, Drawn, draw_mark, mark_of
from kiosk.map.signs.symbols import draw_address
from kiosk.publish.web.cartography import PX_PER_MM, TEXT_PX, Laid
from kiosk.publish.web.vector import drawn
from kiosk.telling.fonts import SANS, SERIF, text_width
from kiosk.telling.locale import Teller

HALO_PX = 2.3 * PX_PER_MM
"""Width of the line in the ground's colour round words."""

SIGN_PX = 7.5 * PX_PER_MM
"""Width of the sign of a bridge, a ferry, or a place that is on no map."""

SIGNS = ("bridge", "ferry")
WATER, LAND = ("river", "sea"), ("mountains", "region")
_WEIGHTS = {"water": QFont.Weight.Normal, "land": QFont.Weight.Normal, "area": QFont.Weight.Bold}

Row = Mapping[str, Any]


def map_svg(laid: Laid, teller: Teller, ground: str, label: str, key: str) -> str:
    """The scene over the picture at the address `ground`; `label` is its title.

    Its ids begin with `key`; `KEY_words` is that of what says in words who stands where.
    """
    frame, rows = laid.frame, laid.ground
    shapes = "".join(
        [
            *_marks(laid, key),
            *(_leader(leader, frame) for leader in rows.leaders),
            *(_dot(row, frame) for row in rows.names.rows if row["dot"]),
            *(_unit(row, frame) for row in rows.units.rows),
            *_scale_bar(laid, teller),
        ]
    )
    words = "".join([*_names(rows.names.rows, frame, teller), *_labels(rows.units.rows, frame)])
    size = f'width="{frame.width}" height="{frame.height}"'
    return (
        f'<svg class="map" role="img" {size} viewBox="0 0 {frame.width} {frame.height}"'
        f' aria-label="{escape(label)}" aria-describedby="{key}_words">'
        f"<title>{escape(label)}</title>"
        f'<image href="{escape(ground)}" {size}/>'
        f'{shapes}<g stroke-width="{HALO_PX:.1f}">{words}</g></svg>'
    )


def symbol_svg(address: str, width: int) -> str:
    """The symbol, or the mark, of an address less its width; a picture beside its own words."""
    kind, _, rest = address.partition("/")
    if kind == "marks":
        mark, colour = rest.split("/")
        height = round(width * SAMPLE_ASPECT)
        shape = drawn(lambda painter: draw_mark(painter, mark, f"#{colour}", width)).svg()
    else:
        height = round(width * 0.97)
        shape = _symbol(rest, width, TABLE)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg class="symbol" aria-hidden="true" {size}>{shape}</svg>'


# ------------------------------------------------------------ shapes


def _spot(row: Row, frame: Frame) -> tuple[float, float]:
    spot = frame.to_picture.map(QPointF(row["planeX"], row["planeY"]))
    return spot.x(), spot.y()


def _moved(x: float, y: float, shapes: str, more: str = "") -> str:
    return f'<g transform="translate({x:.1f} {y:.1f})"{more}>{shapes}</g>'


def _marks(laid: Laid, key: str) -> Iterator[str]:
    """Areas, doubt and marches."""
    frame, ground = laid.frame, laid.ground
    every: tuple[Drawn, ...] = (*ground.patches, *ground.rings, *ground.arrows)
    for i, what in enumerate(every):
        mark = mark_of(what, frame.px_per_km, frame.px_per_mm, frame.palette)
        spot = frame.to_picture.map(QPointF(mark.x, mark.y))
        yield _moved(spot.x(), spot.y(), drawn(mark.paint).svg(f"{key}_{i}_"))


def _leader(leader: Leader, frame: Frame) -> str:
    spot = frame.to_picture.map(QPointF(leader.x, leader.y))
    return _moved(spot.x(), spot.y(), drawn(partial(_paint_leader, leader, frame)).svg())


def _paint_leader(leader: Leader, frame: Frame, painter: QPainter) -> None:
    for colour, width in ((frame.palette.casing, 1.1), (frame.palette.line, 0.45)):
        painter.setPen(QPen(QColor(colour), width * PX_PER_MM))
        painter.drawLine(QPointF(), QPointF(leader.dx, leader.dy))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        dot = (0.7 + width / 2) * PX_PER_MM
        painter.drawEllipse(QPointF(), dot, dot)


def _unit(row: Row, frame: Frame) -> str:
    """A symbol, or the square that stands for one, framed if it is chosen."""
    x, y = _spot(row, frame)
    width, height = row["symbolWidth"], row["symbolHeight"]
    shapes = ""
    if row["chosen"]:
        out = 1.2 * PX_PER_MM
        shapes = (
            f'<rect class="chosen" x="{-out:.1f}" y="{-out:.1f}" width="{width + 2 * out:.1f}"'
            f' height="{height + 2 * out:.1f}"/>'
        )
    if row["pip"]:
        shapes += f'<rect class="pip" width="{width}" height="{height}" fill="{row["colour"]}"/>'
    else:
        address, _, px = row["source"].removeprefix("image://symbols/").rpartition("/")
        shapes += _symbol(address, int(px), frame.palette)
    return _moved(x + row["dx"], y + row["dy"], shapes, ' opacity=".75"' if row["ended"] else "")


@lru_cache(maxsize=512)
def _symbol(address: str, width: int, palette: Palette) -> str:
    return drawn(lambda painter: draw_address(painter, address, width, palette)).svg()


def _dot(row: Row, frame: Frame) -> str:
    """The spot of a place, or its sign."""
    x, y = _spot(row, frame)
    sign = "ring" if not row["located"] else row["kind"] if row["kind"] in SIGNS else ""
    if sign:
        line = frame.palette.line
        shapes = drawn(lambda painter: draw_mark(painter, sign, line, SIGN_PX, frame.palette)).svg()
        return _moved(x - SIGN_PX / 2, y - SIGN_PX * SAMPLE_ASPECT / 2, shapes)
    mm = 2.2 if row["chosen"] else 1.3 if row["kind"] == "village" else 1.7
    chosen = " chosen" if row["chosen"] else ""
    return f'<circle class="dot{chosen}" cx="{x:.1f}" cy="{y:.1f}" r="{mm * PX_PER_MM:.1f}"/>'


def _scale_bar(laid: Laid, teller: Teller) -> Iterator[str]:
    km, px = laid.bar
    x, y = TEXT_PX * 0.6, laid.frame.height - TEXT_PX * 0.6
    yield f'<path class="bar" d="M{x:g} {y - 6:g}v6h{px:.1f}v-6"/>'
    said = teller.phrases.say("kilometres", teller.phrases.number(km))
    yield _text(said, "unit", x, y - 9, TEXT_PX)


# ------------------------------------------------------------ words


def _labels(rows: Iterable[Row], frame: Frame) -> Iterator[str]:
    for row in rows:
        if row["label"]:
            x, y = _spot(row, frame)
            left, top = x + row["dx"] + row["labelX"], y + row["dy"] + row["labelY"]
            width = text_width(row["label"], SANS, TEXT_PX, QFont.Weight.Bold)
            yield _text(row["label"], "unit", left, _base(top, TEXT_PX, 1.15), TEXT_PX, width)


def _names(rows: Iterable[Row], frame: Frame, teller: Teller) -> Iterator[str]:
    """Names in one language or two, each turned about the middle of its room."""
    for row in rows:
        if row["lead"]:
            x, y = _spot(row, frame)
            left, top = x + row["labelX"], y + row["labelY"]
            words = "".join(_name(row, left, top, teller))
            if row["angle"]:
                middle = f"{left + row['labelWidth'] / 2:.1f} {top + row['labelHeight'] / 2:.1f}"
                words = f'<g transform="rotate({row["angle"]:.1f} {middle})">{words}</g>'
            yield words


def _name(row: Row, left: float, top: float, teller: Teller) -> Iterator[str]:
    px, kind = row["px"], _class(row)
    family, weight = (SANS if kind == "area" else SERIF), _WEIGHTS.get(kind, QFont.Weight.DemiBold)
    wide, gap = text_width(row["lead"], family, px, weight), 1.5 * PX_PER_MM
    beside = text_width(row["second"], SERIF, px, QFont.Weight.Normal) if row["second"] else -gap
    left, base = left + _indent(row, wide + gap + beside), _base(top, px, 1.1)
    tint = QColor(row["tint"]).lighter(160).name() if row["tint"] else ""
    yield _text(row["lead"], kind, left, base, px, wide, tint=tint)
    if row["second"]:
        lang = teller.second_language or ""
        yield _text(row["second"], "other", left + wide + gap, base, px, beside, lang=lang)


def _class(row: Row) -> str:
    """The class of a name, by which it is set."""
    kind: str = row["kind"]
    if kind == "area":
        return kind
    return "water" if kind in WATER else "land" if kind in LAND else "town"


def _indent(row: Row, line: float) -> float:
    """The start of a line in its room, so that it is nearest to what it names."""
    free: float = row["labelWidth"] - line
    if not row["dot"]:
        return free / 2
    return free if row["labelX"] + row["labelWidth"] / 2 < 0 else 0.0


def _base(top: float, px: int, line: float) -> float:
    """The base line of words in a line of `line` em that begins at `top`."""
    return top + px * (line / 2 + 0.36)


def _text(
    words: str,
    kind: str,
    x: float,
    y: float,
    px: int,
    width: float = 0,
    *,
    lang: str = "",
    tint: str = "",
) -> str:
    """Words that take as much room in any font as in ours."""
    fitted = f' textLength="{width:.0f}" lengthAdjust="spacingAndGlyphs"' if width else ""
    more = f' lang="{lang}"' if lang else ""
    more += f' style="fill:{tint}"' if tint else ""
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" font-size="{px}"{fitted}{more}>'
        f"{escape(words)}</text>"
    )
