"""Scenarios of an exhibit machine in the emulator: each says what it saw, with a picture.

    python resources/vm/scenarios.py FOLDER [NAME ...]

FOLDER is what build.sh leaves (disk.raw, vmlinuz, initrd); pictures go into FOLDER/pictures. The
disk itself is never written: each run has a copy of its own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from emulator import Machine

SHOW = "systemctl show kiosk -p MainPID --value"
EXHIBIT = "$(grep -lazx 'ru[n]' /proc/[0-9]*/cmdline | cut -d/ -f3)"
"""The process of the exhibit: a bare Debian has no pkill, and the unit's main process is cage."""

KEYS = (
    *(("ctrl", "alt", "f2"), ("alt", "f2"), ("alt", "left"), ("alt", "esc"), ("alt", "f4")),
    *(("alt", "tab"), ("meta_l",), ("ctrl", "alt", "backspace"), ("ctrl", "alt", "delete")),
    *(("alt", "sysrq", "f"), ("print",), ("ctrl", "w"), ("f11",), ("esc",), ("menu",)),
    *(("power",), ("sleep",)),
)
"""Keys by which a visitor might leave the exhibit."""

DOOR = (0.12, 0.85)
"""Where a door of home lies, as a part of the screen."""


class Run:
    """A machine that is looked at; `shot` keeps a picture under the scenario's name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "pictures").mkdir(exist_ok=True)
        copy = ["cp", "--reflink=auto", "--sparse=always"]
        subprocess.run([*copy, str(folder / "disk.raw"), str(folder / "run.raw")], check=True)
        self.start()

    def start(self) -> None:
        """Power on."""
        self.machine = Machine(self.folder, "run.raw")

    def shot(self, name: str) -> None:
        """Keeps a picture."""
        self.machine.picture((self.folder / "pictures" / f"{name}.png").resolve())

    def say(self, line: str) -> None:
        """A line of what was seen."""
        print(line, flush=True)


def boot(run: Run) -> None:
    """Power on to the first picture; then what the machine says of itself."""
    run.say(f"boot: picture {run.machine.until_picture():.0f} s after power on")
    run.shot("boot")
    run.machine.until("systemctl show kiosk -p SubState --value", "running")
    for line in run.machine.console.run("kiosk doctor").splitlines():
        run.say(f"  {line}")
    state = "systemctl show kiosk -p NRestarts,StatusText; systemctl --failed --no-legend"
    run.say(f"  {' '.join(run.machine.console.run(state).split())}")


def press(run: Run) -> None:
    """A press wakes home, another opens a panel."""
    run.machine.touch(0.5, 0.5)
    run.machine.console.run("sleep 3")
    run.shot("home")
    run.machine.touch(*DOOR)
    run.machine.console.run("sleep 4")
    run.shot("panel")
    run.say("press: see home.png and panel.png")


def kill(run: Run) -> None:
    """The exhibit is killed: it comes again."""
    _restarts(run, "kill", f"kill -KILL {EXHIBIT}")


def hang(run: Run) -> None:
    """The exhibit hangs: the watchdog finds it out."""
    _restarts(run, "hang", f"kill -STOP {EXHIBIT}")


def _restarts(run: Run, name: str, command: str) -> None:
    count = "systemctl show kiosk -p NRestarts --value"
    before = int(run.machine.console.run(count))
    since = run.machine.age()
    run.machine.console.run(command)
    restarted = run.machine.until(count, str(before + 1)) - since
    run.machine.until("systemctl show kiosk -p SubState --value", "running")
    shown = run.machine.until_picture() - since
    run.say(f"{name}: the restart began after {restarted:.0f} s, picture after {shown:.0f} s")
    run.shot(name)


def keys(run: Run) -> None:
    """No key leaves the exhibit."""
    before = _shown(run)
    left = []
    for each in KEYS:
        try:
            run.machine.keys(*each)
        except RuntimeError as error:
            run.say(f"  {'+'.join(each)}: {error}")
        run.machine.console.run("sleep 1")
        now = _shown(run)
        if now != before:
            left.append(f"{'+'.join(each)} ({before} -> {now})")
            before = now
    run.shot("keys")
    run.say(f"keys: {len(KEYS)} pressed, the exhibit was left by {', '.join(left) or 'none'}")


def _shown(run: Run) -> str:
    """The process on the screen, and its terminal."""
    return " ".join(run.machine.console.run(f"{SHOW}; cat /sys/class/tty/tty0/active").split())


def stick(run: Run) -> None:
    """A stick with the label that the settings name brings content, another does not."""
    console = run.machine.console
    console.run(
        "grep -q ^stick: /etc/kiosk/settings.yaml || echo 'stick: VM' >>/etc/kiosk/settings.yaml"
    )
    console.run("kiosk deploy; systemctl restart kiosk")
    run.machine.until("systemctl show kiosk -p SubState --value", "running")
    for label, taken in (("OTHER", "no"), ("VM", "yes")):
        run.machine.plug(label, made_stick(run.folder, label))
        run.machine.until("udevadm settle; ls /dev/sd? >/dev/null 2>&1; echo $?", "0")
        run.machine.until("systemctl is-active kiosk-stick", "inactive")
        if taken == "yes":
            run.machine.until("readlink /var/lib/kiosk/exhibit", "exhibits/1")
        run.say(f"stick {label}: {console.run('readlink /var/lib/kiosk/exhibit')}")
        mounted = console.run("grep -c ' /run/stick ' /proc/mounts")
        run.say(f"  mounted now: {mounted}")
        run.machine.unplug(label)
    run.machine.until("journalctl -u kiosk | grep -c 'new content is on the screen'", "1")
    run.shot("stick")


def made_stick(folder: Path, label: str) -> Path:
    """The image of a stick with a small exhibit; dosfstools and mtools make it."""
    image, exhibit = folder / f"{label}.img", folder / "exhibit"
    shutil.rmtree(exhibit, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "kiosk", "new", str(exhibit)], check=True)
    image.unlink(missing_ok=True)
    subprocess.run(["truncate", "-s", "24M", str(image)], check=True)
    subprocess.run(["/usr/sbin/mkfs.vfat", "-n", label, str(image)], check=True)
    subprocess.run(["mcopy", "-s", "-i", str(image), str(exhibit), "::"], check=True)
    return image


def crashes(run: Run) -> None:
    """Failures again and again bring the safe screen, with the reason."""
    run.machine.console.run("mv /usr/local/lib/kiosk/start.sh /root/; systemctl restart kiosk")
    run.machine.until("systemctl is-active kiosk-safe", "active")
    run.machine.console.run("sleep 3")
    run.shot("safe")
    run.machine.console.run("mv /root/start.sh /usr/local/lib/kiosk/")
    run.machine.console.run("systemctl stop kiosk-safe")
    run.machine.until("systemctl show kiosk -p SubState --value", "running")
    run.machine.until_picture()
    run.say("crashes: the safe screen came (safe.png), and then the exhibit")


def plug(run: Run) -> None:
    """The plug is pulled: the exhibit is back after the next power on."""
    run.machine.pull_the_plug()
    run.start()
    run.say(f"plug: picture {run.machine.until_picture():.0f} s after power on")
    lines = run.machine.console.run(
        "dmesg | grep -c 'EXT4-fs error'; systemctl --failed --no-legend"
    )
    run.say(f"  errors of the file system: {lines}")
    run.shot("plug")


def panic(run: Run) -> None:
    """The kernel panics: the machine starts by itself."""
    run.machine.console.run("echo 1 >/proc/sys/kernel/sysrq")
    since = run.machine.age()
    run.machine.console._socket.sendall(b"echo c >/proc/sysrq-trigger\n")
    run.machine.until_dark()
    run.machine.until_picture()
    run.say(f"panic: picture again {run.machine.age() - since:.0f} s after it")
    run.shot("panic")


def memory(run: Run) -> None:
    """The memory that the unit takes."""
    taken = run.machine.console.run("systemctl show kiosk -p MemoryCurrent --value")
    if re.fullmatch(r"\d+", taken):
        run.say(f"memory: {int(taken) / 1e6:.0f} MB")


SCENARIOS: dict[str, Callable[[Run], None]] = {
    each.__name__: each
    for each in (boot, press, memory, kill, hang, keys, stick, crashes, plug, panic)
}


def main(folder: Path, names: list[str]) -> None:
    """Runs scenarios one after the other on one machine; `boot` comes first, always."""
    run = Run(folder)
    try:
        for name in ["boot", *(name for name in names or SCENARIOS if name != "boot")]:
            SCENARIOS[name](run)
    finally:
        run.machine.pull_the_plug()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
