"""The machine that is deployed to: a folder for its root, its Debian, what it has already."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


class Failed(Exception):
    """The one line that says why the machine can't be deployed to."""


Runner = Callable[[Sequence[str]], str]
"""Runs a command and gives its standard output; raises Failed if it ends badly."""


def run(command: Sequence[str]) -> str:
    """Runs a command here, its standard error on the terminal."""
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, check=False, env=surroundings
        )
    except OSError as error:
        raise Failed(f"{command[0]}: {error.strerror}") from None
    if done.returncode:
        raise Failed(f"{shlex.join(command)} has ended with {done.returncode}")
    return done.stdout


FLAT = {"ast", "bochs-drm", "cirrus", "hyperv_drm", "mgag200", "simple-framebuffer"} | {
    "vboxvideo",
    "virtio-pci",
    "virtio_gpu",
    "vmwgfx",
}
"""Drivers of screens that draw nothing in 3D, or not well; a render node says nothing of it."""


@dataclass(frozen=True)
class Machine:
    """A system that lies under `root`; `live` is the one that commands reach."""

    root: Path = Path("/")
    run: Runner = run

    @property
    def live(self) -> bool:
        """True for the system that we run on."""
        return self.root == Path("/")

    @property
    def runs(self) -> bool:
        """True if systemd runs it; false in an image that is being built."""
        return self.live and Path("/run/systemd/system").is_dir()

    def at(self, path: str) -> Path:
        """The place of a path such as /etc/fstab."""
        return self.root / path.lstrip("/")

    @property
    def debian(self) -> int:
        """The number of its Debian; raises Failed for another system."""
        try:
            lines = self.at("/etc/os-release").read_text("utf-8").splitlines()
        except OSError as error:
            raise Failed(f"{self.at('/etc/os-release')}: {error.strerror}") from None
        known = dict(line.split("=", 1) for line in lines if "=" in line)
        number = known.get("VERSION_ID", "").strip('"')
        if known.get("ID", "").strip('"') != "debian" or not number.isdecimal():
            raise Failed("kiosk deploy knows Debian 12 and 13; this is another system")
        if int(number) < 12:
            raise Failed(f"Debian {number} is too old: 12 or 13 it must be")
        return int(number)

    @property
    def installed(self) -> set[str]:
        """The Debian packages that it has."""
        try:
            text = self.at("/var/lib/dpkg/status").read_text("utf-8", errors="replace")
        except OSError:
            return set()
        parts = [
            dict(line.split(": ", 1) for line in part.splitlines() if ": " in line)
            for part in text.split("\n\n")
        ]
        installed = "install ok installed"
        return {part["Package"] for part in parts if part.get("Status") == installed}

    @property
    def outputs(self) -> dict[str, bool]:
        """The outputs by their names, such as HDMI-A-1, and whether a screen is plugged in."""
        found = sorted(self.at("/sys/class/drm").glob("card[0-9]-*/status"))
        return {
            path.parent.name.partition("-")[2]: path.read_text("ascii").strip() == "connected"
            for path in found
        }

    @property
    def draws_in_3d(self) -> bool:
        """True if one of its screens has a driver that is good at 3D."""
        drivers = [
            (card / "device" / "driver").resolve().name
            for card in self.at("/sys/class/drm").glob("card[0-9]")
        ]
        return any(driver not in FLAT for driver in drivers)

    @property
    def forgets(self) -> bool:
        """True if what is written to its root is gone with the next start."""
        return self._mounts.get("/") == "overlay" and self.at("/media/root-ro").is_dir()

    def must_keep(self, command: str) -> None:
        """Raises Failed with how a command is run that writes to a root which forgets."""
        if self.forgets:
            said = "this root forgets what is written to it"
            raise Failed(f"{said}: sudo overlayroot-chroot {command}")

    def is_mount(self, path: str) -> bool:
        """True if a file system of its own is mounted there."""
        return path in self._mounts

    @property
    def _mounts(self) -> dict[str, str]:
        """The kinds of the file systems by where they are mounted."""
        try:
            lines = self.at("/proc/self/mounts").read_text("utf-8").splitlines()
        except OSError:
            return {}
        parts = [line.split() for line in lines]
        return {part[1]: part[2] for part in parts if len(part) > 2}
