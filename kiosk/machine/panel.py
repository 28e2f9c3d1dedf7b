"""The panel of the screen, really off: by the first way that is seen to have worked."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from kiosk.machine.program import Run, answer

ANSWER_S = 15
"""A screen may take long to answer; it is not waited for in the loop that draws."""

ask = partial(answer, within_s=ANSWER_S)

OUTPUT = "KIOSK_OUTPUT"
"""The variable with the output that shows the exhibit, where the others are off."""


def by_wayland(run: Run, on: bool) -> bool:
    """By the compositor, where it has output management: cage 0.2, Debian 13.

    Where the start has left one output on, the others stay off.
    """
    shown = os.environ.get(OUTPUT, "")

    def outputs() -> dict[str, bool]:
        found: dict[str, bool] = {}
        name = ""
        for line in run(["wlr-randr"]).splitlines():
            if line and not line[0].isspace():
                name = line.split()[0]
            elif name and line.strip().startswith("Enabled:"):
                found[name] = line.split()[-1] == "yes"
        return {shown: found[shown]} if shown in found else found

    for name in outputs():
        run(["wlr-randr", "--output", name, "--on" if on else "--off"])
    found = outputs()
    return bool(found) and all(each is on for each in found.values())


def by_sway(run: Run, on: bool) -> bool:
    """By sway, which Debian 12 may have in place of cage."""
    run(["swaymsg", "output * dpms " + ("on" if on else "off")])
    states = re.findall(r'"(?:dpms|power)": (true|false)', run(["swaymsg", "-t", "get_outputs"]))
    return bool(states) and all((state == "true") is on for state in states)


def by_x(run: Run, on: bool) -> bool:
    """By the X server's power saving."""
    run(["xset", "+dpms"])
    run(["xset", "dpms", "force", "on" if on else "off"])
    said = "Monitor is On" if on else "Monitor is Off"
    done = said in run(["xset", "q"])
    if on:
        run(["xset", "-dpms", "s", "off", "s", "noblank"])
    return done


def by_cec(run: Run, on: bool) -> bool:
    """By the cable, as remote controls do; few PCs can."""
    run(["cec-ctl", "--playback", "--to", "0", "--image-view-on" if on else "--standby"])
    state = run(["cec-ctl", "--to", "0", "--give-device-power-status"])
    return ("pwr-state: on" if on else "pwr-state: standby") in state.replace(
        "to-standby", "standby"
    )


def by_ddc(run: Run, on: bool) -> bool:
    """By the screen's own controls (DDC/CI)."""
    run(["ddcutil", "setvcp", "D6", "1" if on else "4"])
    found = re.search(r"VCP D6 SNC x0(\d)", run(["ddcutil", "getvcp", "D6", "--brief"]))
    return found is not None and (found[1] == "1") is on


WAYS: dict[str, Callable[[Run, bool], bool]] = {
    "wayland": by_wayland,
    "sway": by_sway,
    "x11": by_x,
    "cec": by_cec,
    "ddc": by_ddc,
}
"""The ways in the order in which they are tried."""

BLACK = "black"
"""The way of a panel that can't be put off: it shows black, and its light stays on."""


def possible(
    surroundings: Mapping[str, str] = os.environ, devices: Path = Path("/dev")
) -> list[str]:
    """The ways that this machine may have."""
    wayland, sway = "WAYLAND_DISPLAY" in surroundings, "SWAYSOCK" in surroundings
    found = {
        "wayland": wayland,
        "sway": sway,
        "x11": "DISPLAY" in surroundings and not wayland,
        "cec": any(devices.glob("cec*")),
        "ddc": any(devices.glob("i2c-*")),
    }
    return [way for way in WAYS if found[way]]


class Panel:
    """The panel, put off and on by the `wanted` way; of "" by the first that works."""

    def __init__(
        self, wanted: str = "", run: Run = ask, ways: Callable[[], Sequence[str]] = possible
    ) -> None:
        self._wanted, self._run, self._ways = wanted, run, ways
        self._worked = ""

    def put(self, on: bool) -> str:
        """Puts it on or off; the way by which that was seen, else "black". It may take long."""
        tried = [self._wanted] if self._wanted else [self._worked, *self._ways()]
        for way in dict.fromkeys(tried):
            if way in WAYS and WAYS[way](self._run, on):
                self._worked = way
                return way
        return BLACK
