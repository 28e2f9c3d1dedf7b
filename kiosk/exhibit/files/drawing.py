"""Drawings: SVG files whose words are set in from the exhibit, in any of its languages."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

from kiosk.exhibit.reading.problem import quoted

SVG = "{http://www.w3.org/2000/svg}"
HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
ELEMENTS = frozenset(
    f"{SVG}{name}"
    for name in (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "style", "text", "tspan"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
    )
)
"""The elements that a drawing may be made of."""

FUNCTIONS = frozenset(
    (
        *("rgb", "rgba", "hsl", "hsla", "calc", "matrix", "rotate", "scale", "scalex", "scaley"),
        *("skewx", "skewy", "translate", "translatex", "translatey"),
    )
)
"""The functions that a value may call, beside url() for a part of the same drawing."""

EDITORS = (
    "http://www.inkscape.org/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://purl.org/dc/",
    "http://ns.adobe.com/",
    "http://www.serif.com/",
    "http://www.bohemiancoding.com/",
)
"""The programs whose notes stand in drawings and are left out."""

NAME = re.compile(r"(?![Oo][Nn])[A-Za-z][A-Za-z0-9-]*")
KEPT = (
    *HREFS,
    "{http://www.w3.org/XML/1998/namespace}space",
    "{http://www.w3.org/XML/1998/namespace}lang",
)
WORDED = ("id", "class", "role", "lang", "d", "points")
"""Attributes that hold no style: what stands in them calls nothing."""

COLOURED = frozenset(("fill", "stroke", "stop-color", "color", "style"))
"""The attributes that hold colours."""

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
"""A colour as drawings write it; what begins so and is longer is the name of a part."""

PEN = "currentColor"
_PAINT = re.compile(r"\b(fill|stroke)\s*:\s*(?!none\b)[^;}]+")

KEPT_CLASS = "kept"
"""The class of what in a drawing has its colours on any ground."""

MAX_BYTES = 1_000_000
MAX_DEPTH = 64
MAX_CHAIN = 4 * MAX_DEPTH
MAX_SHAPES = 20_000
MAX_RATIO = 10
"""The longer side of a picture is so many times the shorter one at most."""


class DrawingError(Exception):
    """The reason why a file can't be drawn; `message` says it to the author, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def read_drawing(path: Path) -> ElementTree.Element:
    """The root of an SVG file. Raises `DrawingError`."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DrawingError(f"is larger than {MAX_BYTES // 1_000_000} MB")
        text = path.read_text("utf-8")
    except OSError as error:
        raise DrawingError(f"can't be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise DrawingError("is not UTF-8 text") from None
    return drawing_of(text)


def drawing_of(text: str) -> ElementTree.Element:
    """The root of an SVG. Raises `DrawingError`."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise DrawingError("declares a document type; save it as plain SVG")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        line, column = error.position
        raise DrawingError(f"is not sound XML at line {line}, column {column + 1}") from None
    if root.tag != f"{SVG}svg":
        raise DrawingError("is not an SVG drawing")
    if "viewBox" not in root.attrib:
        raise DrawingError("has no viewBox, so nobody knows how large it is")
    if fault := _box_fault(root.attrib["viewBox"]):
        raise DrawingError(fault)
    if _depth(root) > MAX_DEPTH:
        raise DrawingError(f"is nested more than {MAX_DEPTH} levels deep", "ungroup it")
    _forget_notes(root)
    for element in root.iter():
        if any(not element.get(name, "#").startswith("#") for name in HREFS):
            raise DrawingError("draws on another file; put everything into the one")
        _refuse_foreign(element)
    if _shapes(root) > MAX_SHAPES:
        hint = "each <use> counts with all that it repeats"
        raise DrawingError(f"draws more than {MAX_SHAPES} shapes", hint)
    return root


