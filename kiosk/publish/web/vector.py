"""Drawings of Qt's painters as the elements of an SVG that is small and has a plain form."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby, pairwise
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QIODevice, QRect
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
STEP = re.compile(r"([MLCZ])([^MLCZ]*)")
START = re.compile(rf"M{NUMBER.pattern} ?{NUMBER.pattern}")
FIXED = re.compile("[MC]")

STROKED = ("stroke-width", "stroke-dasharray")
DEFAULTS = {
    "stroke": "none",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "2",
    "stroke-opacity": "1",
    "fill-opacity": "1",
    "opacity": "1",
}
"""The values that an element without the attribute has, or as good as has."""
STYLE = ("fill", "stroke-width", *DEFAULTS)

REPEATED = 80
"""A path of so many letters is written once and repeated."""

ROW_PX = 10
"""The height of the rows in which dots are told, from left to right."""

Point = complex
Matrix = tuple[complex, complex, complex]
"""The images of one unit to the right, of one down, and of the origin."""

UNMOVED: Matrix = (1 + 0j, 1j, 0j)

Style = tuple[tuple[str, str], ...]
"""Attributes and their values."""


@dataclass(frozen=True)
class Element:
    """A path of an SVG with how it is filled and stroked, or words."""

    style: Style
    d: str = ""
    words: str = ""
    clip: str = ""

    @property
    def tail(self) -> str:
        """The path without the point where it starts; "" if it is short, or fixed to its place."""
        start = START.match(self.d)
        tail = self.d[start.end() :] if start else ""
        return "" if len(tail) < REPEATED or FIXED.search(tail) else tail

    def repeating(self, id_: str) -> str:
        """The element where its tail stands elsewhere under an id."""
        x, y = NUMBER.findall(self.d)[:2]
        return f'<use{_written(self.style)} x="{x}" y="{y}" href="#{id_}"/>'

    def __str__(self) -> str:
        shape = f"<text{_written(self.style)}>{escape(self.words)}</text>"
        return shape if self.words else f'<path{_written(self.style)} d="{self.d}"/>'


@dataclass(frozen=True)
class Drawing:
    """The elements that a painter drew, in order, and the paths that clip some of them."""

    elements: tuple[Element, ...]
    clips: Mapping[str, str]

    def svg(self, prefix: str = "") -> str:
        """The elements of the SVG; its ids begin with `prefix`, and without one it has none.

        With one, a path that is drawn more than once is written once. What is clipped needs one.
        """
        counts = Counter(tail for element in self.elements if (tail := element.tail))
        repeated = (tail for tail, times in counts.items() if times > 1 and prefix)
        ids = {tail: f"{prefix}{i}" for i, tail in enumerate(repeated)}
        kept = [f'<path id="{id_}" d="M0 0{tail}"/>' for tail, id_ in ids.items()]
        kept += [
            f'<clipPath id="{prefix}{id_}"><path d="{d}"/></clipPath>'
            for id_, d in self.clips.items()
        ]
        body = [f"<defs>{''.join(kept)}</defs>" if kept else ""]
        for clip, elements in groupby(self.elements, key=lambda element: element.clip):
            told = "".join(
                element.repeating(ids[element.tail]) if element.tail in ids else str(element)
                for element in elements
            )
            body.append(f'<g clip-path="url(#{prefix}{clip})">{told}</g>' if clip else told)
        return "".join(body)


def drawn(paint: Callable[[QPainter], object]) -> Drawing:
    """The drawing of `paint` about the origin of its painter, in px."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRect(0, 0, 1000, 1000))
    painter = QPainter(generator)
    paint(painter)
    painter.end()
    root = ElementTree.fromstring(buffer.data().data())
    clips = {clip.get("id", ""): _path(clip[0], UNMOVED) for clip in root.iter(f"{SVG}clipPath")}
    return Drawing(tuple(_merged(_elements(root))), clips)


