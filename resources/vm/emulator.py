"""One exhibit machine in qemu: start it, look at it, touch it, type into it, pull its plug.

Standard library only. KVM where it runs an ordinary kernel, else emulation, about ten times slower:
so whoever waits here waits for a state, never for seconds.
"""

from __future__ import annotations

import base64
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

PATIENCE_S = 1200
"""So long is waited for what never comes; on a busy host a boot takes more than half of it."""

SHELL_S = 60
"""A shell that has not answered by then was not there when it was asked."""

STILL = 6
"""So many looks, a second apart, must show the same."""

FAR = 40
"""Colours that differ more in red, green or blue are others."""

OFF = 3
"""A screen that is off has no more: black, and what says so."""

EMULATED = "mitigations=off tsc=reliable clocksource=tsc"
"""What an emulated kernel does without: guards against a processor that it has not, and a clock
behind the bus, which it trusts more than its own, and which each frame asks many times."""

DRIVE = "if=virtio,format=raw,cache=writeback"

LOUD = 1000
"""A sample of more is no noise."""

LATELY = 4_000_000
"""Bytes of some twenty seconds of sound."""

COLOURS = 50
"""A console has fewer."""


def has_kvm() -> bool:
    """True if KVM runs an ordinary kernel: under kvm_pvm it opens, and Debian's kernel hangs."""
    try:
        os.close(os.open("/dev/kvm", os.O_RDWR))
    except OSError:
        return False
    return any(Path("/sys/module", name).exists() for name in ("kvm_intel", "kvm_amd"))


class Console:
    """A root shell on the second serial port, where the kernel's line has `kiosk.test`."""

    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(path))
        self._count = 0

    def begin(self, command: str) -> None:
        """Sends a command whose end nobody waits for."""
        self._socket.sendall(f"stty -echo 2>/dev/null; {command}\n".encode())

    def heard(self, seconds: float) -> str:
        """Whatever it says in that time."""
        end, seen = time.monotonic() + seconds, b""
        while (left := end - time.monotonic()) > 0:
            self._socket.settimeout(left)
            with suppress(TimeoutError):
                seen += self._socket.recv(65536)
        return seen.decode(errors="replace").replace("\r", "")

    def until_says(self, text: str) -> str:
        """Whatever it says until it has said this; raises TimeoutError."""
        seen = b""
        self._socket.settimeout(PATIENCE_S)
        while text.encode() not in seen:
            seen += self._socket.recv(65536)
        return seen.decode(errors="replace").replace("\r", "")

    def put(self, path: str, text: str) -> None:
        """Writes a file there; a terminal takes no long lines."""
        code = base64.encodebytes(text.encode()).decode()
        self.run(f"base64 -d >{path} <<'END'\n{code}END")

    def run(self, command: str, timeout: float = PATIENCE_S) -> str:
        """A command's output."""
        self._count += 1
        mark = f"done-{self._count}"
        self._socket.settimeout(timeout)
        # the mark is split in what is sent, so that the terminal's echo does not hold it
        line = f"stty -echo 2>/dev/null; {command}\necho do''ne-{self._count} $?\n"
        self._socket.sendall(line.encode())
        seen, end = b"", re.compile(rf"{mark} \d+\s".encode())  # else the rest begins the next
        while not end.search(seen):
            seen += self._socket.recv(65536)
        text = seen.decode(errors="replace").replace("\r", "")
        text = text[: text.index(f"{mark} ")]
        # before it may stand what came too late for whom it was meant
        lines = re.split(r"done-\d+ \d+\n", text)[-1].splitlines()
        echoes = ("stty -echo", "do''ne")
        return "\n".join(line for line in lines if not any(e in line for e in echoes)).strip()


