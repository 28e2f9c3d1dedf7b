"""The words of the kiosk itself in each language: those it comes with, and an exhibit's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.exhibit.model import Exhibit
from kiosk.machine import compiled

USUAL = "en"
"""The language whose words stand in where nothing else does, and which has them all."""

DATES = Path("dates", "patterns.json")
"""The file of the ways to write dates, from the folder above the words."""

FORMS = ("zero", "one", "two", "few", "many")
"""The plural categories of CLDR beside that of all other numbers, which is the word itself."""

FREE = frozenset({"plurals", "said_as"})
"""The words that are rules by names of their own in each language."""

CONDITION = re.compile(r"n(?: % (?P<by>\d+))? (?P<how>!?=) (?P<numbers>[\d.,]+)")
SLOT = re.compile(r"{(\d*)}")


def words(folder: Path, language: str, exhibit: Exhibit | None = None) -> dict[str, Any]:
    """The interface words of `language`, of an exhibit with its own over those of `folder`.

    What is lacking is said in the exhibit's first language, else in `USUAL`.
    """
    texts: dict[str, Any] = {}
    for code in chain_of(language, exhibit):
        for own in (_brought(folder, code), _fitting(folder, code, exhibit)):
            if own:
                # a word that is here has no forms of another language
                texts = {key: text for key, text in texts.items() if whole(key) not in own} | own
    return texts


def chain_of(language: str, exhibit: Exhibit | None) -> list[str]:
    """The languages whose words are taken, each over those of the one before."""
    first = exhibit.exhibit.languages[0] if exhibit else USUAL
    codes = (USUAL, first.split("-")[0], first, language.split("-")[0], language)
    return [code for at, code in enumerate(codes) if code not in codes[at + 1 :]]


@cache
def shipped(folder: Path, code: str) -> dict[str, Any]:
    """The words of a language's file, none where there is no such file."""
    file = folder / f"{code}.yaml"
    return _read(file) if file.is_file() else {}


def _brought(folder: Path, code: str) -> dict[str, Any]:
    """The words of a language's file, or else the ways that it writes dates."""
    return shipped(folder, code) or _dates(folder).get(code, {})


@cache
def _dates(folder: Path) -> dict[str, dict[str, Any]]:
    """The ways to write dates of each language, as Unicode's CLDR has them."""
    read: dict[str, dict[str, Any]] = json.loads((folder.parent / DATES).read_bytes())
    return read


def _read(file: Path) -> dict[str, Any]:
    """The words of a file, all as texts."""
    text = file.read_text("utf-8")
    own: dict[str, Any] | None = compiled.recall("words", text, ())
    if own is None:
        import yaml

        own = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        compiled.keep("words", text, own)
    return own


def _fitting(folder: Path, code: str, exhibit: Exhibit | None) -> dict[str, Any]:
    """The exhibit's own words of a language, without those that could not be said."""
    own = exhibit.words.get(code, {}) if exhibit else {}
    usual = shipped(folder, USUAL)
    return {key: word for key, word in own.items() if not amiss(key, word, usual)}


def whole(key: str) -> str:
    """The word of which `key` may name a form: `more_sources` of `more_sources_one`."""
    word, _, form = key.rpartition("_")
    return word if form in FORMS else key


def known(usual: Mapping[str, Any]) -> list[str]:
    """The keys that a whole language has, but for its forms of what is counted."""
    return [key for key in usual if whole(key) == key or whole(key) not in usual]


def amiss(key: str, word: object, usual: Mapping[str, Any]) -> str:
    """The reason that a word cannot be said for `key`, "" for one that can."""
    model = usual.get(whole(key), usual.get(key))
    if model is None:
        return "is no word of the interface"
    if shape := _misshapen(word, model):
        return shape
    if key in FREE:
        return _unruly(key, word)
    if isinstance(word, str) and isinstance(model, str):
        return _misfilled(word, model, whole(key) == key)
    return ""


