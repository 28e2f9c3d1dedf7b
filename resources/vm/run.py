"""A machine that is looked at: started, waited for, asked, and pictured."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from emulator import SHELL_S, Machine

EXHIBIT = "$(grep -lazx 'ru[n]' /proc/[0-9]*/cmdline | cut -d/ -f3)"
"""The process of the exhibit: a bare Debian has no pkill, and the unit's main process is cage."""

SETTINGS = "/etc/kiosk/settings.yaml"
STATE = "/var/lib/kiosk/state/campaign-kiosk"
LOG, HEALTH = f"{STATE}/kiosk.log", f"{STATE}/health.json"
DISK, DATA = "run.raw", "data.raw"
"""The disks of a run: the system's, and an empty one for what wants a disk of its own."""

FINGER, TOUCHES = Path(__file__).with_name("finger.py"), "/run/touches"


class Wrong(Exception):
    """The line that says what was seen in place of what was expected."""


def expect(held: bool, otherwise: str) -> None:
    """Raises Wrong unless it is so."""
    if not held:
        raise Wrong(otherwise)


class Run:
    """A machine with a disk of its own, a copy of the one in the `folder`, from power on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pictures = (folder / "pictures").resolve()
        self.pictures.mkdir(exist_ok=True)
        self.shots: list[str] = []
        self._machine: Machine | None = None

    @property
    def machine(self) -> Machine:
        """The machine that is on."""
        assert self._machine
        return self._machine

    def begin(self) -> None:
        """Power on, with a disk on which nothing has happened yet."""
        self.pull_the_plug()
        copy = ["cp", "--reflink=auto", "--sparse=always"]
        subprocess.run([*copy, str(self.folder / "disk.raw"), str(self.folder / DISK)], check=True)
        data = self.folder / DATA
        data.unlink(missing_ok=True)
        subprocess.run(["/usr/sbin/mke2fs", "-q", "-t", "ext4", str(data), "256M"], check=True)
        self.power_on()

    @property
    def is_on(self) -> bool:
        """True while the machine is on."""
        return self._machine is not None and self._machine.process.poll() is None

    def power_on(self, words: str = "") -> None:
        """Power on, with the disks as they are, and more words on the kernel's line."""
        self._machine = Machine(self.folder, (DISK, DATA), words)

    def pull_the_plug(self) -> None:
        """Power off, at once."""
        if self._machine:
            self._machine.pull_the_plug()
            self._machine = None

    def shown(self) -> float:
        """Waits for the exhibit on the screen; the seconds since power on."""
        at = self.machine.until_picture()
        self.machine.until("systemctl show kiosk -p SubState --value", "running")
        self.machine.until_picture()
        return at

    def ask(self, command: str) -> str:
        """What a command says there."""
        return self.machine.console.run(command)

    def number(self, command: str) -> int:
        """What a command counts there; raises Wrong."""
        said = self.ask(command)
        expect(said.isdecimal(), f"{command}: {said}")
        return int(said)

    def shot(self, name: str) -> None:
        """Keeps a picture."""
        path = self.pictures / f"{name}.png"
        with suppress(RuntimeError):  # a screen that is off
            self.machine.picture(path)
            self.shots.append(path.name)

    def same(self, before: list[bytes]) -> float:
        """The part of the screen that is as it was."""
        now = self.machine.look()
        return sum(a == b for a, b in zip(before, now, strict=True)) / len(before)

    def told(self, name: str) -> None:
        """Keeps what the exhibit's unit and its own log said last, for whoever asks why."""
        with suppress(TimeoutError, OSError):
            asked = f"journalctl -u kiosk --no-pager | tail -n 200; tail -n 100 {LOG}"
            said = self.machine.console.run(asked, SHELL_S)
            (self.pictures / f"{name}.txt").write_text(said + "\n", "utf-8")

    def settle(self, lines: Sequence[str]) -> None:
        """Has the machine follow other settings, these alone."""
        text = "".join(f"{line}\n" for line in lines)
        self.machine.console.put(SETTINGS, text)
        if "show it" in self.ask("/usr/local/bin/kiosk deploy"):
            self.shown()
        else:
            self.start_again()

    def plug_frame(self) -> None:
        """Plugs a touch frame in, and waits until the exhibit has heard of it."""
        self.machine.console.put("/root/finger.py", FINGER.read_text())
        self.ask(f"modprobe uinput; rm -f {TOUCHES}; mkfifo {TOUCHES}")
        self.machine.console.begin(f"python3 /root/finger.py <>{TOUCHES} &")
        self.machine.until(f'grep -c \'"touch": \\["\' {HEALTH}', "1")

    def finger(self, x: float, y: float) -> None:
        """A finger on that frame, at a place of the panel, however its picture is turned."""
        self.ask(f"echo {x} {y} >{TOUCHES}")

    def start_again(self) -> None:
        """Has systemd start the exhibit anew; it counts this with the five of ten minutes else."""
        self.ask("systemctl reset-failed kiosk; systemctl restart kiosk")
        self.shown()

    @property
    def restarts(self) -> int:
        """The number of times that systemd has started the exhibit again."""
        return self.number("systemctl show kiosk -p NRestarts --value")

    def until_again(self, before: int) -> None:
        """Waits until the exhibit has been started once more, and is shown."""
        self.machine.until(
            f"test $(systemctl show kiosk -p NRestarts --value) -gt {before}; echo $?", "0"
        )
        self.shown()

    def moment(self, which: str) -> float:
        """When the unit of the exhibit came to a state, in seconds of that machine's own clock."""
        return self.number(f"systemctl show kiosk -p {which}TimestampMonotonic --value") / 1e6

    def began(self) -> float:
        """When the exhibit was last begun, on that clock: what comes before its compositor too."""
        lines = "journalctl -u kiosk -o short-monotonic --no-pager | grep ' Starting '"
        return float(self.ask(f"{lines} | tail -n 1 | tr -d '[' | cut -d']' -f1"))
