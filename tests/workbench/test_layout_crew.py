"""The combinations are laid out in processes of their own, and what comes of each is told."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.cli import main
from kiosk.exhibit.model import Exhibit
from kiosk.machine.settings import Renderer
from kiosk.workbench.layout import report
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.report import Layout
from kiosk.workbench.layout.tour import cases_in
from tests.meeting import read
from tests.workbench.conftest import STILL_TO_COME
from tests.workbench.test_layout_report import CUT, MINIMAL, TALL, WIDE


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    return read(MINIMAL)


def test_each_combination_has_its_own_ratio_of_pixels(exhibit: Exhibit) -> None:
    cramped = Combination((320, 180), "en", 200, inches=4.5)
    chosen = [cramped, replace(cramped, ratio=1.5)]
    for combination, layout in ((one, report.lay_out(exhibit, MINIMAL, [one])) for one in chosen):
        pictures = [QImage.fromData(each.picture) for each in layout.sightings if each.picture]
        assert {picture.width() for picture in pictures} == {320 * combination.ratio}


def test_the_command_lays_out_in_processes_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "combinations", lambda *_, **__: [Combination(TALL, "en", 125)])
    out = tmp_path / "found"
    main(["check", str(MINIMAL), "--layout", "--out", str(out), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["problems"]
    told = (out / "progress.txt").read_text("utf-8").splitlines()
    assert told[0] == "1 of 1 combinations"
    assert told[1].startswith("en, 1080x1920, text 125 %: ")
    known = [kind.replace(" ", "-") for kind in STILL_TO_COME]
    assert [one for one in found if not any(kind in one["hint"] for kind in known)] == []


def test_progress_says_what_was_found_in_each(exhibit: Exhibit) -> None:
    chosen = [Combination(WIDE, "en"), Combination(TALL, "en"), Combination(WIDE, "zh")]
    assert report.progress_of(chosen, {1: [], 0: [CUT]}) == (
        "2 of 3 combinations\n"
        "en, 1920x1080: 1 found\n"
        '  maps-firth: cut text: "Nairn" is cut short\n'
        "en, 1080x1920: nothing found\n"
    )


def test_what_was_found_is_told_when_it_is_stopped(
    tmp_path: Path, exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(path: Path, _: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.machine.whole.write", interrupt)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    cramped = Combination((320, 180), "en", 200, inches=4.5)
    chosen = [cramped, *(replace(cramped, size=(320 + px, 180)) for px in (20, 40, 60))]
    layout = report.lay_out(exhibit, MINIMAL, chosen, progress=tmp_path / "progress.txt")
    assert 1 <= layout.left < len(chosen)
    assert layout.laid_out == (len(chosen) - layout.left) * len(cases_in(cramped, exhibit))
    assert layout.sightings != ()


def test_a_process_that_ends_before_its_time_is_told_and_the_others_go_on(
    tmp_path: Path, exhibit: Exhibit
) -> None:
    cramped = Combination((320, 180), "en", 200, inches=4.5)
    gone = replace(cramped, renderer=Renderer.OPENGL)
    layout = report.lay_out(exhibit, MINIMAL, [gone, cramped], ":no such display")
    (crash, *others) = layout.sightings
    assert crash.flaw.kind == "crash"
    assert crash.flaw.message == "the program ended with SIGABRT"
    assert crash.screen == "home"
    assert (layout.left, layout.laid_out) == (0, len(cases_in(cramped, exhibit)))
    assert others != []
    pictures = report.write_pictures(layout, tmp_path)
    assert not pictures[0].exists()
    told = report.problems(layout, exhibit, MINIMAL, pictures)[0]
    assert "the program ended with SIGABRT" in told.message
    assert (
        told.hint == "the screens after it were not looked at; this is our fault, not the content's"
    )


def test_the_command_says_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "lay_out", lambda *_: Layout(1234, (), left=2))
    asked = ["check", str(MINIMAL), "--layout", "--out", str(tmp_path / "found")]
    assert main(asked) == 1
    every = len([*report.combinations(("en",), opengl=bool(shutil.which("Xvfb")))])
    assert f"It was stopped: 2 of {every} combinations are left." in capsys.readouterr().out
    monkeypatch.setattr(report, "lay_out", lambda *_: Layout(80, ()))
    assert main([*asked, "--quick"]) == 0
    assert "80 screens were laid out, as most visitors see them.\n" in capsys.readouterr().out