def _misshapen(word: object, model: object) -> str:
    """The reason that a word is not made as the one of `USUAL` is."""
    if isinstance(model, Mapping):
        return "" if isinstance(word, Mapping) else "stands where a rule for each form is expected"
    if isinstance(model, list | tuple):
        many = len(model)
        right = isinstance(word, list | tuple) and len(word) == many
        return "" if right else f"stands where a list of {many} texts is expected"
    return "" if isinstance(word, str) else "stands where a text is expected"


def _misfilled(word: str, model: str, plain: bool) -> str:
    """The reason that values cannot be set into a word; one for a fixed number may leave it out."""
    filled, slots = (sorted(set(SLOT.findall(text.replace("{{", "")))) for text in (word, model))
    strange = next((slot for slot in filled if slot not in slots), None)
    if strange is not None:
        there = " and ".join(f"{{{slot}}}" for slot in slots) or "nothing set in"
        return f"holds {{{strange}}} where the interface has {there}"
    lacking = next((slot for slot in slots if slot not in filled), None) if plain else None
    if lacking is not None:
        return f"lacks {{{lacking}}}, which the interface sets in"
    return "" if _closed(word) else "holds a brace that is not closed"


def _closed(word: str) -> bool:
    """True if the braces of a word hold places for values, as far as the word has any."""
    if "{" not in SLOT.sub("", word) and "}" not in SLOT.sub("", word):
        return True
    try:
        word.format(*range(9))
    except (ValueError, LookupError, AttributeError):
        return False
    return True


def _unruly(key: str, rules: object) -> str:
    """The reason that the rules of a language cannot be followed."""
    assert isinstance(rules, Mapping)
    for name, rule in rules.items():
        if key == "plurals":
            if name not in FORMS:
                return f"has a form {name!r}, and there are {', '.join(FORMS)}"
            if not all(map(CONDITION.fullmatch, _conditions(rule))):
                return f"{rule!r} is no condition of a plural, such as n % 100 = 3..10"
        else:
            try:
                re.compile(name)
            except re.error as error:
                return f"{name!r} is no regular expression: {error}"
    return ""


def _conditions(rule: str) -> Iterator[str]:
    return (condition for either in rule.split(" or ") for condition in either.split(" and "))


def own_words(folder: Path, code: str, exhibit: Exhibit | None) -> set[str]:
    """The keys that the kiosk or the exhibit has in a language, dates among them."""
    own = exhibit.words if exhibit else {}
    return {
        key
        for one in (code.split("-")[0], code)
        for key in (*_brought(folder, one), *own.get(one, ()))
    }


def lacking(folder: Path, code: str, exhibit: Exhibit) -> list[str]:
    """The words that neither the kiosk nor the exhibit has in a language."""
    own = own_words(folder, code, exhibit)
    return [key for key in known(shipped(folder, USUAL)) if key not in own]


def languages_in(folder: Path) -> Iterable[str]:
    """The languages that the kiosk comes with words in."""
    return [file.stem for file in sorted(folder.glob("*.yaml"))]


def form_of(count: int, plurals: Mapping[str, str]) -> str:
    """The plural category of a count by the rules that `plurals` has for it, else "other".

    The rules are CLDR's for whole numbers n: "n = 1", "n % 100 = 3..10 and n != 5", "... or ...".
    """
    found = (form for form, rule in plurals.items() if _applies(rule, count))
    return next(found, "other")


def _applies(rule: str, count: int) -> bool:
    return any(
        all(_meets(condition, count) for condition in either.split(" and "))
        for either in rule.split(" or ")
    )


def _meets(condition: str, count: int) -> bool:
    read = CONDITION.fullmatch(condition)
    if read is None:
        raise ValueError(f"{condition!r} is no condition of a plural, such as n % 100 = 3..10")
    rest = count % int(read["by"]) if read["by"] else count
    ranges = (numbers.split("..") for numbers in read["numbers"].split(","))
    return any(int(ends[0]) <= rest <= int(ends[-1]) for ends in ranges) == (read["how"] == "=")
