"""Readings of an entry beside its text: for the ear, and in easy words."""

from __future__ import annotations

from kiosk.exhibit.model import Panel, Passage, Record, Title, Words

Narrated = Passage | Panel | Title
"""An entry that may have a narration."""


def narrated(entry: Record | Panel | Title | None) -> Narrated | None:
    """The entry, if it may have a narration."""
    return entry if isinstance(entry, Narrated) else None


def plain(entry: Record | Panel | Title | None) -> Words | None:
    """The text of an entry in easy words, if it has one."""
    return entry.plain if isinstance(entry, Passage) else None
