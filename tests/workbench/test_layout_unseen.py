"""A display that nobody sees is there while it is needed, or is said not to be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.machine.display import has_display
from kiosk.workbench.layout import unseen
from kiosk.workbench.layout.unseen import PROGRAM, unseen_display


@pytest.mark.skipif(not shutil.which(PROGRAM), reason="no X server that draws into memory")
def test_opengl_draws_on_a_display_that_goes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    with unseen_display() as display:
        monkeypatch.setenv("DISPLAY", display)
        assert has_display()
    assert not has_display()


@pytest.mark.parametrize("says", ["", "echo 97 >&$2"], ids=["ends at once", "no server"])
def test_no_display_where_the_program_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    program = tmp_path / "broken"
    program.write_text(f"#!/bin/sh\n{says}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(unseen, "PROGRAM", str(program))
    with unseen_display() as display:
        assert display == ""


def test_no_display_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unseen, "PROGRAM", "no such program")
    with unseen_display() as display:
        assert display == ""
