"""Text on the screen and on the map: large enough, whole, in letters of its font, nothing on it.

A text's letters are its lines less what stays empty of them; what overlaps by 2 px or less
touches by its smoothed edge. A text that scrolls may end at the edge of its pane; one beneath a
fading edge, or hidden wholly, is not read there.
"""

from __future__ import annotations

import itertools
import math
import unicodedata
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QRawFont

from kiosk.exhibit.reading.problem import quoted
from kiosk.exhibit.writing import leftward
from kiosk.machine.glass import CAP_HEIGHT_PER_EM, Glass
from kiosk.workbench.layout.eyes import TOLERANCE_PX, Seen, Sight, Text, is_overlap, meet
from kiosk.workbench.layout.flaw import Flaw, View, flaw

BLANK_EM = 0.4
"""The widest blank of the fonts that a line may take it from."""

FLOOR_MM, USUAL_MM = 7.5, 600.0
"""Height of the lowest capitals, and the distance that they are read from."""

LEAST_MM = 3.5
"""The least that they shrink to on small glass."""

LINE_PX = 6.0
"""The greatest height of what is a line."""


def small(view: View) -> Iterator[Flaw]:
    """Text whose capitals are lower than 7.5 mm, or on small glass 3.5."""
    least = max(view.glass.body_px, floor_px(view.glass))
    for text in view.sight.texts:
        yield from under(least, view, text.short, text.px, text.bounds, text.words)


def floor_px(glass: Glass) -> int:
    """The em in px of the lowest capitals that a glass may show."""
    full = FLOOR_MM * glass.distance_mm / USUAL_MM
    least = max(min(LEAST_MM, full), full * glass.shrink)
    return math.floor(least * glass.glass_px_per_mm / CAP_HEIGHT_PER_EM)


def under(least: int, view: View, name: str, px: int, area: QRectF, words: str) -> Iterator[Flaw]:
    """The flaw of words that are `px` tall, if that is less than `least`."""
    if px < least:
        capital = least * CAP_HEIGHT_PER_EM / view.glass.glass_px_per_mm
        hint = f"{least} px, capitals of {capital:.1f} mm, are the least that is read"
        yield flaw("small text", name, f"is {px} px tall", hint, area, words)


def cut(view: View) -> Iterator[Flaw]:
    """Text that an edge, its own room or something else cuts off."""
    for text in view.sight.texts:
        how = _how_cut(text, view.sight)
        if how:
            yield flaw("cut text", text.short, how, "", text.bounds, text.words)


def _how_cut(text: Text, sight: Sight) -> str:
    bounds, screen = text.bounds, sight.screen
    if text.truncated:
        return "is cut short"
    if _stands_out(bounds, screen, down=not text.scrolled):
        return "is cut by an edge of the screen"
    if text.wraps and text.painted.width() > text.room.width() + _blank(text) + 1:
        return "is wider than its room"
    if text.inked.height() > text.room.height() + TOLERANCE_PX:
        return "is taller than its room"
    if _stands_out(bounds.intersected(text.whole), text.area, down=not text.scrolled):
        return "is cut by the edge of what it is in"
    button = text.inside(lambda seen: seen in sight.targets)
    if button and _stands_out(bounds, button.whole, down=True):
        return f"stands out of {quoted(button.name)}"
    if any(meets_box(text, cover) for cover in sight.covered_by(text)):
        return "is covered in part"
    return ""


def _blank(text: Text) -> float:
    """The width that Qt counts for the blank at which a line from right to left breaks."""
    hangs = text.line_count > 1 and leftward(text.words)
    return BLANK_EM * text.px if hangs else 0.0


def _stands_out(area: QRectF, room: QRectF, *, down: bool) -> bool:
    across = area.left() < room.left() - TOLERANCE_PX or area.right() > room.right() + TOLERANCE_PX
    high = area.top() < room.top() - TOLERANCE_PX or area.bottom() > room.bottom() + TOLERANCE_PX
    return across or (down and high)


