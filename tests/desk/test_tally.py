"""Counts of choices on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.desk.tally import Tally

COUNTS = {"river": {"cross": 3, "wait": 1}}
FORMER = '{"river": {"cross": 3, "wait": 1}}'

Begin = Callable[[], Tally]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "choices.db"


@pytest.fixture
def former(path: Path) -> Path:
    path.parent.mkdir()
    return path.with_name("choices.json")


@pytest.fixture
def begin(path: Path) -> Iterator[Begin]:
    begun: list[Tally] = []

    def begin() -> Tally:
        for tally in begun:
            tally.close()
        begun.append(Tally(path, path.with_name("choices.json")))
        return begun[-1]

    yield begin
    for tally in begun:
        tally.close()


def files(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()}


def test_what_was_written_is_read_again(path: Path, begin: Begin) -> None:
    begin().write(COUNTS)
    assert begin().counts == COUNTS
    begin().close()
    assert files(path) == {"choices.db"}


def test_a_count_is_on_the_disk_when_it_is_written(path: Path, begin: Begin) -> None:
    tally = begin()
    tally.write(COUNTS)
    assert tally._ledger._file is not None
    asked = [tally._ledger._file.execute(f"PRAGMA {name}").fetchone() for name in PRAGMAS]
    assert asked == [("wal",), (2,)]
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT sum(count) FROM choices").fetchone() == (4,)
    other.close()


PRAGMAS = ("journal_mode", "synchronous")


def test_without_a_file_nobody_has_chosen(begin: Begin) -> None:
    assert begin().counts == {}


def test_the_older_file_is_taken_over_once(path: Path, former: Path, begin: Begin) -> None:
    former.write_text(FORMER)
    assert begin().counts == COUNTS
    assert not former.exists()
    assert former.with_name("choices.json.taken-1").read_text() == FORMER
    former.write_text('{"river": {"cross": 99}}')
    assert begin().counts == COUNTS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Expecting value: line 1 column 1 (char 0)"),
        ("\0", "Expecting value: line 1 column 1 (char 0)"),
        ("[]", "it holds no counts by decision"),
        ('{"river": 3}', "river: no counts by choice"),
        ('{"river": {"cross": "many"}}', "river, cross: 'many' is no count"),
        ('{"river": {"cross": "3"}}', "river, cross: '3' is no count"),
        ('{"river": {"cross": true}}', "river, cross: True is no count"),
        ('{"river": {"cross": -1}}', "river, cross: -1 is no count"),
        ('{"river": {"cross": 2.5}}', "river, cross: 2.5 is no count"),
        ('{"river": {"cross": 1e400}}', "river, cross: inf is no count"),
        ('{"river": {"cross": 99999999999999999}}', "river, cross: 99999999999999999 is no count"),
    ],
)
def test_an_unsound_older_file_is_kept_aside(
    former: Path, begin: Begin, caplog: pytest.LogCaptureFixture, text: str, why: str
) -> None:
    former.write_text(text)
    assert begin().counts == {}
    said = f"{former}: {why}; it is kept as choices.json.damaged-1, counting begins anew"
    assert caplog.messages == [said]
    assert former.with_name("choices.json.damaged-1").read_text() == text
    caplog.clear()


def test_an_older_file_nested_too_deep_is_kept_aside(
    former: Path, begin: Begin, caplog: pytest.LogCaptureFixture
) -> None:
    former.write_text("[" * 200_000)
    assert begin().counts == {}
    assert former.with_name("choices.json.damaged-1").exists()
    caplog.clear()


def other_table(path: Path, *statements: str) -> None:
    path.unlink()
    with sqlite3.connect(path) as file:
        for statement in statements:
            file.execute(statement)
    file.close()


LOOSE = "CREATE TABLE choices (decision, choice, count)"
HARMS: list[Callable[[Path], object]] = [
    lambda path: path.write_bytes(b"\xff" * 8192),
    lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 4096),
    lambda path: other_table(path, "CREATE TABLE visits (day TEXT)"),
    lambda path: other_table(path, LOOSE, "INSERT INTO choices VALUES ('river', 'cross', 'many')"),
    lambda path: other_table(path, LOOSE, "INSERT INTO choices VALUES (NULL, 'cross', 1)"),
    lambda path: other_table(path, LOOSE, "INSERT INTO choices VALUES ('river', 'cross', 1e300)"),
]


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_file_is_kept_aside_each_time(
    path: Path,
    begin: Begin,
    caplog: pytest.LogCaptureFixture,
    harm: Callable[[Path], object],
) -> None:
    for number in (1, 2):
        begin().write(COUNTS)
        begin().close()
        harm(path)
        damaged = path.read_bytes()
        tally = begin()
        assert tally.counts == {}
        assert path.with_name(f"choices.db.damaged-{number}").read_bytes() == damaged
        assert caplog.messages[-1].endswith(
            f"; it is kept as choices.db.damaged-{number}, counting begins anew"
        )
        tally.write(COUNTS)
        assert begin().counts == COUNTS
    caplog.clear()


def test_a_disk_that_takes_nothing_is_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    tally = Tally(tmp_path / "file" / "choices.db")
    tally.write(COUNTS)
    assert tally.counts == COUNTS
    assert caplog.messages == [
        f"{tmp_path / 'file' / 'choices.db'}: File exists; choices are counted in memory"
    ]
    caplog.clear()