def _elements(root: ElementTree.Element) -> Iterator[Element]:
    """The shapes of Qt's groups, each of which has one style and one matrix."""
    for outer in root.findall(f"{SVG}g"):
        for group in outer:
            clip = group.get("clip-path", "").removeprefix("url(#").removesuffix(")")
            for inner in [*group] if clip else [group]:
                yield from (replace(one, clip=clip) for one in _shapes(inner))


def _shapes(group: ElementTree.Element) -> Iterator[Element]:
    """The shapes of a group: all its lines as one, and all its dots as one."""
    matrix = _matrix(group.get("transform"))
    told = {key: group.get(key, DEFAULTS.get(key, "none")) for key in STYLE}
    for (tag, fixed), alike in groupby(
        group, key=lambda shape: (shape.tag.removeprefix(SVG), shape.get("vector-effect"))
    ):
        shapes = list(alike)
        scale = 1.0 if fixed == "non-scaling-stroke" else _scale(matrix)
        if tag == "text":
            for shape in shapes:
                yield _text(shape, group.get("transform", ""))
        elif tag == "polyline":
            lines = [_points(shape.get("points", ""), matrix) for shape in shapes]
            yield Element(_pared({**told, "fill": "none"}, scale), _lines(lines))
        elif tag == "circle" and told["stroke"] == "none":
            width = 2 * float(shapes[0].get("r", "0"))
            dot = {"fill": "none", "stroke": told["fill"], "stroke-width": str(width)}
            dot |= {"stroke-linecap": "round", "stroke-opacity": told["fill-opacity"]}
            yield Element(_pared({**told, **dot}, scale), _dots(_spot(s, matrix) for s in shapes))
        else:
            for shape in shapes:
                path = _path(shape, matrix)
                holed = path.count("z") > 1 and shape.get("fill-rule") == "evenodd"
                rule = {"fill-rule": "evenodd"} if holed and told["fill"] != "none" else {}
                yield Element(_pared({**told, **rule}, scale), path)


def _text(shape: ElementTree.Element, matrix: str) -> Element:
    told = {key: shape.get(key, "") for key in ("fill", "x", "y", "font-size")}
    return Element((*told.items(), ("transform", matrix)), words=shape.text or "")


def _pared(style: Mapping[str, str], scale: float) -> Style:
    """The attributes that say something, lengths of the stroke scaled."""
    kept = {key: value for key, value in style.items() if DEFAULTS.get(key) != value}
    if "stroke" not in kept:
        kept = {key: value for key, value in kept.items() if not key.startswith("stroke")}
    if kept.get("fill") == "none":
        kept.pop("fill-opacity", None)
    for key in STROKED:
        if key in kept:
            kept[key] = NUMBER.sub(lambda n: _short(float(n[0]) * scale, 2), kept[key])
    return tuple(kept.items())


