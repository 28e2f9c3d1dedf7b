"""Contrast as it is seen: what is painted against what would be there without it.

The window is grabbed twice, once without its texts, icons and signs on the map. Where the two
differ stands the text; its colour is the nearest to the one it was given of those on 2 % of that
or more, for smoothed edges are paler. WCAG's ratio is to hold on 95 % of the ground there, rows
read by turns. It is to hold on 75 % where thin lines of the map that run behind are parted from
what is read: by an outline, or because a sign is known by its shape; a sign may stand out by two
of its own colours. The halo of a name on the map is its ground.

A text that was laid out and of which nothing is painted is a fault of its own.

What scrolls and lies beneath a fading edge, or is less than half a line, is scrolled before it is
read; what stands on the map is read through the edge. A
button is told by its words or its icon; its frame need not be seen. What is faded to less than
half is switched off, of which WCAG asks nothing.

WCAG's large text is of 24 CSS px, 0.5 degrees: all text here is larger. It is taken for large
all the same only if it is outlined, or is of 1.5 times the least size, 1.2 times if bold: as 18
and 14 pt are to 12 pt.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from operator import ne

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QPolygonF, QTransform
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.reading.problem import quoted
from kiosk.workbench.layout.eyes import OPAQUE, PRESSED, Seen, Text, is_mark
from kiosk.workbench.layout.flaw import Flaw, View, flaw

TEXT, LARGE_TEXT, PART = 7.0, 4.5, 3.0
"""WCAG 2.2: 1.4.6 for text and large text, 1.4.11 for parts of controls."""

LARGE, LARGE_BOLD = 1.5, 1.2
"""From how many times the least size on text is large."""

HIGH = 7.0
"""The contrast that a text needs in high contrast (WCAG 2.2, 1.4.6)."""

GLARE = 0.05
"""The light of any room that WCAG adds to both luminances."""

INK_SHARE = 0.02
"""The least share of what differs that has its colour."""

NEAR, NEAR_IF_OUTLINED = 0.05, 0.25
"""The share of the ground too near in colour that a text may have; an outlined one or a sign."""

SAME_INK = math.log(1.1)
"""Colours with less contrast than 1.1:1 are one, the most common of them."""

MEASURED, COLOURS = 4096, 65536
"""The contrasts, and the luminances of colours, that are kept: those asked for last."""

STEPS = 2000
"""Luminances nearer than a part of this are the same."""

Counts = Counter[float]
"""The number of pixels of each luminance."""


def faint(
    view: View,
    picture: QImage,
    grab: Callable[[], QImage],
    least: float = 1.0,
    *,
    veil: float = 0.0,
) -> Iterator[Flaw]:
    """Texts, icons and signs on the map that do not stand out from what is behind them.

    `picture` is the window's, `grab` takes another. Texts need a contrast of `least`, whatever
    their size. Behind the `veil` of a bright room, a share of white, they need no more than that.
    """
    sight = view.sight
    icons = [seen for seen in sight.seen if seen.kind == "Icon" and not sight.is_hidden(seen)]
    after = veiled(picture, veil)
    with _without([*sight.texts, *icons, *sight.signs]):
        before = veiled(grab(), veil)
    for text in sight.texts:
        needed = least if veil else max(least, ratio_for(text, view.glass.body_px))
        yield from _judged(view, text, text.short, needed, after, before, veil)
    for icon in icons:
        button = icon.inside(lambda seen: seen.role in PRESSED)
        name = f"the icon of {quoted(button.name)}" if button else "the icon"
        yield from _judged(view, icon, name, PART, after, before, veil)
    for sign in sight.signs:
        mark = sign.inside(is_mark)
        name = f"the sign of {quoted(mark.name)}" if mark else "the sign"
        yield from _judged(view, sign, name, PART, after, before, veil)


def ratio_for(text: Text, least_px: int) -> float:
    """The contrast that a text needs."""
    if text.is_outlined:
        return LARGE_TEXT
    font: QFont = text.item.property("font")
    bold = font.weight() >= QFont.Weight.DemiBold
    return LARGE_TEXT if text.px >= least_px * (LARGE_BOLD if bold else LARGE) else TEXT


def _judged(
    view: View,
    seen: Seen,
    name: str,
    least: float,
    after: QImage,
    before: QImage,
    veil: float,
) -> Iterator[Flaw]:
    if seen.opacity < OPAQUE:
        return
    unfaded = view.sight.unfaded(seen) if seen.scrolled else seen.bare
    fine = QTransform.fromScale(*2 * [after.width() / view.sight.screen.width()])
    area = fine.mapRect(unfaded).toAlignedRect().intersected(after.rect())
    if area.isEmpty() or (seen.scrolled and unfaded.height() < _line(seen) / 2):
        return
    pictures = after.copy(area), before.copy(area)
    if isinstance(seen, Text) and seen.is_turned:
        letters = fine.map(seen.letters).translated(-QPointF(area.topLeft()))
        pictures = _within(letters, *pictures), pictures[1]
    if isinstance(seen, Text):
        near = NEAR_IF_OUTLINED if seen.is_outlined else NEAR
        given = luminance(seen.colour)
        found = measured(*pictures, near, seen_through(given, veil))
    else:
        found = measured(*pictures, NEAR_IF_OUTLINED)
    words = seen.words if isinstance(seen, Text) else ""
    if found is None and isinstance(seen, Text):
        message = "is laid out, but nothing is painted there"
        yield flaw("unpainted", name, message, "", unfaded, words)
    if found is not None and round(found, 1) < least:
        message = f"has a contrast of {found:.1f}:1"
        hint = f"{least:g}:1 or more is seen with ease"
        yield flaw("faint", name, message, hint, unfaded, words)


def _within(letters: QPolygonF, after: QImage, before: QImage) -> QImage:
    """The picture `after` within the letters of a turned text, `before` beside them."""
    inside = QPainterPath()
    inside.addPolygon(letters)
    picture = before.copy()
    painter = QPainter(picture)
    painter.setClipPath(inside)
    painter.drawImage(0, 0, after)
    painter.end()
    return picture


def _line(seen: Seen) -> float:
    """The height of a line of it, in px."""
    return seen.px if isinstance(seen, Text) else seen.whole.height()


def measured(
    after: QImage, before: QImage, near: float, given: float | None = None
) -> float | None:
    """The contrast of what stands in a picture with its ground; None where nothing stands.

    As much of the ground as `near` may have less. A text has the luminance `given`; a sign has
    colours of its own, and may stand out by these.
    """
    with_it, without = _rows(after), _rows(before)
    key = blake2b(with_it + without, digest_size=16).digest(), near, given
    found = _measured.pop(key) if key in _measured else _contrast(with_it, without, near, given)
    while len(_measured) >= MEASURED:
        del _measured[next(iter(_measured))]
    _measured[key] = found
    return found


_measured: dict[tuple[bytes, float, float | None], float | None] = {}
"""Contrasts measured before, the last last: what stands on many screens is measured once."""


def _rows(image: QImage) -> bytes:
    """Every other row of an image, as bytes."""
    pixels, line = bytes(image.constBits()), image.bytesPerLine()
    return b"".join(pixels[at : at + line] for at in range(0, len(pixels), 2 * line))


def _contrast(after: bytes, before: bytes, near: float, given: float | None) -> float | None:
    inks: dict[int, Counts] = defaultdict(Counter)
    grounds: Counts = Counter()
    for (ink, ground), count in _differ(after, before).items():
        bright = luminance(ink)
        inks[round(math.log(bright + GLARE) / SAME_INK)][bright] += count
        grounds[luminance(ground)] += count
    total = grounds.total()
    common = [
        shades.most_common(1)[0][0]
        for shades in inks.values()
        if shades.total() >= INK_SHARE * total
    ]
    if not common:
        return None
    if given is not None:
        nearest = min(common, key=lambda ink: contrast(ink, given))
        return _on_most(nearest, grounds, near * total)
    found = [_on_most(ink, grounds, near * total) for ink in common]
    return max((*found, *itertools.starmap(contrast, itertools.combinations(common, 2))))


def _differ(after: bytes, before: bytes) -> Counter[tuple[int, int]]:
    """The number of pixels of a colour in a picture where the one before has another, by both."""
    inks, grounds = memoryview(after).cast("I"), memoryview(before).cast("I")
    if before == before[:4] * len(grounds):
        ground = grounds[0]
        return Counter({(ink, ground): n for ink, n in Counter(inks).items() if ink != ground})
    return Counter(itertools.compress(zip(inks, grounds, strict=True), map(ne, inks, grounds)))


def _on_most(ink: float, grounds: Counts, left: float) -> float:
    """The contrast that an ink has on all but the worst `left` pixels of its grounds."""
    for ratio, count in sorted((contrast(ink, ground), n) for ground, n in grounds.items()):
        left -= count
        if left < 0:
            return ratio
    return 1.0


@lru_cache(COLOURS)
def luminance(colour: int) -> float:
    """WCAG's relative luminance of a colour 0xRRGGBB."""
    red, green, blue = (linear((colour >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return round((0.2126 * red + 0.7152 * green + 0.0722 * blue) * STEPS) / STEPS


def contrast(one: float, other: float) -> float:
    """WCAG's contrast ratio of two luminances, 1 to 21."""
    return (max(one, other) + GLARE) / (min(one, other) + GLARE)


def veiled(image: QImage, veil: float) -> QImage:
    """A picture under so much light of the room, a share of white: what is dark turns grey.

    It is measured in its own pixels; OpenGL's says how many of them are one of the window's.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1)
    if not veil:
        return plain
    seen = bytes(_encoded(seen_through(linear(level / 255), veil)) for level in range(256))
    pixels = bytes(plain.constBits()).translate(seen)
    size = plain.width(), plain.height(), plain.bytesPerLine()
    return QImage(pixels, *size, QImage.Format.Format_RGB32).copy()


def seen_through(light: float, veil: float) -> float:
    """A luminance under a veil, where white counts as 1: WCAG's ratio of two is that behind it."""
    return (light + veil + GLARE) * (1 + GLARE) / (1 + veil + GLARE) - GLARE


def linear(channel: float) -> float:
    """The light of a colour's channel, both 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> int:
    """A level, 0 to 255, of so much light."""
    return round(
        255 * (light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
    )


@contextmanager
def _without(things: Sequence[Seen]) -> Iterator[None]:
    """The window without some of what stands on it; nothing else moves."""
    items: list[tuple[QQuickItem, float]] = [(seen.item, seen.item.opacity()) for seen in things]
    for item, _ in items:
        item.setOpacity(0)
    try:
        yield
    finally:
        for item, opacity in items:
            item.setOpacity(opacity)
