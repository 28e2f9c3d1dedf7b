"""The machine's ways: who can get in, what it was told, which version of what it runs."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kiosk.desk import stick
from kiosk.desk.deploy.machine import Machine
from kiosk.desk.deploy.plan import MASKED, RECORD, SETTINGS, UNITS
from kiosk.desk.deploy.rules import unknown
from kiosk.desk.doctor.finding import Finding, Probe, State, good
from kiosk.desk.staff.secret import SECRET
from kiosk.machine import folders
from kiosk.machine.hours import Hours
from kiosk.machine.settings import Settings, SettingsError, read_settings
from kiosk.speech.voicings import SPOKEN, Voicings


def versions(probe: Probe) -> Iterator[Finding]:
    """The versions of what runs."""
    told = dict(
        line.split("=", 1) for line in probe.text("/etc/os-release").splitlines() if "=" in line
    )
    system = told.get("PRETTY_NAME", "").strip('"') or platform.system()
    try:
        ours, qt = version("campaign-kiosk"), version("PySide6-Essentials")
    except PackageNotFoundError:
        ours, qt = "unknown", "unknown"
    kernel, python = platform.release(), platform.python_version()
    yield good("versions", f"kiosk {ours}, Qt {qt}, Python {python}, {system}, kernel {kernel}")


def settings(probe: Probe) -> Iterator[Finding]:
    """The settings of this machine."""
    path = probe.at(SETTINGS)
    if not path.exists():
        yield Finding("settings", State.UNKNOWN, f"there is no {SETTINGS}")
        return
    try:
        read_settings(path)
    except SettingsError as error:
        said, advice = (
            str(error.problems[0]),
            "mend that line; until then the exhibit runs without it",
        )
        yield Finding("settings", State.BAD, said, advice)
    else:
        yield good("settings", f"{SETTINGS} has no mistake")


def sticks(probe: Probe) -> Iterator[Finding]:
    """The last stick that content came from."""
    said = stick.told(probe.state)
    if len(said) > 1:
        advice = f"mend it ({len(said) - 1} lines in the staff gate), and plug it in again"
        yield Finding("stick", State.DOUBT, f"{said[0]}: {said[1]}", advice)
    elif said:
        yield good("stick", said[0])


def outputs(probe: Probe) -> Iterator[Finding]:
    """The outputs that the settings name, against those that the machine has."""
    for line in unknown(_read(probe), Machine(probe.root).outputs):
        yield Finding("output", State.BAD, line, "write one of them, then sudo kiosk deploy")


def hours(probe: Probe) -> Iterator[Finding]:
    """The hours of today."""
    said = Hours(_read(probe).hours).says(dt.datetime.fromtimestamp(probe.now).date())
    yield good("hours", f"today {said}" if said else "it is always open")


def _read(probe: Probe) -> Settings:
    """The settings, or the usual ones where they can't be read."""
    path = probe.at(SETTINGS)
    try:
        return read_settings(path if path.exists() else None)
    except SettingsError:
        return Settings()


def locks(probe: Probe) -> Iterator[Finding]:
    """The ways out of the exhibit that are shut."""
    if not probe.at(RECORD).exists():
        yield Finding("locks", State.UNKNOWN, "this machine was not deployed", "sudo kiosk deploy")
        return
    ways = [unit for unit in MASKED if not _masked(probe, unit)]
    if probe.text("/proc/sys/kernel/sysrq") not in ("", "0"):
        ways.append("the SysRq key")
    if ways:
        said = f"not shut: {', '.join(ways)}"
        yield Finding("locks", State.BAD, said, "sudo kiosk deploy, and start the machine again")
    else:
        yield good("locks", "no console, no Ctrl+Alt+Del, no SysRq")


def gate(probe: Probe) -> Iterator[Finding]:
    """The way in for staff."""
    if not probe.at(RECORD).exists():
        return
    if probe.at(SECRET).exists():
        yield good("staff gate", "it has a PIN")
    else:
        said = "it has no PIN, so nobody comes in by the glass"
        advice = "sudo kiosk staff, then systemctl restart kiosk"
        yield Finding("staff gate", State.DOUBT, said, advice)


def _masked(probe: Probe, unit: str) -> bool:
    link = probe.at(f"{UNITS}/{unit}")
    return link.is_symlink() and link.readlink() == Path("/dev/null")


def fonts(probe: Probe) -> Iterator[Finding]:
    """The letters that the exhibit brings with it."""
    found = [*(folders.resources() / "fonts").glob("*.[ot]tf")]
    if found:
        yield good("fonts", f"{len(found)} files of its own")
    else:
        advice = "kiosk deploy --back, or install it again"
        yield Finding("fonts", State.BAD, "its fonts are gone", advice)


def speech(probe: Probe) -> Iterator[Finding]:
    """The sound files of what is spoken; without them nothing offers to be heard."""
    named = _read(probe).speech.folder
    folder = probe.at(named) if named else probe.state / SPOKEN
    index = Voicings(folder).index()
    files = [said for told in index.values() for said in told.items()]
    gone = [text for text, name in files if not (folder / name).is_file()]
    advice = "kiosk narrate makes them"
    if not files:
        said = "nothing can be spoken, and nothing offers it: there are no files"
        yield Finding("speech", State.UNKNOWN, said, advice)
    elif gone:
        said = f"{len(gone)} of {len(files)} texts have no file, such as “{gone[0]}”"
        yield Finding("speech", State.DOUBT, said, advice)
    else:
        yield good("speech", f"{len(files)} texts in {', '.join(sorted(index))} have their file")


CHECKS = (settings, outputs, sticks, hours, locks, gate, fonts, speech, versions)