class Machine:
    """A machine of the files in `folder`, from power on.

    `disks` are files there, the system's first; `words` end the kernel's line.
    """

    def __init__(self, folder: Path, disks: Sequence[str], words: str = "") -> None:
        self.place = Path(tempfile.mkdtemp(prefix="kiosk-vm-"))
        self.sound = self.place / "sound.wav"
        kvm = has_kvm()
        line = "root=/dev/vda rw console=tty0 console=ttyS0 kiosk.test"
        line += "" if kvm else f" {EMULATED}"
        self.began = time.monotonic()
        arguments = [
            *("-nodefaults", "-no-user-config", "-display", "none", "-m", "2048", "-smp", "1"),
            *("-machine", "q35", "-accel", "kvm" if kvm else "tcg,tb-size=512"),
            *("-cpu", "host,-arch-capabilities" if kvm else "max"),
            *("-kernel", str(folder / "vmlinuz"), "-initrd", str(folder / "initrd")),
            *("-append", f"{line} loglevel=3 vt.global_cursor_default=0 {words}"),
            *(word for disk in disks for word in ("-drive", f"file={folder / disk},{DRIVE}")),
            *("-device", "qemu-xhci", "-device", "usb-tablet", "-device", "usb-kbd"),
            *("-device", "virtio-rng-pci", "-device", "i6300esb", "-action", "watchdog=reset"),
            *("-serial", f"file:{self.place}/serial.log"),
            *("-serial", f"unix:{self.place}/console,server=on,wait=off"),
            *("-qmp", f"unix:{self.place}/qmp,server=on,wait=off"),
            *("-audiodev", f"wav,id=sound,path={self.sound}"),
            *("-device", "intel-hda", "-device", "hda-output,audiodev=sound"),
            *("-vga", "none", "-device", "virtio-gpu-pci,xres=1280,yres=720"),
        ]
        self.process = subprocess.Popen(
            ["qemu-system-x86_64", *arguments], stdin=subprocess.DEVNULL, start_new_session=True
        )
        self._until("qemu", lambda: (self.place / "qmp").exists())
        self._qmp = socket.socket(socket.AF_UNIX)
        self._qmp.connect(f"{self.place}/qmp")
        self._lines = self._qmp.makefile("r")
        self._lines.readline()
        self.qmp("qmp_capabilities")
        self.console = Console(self.place / "console")

    def age(self) -> float:
        """The seconds since power on."""
        return time.monotonic() - self.began

    def qmp(self, execute: str, **arguments: object) -> Any:
        """The emulator's answer to a command; raises RuntimeError."""
        said = json.dumps({"execute": execute, "arguments": arguments})
        self._qmp.sendall(said.encode() + b"\n")
        while True:
            answer = json.loads(self._lines.readline())
            if "error" in answer:
                raise RuntimeError(answer["error"])
            if "return" in answer:
                return answer["return"]

    def picture(self, path: Path) -> Path:
        """The screen, as a PNG."""
        self.qmp("screendump", filename=str(path), format="png")
        return path

    def look(self) -> list[bytes]:
        """The colours of some pixels of the screen, always the same ones; none where it is off."""
        file = self.place / "look.ppm"
        try:
            self.qmp("screendump", filename=str(file))
            data = file.read_bytes()[20:]
        except (RuntimeError, OSError):
            return []
        return [data[i : i + 3] for i in range(0, len(data) - 3, 3 * 997)]

    def colours(self) -> int:
        """The number of their colours."""
        return len({*self.look()})

    def until_picture(self) -> float:
        """Waits for an exhibit on the screen; the seconds since power on."""
        return self._until("picture", lambda: self.colours() > COLOURS)

    def until_dark(self) -> float:
        """Waits until the exhibit has gone from the screen."""
        return self._until("darkness", lambda: self.colours() <= COLOURS)

    def until_off(self) -> float:
        """Waits until the screen is black, or says that it is off."""
        return self._until("black screen", lambda: self.colours() <= OFF)

    def pixel(self, x: float, y: float) -> tuple[int, ...]:
        """The colour of a place, which is a part of the screen."""
        file = self.place / "look.ppm"
        self.qmp("screendump", filename=str(file))
        _, size, _, data = file.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        at = 3 * (int(y * height) * width + int(x * width))
        return tuple(data[at : at + 3])

    def until_other(self, x: float, y: float, colour: tuple[int, ...]) -> float:
        """Waits until a place is of quite another colour."""

        def other() -> bool:
            return max(abs(a - b) for a, b in zip(self.pixel(x, y), colour, strict=True)) > FAR

        return self._until("change", other)

    def until_like(
        self, x: float, y: float, colour: tuple[int, ...], otherwise: Callable[[], None]
    ) -> float:
        """Waits until a place is of about a colour; does something at each look before."""

        def like() -> bool:
            near = max(abs(a - b) for a, b in zip(self.pixel(x, y), colour, strict=True)) <= FAR
            if not near:
                otherwise()
            return near

        return self._until("colour", like)

    def until_changed(
        self, before: list[bytes], meanwhile: Callable[[], None] = lambda: None
    ) -> float:
        """Waits until something of the screen is other than before; does something at each look."""

        def changed() -> bool:
            meanwhile()
            return self.look() != before

        return self._until("change", changed)

    def until_still(self, meanwhile: Callable[[], None] = lambda: None) -> float:
        """Waits until the screen stays as it is for a while; does something before each look."""
        seen: list[list[bytes]] = []

        def still() -> bool:
            meanwhile()
            seen.append(self.look())
            return len(seen) > STILL and all(one == seen[-1] for one in seen[-STILL:])

        return self._until("stillness", still)

    def until(self, command: str, answer: str) -> float:
        """Waits until a command at the console answers so; before the shell is up nothing does."""

        def answers() -> bool:
            try:
                return self.console.run(command, SHELL_S) == answer
            except TimeoutError:
                return False

        return self._until(f"{command}: {answer}", answers)

    def _until(self, what: str, condition: Callable[[], bool]) -> float:
        end = time.monotonic() + PATIENCE_S
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(f"no {what} within {PATIENCE_S} s")
            time.sleep(1)
        return self.age()

    def until_loud(self) -> float:
        """Waits until something is heard."""

        def loud() -> bool:
            with self.sound.open("rb") as file:  # the card writes silence too, all the time
                file.seek(max(44, file.seek(0, os.SEEK_END) // 4 * 4 - LATELY))
                data = file.read()
            return max(array("h", data[: len(data) // 2 * 2]), default=0) > LOUD

        return self._until("sound", loud)

    def touch(self, x: float, y: float, hold: float = 0.1) -> None:
        """A press of the absolute pointer at a fraction of the screen."""
        at = [
            {"type": "abs", "data": {"axis": axis, "value": int(value * 32767)}}
            for axis, value in (("x", x), ("y", y))
        ]
        self.qmp("input-send-event", events=at)
        for down in (True, False):
            time.sleep(hold)
            button = {"type": "btn", "data": {"button": "left", "down": down}}
            self.qmp("input-send-event", events=[button])

    def keys(self, *names: str) -> None:
        """Keys pressed together, as `keys("ctrl", "alt", "f2")`."""
        self.qmp("send-key", keys=[{"type": "qcode", "data": name} for name in names])

    def plug(self, name: str, image: Path) -> None:
        """Plugs a stick in."""
        file = {"driver": "file", "filename": str(image)}
        self.qmp("blockdev-add", **{"driver": "raw", "node-name": name, "file": file})
        self.qmp("device_add", driver="usb-storage", id=f"stick-{name}", drive=name)

    def unplug(self, name: str) -> None:
        """Pulls it out."""
        self.qmp("device_del", id=f"stick-{name}")

    def pull_the_plug(self) -> None:
        """Ends it at once; what the guest has not flushed is lost."""
        self.process.kill()
        self.process.wait()


if __name__ == "__main__":  # the exit code says whether a machine would be fast
    sys.exit(not has_kvm())
