"""Rules on the files that the content names: each is there, by a path that holds everywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from kiosk.exhibit.model import FilePath
from kiosk.exhibit.reading.draft import Draft, marked, texts_in
from kiosk.exhibit.reading.files import inside, link_fault
from kiosk.exhibit.reading.lookalikes import slip, straight
from kiosk.exhibit.reading.problem import Finding, nearest, quoted

PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp"}

OF_A_COMPUTER = re.compile(r"[A-Za-z]:[/\s]|/|~|file:", re.IGNORECASE)
OF_THE_WEB = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+://|https?:|www\.|data:", re.IGNORECASE)
"""Beginnings of paths that lead to a file of one computer, or of the web."""


def missing_files(draft: Draft) -> Iterator[Finding]:
    """Every named file is there, inside the content folder."""
    for steps, record in draft.records:
        for name in marked(type(record), FilePath):
            for at, file in texts_in((*steps, name), getattr(record, name)):
                fault = _fault(file, draft)
                if fault or os.path.isabs(file):
                    message, hint = _misnamed(file, draft)
                    yield Finding(at, message or fault, hint or _near(file, draft))


def _misnamed(file: str, draft: Draft) -> tuple[str, str]:
    """Message and hint for a path that can lead to no file of the folder as it is written."""
    said, plain = quoted(file), straight(file).replace("\\", "/")
    near = _near(plain, draft) or f"name it from there: {quoted(plain.rpartition('/')[2])}"
    if OF_THE_WEB.match(plain):
        return f"{said} is an address of the web", f"save it in the content folder; {near}"
    if OF_A_COMPUTER.match(plain):
        return f"{said} is a path of one computer", f"copy it into the content folder; {near}"
    if re.search(r"[\t\r\n\x85\u2028\u2029]", file):
        hint = 'write it with "/": within double quotes a "\\" changes what follows'
        return f"{said} holds a tab or the end of a line", hint
    if "\\" in file:
        return f'{said} is written with "\\"', f"write {quoted(plain)}"
    meant = inside(draft.folder, plain)
    return slip(file) if meant and os.path.isfile(meant) else ("", "")


def _near(file: str, draft: Draft) -> str:
    """A question that offers a file of the same sort with this name, or the nearest to it."""
    path = PurePosixPath(file)
    sound = [stems for end, stems in draft.files_by_name.items() if _alike(end, path.suffix)]
    names = {stem: found for stems in reversed(sound) for stem, found in stems.items()}
    names |= draft.files_by_name.get(path.suffix, {})
    near = names.get(path.stem) or names.get(nearest(path.stem, names), "")
    return f"did you mean {quoted(near)}?" if near not in ("", file) else ""


def _alike(one: str, other: str) -> bool:
    """True if two endings of files are written for the same sort of file."""
    one, other = one.lower(), other.lower()
    return one == other or {one, other} <= PICTURES


def _fault(file: str, draft: Draft) -> str:
    path = inside(draft.folder, file)
    if fault := link_fault(draft.folder, file):
        return f"{quoted(file)} {fault}"
    if path is None:
        return f"{quoted(file)} leads out of the content folder"
    if os.path.isfile(path):  # where Path.is_file raises, for a name too long, it says no
        return ""
    if os.path.isdir(path):
        return f"{quoted(file)} is a folder"
    if os.path.exists(path):
        return f"{quoted(file)} is not a file that can be read"
    return f"there is no file {quoted(file)}"
