"""The things by which a machine speaks."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.machine.settings import Settings
from kiosk.qt.timing import Timekeeper
from kiosk.speech.sound import Sound
from kiosk.speech.transcript import Transcript
from kiosk.speech.voicings import Voicings, spoken_folder


@dataclass(frozen=True)
class Means:
    """Recordings, voicings, a sound and a transcript; without them there are captions alone.

    `content` is the folder of recordings and films. A `sound` is made for a stage and its timers.
    """

    content: Path = Path()
    voicings: Voicings = field(default_factory=lambda: Voicings(None))
    sound: Callable[[Timekeeper, QObject], Sound] | None = None
    transcript: Transcript | None = None
    full_dba: float = 75


def means_of(settings: Settings, content: Path, timers: Timekeeper) -> Means:
    """The means of this machine for an exhibit in `content`."""
    noted = os.environ.get("KIOSK_SPEECH_LOG")
    return Means(
        content=content,
        voicings=Voicings(spoken_folder(settings)),
        sound=Sound if settings.sound else None,
        transcript=Transcript(Path(noted), timers) if noted else None,
        full_dba=settings.speech.full_dba,
    )
