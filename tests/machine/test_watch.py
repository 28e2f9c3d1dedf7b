"""Changes of a folder are told, however they come about."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.machine.watch import Watch
from tests.patience import PATIENCE_MS


def rename_over(folder: Path) -> None:
    (folder / ".a.yaml.swp").write_text("other", "utf-8")
    (folder / ".a.yaml.swp").rename(folder / "a.yaml")


CHANGES: list[Callable[[Path], object]] = [
    lambda folder: (folder / "a.yaml").write_text("longer", "utf-8"),
    rename_over,
    lambda folder: (folder / "below" / "b.svg").write_text("longer", "utf-8"),
    lambda folder: (folder / "new.yaml").write_text("new", "utf-8"),
    lambda folder: (folder / "a.yaml").unlink(),
    lambda folder: shutil.rmtree(folder / "below"),
    lambda folder: shutil.rmtree(folder),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "below").mkdir(parents=True)
    (folder / "a.yaml").write_text("a", "utf-8")
    (folder / "below" / "b.svg").write_text("b", "utf-8")
    return folder


@pytest.fixture
def watch(qapp: QGuiApplication, folder: Path) -> Iterator[Watch]:
    watch = Watch(folder)
    yield watch
    watch.deleteLater()


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_told(
    watch: Watch, folder: Path, change: Callable[[Path], object], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed, timeout=PATIENCE_MS):
        change(folder)


def test_changes_go_on_being_told(watch: Watch, folder: Path, qtbot: QtBot) -> None:
    for text in ("two", "three", "four"):
        with qtbot.waitSignal(watch.changed, timeout=PATIENCE_MS):
            rename_over(folder)
            (folder / "a.yaml").write_text(text, "utf-8")


def test_a_look_without_a_change_tells_nothing(watch: Watch, folder: Path, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(watch.changed):
        watch.look()


def test_a_folder_that_comes_later_is_found_by_a_look(
    qapp: QGuiApplication, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    watch = Watch(tmp_path / "later")
    assert watch.stamp == {}
    folder.rename(tmp_path / "later")
    with qtbot.waitSignal(watch.changed, timeout=PATIENCE_MS):
        watch.look()
    with qtbot.waitSignal(watch.changed, timeout=PATIENCE_MS):
        (tmp_path / "later" / "a.yaml").write_text("longer", "utf-8")
    watch.deleteLater()
