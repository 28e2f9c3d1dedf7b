"""Reading a content folder: its files, what is left out, and that nothing makes it stumble."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading import folder as content_folder

Alter = Callable[[str, str, str], Path]


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in read_exhibit(folder).problems]


def ids(records: tuple[object, ...]) -> list[str]:
    return [getattr(record, "id", "") for record in records]


def test_the_small_exhibit_is_read_whole(minimal: Path) -> None:
    reading = read_exhibit(minimal, thorough=True)

    assert reading.problems == ()
    exhibit = reading.exhibit
    assert exhibit is not None
    assert exhibit.exhibit.title.in_("en") == "Culloden"
    assert ids(exhibit.phases) == ["night-march", "battle"]
    assert ids(exhibit.formations) == ["government-army", "jacobite-army", "rearguard", "dragoons"]


# ---------------------------------------------------------------- files


def test_lists_of_several_files_follow_each_other_in_the_order_of_their_paths(
    minimal: Path,
) -> None:
    (minimal / "extra").mkdir()
    place = "  - {id: %s, name: X, kind: town, at: [-4, 57.5], precision_km: 1, importance: 5}\n"
    (minimal / "aaa.yaml").write_text("places:\n" + place % "first", "utf-8")
    (minimal / "extra" / "more.yml").write_text("places:\n" + place % "last", "utf-8")
    (minimal / ".draft.yaml").write_text("nonsense: [", "utf-8")
    (minimal / ".git").mkdir()
    (minimal / ".git" / "x.yaml").write_text("nonsense: [", "utf-8")

    reading = read_exhibit(minimal)

    assert reading.problems == ()
    assert reading.exhibit is not None
    assert ids(reading.exhibit.places)[0] == "first"
    assert ids(reading.exhibit.places)[-1] == "last"
    assert len(reading.exhibit.places) == 6


def test_all_problems_of_all_files_come_at_once_in_order(alter: Alter) -> None:
    folder = alter("story.yaml", "    short: The moor\n", "")
    alter("forces.yaml", "kind: headquarters", "kind: headquarter")
    alter("forces.yaml", "importance: 2", "importance: two")
    alter("exhibit.yaml", "seconds: 6", "seconds: 600")
    (folder / "zzz.yaml").write_text("places: [", "utf-8")

    assert said(folder) == [
        'exhibit.yaml:67:14: attract[2].seconds: "600" is more than 60',
        'forces.yaml:18:11: places[culloden-house].kind: "headquarter" is not one of city, town, '
        "village, crossing, bridge, ferry, headquarters, river, railway, sea, mountains, region "
        '(did you mean "headquarters"?)',
        'forces.yaml:28:17: places[drummossie].importance: "two" is not a whole number '
        "(write digits only, such as 12)",
        'story.yaml:25:5: phases[battle]: lacks the key "short"',
        'zzz.yaml:2:1: a value is missing (or a "[" or "{" before it is not closed)',
    ]


def test_a_broken_file_is_not_blamed_on_the_others(minimal: Path) -> None:
    (minimal / "story.yaml").write_text("phases: [", "utf-8")

    reading = read_exhibit(minimal)

    assert list(map(str, reading.problems)) == [
        'story.yaml:2:1: a value is missing (or a "[" or "{" before it is not closed)'
    ]
    assert reading.exhibit is None


def test_what_is_missing_at_the_top_is_said_where_the_exhibit_begins(minimal: Path) -> None:
    (minimal / "story.yaml").unlink()

    reading = read_exhibit(minimal)

    assert str(reading.problems[0]) == 'exhibit.yaml:3:1: lacks the keys "phases" and "lessons"'
    assert reading.exhibit is None


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "missing"

    assert said(missing) == [f".:1:1: {missing.as_posix()}: is not a folder"]


def test_a_folder_without_content(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# nothing yet\n", "utf-8")

    assert said(tmp_path) == [".:1:1: there is no YAML file with content here"]


def test_a_file_that_is_a_list_is_refused(minimal: Path) -> None:
    (minimal / "a.yaml").write_text("- id: x\n", "utf-8")

    assert said(minimal) == ["a.yaml:1:1: does not begin with a key (such as places:)"]


def test_more_files_than_an_exhibit_needs(tmp_path: Path) -> None:
    for number in range(content_folder.MAX_YAML + 1):
        (tmp_path / f"{number}.yaml").touch()

    assert said(tmp_path) == [".:1:1: holds more than 500 YAML files"]


def test_a_file_behind_a_link_out_of_the_folder_is_refused(minimal: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("terms: []\n", "utf-8")
    (minimal / "a.yaml").symlink_to(tmp_path / "outside.yaml")

    assert said(minimal) == ["a.yaml:1:1: is a link that leads out of the content folder"]


def test_links_that_lead_nowhere_and_pipes_are_refused(minimal: Path) -> None:
    (minimal / "loop.yaml").symlink_to(minimal / "loop.yaml")
    (minimal / "nowhere.yaml").symlink_to(minimal / "gone.yaml")
    os.mkfifo(minimal / "pipe.yaml")

    assert said(minimal) == [
        "loop.yaml:1:1: is a link that leads back to itself",
        "nowhere.yaml:1:1: is a link that leads nowhere",
        "pipe.yaml:1:1: is not a file that can be read",
    ]


def test_a_file_name_that_is_no_text_can_still_be_said(minimal: Path) -> None:
    name = os.fsencode(minimal) + b"/\xff.yaml"
    with open(name, "wb") as file:
        file.write(b"x: @")

    assert said(minimal) == ['�.yaml:1:4: a text begins with "@" (put the text in quotes)']


# ---------------------------------------------------------------- what is left out


def test_an_entry_with_an_error_is_left_out_with_all_that_rests_on_it(alter: Alter) -> None:
    """The moor goes, so the event there goes, and each track that stops there, but no formation."""
    reading = read_exhibit(alter("forces.yaml", "importance: 2", "importance: two"))

    exhibit = reading.exhibit
    assert exhibit is not None
    assert ids(exhibit.places) == ["inverness", "nairn", "culloden-house"]
    tracked = [formation for formation in exhibit.formations if formation.track]
    assert ids(exhibit.formations) == ["government-army", "jacobite-army", "rearguard", "dragoons"]
    assert ids(tuple(tracked)) == ["rearguard"]
    assert [ids(phase.events) for phase in exhibit.phases] == [["return"], []]
    assert exhibit.lessons[1].places == ()
    assert len(reading.problems) == 1


def test_a_statement_that_loses_its_only_source_is_left_out(alter: Alter) -> None:
    reading = read_exhibit(alter("exhibit.yaml", "    title: Casualty", "    titel: Casualty"))

    exhibit = reading.exhibit
    assert exhibit is not None
    assert ids(exhibit.sources) == ["outline"]
    assert exhibit.disagreements == ()
    assert list(map(str, reading.problems)) == [
        'exhibit.yaml:84:5: sources[roll].titel: is not a key here (did you mean "title"?)'
    ]


def test_the_exhibit_is_not_shown_without_a_phase(alter: Alter) -> None:
    alter("story.yaml", "short: Night march\n", "shirt: Night march\n")
    reading = read_exhibit(alter("story.yaml", "short: The moor\n", "shirt: The moor\n"))

    assert reading.exhibit is None
    assert [problem.where for problem in reading.problems] == [
        "phases[night-march].shirt",
        "phases[battle].shirt",
    ]


def test_what_the_rules_say_does_not_wait_for_a_sound_header(alter: Alter) -> None:
    alter("exhibit.yaml", "  licence: CC BY 4.0\n", "")
    folder = alter("story.yaml", "places: [nairn]", "places: [nairm]")

    assert said(folder) == [
        'exhibit.yaml:4:3: exhibit: lacks the key "licence"',
        'story.yaml:52:14: lessons[sleep].places[1]: there is no place "nairm" '
        '(did you mean "nairn"?)',
    ]


# ---------------------------------------------------------------- anything else


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(data)

    reading = read_exhibit(tmp_path)

    assert reading.exhibit is None
    assert reading.problems
