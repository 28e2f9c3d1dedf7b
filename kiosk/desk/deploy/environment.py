"""The software on the machine: an environment for each version, and links to this and the last."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kiosk.desk.deploy.machine import Failed, Machine
from kiosk.desk.deploy.steps import Link
from kiosk.machine import folders, whole

HOME = "/opt/kiosk"
CURRENT, LAST = f"{HOME}/current", f"{HOME}/last"
EXTRAS = ("staff", "report")
"""The extras of the software that a machine on a floor has."""

SOURCE = ".source"
"""The file of an environment that names the wheel it was made from, by its sum."""


def origin() -> Path | None:
    """The folder or wheel that this program was installed from, where it is there still."""
    source = folders.resources().parent
    if (source / "pyproject.toml").is_file():
        return source
    try:
        told = json.loads(distribution("campaign-kiosk").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return None
    address = urlsplit(str(told.get("url", "")))
    found = Path(unquote(address.path))
    return found if address.scheme == "file" and found.exists() else None


def wheel_of(source: Path, machine: Machine, aside: Path) -> Path:
    """The wheel itself, or one made of a source folder in the folder `aside`; raises Failed."""
    if source.suffix == ".whl":
        return source
    machine.run([*pip(), "wheel", "-q", "--no-deps", "-w", str(aside), str(source)])
    found = list(aside.glob("*.whl"))
    if len(found) != 1:
        raise Failed(f"{source} makes no wheel")
    return found[0]


def pip() -> list[str]:
    """The pip of this program: the system's Python has none on a bare Debian."""
    return [sys.executable, "-m", "pip", "--disable-pip-version-check"]


def python() -> str:
    """The system's own Python, which environments are made with: ours may go."""
    return shutil.which("python3", path="/usr/local/bin:/usr/bin:/bin") or "python3"


@dataclass(frozen=True)
class Environment:
    """The software of a wheel in an environment of its own, which then is the current one.

    `wheels` is a folder of all that it needs, for a machine without a network.
    """

    wheel: Path
    wheels: Path | None = None

    def says(self, machine: Machine) -> str:
        return f"make an environment of {self.wheel.name} in {HOME}, and keep the last one"

    def is_done(self, machine: Machine) -> bool:
        return not machine.live or _source(machine, CURRENT) == self._sum()

    def do(self, machine: Machine) -> None:
        home = machine.at(HOME)
        home.mkdir(parents=True, exist_ok=True)
        numbers = [int(path.name) for path in home.iterdir() if path.name.isdecimal()]
        new = home / str(max(numbers, default=0) + 1)
        try:
            machine.run([python(), "-m", "venv", str(new)])
            where = [f"--find-links={self.wheels}", "--no-index"] if self.wheels else []
            what = f"campaign-kiosk[{','.join(EXTRAS)}] @ {self.wheel.resolve().as_uri()}"
            theirs = [str(new / "bin" / "python"), *pip()[1:]]
            machine.run([*theirs, "install", "-q", *where, what])
            machine.run([str(new / "bin" / "kiosk"), "--version"])
            whole.write(new / SOURCE, self._sum(), safe=True)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        before = machine.at(CURRENT)
        if before.is_symlink():
            Link(LAST, str(before.readlink()), "").do(machine)
        Link(CURRENT, new.name, "").do(machine)
        _sweep(machine)

    def _sum(self) -> str:
        return hashlib.sha256(self.wheel.read_bytes()).hexdigest()


@dataclass(frozen=True)
class Back:
    """The last environment in place of the current one, and the other way round."""

    def says(self, machine: Machine) -> str:
        current, last = (machine.at(path).readlink() for path in (CURRENT, LAST))
        return f"go back from environment {current} to {last}"

    def is_done(self, machine: Machine) -> bool:
        return False

    def do(self, machine: Machine) -> None:
        current, last = (str(machine.at(path).readlink()) for path in (CURRENT, LAST))
        Link(LAST, current, "").do(machine)
        Link(CURRENT, last, "").do(machine)


@dataclass(frozen=True)
class Gone:
    """No environment any more."""

    def says(self, machine: Machine) -> str:
        return f"remove {HOME}"

    def is_done(self, machine: Machine) -> bool:
        return not machine.at(HOME).exists()

    def do(self, machine: Machine) -> None:
        shutil.rmtree(machine.at(HOME))


def _source(machine: Machine, path: str) -> str:
    try:
        return (machine.at(path) / SOURCE).read_text("utf-8")
    except OSError:
        return ""


def _sweep(machine: Machine) -> None:
    """Removes all environments but this and the last."""
    kept = {machine.at(path).resolve() for path in (CURRENT, LAST)}
    for path in machine.at(HOME).iterdir():
        if path.name.isdecimal() and path.resolve() not in kept:
            shutil.rmtree(path, ignore_errors=True)
