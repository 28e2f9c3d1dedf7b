"""Films tried on the machine that checks them: those that no codec reads, or that are too much."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kiosk.exhibit.files.trial import WITHIN_S, amiss
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.model.pictures import Film
from kiosk.exhibit.model.record import in_languages, within
from kiosk.exhibit.model.words import Signing
from kiosk.exhibit.reading.draft import parts_of
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.machine.program import Run, answer

RUN = partial(answer, within_s=WITHIN_S)


def unheld(exhibit: Exhibit, folder: Path, run: Run = RUN) -> Iterator[Finding]:
    """Films that this machine does not play, or not whole: warnings, each file once."""
    tried: set[str] = set()
    for steps, file, silent in _films(exhibit):
        if file in tried:
            continue
        tried.add(file)
        message, hint = amiss(folder / file, run, silent=silent)
        if message:
            yield Finding(steps, f"{quoted(file)}: {message}", hint, "warning")


def _films(exhibit: Exhibit) -> Iterator[tuple[Steps, str, bool]]:
    """Films: where each is named, its file, and whether nothing is said to be heard in it."""
    for name, part in parts_of(exhibit).items():
        for steps, value in within((name,), part):
            if isinstance(value, Film):
                yield (*steps, "file"), value.file, value.silent
            elif isinstance(value, Signing):
                yield from ((at, file, False) for at, file in in_languages(steps, value))
