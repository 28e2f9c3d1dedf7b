"""The plan of a deployment, from a bare Debian to the exhibit, or back again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from kiosk.desk.deploy import rules
from kiosk.desk.deploy.environment import CURRENT, LAST, Back, Environment, Gone
from kiosk.desk.deploy.machine import Failed, Machine
from kiosk.desk.deploy.steps import Clear, Command, Link, Put, Step, mark
from kiosk.machine import folders
from kiosk.machine.settings import Display, OtherScreens, Settings, SettingsError, read_settings

SETTINGS = "/etc/kiosk/settings.yaml"
RECORD = "/etc/kiosk/deployed.json"
"""The file that lists what a deployment wrote, with marks of each, and of the machine's own files
as they were then: where one is another, the exhibit starts again to follow it."""

PACKAGES = (
    *("cage", "seatd", "wlr-randr", "xwayland", "kbd", "dbus", "python3-venv"),
    *("libegl1", "libgl1", "libgl1-mesa-dri", "libfontconfig1", "libdbus-1-3", "libxkbcommon0"),
    *("libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "libgssapi-krb5-2"),
    *("libpulse0", "libbrotli1", "libdrm2", "libzstd1", "libx11-6", "libxext6", "libxrandr2"),
    *("fonts-noto-cjk", "pulseaudio", "alsa-utils", "brightnessctl", "ddcutil"),
)
"""The Debian packages; cage of Debian 12 ends at once without xwayland, and doesn't say so."""

X11 = (
    *("xserver-xorg-core", "xserver-xorg-input-libinput", "x11-xserver-utils", "xinput", "xauth"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-xinerama0", "libxcb-xkb1"),
    *("libxkbcommon-x11-0",),
)
"""The packages of an X server besides, and what Qt needs to talk to it."""

GLIB = {12: "libglib2.0-0", 13: "libglib2.0-0t64"}
OVERLAY = ("overlayroot", "busybox", "e2fsprogs")
"""Packages of a root that can't be written; without the second it silently can on Debian 12."""

ENABLED = ("kiosk.service", "seatd.service", "kiosk-power-off.path", "kiosk-maintenance.path")
MASKED = (
    *("getty@tty1.service", "getty@.service", "autovt@.service", "serial-getty@.service"),
    *("ctrl-alt-del.target", "systemd-logind.service"),
    *("apt-daily.timer", "apt-daily-upgrade.timer"),
)
UNITS = "/etc/systemd/system"
RESTARTS = (
    "# From systemd 254 on each restart is else a failure, which brings the safe screen.\n"
    "[Service]\nRestartMode=direct\n"
)
RESTART = ("sh", "-c", "systemctl reset-failed kiosk; exec systemctl try-restart kiosk")
"""One that was asked for counts with the five failures of ten minutes unless they are forgotten."""


@dataclass(frozen=True)
class Wanted:
    """The technician's wishes."""

    content: str = ""
    wheel: Path | None = None
    wheels: Path | None = None
    read_only: bool = False


def deployed(machine: Machine) -> dict[str, str]:
    """The files that an earlier deployment wrote, with their marks."""
    try:
        found = json.loads(machine.at(RECORD).read_text("utf-8"))["files"]
        return {str(path): str(left) for path, left in found.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def plan(machine: Machine, wanted: Wanted) -> list[Step]:
    """All steps to the exhibit; raises Failed."""
    debian = machine.debian
    files: list[Put | Link] = [*_files(machine, wanted, debian), *_links()]
    theirs = [step for step in files if isinstance(step, Put) and step.theirs]
    ours = {step.path: step.mark for step in files if step not in theirs}
    before = deployed(machine)
    record = {
        "files": {path: left for path, left in before.items() if path in ours} | ours,
        "read": {step.path: mark(machine.at(step.path)) or step.mark for step in theirs},
    }
    return [
        *_packages(machine, wanted, debian),
        *([Environment(wanted.wheel, wanted.wheels)] if wanted.wheel else []),
        Put(RECORD, json.dumps(record, indent=1) + "\n"),
        *files,
        *(Clear(path, left) for path, left in before.items() if path not in ours),
        *_settling(before.keys() - ours.keys()),
    ]


def removal(machine: Machine) -> list[Step]:
    """All steps back to a bare Debian; settings, content and what was counted stay."""
    before = deployed(machine)
    if not before:
        raise Failed(f"{machine.at(RECORD)} is not there: nothing was deployed, or not by us")
    stop = ["systemctl", "stop", "kiosk.service", "kiosk-safe.service"]
    return [
        Command(stop, "stop the exhibit", runs=True),
        *(Clear(path, left) for path, left in before.items()),
        Gone(),
        Clear(RECORD, Put(RECORD, machine.at(RECORD).read_text("utf-8")).mark),
        Command(["systemctl", "daemon-reload"], "tell systemd", runs=True),
    ]


def way_back(machine: Machine) -> list[Step]:
    """The steps back to the software before; raises Failed."""
    if not all(machine.at(path).is_symlink() for path in (CURRENT, LAST)):
        raise Failed("there is no environment to go back to")
    return [Back(), Command(RESTART, "show it", runs=True)]


def _packages(machine: Machine, wanted: Wanted, debian: int) -> Iterator[Step]:
    needed = {*PACKAGES, GLIB[min(debian, 13)], *(OVERLAY if wanted.read_only else ())}
    needed |= {*X11} if _settings(machine).display is Display.X11 else set()
    lacking = sorted(needed - machine.installed)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *lacking]
    yield Command(["apt-get", "update", "-q"], "look what Debian has", due=bool(lacking))
    yield Command(install, "install", due=bool(lacking))


def _files(machine: Machine, wanted: Wanted, debian: int) -> Iterator[Put]:
    home = folders.resources() / "deploy"
    settings = _settings(machine)
    for root in (home / "root", *([home / "x11"] if settings.display is Display.X11 else [])):
        for path in sorted(path for path in root.rglob("*") if path.is_file()):
            yield Put(f"/{path.relative_to(root).as_posix()}", path.read_text("utf-8"))
    yield Put(SETTINGS, (home / "settings.yaml").read_text("utf-8"), theirs=True)
    yield Put("/etc/kiosk/environment", (home / "environment").read_text("utf-8"), theirs=True)
    if debian >= 13:
        yield Put(f"{UNITS}/kiosk.service.d/restart.conf", RESTARTS)
    outputs = machine.outputs
    yield Put("/etc/udev/rules.d/71-kiosk-input.rules", rules.input_rules(settings))
    if settings.stick:
        yield Put("/etc/udev/rules.d/72-kiosk-stick.rules", rules.stick_rules(settings.stick))
    content = wanted.content or _content(machine)
    if content and machine.live and not Path(content).is_dir():
        raise Failed(f"{content}: there is no such folder of content")
    if content.startswith(("/home/", "/root/", "/tmp/")):
        raise Failed(f"{content}: the exhibit sees no home and no /tmp; put it in /srv/kiosk")
    in_3d = machine.draws_in_3d
    variables = rules.variables(settings, outputs, debian=debian, in_3d=in_3d, content=content)
    yield Put("/etc/kiosk/deployed.env", variables)
    if machine.at("/etc/default/grub").exists() or wanted.read_only:
        dark = rules.dark_outputs(settings, outputs, debian=debian)
        yield Put("/etc/default/grub.d/kiosk.cfg", _boot(machine, wanted, dark))


def _settings(machine: Machine) -> Settings:
    there = machine.at(SETTINGS)
    try:
        return read_settings(there if there.exists() else None)
    except SettingsError as error:
        raise Failed(f"{there}: {error.problems[0]}") from None


def notes(machine: Machine) -> list[str]:
    """The settings that this machine can't follow, a line each; raises Failed."""
    settings = _settings(machine)
    said = rules.unknown(settings, machine.outputs)
    if settings.other_screens is OtherScreens.SHOW and settings.display is Display.CAGE:
        said.append("other_screens: show needs `display: x11`; cage has one window")
    return said


def _content(machine: Machine) -> str:
    """The content that an earlier deployment was told of."""
    try:
        lines = machine.at("/etc/kiosk/deployed.env").read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition("=")[2] for line in lines if line.startswith("KIOSK_CONTENT=")), "")


