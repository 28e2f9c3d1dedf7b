"""A service manager that hears what it is told."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S


class Manager:
    """The socket that a service is given as NOTIFY_SOCKET."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(address)

    def hears(self) -> list[str]:
        """All lines that have come by now."""
        self._socket.settimeout(0)
        lines: list[str] = []
        while True:
            try:
                lines += self._socket.recv(4096).decode().split("\n")
            except BlockingIOError:
                return lines

    def waits_for(self, beginning: str) -> str:
        """The next line with this beginning."""
        self._socket.settimeout(PATIENCE_S)
        while True:
            for line in self._socket.recv(4096).decode().split("\n"):
                if line.startswith(beginning):
                    return line

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["file", "abstract"])
def manager(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Manager]:
    address = str(tmp_path / "notify") if request.param == "file" else f"@kiosk-{tmp_path}"
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    listening = Manager(address.replace("@", "\0", 1) if request.param == "abstract" else address)
    yield listening
    listening.close()
