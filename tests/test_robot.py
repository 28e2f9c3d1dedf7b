"""The robot's verdict: what it lets pass, and what it calls wrong."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kiosk.desk.visits import Counts, Visits
from resources.robot.robot import FEW, Robot

SMALL = Path(__file__).parent / "exhibits" / "minimal"


def rests(*memory_kb: int, window: int = 1) -> list[dict[str, object]]:
    return [{"what": "rest", "windows": [window], "memory_kb": kb} for kb in memory_kb]


START: dict[str, object] = {"what": "start"}
END: dict[str, object] = {"what": "end"}
STEADY = [START, END, *rests(*range(100, 100 + FEW // 2), *[110] * (FEW // 2))]


def verdict(home: Path, told: list[dict[str, object]], recorded: int, log: str = "") -> list[str]:
    """The faults of a run without kills, as it is told."""
    robot = Robot(home, SMALL, seed=1, minutes=1)
    (home / "told.jsonl").write_text("".join(json.dumps(line) + "\n" for line in told))
    (home / "log").write_text(log)
    counts = Counts()
    for _ in range(recorded):
        counts.add("visit")
    (home / "state" / "campaign-kiosk").mkdir(parents=True)
    visits = Visits(home / "state" / "campaign-kiosk" / "small-visits.db", dt.date.today())
    visits.add(dt.date.today(), counts)
    visits.close()
    return [*robot.faults()]


def test_a_steady_exhibit_is_well(tmp_path: Path) -> None:
    assert verdict(tmp_path, STEADY, recorded=1) == []


@pytest.mark.parametrize(
    ("told", "recorded", "log", "fault"),
    [
        (STEADY, 0, "", "1 visits ended, 0 are recorded"),
        (STEADY, 2, "", "1 visits ended, 2 are recorded"),
        (STEADY, 1, "Traceback (most recent call last)", "1 tracebacks"),
        ([*STEADY, *rests(110, window=2)], 1, "", "life 1 had 2 windows"),
        ([START, END, *rests(*range(100, 100 + 4 * FEW, 2))], 1, "", "life 1 grew by "),
        ([START, *rests(100)], 0, "", "no visit ended"),
    ],
)
def test_what_must_not_be(
    tmp_path: Path, told: list[dict[str, object]], recorded: int, log: str, fault: str
) -> None:
    (found,) = verdict(tmp_path, told, recorded, log)
    assert found.startswith(fault)


def test_a_life_that_is_too_short_says_nothing_of_memory(tmp_path: Path) -> None:
    assert verdict(tmp_path, [START, END, *rests(100, 200)], recorded=1) == []


def test_a_start_that_came_to_nothing_is_wrong(tmp_path: Path) -> None:
    robot = Robot(tmp_path, SMALL, seed=1, minutes=1)
    robot.blows["start"] = 2
    (tmp_path / "told.jsonl").write_text(f"{json.dumps(START)}\n{json.dumps(END)}\n")
    (tmp_path / "log").write_text("")
    assert next(robot.faults()) == "2 starts, of which 1 came to an exhibit"


def test_what_qt_complains_of_is_wrong(tmp_path: Path) -> None:
    log = tmp_path / "state" / "campaign-kiosk" / "kiosk.log"
    log.parent.mkdir(parents=True)
    said = "2026-11-30 01:42:51,761 WARNING qt: CardSheet.qml:60:13: Binding loop"
    log.write_text(f"{said}\n2026-11-30 01:43:30,426 WARNING kiosk.desk.intake: refused\n")
    robot = Robot(tmp_path, SMALL, seed=1, minutes=1)
    (tmp_path / "told.jsonl").write_text(f"{json.dumps(START)}\n")
    (tmp_path / "log").write_text("")
    assert next(robot.faults()) == said
