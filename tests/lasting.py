"""Exhibits of many years, made: of thirty, of which little is known, and of 24 phases in six."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PHASES = (
    ("The quarrel", "1701-03", "1702"),
    ("The long siege", "1703", "1711"),
    ("A winter", "1712-01", "1712-03"),
    ("The two crowns", "1712-04", "1719"),
    ("A quiet decade", "1720", "1729"),
    ("The treaty", "1730", "1731"),
)
"""Name, beginning and end; both as content has them."""

MANY = (
    *("The quarrel at Amsel", "Levies", "First winter", "The river crossed", "Truce"),
    *("The bishop’s peace", "Mutiny of the tercios", "Second winter", "Relief", "The mill"),
    *("Low water", "The Margrave’s long march", "Third winter", "Plague", "The outworks", "Storm"),
    *("Fourth winter", "Ransom", "The Estates assemble", "Treason", "Fifth winter"),
    *("The great cannonade", "Hunger", "The treaty of Landing"),
)
"""The names of phases of three months each, from March 1701 to February 1707."""


def _quarters() -> list[tuple[str, str, str]]:
    months = [divmod(2 + month, 12) for month in range(len(MANY) * 3)]
    written = [f"{1701 + year}-{month + 1:02}" for year, month in months]
    return list(zip(MANY, written[::3], written[2::3], strict=True))


EXAMPLE = {"sources": ["example"]}


def _phase(number: int, name: str, starts: str, ends: str) -> dict[str, Any]:
    year = int(starts[:4])
    events = [
        {"id": f"event-{number}-{i}", "at": at, "text": f"Something happens for the {i}. time."}
        | EXAMPLE
        | {"place": "fort", "formations": ["garrison"], "key": i < 3}
        for i, at in enumerate((starts, f"{year}~" if len(starts) == 4 else starts, ends), 1)
    ]
    return {
        "id": f"phase-{number}",
        "title": name,
        "short": name,
        "starts": starts,
        "ends": ends,
        "moment": starts,
        "view": "river",
        "text": f"The Garrison is at Fort Amsel, in part {number} of the war. It lost 30 men.",
        "events": events,
    } | EXAMPLE


def _formation(key: str, name: str, side: str, stays: list[dict[str, Any]]) -> dict[str, Any]:
    track = [stay | {"state": "waiting", "uncertainty_km": 1} | EXAMPLE for stay in stays]
    unit = {"id": key, "name": name, "side": side, "echelon": "brigade", "importance": 1}
    return unit | {"track": track} | EXAMPLE


def thirty_years(folder: Path) -> Path:
    """Writes the exhibit of thirty years into a folder, and gives it."""
    return _written(folder, "thirty", PHASES, ("1703/1711", "1713/1719", "1730/1731"))


def many_phases(folder: Path) -> Path:
    """Writes the exhibit of 24 phases into a folder, and gives it."""
    return _written(folder, "six", _quarters(), ("1703/1704", "1705-03/1705-09", "1706/1707"))


def _written(
    folder: Path, years: str, phases: Sequence[tuple[str, str, str]], siege: Sequence[str]
) -> Path:
    moment, ends = phases[2][1], phases[-1][2]
    stays = [dict(zip(("starts", "ends"), stay.split("/"), strict=True)) for stay in siege]
    del stays[-1]["ends"]
    spots = ([0.36, 0.2], [0.48, 0.28], [0.12, 0.12])
    door = {"line": f"{years.title()} years", "view": "river", "moment": moment}
    panels = ("Phases", "Forces", "Maps", "Lessons")
    exhibit = {
        "exhibit": {
            "id": f"{years}-years",
            "title": f"A fort for {years} years",
            "subtitle": f"An invented war, 1701 to {ends[:4]}",
            "sentence": "A war lasts as long as nobody counts it.",
            "languages": ["en"],
            "starts": "1701-03",
            "ends": ends,
            "view": "river",
            "moment": moment,
            "licence": "CC0",
        },
        "panels": {name.lower(): {"name": name} | door for name in panels},
        "map": {
            "bounds": [0.0, 0.0, 0.6, 0.4],
            "views": [{"id": "river", "name": "The river", "bounds": [0.05, 0.05, 0.55, 0.35]}],
        },
        "attract": [{"line": "A war of years", "view": "river", "starts": "1702", "ends": ends}],
        "sides": [
            {"id": "crown", "name": "Crown", "colour": "#3d6ea8"},
            {"id": "league", "name": "League", "colour": "#c2412f"},
        ],
        "sources": [{"id": "example", "title": "An example", "where": "Made for a test"}],
        "places": [
            {"id": "fort", "name": "Fort Amsel", "kind": "town", "at": [0.32, 0.18]}
            | {"precision_km": 0.5, "importance": 1}
        ],
        "formations": [
            _formation("garrison", "Garrison", "crown", [{"starts": "1701-03", "place": "fort"}]),
            _formation(
                "besiegers",
                "Besiegers",
                "league",
                [stay | {"at": at} for stay, at in zip(stays, spots, strict=True)],
            ),
        ],
        "phases": [_phase(number, *phase) for number, phase in enumerate(phases, 1)],
        "lessons": [
            {
                "id": "time",
                "title": "Time is a weapon",
                "text": "Who could wait, waited at Fort Amsel.",
                "claimed_by": "The example",
                "against": "Nobody could.",
                "view": "river",
                "moment": moment,
                "places": ["fort"],
                "formations": ["garrison"],
            }
            | EXAMPLE
        ],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exhibit.yaml").write_text(json.dumps(exhibit, indent=1), "utf-8")
    return folder
