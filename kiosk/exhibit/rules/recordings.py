"""Recorded narration: what keeps its sound files from being played."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kiosk.exhibit.model import Recording
from kiosk.exhibit.reading.draft import Draft, in_languages
from kiosk.exhibit.reading.folder import inside
from kiosk.exhibit.reading.problem import Finding, Steps, quoted

MAX_BYTES = 20_000_000
SOUNDS = {
    ".wav": re.compile(rb"RIFF....WAVE", re.DOTALL),
    ".ogg": re.compile(rb"OggS.{0,300}?(?:OpusHead|\x01vorbis)", re.DOTALL),
    ".opus": re.compile(rb"OggS.{0,300}?OpusHead", re.DOTALL),
    ".flac": re.compile(rb"fLaC"),
    ".mp3": re.compile(rb"ID3|\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]"),
}
"""The first bytes of a sound file, by its ending."""


def unread(draft: Draft) -> Iterator[Finding]:
    """Recordings without a text to read."""
    for steps, record in draft.records:
        if getattr(record, "recording", None) and not getattr(record, "narration", None):
            hint = "write narration: with the words that are spoken"
            yield Finding((*steps, "recording"), "is not there to be read", hint)


def unplayable(draft: Draft) -> Iterator[Finding]:
    """Faults that keep a recording from being played."""
    for steps, recording in _recordings(draft):
        for at, file in in_languages(steps, recording):
            path = inside(draft.folder, file)
            if path is not None and os.path.isfile(path) and (fault := _fault(path)):
                yield Finding(at, f"{quoted(file)}: {fault[0]}", fault[1])


def _recordings(draft: Draft) -> Iterator[tuple[Steps, Recording]]:
    for steps, words in draft.words:
        if isinstance(words, Recording):
            yield steps, words


def _fault(path: Path) -> tuple[str, str] | None:
    """The fault that keeps a file from being played, and what to do about it."""
    ending = PurePosixPath(path).suffix.lower()
    if ending not in SOUNDS:
        return "is not a sound file by its name", f"one of {', '.join(SOUNDS)}"
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        return f"cannot be read: {error.strerror}", ""
    if size > MAX_BYTES:
        return f"is larger than {MAX_BYTES // 1_000_000} MB", "save it as .ogg (Opus)"
    if SOUNDS[ending].match(head):
        return None
    for other, begins in SOUNDS.items():
        if begins.match(head):
            return f"holds {other} sound", f"rename it to end in {other}"
    return f"holds no {ending} sound", "save it anew"
