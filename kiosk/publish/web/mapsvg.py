"""A moment on the map as SVG: what stands on the ground, over the picture of the ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape

from PySide6.QtCore import QPointF, QRectF

from kiosk.map.ground.frame import Frame
from kiosk.map.ground.palette import TABLE, Palette
from kiosk.map.labels.result import EdgeItem, FormationSign, PlaceLabel
from kiosk.map.signs.strokes import Sample, draw_pointer, draw_sample, draw_tag, mark_of
from kiosk.map.signs.style import (
    AREA,
    BESIDE_MM,
    FORMATION,
    HALO_MM,
    LAND,
    NOTE,
    PLACE_SIGN_ASPECT,
    PLACE_SIGN_MM,
    RAIL,
    SECOND,
    TOWN,
    WATER,
    YOURS,
    Lettering,
)
from kiosk.map.signs.symbols import Symbol, draw_symbol
from kiosk.publish.web.cartography import PALETTE, PX_PER_MM, TEXT_PX, SiteMap
from kiosk.publish.web.vector import drawn
from kiosk.telling.locale import Teller

HALO_PX = 2 * HALO_MM * PX_PER_MM
"""Width of the line in the ground's colour round words."""

SIGN_PX = PLACE_SIGN_MM * PX_PER_MM
"""Width of the sign of a bridge, a ferry, or a place that is on no map."""

CLASSES = {AREA: "area", YOURS: "yours", TOWN: "town", WATER: "water", RAIL: "rail", LAND: "land"}
"""The class in the site's style sheet by which names of a lettering are set."""


def map_svg(laid: SiteMap, teller: Teller, ground: str, label: str, key: str) -> str:
    """The scene over the picture at the address `ground`; `label` is its title.

    Its ids begin with `key`; `KEY_words` is that of what says in words who stands where.
    """
    frame, picture = laid.frame, laid.picture
    shapes = "".join(
        [
            *_marks(laid, key),
            *(_dot(name, frame) for name in picture.names if name.dot),
            *(_sign(sign, frame) for sign in picture.signs),
            *(_edge(item, frame) for item in picture.edges),
            *_scale_bar(laid, teller),
        ]
    )
    words = "".join(
        [
            *_names(picture.names, frame, teller),
            *_labels(picture.signs, frame),
            *_edge_words(picture.edges),
        ]
    )
    size = f'width="{frame.width}" height="{frame.height}"'
    return (
        f'<svg class="map" role="img" {size} viewBox="0 0 {frame.width} {frame.height}"'
        f' aria-label="{escape(label)}" aria-describedby="{key}_words">'
        f"<title>{escape(label)}</title>"
        f'<image href="{escape(ground)}" {size}/>'
        f'{shapes}<g stroke-width="{HALO_PX:.1f}">{words}</g></svg>'
    )


def symbol_svg(sign: Symbol | Sample, width: int) -> str:
    """A symbol or a mark, `width` px across; a picture beside its own words."""
    if isinstance(sign, Sample):
        height = round(width * sign.aspect)
        prefix = f"key_{sign.kind}_{sign.side}_"
        shape = drawn(lambda painter: draw_sample(painter, sign, width, PALETTE)).svg(prefix)
    else:
        height = round(sign.height(width))
        shape = _symbol(sign, width, TABLE)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg class="symbol" aria-hidden="true" {size}>{shape}</svg>'


# ------------------------------------------------------------ shapes


def _spot(what: PlaceLabel | FormationSign, frame: Frame) -> tuple[float, float]:
    spot = frame.to_picture.map(QPointF(what.plane_x, what.plane_y))
    return spot.x(), spot.y()


def _moved(x: float, y: float, shapes: str) -> str:
    return f'<g transform="translate({x:.1f} {y:.1f})">{shapes}</g>'


def _marks(laid: SiteMap, key: str) -> Iterator[str]:
    """Areas, doubt and marches."""
    frame = laid.frame
    for i, what in enumerate(laid.picture.strokes):
        mark = mark_of(what, frame.px_per_km, frame.px_per_mm, frame.palette)
        spot = frame.to_picture.map(QPointF(mark.x, mark.y))
        yield _moved(spot.x(), spot.y(), drawn(mark.paint).svg(f"{key}_{i}_"))


def _edge(item: EdgeItem, frame: Frame) -> str:
    """The tag of what waits at the edge, and its arrow."""
    tag = drawn(
        lambda painter: draw_tag(painter, QRectF(*item.tag), frame.px_per_mm, frame.palette)
    )
    pointer = drawn(lambda painter: draw_pointer(painter, item.arrow, item.turn, frame.palette))
    return _moved(item.x, item.y, tag.svg() + _moved(item.arrow_x, item.arrow_y, pointer.svg()))


