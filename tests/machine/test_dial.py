"""The machine's volume and brightness, by the first program that answers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kiosk.machine.dial import BRIGHTNESS, DIM, VOLUME, Dial, Way

ANSWERS = {
    "wpctl": "Volume: {:.2f}\n",
    "pactl": "Volume: front-left: 26214 /  {}% / -23.88 dB\n",
    "amixer": "  Mono: Playback 48 [{}%] [on]\n",
    "brightnessctl": "intel_backlight,backlight,600,{}%,1200\n",
    "ddcutil": "VCP 10 C {} 50\n",
}


class Thing:
    """A machine with one program that answers, as that program does."""

    def __init__(self, program: str, per_cent: int) -> None:
        self.program, self.per_cent = program, per_cent

    def __call__(self, command: Sequence[str]) -> str:
        if command[0] != self.program:
            return ""
        fine = self.program == "ddcutil"
        if {"set-volume", "set-sink-volume", "set", "setvcp"} & {*command}:
            self.per_cent = int(command[-1].rstrip("%")) * (2 if fine else 1)
            return ""
        told = {"wpctl": self.per_cent / 100, "ddcutil": self.per_cent // 2}
        return ANSWERS[self.program].format(told.get(self.program, self.per_cent))


@pytest.mark.parametrize(
    ("ways", "program"),
    [
        *((VOLUME, program) for program in ("wpctl", "pactl", "amixer")),
        *((BRIGHTNESS, program) for program in ("brightnessctl", "ddcutil")),
    ],
)
def test_it_is_turned_up_and_down(ways: Sequence[Way], program: str) -> None:
    thing = Thing(program, 94)
    dial = Dial(ways, thing)
    assert dial.value == 94
    dial.step(10)
    assert (thing.per_cent, dial.value) == (100, 100)
    dial.step(-30)
    assert (thing.per_cent, dial.value) == (70, 70)


def test_a_machine_without_one_has_no_value() -> None:
    dial = Dial(VOLUME, lambda command: "")
    assert dial.value == -1
    dial.step(10)
    assert dial.value == -1


def test_a_screen_never_goes_dark() -> None:
    thing = Thing("ddcutil", 20)
    dial = Dial(BRIGHTNESS, thing, least=DIM)
    for _ in range(3):
        dial.step(-10)
    assert thing.per_cent == DIM
