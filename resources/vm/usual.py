"""What happens on a floor any day: touches, keys, staff, the hours, a stick."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

from emulator import OFF, PATIENCE_S
from run import LOG, Run, expect

KEYS = (
    *(("ctrl", "alt", "f2"), ("alt", "f2"), ("alt", "left"), ("alt", "esc"), ("alt", "f4")),
    *(("alt", "tab"), ("meta_l",), ("ctrl", "alt", "backspace"), ("ctrl", "alt", "delete")),
    *(("alt", "sysrq", "f"), ("print",), ("ctrl", "w"), ("f11",), ("esc",), ("menu",)),
    *(("power",), ("sleep",), ("ctrl", "q")),
)
"""Keys by which a visitor might leave the exhibit; the last does so where staff have set no PIN."""

BEACON, AMBER = (0.056, 0.907), (226, 160, 58)
"""The point by which the show asks to be touched, and its colour."""

DOOR = (0.12, 0.85)
"""Where a door of home lies, as a part of the screen."""

BEACON_TURNED, DOOR_TURNED, PLAY_TURNED = (0.054, 0.08), (0.19, 0.25), (0.125, 0.061)
"""Where they lie, and the panel's key to play, when the picture is turned clockwise, upright."""

SERVER = "/run/kiosk-sound/native"
SPEAKER = (
    "setpriv --reuid=kiosk --regid=kiosk --init-groups env HOME=/var/lib/kiosk "
    f"PULSE_SERVER=unix:{SERVER} /opt/kiosk/current/bin/python -m kiosk.machine.mouth"
)
PLAY = '{"play": 1, "files": ["/usr/share/sounds/alsa/Front_Center.wav"]}'

KNOCK_LOOKS = 20
"""So often is looked before it is knocked once more."""

CORNERS = ((0.01, 0.01), (0.99, 0.01), (0.99, 0.99), (0.01, 0.99))
KNOCK, PIN = (1, 3, 2, 4, 1), "2468"

PAD = {"2": (0.5, 0.466), "4": (0.426, 0.556), "6": (0.573, 0.556), "8": (0.5, 0.646)}
PAD |= {"ok": (0.573, 0.738)}
FOURTH, OKAY = (0.528, 0.329), (0.55, 0.755)
ACTS = {"health": (0.5, 0.354), "content": (0.816, 0.214), "hours": (0.5, 0.214)}
ACTS |= {"touch": (0.816, 0.354), "restart": (0.5, 0.495), "poweroff": (0.816, 0.495)}
ACTS |= {"maintenance": (0.183, 0.635)}
SURE, CLOSE, BACK = (0.129, 0.187), (0.95, 0.064), (0.95, 0.933)
TARGETS = ((0.2, 0.3), (0.8, 0.3), (0.8, 0.7), (0.25, 0.55))
HEADING = (0.3, 0.064)
"""The keys of the keypad, its fourth dot and the ground of its last key; the acts behind it; the
ways out of them, of which the touch test has its own; its targets; the heading of all other rooms,
where nothing is."""


def boot(run: Run, number: int) -> str:
    """Power on to the first picture; then what the machine says of itself."""
    if run.machine.age() > 600 or number > 1:
        run.begin()
    at = run.shown()
    run.shot(f"boot-{number}")
    doctor = run.ask("/usr/local/bin/kiosk doctor")
    (run.folder / "doctor.txt").write_text(doctor + "\n")
    failed = run.ask("systemctl --failed --no-legend")
    expect(not failed, f"failed units: {failed}")
    own = run.moment("ActiveEnter")
    return f"picture {at:.0f} s after power on, {own:.0f} s after its kernel began"


def press(run: Run, number: int) -> str:
    """A press wakes home, another opens a panel."""
    _wake(run)
    run.shot(f"press-{number}-home")
    home = run.machine.look()
    run.machine.touch(*DOOR)
    run.machine.until_changed(home)
    run.machine.until_still()
    run.shot(f"press-{number}-panel")
    same = run.same(home)
    expect(same < 0.9, f"{same:.0%} of the screen stayed as it was")
    return "home, and a panel"


def memory(run: Run, number: int) -> str:
    """The memory that the unit takes."""
    taken = run.number("systemctl show kiosk -p MemoryCurrent --value") / 1e6
    expect(taken < 1200, f"{taken:.0f} MB")
    return f"{taken:.0f} MB"


def sound(run: Run, number: int) -> str:
    """What the exhibit plays is heard at the card: by the server that was deployed with it."""
    run.machine.until(f"test -S {SERVER}; echo $?", "0")
    device = run.ask(f"{SPEAKER} --device 2>/dev/null")
    expect(bool(device), "Qt names no device")
    run.machine.console.begin(f"(echo '{PLAY}'; sleep 60) | {SPEAKER} >/dev/null &")
    run.machine.until_loud()
    return f"heard at the card, by {device}"


def keys(run: Run, number: int) -> str:
    """No key of a strange keyboard leaves the exhibit: it is deaf."""
    return _pressed(run, f"keys-{number}")