def _sign(sign: FormationSign, frame: Frame) -> str:
    """A symbol, or the square that stands for one."""
    x, y = _spot(sign, frame)
    width, height = sign.symbol_width, sign.symbol_height
    if sign.square:
        shapes = f'<rect class="pip" width="{width}" height="{height}" fill="{sign.colour}"/>'
    else:
        shapes = _symbol(sign.symbol, width, frame.palette)
    return _moved(x + sign.dx, y + sign.dy, shapes)


@lru_cache(maxsize=512)
def _symbol(symbol: Symbol, width: int, palette: Palette) -> str:
    return drawn(lambda painter: draw_symbol(painter, symbol, width, palette)).svg()


def _dot(name: PlaceLabel, frame: Frame) -> str:
    """The spot of a place, or its sign."""
    x, y = _spot(name, frame)
    if name.sign:
        sample = Sample(name.sign, frame.palette.line)
        shapes = drawn(lambda painter: draw_sample(painter, sample, SIGN_PX, frame.palette)).svg()
        return _moved(x - SIGN_PX / 2, y - SIGN_PX * PLACE_SIGN_ASPECT / 2, shapes)
    radius = name.dot_mm / 2 * PX_PER_MM
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def _scale_bar(laid: SiteMap, teller: Teller) -> Iterator[str]:
    km, px = laid.bar
    x, y = TEXT_PX * 0.6, laid.frame.height - TEXT_PX * 0.6
    said = teller.length(km)
    wide = max(px, FORMATION.width(said, TEXT_PX))
    tag = QRectF(-x, y - 9 - TEXT_PX, wide + 3 * x, 3 * TEXT_PX)
    yield drawn(lambda painter: draw_tag(painter, tag, PX_PER_MM, laid.frame.palette)).svg()
    yield f'<path class="bar" d="M{x:g} {y - 6:g}v6h{px:.1f}v-6"/>'
    yield _text(said, "unit", x, y - 9, TEXT_PX)


# ------------------------------------------------------------ words


def _labels(signs: Iterable[FormationSign], frame: Frame) -> Iterator[str]:
    for sign in signs:
        if sign.label:
            x, y = _spot(sign, frame)
            left, top = x + sign.dx + sign.label_x, y + sign.dy + sign.label_y
            width, base = FORMATION.width(sign.label, TEXT_PX), _base(top, TEXT_PX, FORMATION)
            yield _text(sign.label, "unit", left, base, TEXT_PX, width)


def _edge_words(edges: Iterable[EdgeItem]) -> Iterator[str]:
    """The name of each and where it is."""
    for text, letters, x, y in (words for item in edges for words in item.words):
        width, base = letters.width(text, TEXT_PX), _base(float(y), TEXT_PX, letters)
        yield _text(text, "note" if letters == NOTE else "unit", x, base, TEXT_PX, width)


def _names(names: Iterable[PlaceLabel], frame: Frame, teller: Teller) -> Iterator[str]:
    """Names in one language or two, each turned about the middle of its room."""
    for name in names:
        if name.lead:
            x, y = _spot(name, frame)
            left, top = x + name.label_x, y + name.label_y
            words = "".join(_name(name, left, top, teller))
            if name.angle:
                middle = f"{left + name.label_width / 2:.1f} {top + name.label_height / 2:.1f}"
                words = f'<g transform="rotate({name.angle:.1f} {middle})">{words}</g>'
            yield words


def _name(name: PlaceLabel, left: float, top: float, teller: Teller) -> Iterator[str]:
    px, lettering = name.px, name.lettering
    wide, gap = lettering.width(name.lead, px), BESIDE_MM * PX_PER_MM
    beside = SECOND.width(name.second, px) if name.second else -gap
    left += name.lean * (name.label_width - (wide + gap + beside))
    base = _base(top, px, lettering)
    tint = TABLE.line_of(name.tint).name() if name.tint else ""
    yield _text(name.lead, CLASSES[lettering], left, base, px, wide, tint=tint)
    if name.second:
        lang = teller.second_language or ""
        yield _text(name.second, "other", left + wide + gap, base, px, beside, lang=lang)


def _base(top: float, px: int, lettering: Lettering) -> float:
    """The base line of words in a line that begins at `top`."""
    return top + px * (lettering.line / 2 + 0.36)


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