def _boot(machine: Machine, wanted: Wanted, dark: Sequence[str]) -> str:
    said = " ".join(
        ["quiet loglevel=3 vt.global_cursor_default=0", *(f"video={name}:d" for name in dark)]
    )
    if wanted.read_only:
        if not machine.is_mount("/var/lib/kiosk"):
            raise Failed(
                "--read-only forgets all at each start but what has a partition of its own: "
                "mount one at /var/lib/kiosk first"
            )
        said += " overlayroot=tmpfs:recurse=0 ro"
    lines = (
        "# Written by kiosk deploy: a boot without words, and two seconds for a hand at the menu.",
        "GRUB_TIMEOUT=2",
        f'GRUB_CMDLINE_LINUX_DEFAULT="{said}"',
    )
    return "\n".join([*lines, ""])


def _links() -> Iterator[Link]:
    for unit in ENABLED:
        home = UNITS if unit.startswith("kiosk") else "/usr/lib/systemd/system"
        wants = f"{UNITS}/multi-user.target.wants/{unit}"
        yield Link(wants, f"{home}/{unit}", f"start {unit} with the machine")
    for unit in MASKED:
        yield Link(f"{UNITS}/{unit}", "/dev/null", "never start")
    yield Link(f"{UNITS}/default.target", "/usr/lib/systemd/system/multi-user.target", "start with")
    yield Link("/usr/local/bin/kiosk", f"{CURRENT}/bin/kiosk", "have the command")


def _settling(gone: Set[str] = frozenset()) -> Iterator[Step]:
    tmpfiles = ["systemd-tmpfiles", "--create", "/etc/tmpfiles.d/kiosk.conf"]
    boots = Path("/etc/default/grub").exists()
    yield Command(["systemd-sysusers"], "make the user kiosk", last=True)
    yield Command(tmpfiles, "make folders", last=True)
    yield Command(["update-grub"], "write the boot menu", due=boots, last=True)
    for told in (["control", "--reload"], ["trigger", "--subsystem-match=input"], ["settle"]):
        yield Command(["udevadm", *told], "tell udev", runs=True, last=True)
    yield Command(["systemctl", "daemon-reload"], "tell systemd", runs=True, last=True)
    x_goes = f"{UNITS}/kiosk-x.service" in gone  # else it still has the screen when cage wants it
    stop = ["systemctl", "stop", "kiosk-x"]
    yield Command(stop, "end the X server", due=x_goes, runs=True, last=True)
    yield Command(RESTART, "show it, if it runs already", runs=True, last=True)
