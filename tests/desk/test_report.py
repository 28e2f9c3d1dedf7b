"""The curator's page: charts, tables, both languages; few are withheld."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.desk.tally import Tally
from kiosk.desk.visits import Counts, Visits
from tests.meeting import CONTENT, read

TODAY = dt.date.today()


@pytest.fixture
def counted(state: Path) -> Path:
    """Sixty visits of two months, three of them in Chinese."""
    home = state / "campaign-kiosk"
    known = read(CONTENT).exhibit.id
    kept = Visits(home / f"{known}-visits.db", TODAY)
    for n in range(60):
        counts = Counts()
        counts.add("visit", "", 120)
        counts.add("attract", "", 300)
        counts.add("language", "zh" if n < 3 else "en")
        counts.add("screen", "phases", 80)
        counts.add("hour", "14")
        counts.add("length", "1 to 3")
        counts.add("length", "over 10") if n < 9 else None
        counts.add("touch", "5,5")
        counts.add("screen", "=cmd()", 1)
        kept.add(TODAY - dt.timedelta(days=n), counts)
    kept.close()
    decision = read(CONTENT).decisions[0]
    tally = Tally(home / f"{known}-choices.db")
    tally.write({decision.id: {decision.choices[0].key: 12, decision.choices[1].key: 2}})
    tally.close()
    return home


def text_of(html: str) -> str:
    return re.sub(
        r"\s+", " ", re.sub(r"<svg.*?</svg>|<style.*?</style>|<[^>]+>", " ", html, flags=re.S)
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Visits: 60", "2.0 minutes each", "English 57", "fewer than 5", "14:00 60"]),
        ("zh", ["参观次数: 60", "平均2.0分钟", "English 57", "少于5次", "14:00 60"]),
    ],
)
def test_the_page(counted: Path, tmp_path: Path, language: str, words: list[str]) -> None:
    assert cli.main(["report", "--out", str(tmp_path / "out"), "--language", language]) == 0
    html = (tmp_path / "out" / "report.html").read_text("utf-8")
    said = text_of(html)
    assert [word for word in words if word not in said] == []
    decision = read(CONTENT).decisions[0]
    assert decision.title.in_(language) in said
    assert html.count("<svg") >= 2
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"|<!--.*?-->', "", html, flags=re.S)
    assert "<script" not in html


def test_few_are_in_neither_file(counted: Path, tmp_path: Path) -> None:
    assert cli.main(["report", "--out", str(tmp_path)]) == 0
    rows = [*csv.reader((tmp_path / "report.csv").read_text("utf-8").splitlines())]
    assert rows[0] == ["month", "what", "which", "count", "seconds"]
    assert all(int(row[3]) >= 5 for row in rows[1:])
    assert not any(row[2] == "zh" for row in rows)
    assert not any(row[2].startswith("=") for row in rows)
    assert not re.search(r"中文 [1-4]\b", text_of((tmp_path / "report.html").read_text("utf-8")))


def test_without_visits_it_says_so(
    state: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["report", "--out", str(tmp_path)]) == 1
    assert "no visit of" in capsys.readouterr().err


def test_a_language_that_there_is_not(
    counted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["report", "--out", str(tmp_path), "--language", "fr"]) == 1
    assert 'no language "fr"' in capsys.readouterr().err


def test_a_damaged_file_is_a_line(
    counted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (counted / f"{read(CONTENT).exhibit.id}-visits.db").write_bytes(b"no database" * 500)
    assert cli.main(["report", "--out", str(tmp_path)]) == 1
    assert "file is not a database" in capsys.readouterr().err


def test_a_folder_that_takes_nothing_is_a_line(
    counted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert cli.main(["report", "--out", str(tmp_path / "file" / "out")]) == 1
    assert "Not a directory" in capsys.readouterr().err
