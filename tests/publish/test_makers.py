"""Makers of files: several processes make what one makes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.publish import makers
from kiosk.publish.makers import Batch
from kiosk.publish.output import NotDrawn


class Scribes:
    """Makes four files in three batches: one can't be drawn, one has no room, one has a fault."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    @property
    def batches(self) -> Sequence[Batch]:
        return [
            [("a", self._whole), ("b", partial(self._fail, NotDrawn("has no picture")))],
            [("c", partial(self._fail, OSError(28, os.strerror(28))))],
            [("d", self._faulty)],
        ]

    def _whole(self) -> bytes:
        begun = b"begun" if QGuiApplication.instance() else b"bare"
        return b"%b %d" % (begun, os.getpid())

    def _fail(self, error: Exception) -> bytes:
        raise error

    def _faulty(self) -> bytes:
        self.faults.append("d: a map is empty")
        return self._whole()


class Ended(Scribes):
    """Makes nothing: its process ends."""

    @property
    def batches(self) -> Sequence[Batch]:
        return [[("a", partial(os._exit, 3))], [("b", partial(os._exit, 3))]]


@pytest.mark.parametrize("processes", [1, 2, 8])
def test_several_processes_make_what_one_makes(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str], processes: int
) -> None:
    assert not makers.write(tmp_path, Scribes(), "Drawing", processes)
    assert capsys.readouterr().err.splitlines() == [
        "d: a map is empty",
        "b: has no picture",
        "c: No space left on device",
    ]
    made = {file.name: file.read_text().split() for file in tmp_path.iterdir()}
    assert {name: begun for name, (begun, _) in made.items()} == {"a": "begun", "d": "begun"}
    ours = {int(pid) == os.getpid() for _, pid in made.values()}
    assert ours == {processes == 1}


def test_a_process_that_ends_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not makers.write(tmp_path, Ended(), "Drawing", 2)
    said = "the process that draws it has ended"
    assert capsys.readouterr().err.splitlines() == [f"a: {said}", f"b: {said}"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process begins bare")
def test_processes_have_what_was_read_unless_an_application_has_begun(qapp: object) -> None:
    told = "from kiosk.publish.makers import begun; print(begun())"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert (run.stdout.strip(), makers.begun()) == ("fork", "spawn")