def overlapping(view: View) -> Iterator[Flaw]:
    """Text on text, and text on the map on a symbol that it does not belong to."""
    for one, other in itertools.combinations(view.sight.texts, 2):
        both = one.bare.intersected(other.bare)
        if is_overlap(both) and _letters_meet(one, other) and not _stands_in(one, other):
            what = f"{one.short} and {other.short}"
            yield flaw("overlap", what, "overlap", "", both, one.words)
    symbols = [seen for seen in view.sight.marks if seen.kind == "FormationSymbol"]
    for text in view.sight.texts:
        mark = text.inside(lambda seen: seen.kind in ("FormationSymbol", "PlaceName"))
        for symbol in symbols if mark else ():
            both = text.bare.intersected(symbol.area)
            if symbol is not mark and is_overlap(both) and meets_box(text, symbol.area):
                what = f"{text.short} and the symbol of {quoted(symbol.name)}"
                yield flaw("overlap", what, "overlap", "", both, text.words)


def struck(view: View) -> Iterator[Flaw]:
    """Text off the map that a level line goes through, as if it were crossed out."""
    rectangles = (seen for seen in view.sight.seen if seen.kind == "QQuickRectangle")
    lines = [seen for seen in rectangles if seen.area.height() <= LINE_PX]
    for text in view.sight.texts:
        if text.line_count > 1 or text.is_on_the_map:
            continue
        if any(_goes_through(line, text, view.sight) for line in lines):
            hint = "a line that is near words stands above or below them"
            message = "has a line through it"
            yield flaw("struck text", text.short, message, hint, text.bounds, text.words)


def _goes_through(line: Seen, text: Text, sight: Sight) -> bool:
    """True if a line is seen within the middle half of letters, for longer than one of them."""
    quarter = text.bare.height() / 4
    letters = text.bare.adjusted(0, quarter, 0, -quarter)
    if line.area.intersected(letters).width() <= text.px:
        return False
    return not any(cover.contains(letters) for cover in sight.covered_by(line))


def _letters_meet(one: Text, other: Text) -> bool:
    """True if letters meet where one of the texts is turned; upright rectangles do already."""
    if not (one.is_turned or other.is_turned):
        return True
    return is_overlap(one.letters.intersected(other.letters).boundingRect())


def _stands_in(one: Text, other: Text) -> bool:
    """True for words on ground of their own within a text, which say its words there."""
    ground = other.inside(lambda seen: seen.covers and one in seen.holders)
    edge = max(TOLERANCE_PX, other.px / 10)
    return ground is not None and ground.area.adjusted(-edge, -edge, edge, edge).contains(
        other.bare
    )


def meets_box(text: Text, area: QRectF) -> bool:
    """True if letters lie in an area; of a turned text, not only its upright rectangle."""
    if not text.is_turned:
        return meet(text.bounds, area)
    return is_overlap(text.letters.intersected(area).boundingRect())


def without_glyphs(view: View) -> Iterator[Flaw]:
    """Texts with characters that neither their font nor one that stands in for it has."""
    for text in view.sight.texts:
        font: QFont = text.item.property("font")
        lacking = sorted(
            {letter for letter in text.words if not has_glyph(font.family(), font.weight(), letter)}
        )
        if lacking:
            named = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in lacking)
            hint = f"{font.family()} has no glyph for it"
            yield flaw("missing glyph", text.short, f"has {named}", hint, text.bounds, text.words)


@cache
def has_glyph(family: str, weight: QFont.Weight, letter: str) -> bool:
    """True if a font, or one in its place, has a letter, or it needs none as it is not drawn."""
    if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Zs"):
        return True
    families = (family, *QFont.substitutes(family))
    return any(_raw(one, weight).supportsCharacter(ord(letter)) for one in families)


@cache
def _raw(family: str, weight: QFont.Weight) -> QRawFont:
    font = QFont(family)
    font.setWeight(weight)
    return QRawFont.fromFont(font)