def heard(run: Run, number: int) -> str:
    """Nor does one of a keyboard that is heard, once staff have set a PIN."""
    _set_pin(run, start=False)
    run.settle(['keys: ["*"]'])
    said = _pressed(run, f"heard-{number}")
    home = run.number(f"grep -c . {LOG}")
    run.settle([])
    return f"{said}; lines in the log: {home}"


def _pressed(run: Run, name: str) -> str:
    before = _shown(run)
    left = []
    for each in KEYS:
        try:
            run.machine.keys(*each)
        except RuntimeError as error:
            left.append(f"{'+'.join(each)}: {error}")
        run.ask("sleep 1")
        now = _shown(run)
        if now != before:
            left.append(f"{'+'.join(each)} ({before} -> {now})")
            before = now
    run.shot(name)
    expect(not left, f"the exhibit was left by {', '.join(left)}")
    return f"{len(KEYS)} keys, none of which left the exhibit"


def _shown(run: Run) -> str:
    """The process on the screen, and its terminal."""
    main = "systemctl show kiosk -p MainPID --value"
    return " ".join(run.ask(f"{main}; cat /sys/class/tty/tty0/active").split())


def _set_pin(run: Run, start: bool = True) -> None:
    """Sets the PIN of a machine that has none, and starts the exhibit again to take it."""
    if run.ask("ls /etc/kiosk/staff.json 2>/dev/null"):
        return
    run.ask(
        "/opt/kiosk/current/bin/python -c 'from kiosk.desk.staff import secret; "
        f'secret.write("{PIN}", {KNOCK})\''
    )
    if start:
        run.start_again()


def _wake(run: Run) -> None:
    """A visit begins, which takes an emulated machine seconds."""
    run.machine.touch(0.5, 0.5)
    run.machine.until_other(*BEACON, AMBER)
    run.machine.until_still()


def _attend(run: Run) -> None:
    """Keeps the gate open, which shuts after a minute of that machine without a touch."""
    run.machine.touch(*HEADING)


def _attend_until_still(run: Run) -> None:
    run.machine.until_still(lambda: _attend(run))


def _knock(run: Run) -> None:
    """Knocks until the keypad is there: a machine that hangs for seconds hears no whole knock."""
    looks = count()

    def knock() -> None:
        if next(looks) % KNOCK_LOOKS == 0:
            for corner in KNOCK:
                run.machine.touch(*CORNERS[corner - 1])

    run.machine.until_like(*OKAY, AMBER, knock)
    _attend_until_still(run)


def _enter(run: Run, digits: str) -> None:
    """Enters four digits, and waits for the answer: a sum that takes an emulated machine long."""
    machine = run.machine
    empty = machine.pixel(*FOURTH)
    for digit in digits:
        machine.touch(*PAD[digit])
        run.ask("true")  # it goes at the pace of that machine
    machine.until_other(*FOURTH, empty)
    filled = machine.pixel(*FOURTH)
    machine.touch(*PAD["ok"])
    machine.until_other(*FOURTH, filled)
    _attend_until_still(run)


def _open(run: Run) -> None:
    """Knocks, and enters the PIN."""
    _wake(run)
    _knock(run)
    _enter(run, PIN)


def staff(run: Run, number: int) -> str:
    """The gate by touches: knock, PIN, each room, and the exhibit started again."""
    _set_pin(run)
    starts = run.restarts
    _wake(run)
    _knock(run)
    run.shot(f"staff-{number}-pin")
    _enter(run, PIN[::-1])
    run.shot(f"staff-{number}-wrong-pin")
    _enter(run, PIN)
    run.shot(f"staff-{number}-acts")
    for room in ("health", "content", "hours", "touch"):
        _press(run, ACTS[room])
        if room == "touch":
            run.shot(f"staff-{number}-touch")
            for target in TARGETS:
                _press(run, target)
            run.machine.until_still()
            run.shot(f"staff-{number}-touched")
        else:
            _attend_until_still(run)
            if room == "health":  # the doctor takes a while
                run.machine.until_changed(run.machine.look(), lambda: _attend(run))
                _attend_until_still(run)
            run.shot(f"staff-{number}-{room}")
        _press(run, BACK if room == "touch" else CLOSE)
        _attend_until_still(run)
    _ask_for(run, "restart")
    run.until_again(starts)
    asked = run.number(f"grep -c 'staff ask for restart' {LOG}")
    return f"PIN, health, content, hours, touch test; a restart that staff asked for ({asked})"


def _press(run: Run, place: tuple[float, float]) -> None:
    """A press that is seen to do something."""
    before = run.machine.look()
    run.machine.touch(*place)
    run.machine.until_changed(before)


def _ask_for(run: Run, act: str) -> None:
    _press(run, ACTS[act])
    _attend_until_still(run)
    run.shot(f"{act}-sure")
    run.machine.touch(*SURE)


