"""A folder looked at from another process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.exhibit.reading.stamp import Digests, digests_of, stamp_of
from kiosk.machine import lookout as lookouts
from kiosk.machine.lookout import Lookout
from tests.desk.conftest import edit
from tests.patience import PATIENCE_MS

Begin = Callable[..., Lookout]


@pytest.fixture
def begin(qapp: QGuiApplication, content: Path) -> Iterator[Begin]:
    made: list[Lookout] = []

    def begin(known: Digests | None = None, mirror: Path | None = None) -> Lookout:
        made.append(Lookout(content, known, mirror=mirror))
        return made[-1]

    yield begin
    for lookout in made:
        lookout.close()
        lookout.deleteLater()


def test_what_is_not_known_is_told_at_first(begin: Begin, qtbot: QtBot) -> None:
    with qtbot.waitSignal(begin().changed, timeout=PATIENCE_MS):
        pass


def test_what_is_known_is_not_told_but_a_change_is(
    begin: Begin, content: Path, qtbot: QtBot
) -> None:
    told: list[None] = []
    lookout = begin(digests_of(content))
    lookout.changed.connect(lambda: told.append(None))
    with qtbot.waitSignal(lookout.answered, timeout=PATIENCE_MS):
        pass
    assert told == []
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE_MS):
        edit(content, "Culloden", "Drumossie")


def test_a_folder_that_hangs_is_told(
    begin: Begin, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookouts, "ANSWER_MS", 0)
    monkeypatch.setattr(lookouts, "MODULE", "tests.machine.hanging")
    lookout = begin()
    with (
        qtbot.assertNotEmitted(lookout.changed),
        qtbot.waitSignal(lookout.silent, timeout=PATIENCE_MS),
    ):
        pass


def test_a_mirror_follows_the_folder(
    begin: Begin, content: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    mirror = tmp_path / "mirror"
    mirror.mkdir()
    lookout = begin(mirror=mirror)
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE_MS):
        pass
    assert stamp_of(mirror) == stamp_of(content)
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE_MS):
        edit(content, "Culloden", "Drumossie")
    assert "Drumossie" in (mirror / "exhibit.yaml").read_text("utf-8")


def test_what_cannot_be_copied_is_told_until_it_can(
    begin: Begin, content: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    mirror = tmp_path / "mirror"
    mirror.mkdir()
    lookout = begin(mirror=mirror)
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE_MS):
        pass
    with qtbot.waitSignal(lookout.refused, timeout=PATIENCE_MS) as refused:
        content.rename(tmp_path / "elsewhere")
    assert refused.args == ["is not a folder"]
    assert (mirror / "exhibit.yaml").is_file()
    with qtbot.waitSignal(lookout.changed, timeout=PATIENCE_MS):
        (tmp_path / "elsewhere").rename(content)


def test_when_who_asked_was_killed_it_ends_without_a_word(content: Path) -> None:
    heard, told = os.pipe()
    os.close(heard)
    command = [sys.executable, "-m", "kiosk.machine.lookout", str(content)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=told, stderr=pipe) as process:
        os.close(told)
        assert process.stderr
        assert process.stderr.read() == b""  # to its end, while its input stays open
        assert process.wait() == 0
