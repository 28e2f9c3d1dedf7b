"""Rows as entries: dates, names instead of ids, phases of events, texts of word processors."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from kiosk.exhibit.model import Option
from kiosk.exhibit.model.vocabulary import Standard
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.draft import marked
from kiosk.workbench.tables.cleaning import cleaned
from kiosk.workbench.tables.headings import NEEDED, book
from kiosk.workbench.tables.importing import told, understand
from kiosk.workbench.tables.lists import ITEMS
from kiosk.workbench.tables.moments import Order
from kiosk.workbench.tables.values import RECORDS, parts_of
from tests.meeting import ROOT
from tests.workbench.tables.made import book as workbook
from tests.workbench.tables.made import faults, ford, table, written

EVENTS = "Date,Time,What happened,Where,Units,Sources\n"


def events(folder: Path, rows: str, order: Order | None = None) -> list[tuple[str, str, str]]:
    content = ford(folder)
    written(table(folder, EVENTS + rows, "chronology.csv"), content, order)
    exhibit = read_exhibit(content).exhibit
    assert exhibit is not None
    known = ("departure", "wading", "withdrawal")
    return [
        (phase.id, event.id, f"{event.at:%m-%d %H:%M} {event.hour_known}")
        for phase in exhibit.phases
        for event in phase.events
        if event.id not in known
    ]


@pytest.mark.parametrize(
    ("date", "hour", "order", "when"),
    [
        ("15/06/1931", "20:30", None, "06-15 20:30 True"),
        ("1931-06-15", "8.30 pm", None, "06-15 20:30 True"),
        ("15 June 1931", "", None, "06-15 00:00 False"),
        ("6/15/1931", "", None, "06-15 00:00 False"),
        ("1931-06-15 evening", "", None, "06-15 18:00 False"),
        ("1931年6月15日20时", "", None, "06-15 20:00 True"),
        ("15.06.1931 20:30", "", "day", "06-15 20:30 True"),
        ("06/15/1931 20:30", "", "month", "06-15 20:30 True"),
    ],
)
def test_dates_are_read_in_many_forms(
    tmp_path: Path, date: str, hour: str, order: Order | None, when: str
) -> None:
    row = f"{date},{hour},A scout is seen,Ashby,Southern Brigade,umpires\n"
    if "00:00" in when:  # a day before the exhibit begins: the phase is named
        row = row.replace(",,A", ",12:00,A")
        when = when.replace("00:00 False", "12:00 True")
    assert events(tmp_path, row, order) == [("march", "a-scout-is-seen", when)]


def test_a_table_of_an_exhibit_before_christ_is_taken_as_its_dates_are_written(
    tmp_path: Path,
) -> None:
    folder = copytree(ROOT / "tests" / "exhibits" / "ancient", tmp_path / "ancient")
    table = tmp_path / "moves.csv"
    table.write_text(
        "Id,Date,What happened (en)\n"
        "one,219 BC,Something\ntwo,12 May 219 BC 13:00,Something\n"
        "three,-0218-05-12 evening,Something\nfour,spring 219 BC,Something\n",
        "utf-8",
    )
    found = [entry.values["at"] for entry in understand(table, folder, source="example").entries]
    assert found == ["219 BC", "-0218-05-12 13:00", "-0218-05-12 evening", "-0218-21"]


def test_an_event_goes_to_the_phase_of_its_moment(tmp_path: Path) -> None:
    rows = "16/6/1931,04:00,Rain begins,,,umpires\n15/6/1931,19:00,Boots are greased,,,umpires\n"
    assert events(tmp_path, rows) == [
        ("march", "boots-are-greased", "06-15 19:00 True"),
        ("crossing", "rain-begins", "06-16 04:00 True"),
    ]


@pytest.mark.parametrize(
    ("rows", "order", "said"),
    [
        (
            "3/4/1931,,Rain,,,umpires\n",
            None,
            [
                'chronology.csv:A2: "3/4/1931" can be read in two ways'
                " (did you mean 1931-04-03 or 1931-03-04? "
                "--dates day-first or month-first says it for all)"
            ],
        ),
        (
            "3/4/1931,,Rain,,,umpires\n3/4/1931,,Rain,,,umpires\n",
            None,
            [
                f'chronology.csv:A{row}: "3/4/1931" can be read in two ways'
                " (did you mean 1931-04-03 or 1931-03-04? "
                "--dates day-first or month-first says it for all)"
                for row in (2, 3)
            ],
        ),
        (
            "11489,,Rain,,,umpires\n",
            None,
            [
                'chronology.csv:A2: "11489" is a spreadsheet\'s number of a day'
                " (did you mean 1931-06-15?)"
            ],
        ),
        (
            "17/6/1931,,Rain,,,umpires\n",
            None,
            [
                'chronology.csv:A2: no phase holds "17/6/1931" (the phases reach from '
                '1931-06-15 12:00 to 1931-06-16 12:00; name one in a column "phase")'
            ],
        ),
        (
            "6/15/1931,20:00,Rain,,,umpires\n",
            "day",
            [
                'chronology.csv:A2: "6/15/1931 20:00" has not its day first'
                " (did you mean 1931-06-15 20:00?)"
            ],
        ),
        (
            "15/6/1931,20:00,Rain,,,umpires\n6/15/1931,21:00,Wind,,,umpires\n",
            None,
            [
                'chronology.csv:A3: "6/15/1931" has the month first, "15/6/1931" in'
                " chronology.csv:A2 the day (write the year first, such as 1815-06-18)"
            ],
        ),
        (
            "1932-06-15,,Rain,,,umpires\n",
            None,
            [
                'chronology.csv:A2: no phase holds "1932-06-15" (the phases reach from '
                '1931-06-15 12:00 to 1931-06-16 12:00; name one in a column "phase")',
            ],
        ),
        (
            "June 1931,,Rain,,Southern Brigad,umpires\n,,Wind,,,\n",
            None,
            [
                'chronology.csv:A2: "June 1931" is not a moment (did you mean 1931-06?)',
                'chronology.csv:E2: there is no "Southern Brigad" among the formations'
                ' (did you mean "southern brigade"?)',
                "chronology.csv:C3: the row has no moment",
            ],
        ),
    ],
)
def test_dates_that_are_not_sure_are_refused(
    tmp_path: Path, rows: str, order: Order | None, said: list[str]
) -> None:
    assert faults(table(tmp_path, EVENTS + rows, "chronology.csv"), ford(tmp_path), order) == said


def test_people_are_taken_and_lead_their_units(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    people = "Name,Side,Post,About,Source\nMiller,South force,Guide,He knew the ford.,umpires\n"
    units = "Unit,Side,Commander,Source\nPioneer Battalion,south,Miller; Brown,umpires\n"
    written(table(tmp_path, people, "people.csv"), folder)
    done = written(table(tmp_path, units, "units.csv"), folder)
    assert "  assumed for formations, which have no column for it: echelon battalion (1)" in told(
        done
    )
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    leaders = {unit.id: unit.commanders for unit in exhibit.formations}["pioneer-battalion"]
    assert [(one.person, one.name and one.name.in_("en")) for one in leaders] == [
        ("miller", None),
        (None, "Brown"),
    ]


def test_columns_of_each_language_are_taken(tmp_path: Path) -> None:
    folder = ford(tmp_path, "en", "zh")
    text = "Name,名称（中文）,Name (fr),经度,纬度,Remarks\nEastwood,东林,Boisest,0.36,0.075,?\n"
    done = written(table(tmp_path, text), folder)
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    assert exhibit.places[-1].name.root == {"en": "Eastwood", "zh": "东林"}
    assert '  not taken: column C "Name (fr)", column F "Remarks"' in told(done)
    more = "id, modern, kind, at, precision_km, importance, starts, ends, about, sources, certainty"
    assert f"  headings that would be: {more}" in told(done)


@pytest.mark.parametrize("code", ["fr", "pt-BR"])
def test_a_heading_names_any_language_of_the_exhibit_by_its_code(tmp_path: Path, code: str) -> None:
    folder = ford(tmp_path, "en", code)
    units = (
        f"Unit (en),Unit ({code}),Side,Size,Commander (en),Commander ({code})\n"
        "Rovers,Rôdeurs,south,battery,Ann; Bob,Anne; Robert\n"
    )
    (entry,) = understand(table(tmp_path, units, "units.csv"), folder).entries
    assert entry.values["name"] == {"en": "Rovers", code: "Rôdeurs"}
    assert entry.values["echelon"] == "company"
    assert entry.values["commanders"] == [
        {
            "name": {"en": english, code: other},
            "role": {"en": "Commander", code: f"({code}) Commander"},
        }
        for english, other in (("Ann", "Anne"), ("Bob", "Robert"))
    ]


def test_merged_headings_stand_over_any_language_of_the_exhibit(tmp_path: Path) -> None:
    folder = ford(tmp_path, "en", "fr")
    rows: list[list[Any]] = [["Name", None, "Longitude", "Latitude"], ["en", "fr", None, None]]
    sheet = [*rows, ["East Wood", "Boisest", 0.36, 0.075]]
    path = workbook(tmp_path, {"Places": sheet}, "A1:B1")
    (entry,) = understand(path, folder).entries
    assert entry.values["name"] == {"en": "East Wood", "fr": "Boisest"}


def test_arms_and_sizes_of_the_content_are_taken_by_their_names(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    (folder / "own.yaml").write_text("echelons: [{id: band, name: Band, marks: II}]\n", "utf-8")
    units = "Unit,Side,Size,Arm\nRovers,south,Band,armor\n"
    entries = understand(table(tmp_path, units, "units.csv"), folder).entries
    assert [(e.values["echelon"], e.values["arm"]) for e in entries] == [("band", "armour")]


def test_a_source_may_be_named_for_all_rows(tmp_path: Path) -> None:
    folder = ford(tmp_path)
    path = table(tmp_path, "Name,Lon,Lat,About\nEastwood,0.36,0.075,A wood.\n")
    understand(path, folder, source="umpires").write()
    assert read_exhibit(folder).problems == ()


@pytest.mark.parametrize(
    ("pasted", "typed", "told"),
    [
        ("a\u00a0b", "a b", {"other blanks": 1}),
        ("co\u00adope\u200brate", "cooperate", {"soft hyphens": 1, "marks without width": 1}),
        ("\uf0b7\tone\r\n•\ttwo", "- one\n- two", {"bullets": 2, "line ends": 1}),
        ("ﬁre, ﬂag", "fire, flag", {"ligatures": 2}),
        ("a  b \x0bc", "a b\nc", {"line ends": 1}),
        ("“as it was”—so", "“as it was”—so", {}),
    ],
)
def test_a_text_of_a_word_processor_is_cleaned(
    pasted: str, typed: str, told: dict[str, int]
) -> None:
    counted = Counter[str]()
    assert cleaned(pasted, counted) == typed
    assert counted == told


def test_every_heading_stands_for_a_key_and_every_word_for_a_value() -> None:
    extra = {"lon", "lat", "formation", "phase", "person", *ITEMS}
    for kind, said in book()["kinds"].items():
        keys = {key for key in said["keys"] if not key.endswith("_hour")} - extra
        assert keys <= {*RECORDS[kind].model_keys}
    assert book()["kinds"].keys() == NEEDED.keys()
    for key, words in book()["values"].items():
        kind = next(k for k in ("places", "formations", "stations") if key in RECORDS[k].model_keys)
        standard = marked(RECORDS[kind], Standard).get(key)
        parts = [standard.options] if standard else parts_of(kind, key)
        options = next(one for one in parts if isinstance(one, type) and issubclass(one, Option))
        assert words.keys() <= {option.value for option in options}
