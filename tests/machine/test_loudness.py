"""The volume, by the first mixer that answers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kiosk.machine.loudness import Loudness


class Mixer:
    """A machine with one mixer."""

    def __init__(self, program: str, volume: int) -> None:
        self.program, self.volume = program, volume

    def __call__(self, command: Sequence[str]) -> str:
        if command[0] != self.program:
            return ""
        if "set-volume" in command or "set" in command:
            self.volume = int(command[-1].rstrip("%"))
        wpctl = f"Volume: {self.volume / 100:.2f}\n"
        return wpctl if self.program == "wpctl" else f"  Mono: Playback 48 [{self.volume}%] [on]\n"


@pytest.mark.parametrize("program", ["wpctl", "amixer"])
def test_louder_and_softer(program: str) -> None:
    mixer = Mixer(program, 95)
    loudness = Loudness(mixer)
    assert loudness.volume == 95
    loudness.step(10)
    assert (mixer.volume, loudness.volume) == (100, 100)
    loudness.step(-30)
    assert (mixer.volume, loudness.volume) == (70, 70)


def test_a_machine_without_a_mixer_has_no_volume() -> None:
    loudness = Loudness(lambda command: "")
    assert loudness.volume == -1
    loudness.step(10)
    assert loudness.volume == -1
