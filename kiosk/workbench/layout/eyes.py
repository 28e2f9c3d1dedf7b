"""Eyes on a window: what can be seen of each item, in the order in which it is painted."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QPolygonF
from PySide6.QtQml import QJSValue, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

OPAQUE = 0.5
"""The opacity from which on a thing covers what is beneath it."""

LETTERS_ABOVE, LETTERS_BELOW = 0.88, 0.2
"""The reach of letters above and below the first and the last of some lines, in em."""

TOLERANCE_PX = 2.0
"""The most by which things overlap that touch by their smoothed edges only."""

PRESSED = (
    *(QAccessible.Role.Button, QAccessible.Role.CheckBox),
    *(QAccessible.Role.RadioButton, QAccessible.Role.PageTab),
)
"""The roles of what is pressed."""

_SETTING = (
    "[Number(wrapMode), Number(horizontalAlignment), Number(verticalAlignment),"
    " fontInfo.pixelSize, Number(style)]"
)
"""Of a Text what Python can't read: Qt's enums and its groups."""
_PADDINGS = ("leftPadding", "topPadding", "rightPadding", "bottomPadding")
_FREE_BEFORE = {1: 0.0, 2: 1.0, 4: 0.5, 8: 0.0, 32: 0.0, 64: 1.0, 128: 0.5}
"""The share of a Text's free room that lies before it, by its alignment as Qt numbers it."""


@dataclass(frozen=True, eq=False)
class Seen:
    """An item that can be seen: its rectangle on the window, and what nothing clips of it.

    `title` is the object name that it was given, `kind` one of those that matter here.
    """

    item: QQuickItem
    title: str
    kind: str
    whole: QRectF
    area: QRectF
    opacity: float
    scrolled: bool
    within: Seen | None

    @cached_property
    def name(self) -> str:
        """The name it has for those who cannot see it."""
        face = QAccessible.queryAccessibleInterface(self.item)
        return face.text(QAccessible.Text.Name) if face is not None and face.isValid() else ""

    @cached_property
    def role(self) -> QAccessible.Role:
        """The role it has for those who cannot see it."""
        face = QAccessible.queryAccessibleInterface(self.item)
        if face is None or not face.isValid():
            return QAccessible.Role.NoRole
        return face.role()

    @cached_property
    def bare(self) -> QRectF:
        """The area that is seen of it; of a text, of its letters."""
        return self.area

    def shared(self, area: QRectF) -> QRectF:
        """The upright rectangle around what it shares with an area, turned as it may be."""
        corners = _corners(self.item, QRectF(0, 0, self.item.width(), self.item.height()))
        upright = abs(corners.at(0).y() - corners.at(1).y()) < 1
        return self.area if upright else corners.intersected(QPolygonF(area)).boundingRect()

    @property
    def centre(self) -> QPoint:
        """The point where a finger touches it."""
        return self.area.center().toPoint()

    @cached_property
    def holders(self) -> frozenset[Seen]:
        """The items that it is in."""
        return self.within.holders | {self.within} if self.within else frozenset()

    def inside(self, test: Callable[[Seen], bool]) -> Seen | None:
        """The nearest of itself and what it is in that passes a test."""
        outer: Seen | None = self
        while outer is not None and not test(outer):
            outer = outer.within
        return outer

    @property
    def is_on_the_map(self) -> bool:
        """True for a symbol or a name on the map, and for each part of one."""
        return self.inside(is_mark) is not None

    @cached_property
    def fades(self) -> bool:
        """True if its colour turns into another, or into none."""
        gradient = self.item.property("gradient") if self.kind == "QQuickRectangle" else None
        return isinstance(gradient, QJSValue) and gradient.hasProperty("stops")

    @cached_property
    def covers(self) -> bool:
        """True if it hides what was painted beneath it; what fades out hides nothing."""
        if self.kind != "QQuickRectangle":
            return False
        colour: QColor = self.item.property("color")
        return colour.alphaF() * self.opacity >= OPAQUE and not self.fades


