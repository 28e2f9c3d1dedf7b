"""Content on a share: who touches it, and one that hangs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE_S

RESCUE_S = PATIENCE_S / 10
"""A window that has stood still for so long is rescued, to fail its test."""

_listeners: list[Callable[[object], object]] = []


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if _listeners and event in ("open", "os.listdir", "os.scandir"):
        for listener in _listeners:
            listener(arguments[0])


sys.addaudithook(_hear)  # there is no way to take one away


@contextmanager
def touches(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What of a folder this thread opens, lists or asks after, as far as Python sees it."""
    mine, found = threading.get_ident(), list[str]()

    def note(path: object) -> None:
        named = isinstance(path, str | bytes | os.PathLike)
        if named and threading.get_ident() == mine:
            name = os.fsdecode(path)  # type: ignore[arg-type]
            if Path(os.path.abspath(name)).is_relative_to(folder):
                found.append(name)

    def noted(ask: Callable[..., object]) -> Callable[..., object]:
        def asked(path: object, *rest: object, **options: object) -> object:
            note(path)
            return ask(path, *rest, **options)

        return asked

    with monkeypatch.context() as system:
        for name in ("stat", "lstat", "readlink", "access"):
            system.setattr(os, name, noted(getattr(os, name)))
        _listeners.append(note)
        yield found
        _listeners.remove(note)


class Share:
    """A folder mounted by a process that can be stopped: then it answers nobody."""

    def __init__(self, disk: Path, folder: Path) -> None:
        self.folder = folder
        fresh = ["-o", "attr_timeout=0", "-o", "entry_timeout=0"]
        subprocess.run(["bindfs", *fresh, disk, folder], check=True, capture_output=True)
        self._server = next(pid for pid in _processes() if str(folder) in _command(pid))
        self.rescued = False

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """The share answers nobody; a window that stands still is rescued, which fails."""
        os.kill(self._server, signal.SIGSTOP)
        rescue = threading.Timer(RESCUE_S, self._rescue)
        rescue.start()
        try:
            yield
        finally:
            rescue.cancel()
            os.kill(self._server, signal.SIGCONT)
        assert not self.rescued, "the window stood still"

    def _rescue(self) -> None:
        self.rescued = True
        os.kill(self._server, signal.SIGCONT)

    def close(self) -> None:
        subprocess.run(["fusermount", "-uz", self.folder], check=True)


def _processes() -> Iterator[int]:
    yield from (int(path.name) for path in Path("/proc").iterdir() if path.name.isdecimal())


def _command(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/cmdline").read_text("utf-8").split("\0")
    except OSError:
        return []


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Callable[[Path], Share]]:
    """Puts a copy of a content folder on a share."""
    if not (shutil.which("bindfs") and os.access("/dev/fuse", os.W_OK)):
        pytest.skip("no bindfs to make a share of")
    shares: list[Share] = []

    def put(folder: Path) -> Share:
        disk = Path(shutil.copytree(folder, tmp_path / "disk"))
        (tmp_path / "share").mkdir()
        shares.append(Share(disk, tmp_path / "share"))
        return shares[-1]

    yield put
    for made in shares:
        made.close()
