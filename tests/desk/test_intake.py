"""New content on its way to the floor, with the process that reads it aside."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.desk import intake as intakes
from kiosk.desk.intake import Intake
from kiosk.desk.shelf import Shelf
from kiosk.desk.vetting import vet
from kiosk.exhibit.reading import stamp
from kiosk.exhibit.reading.stamp import stamp_of
from kiosk.machine import lookout as lookouts
from kiosk.machine import mirror
from tests.desk.conftest import edit
from tests.patience import PATIENCE_MS


@pytest.fixture
def follow(
    qapp: QGuiApplication, content: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Intake]]:
    monkeypatch.setattr(intakes, "FIRST_MS", 0)
    made: list[Intake] = []

    def begin() -> Intake:
        made.append(Intake(content))
        return made[-1]

    yield begin
    for intake in made:
        intake.close()
        intake.deleteLater()


def test_clean_content_has_no_errors_and_stands_aside(content: Path) -> None:
    copy, problems = vet(content)
    assert copy is not None
    assert (copy.not_kept, problems) == ("", [])
    assert stamp_of(copy.folder) == stamp_of(content)


def test_errors_are_named_with_their_place(content: Path) -> None:
    edit(content, "languages: [en]", "languages: [en]\n  colour: red")
    copy, (problem,) = vet(content)
    assert copy is None
    assert problem.startswith("exhibit.yaml:")
    assert problem.endswith("exhibit.colour: is not a key here")


def test_a_warning_keeps_nothing_from_the_floor(content: Path) -> None:
    (content / "unused.txt").write_text("", "utf-8")
    assert vet(content)[1] == []


def test_the_process_answers_in_json(content: Path) -> None:
    (content / "exhibit.yaml").unlink()
    command = [sys.executable, "-m", "kiosk.desk.vetting", str(content)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["problems"] == vet(content)[1] != []


def test_content_that_was_never_kept_is_kept(
    follow: Callable[[], Intake], content: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(follow().offered, timeout=PATIENCE_MS) as offered:
        pass
    assert offered.args == [Shelf(content).good]


def test_content_that_is_kept_already_is_left_alone(
    follow: Callable[[], Intake], content: Path, qtbot: QtBot
) -> None:
    shelf = Shelf(content)
    kept = shelf.keep(shelf.copy().folder)
    intake = follow()
    assert intake.says == f"{content}, version {kept.name}"
    edit(content, "Culloden", "Drumossie")
    with qtbot.waitSignal(intake.offered, timeout=PATIENCE_MS) as offered:
        pass
    assert offered.args is not None
    assert intake.says == f"{content}, version {int(kept.name) + 1}"
    assert offered.args[0].name == str(int(kept.name) + 1)


def test_a_mistake_is_refused_and_logged_and_what_was_good_stays(
    follow: Callable[[], Intake], content: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = Shelf(content)
    kept = shelf.keep(shelf.copy().folder)
    intake = follow()
    with qtbot.waitSignal(intake.refused, timeout=PATIENCE_MS):
        edit(content, "exhibit:", "exhibit: :")
    said = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert said[0] == f"new content of {content} is refused; version 1 stays"
    assert said[1].startswith("exhibit.yaml:")
    assert shelf.good == kept
    assert [path.name for path in kept.parent.iterdir()] == ["1"]
    caplog.clear()


def test_an_emptied_folder_is_refused(
    follow: Callable[[], Intake], content: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    shelf = Shelf(content)
    kept = shelf.keep(shelf.copy().folder)
    intake = follow()
    with qtbot.waitSignal(intake.refused, timeout=PATIENCE_MS):
        for path in sorted(content.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    assert shelf.good == kept
    caplog.clear()


def test_a_mistake_that_is_mended_is_offered(
    follow: Callable[[], Intake], content: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    edit(content, "exhibit:", "exibit:")
    intake = follow()
    with qtbot.waitSignal(intake.refused, timeout=PATIENCE_MS):
        pass
    with qtbot.waitSignal(intake.offered, timeout=PATIENCE_MS):
        edit(content, "exibit:", "exhibit:")
    caplog.clear()


def test_a_change_of_the_same_size_and_time_is_offered(
    follow: Callable[[], Intake], content: Path, qtbot: QtBot
) -> None:
    shelf = Shelf(content)
    shelf.keep(shelf.copy().folder)
    before = (content / "exhibit.yaml").stat()
    edit(content, "  title: Culloden", "  title: Cullodem")
    os.utime(content / "exhibit.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    with qtbot.waitSignal(follow().offered, timeout=PATIENCE_MS) as offered:
        pass
    assert offered.args is not None
    assert "Cullodem" in (offered.args[0] / "exhibit.yaml").read_text("utf-8")


def test_what_cannot_be_kept_is_offered_all_the_same(
    follow: Callable[[], Intake],
    content: Path,
    state: Path,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (state / "campaign-kiosk").mkdir(parents=True)
    (state / "campaign-kiosk" / "content").write_text("")
    intake = follow()
    with qtbot.waitSignal(intake.offered, timeout=PATIENCE_MS) as offered:
        pass
    assert offered.args is not None
    assert (offered.args[0] / "exhibit.yaml").is_file()
    assert caplog.messages[-1].startswith(
        f"new content of {content} is clean and will be shown, but is not kept: "
    )
    caplog.clear()
    intake.close()
    assert not offered.args[0].exists()
    intake.close = lambda: None  # type: ignore[method-assign]


def test_the_intake_itself_never_looks_at_the_folder(
    qapp: QGuiApplication, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(*_: object) -> None:
        pytest.fail("the window would stand still")

    for name in ("files_in", "link_fault"):
        monkeypatch.setattr(mirror, name, hang)
        monkeypatch.setattr(stamp, name, hang)
    intake = Intake(content)
    intake.vet()
    intake.close()
    intake.deleteLater()


def test_a_folder_that_hangs_is_logged_and_the_exhibit_goes_on(
    follow: Callable[[], Intake],
    content: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(lookouts, "ANSWER_MS", 0)
    monkeypatch.setattr(lookouts, "MODULE", "tests.machine.hanging")
    with qtbot.assertNotEmitted(follow().offered):
        qtbot.waitUntil(lambda: bool(caplog.messages), timeout=PATIENCE_MS)
    assert caplog.messages == [f"{content} does not answer; what is shown stays"]
    caplog.clear()


def test_an_exhibit_that_has_gone_is_told_nothing(content: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "w") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk.desk.vetting", str(content)],
            stdout=nobody,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.stderr == ""