class Text(Seen):
    """A Text with words in it."""

    @cached_property
    def words(self) -> str:
        """Its words without markup."""
        return plain(str(self.item.property("text")))

    @property
    def short(self) -> str:
        """Its first words, as a finding names it."""
        line = " ".join(self.words.split())
        return f'"{line}"' if len(line) <= 40 else f'"{line[:39]}…"'

    @cached_property
    def _set(self) -> list[float]:
        context = qmlContext(self.item)
        assert context is not None
        value, _ = QQmlExpression(context, self.item, _SETTING).evaluate()
        return list(value.toVariant())

    @property
    def wraps(self) -> bool:
        """True if it breaks lines for want of room."""
        return self._set[0] != 0

    @cached_property
    def px(self) -> int:
        """Em size in px as it is painted."""
        return round(self._set[3])

    @property
    def truncated(self) -> bool:
        """True if words were left out."""
        return bool(self.item.property("truncated"))

    @property
    def line_count(self) -> int:
        """The number of its lines."""
        return max(1, int(self.item.property("lineCount")))

    @property
    def colour(self) -> int:
        """The colour that it was given, as 0xRRGGBB."""
        colour: QColor = self.item.property("color")
        return colour.rgb() & 0xFFFFFF

    @property
    def is_outlined(self) -> bool:
        """True if a line in another colour goes round its letters."""
        return self._set[4] != 0

    @cached_property
    def room(self) -> QRectF:
        """Its rectangle on the window less the padding, in the text's own direction."""
        left, top, right, bottom = map(self.item.property, _PADDINGS)
        return QRectF(0, 0, self.item.width(), self.item.height()).adjusted(
            left, top, -right, -bottom
        )

    @cached_property
    def painted(self) -> QRectF:
        """The area of its lines, in its own coordinates."""
        _, across, down, *_ = self._set
        width, height = map(self.item.property, ("paintedWidth", "paintedHeight"))
        room = self.room
        left = room.left() + (room.width() - width) * _FREE_BEFORE[int(across)]
        top = room.top() + (room.height() - height) * _FREE_BEFORE[int(down)]
        return QRectF(left, top, width, height)

    @cached_property
    def inked(self) -> QRectF:
        """The area of its letters, in its own coordinates: its lines less what stays empty."""
        font = QFont(self.item.property("font"))
        font.setPixelSize(max(1, self.px))
        metrics = QFontMetricsF(font)
        above, below = LETTERS_ABOVE * self.px, LETTERS_BELOW * self.px
        if self.line_count == 1:
            tight = metrics.tightBoundingRect(self.words)
            above, below = -tight.top(), tight.bottom()
        return self.painted.adjusted(
            0, max(0.0, metrics.ascent() - above), 0, min(0.0, below - metrics.descent())
        )

    @cached_property
    def letters(self) -> QPolygonF:
        """The area of its letters on the window; turned where the text is."""
        return _corners(self.item, self.inked)

    @cached_property
    def bounds(self) -> QRectF:
        """The upright rectangle around its letters, on the window."""
        return self.letters.boundingRect()

    @cached_property
    def bare(self) -> QRectF:
        """The area that is seen of its letters."""
        return self.bounds.intersected(self.area)

    @cached_property
    def is_turned(self) -> bool:
        """True if it does not stand upright."""
        first, second = self.letters.at(0), self.letters.at(1)
        return abs(first.y() - second.y()) > 1


