"""Slips of a curator's hand, each with the exact sentence that says what was probably meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.lookalikes import as_id

Alter = Callable[[str, str, str], Path]

# fmt: off
SLIPS = [
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: map\\river.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "map\\river.geojson" is written '
     'with "\\" (write "map/river.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: map\\gone.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "map\\gone.geojson" is written with'
     ' "\\" (write "map/gone.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: C:\\Users\\me\\river.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "C:\\Users\\me\\river.geojson" is a '
     "path of one computer (copy it into the content folder; did you mean "
     '"map/river.geojson"?)'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: D:/maps/gone.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "D:/maps/gone.geojson" is a path '
     "of one computer (copy it into the content folder; name it from there: "
     '"gone.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: /home/me/gone.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "/home/me/gone.geojson" is a path '
     "of one computer (copy it into the content folder; name it from there: "
     '"gone.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: ~/gone.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "~/gone.geojson" is a path of one '
     'computer (copy it into the content folder; name it from there: "gone.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: file:///home/me/gone.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "file:///home/me/gone.geojson" is '
     "a path of one computer (copy it into the content folder; name it from there: "
     '"gone.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: \\\\server\\share\\gone.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "\\\\server\\share\\gone.geojson" is a'
     " path of one computer (copy it into the content folder; name it from there: "
     '"gone.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: https://example.org/gone.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "https://example.org/gone.geojson"'
     " is an address of the web (save it in the content folder; name it from there: "
     '"gone.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: www.example.org/river.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "www.example.org/river.geojson" is'
     " an address of the web (save it in the content folder; did you mean "
     '"map/river.geojson"?)'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     'file: "map\\river.geojson"',
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "map iver.geojson" holds a tab or '
     'the end of a line (write it with "/": within double quotes a "\\" changes what '
     "follows)"),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: “map/river.geojson”",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "“map/river.geojson”" stands in '
     'quotes that are not straight (write "map/river.geojson")'),
    ("exhibit.yaml", True, "file: map/river.geojson",
     "file: map/River.GeoJSON",
     "exhibit.yaml:43:13: map.layers[nairn-water].file: there is no file "
     '"map/River.GeoJSON" (did you mean "map/river.geojson"?)'),
    ("forces.yaml", True, "- id: culloden-house",
     "- id: culloden–house",
     'forces.yaml:16:9: places[culloden–house].id: "culloden–house" holds U+2013 (en dash)'
     " (write culloden-house)"),
    ("forces.yaml", True, "place: culloden-house",
     "place: culloden–house",
     'forces.yaml:127:16: formations[rearguard].track[1].place: "culloden–house" holds '
     "U+2013 (en dash) (the track is not shown; write culloden-house)"),
    ("forces.yaml", True, "place: culloden-house",
     "place: culloden\u2011house",
     'forces.yaml:127:16: formations[rearguard].track[1].place: "culloden\u2011house" holds '
     "U+2011 (non-breaking hyphen) (the track is not shown; write culloden-house)"),
    ("forces.yaml", True, "- id: culloden-house",
     "- id: culloden_house",
     'forces.yaml:16:9: places[culloden_house].id: "culloden_house" is not an id (small '
     "letters, digits and hyphens, such as culloden-house)"),
    ("forces.yaml", True, "- id: culloden-house",
     "- id: cullоden-house",
     'forces.yaml:16:9: places[cullоden-house].id: "cullоden-house" is not an id: it holds'
     " U+043E (cyrillic small letter o) (small letters, digits and hyphens, such as "
     "second-corps)\n"
     "forces.yaml:127:16: formations[rearguard].track[1].place: there is no place "
     '"culloden-house" (the track is not shown; there are drummossie, inverness, nairn)'),
    ("forces.yaml", True, "- id: culloden-house",
     "- id: “culloden-house”",
     'forces.yaml:16:9: places[“culloden-house”].id: "“culloden-house”" stands in quotes '
     'that are not straight (write "culloden-house")'),
    ("forces.yaml", True, "kind: headquarters",
     "kind: “headquarters”",
     'forces.yaml:18:11: places[culloden-house].kind: "“headquarters”" stands in quotes '
     'that are not straight (write "headquarters")'),
    ("forces.yaml", True, "kind: headquarters",
     "kind: «headquarters»",
     'forces.yaml:18:11: places[culloden-house].kind: "«headquarters»" stands in quotes '
     'that are not straight (write "headquarters")'),
    ("forces.yaml", True, "kind: headquarters",
     "kind: headquarters\u00a0",
     'forces.yaml:18:11: places[culloden-house].kind: "headquarters" holds U+00A0 (no-'
     "break space) (write headquarters)"),
    ("forces.yaml", True, "kind: headquarters",
     "kind: #headquarters",
     "forces.yaml:18:5: places[culloden-house].kind: has nothing behind it, since # begins"
     ' a comment (put it in quotes: "#headquarters")'),
    ("forces.yaml", True, "precision_km: 0.3",
     "precision_km: „0.3“",
     'forces.yaml:20:19: places[culloden-house].precision_km: "„0.3“" stands in quotes '
     'that are not straight (write "0.3")'),
    ("forces.yaml", True, "importance: 2",
     "importance: ２",
     'forces.yaml:28:17: places[drummossie].importance: "２" holds U+FF12 (fullwidth digit '
     "two) (write 2)"),
    ("forces.yaml", True, "at: [-4.137, 57.489]",
     "at: [−4.137, 57.489]",
     'forces.yaml:19:10: places[culloden-house].at[1]: "−4.137" holds U+2212 (minus sign) '
     "(write -4.137)"),
    ("forces.yaml", True, "at: [-4.137, 57.489]",
     "at: [57.489, -4.137]",
     "forces.yaml:19:9: places[culloden-house].at: [57.489, -4.137] lies off the map "
     "(longitude comes first: [-4.137, 57.489])"),
    ("forces.yaml", True, "side: government",
     "side: ‘government’",
     'forces.yaml:44:11: formations[government-army].side: "‘government’" stands in quotes'
     ' that are not straight (write "government")'),
    ("forces.yaml", True, "sources: [outline]",
     "sources: [“outline”]",
     'forces.yaml:15:15: places[nairn].sources[1]: "“outline”" stands in quotes that are '
     'not straight (write "outline")'),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: “1746-04-16 14:00”\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "“1746-04-16 14:00”" stands in quotes that are'
     ' not straight (write "1746-04-16 14:00")'),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1746–04–16 14:00\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "1746–04–16 14:00" holds U+2013 (en dash) '
     "(write 1746-04-16 14:00)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 16/04/1746 14:00\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "16/04/1746 14:00" is not a moment (did you '
     "mean 1746-04-16 14:00?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 04/16/1746\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "04/16/1746" is not a moment (did you mean '
     "1746-04-16?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 06/04/1746\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "06/04/1746" can be read in two ways (did you '
     "mean 1746-04-06 or 1746-06-04?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1746-04-31\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "1746-04-31": April 1746 has 30 days (did you '
     "mean 1746-04-30 or 1746-05-01?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 31 April 1746\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "31 April 1746": April 1746 has 30 days (did '
     "you mean 1746-04-30 or 1746-05-01?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1746-04-15 24:00\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "1746-04-15 24:00": a day ends as the next '
     "begins (did you mean 1746-04-16 00:00?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1746-04-16 25:00\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "1746-04-16 25:00": there is no 25:00 (hours '
     "go from 00:00 to 23:59)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: about April 1746\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "about April 1746" is not a moment (write '
     "1746-04~)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1746-03/1746-02\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "1746-03/1746-02" ends before it begins (did you '
     "mean 1746-02/1746-03?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 331 BC\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "331 BC" is before Christ, and the exhibit isn\'t '
     "(where `starts` of the exhibit is before Christ, others may be)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1745\n"
     "    sources",
     "forces.yaml:38:11: areas[field].ends: 1745 is not after the start, 1746-04-16 12:00"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: April 16, 1746, 2 p.m.\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "April 16, 1746, 2 p.m." is not a moment (did '
     "you mean 1746-04-16 14:00?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1746年4月16日 14时\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "1746年4月16日 14时" is not a moment (did you mean'
     " 1746-04-16 14:00?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 1746-4-16 7:30\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "1746-4-16 7:30" is not a moment (did you mean'
     " 1746-04-16 07:30?)"),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: 14:00\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "14:00" says no day (such as 1815-06-18 11:30)'),
    ("forces.yaml", True, "ends: 1746-04-16 14:00\n"
     "    sources",
     "ends: in the afternoon\n"
     "    sources",
     'forces.yaml:38:11: areas[field].ends: "in the afternoon" is not a moment (such as '
     "1815-06-18 11:30)"),
    ("exhibit.yaml", False, 'colour: "#a8763e"',
     "colour: “#a8763e”",
     'exhibit.yaml:72:13: sides[government].colour: "“#a8763e”" stands in quotes that are '
     'not straight (write "#a8763e")'),
    ("forces.yaml", True, "low: 7500",
     "low: 7,500",
     'forces.yaml:52:14: formations[government-army].strength[1].low: "7,500" is not a whole '
     "number (write digits only, such as 7500)"),
    ("forces.yaml", True, "precision_km: 0.3",
     "precision_km: 0,3",
     'forces.yaml:20:19: places[culloden-house].precision_km: "0,3" is not a number (write it '
     "with a point, such as 0.3)"),
    ("exhibit.yaml", False, 'colour: "#a8763e"',
     "colour: A8763E",
     'exhibit.yaml:72:13: sides[government].colour: "A8763E" is not a colour (write it as '
     '"#a8763e", in quotes)'),
    ("exhibit.yaml", False, 'colour: "#a8763e"\n'
     "  - id: jacobite\n"
     "    name: Jacobite\n"
     '    colour: "#6a8f5c"',
     'colour: "#a8763e"\n'
     "    shape: hexagon\n"
     "  - id: jacobite\n"
     "    name: Jacobite\n"
     '    colour: "#A8763E"',
     'exhibit.yaml:76:13: sides[jacobite].colour: is the colour of "government", in the '
     "same shape (choose another colour, or another shape)"),
    ("exhibit.yaml", False, 'colour: "#a8763e"\n'
     "  - id: jacobite\n"
     "    name: Jacobite\n"
     '    colour: "#6a8f5c"',
     'colour: "#a8763e"\n'
     "    shape: hexagon\n"
     "  - id: jacobite\n"
     "    name: Jacobite\n"
     '    colour: "#a9773f"',
     'exhibit.yaml:76:13: sides[jacobite].colour: is nearly the colour of "government", '
     "in the same shape (choose another colour, or another shape)"),
    ("exhibit.yaml", False, "view: firth\n"
     "  moment",
     "view: “firth”\n"
     "  moment",
     'exhibit.yaml:11:9: exhibit.view: "“firth”" stands in quotes that are not straight '
     '(write "firth")'),
    ("exhibit.yaml", False, "languages: [en]",
     "languages: [“en”]",
     'exhibit.yaml:8:15: exhibit.languages[1]: "“en”" stands in quotes that are not '
     'straight (write "en")'),
    ("exhibit.yaml", False, "bounds: [-4.5, 57.35, -3.7, 57.7]",
     "bounds: [57.35, -4.5, 57.7, -3.7]",
     "exhibit.yaml:39:11: map.bounds: leaves out every point there is (longitude comes "
     "first: [-4.5, 57.35, -3.7, 57.7])"),
    ("story.yaml", True, "about: [battle]",
     "about: [“battle”]",
     'story.yaml:89:13: disagreements[losses].about[1]: "“battle”" stands in quotes that '
     'are not straight (write "battle")'),
]
# fmt: on


@pytest.mark.parametrize(("file", "shown", "old", "new", "said"), SLIPS)
def test_what_was_meant(
    alter: Alter, file: str, shown: bool, old: str, new: str, said: str
) -> None:
    reading = read_exhibit(alter(file, old, new), thorough=True)

    assert "\n".join(map(str, reading.problems)) == said
    assert (reading.exhibit is not None) == shown


def test_a_path_of_one_computer_is_none_though_it_leads_into_the_folder(alter: Alter) -> None:
    folder = alter("exhibit.yaml", "file: map/river.geojson", "file: RIVER")
    river = folder / "map" / "river.geojson"
    alter("exhibit.yaml", "file: RIVER", f'file: "{river}"')

    (problem,) = read_exhibit(folder, thorough=True).problems

    assert problem.message.endswith(" is a path of one computer")
    assert problem.hint == 'copy it into the content folder; did you mean "map/river.geojson"?'


def test_of_many_texts_to_be_translated_the_first_are_told(minimal: Path) -> None:
    place = "  - {id: a%d, name: (en) X%d, kind: town, at: [-4, 57.5], precision_km: 1"
    places = "".join(place % (n, n) + ", importance: 5}\n" for n in range(9))
    (minimal / "more.yaml").write_text(f"places:\n{places}", "utf-8")

    problems = read_exhibit(minimal, thorough=True).problems

    assert [problem.line for problem in problems] == [2, 3, 4]
    assert problems[-1].hint == 'write it in en, without "(en)"; and 6 more like this'


def test_a_reference_is_right_where_the_id_is_not(alter: Alter) -> None:
    """The wrong spelling of an id is nowhere offered as the right one of its references."""
    folder = alter("forces.yaml", "- id: culloden-house", "- id: culloden—house")
    alter("forces.yaml", "place: culloden-house", "place: culloden-hause")

    said = [str(problem) for problem in read_exhibit(folder).problems]

    assert said == [
        'forces.yaml:16:9: places[culloden—house].id: "culloden—house" holds U+2014 (em dash) '
        "(write culloden-house)",
        "forces.yaml:127:16: formations[rearguard].track[1].place: there is no place "
        '"culloden-hause" (the track is not shown; did you mean "culloden-house"?)',
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Culloden House", "culloden-house"),
        ("north–ford", "north-ford"),
        ("north−ford", "north-ford"),
        ("ｎｏｒｔｈ－ford", "north-ford"),
        ("Soulèvement", "soulevement"),
        ("北", ""),
        ("nоrth", ""),  # with a Cyrillic o
        ("–", ""),
    ],
)
def test_an_id_is_made_of_what_was_written(text: str, meant: str) -> None:
    assert as_id(text) == meant
