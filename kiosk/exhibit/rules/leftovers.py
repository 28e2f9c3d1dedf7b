"""Files of the content folder that the content does not use, and links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.files import is_yaml, link_fault, printable
from kiosk.exhibit.reading.problem import Finding, Spot
from kiosk.exhibit.rules.filenames import missing_files


def broken_links(draft: Draft) -> Iterator[Finding]:
    """Links that would be lost, or lead elsewhere, where the folder is copied to: warnings."""
    for path in map(Path, draft.files):
        if is_yaml(path) or path.as_posix() in draft.texts:
            continue  # which says so itself
        if fault := link_fault(draft.folder, str(path)):
            yield _about(path, fault, "put the file itself into the folder")


def unused_files(draft: Draft) -> Iterator[Finding]:
    """Files that nothing in the content names: warnings.

    None where a part of the exhibit lacks, or a file that is named: one of these may be meant.
    """
    lacking = any(key not in draft.parts for key in Exhibit.required_keys)
    if lacking or not draft.complete or any(missing_files(draft)):
        return
    scans = (one.scan for one in draft.entries("pictures") if one.scan)
    tiles = tuple(f"{Path(scan).with_suffix('').as_posix()}_files/" for scan in scans)
    for path in map(Path, draft.files):
        if path.as_posix().startswith(tiles):
            continue
        if path.as_posix() in draft.texts or is_yaml(path) or _for_people(path):
            continue
        if not link_fault(draft.folder, str(path)):
            yield _about(path, "is named by nothing", "name it in the content, or remove it")


def _for_people(path: Path) -> bool:
    return path.suffix.lower() == ".md" or path.name.upper().startswith("LICENSE")


def _about(path: Path, message: str, hint: str) -> Finding:
    return Finding((), message, hint, "warning", Spot(printable(path), 1, 1))
