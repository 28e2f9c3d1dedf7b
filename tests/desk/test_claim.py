"""One exhibit at a time writes what a machine keeps."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import app, cli
from kiosk.desk.claim import Claimed, claim

SMALL = Path(__file__).parents[1] / "exhibits" / "minimal"


def test_a_second_one_is_refused_until_the_first_has_ended(tmp_path: Path) -> None:
    folder = tmp_path / "campaign-kiosk"
    with claim(folder):
        with pytest.raises(Claimed), claim(folder):
            pass
        with claim(tmp_path / "another"):
            pass
    with claim(folder):
        pass
    assert list(folder.iterdir()) == []


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    program = (
        "import pathlib, sys, time; from kiosk.desk.claim import claim\n"
        "with claim(pathlib.Path(sys.argv[1])): print('held', flush=True); time.sleep(600)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(Claimed), claim(tmp_path):
            pass
        other.kill()
    with claim(tmp_path):
        pass


def test_run_refuses_in_one_line(
    state: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "run", lambda *_, **__: pytest.fail("it was shown"))
    with claim(state / "campaign-kiosk"):
        assert cli.main(["run", str(SMALL), "--windowed"]) == 1
    assert capsys.readouterr().err == (
        "kiosk: an exhibit is running already that keeps its records in "
        f"{state / 'campaign-kiosk'}; end it first\n"
    )


def test_a_folder_that_cannot_be_made_is_not_claimed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with claim(tmp_path / "file" / "state"):
        assert (tmp_path / "file").is_file()
