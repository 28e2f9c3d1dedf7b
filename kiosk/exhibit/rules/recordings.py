"""Recordings and films: what keeps one from being played, or from being followed unheard."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.exhibit.files.captions import CaptionsError, read_captions
from kiosk.exhibit.model import Film, Recording, Signing
from kiosk.exhibit.model.record import in_languages
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.files import inside
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


MAX_FILM_BYTES = 200_000_000
FILMS = {
    ".mp4": re.compile(rb".{4}ftyp", re.DOTALL),
    ".webm": re.compile(rb"\x1aE\xdf\xa3"),
}
"""The first bytes of a film, by its ending."""


def unread(draft: Draft) -> Iterator[Finding]:
    """Recordings and films without a text to read."""
    for steps, record in draft.records:
        if isinstance(record, Film):
            continue  # which has its transcript
        for key, told in (("recording", "spoken"), ("signed", "signed")):
            if getattr(record, key, None) and not getattr(record, "narration", None):
                hint = f"write narration: with the words that are {told}"
                yield Finding((*steps, key), "is not there to be read", hint)


def unplayable(draft: Draft) -> Iterator[Finding]:
    """Faults that keep a recording or a film from being played."""
    for steps, words in draft.words:
        if not isinstance(words, Recording | Signing):
            continue
        sort = FILM if isinstance(words, Signing) else SOUND
        for at, file in in_languages(steps, words):
            path = inside(draft.folder, file)
            if path is not None and os.path.isfile(path) and (fault := _fault(path, sort)):
                yield Finding(at, f"{quoted(file)}: {fault[0]}", fault[1])


def uncaptioned(draft: Draft) -> Iterator[Finding]:
    """Films that those who don't hear can't follow, and captions of what can't be heard."""
    for steps, film in _films(draft):
        if film.silent and film.captions:
            yield Finding((*steps, "captions"), "is of a film that is silent", "remove one of both")
        elif not film.silent and not film.captions:
            hint = "name a .vtt file in each language, or say silent: true if there is no sound"
            yield Finding(steps, "has no captions", hint)


def unplayable_films(draft: Draft) -> Iterator[Finding]:
    """Faults that keep a film from being played, or its captions from being read."""
    for steps, film in _films(draft):
        path = inside(draft.folder, film.file)
        if path is not None and os.path.isfile(path) and (fault := _fault(path, FILM)):
            yield Finding((*steps, "file"), f"{quoted(film.file)}: {fault[0]}", fault[1])
        for at, file in in_languages((*steps, "captions"), film.captions) if film.captions else ():
            path = inside(draft.folder, file)
            if path is None or not os.path.isfile(path):
                continue
            try:
                read_captions(path)
            except CaptionsError as error:
                yield Finding(at, f"{quoted(file)}: {error}", error.hint)


def _films(draft: Draft) -> Iterator[tuple[Steps, Film]]:
    for number, picture in enumerate(draft.entries("pictures")):
        if picture.film:
            yield ("pictures", number, "film"), picture.film


@dataclass(frozen=True)
class Sort:
    """A sort of files: how it is called, how each begins by its ending, the most bytes."""

    name: str
    file: str
    begins: Mapping[str, re.Pattern[bytes]]
    most: int
    better: str


SOUND = Sort("sound", "a sound file", SOUNDS, MAX_BYTES, ".ogg (Opus)")
FILM = Sort("film", "a film", FILMS, MAX_FILM_BYTES, ".mp4 (H.264), smaller")


def _fault(path: Path, sort: Sort) -> tuple[str, str] | None:
    """The fault that keeps a file from being played, and what to do about it."""
    ending = PurePosixPath(path).suffix.lower()
    if ending not in sort.begins:
        return f"is not {sort.file} by its name", f"one of {', '.join(sort.begins)}"
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        return f"cannot be read: {error.strerror}", ""
    if size > sort.most:
        return f"is larger than {sort.most // 1_000_000} MB", f"save it as {sort.better}"
    if sort.begins[ending].match(head):
        whole = ending != ".mp4" or _whole_mp4(path, size)
        return None if whole else ("is cut short", "save it anew")
    for other, begins in sort.begins.items():
        if begins.match(head):
            return f"holds {other} {sort.name}", f"rename it to end in {other}"
    return f"holds no {ending} {sort.name}", "save it anew"


def _whole_mp4(path: Path, size: int) -> bool:
    """True if a film has its boxes whole (ISO/IEC 14496-12, 4.2), with the one that lists it."""
    at, kinds = 0, set()
    with path.open("rb") as stream:
        while at + 8 <= size:
            stream.seek(at)
            head = stream.read(16)
            length, kind = int.from_bytes(head[:4]), head[4:8]
            if length == 1:
                length = int.from_bytes(head[8:])
            elif length == 0:
                length = size - at
            if length < 8:
                break
            kinds.add(kind)
            at += length
    return at <= size and b"moov" in kinds
