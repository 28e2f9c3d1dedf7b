"""The steps of a deployment: each knows whether it is done, does itself, and says so in a line."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.desk.deploy.machine import Machine
from kiosk.machine import whole


class Step(Protocol):
    """A part of a deployment."""

    def says(self, machine: Machine) -> str:
        """A line of what it will do."""

    def is_done(self, machine: Machine) -> bool:
        """True if there is nothing to do."""

    def do(self, machine: Machine) -> None:
        """Does it; raises OSError, or Failed."""


def mark(path: Path) -> str:
    """A mark of what stands at a path: a sum, an arrow to where a link leads, or ""."""
    if path.is_symlink():
        return f"-> {path.readlink()}"
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@dataclass(frozen=True)
class Put:
    """A file of ours; one that the machine's own people wrote is theirs once it is there."""

    path: str
    text: str
    theirs: bool = False

    @property
    def mark(self) -> str:
        """The mark of the file when it is written."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def says(self, machine: Machine) -> str:
        return f"{'change' if machine.at(self.path).exists() else 'write'} {self.path}"

    def is_done(self, machine: Machine) -> bool:
        path = machine.at(self.path)
        return path.exists() if self.theirs else mark(path) == self.mark

    def do(self, machine: Machine) -> None:
        path = machine.at(self.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            path.unlink()
        whole.write(path, self.text, safe=True)


@dataclass(frozen=True)
class Link:
    """A symbolic link, as `systemctl enable` and `mask` make them."""

    path: str
    to: str
    why: str

    @property
    def mark(self) -> str:
        """The mark of the link."""
        return f"-> {self.to}"

    def says(self, machine: Machine) -> str:
        return f"{self.why}: link {self.path} to {self.to}"

    def is_done(self, machine: Machine) -> bool:
        return mark(machine.at(self.path)) == self.mark

    def do(self, machine: Machine) -> None:
        path = machine.at(self.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".part-{path.name}")
        part.unlink(missing_ok=True)
        part.symlink_to(self.to)
        part.replace(path)
        whole.settle(path.parent)


@dataclass(frozen=True)
class Clear:
    """A file or link that an earlier deployment left; it goes if it is as it was left."""

    path: str
    left: str

    def says(self, machine: Machine) -> str:
        if self._changed(machine):
            return f"leave {self.path}, which was changed since"
        return f"remove {self.path}"

    def is_done(self, machine: Machine) -> bool:
        return mark(machine.at(self.path)) == ""

    def do(self, machine: Machine) -> None:
        if not self._changed(machine):
            machine.at(self.path).unlink()
            whole.settle(machine.at(self.path).parent)

    def _changed(self, machine: Machine) -> bool:
        return mark(machine.at(self.path)) != self.left


@dataclass(frozen=True)
class Command:
    """A command, never for a system in a folder; one that is not `due` is done.

    Where it is for what `runs`, an image that is being built does without. One that comes
    `last` is for the changes before it.
    """

    line: Sequence[str]
    why: str
    due: bool = True
    runs: bool = False
    last: bool = False

    def says(self, machine: Machine) -> str:
        return f"{self.why}: {shlex.join(self.line)}"

    def is_done(self, machine: Machine) -> bool:
        return not (self.due and machine.live and (machine.runs or not self.runs))

    def do(self, machine: Machine) -> None:
        machine.run(self.line)
