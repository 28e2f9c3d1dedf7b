# /// script
# requires-python = ">=3.11"
# dependencies = ["babel==2.19.0"]
# ///
"""Make patterns.json: how each language writes days, months, years and eras, by Unicode's CLDR.

A line for each language, by the keys of the interface words; a variant has what differs from its
language. Run it again for another release of the CLDR:

    python resources/dates/make.py
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError
from babel.localedata import locale_identifiers

TARGET = Path(__file__).parent / "patterns.json"
QUOTED = re.compile(r"('[^']*')")
DASH = re.compile(r"\s*[-–—−~～〜〜][\u200f\u200e]?\s*$")
WORLD = {"en": "en_001"}
"""The variant that stands for a language, where CLDR takes one country's."""

FIRST = {"fr": "1er", "oc": "1èr", "br": "1añ", "it": "1º"}
"""The first day of a month, where it is an ordinal though other days are not."""

Pattern = str | list[str]


def in_qt(pattern: str) -> str:
    """A pattern of CLDR as Qt has it; LLLL and LLL, which Qt has not, stay."""
    parts = QUOTED.split(pattern)
    for at in range(0, len(parts), 2):
        parts[at] = re.sub(r"y+", "yyyy", parts[at]).replace("\u202f", "\u00a0")
    return "".join(parts)


def without_era(pattern: str) -> str:
    """A pattern without the era, which a year has by itself where it needs one."""
    parts = QUOTED.split(pattern)
    parts[::2] = [re.sub(r"\s*G+\s*", " ", part) if "G" in part else part for part in parts[::2]]
    return re.sub(" +", " ", "".join(parts)).strip()


def patterns_of(locale: Locale) -> dict[str, Pattern]:
    """The patterns of a language, in the form of the interface words."""
    skeletons = {name: without_era(str(it)) for name, it in locale.datetime_skeletons.items()}
    day_years = without_era(str(locale.date_formats["long"]))
    day, short, short_years = (skeletons[name] for name in ("MMMMd", "MMMd", "yMMMd"))
    clock, hour = skeletons["Hm"], skeletons["H"]
    oclock = hour if re.sub(r"H+", "", hour).strip(" .:") else clock
    join = str(locale.datetime_formats["medium"]).replace("'", "")
    dash = dash_of(locale)
    wide = dash if len(dash) > 1 or dash in "~～〜" else f" {dash} "
    bare = day_of(locale)
    found: dict[str, Pattern] = {
        "first_day": FIRST.get(locale.language, "1"),
        "day": day,
        "day_years": day_years,
        "date": short,
        "date_years": short_years,
        "hour": join.format(clock, short),
        "hour_years": join.format(clock, short_years),
        "clock": clock,
        "oclock": join.format(oclock, short),
        "oclock_years": join.format(oclock, short_years),
        "ruler_day": "d",
        "month": skeletons["MMM"],
        "year": skeletons["y"],
        "whole_month": "LLLL",
        "whole_month_years": skeletons["yMMMM"],
        "range_day": day_years,
        "range_same": within_month(day, day_years, dash),
        "range_years": [day_years, wide, day_years],
        "spelt_day": bare,
        "spelt_same": [bare, dash, bare],
        "spelt_apart": [short, wide, short],
        "spelt_years": [short_years, wide, short_years],
        "date_range": f"{{0}}{wide}{{1}}",
    }
    yearly = day_years.find("y") < day_years.find("d")
    found["range_apart"] = [day_years, wide, day] if yearly else [day, wide, day_years]
    told = {key: told_in_qt(value) for key, value in found.items()}
    return told | eras_of(locale)


def within_month(day: str, day_years: str, dash: str) -> list[str]:
    """The pattern of a first day, the dash, that of a last day of the same month."""
    year, month, at = (day_years.find(sign) for sign in "yMd")
    first = re.match(r"[^d]*?(?:'[^']*'[^d]*?)*d+\.?", day_years)
    assert first is not None
    if at < month:
        return [first[0], dash, day if year < at else day_years]
    if year < at:
        return [day_years, dash, day[day.find("d") :]]
    return [first[0], dash, day_years[at:]]


def dash_of(locale: Locale) -> str:
    """The dash between two days, with what spaces the language has about it."""
    parts = locale.interval_formats.get("yMMMd", {}).get("d") or [" – "]
    found = DASH.search(str(parts[0]))
    return found[0].replace("\u2009", "").replace("\u200f", "") if found else "–"


def day_of(locale: Locale) -> str:
    """A day as it stands in a range of days, with the dot of an ordinal where there is one."""
    parts = locale.interval_formats.get("d", {}).get("d") or ["d", "d"]
    return str(parts[1])


def told_in_qt(value: Pattern) -> Pattern:
    """A pattern, or each of several, as Qt has it."""
    return in_qt(value) if isinstance(value, str) else [in_qt(part) for part in value]


def eras_of(locale: Locale) -> dict[str, Pattern]:
    """The years before and after Christ: {0} is the year, whatever follows it in its language."""
    era = str(locale.datetime_skeletons.get("Gy", "G y"))
    year = without_era(era)
    shape = era.replace(year, "{0}") if year in era else "G {0}"
    names = locale.eras["abbreviated"]
    keys = ("before_christ", "after_christ")
    return {key: shape.replace("G", str(names[at])) for at, key in enumerate(keys)}


def main() -> None:
    """Write the patterns of every language that has any of its own."""
    found: dict[str, dict[str, Pattern]] = {}
    for name in sorted(locale_identifiers(), key=lambda name: (name.count("_"), name)):
        try:
            patterns = patterns_of(Locale.parse(WORLD.get(name, name)))
        except (KeyError, UnknownLocaleError, ValueError, IndexError) as error:
            print(f"{name} is left out: {error!r}")
            continue
        language = name.partition("_")[0]
        usual = found.get(language, {}) if "_" in name else {}
        own = {key: value for key, value in patterns.items() if usual.get(key) != value}
        if own and patterns["day_years"] != "yyyy MMMM d":
            found[name.replace("_", "-")] = own
    lines = (f'"{name}": {json.dumps(own, ensure_ascii=False)}' for name, own in found.items())
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print(f"{len(found)} languages, {TARGET.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