def box_of(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height of a drawing that has been read."""
    return _size(root.attrib["viewBox"])


def _box_fault(box: str) -> str:
    """The fault of a viewBox; "" if it has none."""
    try:
        width, height = _size(box)
    except ValueError:
        return f"has a viewBox that is not x, y, width and height: {quoted(box)}"
    if not (0 < width < math.inf and 0 < height < math.inf):
        return f"has a viewBox without a size: {quoted(box)}"
    return ratio_fault(width, height)


def _size(box: str) -> tuple[float, float]:
    """Width and height in a viewBox; raises ValueError where it is none."""
    _, _, width, height = map(float, box.replace(",", " ").split())
    return width, height


def ratio_fault(width: float, height: float) -> str:
    """The fault of a picture's shape; "" if it has none."""
    if max(width, height) <= MAX_RATIO * min(width, height):
        return ""
    return f"is {width:g} wide and {height:g} high, too narrow to be shown"


def _forget_notes(root: ElementTree.Element) -> None:
    """Takes out what editors note for themselves, which is not drawn."""
    for element in root.iter():
        for name in [name for name in element.attrib if _noted(name)]:
            del element.attrib[name]
        for child in list(element):
            if child.tag == f"{SVG}metadata" or _noted(child.tag):
                element.remove(child)


def _noted(name: str) -> bool:
    return name.startswith(tuple(f"{{{editor}" for editor in EDITORS))


def _refuse_foreign(element: ElementTree.Element) -> None:
    """Raises DrawingError for what is no drawing: programs, other pages, other files."""
    if element.tag not in ELEMENTS:
        hint = "a drawing is made of paths, shapes and text; save it as plain SVG"
        raise DrawingError(f"holds <{_local(element.tag)}>, which is not drawn", hint)
    if element.tag == f"{SVG}style":
        _refuse_calls(element.text or "")
    for name, value in element.attrib.items():
        if name not in KEPT and not NAME.fullmatch(name):
            raise DrawingError(f'holds "{_local(name)}" in <{_local(element.tag)}>', "remove it")
        if name not in (*HREFS, *WORDED) and not name.startswith(("aria-", "data-")):
            _refuse_calls(value)


def _refuse_calls(style: str) -> None:
    """Raises DrawingError for a style that asks for more than colours and its own parts."""
    if rule := re.search(r"@[\w-]*|\\.?", style):
        raise DrawingError(f"has a style with {quoted(rule.group())}", "remove it")
    for name, inside in re.findall(r"([\w-]+)\(\s*(['\"]?[^)]{0,60})", style):
        own = name.lower() == "url" and inside.strip("'\"").startswith("#")
        if not own and name.lower() not in FUNCTIONS:
            hint = "put everything into the one file" if name.lower() == "url" else "remove it"
            raise DrawingError(f"has a style with {quoted(f'{name}({inside})')}", hint)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _depth(root: ElementTree.Element) -> int:
    depth, level = 0, [root]
    while level and depth <= MAX_DEPTH:
        depth, level = depth + 1, [child for element in level for child in element]
    return depth


def _shapes(root: ElementTree.Element) -> int:
    """The number of elements drawn, those repeated by <use> counted each time; bounded."""
    named = {element.get("id"): element for element in root.iter()}
    counted: dict[ElementTree.Element, int] = {}

    def count(element: ElementTree.Element, above: frozenset[ElementTree.Element]) -> int:
        if element in above or len(above) > MAX_CHAIN:
            raise DrawingError("repeats itself without end", "a <use> leads back to what holds it")
        if element not in counted:
            inner = [*element]
            if element.tag == f"{SVG}use":
                repeated = (named.get(element.get(name, "#")[1:]) for name in HREFS)
                inner += (other for other in repeated if other is not None)
            total = 1 + sum(count(child, above | {element}) for child in inner)
            counted[element] = min(total, MAX_SHAPES + 1)
        return counted[element]

    return count(root, frozenset())


def words_in(root: ElementTree.Element) -> Iterator[str]:
    """The ids of the places for words: its text elements."""
    for element in root.iter(f"{SVG}text"):
        yield element.get("id", "")


def recoloured(root: ElementTree.Element, turned: Callable[[str], str]) -> ElementTree.Element:
    """A drawing with each colour `#rrggbb` as `turned` has it.

    What is of the class "kept", and all within it, is left as it is.
    """
    kept = {
        inner
        for one in root.iter()
        if KEPT_CLASS in one.get("class", "").split()
        for inner in one.iter()
    }
    for element in root.iter():
        if element in kept:
            continue
        for name in COLOURED & element.attrib.keys():
            element.set(name, COLOUR.sub(lambda found: turned(found[0]), element.attrib[name]))
        if element.tag == f"{SVG}style":
            element.text = COLOUR.sub(lambda found: turned(found[0]), element.text or "")
    return root


def silhouette(root: ElementTree.Element) -> str:
    """A drawing as text, all that is filled or stroked in `currentColor`."""
    root.attrib.setdefault("fill", PEN)
    for element in root.iter():
        for name in ("fill", "stroke"):
            if element.get(name, "none") != "none":
                element.set(name, PEN)
        if style := element.get("style"):
            element.set("style", _PAINT.sub(rf"\1:{PEN}", style))
        if element.tag == f"{SVG}style":
            element.text = _PAINT.sub(rf"\1:{PEN}", element.text or "")
    return with_words(root, {}).decode()


def with_words(root: ElementTree.Element, words: Mapping[str, str]) -> bytes:
    """The SVG with each text element saying the word of its id."""
    for element in root.iter(f"{SVG}text"):
        word = words.get(element.get("id", ""))
        if word is not None:
            for child in list(element):
                element.remove(child)
            element.text = word
    ElementTree.register_namespace("", SVG[1:-1])
    drawn: bytes = ElementTree.tostring(root, encoding="utf-8")
    return drawn
