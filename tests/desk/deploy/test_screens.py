"""Screens and touch frames as the settings say, under cage and on an X server."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.desk.deploy import plan
from kiosk.desk.deploy.machine import Machine
from kiosk.desk.deploy.plan import Wanted
from kiosk.desk.deploy.steps import Command
from tests.desk.deploy.conftest import (
    ENVIRONMENT,
    INPUT_RULES,
    SYSTEM,
    debian_12,
    deployed,
    plug,
    settings,
)
from tests.patience import PATIENCE_S


def test_settings_become_rules_of_the_machine(root: Path) -> None:
    settings(root, "rotation: 90\ntouch: {rotation: 180, output: HDMI-A-1}\nkeys: [Cherry_*]\n")
    found = deployed(root, "--content", "/srv/kiosk/handbook")
    rules = found["/etc/udev/rules.d/71-kiosk-input.rules"]
    assert (
        'ENV{LIBINPUT_CALIBRATION_MATRIX}="0 -1 1 1 0 0"' in rules
    )  # of 180, 90 are the picture's
    assert 'ENV{WL_OUTPUT}="HDMI-A-1"' in rules
    assert 'ENV{ID_SERIAL}!="Cherry_*", ENV{LIBINPUT_IGNORE_DEVICE}="1"' in rules
    told = found["/etc/kiosk/deployed.env"].splitlines()
    assert {"KIOSK_CONTENT=/srv/kiosk/handbook", "KIOSK_TRANSFORM=270"} < {*told}
    assert deployed(root)["/etc/kiosk/deployed.env"].splitlines() == told  # it is remembered


@pytest.mark.parametrize(("clockwise", "turns"), [(90, 3), (180, 2), (270, 1)])
def test_debian_12_turns_the_picture_by_its_compositor(
    root: Path, clockwise: int, turns: int
) -> None:
    debian_12(root)
    settings(root, f"rotation: {clockwise}\n")
    cage = " ".join(["-r"] * turns)
    assert f"KIOSK_CAGE={cage}\n" in deployed(root)["/etc/kiosk/deployed.env"]


@pytest.mark.parametrize("known", [False, True])
def test_touches_turn_with_the_picture(root: Path, known: bool) -> None:
    if known:
        plug(root, eDP_1=False, HDMI_A_1=True)
    settings(root, "rotation: 90\n")
    rules = deployed(root)[INPUT_RULES]
    # upper right on the glass, (1, 0), is upper left of the picture, (0, 0)
    assert 'ENV{LIBINPUT_CALIBRATION_MATRIX}="0 1 0 -1 0 1"' in rules
    assert "WL_OUTPUT" not in rules


def test_an_output_that_is_not_there_is_named_and_the_exhibit_deployed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(root, eDP_1=True, HDMI_A_1=False)
    settings(root, "screen: HDMI-A-2\nother_screens: show\n")
    assert f"{SYSTEM}/kiosk.service" in deployed(root)
    out = capsys.readouterr().out
    assert "note: screen: this machine has no output HDMI-A-2; it has HDMI-A-1, eDP-1\n" in out
    assert "note: other_screens: show needs `display: x11`" in out


def test_one_screen_of_several_is_shown_on(root: Path) -> None:
    (root / "etc" / "default").mkdir()
    (root / "etc" / "default" / "grub").write_text("")
    plug(root, DP_1=True, HDMI_A_1=True)
    settings(root, "screen: HDMI-A-1\n")
    found = deployed(root)
    assert "KIOSK_OUTPUT=HDMI-A-1\n" in found["/etc/kiosk/deployed.env"]
    assert "video=" not in found["/etc/default/grub.d/kiosk.cfg"]
    debian_12(root)
    assert " video=DP-1:d" in deployed(root)["/etc/default/grub.d/kiosk.cfg"]


WLR_RANDR = """#!/bin/sh
echo "$@" >>{log}
[ $# -gt 0 ] || printf 'DP-1 "A screen"\\n  Enabled: yes\\nHDMI-A-1 "Another"\\n  Enabled: yes\\n'
"""


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell here")
@pytest.mark.parametrize(
    ("wanted", "shown", "dark"),
    [("HDMI-A-1", "HDMI-A-1", "DP-1"), ("", "DP-1", "HDMI-A-1"), ("DP-9", "DP-1", "HDMI-A-1")],
)
def test_the_start_leaves_one_screen_on_and_turns_it(
    root: Path, tmp_path: Path, wanted: str, shown: str, dark: str
) -> None:
    bin, log = tmp_path / "bin", tmp_path / "log"
    bin.mkdir()
    (bin / "wlr-randr").write_text(WLR_RANDR.format(log=log))
    (bin / "kiosk").write_text(f'#!/bin/sh\necho "$KIOSK_OUTPUT" kiosk "$@" >>{log}\n')
    for each in bin.iterdir():
        each.chmod(0o755)
    script = deployed(root)["/usr/local/lib/kiosk/start.sh"]
    subprocess.run(
        ["sh", "-c", script.replace("/opt/kiosk/current/bin", str(bin))],
        env={
            "PATH": f"{bin}:{os.environ['PATH']}",
            "KIOSK_OUTPUT": wanted,
            "KIOSK_TRANSFORM": "270",
            "KIOSK_TAKEN": str(tmp_path / "taken"),
            "KIOSK_CONTENT": "/srv/kiosk/handbook",
        },
        check=True,
    )
    assert log.read_text().splitlines() == [
        "",
        f"--output {dark} --off",
        f"--output {shown} --transform 270",
        f"{shown} kiosk run {tmp_path / 'taken'} --settings /etc/kiosk/settings.yaml",
    ]
    assert (tmp_path / "taken").readlink() == Path("/srv/kiosk/handbook")


def test_an_x_server_in_place_of_cage(root: Path) -> None:
    settings(root, "display: x11\nscreen: HDMI-1\nrotation: 90\nother_screens: show\n")
    found = deployed(root)
    assert {"KIOSK_OUTPUT=HDMI-1", "KIOSK_ROTATE=right"} < {*found[ENVIRONMENT].splitlines()}
    assert "KIOSK_TRANSFORM" not in found[ENVIRONMENT]
    assert "start-x.sh" in found[f"{SYSTEM}/kiosk.service.d/x11.conf"]
    assert "LIBINPUT_CALIBRATION_MATRIX" not in found[INPUT_RULES]  # xinput turns touches too
    steps = plan.plan(Machine(root), Wanted())
    (install,) = (
        step.line for step in steps if isinstance(step, Command) and "install" in step.line
    )
    assert "xserver-xorg-core" in install
    settings(root, "idle_s: 90\n")
    back = [step for step in plan.plan(Machine(root), Wanted()) if isinstance(step, Command)]
    due = [step.line for step in back if step.due and step.last]
    stop = ["systemctl", "stop", "kiosk-x"]
    assert due.index(stop) < due.index(plan.RESTART)
    assert [path for path in deployed(root) if "x11" in path.lower() or "kiosk-x" in path] == []


ON_X = """#!/bin/sh
[ -e {log}.up ] || exit 1
echo ${{0##*/}} "$@" >>{log}
case "${{0##*/}} $*" in
"xrandr ") printf 'Screen 0: 8\\nDP-1 connected\\nVGA-1 disconnected\\nHDMI-1 connected\\n' ;;
"xinput list --id-only") printf '4\\n9\\n' ;;
"xinput list 9") echo 'Type: XITouchClass' ;;
esac
"""


SLOW_X = """#!/bin/sh
echo slept >>{log}.slept
[ $(grep -c slept {log}.slept) -lt 20 ] || touch {log}.up
"""


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell here")
@pytest.mark.parametrize("left", [60, 0])
def test_a_graphics_card_is_waited_for_but_not_for_ever(
    root: Path, tmp_path: Path, left: int
) -> None:
    found = deployed(root)
    (tmp_path / "wait.sh").write_text(found["/usr/local/lib/kiosk/wait.sh"])
    bin, cards = tmp_path / "bin", tmp_path / "dri"
    bin.mkdir()
    cards.mkdir()
    (bin / "sleep").write_text(
        f"#!/bin/sh\ntouch {cards}/card1\n"
    )  # it comes while it is waited for
    (bin / "sleep").chmod(0o755)
    subprocess.run(
        ["sh", str(tmp_path / "wait.sh"), str(left), str(cards)],
        env={"PATH": f"{bin}:{os.environ['PATH']}"},
        timeout=PATIENCE_S,
        check=True,
    )
    assert (cards / "card1").exists() is bool(left)
    assert "ExecStartPre=/bin/sh /usr/local/lib/kiosk/wait.sh\n" in found[f"{SYSTEM}/kiosk.service"]


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell here")
@pytest.mark.parametrize(
    ("told", "said"),
    [("closed: no such folder", "closed: no such folder"), ("", "start.sh: No such file")],
)
def test_the_notice_says_why(root: Path, tmp_path: Path, told: str, said: str) -> None:
    answers = {
        "systemctl": f'case "$*" in *StatusText*) echo "{told}";; *NRestarts*) echo 4;; '
        "*Result*) echo exit-code;; esac",
        "journalctl": "printf 'start.sh: No such file\\033[0m\\n'",
        "date": "echo 2026-11-30 15:49",
        "sleep": "true",
    }
    for name, line in answers.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{line}\n")
        (tmp_path / name).chmod(0o755)
    script = deployed(root)["/usr/local/lib/kiosk/safe.sh"]
    surroundings = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    shown = subprocess.check_output(["sh", "-c", script], env=surroundings, text=True)
    assert "Closed for maintenance" in shown
    assert f"2026-11-30 15:49  exit-code, 4 restarts  {said}" in shown


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell here")
def test_the_start_on_x_lays_out_screens_and_touches(root: Path, tmp_path: Path) -> None:
    bin, log = tmp_path / "bin", tmp_path / "log"
    bin.mkdir()
    for name in ("xrandr", "xset", "xinput"):
        (bin / name).write_text(ON_X.format(log=log))
        (bin / name).chmod(0o755)
    (bin / "sleep").write_text(SLOW_X.format(log=log))  # it comes while it is waited for
    (bin / "sleep").chmod(0o755)
    settings(root, "display: x11\n")
    script = deployed(root)["/usr/local/lib/kiosk/start-x.sh"]
    subprocess.run(
        ["sh", "-c", script.replace("/bin/sh /usr/local/lib/kiosk/start.sh", "true")],
        env={
            "PATH": f"{bin}:{os.environ['PATH']}",
            "KIOSK_OUTPUT": "HDMI-1",
            "KIOSK_ROTATE": "left",
        },
        check=True,
    )
    assert log.read_text().splitlines() == [
        "xrandr",
        "xrandr",
        "xset s off s noblank -dpms",
        "xrandr --output HDMI-1 --primary --auto --rotate left",
        "xrandr --output DP-1 --auto --right-of HDMI-1",
        "xinput list --id-only",
        "xinput list 4",
        "xinput list 9",
        "xinput map-to-output 9 HDMI-1",
    ]


def test_a_key_of_a_foreign_device_is_not_heard(root: Path) -> None:
    rules = deployed(root)[INPUT_RULES]
    assert 'ENV{ID_INPUT_KEY}=="1"' in rules  # media and power keys too
    assert 'ENV{ID_INPUT_TOUCHSCREEN}!="1", ENV{LIBINPUT_IGNORE_DEVICE}="1"' in rules


def test_a_driver_that_draws_no_3d_gets_software(root: Path) -> None:
    card = root / "sys" / "class" / "drm" / "card0" / "device"
    card.mkdir(parents=True)
    for driver, in_3d in (("i915", True), ("bochs-drm", False)):
        (card / "driver").unlink(missing_ok=True)
        (card / "driver").symlink_to(f"/sys/bus/pci/drivers/{driver}")
        assert ("WLR_RENDERER=pixman" in deployed(root)["/etc/kiosk/deployed.env"]) is not in_3d
