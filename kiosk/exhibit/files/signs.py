"""Drawings of an exhibit's own arms, taken into its records: whoever shows them opens no file."""

from __future__ import annotations

from pathlib import Path

from kiosk.exhibit.files.drawing import DrawingError, drawing_of, read_drawing, silhouette
from kiosk.exhibit.model import Exhibit, OwnArm
from kiosk.exhibit.reading.files import inside

MAX_LETTERS = 8_000
"""A sign is a few shapes: it is as long as that at most."""


def sign_of(folder: Path, arm: OwnArm) -> str | None:
    """The drawing of an arm as an SVG in one colour, None without one. Raises `DrawingError`."""
    path = inside(folder, arm.drawing) if arm.drawing else None
    if path is None and arm.sign is None:
        return None
    sign = silhouette(read_drawing(path) if path else drawing_of(arm.sign or ""))
    if len(sign) > MAX_LETTERS:
        hint = "a sign is a few shapes; draw it more simply"
        raise DrawingError(f"is longer than {MAX_LETTERS:,} letters", hint)
    return sign


def with_signs(folder: Path, exhibit: Exhibit) -> Exhibit:
    """The exhibit with the drawings of its arms in them; one that can't be drawn has none."""
    arms = tuple(arm.model_copy(update={"sign": _found(folder, arm)}) for arm in exhibit.arms)
    return exhibit.model_copy(update={"arms": arms})


def _found(folder: Path, arm: OwnArm) -> str | None:
    try:
        return sign_of(folder, arm)
    except DrawingError:
        return None