def hours(run: Run, number: int) -> str:
    """The hours by a clock that is set: the screen off and on, and no touch is heard meanwhile."""
    _set_clock(run, "2026-12-01 12:00")
    _set_pin(run, start=False)
    run.settle(['hours: {daily: "10:00-18:00"}'])
    before = run.restarts
    _set_clock(run, "2026-12-01 18:01")
    run.machine.until_off()
    off = _off(run)
    run.shot(f"hours-{number}-off")
    run.machine.touch(0.5, 0.5)
    run.ask("sleep 45")
    expect(run.machine.colours() <= OFF, "a touch in the dark brought a picture")
    expect(run.restarts == before, "the exhibit was started again in the dark")
    dark = run.machine.look()
    for corner in KNOCK:
        run.machine.touch(*CORNERS[corner - 1])
    if "disabled" in off:  # such a screen feels no corners: these only put it on
        run.machine.until_picture()
        _knock(run)
    else:
        run.machine.until_changed(dark)
        _attend_until_still(run)
    run.shot(f"hours-{number}-staff")
    run.machine.until_off()
    _set_clock(run, "2026-12-02 09:56")
    run.machine.until_picture()
    on = _off(run)
    run.shot(f"hours-{number}-on")
    _set_clock(run, "2026-12-02 23:59")
    run.machine.until_off()
    _set_clock(run, "1970-01-02 03:00")
    run.machine.until_picture()
    run.shot(f"hours-{number}-1970")
    expect(run.restarts == before, "the exhibit was started again")
    _set_clock(run, f"@{int(time.time())}")
    run.settle([])
    return f"off ({off}), dark under a touch, light for staff, on at 9:56 ({on}), open in 1970"


def _set_clock(run: Run, moment: str) -> None:
    run.ask(f"date -s '{moment}'")


def _off(run: Run) -> str:
    """The kernel's word on the outputs that have a screen."""
    return " ".join(run.ask("cat /sys/class/drm/card*-*/enabled").split())


def maintenance(run: Run, number: int) -> str:
    """Staff leave to maintenance: a login; after it the exhibit comes back."""
    _set_pin(run)
    _open(run)
    _ask_for(run, "maintenance")
    run.machine.until("systemctl is-active kiosk-maintenance", "active")
    run.machine.until_dark()
    run.machine.until_still()
    run.shot(f"maintenance-{number}")
    run.ask("systemctl stop kiosk-maintenance")
    run.shown()
    return "a login on the screen, and then the exhibit"


def power(run: Run, number: int) -> str:
    """Staff shut the machine down; it starts again at power on."""
    _set_pin(run)
    _open(run)
    _ask_for(run, "poweroff")
    run.machine.process.wait(PATIENCE_S)
    run.power_on()
    at = run.shown()
    return f"off by the glass; picture {at:.0f} s after power on"


def turned(run: Run, number: int) -> str:
    """The picture turned: a finger presses a door where the glass shows it, on a late frame."""
    run.settle(["rotation: 90", "idle_s: 600"])  # it takes that machine long to come to rest
    run.plug_frame()
    run.shot(f"turned-{number}")
    run.finger(0.5, 0.5)
    run.machine.until_other(*BEACON_TURNED, AMBER)
    run.machine.until_still()
    run.shot(f"turned-{number}-home")
    run.finger(*DOOR_TURNED)
    run.machine.until_like(*PLAY_TURNED, AMBER, lambda: None)
    run.shot(f"turned-{number}-panel")
    run.settle([])
    return "home, and by a finger at a door of the turned picture its panel"


def x11(run: Run, number: int) -> str:
    """An X server in place of cage, and cage again."""
    run.settle(["display: x11"])
    active = run.ask("systemctl is-active kiosk-x; systemctl show kiosk -p NRestarts --value")
    run.shot(f"x11-{number}")
    _wake(run)
    run.shot(f"x11-{number}-home")
    run.settle([])
    expect(active.split() == ["active", "0"], f"the X server and the restarts: {active}")
    return "a picture by X, a press woke home; then cage again"


def stick(run: Run, number: int) -> str:
    """A stick with the label that the settings name brings content, another does not."""
    run.settle(["stick: VM"])
    seen = []
    for label in ("OTHER", "VM"):
        run.machine.plug(label, made_stick(run.folder, label))
        run.machine.until("udevadm settle; ls /dev/sd? >/dev/null 2>&1; echo $?", "0")
        run.machine.until("systemctl is-active kiosk-stick", "inactive")
        if label == "VM":
            run.machine.until("readlink /var/lib/kiosk/exhibit", "exhibits/1")
        seen.append(f"{label}: {run.ask('readlink /var/lib/kiosk/exhibit')}")
        mounted = run.number("grep -c ' /run/stick ' /proc/mounts")
        expect(mounted == 0, f"{label} is still mounted")
        run.machine.unplug(label)
    run.machine.until(f"grep -c 'new content is on the screen' {LOG}", "1")
    run.shot(f"stick-{number}")
    run.ask("rm /var/lib/kiosk/exhibit")
    run.settle([])
    return ", ".join(seen)


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
