"""The loudness of speech: its steps, and where a visit begins."""

from __future__ import annotations

import math

import pytest

from kiosk.speech.loudness import EARS_BEGIN, QUIET_DBA, Loudness


@pytest.mark.parametrize("full_dba", [60, 65, 66, 75, 90])
def test_a_loudspeaker_begins_at_65_dba_at_the_most(full_dba: float) -> None:
    loudness = Loudness(full_dba)
    begins = full_dba + 20 * math.log10(loudness.gain)
    assert begins <= QUIET_DBA + 1e-9
    assert begins > QUIET_DBA - 3 or full_dba < QUIET_DBA


def test_its_steps_are_of_3_db_and_end() -> None:
    loudness = Loudness(75)
    before = loudness.gain
    loudness.step(1)
    assert math.isclose(20 * math.log10(loudness.gain / before), 3)
    for _ in range(30):
        loudness.step(1)
    assert (loudness.gain, loudness.percent) == (1, 100)
    for _ in range(30):
        loudness.step(-1)
    assert loudness.percent == 10
    loudness.reset()
    assert loudness.gain == before


def test_headphones_have_steps_of_their_own_and_begin_anew_each_time() -> None:
    loudness = Loudness(75)
    room = loudness.gain
    loudness.plug(True)
    assert loudness.percent == EARS_BEGIN
    loudness.step(1)
    assert loudness.percent == EARS_BEGIN + 10
    loudness.plug(True)
    assert loudness.percent == EARS_BEGIN
    loudness.plug(False)
    assert loudness.gain == room
