"""What is said of a film that was tried."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.files.trial import amiss

HELD = {"codec": "H264", "width": 1920, "height": 1080, "rate": 25.0, "due": 50, "shown": 48}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, ("", "")),
        ({"shown": 45}, ("", "")),
        ({"shown": 30},
         ("this machine drops 20 of 50 frames of it (H264, 1920 × 1080, 25 a second)",
          "save it smaller, as 1280 × 720 or with fewer frames a second")),
        ({"codec": "AV1", "shown": 0, "due": 0, "broken": "it shows no picture"},
         ("is not played by this machine: no codec here reads it (AV1, 1920 × 1080, 25 a second)",
          "save it as .mp4 with H.264, or .webm with VP9")),
        ({"codec": "", "broken": "Could not open file"},
         ("is not played by this machine: Could not open file",
          "save it as .mp4 with H.264, or .webm with VP9")),
    ],
)  # fmt: skip
def test_a_film_is_said_to_be_amiss(told: dict[str, Any], said: tuple[str, str]) -> None:
    answer = json.dumps({"broken": "", **HELD, **told})
    assert amiss(Path("a.mp4"), lambda _: f"noise\n{answer}\n") == said


def test_a_trial_that_tells_nothing_says_nothing() -> None:
    assert amiss(Path("a.mp4"), lambda _: "") == ("", "")
