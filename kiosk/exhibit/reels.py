"""The films of an exhibit: those behind pictures, and those in sign language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.exhibit.kinds import KINDS, ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.model.words import Captions, Signing
from kiosk.exhibit.ref import Ref

TITLE = "title"
"""The key of the film in which the exhibit's own narration is signed."""


@dataclass(frozen=True)
class Reel:
    """A film, in each language one where it is signed, with what is heard in it, if anything."""

    file: str | Signing
    captions: Captions | None = None
    silent: bool = True

    @property
    def files(self) -> tuple[str, ...]:
        """The files in all languages."""
        return (self.file,) if isinstance(self.file, str) else tuple(self.file.root.values())

    def file_in(self, language: str) -> str:
        """The file in a language."""
        return self.file if isinstance(self.file, str) else self.file.in_(language)


def reels_of(exhibit: Exhibit) -> dict[str, Reel]:
    """All films: behind a picture by its id, in sign language by the ref of what is signed."""
    return dict(_reels(exhibit))


def _reels(exhibit: Exhibit) -> Iterator[tuple[str, Reel]]:
    for picture in exhibit.pictures:
        if film := picture.film:
            yield picture.id, Reel(film.file, film.captions, film.silent)
            if film.signed:
                yield ref_of(picture), Reel(film.signed, film.captions)
    if exhibit.exhibit.signed:
        yield TITLE, Reel(exhibit.exhibit.signed)
    for kind in KINDS:
        if kind.has("signed"):
            for key, record in exhibit.entries(kind.name).items():
                if record.signed:
                    yield Ref.of(kind.name, key), Reel(record.signed)
