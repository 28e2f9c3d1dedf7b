"""Captions of a film: what is heard in it and when, read from WebVTT (W3C)."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 2_000_000
_HEADER = re.compile(r"WEBVTT(?:[ \t]|$)")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")
_TAG = re.compile(r"<[^<>]*>")


class CaptionsError(ValueError):
    """The fault of a captions file at one of its lines, counted from 1, and what to do about it."""

    def __init__(self, message: str, hint: str = "", line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.hint = hint


@dataclass(frozen=True)
class Cue:
    """A caption and when it is seen, in ms of the film."""

    begins: int
    ends: int
    text: str


def read_captions(path: Path) -> tuple[Cue, ...]:
    """The captions of a file in the order in which they begin. Raises `CaptionsError`."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        raise CaptionsError(f"can't be read: {error.strerror or error}") from None
    if data is None:
        raise CaptionsError(f"is larger than {MAX_BYTES // 1_000_000} MB", "is it a film?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CaptionsError("is not written in UTF-8", "save it as UTF-8") from None
    lines = text.replace("\0", "\ufffd").splitlines()
    if not lines or not _HEADER.match(lines[0]):
        hint = "its first line is WEBVTT; a program for captions saves .srt as .vtt"
        raise CaptionsError("is no WebVTT", hint)
    cues = tuple(_cues(lines))
    if not cues:
        raise CaptionsError("holds no caption", "each is a line 00:01.000 --> 00:04.000, and text")
    return cues


def caption_at(cues: Sequence[Cue], ms: int) -> str:
    """The caption that is seen at a moment of the film; "" for none."""
    begun = cues[: bisect_right(cues, ms, key=lambda cue: cue.begins)]
    return "\n".join(cue.text for cue in begun[-2:] if ms < cue.ends)


def _cues(lines: Sequence[str]) -> Iterator[Cue]:
    """The cues of the lines after the first; each begins no earlier than the one before."""
    last = 0
    for first, block in _blocks(lines):
        if _ASIDE.match(block[0]):
            continue
        timed = 0 if "-->" in block[0] else 1
        times = _TIMES.fullmatch(block[timed].strip()) if timed < len(block) else None
        if not times:
            hint = "such as 00:01.000 --> 00:04.000"
            raise CaptionsError("says no time from and to", hint, first + timed)
        begins, ends = _ms(times.groups()[:4]), _ms(times.groups()[4:])
        if ends <= begins:
            raise CaptionsError("ends before it begins", "", first + timed)
        if begins < last:
            raise CaptionsError("begins before the caption above it", "", first + timed)
        last = begins
        text = html.unescape(_TAG.sub("", "\n".join(block[timed + 1 :]))).strip()
        if not text:
            raise CaptionsError("has no text", "", first + timed)
        yield Cue(begins, ends, text)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines without an empty one between them, with the number of the first; not the header's."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            if number - len(block) > 1:
                yield number - len(block), block
            block = []


def _ms(time: Sequence[str | None]) -> int:
    hours, minutes, seconds, ms = (int(part or 0) for part in time)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms
