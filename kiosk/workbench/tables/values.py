"""The text of a cell as the value of a key: a moment, a number, a word of a few, an id, a text."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from kiosk.exhibit.geo import lies_in
from kiosk.exhibit.model import (
    Event,
    Figure,
    FilePath,
    Formation,
    Milestone,
    Option,
    Person,
    Picture,
    Place,
    Side,
    Source,
    Station,
    Words,
)
from kiosk.exhibit.model.vocabulary import Standard
from kiosk.exhibit.model.words import Reference
from kiosk.exhibit.reading.draft import marked
from kiosk.exhibit.reading.lookalikes import straight
from kiosk.exhibit.reading.problem import did_you_mean, few, quoted
from kiosk.exhibit.writing import is_wide
from kiosk.workbench.tables.cleaning import cleaned
from kiosk.workbench.tables.content import Content
from kiosk.workbench.tables.headings import book, folded
from kiosk.workbench.tables.moments import Amiss, Order, moment_in

RECORDS: Mapping[str, Any] = {
    "places": Place,
    "formations": Formation,
    "stations": Station,
    "events": Event,
    "people": Person,
    "pictures": Picture,
    "sources": Source,
    "sides": Side,
    "figures": Figure,
    "milestones": Milestone,
}
_BETWEEN = re.compile(r"[;；、\n]|,(?!\d)|，")
_DEGREES = re.compile(
    r"(?P<sign>-)?(?P<degrees>\d{1,3}(?:[.,]\d+)?) ?°? ?"
    r"(?:(?P<minutes>\d{1,2}(?:[.,]\d+)?) ?['′’] ?)?"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?) ?(?:\"|″|'')?)?"
    r" ?(?P<side>[NSEW北南东西])?",
    re.IGNORECASE,
)
_SIDES = dict.fromkeys("NS北南", "lat") | dict.fromkeys("EW东西", "lon")


@cache
def parts_of(kind: str, key: str) -> frozenset[Any]:
    """The types that the values of a key are made of."""
    field = RECORDS[kind].model_fields[key]
    return frozenset(_parts(field.annotation))


def _parts(annotation: Any) -> set[Any]:
    below = [part for each in get_args(annotation) for part in _parts(each)]
    return {annotation, *below}


def is_text(kind: str, key: str) -> bool:
    """True if a key holds words, in each language."""
    keys = RECORDS[kind].model_fields
    return key in keys and any(_is_a(part, Words) for part in parts_of(kind, key))


def _is_a(part: Any, kind: type) -> bool:
    return isinstance(part, type) and issubclass(part, kind)


class Scribe:
    """Turns texts of cells into values of keys, for one content."""

    def __init__(self, content: Content, order: Order | None) -> None:
        self._content = content
        self._order = order
        self.cleaned: Counter[str] = Counter()

    def clean(self, text: str) -> str:
        """The text of a cell as it would be typed."""
        return cleaned(text, self.cleaned)

    def value(self, kind: str, key: str, text: str) -> Any:
        """The value of a key, as YAML has it. Raises Amiss."""
        if target := marked(RECORDS[kind], Reference).get(key):
            if isinstance(target, Standard) and not self._content.named(target.kind, text):
                return self._option(key, target.options, text)
            many = any(getattr(part, "__origin__", None) is tuple for part in parts_of(kind, key))
            return self.several(target.kind, text) if many else self.named(target.kind, text)
        if key in marked(RECORDS[kind], FilePath):
            return self._file(text)
        parts = parts_of(kind, key)
        for part in parts:
            if _is_a(part, Option):
                return self._option(key, part, text)
        if dt.datetime in parts:
            return moment_in(text, self._order, self._content.reckoning)
        if bool in parts:
            return _truth(text)
        return _number(text) if parts & {int, float} else self.clean(text)

    def named(self, kind: str, text: str) -> str:
        """The id of what a cell names, by its id or a name. Raises Amiss."""
        found = self._content.named(kind, straight(text)) or self._content.named(kind, text)
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise Amiss(f"{quoted(text)} may be {' or '.join(sorted(found))}", "write the id")
        known = {*self._content.ids.get(kind, ()), *self._content.names.get(kind, ())}
        near = did_you_mean(text, known) or did_you_mean(folded(text), known)
        raise Amiss(f"there is no {quoted(text)} among the {kind}", near or self._lacking(kind))

    def _lacking(self, kind: str) -> str:
        """The hint for what is named and isn't there: what is, where it may stand, or come from."""
        home = self._content.homes.get(kind, "")
        add = f"add it under {kind}:{f' in {home}' if home else ''}"
        table = f", or take a table of {kind} first" if kind in book()["kinds"] else ""
        return "; ".join(filter(None, (few(self._content.ids.get(kind, ())), add + table)))

    def several(self, kind: str, text: str) -> list[str]:
        """The ids of all that a cell names, between commas or semicolons. Raises Amiss."""
        whole = self._content.named(kind, text)
        if len(whole) == 1:
            return [*whole]
        said = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        return [*dict.fromkeys(self.named(kind, part) for part in said)]

    def _file(self, name: str) -> str:
        """The path of a file of the content folder that a cell names by its name alone."""
        found = self._content.files.get(name, set())
        return next(iter(found)) if len(found) == 1 else name

    def point(self, lon: str, lat: str) -> list[str]:
        """Longitude and latitude of two cells, in degrees. Raises Amiss."""
        return [_degrees(lon, "lon"), _degrees(lat, "lat")]

    def pair(self, text: str) -> list[str]:
        """Longitude and latitude of one cell, in the order in which they lie on the map."""
        plain = straight(text).strip("()[]")
        parts = [part for part in re.split(r"[;/]\s*|,\s+|\s{2,}", plain) if part]
        parts = parts if len(parts) == 2 else re.split(r",|\s", plain)
        if len(parts) != 2:
            raise Amiss(f"{quoted(text)} is not a point", "such as 50.671, 4.395")
        sides = [_SIDES.get(part.strip()[-1:].upper()) for part in parts]
        if any(sides):
            turned = sides[0] == "lon" or sides[1] == "lat"
            return self.point(*(parts if turned else reversed(parts)))
        first, second = (_degrees(part, "lon") for part in parts)
        ways = [[second, first], [first, second]]  # latitude first is the usual way
        fits = [way for way in ways if lies_in(self._content.bounds, [*map(float, way)])]
        if len(fits) == 1:
            return fits[0]
        why = "lies on the map either way" if fits else "lies off the map"
        raise Amiss(f"{quoted(text)} {why}", "write longitude and latitude in a column each")

    def line(self, text: str) -> list[list[str]]:
        """The points of a way, longitude first, between semicolons. Raises Amiss."""
        points = [part.replace(",", " ").split() for part in text.split(";") if part.strip()]
        if any(len(point) != 2 for point in points):
            raise Amiss(f"{quoted(text)} is not a way", "such as 4.395 50.671; 4.41 50.69")
        return [self.point(*point) for point in points]

    def _option(self, key: str, options: Any, text: str) -> str:
        said = folded(straight(text))
        words = book()["values"].get(key, {})
        for option in options:
            if said in (option.value, folded(option.value.replace("-", " "))) or said in [
                folded(word) for word in words.get(option.value, ())
            ]:
                return str(option.value)
        choices = [option.value for option in options]
        message = f"{quoted(text)} is not one of {', '.join(choices)}"
        raise Amiss(message, did_you_mean(said, choices))

    def in_name(self, key: str, options: Any, name: str) -> str:
        """The option that a name ends with or holds as a word, as II Corps; "" for none."""
        said, words = f" {folded(name)} ", book()["values"].get(key, {})
        found = [
            (len(word), option.value)
            for option in options
            for word in (option.value, *words.get(option.value, ()))
            if _ends(said, folded(word)) or (len(word) > 1 and f" {folded(word)} " in said)
        ]
        return max(found)[1] if found else ""


def _ends(said: str, word: str) -> bool:
    """True if a name ends with a word that is written by character, as 第一师 with 师."""
    return is_wide(word) and said.rstrip().endswith(word)


def _truth(text: str) -> str:
    said = folded(straight(text)) or straight(text)
    for answer, word in (("yes", "true"), ("no", "false")):
        if said in book()[answer]:
            return word
    raise Amiss(f"{quoted(text)} is neither yes nor no")


def _number(text: str) -> str:
    """A number as YAML has it; a comma may stand for the point, and units behind it."""
    plain = re.sub(r"\s*(?:km|公里)$", "", straight(text).lower().lstrip("±~ "))
    if re.fullmatch(r"\d{1,3}(?:[ ,.'’]\d{3})+", plain):
        return re.sub(r"\D", "", plain)
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", plain):
        return plain.replace(",", ".")
    raise Amiss(f"{quoted(text)} is not a number")


def _degrees(text: str, axis: str) -> str:
    plain = straight(text).replace("º", "°")
    found = _DEGREES.fullmatch(plain)
    if not found:
        what = "longitude" if axis == "lon" else "latitude"
        raise Amiss(f"{quoted(text)} is not a {what}", "such as 4.395 or 4°23'42\"E")
    degrees = float(found["degrees"].replace(",", "."))
    for part, size in (("minutes", 60), ("seconds", 3600)):
        degrees += float((found[part] or "0").replace(",", ".")) / size
    west = (found["side"] or "").upper() in ("S", "W", "南", "西")
    if not found["minutes"] and not found["seconds"]:
        said = found["degrees"].replace(",", ".")
    else:
        said = f"{degrees:.5f}".rstrip("0").rstrip(".")
    return f"-{said}" if found["sign"] or west else said
