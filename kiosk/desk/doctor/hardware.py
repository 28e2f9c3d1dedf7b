"""The machine itself: disk, heat, power, watchdog, clock, sound."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

from kiosk.desk.doctor.finding import Finding, Probe, State, good

LEAST_FREE = 500_000_000
"""Bytes of the disk that must be free, for content that is taken in and for the log."""

WARM_C, HOT_C = 80, 95

DEVICE = (sys.executable, "-m", "kiosk.machine.mouth", "--device")
"""The program that says on which device it would speak."""

SOCKET = "/run/kiosk-sound/native"
SERVED = ("env", f"PULSE_SERVER=unix:{SOCKET}")
"""The sound server of a deployed machine, and how a program is run with it."""

PLAUSIBLE_S = 1_764_000_000
"""The seconds since 1970 of November 2025: a clock that says less has lost its battery."""


def disk(probe: Probe) -> Iterator[Finding]:
    """The room on the disk where the exhibit keeps what it keeps, and the disk's own word."""
    where = probe.state
    while not where.exists() and where != where.parent:
        where = where.parent
    found = os.statvfs(where)
    free = found.f_bavail * found.f_frsize
    said = f"{free / 1e9:.1f} GB are free where the exhibit keeps what it keeps ({probe.state})"
    if free < LEAST_FREE:
        advice = "make room: old logs by `journalctl --vacuum-size=50M`, old content in /srv/kiosk"
        yield Finding("disk", State.BAD, said, advice, free, "bytes")
    else:
        yield good("disk", said, free, "bytes")
    yield from _smart(probe)


def _smart(probe: Probe) -> Iterator[Finding]:
    disks = [p.name for p in probe.each("/sys/block", "*") if p.name.startswith(("sd", "nvme"))]
    for name in disks:
        answer = probe.run(["smartctl", "--json", "-H", f"/dev/{name}"])
        try:
            passed = json.loads(answer)["smart_status"]["passed"]
        except (ValueError, KeyError, TypeError):
            advice = "apt install smartmontools, and ask as root"
            yield Finding("disk health", State.UNKNOWN, f"{name} was not asked", advice)
            continue
        if passed:
            yield good("disk health", f"{name} says that it is well")
        else:
            said, advice = f"{name} says that it is failing", "copy /srv and /etc/kiosk, replace it"
            yield Finding("disk health", State.BAD, said, advice)


def root(probe: Probe) -> Iterator[Finding]:
    """The root file system: read-only or not, by what is mounted, not by what was asked for."""
    mounts = [line.split() for line in probe.text("/proc/self/mounts").splitlines()]
    kinds = [(mount[2], mount[3].split(",")) for mount in mounts if mount[1:2] == ["/"]]
    if not kinds:
        return
    kind, options = kinds[-1]
    wanted = "overlayroot=" in probe.text("/proc/cmdline")
    if kind == "overlay" or "ro" in options:
        yield good("root", f"nothing is written to it ({kind})")
    elif wanted:
        advice = "apt install busybox e2fsprogs, then update-initramfs -u, and start it again"
        said = "overlayroot is asked for, and the root is written to all the same"
        yield Finding("root", State.BAD, said, advice)
    else:
        yield good(
            "root", f"it is written to ({kind}); `kiosk deploy --read-only` could change that"
        )


def heat(probe: Probe) -> Iterator[Finding]:
    """The hottest place of the machine."""
    found = [
        (degrees / 1000, probe.text(zone / "type") or zone.name)
        for zone in probe.each("/sys/class/thermal", "thermal_zone*")
        if (degrees := probe.number(zone / "temp")) is not None
    ]
    if not found:
        yield Finding("temperature", State.UNKNOWN, "this machine tells no temperature")
        return
    hottest, where = max(found)
    state = State.BAD if hottest >= HOT_C else State.DOUBT if hottest >= WARM_C else State.GOOD
    advice = "" if state is State.GOOD else "give the case air, and take the dust out of it"
    yield Finding("temperature", state, f"{hottest:.0f} °C ({where})", advice, hottest, "celsius")


def power(probe: Probe) -> Iterator[Finding]:
    """A supply that is too weak, where the machine notices."""
    alarms = [
        path
        for path in probe.each("/sys/class/hwmon", "hwmon*/*_lcrit_alarm")
        if probe.number(path)
    ]
    if alarms:
        advice = "take the power supply that belongs to this machine"
        yield Finding("power", State.BAD, "the voltage is too low", advice)


def watchdog(probe: Probe) -> Iterator[Finding]:
    """The hardware that starts a machine which hangs."""
    dogs = probe.each("/sys/class/watchdog", "watchdog*")
    active = [dog for dog in dogs if probe.text(dog / "state") == "active"]
    if active:
        name = probe.text(active[0] / "identity") or active[0].name
        yield good("watchdog", f"{name} starts a machine that hangs")
    elif dogs:
        said = "there is one, and nobody feeds it"
        advice = "kiosk deploy sets RuntimeWatchdogSec; start the machine again"
        yield Finding("watchdog", State.DOUBT, said, advice)
    else:
        advice = "look for a watchdog in the firmware's settings"
        said = "this machine has none: if its kernel hangs it stays so"
        yield Finding("watchdog", State.DOUBT, said, advice)


def clock(probe: Probe) -> Iterator[Finding]:
    """The time of day, on which opening hours and records depend."""
    if probe.now < PLAUSIBLE_S:
        said = "the clock stands in the past: hours of opening are not kept"
        advice = "date -s, and a new battery (CR2032) on the main board"
        yield Finding("clock", State.BAD, said, advice, probe.now, "seconds")
    elif probe.at("/run/systemd/timesync/synchronized").exists():
        yield good("clock", "it is set by the network", probe.now, "seconds")
    else:
        advice = (
            "without a network look at it twice a year; with one: apt install systemd-timesyncd"
        )
        yield Finding("clock", State.DOUBT, "nothing sets it", advice, probe.now, "seconds")


def sound(probe: Probe) -> Iterator[Finding]:
    """The sound card, and the device on which speech is heard."""
    cards = [line for line in probe.text("/proc/asound/cards").splitlines() if "]:" in line]
    card = cards[0].partition("]:")[2].strip() if cards else ""
    asked = [*SERVED, *DEVICE] if probe.at(SOCKET).exists() else DEVICE
    device = probe.run(asked).strip() if cards else ""
    if device:
        yield good("sound", f"{card}; speech is heard on {device}")
    elif cards:
        advice = "systemctl status kiosk-sound; elsewhere PipeWire or PulseAudio must be running"
        yield Finding("sound", State.UNKNOWN, f"{card}, and no device of it to play on", advice)
    else:
        said, advice = "there is no sound card", "write `sound: false`, or plug a loudspeaker in"
        yield Finding("sound", State.DOUBT, said, advice)


CHECKS = (disk, root, heat, power, watchdog, clock, sound)
