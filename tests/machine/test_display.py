"""Whether there is a display, and the wait for one."""

from __future__ import annotations

import ctypes
import socket
import sys
import threading
from pathlib import Path

import pytest

from kiosk.machine import display

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux says whether there is a display"
)


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


def no_library(name: str) -> None:
    raise OSError(name)


@pytest.mark.parametrize(
    ("environment", "there"),
    [
        ({}, False),
        ({"DISPLAY": "127.0.0.1:0"}, True),
        ({"DISPLAY": "tcp/127.0.0.1:0.1"}, True),
        ({"DISPLAY": "127.0.0.1:1"}, False),
        ({"DISPLAY": "127.0.0.1:99999999999"}, False),
        ({"DISPLAY": "127.0.0.1:"}, False),
        ({"DISPLAY": ":59999"}, False),
        ({"DISPLAY": "nonsense"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"WAYLAND_DISPLAY": "gone"}, False),
        ({"WAYLAND_DISPLAY": "left-behind"}, False),
        ({"WAYLAND_DISPLAY": "gone", "DISPLAY": "127.0.0.1:0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "wayland", "WAYLAND_DISPLAY": "gone"}, False),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
def test_what_counts_as_a_display(
    environment: dict[str, str], there: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has few letters
    (tmp_path / "left-behind").touch()
    monkeypatch.setattr(ctypes, "CDLL", no_library)  # whoever listens is taken for an X server
    with socket.socket(socket.AF_UNIX) as compositor, socket.socket() as x_server:
        compositor.bind("wayland-0")
        compositor.listen()
        x_server.bind(("127.0.0.1", 0))
        x_server.listen()
        monkeypatch.setattr(display, "X_PORT", x_server.getsockname()[1])
        monkeypatch.setenv("XDG_RUNTIME_DIR", ".")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert display.has_display() is there


def test_a_host_that_never_answers_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address == ("gone", 6002)
        threading.Event().wait()
        raise AssertionError

    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr(display, "ANSWER_S", 0.01)
    monkeypatch.setenv("DISPLAY", "gone:2")
    assert not display.has_display()


@pytest.mark.parametrize(("comes_s", "there"), [(0, True), (30, True), (60, True), (61, False)])
def test_a_display_is_awaited_for_a_minute(
    comes_s: int, there: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(display, "has_display", lambda: clock[0] >= comes_s)

    def sleep(seconds: float) -> None:
        clock[0] += seconds

    assert display.await_display(now=lambda: clock[0], sleep=sleep) is there
    assert clock[0] <= display.WAIT_S
