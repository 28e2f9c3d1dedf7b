"""An exhibit of thirty years, made: a siege, a winter, and years of which little is known."""

from __future__ import annotations

import json
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
    """Writes the exhibit into a folder, and gives it."""
    door = {"line": "Thirty years", "view": "river", "moment": "1712-02"}
    panels = ("Phases", "Forces", "Maps", "Lessons")
    exhibit = {
        "exhibit": {
            "id": "thirty-years",
            "title": "A fort for thirty years",
            "subtitle": "An invented war, 1701 to 1731",
            "sentence": "A war lasts as long as nobody counts it.",
            "languages": ["en"],
            "starts": "1701-03",
            "ends": "1731",
            "view": "river",
            "moment": "1712-02",
            "licence": "CC0",
        },
        "panels": {name.lower(): {"name": name} | door for name in panels},
        "map": {
            "bounds": [0.0, 0.0, 0.6, 0.4],
            "views": [{"id": "river", "name": "The river", "bounds": [0.05, 0.05, 0.55, 0.35]}],
        },
        "attract": [{"line": "A war of years", "view": "river", "starts": "1702", "ends": "1730"}],
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
                [
                    {"starts": "1703", "ends": "1711", "at": [0.36, 0.2]},
                    {"starts": "1713", "ends": "1719", "at": [0.48, 0.28]},
                    {"starts": "1730", "at": [0.12, 0.12]},
                ],
            ),
        ],
        "phases": [_phase(number, *phase) for number, phase in enumerate(PHASES, 1)],
        "lessons": [
            {
                "id": "time",
                "title": "Time is a weapon",
                "text": "Who could wait, waited at Fort Amsel.",
                "claimed_by": "The example",
                "against": "Nobody could.",
                "view": "river",
                "moment": "1712-02",
                "places": ["fort"],
                "formations": ["garrison"],
            }
            | EXAMPLE
        ],
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "exhibit.yaml").write_text(json.dumps(exhibit, indent=1), "utf-8")
    return folder
