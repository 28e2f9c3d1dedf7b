"""Make the sounds: the chime and the cues of the spoken way.

still-there.wav is two soft notes, a rising fourth, that ask whether anyone is there.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

RATE = 44_100
"""Samples a second."""
SECONDS = 1.4
PEAK = 10 ** (-12 / 20)
"""The loudest sample: -12 dB of full scale."""
NOTES = ((587.33, 0.0), (783.99, 0.28))
"""Hertz of each note (D5, G5) and the second it starts at."""
PARTIALS = ((1, 1.0), (2, 0.22), (3, 0.06))
"""Multiples of a note's frequency and their loudness: little brightness."""
ATTACK = 0.025
DECAY = 0.30
"""Seconds to rise, and to fall to 1/e."""

CUE_PEAK = 10 ** (-18 / 20)
"""The loudest sample of a cue: 6 dB below the chime's, and below what is said."""
CUES = {
    "stop": [(1400.0, 0.0, 0.03)],
    "round": [(700.0, 0.0, 0.03), (700.0, 0.07, 0.03)],
    "in": [(587.33, 0.0, 0.09), (880.0, 0.09, 0.09)],
    "out": [(880.0, 0.0, 0.09), (587.33, 0.09, 0.09)],
    "done": [(1046.5, 0.0, 0.06)],
    "cannot": [(160.0, 0.0, 0.12)],
}
"""The hertz of each note of a cue, the second it starts at, and the seconds it lasts."""


def note(hertz: float, age: float) -> float:
    """A note `age` seconds after its start, before scaling; silent until then."""
    if age <= 0:
        return 0.0
    rise = 0.5 - 0.5 * math.cos(math.pi * min(age / ATTACK, 1.0))
    fall = math.exp(-age / DECAY)
    tone = sum(loud * math.sin(math.tau * hertz * times * age) for times, loud in PARTIALS)
    return rise * fall * tone


def chime() -> list[float]:
    """All samples, the loudest at PEAK, ending in silence."""
    count = int(RATE * SECONDS)
    ending = [min(1.0, (count - i) / (0.1 * RATE)) for i in range(count)]
    raw = [
        end * sum(note(hertz, i / RATE - at) for hertz, at in NOTES) for i, end in enumerate(ending)
    ]
    loudest = max(map(abs, raw))
    return [PEAK * sample / loudest for sample in raw]


def cue(name: str) -> list[float]:
    """All samples of a cue, the loudest at CUE_PEAK, without a click at either end."""
    notes = CUES[name]
    found = [0.0] * int(RATE * max(at + lasts for _, at, lasts in notes))
    for hertz, at, lasts in notes:
        for i in range(int(RATE * lasts)):
            share = i / (RATE * lasts)
            swell = math.sin(math.pi * share) ** 0.5
            found[int(RATE * at) + i] += CUE_PEAK * swell * math.sin(math.tau * hertz * i / RATE)
    return found


def main() -> None:
    """Write the files beside this one: 16 bits, one channel."""
    write("still-there", chime())
    for name in CUES:
        write(f"cue-{name}", cue(name))


def write(name: str, loud: list[float]) -> None:
    """Write samples of -1 to 1 as a file of a name."""
    samples = array.array("h", (round(32_767 * sample) for sample in loud))
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


if __name__ == "__main__":
    main()
