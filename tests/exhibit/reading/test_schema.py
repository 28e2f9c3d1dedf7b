"""What the schema has against altered content, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

# fmt: off
ALTERATIONS = [
    ("forces.yaml", True, "    importance: 2\n", "",
     'forces.yaml:22:5: places[drummossie]: lacks the key "importance"'),
    ("forces.yaml", True, "    importance: 2\n", "    importnce: 2\n",
     "forces.yaml:28:5: places[drummossie].importnce: is not a key here (did you mean "
     '"importance"?)'),
    ("forces.yaml", True, "    importance: 2\n", "    importance:\n",
     "forces.yaml:28:5: places[drummossie].importance: has nothing behind it (write a value, or "
     "remove the key)"),
    ("forces.yaml", True, "    importance: 2\n", "    importance: two\n",
     'forces.yaml:28:17: places[drummossie].importance: "two" is not a whole number (write '
     "digits only, such as 12)"),
    ("forces.yaml", True, "    importance: 2\n", "    importance: 9\n",
     'forces.yaml:28:17: places[drummossie].importance: "9" is more than 5'),
    ("forces.yaml", True, "    importance: 2\n", "    importance: 2\n    importance: 3\n",
     "forces.yaml:29:5: places[drummossie].importance: is here a second time (first at "
     "forces.yaml:28:5)"),
    ("forces.yaml", True, "precision_km: 0.3", "precision_km: near",
     'forces.yaml:20:19: places[culloden-house].precision_km: "near" is not a number (write it '
     "with a point, such as 2.5)"),
    ("forces.yaml", True, "precision_km: 0.3", "precision_km: .nan",
     'forces.yaml:20:19: places[culloden-house].precision_km: ".nan" is not a number (write it '
     "with a point, such as 2.5)"),
    ("forces.yaml", True, "precision_km: 0.3", "precision_km: -1",
     'forces.yaml:20:19: places[culloden-house].precision_km: "-1" is less than 0'),
    ("forces.yaml", True, "kind: headquarters", "kind: headquarter",
     'forces.yaml:18:11: places[culloden-house].kind: "headquarter" is not one of city, town, '
     'village, crossing, bridge, ferry, headquarters, river, railway, sea, mountains, region '
     '(did you mean "headquarters"?)'),
    ("forces.yaml", True, "kind: headquarters", "kind: no",
     'forces.yaml:18:11: places[culloden-house].kind: "no" is not one of city, town, village, '
     "crossing, bridge, ferry, headquarters, river, railway, sea, mountains, region"),
    ("forces.yaml", True, "at: [-4.137, 57.489]", "at: [-4.137]",
     "forces.yaml:19:9: places[culloden-house].at: holds too few numbers ([longitude, latitude])"),
    ("forces.yaml", True, "at: [-4.137, 57.489]", "at: [-4.137, 57.489, 3]",
     "forces.yaml:19:9: places[culloden-house].at: holds too many numbers ([longitude, "
     "latitude])"),
    ("forces.yaml", True, "at: [-4.137, 57.489]", "at: -4.137, 57.489",
     'forces.yaml:19:9: places[culloden-house].at: "-4.137, 57.489" stands where a list is '
     "expected ([longitude, latitude])"),
    ("forces.yaml", True, "at: [-4.137, 57.489]", "at: [57.489, -94.137]",
     "forces.yaml:19:9: places[culloden-house].at: lies outside longitude -180..180, latitude "
     "-90..90"),
    ("forces.yaml", True, "at: [-4.137, 57.489]", "at: [-4.137, 5.489]",
     "forces.yaml:19:9: places[culloden-house].at: [-4.137, 5.489] lies off the map (the map "
     "spans [-4.5, 57.35, -3.7, 57.7])"),
    ("forces.yaml", True, "  - id: culloden-house\n", "  - id: Culloden House\n",
     'forces.yaml:16:9: places[Culloden House].id: "Culloden House" is not an id (small '
     "letters, digits and hyphens, such as culloden-house)"),
    ("forces.yaml", True, "    name: Drummossie Moor", "    name: [Drummossie, Moor]",
     "forces.yaml:23:11: places[drummossie].name: a list stands where words are expected (a "
     "text, or a text for each language)"),
    ("forces.yaml", True, "    name: Drummossie Moor", "    name: {en: [Moor]}",
     "forces.yaml:23:16: places[drummossie].name.en: a list stands where a text is expected"),
    ("exhibit.yaml", False, 'colour: "#a8763e"', "colour: brown",
     'exhibit.yaml:72:13: sides[government].colour: "brown" is not a colour (write it as '
     '"#a1b2c3", in quotes)'),
    ("exhibit.yaml", True, 'colour: "#a8763e"', "colour: #a8763e",
     "exhibit.yaml:72:5: warning: sides[government].colour: has nothing behind it, since # begins "
     'a comment (put it in quotes: "#a8763e")'),
    ("exhibit.yaml", True, "      style: river\n", "      style: #river\n",
     "exhibit.yaml:44:7: map.layers[nairn-water].style: has nothing behind it, since # begins a "
     'comment (put it in quotes: "#river")'),
    ("exhibit.yaml", False,
     "bounds: [-4.2, 57.44, -4.0, 57.52]",
     "bounds: [-4.0, 57.44, -4.2, 57.52]",
     "exhibit.yaml:53:15: map.views[moor].bounds: is not [west, south, east, north] with west < "
     "east and south < north"),
    ("exhibit.yaml", False, "bounds: [-4.2, 57.44, -4.0, 57.52]", "bounds: [-4.2, 57.44, -4.0]",
     "exhibit.yaml:53:15: map.views[moor].bounds: holds too few numbers ([west, south, east, "
     "north])"),
    ("story.yaml", True, "moment: 1746-04-15 20:00", "moment: 15 April 1746",
     'story.yaml:7:13: phases[night-march].moment: "15 April 1746" is not a moment (did you '
     "mean 1746-04-15?)"),
    ("story.yaml", True, "moment: 1746-04-15 20:00", "moment: 1746-04-31 20:00",
     'story.yaml:7:13: phases[night-march].moment: "1746-04-31 20:00": April 1746 has 30 '
     "days (did you mean 1746-04-30 20:00 or 1746-05-01 20:00?)"),
    ("story.yaml", True, "moment: 1746-04-15 20:00", "moment: 1746-04-15T20:00Z",
     'story.yaml:7:13: phases[night-march].moment: "1746-04-15T20:00Z" carries a time zone; '
     "moments are local time, such as 1815-06-18 11:30"),
    ("story.yaml", True, "moment: 1746-04-15 20:00", "moment: [1746]",
     "story.yaml:7:13: phases[night-march].moment: a list stands where a moment is expected "
     "(such as 1815-06-18 11:30)"),
    ("forces.yaml", True, "place: culloden-house", "via: []",
     "forces.yaml:126:9: formations[rearguard].track[1]: needs either `place` or `at` "
     "(the track is not shown)"),
    ("forces.yaml", True, "      - person: stuart\n        role", "      - role",
     "forces.yaml:81:9: formations[jacobite-army].commanders[1]: needs either `person` or `name`"),
    ("exhibit.yaml", False, "panels:\n  phases:", "panels:\n  phase:",
     'exhibit.yaml:16:3: panels.phase: is not a key here (did you mean "phases"?)'),
    ("story.yaml", False, "people:\n", "persons:\n",
     'story.yaml:66:1: persons: is not a key here (did you mean "lessons"?)'),
    ("story.yaml", False, "people:\n", "exhibit:\n  title: x\npeople:\n",
     "story.yaml:66:1: exhibit: is here a second time (first at exhibit.yaml:3:1)"),
    ("story.yaml", False, "terms:\n", "people:\n",
     "story.yaml:80:1: people: is here a second time (first at story.yaml:66:1)"),
    ("story.yaml", True,
     "sources: [roll]\n"
     "      - who: Higher",
     "sources: roll\n"
     "      - who: Higher",
     'story.yaml:94:18: disagreements[losses].voices[1].sources: "roll" stands where a list is '
     "expected (write [roll])"),
    ("forces.yaml", False, "areas:\n", "areas: none\nold:\n",
     'forces.yaml:32:8: areas: "none" stands where a list is expected (each entry begins with '
     '"- ")\n'
     "forces.yaml:33:1: old: is not a key here"),
    ("forces.yaml", True,
     "ring: [[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485], [-4.11, 57.485]]",
     "ring: [[-4.11, 57.47], [-4.08, 57.47]]",
     "forces.yaml:36:11: areas[field].ring: needs at least 3 entries"),
    ("forces.yaml", True,
     "ring: [[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485], [-4.11, 57.485]]",
     "line: [[-4.11, 57.47]]",
     "forces.yaml:36:11: areas[field].line: needs at least 2 entries"),
    ("forces.yaml", True,
     "    ring: [[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485], [-4.11, 57.485]]\n", "",
     "forces.yaml:33:5: areas[field]: needs either `ring` or `line`"),
    ("forces.yaml", True,
     "    kind: front\n", "    kind: front\n    line: [[-4.11, 57.47], [-4.08, 57.47]]\n",
     "forces.yaml:33:5: areas[field]: needs either `ring` or `line`"),
    ("forces.yaml", True, "kind: front", "kind: cut",
     "forces.yaml:33:5: areas[field]: a cut needs a `line` instead of a `ring`"),
    ("forces.yaml", True,
     "ring: [[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485], [-4.11, 57.485]]",
     "line: [[-4.11, 57.47], -4.08]",
     'forces.yaml:36:28: areas[field].line[2]: "-4.08" stands where a list is expected '
     "([longitude, latitude])"),
    ("exhibit.yaml", True, "seconds: 6", "seconds: 2",
     'exhibit.yaml:67:14: attract[2].seconds: "2" is less than 4'),
    ("story.yaml", True,
     "low: 1500\n"
     "        sources",
     "low: 1500\n"
     "        open_ended: maybe\n"
     "        sources",
     'story.yaml:94:21: disagreements[losses].voices[1].open_ended: "maybe" is neither true nor '
     "false"),
    ("story.yaml", True,
     "  - id: rising\n"
     "    name: Rising\n"
     "    about: The war of 1745 and 1746 in Scotland and England.\n"
     "    sources: [outline]",
     "  - rising",
     'story.yaml:81:5: terms[1]: "rising" stands where keys are expected (such as id:, name:, '
     "about:)"),
    ("forces.yaml", True, "    importance: 2\n", "    mportance: 2\n    importnace: 2\n",
     "forces.yaml:28:5: places[drummossie].mportance: is not a key here (did you mean "
     '"importance"?)\n'
     "forces.yaml:29:5: places[drummossie].importnace: is not a key here (did you mean "
     '"importance"?)'),
    ("forces.yaml", True, "    kind: region\n    at: [-4.094, 57.478]\n    precision_km: 1\n", "",
     'forces.yaml:22:5: places[drummossie]: lacks the keys "kind", "at" and "precision_km"'),
    ("story.yaml", False, "  - id: ground\n", "",
     "story.yaml:55:5: lessons[sleep].title: is here a second time, and 8 more of these keys "
     '(first at story.yaml:46:5; does an entry begin here without its "- "?)'),
    ("story.yaml", True, "people:\n", "",
     'forces.yaml:48:17: formations[government-army].commanders[1].person: there is no person '
     '"cumberland" (there are no people at all)\n'
     'forces.yaml:81:17: formations[jacobite-army].commanders[1].person: there is no person '
     '"stuart" (there are no people at all)\n'
     "story.yaml:66:5: lessons[cumberland]: belongs to people by its keys (does the line "
     '"people:" lack above it?)\n'
     "story.yaml:72:5: lessons[stuart]: belongs to people by its keys (does the line "
     '"people:" lack above it?)'),
    ("forces.yaml", True, "        low: 7500", "        low: " + "9" * 400,
     f'forces.yaml:52:14: formations[government-army].strength[1].low: "{"9" * 59}…" is more '
     "than 1e+09"),
    ("exhibit.yaml", False, "languages: [en]", f"languages: [{', '.join(['en'] * 13)}]",
     "exhibit.yaml:8:14: exhibit.languages: holds more than 12 entries"),
    ("exhibit.yaml", False, "languages: [en]", "languages: []",
     "exhibit.yaml:8:14: exhibit.languages: needs at least 1 entry"),
]
# fmt: on


@pytest.mark.parametrize(("file", "shown", "old", "new", "said"), ALTERATIONS)
def test_what_is_said(alter: Alter, file: str, shown: bool, old: str, new: str, said: str) -> None:
    reading = read_exhibit(alter(file, old, new), thorough=True)

    assert "\n".join(map(str, reading.problems)) == said
    assert (reading.exhibit is not None) == shown
