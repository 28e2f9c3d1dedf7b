"""The sound files of breaths in a folder, as `kiosk narrate` leaves them, and where each lies."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.machine import folders
from kiosk.machine.settings import Settings
from kiosk.speech.breaths import Breath, Sentence, clauses_of

log = logging.getLogger(__name__)

SPOKEN = "spoken"
"""The folder of a machine's state in which they lie, unless its settings name another."""

INDEX = "index.json"
"""The file that names, for each language, the file of what is said."""


def spoken_folder(settings: Settings) -> Path:
    """The folder in which this machine has what is spoken."""
    said = settings.speech.folder
    return Path(said) if said else folders.state_folder() / SPOKEN


class Voicings:
    """The files of a folder, by what they say; nothing is read before `open`.

    A sentence that has no file of its own is put together from those of its clauses.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: Mapping[str, Mapping[str, str]] = {}

    def offers(self) -> bool:
        """True if there is anything to hear."""
        return self._folder is not None and (self._folder / INDEX).is_file()

    def open(self) -> None:
        """Reads which files there are; without them all is missing, said once in the log."""
        if not self._files and self._folder is not None:
            self._files = self.index()

    def index(self) -> Mapping[str, Mapping[str, str]]:
        """The file of each text, by language; {}, with a line in the log, if there is no index."""
        try:
            found = json.loads(((self._folder or Path()) / INDEX).read_text("utf-8"))
        except (OSError, ValueError) as error:
            log.info("nothing can be spoken: %s; kiosk narrate makes it", error)
            return {}
        return found if isinstance(found, dict) else {}

    def close(self) -> None:
        """Forgets what was read."""
        self._files = {}

    def files(self, sentence: Sentence) -> list[Path | None]:
        """The files that say a sentence, one after the other; None for what is missing."""
        return [file for breath in sentence.breaths for file in self._of(breath)]

    def _of(self, breath: Breath) -> Iterator[Path | None]:
        """The files of the longest parts that there are, clause by clause."""
        text, cuts = breath.text, clauses_of(breath.text)
        at = 0
        while at < len(cuts):
            for end in range(len(cuts), at, -1):
                part = Breath(breath.language, text[cuts[at][0] : cuts[end - 1][1]])
                if file := self._file(part):
                    break
            yield file
            at = end

    def _file(self, breath: Breath) -> Path | None:
        name = self._files.get(breath.language, {}).get(breath.key)
        return self._folder / name if name and self._folder else None
