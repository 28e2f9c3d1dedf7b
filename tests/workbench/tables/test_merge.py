"""An import that runs again: it brings what is new in the table and keeps what a hand changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.tables.importing import told, understand
from kiosk.workbench.tables.threeway import clashes_in, merged_value
from tests.workbench.tables.made import EASTWOOD, HEAD, ford, table, written

OLD, NEW = "Eastwood,0.36", "Eastwood,0.38"


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a", "a", "b", "b"),
        ("a", "b", "a", "b"),
        ("a", "b", "c", "b"),
        (None, None, "a", "a"),
        (None, "b", "a", "b"),
        ("a", "a", None, None),
        ("a", None, "a", None),
        ("a", "b", None, "b"),
        ("0.5", "0.50", "0.7", "0.7"),
        ({"en": "a"}, {"en": "a", "zh": "b"}, {"en": "c"}, {"en": "c", "zh": "b"}),
        (["0.1", "0.2"], ["0.10", "0.2"], ["0.3", "0.2"], ["0.3", "0.2"]),
    ],
)
def test_of_three_values_the_one_that_changed_counts(
    base: Any, ours: Any, theirs: Any, merged: Any
) -> None:
    assert merged_value(base, ours, theirs) == merged


def voice(who: Any, low: str, **more: Any) -> dict[str, Any]:
    return {"who": who, "low": low, **more}


A, B, C = voice("A", "10"), voice("B", "20", high="25"), voice("C", "30")
A1, A2 = voice("A", "11"), voice("A", "12")


@pytest.mark.parametrize(
    ("key", "base", "ours", "theirs", "merged", "clashes"),
    [
        ("losses", [A, B], [A1, B], [A, voice("B", "22")], [A1, voice("B", "22")], []),
        ("losses", [A, B], [A1, B], [A2, B], [A1, B], [([A1], [A2])]),
        ("losses", [A, B], [A, B, C], [A1, B], [A1, B, C], []),
        ("losses", [A, B], [A, C, B], [A1, B], [A1, C, B], []),
        ("losses", [A], [A1], [C, A, B], [C, A1, B], []),
        ("losses", [A, B], [A1, B], [A], [A1], []),
        ("losses", [A, B], [B], [A, B, C], [B, C], []),
        ("losses", [A, B], [A1, B], [B], [A1, B], [([A1], None)]),
        ("losses", [A, B], [B], [A1, voice("B", "20")], [voice("B", "20")], [(None, [A1])]),
        ("losses", [A], [A1], None, [A1], [([A1], None)]),
        ("losses", [A, B], [A, voice("B", "20")], None, [voice("B", "20")],
         [([voice("B", "20")], None)]),
        ("losses", None, [A], [A1, B], [A, B], [([A], [A1])]),
        ("losses", [voice("A", "10", sources=["x"])], [voice("A", "10", sources=["x", "y"])],
         [voice("A", "11", sources=["x", "z"])], [voice("A", "11", sources=["x", "z", "y"])], []),
        ("strength", [voice("A", "10", what="men")], [voice("A", "11", what="men")],
         [voice("A", "9", what="guns")],
         [voice("A", "9", what="guns"), voice("A", "11", what="men")],
         [([voice("A", "11", what="men")], None)]),
        ("strength", [voice({"en": "A"}, "10")], [voice({"en": "A", "zh": "甲"}, "10")],
         [voice({"en": "A"}, "11")], [voice({"en": "A", "zh": "甲"}, "11")], []),
        ("life", [{"year": "1700", "text": "Born."}], [{"year": "1701", "text": "Born."}],
         [{"year": "1700", "text": "Born."}, {"year": "1745", "text": "Led."}],
         [{"year": "1701", "text": "Born."}, {"year": "1745", "text": "Led."}], []),
        ("sources", ["x"], ["x", "y"], ["z", "x"], ["z", "x", "y"], []),
        ("sources", ["x", "y"], ["y"], ["x", "y", "z"], ["y", "z"], []),
        ("at", ["1", "2"], ["1", "3"], ["0", "2"], ["1", "3"], [(["1", "3"], ["0", "2"])]),
    ],
)  # fmt: skip
def test_a_list_is_merged_item_by_item(
    key: str, base: Any, ours: Any, theirs: Any, merged: Any, clashes: Any
) -> None:
    assert merged_value(base, ours, theirs, key) == merged
    assert [both for _, *both in clashes_in(base, ours, theirs, key)] == [[*one] for one in clashes]


def test_a_second_import_of_the_same_changes_nothing(tmp_path: Path) -> None:
    folder, path = ford(tmp_path, "en", "zh"), table(tmp_path, HEAD + EASTWOOD)
    written(path, folder)
    before = {file: file.read_text("utf-8") for file in folder.rglob("*.yaml")}
    done = written(path, folder)
    assert {change.verdict for change in done.changes} == {"same"}
    assert before == {file: file.read_text("utf-8") for file in folder.rglob("*.yaml")}


def test_only_the_new_entry_is_written_into_a_file_of_a_hand(tmp_path: Path) -> None:
    folder = ford(tmp_path, "en", "zh")
    file = folder / "places.yaml"
    file.write_text(file.read_text("utf-8") + "\n# The end, by hand\n", "utf-8")
    before = file.read_text("utf-8").splitlines()
    written(table(tmp_path, HEAD + EASTWOOD), folder)
    lines = file.read_text("utf-8").splitlines()
    assert lines[:52] + lines[-2:] == before
    assert lines[52:-2] == [
        "  # from places.csv",
        "  - id: eastwood",
        "    name:",
        "      en: Eastwood",
        "    kind: village",
        "    at: [0.36, 0.075]",
        "    precision_km: 1  # assumed: the table has no column for it",
        "    importance: 3  # assumed: the table has no column for it",
        "    sources: [umpires]",
    ]


def test_what_a_hand_changed_stays_and_the_rest_follows_the_table(tmp_path: Path) -> None:
    folder, path = ford(tmp_path), table(tmp_path, HEAD + EASTWOOD)
    written(path, folder)
    file = folder / "places.yaml"
    change(file, "kind: village\n    at: [0.36", "kind: town  # it had a market\n    at: [0.36")
    change(file, "importance: 3  # assumed: the table has no column for it", "importance: 1")
    change(path, OLD, NEW)
    done = written(path, folder)
    assert [one.told for one in done.changes] == [('at "0.36, 0.075" -> "0.38, 0.075"',)]
    text = file.read_text("utf-8")
    for line in ("kind: town  # it had a market", "at: [0.38, 0.075]", "importance: 1"):
        assert f"    {line}\n" in text


def test_where_both_changed_the_hand_stays_and_is_told_once(tmp_path: Path) -> None:
    folder, path = ford(tmp_path), table(tmp_path, HEAD + EASTWOOD)
    written(path, folder)
    change(folder / "places.yaml", "name: Eastwood", "name: East Wood")
    change(path, "Eastwood", "Eastwoods")
    change(path, "Name,", "id,Name,")
    change(path, "Eastwoods", "eastwood,Eastwoods")
    clash = (
        "  ! places/eastwood in places.yaml:"
        ' name is "East Wood" by hand and "Eastwoods" in the table; the hand\'s stays'
    )
    assert clash in list(told(written(path, folder)))
    assert clash not in list(told(understand(path, folder)))
    assert "name: East Wood\n" in (folder / "places.yaml").read_text("utf-8")


def test_what_the_table_lost_goes_unless_a_hand_has_changed_it(tmp_path: Path) -> None:
    folder, path = (
        ford(tmp_path),
        table(tmp_path, HEAD + EASTWOOD + "Westwood,0.1,0.1,town,umpires\n"),
    )
    written(path, folder)
    change(folder / "places.yaml", "name: Westwood", "name: West Wood")
    path.write_text(f"{HEAD}Southwood,0.2,0.1,town,umpires\n", "utf-8")
    done = written(path, folder)
    verdicts = {one.address: one.verdict for one in done.changes}
    assert verdicts == {
        "places/southwood": "new",
        "places/eastwood": "removed",
        "places/westwood": "kept",
    }
    assert (
        "  ! places/westwood: is no longer in the table; a hand has changed it, so it stays"
        in told(understand(path, folder))
    )


def test_what_a_hand_took_out_stays_out(tmp_path: Path) -> None:
    folder, path = ford(tmp_path), table(tmp_path, HEAD + EASTWOOD)
    before = (folder / "places.yaml").read_text("utf-8")
    written(path, folder)
    (folder / "places.yaml").write_text(before, "utf-8")
    done = written(path, folder)
    assert [one.verdict for one in done.changes] == ["gone"]
    assert (folder / "places.yaml").read_text("utf-8") == before


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    from tests.workbench.tables.made import faults

    folder, path = ford(tmp_path), table(tmp_path, HEAD + EASTWOOD)
    written(path, folder)
    (folder / ".imported" / "places.csv.json").write_text("{", "utf-8")
    assert faults(path, folder) == [
        ".imported/places.csv.json: is not the record of an import"
        " (remove it: all then counts as changed by hand)"
    ]


def test_content_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    from tests.workbench.tables.made import faults

    folder, path = ford(tmp_path), table(tmp_path, HEAD + EASTWOOD)
    (folder / "places.yaml").write_text("places: [\n", "utf-8")
    assert faults(path, folder)[0].startswith("places.yaml:")


def test_the_exhibit_shows_what_was_taken(tmp_path: Path) -> None:
    folder, path = ford(tmp_path), table(tmp_path, HEAD + EASTWOOD)
    written(path, folder)
    assert read_exhibit(folder, thorough=True).problems == ()
