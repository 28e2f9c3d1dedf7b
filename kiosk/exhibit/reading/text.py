"""The text of a file that somebody has written."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from kiosk.exhibit.reading.problem import Problem, Refused, Spot, problem_at

MAX_BYTES = 2_000_000
UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_HEAD = 64


def read_text(path: Path, file: str) -> str:
    """The text of a content file named `file` in problems.

    Raises `Refused` if it cannot be opened, is too large, or is not UTF-8 text.
    """
    start = Spot(file, 1, 1)
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # opening a pipe would wait for ever
            raise Refused(problem_at(start, "", "is a pipe or a device, not a file"))
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused(problem_at(start, "", f"cannot be read: {reason}")) from None
    if len(data) > MAX_BYTES:
        raise Refused(
            problem_at(start, "", f"is larger than {MAX_BYTES // 1_000_000} MB", "split the file")
        )
    if data[:_HEAD].count(0) > len(data[:_HEAD]) // 4:  # UTF-16 without its mark, or no text
        raise _not_utf8(start)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        spot = _spot_after(file, data[: error.start].decode("utf-8", "replace"))
        raise _not_utf8(spot) from None
    if found := UNPRINTABLE.search(text):
        raise Refused(unprintable(_spot_after(file, text[: found.start()]), found.group()))
    return text


def _not_utf8(spot: Spot) -> Refused:
    hint = 'save the file with encoding "UTF-8"'
    return Refused(problem_at(spot, "", "is not UTF-8 text", hint))


def _spot_after(file: str, text: str) -> Spot:
    """The spot of the character after `text`."""
    lines = f"{text}.".splitlines()
    return Spot(file, len(lines), len(lines[-1]))


def unprintable(spot: Spot, character: str) -> Problem:
    """The problem of a character that cannot be seen."""
    return problem_at(
        spot, "", f"holds the unprintable character U+{ord(character):04X}", "remove it"
    )
