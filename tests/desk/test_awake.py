"""The screen stays awake while something is shown, and sleeps as before afterwards."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

from kiosk.desk.awake import COMMAND, Awake, has_server, hold_x
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
FOUND = (600, 300, 1, 1)


class Server:
    """An X server as two libraries show it: what its screen saver and power saving are set to."""

    def __init__(self, *, saving: bool | None) -> None:
        self.saver: tuple[int, ...] = FOUND
        self.saving = saving
        self.x11, self.xext = MagicMock(), MagicMock()
        self.x11.XOpenDisplay.return_value = 1
        self.x11.XGetScreenSaver.side_effect = self._tell_saver
        self.x11.XSetScreenSaver.side_effect = self._set_saver
        self.xext.DPMSQueryExtension.return_value = saving is not None
        self.xext.DPMSInfo.side_effect = self._tell_saving
        self.xext.DPMSDisable.side_effect = lambda _: self._save(False)
        self.xext.DPMSEnable.side_effect = lambda _: self._save(True)

    def _tell_saver(self, _: object, *into: Any) -> None:
        for pointer, value in zip(into, self.saver, strict=True):
            ctypes.cast(pointer, ctypes.POINTER(ctypes.c_int))[0] = value

    def _set_saver(self, _: object, *values: int) -> None:
        self.saver = values

    def _tell_saving(self, _: object, level: Any, state: Any) -> None:
        ctypes.cast(state, ctypes.POINTER(ctypes.c_ubyte))[0] = bool(self.saving)

    def _save(self, saving: bool) -> None:
        self.saving = saving


@pytest.mark.parametrize(
    ("surroundings", "has"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, False),
        ({}, False),
    ],
)
def test_under_wayland_no_x_server_is_started_to_be_asked(
    surroundings: dict[str, str], has: bool
) -> None:
    assert has_server(surroundings) is has


@pytest.mark.parametrize(("saving", "held"), [(True, False), (False, False), (None, None)])
def test_what_the_server_does_is_stopped_and_given_back(
    saving: bool | None, held: bool | None
) -> None:
    server = Server(saving=saving)
    release = hold_x(server.x11, server.xext)
    assert (server.saver, server.saving) == ((0, *FOUND[1:]), held)
    release()
    assert (server.saver, server.saving) == (FOUND, saving)


def test_a_server_that_refuses_is_left_alone() -> None:
    server = Server(saving=True)
    server.x11.XOpenDisplay.return_value = None
    hold_x(server.x11, server.xext)()
    assert (server.saver, server.saving) == (FOUND, True)


def test_it_ends_with_its_input_and_says_nothing_where_nothing_sleeps() -> None:
    done = subprocess.run(
        COMMAND,
        input="",
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": "/no/such"},
        timeout=PATIENCE_S,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("command", [["/no/such"], [sys.executable, "-c", "raise SystemExit(3)"]])
def test_a_process_that_fails_is_nothing_to_the_exhibit(qapp: object, command: list[str]) -> None:
    Awake(command, end_ms=60_000).close()


def test_the_process_gives_back_before_the_exhibit_ends(qapp: object, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; sys.stdin.read(); pathlib.Path(sys.argv[1]).write_text('given back')"
    )
    awake = Awake([sys.executable, "-c", program, str(tmp_path / "said")], end_ms=60_000)
    awake.close()
    assert (tmp_path / "said").read_text() == "given back"
