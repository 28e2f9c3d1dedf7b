"""What the rules between records have against altered content, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

# fmt: off
ALTERATIONS = [
    ("forces.yaml", True, "  - id: culloden-house\n", "  - id: nairn\n",
     'forces.yaml:16:9: places[nairn].id: "nairn" is the id of another entry (at '
     "forces.yaml:8:9)\n"
     "forces.yaml:127:16: formations[rearguard].track[1].place: there is no place "
     '"culloden-house" (the track is not shown; there are drummossie, inverness, nairn)'),
    ("forces.yaml", True,
     "side: government\n"
     "    echelon: army",
     "side: goverment\n"
     "    echelon: army",
     'forces.yaml:44:11: formations[government-army].side: there is no side "goverment" (did '
     'you mean "government"?)'),
    ("story.yaml", True, "places: [nairn]", "places: [nairm]",
     'story.yaml:52:14: lessons[sleep].places[1]: there is no place "nairm" (did you mean '
     '"nairn"?)'),
    ("exhibit.yaml", True,
     "line: An army marches through the night\n"
     "    view: firth",
     "line: An army marches through the night\n"
     "    view: fyrth",
     'exhibit.yaml:59:11: attract[1].view: there is no view "fyrth" (did you mean "firth"?)'),
    ("story.yaml", True, "about: [battle]", "about: [batle]",
     "story.yaml:89:13: disagreements[losses].about[1]: there is no phase, lesson, decision, "
     'formation, place or panel "batle" (did you mean "battle"?)'),
    ("story.yaml", True, "  - id: sleep", "  - id: battle",
     'story.yaml:89:13: disagreements[losses].about[1]: "battle" is both a phase and a lesson '
     "(change one id)"),
    ("forces.yaml", True, "parent: jacobite-army", "parent: rearguard",
     "forces.yaml:118:13: formations[rearguard].parent: is its own superior: rearguard under "
     "rearguard (it is shown under none)"),
    ("story.yaml", True,
     "formations: [jacobite-army]\n"
     "        sources: [outline]\n"
     "      - id: return",
     "formations: [jacobite-army]\n"
     "      - id: return",
     "story.yaml:14:9: phases[night-march].events[departure]: has no source (add sources: [...] "
     "with the ids of what says so)"),
    ("story.yaml", True, "at: 1746-04-16 02:00", "at: 1746-04-16\n        hour_known: true",
     "story.yaml:21:13: phases[night-march].events[return].at: 1746-04-16 has no hour, and "
     "`hour_known` says that sources give it (write the hour, or remove `hour_known`)"),
    ("story.yaml", True, "name: Rising", "name: {en: Rising, fr: Soulèvement}",
     'story.yaml:82:28: terms[rising].name.fr: "fr" is not a language of the exhibit (the '
     "exhibit has en)"),
    ("story.yaml", True, "name: Rising", "name: ''",
     "story.yaml:82:11: terms[rising].name: is empty"),
    ("exhibit.yaml", False, "languages: [en]", "languages: [english!]",
     'exhibit.yaml:8:15: exhibit.languages[1]: "english!" is not a language code (two or three '
     "small letters, as in BCP 47)"),
    ("exhibit.yaml", False, "languages: [en]", "languages: [en, en]",
     'exhibit.yaml:8:19: exhibit.languages[2]: "en" is here a second time'),
    ("exhibit.yaml", True, "file: map/river.geojson", "file: map/rivers.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: there is no file "map/rivers.geojson" '
     '(did you mean "map/river.geojson"?)'),
    ("exhibit.yaml", True, "file: map/river.geojson", "file: ../../minimal/map/river.geojson",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "../../minimal/map/river.geojson" leads '
     'out of the content folder (did you mean "map/river.geojson"?)'),
    ("exhibit.yaml", True, "file: map/river.geojson", "file: /etc/passwd",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "/etc/passwd" is a path of one computer '
     '(copy it into the content folder; name it from there: "passwd")'),
    ("exhibit.yaml", True, "file: map/river.geojson", "file: map",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "map" is a folder'),
    ("exhibit.yaml", True, "file: map/river.geojson", "file: " + "x" * 5000,
     f'exhibit.yaml:43:13: map.layers[nairn-water].file: there is no file "{"x" * 59}…"'),
    ("exhibit.yaml", True, "style: river", "style: sea",
     'exhibit.yaml:43:13: map.layers[nairn-water].file: "map/river.geojson": feature 1 is a '
     "LineString; a sea layer draws Polygon or MultiPolygon"),
    ("exhibit.yaml", False, "ends: 1746-04-16 18:00", "ends: 1746-04-15 06:00",
     "exhibit.yaml:10:9: exhibit.ends: 1746-04-15 06:00 is not after the start, 1746-04-15 06:00"),
    ("story.yaml", True, "starts: 1746-04-16 06:00", "starts: 1746-04-16 05:00",
     "story.yaml:28:13: phases[battle].starts: 1746-04-16 05:00 is before the end of the phase "
     "before, 1746-04-16 06:00"),
    ("story.yaml", True, "moment: 1746-04-15 20:00", "moment: 1746-04-16 20:00",
     "story.yaml:7:13: phases[night-march].moment: 1746-04-16 20:00 lies outside the phase "
     "(1746-04-15 06:00 to 1746-04-16 06:00)"),
    ("story.yaml", True, "at: 1746-04-16 13:00", "at: 1746-04-16 05:00",
     "story.yaml:38:13: phases[battle].events[first-shot].at: 1746-04-16 05:00 lies outside the "
     "phase (1746-04-16 06:00 to 1746-04-16 18:00)"),
    ("exhibit.yaml", True,
     "starts: 1746-04-15 20:00\n"
     "    ends: 1746-04-16 06:00",
     "starts: 1746-04-16 07:00\n"
     "    ends: 1746-04-16 06:00",
     "exhibit.yaml:61:11: attract[1].ends: 1746-04-16 06:00 is not after the start, 1746-04-16 "
     "07:00"),
    ("forces.yaml", True, "starts: 1746-04-16 14:00", "starts: 1746-04-16 12:00",
     "forces.yaml:110:17: formations[jacobite-army].track[4].starts: 1746-04-16 12:00 is before "
     "the end of the station before, 1746-04-16 13:00 (the track is not shown)"),
    ("forces.yaml", True, "ends: 1746-04-15 20:00", "ends: 1746-04-15 05:00",
     "forces.yaml:92:15: formations[jacobite-army].track[1].ends: 1746-04-15 05:00 lies outside "
     "the time of the exhibit (the track is not shown; 1746-04-15 06:00 to 1746-04-16 18:00)"),
    ("forces.yaml", True, "        high: 8000", "        high: 800",
     "forces.yaml:53:15: formations[government-army].strength[1].high: 800 is less than `low`, "
     "7500"),
    ("forces.yaml", True, "        at: [-3.96, 57.53]", "        at: [3.96, 57.53]",
     "forces.yaml:98:13: formations[jacobite-army].track[2].at: [3.96, 57.53] lies off the map "
     "(the track is not shown; the map spans [-4.5, 57.35, -3.7, 57.7])"),
    ("forces.yaml", True,
     "ring: [[-4.11, 57.47], [-4.08, 57.47], [-4.08, 57.485], [-4.11, 57.485]]",
     "line: [[-4.11, 57.47], [-4.08, 58.47]]",
     "forces.yaml:36:28: areas[field].line[2]: [-4.08, 58.47] lies off the map (the map spans "
     "[-4.5, 57.35, -3.7, 57.7])"),
    ("forces.yaml", True,
     "    kind: headquarters\n",
     "    kind: headquarters\n    starts: 1746-04-16 12:00\n    ends: 1746-04-16 12:00\n",
     "forces.yaml:20:11: places[culloden-house].ends: 1746-04-16 12:00 is not after the start, "
     "1746-04-16 12:00"),
    ("exhibit.yaml", True,
     "bounds: [-4.2, 57.44, -4.0, 57.52]",
     "bounds: [-5.2, 57.44, -4.0, 57.52]",
     "exhibit.yaml:53:15: map.views[moor].bounds: reaches beyond the map (the map spans [-4.5, "
     "57.35, -3.7, 57.7])"),
    ("forces.yaml", True,
     "    side: jacobite\n"
     "    echelon: army",
     "    side: jacobite\n"
     "    parent: rearguard\n"
     "    echelon: army",
     "forces.yaml:78:13: formations[jacobite-army].parent: is its own superior: jacobite-army "
     "under rearguard under jacobite-army (it is shown under none)\n"
     "forces.yaml:119:13: formations[rearguard].parent: is its own superior: rearguard under "
     "jacobite-army under rearguard (it is shown under none)"),
    ("story.yaml", True, "name: Rising", "name: {}",
     "story.yaml:82:11: terms[rising].name: is not written in en"),
    ("exhibit.yaml", False, "id: firth\n", "id: moor\n",
     'exhibit.yaml:11:9: exhibit.view: there is no view "firth" (there is moor)\n'
     'exhibit.yaml:19:11: panels.phases.view: there is no view "firth" (there is moor)\n'
     'exhibit.yaml:30:11: panels.maps.view: there is no view "firth" (there is moor; and 3 more '
     "like this)\n"
     'exhibit.yaml:51:11: map.views[moor].id: "moor" is the id of another entry (at '
     "exhibit.yaml:47:11)"),
    ("story.yaml", True, "id: return", "id: first-shot",
     'story.yaml:37:13: phases[battle].events[first-shot].id: "first-shot" is the id of another '
     "entry (at story.yaml:20:13)"),
    ("forces.yaml", True, "        low: 7500\n", "        low: 7500\n        who: All\n",
     "forces.yaml:53:9: formations[government-army].strength[1].who: is here a second time "
     "(first at forces.yaml:51:9)"),
]
# fmt: on


@pytest.mark.parametrize(("file", "shown", "old", "new", "said"), ALTERATIONS)
def test_what_is_said(alter: Alter, file: str, shown: bool, old: str, new: str, said: str) -> None:
    reading = read_exhibit(alter(file, old, new), thorough=True)

    assert "\n".join(map(str, reading.problems)) == said
    assert (reading.exhibit is not None) == shown


# fmt: off
ADVICE = [
    ("story.yaml", "about: The war", "about: " + "word " * 20 + "until the war",
     "story.yaml:83:12: warning: terms[rising].about: a sentence of 31 words "
     "(at most 25 are read with ease)"),
    ("story.yaml", "      The Government army came up", "      " + "It came up. " * 20,
     "story.yaml:32:11: warning: phases[battle].text: a text beside the map of 80 words "
     "(at most 48 are read with ease)"),
    ("exhibit.yaml", "line: By noon two armies", "line: " + "noon " * 9 + "two armies",
     "exhibit.yaml:63:11: warning: attract[2].line: a line of 15 words "
     "(at most 12 are read with ease)"),
    ("story.yaml", "text: The moor gave the Government guns a clear field of fire.",
     "text: " + "荒原开阔，" * 25,
     "story.yaml:57:11: warning: lessons[ground].text: a text beside the map of 125 characters "
     "(at most 85 are read with ease)"),
    ("exhibit.yaml", "line: By noon two armies stand on the moor", "line: " + "两军对峙，" * 5,
     "exhibit.yaml:63:11: warning: attract[2].line: a line of 25 characters "
     "(at most 24 are read with ease)"),
    ("exhibit.yaml", "  - id: roll",
     "  - id: spare\n    title: Spare\n    where: None\n  - id: roll",
     "exhibit.yaml:83:9: warning: sources[spare].id: is used by nothing"),
]
# fmt: on


@pytest.mark.parametrize(("file", "old", "new", "said"), ADVICE)
def test_advice_is_a_warning_given_when_asked_for(
    alter: Alter, file: str, old: str, new: str, said: str
) -> None:
    folder = alter(file, old, new)

    assert "\n".join(map(str, read_exhibit(folder, thorough=True).problems)) == said
    quick = read_exhibit(folder)
    assert quick.problems == ()
    assert quick.exhibit is not None


def test_every_text_is_asked_for_in_every_language(alter: Alter) -> None:
    folder = alter("exhibit.yaml", "languages: [en]", "languages: [en, gd]")
    name = "name: {en: Rising, gd: Ar-a-mach, fr: Soulèvement}"
    alter("story.yaml", "name: Rising", name)

    said = {problem.where: problem for problem in read_exhibit(folder).problems}

    assert str(said["exhibit.title"]) == (
        "exhibit.yaml:5:10: exhibit.title: is written in one language only (write it in en, gd)"
    )
    assert str(said["terms[rising].name.fr"]) == (
        'story.yaml:82:43: terms[rising].name.fr: "fr" is not a language of the exhibit '
        "(the exhibit has en, gd)"
    )
    assert "terms[rising].name" not in said
    assert said["exhibit.subtitle"].message == "is written in one language only"


def test_a_text_that_lacks_a_language_says_which(alter: Alter) -> None:
    folder = alter("exhibit.yaml", "languages: [en]", "languages: [en, gd, fr]")
    alter("story.yaml", "name: Rising", "name: {gd: Ar-a-mach}")

    said = {problem.where: problem.message for problem in read_exhibit(folder).problems}

    assert said["terms[rising].name"] == "is not written in en, fr"


def test_a_layer_file_that_is_no_geojson_is_a_problem_of_the_layer(minimal: Path) -> None:
    (minimal / "map" / "river.geojson").write_text("{", "utf-8")

    (problem,) = read_exhibit(minimal, thorough=True).problems

    assert (problem.file, problem.line) == ("exhibit.yaml", 43)
    assert problem.where == "map.layers[nairn-water].file"
    assert problem.message.startswith('"map/river.geojson": is not JSON')


def test_a_file_behind_a_link_out_of_the_folder_is_refused(minimal: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.geojson"
    outside.write_text("{}", "utf-8")
    (minimal / "map" / "river.geojson").unlink()
    (minimal / "map" / "river.geojson").symlink_to(outside)

    (problem,) = read_exhibit(minimal).problems

    assert str(problem) == (
        "exhibit.yaml:43:13: map.layers[nairn-water].file: "
        '"map/river.geojson" is a link that leads out of the content folder'
    )


def test_a_file_by_the_name_of_the_folder_itself_is_refused(minimal: Path, alter: Alter) -> None:
    alter("exhibit.yaml", "file: map/river.geojson", f"file: ../{minimal.name}/map/river.geojson")

    (problem,) = read_exhibit(minimal).problems

    assert problem.message.endswith("leads out of the content folder")
