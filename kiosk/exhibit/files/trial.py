"""The outcome of trying a film on a machine, as `python -m kiosk.media.trial FILE` tells it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

DROPPED = 0.1
"""The share of frames that may be dropped before anybody sees it."""

BROWSED = ("H264", "VP8", "VP9", "AV1")
"""The codecs that browsers play, by the names that Qt has for them."""

BETTER = "save it as .mp4 with H.264, or .webm with VP9"

WITHIN_S = 15
"""A trial that has not ended by then never will."""


def amiss(
    film: Path, run: Callable[[Sequence[str]], str], *, silent: bool = False
) -> tuple[str, str]:
    """The fault of a film on this machine, and what to do about it; "" for none, or no answer.

    One that is said to be `silent` has nothing to be heard. `run` runs a program and gives its
    answer.
    """
    answer = run((sys.executable, "-m", "kiosk.media.trial", str(film))).strip()
    if not answer:
        return "", ""
    told = json.loads(answer.splitlines()[-1])
    size = f"{told['width']} × {told['height']}, {told['rate']:g} a second"
    if told["broken"]:
        why = (
            f"no codec here reads it ({told['codec']}, {size})" if told["codec"] else told["broken"]
        )
        return f"is not played by this machine: {why}", BETTER
    if told["codec"] not in BROWSED:
        return f"is not played by browsers, on the site ({told['codec']})", BETTER
    if silent and told["heard"]:
        return "has sound, and is said to be silent", "give it captions, or save it without sound"
    lost = told["due"] - told["shown"]
    if lost > DROPPED * told["due"]:
        said = f"this machine drops {lost} of {told['due']} frames of it ({told['codec']}, {size})"
        return said, "save it smaller, as 1280 × 720 or with fewer frames a second"
    return "", ""