def _merged(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements; of neighbours only stroked, and in one colour, those of one style as one."""

    def kind(element: Element) -> object:
        style = dict(element.style)
        stroked = style.get("fill") == "none" and not element.words
        return (style.get("stroke"), element.clip) if stroked else id(element)

    for _, alike in groupby(elements, key=kind):
        styles: dict[Style, list[Element]] = {}
        for element in alike:
            styles.setdefault(element.style, []).append(element)
        for first, *others in styles.values():
            yield replace(first, d=first.d + "".join(other.d for other in others))


def _written(style: Style) -> str:
    return "".join(f' {key}="{value}"' for key, value in style)


# ------------------------------------------------------------ paths


def _matrix(transform: str | None) -> Matrix:
    if not transform:
        return UNMOVED
    a, b, c, d, e, f = map(float, NUMBER.findall(transform))
    return complex(a, b), complex(c, d), complex(e, f)


def _scale(matrix: Matrix) -> float:
    return math.sqrt(abs((matrix[0].conjugate() * matrix[1]).imag))


def _points(numbers: str, matrix: Matrix) -> list[Point]:
    """Points written x,y, each to a tenth of a px."""
    found = [float(number) for number in numbers.replace(",", " ").split()]
    return [_at(matrix, x, y) for x, y in zip(found[::2], found[1::2], strict=True)]


def _at(matrix: Matrix, x: float, y: float) -> Point:
    point = matrix[0] * x + matrix[1] * y + matrix[2]
    return complex(round(point.real, 1), round(point.imag, 1))


def _spot(shape: ElementTree.Element, matrix: Matrix) -> Point:
    return _at(matrix, float(shape.get("cx", "0")), float(shape.get("cy", "0")))


def _path(shape: ElementTree.Element, matrix: Matrix) -> str:
    """A shape's outline as path data."""
    kind = shape.tag.removeprefix(SVG)
    if kind in ("circle", "ellipse"):
        rx, ry = (float(shape.get(key, shape.get("r", "0"))) for key in ("rx", "ry"))
        half = f"a{_short(rx)} {_short(ry)} 0 1 0 "
        across = _short(2 * rx)
        return f"M{_pair(_spot(shape, matrix) - rx)}{half}{across} 0{half}-{across} 0z"
    if kind == "rect":
        x, y, w, h = (float(shape.get(key, "0")) for key in ("x", "y", "width", "height"))
        corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        return f"{_lines([[_at(matrix, *corner) for corner in corners]])}z"
    if kind == "polygon":
        return f"{_lines([_points(shape.get('points', ''), matrix)])}z"
    return "".join(_steps(shape.get("d", ""), matrix))


def _steps(d: str, matrix: Matrix) -> Iterator[str]:
    """Path data in which only the first start, and curves, are fixed to their place."""
    line: list[Point] = []
    start = here = None
    for command, numbers in STEP.findall(d):
        points = _points(numbers, matrix)
        if command == "L":
            line += points
            continue
        if len(line) > 1:
            yield _tail(line)
            here = line[-1]
        if command == "M":
            start = points[0]
            yield f"M{_pair(start)}" if here is None else f"m{_pair(start - here)}"
            here = start
        elif command == "C":
            yield f"C{' '.join(map(_pair, points))}"
            here = points[-1]
        else:
            yield "z"
            here = start
        line = points[-1:]
    if len(line) > 1:
        yield _tail(line)


def _lines(lines: Iterable[Sequence[Point]]) -> str:
    """Path data of lines; one that begins where the one before ends goes on from there."""
    parts: list[str] = []
    end: Point | None = None
    for line in lines:
        if end is None:
            parts.append(f"M{_pair(line[0])}")
        elif line[0] != end:
            parts.append(f"m{_pair(line[0] - end)}")
        parts.append(_tail(line))
        end = line[-1]
    return "".join(parts)


def _tail(points: Sequence[Point]) -> str:
    """Path data that leads on from the first of `points` through the others."""
    steps = [b - a for a, b in pairwise(points)]
    told = " ".join(_pair(step) for step in steps if abs(step) > 0.05)
    return f"l{told.replace(' -', '-')}" if told else "h0"


def _dots(spots: Iterable[Point]) -> str:
    """Path data of dots on whole px."""
    dots = [complex(round(spot.real), round(spot.imag)) for spot in spots]
    dots.sort(key=lambda dot: (dot.imag // ROW_PX, dot.real))
    steps = [dots[0], *(b - a for a, b in pairwise(dots))]
    return "M" + "m".join(f"{_pair(step)}h0" for step in steps)


def _pair(point: Point) -> str:
    x, y = _short(point.real), _short(point.imag)
    return f"{x}{'' if y[0] == '-' else ' '}{y}"


def _short(number: float, digits: int = 1) -> str:
    text = f"{number:.{digits}f}".rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:]
    if text.startswith("-0"):
        return f"-{text[2:]}" if len(text) > 2 else "0"
    return text
