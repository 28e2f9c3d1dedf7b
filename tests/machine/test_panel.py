"""The panel: put off by a way only if that is seen to have worked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.machine.panel import BLACK, OUTPUT, WAYS, Panel, possible


class Screen:
    """A screen that obeys some programs, and says how it is to all."""

    def __init__(self, *obeys: str) -> None:
        self.obeys, self.on, self.ran = obeys, True, list[str]()

    def __call__(self, command: Sequence[str]) -> str:
        program, line = command[0], " ".join(command)
        self.ran.append(line)
        if program not in self.obeys:
            return ""
        off = ("--off", "dpms off", "force off", "--standby", "D6 4")
        on = ("--on", "dpms on", "force on", "--image-view-on", "D6 1")
        if any(word in line for word in off):
            self.on = False
        elif any(word in line for word in on):
            self.on = True
        return {
            "wlr-randr": f'HDMI-A-1 "Screen"\n  Enabled: {"yes" if self.on else "no"}\n  Modes:\n',
            "swaymsg": f'"dpms": {"true" if self.on else "false"}',
            "xset": f"  Monitor is {'On' if self.on else 'Off'}\n",
            "cec-ctl": f"pwr-state: {'on' if self.on else 'standby'} (0x00)",
            "ddcutil": f"VCP D6 SNC x0{1 if self.on else 4}",
        }[program]


PROGRAMS = {
    "wayland": "wlr-randr",
    "sway": "swaymsg",
    "x11": "xset",
    "cec": "cec-ctl",
    "ddc": "ddcutil",
}


@pytest.mark.parametrize("way", WAYS)
def test_each_way_puts_it_off_and_on(way: str) -> None:
    screen = Screen(PROGRAMS[way])
    panel = Panel(run=screen, ways=lambda: [*WAYS])
    assert panel.put(False) == way
    assert not screen.on
    assert panel.put(True) == way
    assert screen.on


@pytest.mark.parametrize("way", WAYS)
def test_a_way_that_says_nothing_has_not_worked(way: str) -> None:
    assert not WAYS[way](lambda command: "", False)


def test_in_the_morning_the_other_outputs_stay_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OUTPUT, "HDMI-A-1")
    on = {"DP-1": False, "HDMI-A-1": True}

    def run(command: Sequence[str]) -> str:
        if "--output" in command:
            on[command[2]] = command[3] == "--on"
        return "".join(f'{name} "S"\n  Enabled: {"yes" if on[name] else "no"}\n' for name in on)

    panel = Panel("wayland", run)
    assert panel.put(False) == "wayland"
    assert on == {"DP-1": False, "HDMI-A-1": False}
    assert panel.put(True) == "wayland"
    assert on == {"DP-1": False, "HDMI-A-1": True}


def test_a_screen_that_does_not_obey_is_black() -> None:
    stubborn = Screen("wlr-randr")
    panel = Panel(run=lambda command: stubborn(["wlr-randr"]), ways=lambda: ["wayland"])
    assert panel.put(False) == BLACK


def test_what_has_worked_is_tried_first() -> None:
    screen = Screen("ddcutil")
    panel = Panel(run=screen, ways=lambda: [*WAYS])
    panel.put(False)
    screen.ran.clear()
    panel.put(True)
    assert {line.split()[0] for line in screen.ran} == {"ddcutil"}


@pytest.mark.parametrize(("wanted", "way"), [("x11", "x11"), ("black", BLACK), ("cec", BLACK)])
def test_the_technicians_way_alone(wanted: str, way: str) -> None:
    assert Panel(wanted, Screen("xset", "wlr-randr"), lambda: [*WAYS]).put(False) == way


def test_the_ways_that_a_machine_may_have(tmp_path: Path) -> None:
    assert possible({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, tmp_path) == ["wayland"]
    (tmp_path / "cec0").touch()
    (tmp_path / "i2c-3").touch()
    assert possible({"DISPLAY": ":0"}, tmp_path) == ["x11", "cec", "ddc"]