@dataclass(frozen=True)
class Sight:
    """All that can be seen on a window, in the order in which it is painted."""

    seen: tuple[Seen, ...]
    screen: QRectF

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every Text with words in it that nothing hides wholly."""
        return tuple(
            seen for seen in self.seen if isinstance(seen, Text) and not self.is_hidden(seen)
        )

    @cached_property
    def targets(self) -> tuple[Seen, ...]:
        """Every button, and the slider, that nothing hides wholly."""
        roles = (*PRESSED, QAccessible.Role.Slider)
        return tuple(
            seen for seen in self._things if seen.role in roles and not self.is_hidden(seen)
        )

    @cached_property
    def marks(self) -> tuple[Seen, ...]:
        """The symbols of formations and the names of places on the map."""
        return tuple(seen for seen in self._things if is_mark(seen))

    @cached_property
    def signs(self) -> tuple[Seen, ...]:
        """Signs on the map for a formation or a place, without its name and their ground."""
        drawn = [s for s in self._things if s.kind in ("QQuickImage", "QQuickRectangle")]
        drawn = [seen for seen in drawn if seen.title != TAG]
        signs = [seen for seen in drawn if seen.is_on_the_map and not seen.inside(is_words)]
        return tuple(seen for seen in signs if not self.is_hidden(seen))

    def of(self, *roles: QAccessible.Role) -> list[Seen]:
        """Items that have one of these roles."""
        return [seen for seen in self.seen if seen.role in roles and not seen.area.isEmpty()]

    @property
    def _things(self) -> Iterator[Seen]:
        return (seen for seen in self.seen if not isinstance(seen, Text))

    @cached_property
    def _covers(self) -> list[tuple[int, Seen]]:
        return [(place, seen) for place, seen in enumerate(self.seen) if seen.covers]

    @cached_property
    def _fading(self) -> list[tuple[int, Seen]]:
        return [(place, seen) for place, seen in enumerate(self.seen) if seen.fades]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(seen): place for place, seen in enumerate(self.seen)}

    def covered_by(self, seen: Seen) -> Iterator[QRectF]:
        """Items painted over this one that hide part of it or all."""
        yield from self._over(seen, self._covers)

    def unfaded(self, seen: Seen) -> QRectF:
        """The area seen of an item less what lies beneath a fading edge."""
        area = seen.bare
        for fading in self._over(seen, self._fading):
            area = rest_of(area, fading)
        return area

    def _over(self, seen: Seen, covers: Iterable[tuple[int, Seen]]) -> Iterator[QRectF]:
        place, area = self._places[id(seen)], seen.bare
        for later, cover in covers:
            if later <= place or not area.intersects(cover.area) or seen in cover.holders:
                continue
            hidden = cover.shared(area)
            if meet(area, hidden) or hidden.contains(area):
                yield hidden

    def is_hidden(self, seen: Seen) -> bool:
        """True if something was painted over the whole of an item."""
        area = seen.bare
        edge = min(1.0, area.width() / 4, area.height() / 4)
        inner = area.adjusted(edge, edge, -edge, -edge)
        return any(cover.contains(inner) for cover in self.covered_by(seen))


def look(root: QQuickItem) -> Sight:
    """All that is seen of `root`: visible, not faded out, not clipped away, not on its way out."""
    screen = whole_area(root)
    return Sight(tuple(_beneath(root, screen, 1.0, False, None)), screen)


def _beneath(
    item: QQuickItem, clip: QRectF, opacity: float, scrolled: bool, within: Seen | None
) -> Iterator[Seen]:
    opacity *= item.opacity()
    if opacity <= 0 or not item.isVisible() or not item.isEnabled():
        return
    whole = whole_area(item)
    title = item.objectName()
    kind = kind_of(item, title)
    text = kind in ("QQuickText", "DisplayText")
    made = Text if text else Seen
    seen = made(item, title, kind, whole, whole.intersected(clip), opacity, scrolled, within)
    if item.clip():
        clip = seen.area
    scrolled = scrolled or kind == "QQuickFlickable"
    children = [(child.z(), child) for child in item.childItems()]
    children.sort(key=itemgetter(0))
    for z, child in children:
        if z < 0:
            yield from _beneath(child, clip, opacity, scrolled, seen)
    if is_mark(seen) or (not seen.area.isEmpty() and (not text or item.property("text"))):
        yield seen
    for z, child in children:
        if z >= 0:
            yield from _beneath(child, clip, opacity, scrolled, seen)


TAG = "Tag"
"""The ground of what waits at the edge of the map."""

OURS = ("FormationSymbol", "PlaceName", "EdgeItem", "MapText", "Icon", "DisplayText")
QTS = ("QQuickText", "QQuickRectangle", "QQuickImage", "QQuickFlickable")


def kind_of(item: QQuickItem, title: str) -> str:
    """One of the map's or the controls' own kinds that matter here, else one of Qt's, else ""."""
    return title if title in OURS else next(filter(item.inherits, QTS), "")


def is_mark(seen: Seen) -> bool:
    """True for a formation's symbol, a place's name, or what waits at the edge, each as a whole."""
    return seen.kind in ("FormationSymbol", "PlaceName", "EdgeItem")


def is_words(seen: Seen) -> bool:
    """True for words with their own ground, on the map or on the figure of home."""
    return seen.kind == "MapText"


def whole_area(item: QQuickItem) -> QRectF:
    """The item's rectangle on the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _corners(item: QQuickItem, area: QRectF) -> QPolygonF:
    """The corners on the window of a rectangle in an item's own direction, clockwise, closed."""
    return QPolygonF([item.mapToScene(corner) for corner in QPolygonF(area).toList()])


def rest_of(area: QRectF, cover: QRectF) -> QRectF:
    """The largest upright rectangle that a cover leaves free of an area."""
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    strips = (
        QRectF(left, top, area.width(), cover.top() - top),
        QRectF(left, cover.bottom(), area.width(), bottom - cover.bottom()),
        QRectF(left, top, cover.left() - left, area.height()),
        QRectF(cover.right(), top, right - cover.right(), area.height()),
    )
    whole = [strip for strip in strips if strip.width() > 0 and strip.height() > 0]
    return max(whole, key=lambda strip: strip.width() * strip.height(), default=QRectF())


def meet(one: QRectF, other: QRectF) -> bool:
    """True if two rectangles share more than a smoothed edge."""
    return is_overlap(one.intersected(other))


def is_overlap(both: QRectF) -> bool:
    """True if the room that two things share is more than a smoothed edge."""
    return both.width() > TOLERANCE_PX and both.height() > TOLERANCE_PX


def plain(text: str) -> str:
    """Words without markup and without what only keeps lines from ending."""
    words = html.unescape(re.sub("<[^>]*>", "", text.replace("<br>", "\n")))
    return re.sub("[\u2060\u200a]", "", words).replace("\u00a0", " ")
