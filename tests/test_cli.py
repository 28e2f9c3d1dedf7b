"""The commands as a shell meets them: exit codes, exact sentences, what they import."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import authoring, cli
from kiosk.machine import folders
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[1]
MINIMAL = ROOT / "tests" / "exhibits" / "minimal"
SPAN = "1746-04-15 06:00 to 1746-04-16 18:00"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Content with one wrong reference, which can be left out."""
    content = Path(shutil.copytree(MINIMAL, tmp_path / "content"))
    story = content / "story.yaml"
    story.write_text(story.read_text("utf-8").replace("[nairn]", "[nairm]"), "utf-8")
    return content


def shell(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_DISPLAY}
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=kept | {"PYTHONPATH": str(ROOT)} | environment,
        timeout=PATIENCE_S,
    )


_OF_A_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nonsense"], "kiosk: No such command 'nonsense'."),
        (["render", "x"], "kiosk render: Missing option '--out'."),
        (
            ["run", "--size", "3x"],
            "kiosk run: Invalid value for '--size': \"3x\" is not a size such as 1920x1080.",
        ),
        (
            ["run", "--size", "1920x10"],
            "kiosk run: Invalid value for '--size': 1920x10: each side must have 200 to 16384 px.",
        ),
        (
            ["present", str(MINIMAL), "--talk", "short"],
            'kiosk: there is no talk "short"; the content has none',
        ),
        (["present", "--talk", "ful"], 'kiosk: there is no talk "ful" (did you mean "full"?)'),
        (
            ["present", str(MINIMAL), "--language", "fr"],
            'kiosk: there is no language "fr"; there are en',
        ),
        (
            ["at", "1746-04-17", str(MINIMAL)],
            f"kiosk: 1746-04-17 00:00 lies outside the time of the exhibit, {SPAN}",
        ),
        (
            ["at", "noon", str(MINIMAL)],
            'kiosk: "noon" is not a moment such as "1746-04-15 06:00"',
        ),
        (
            ["at", "1746-04-16T12:00Z", str(MINIMAL)],
            'kiosk: "1746-04-16T12:00Z" carries a time zone; moments are local time',
        ),
        (["at", "1746-04-16", "/no/such"], ".:1:1: /no/such: is not a folder"),
        (
            ["render", str(MINIMAL), "--out", "x", "--language", "la"],
            'kiosk: "la" is not one of its languages: en',
        ),
        (
            ["render", "--out", "x", "--as", "talk", "--talk", "ful"],
            'kiosk: there is no talk "ful" (did you mean "full"?)',
        ),
        (
            ["render", str(MINIMAL), "--out", "x", "--as", "talk", "--language", "zh"],
            'kiosk: "zh" is not one of its languages: en',
        ),
        (
            ["render", "--out", "x", "--as", "talk", "--slides", "2-"],
            "kiosk render: Invalid value for '--slides': "
            '"2-" is not a list of numbers such as 1,3-5.',
        ),
        (
            ["render", "--out", "x", "--as", "pdf", "--slides", "2"],
            "kiosk render: --talk and --slides go with --as talk and --as slides",
        ),
        (
            ["present", "--room", "dark"],
            "kiosk present: Invalid value for '--room': 'dark' is not one of 'bright', 'dim'.",
        ),
        (
            ["run", str(MINIMAL), "--settings", "/no/such"],
            "such:1:1: cannot be read: No such file or directory",
        ),
    ],
)
def test_a_problem_of_use_is_one_line(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 1
    assert capsys.readouterr().err == f"{sentence}\n"


def test_a_talk_needs_a_display() -> None:
    done = shell("present", MINIMAL)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "kiosk: there is no display to give a talk on\n"


def test_the_talks_are_listed_without_a_display() -> None:
    done = shell("present", MINIMAL, "--list")
    assert done.returncode == 0
    assert done.stdout == "everything: 10 slides, 19 clicks, 9.5 minutes: Culloden\n"


def test_no_command_shows_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 1
    assert "Commands:\n  at " in capsys.readouterr().err


def test_at_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["at", "1746-04-16 13:00", str(MINIMAL), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert list(answer) == ["time", "units"]
    assert answer["time"] == "1746-04-16T13:00"
    keys = ["id", "side", "lon", "lat", "uncertainty_km", "status", "sources"]
    assert answer["units"]
    assert all(list(unit) == keys for unit in answer["units"])


def test_at_as_text_has_a_line_a_formation(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["at", "1746-04-16 13:00", str(MINIMAL)]) == 0
    when, head, *rows = capsys.readouterr().out.splitlines()
    assert when == "1746-04-16 13:00"
    assert head.split() == ["formation", "side", "lon", "lat", "±", "km", "status"]
    assert rows
    assert all(len(row.split()) == 6 for row in rows)


def test_at_names_the_problems_and_answers(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["at", "1746-04-16 13:00", str(broken)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("1746-04-16 13:00\n")
    assert '"nairm"' in told.err


def test_our_fault_goes_to_the_log(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(folder: Path) -> None:
        raise RuntimeError("a cog broke")

    monkeypatch.setattr(authoring, "read", fail)
    assert cli.main(["at", "1746-04-16", str(MINIMAL)]) == 3
    file = folders.state_folder() / "kiosk.log"
    told = capsys.readouterr()
    assert told.err == f"kiosk: this is our fault, not yours; what happened is in {file}\n"
    assert "RuntimeError: a cog broke" in file.read_text("utf-8")
    caplog.clear()


def test_check_does_without_qt() -> None:
    program = (
        "import sys; from kiosk.cli import main; main(['check', sys.argv[1]]); "
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(MINIMAL)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says whether there is a display")
def test_unshowable_content_without_a_display() -> None:
    done = shell("run", "/no/such", "--or-render")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ".:1:1: /no/such: is not a folder\n"


def test_run_waits_for_a_display_and_gives_up(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "await_display", lambda: False)
    assert cli.main(["run", str(MINIMAL)]) == 1
    told = capsys.readouterr()
    assert told.err == "kiosk: there is no display; none has come in 60 seconds\n"


def test_a_terminal_of_ascii_alone_is_answered() -> None:
    ascii_alone = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = shell("at", "1945-10-24T18:00", **ascii_alone)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert "\\xb1" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk is always full here")
def test_a_full_disk_is_said_once(tmp_path: Path) -> None:
    file = tmp_path / "campaign-kiosk" / "kiosk.log"
    file.parent.mkdir()
    file.symlink_to("/dev/full")
    program = (
        "import logging; from kiosk.desk import log; log.begin(); "
        "[logging.getLogger('x').info('line %d', n) for n in range(9)]"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tmp_path)},
        timeout=PATIENCE_S,
    )
    assert done.stderr == f"warning: the log is not written: {file}: No space left on device\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system names the folder")
def test_a_user_without_a_home_is_told_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setenv("XDG_STATE_HOME", "")
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = folders.state_folder()
    assert folders.state_folder() == folder
    assert folder.is_relative_to(tmp_path)
    assert capsys.readouterr().err == (
        "warning: this user has no home, so nothing is kept; "
        "XDG_STATE_HOME may name a folder for it\n"
    )


def test_without_a_display_run_draws_pictures_if_asked_to(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    from kiosk.publish import pictures

    asked: dict[str, object] = {}

    def draw(exhibit: object, folder: Path, out: Path, *, languages: tuple[str, ...]) -> bool:
        asked.update(folder=folder, out=out, languages=languages)
        return True

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "has_display", lambda: False)
    monkeypatch.setattr(pictures, "run", draw)
    assert cli.main(["run", str(MINIMAL), "--or-render"]) == 0
    out = tmp_path / "pictures"
    assert asked == {"folder": MINIMAL, "out": out, "languages": ("en",)}
    assert capsys.readouterr().out == (
        f"There is no display here, so the whole tour is drawn to pictures instead.\n{out}\n"
    )


def test_unshowable_content_is_shown_as_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from kiosk import app, closed
    from kiosk.desk import intake

    asked = []
    monkeypatch.setattr(app, "application", lambda settings, *, bare: None)
    monkeypatch.setattr(intake, "Intake", lambda folder: None)
    monkeypatch.setattr(
        closed, "run_closed", lambda settings, size, intake, why: asked.append(size)
    )
    assert cli.main(["run", "/no/such", "--windowed"]) == 1
    assert asked == [(1280, 720)]
    assert capsys.readouterr().err == ".:1:1: /no/such: is not a folder\n"


def test_without_fonts_the_exhibit_is_shown_as_closed_and_the_fault_is_ours(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    from kiosk import app, closed
    from kiosk.telling import fonts

    def application(settings: object, *, bare: bool) -> None:
        fonts.add_fonts(tmp_path)

    asked = []
    monkeypatch.setattr(app, "application", application)
    monkeypatch.setattr(closed, "run_closed", lambda settings, size, why: asked.append(size))
    assert cli.main(["run", str(MINIMAL), "--windowed"]) == cli.OUR_FAULT
    assert asked == [(1280, 720)]
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("kiosk: this is our fault, not yours; what happened is in ")
    assert caplog.messages == ["stopped"]
    caplog.clear()


def test_a_folder_is_not_asked_for_while_the_command_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stat(path: object, **_: object) -> None:
        assert path != "/a/share", "a share that hangs would keep the first picture waiting"

    with monkeypatch.context() as disk:
        disk.setattr(os, "stat", stat)
        context = cli.run.make_context("run", ["/a/share"])
    assert context.params["content"] == Path("/a/share")


@pytest.mark.parametrize(("level", "code"), [(logging.WARNING, 0), (logging.ERROR, 1)])
def test_render_is_not_whole_where_an_error_was_logged(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    level: int,
    code: int,
) -> None:
    from kiosk.publish import pictures

    def draw(*_: object, **__: object) -> bool:
        logging.getLogger("kiosk").log(level, "a page raised")
        return True

    monkeypatch.setattr(pictures, "run", draw)
    assert cli.main(["render", str(MINIMAL), "--out", str(tmp_path)]) == code
    caplog.clear()
