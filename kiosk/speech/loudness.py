"""The loudness of speech, by loudspeaker and by headphones."""

from __future__ import annotations

STEP_DB = 3.0
"""A step of the loudspeaker."""

LEAST_DB = -30.0

QUIET_DBA = 65.0
"""The loudest that a loudspeaker may be as a visit begins (EN 301 549, 5.1.3.13)."""

EARS_BEGIN, EARS_STEP = 40, 10
"""The loudness of headphones as they are put in, and a step of it, in per cent."""


class Loudness:
    """Steps of 3 dB for the room, of 10 % for the ear.

    A loudspeaker at full loudness makes `full_dba` at 600 mm, as its installer has measured; it
    begins each visit with 65 dBA or less.
    """

    def __init__(self, full_dba: float) -> None:
        self._full_dba = full_dba
        self._ears = False
        self.reset()

    def reset(self) -> None:
        """Is as loud as at a visit's begin."""
        steps = max(0, -(-(self._full_dba - QUIET_DBA) // STEP_DB))
        self._db = max(LEAST_DB, -steps * STEP_DB)
        self._percent = EARS_BEGIN

    def plug(self, ears: bool) -> None:
        """Goes over to headphones, from their first step, or back."""
        self._ears, self._percent = ears, EARS_BEGIN

    def step(self, by: int) -> None:
        """A step louder, 1, or softer, -1."""
        if self._ears:
            self._percent = min(100, max(EARS_STEP, self._percent + by * EARS_STEP))
        else:
            self._db = min(0.0, max(LEAST_DB, self._db + by * STEP_DB))

    @property
    def gain(self) -> float:
        """The factor of the sound's amplitude, 0 to 1."""
        return (self._percent / 100) ** 2 if self._ears else 10 ** (self._db / 20)

    @property
    def percent(self) -> int:
        """The step in per cent of all there are, in tens."""
        return self._percent if self._ears else round(10 - self._db / LEAST_DB * 9) * 10
