"""Visits as counts: what is counted, that it lasts, and that it tells of nobody."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.desk import visits
from kiosk.desk.counter import Counter
from kiosk.desk.visits import Counts, Visits, read
from tests.meeting import Meet
from tests.window import Visitor

DAY = dt.date(2026, 5, 12)


def one(which: str = "en") -> Counts:
    counts = Counts()
    counts.add("language", which)
    counts.add("visit", "", 90)
    return counts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "visits.db"


def test_each_day_adds_up(file: Path) -> None:
    kept = Visits(file, DAY)
    kept.add(DAY, one())
    kept.add(DAY, one("zh"))
    kept.add(DAY + dt.timedelta(days=1), one())
    kept.close()
    found = read(file)
    assert found[DAY].of("language") == {"en": 1, "zh": 1}
    assert (found[DAY].numbers["visit", ""], found[DAY].seconds["visit", ""]) == (2, 180)
    assert found[DAY + dt.timedelta(days=1)].of("language") == {"en": 1}


def test_what_is_old_is_forgotten(file: Path) -> None:
    kept = Visits(file, DAY)
    kept.add(DAY - dt.timedelta(days=800), one())
    kept.add(DAY - dt.timedelta(days=700), one())
    kept.close()
    Visits(file, DAY).close()
    assert [*read(file)] == [DAY - dt.timedelta(days=700)]


@pytest.mark.parametrize(
    "text", [b"no database at all, but long enough to be read" * 90, b"\0" * 99]
)
def test_a_damaged_file_is_kept_aside(
    file: Path, text: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(text)
    kept = Visits(file, DAY)
    kept.add(DAY, one())
    kept.close()
    assert read(file)[DAY].of("language") == {"en": 1}
    assert [path.read_bytes() for path in file.parent.glob("*damaged*")] == [text]
    caplog.clear()


def test_a_disk_that_takes_nothing_stops_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    kept = Visits(tmp_path / "file" / "visits.db", DAY)
    for _ in range(3):
        kept.add(DAY, one())
    kept.close()
    assert caplog.text.count("visits are not counted") == 1
    caplog.clear()


def test_a_file_that_holds_too_much_takes_no_more(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(visits, "MOST_ROWS", 2)
    kept = Visits(file, DAY)
    for n in range(5):
        kept.add(DAY, one(f"l{n}"))
    kept.close()
    assert len(read(file)[DAY].numbers) == 3
    caplog.clear()


def test_a_process_that_is_killed_loses_no_visit_that_was_counted(file: Path) -> None:
    program = (
        "import datetime, pathlib, sys\n"
        "from tests.desk.test_visits import one\n"
        "from kiosk.desk.visits import Visits\n"
        "kept = Visits(pathlib.Path(sys.argv[1]), datetime.date(2026, 5, 12))\n"
        "while True:\n"
        "    kept.add(datetime.date(2026, 5, 12), one()); print('kept', flush=True)\n"
    )
    command = [sys.executable, "-c", program, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for _ in range(20):
            running.stdout.readline()
        running.kill()
        said = 20 + running.stdout.read().count("kept")
    assert read(file)[DAY].numbers["visit", ""] in (said, said + 1)


def test_it_is_safe_against_a_pulled_plug(file: Path) -> None:
    kept = Visits(file, DAY)
    assert kept._ledger._file is not None
    assert kept._ledger._file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert kept._ledger._file.execute("PRAGMA synchronous").fetchone() == (2,)
    kept.close()


# ------------------------------------------------------------ of a visitor


def test_a_visit_is_counted_when_it_has_ended(meet: Meet, file: Path) -> None:
    visitor = meet(river=False)
    kept = Visits(file, DAY)
    now = dt.datetime(2026, 5, 12, 14, 30)
    counter = Counter(visitor.kiosk, kept, visitor.time, lambda: now)
    visitor.time.advance_s(30)
    visitor.wake()
    counter.touch(0.99, 0.01)
    visitor.time.advance_s(10)
    visitor.open("phases")
    visitor.stage.preferences.setTextScale(200)
    visitor.stage.preferences.toggleHighContrast()
    visitor.time.advance_s(50)
    assert read(file) == {}
    visitor.leave()
    found = read(file)[DAY]
    assert found.numbers["visit", ""] == 1
    assert found.seconds["attract", ""] == 30
    assert found.of("screen") == {"home": 1, "phases": 1}
    assert found.seconds["screen", "home"] == 10
    assert found.of("left at") == {"phases": 1}
    assert found.of("warning") == {"unanswered": 1}
    assert found.of("text") == {"200": 1}
    assert found.of("aid") == {"contrast": 1}
    assert found.of("hour") == {"14": 1}
    assert found.of("touch") == {"11,0": 1}
    assert found.of("language") == {visitor.stage.preferences.languages[0]: 1}
    kept.close()


def test_no_row_tells_when_a_visit_was_or_in_which_order(passer_by: Visitor, file: Path) -> None:
    kept = Visits(file, DAY)
    now = dt.datetime(2026, 5, 12, 14, 30)
    counter = Counter(passer_by.kiosk, kept, passer_by.time, lambda: now)
    passer_by.wake()
    passer_by.leave()
    assert counter.parent() is None
    assert kept._ledger._file is not None
    rows = kept._ledger._file.execute("SELECT day, what, which FROM counts").fetchall()
    kept.close()
    assert {day for day, _, _ in rows} == {"2026-05-12"}
    assert not any(":" in which for _, _, which in rows)
