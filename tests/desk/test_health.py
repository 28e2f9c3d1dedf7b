"""The exhibit's own word: written with the first picture, and when something changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from kiosk.desk.caretaker import Caretaker
from kiosk.desk.heart import Heart
from kiosk.desk.intake import Intake
from kiosk.machine.settings import Settings
from tests.patience import PATIENCE_MS
from tests.qt.fake_time import FakeTime


def told(state: Path) -> dict[str, Any]:
    found = json.loads((state / "campaign-kiosk" / "health.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_what_an_exhibit_says_of_itself(qtbot: QtBot, state: Path, tmp_path: Path) -> None:
    time, window, intake = FakeTime(), QQuickWindow(), Intake(tmp_path)
    measured = Settings(screen_mm=(531, 599), floor_mm=1000)
    caretaker = Caretaker(window, time, measured, intake, content=tmp_path / "content")
    with qtbot.waitSignal(window.frameSwapped, timeout=PATIENCE_MS):
        window.show()
    found = told(state)
    assert found["renderer"] == "Qt's own, in software"
    assert found["platform"] == "offscreen"
    assert found["measured"] == "531x599"
    assert "220 of its 599 mm are within reach" in found["reach"]
    assert found["content"] == str(tmp_path)
    intake.refused.emit([f"places.yaml:{line}:1: no" for line in range(30)])
    assert len(told(state)["refused"]) == 20
    intake.offered.emit(tmp_path / "new")
    assert (told(state)["refused"], told(state)["content"]) == ([], str(tmp_path))
    before = told(state)["written"]
    time.advance_s(60)
    assert told(state)["written"] > before
    caretaker.close()
    assert time.waiting() == 0
    intake.close()
    window.close()


def test_all_that_staff_should_know_is_said_until_it_is_mended(
    qapp: QGuiApplication, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = list[str]()
    monkeypatch.setattr(Heart, "say", lambda heart, status: said.append(status))
    window, intake = QQuickWindow(), Intake(tmp_path)
    caretaker = Caretaker(
        window, FakeTime(), Settings(), intake, content=tmp_path, trouble="no PIN"
    )
    caretaker.note_off("the screen is off")
    caretaker.note_test(["the disk is full"])
    intake.refused.emit(["a.yaml:1:1: no", "another"])
    failed, refused = "the test before the opening: the disk is full", "a.yaml:1:1: no"
    assert said[-1] == f"the screen is off; {failed}; new content is refused: {refused}; no PIN"
    intake.offered.emit(tmp_path / "new")
    assert said[-1] == f"the screen is off; {failed}; no PIN"
    caretaker.note_test([])
    caretaker.note_off("")
    assert said[-1] == "no PIN"
    caretaker.close()
    intake.close()


def test_while_all_screens_are_off_it_says_so_and_goes_on(
    qapp: QGuiApplication, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    time, window = FakeTime(), QQuickWindow()
    caretaker = Caretaker(window, time, Settings())
    window.frameSwapped.emit()
    assert told(state)["screen"]["px"] != [0, 0]
    with monkeypatch.context() as dark:
        dark.setattr(QScreen, "geometry", lambda screen: QRect())
        caretaker.note_off("the screen is off (by wayland)")
        before = told(state)
        assert before["off"] == "the screen is off (by wayland)"
        assert not before.keys() & {"screen", "reach", "covers"}
        time.advance_s(60)
        assert told(state)["written"] > before["written"]
    caretaker.note_off("")
    assert "screen" in told(state)
    caretaker.close()


def test_a_disk_that_takes_nothing_stops_nobody(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    time, window = FakeTime(), QQuickWindow()
    caretaker = Caretaker(window, time, Settings(), closed="a.yaml:1:1: no")
    window.frameSwapped.emit()
    QCoreApplication.processEvents()
    assert time.waiting() == 1
    caretaker.close()
