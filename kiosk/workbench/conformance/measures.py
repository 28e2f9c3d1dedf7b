"""All measures of an exhibit on a machine, taken once, by the names that rules call them by."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.model.record import within
from kiosk.exhibit.reading.draft import parts_of
from kiosk.machine import folders
from kiosk.machine.keymap import Key
from kiosk.machine.settings import Settings
from kiosk.publish.output import counting
from kiosk.workbench.conformance import changes, glass, trials
from kiosk.workbench.conformance.hand import Hand
from kiosk.workbench.conformance.measured import Measured
from kiosk.workbench.conformance.walk import Walk, walked_cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.crew import Crew, Lost
from kiosk.workbench.layout.visiting import SharpMap, visited

LOG = "KIOSK_SPEECH_LOG"
"""The variable that names the file in which all that is said is noted."""


def taken(exhibit: Exhibit, folder: Path, settings: Settings) -> dict[str, Measured]:
    """Every measure; of those of a walk, the walks in all languages are one."""
    found = dict(by_keys(settings))
    found["photographs"] = trials.photographs(exhibit)
    found["voiced"] = trials.voiced(exhibit, settings, folders.resources() / "words")
    size, inches = glass.shape_of(settings)
    walks = [
        Combination(size, language, inches=inches, machine=settings)
        for language in exhibit.exhibit.languages
    ]
    found |= walked(exhibit, folder, walks)
    return found | glass.measured(exhibit, folder, settings)


def walked(exhibit: Exhibit, folder: Path, chosen: Sequence[Combination]) -> dict[str, Measured]:
    """The measures of visits, each in a process of its own; none of them where one has broken."""
    crew = Crew([partial(visit, exhibit, folder, on) for on in chosen])
    found, whole = dict[str, Measured](), True
    with counting("Walking by keys", len(walked_cases(exhibit)) * len(chosen)) as advance:
        for place, told in crew.work():
            if told is None:
                advance()
            elif isinstance(told, Lost):
                print(f"{chosen[place]}: the walk ended with code {told.code}", file=sys.stderr)
                whole = False
            else:
                for name, one in told.items():
                    found[name] = both(found[name], one) if name in found else one
    return found if whole else dict.fromkeys(found, Measured(None))


def by_keys(settings: Settings) -> Iterator[tuple[str, Measured]]:
    """The measures that need no window."""
    yield "repeats", trials.keys_repeat(settings)
    yield "apart", trials.keys_apart(settings)
    yield "alone", trials.keys_alone(settings)
    yield "unlettered", trials.keys_unlettered(settings)
    yield "chime", trials.chime(folders.resources() / "sounds" / "still-there.wav")
    loud, quiet = trials.loudness(settings)
    yield "loud", loud
    yield "quiet", quiet
    yield "ears", trials.ears()


def visit(
    exhibit: Exhibit, folder: Path, on: Combination, done: Callable[[], object]
) -> dict[str, Measured]:
    """The measures of a visit in one language: a walk, then its trials; `done` after each case."""
    base = partial(SharpMap, px_per_mm=on.glass.px_per_mm)
    with noted() as transcript, visited(exhibit, folder, on, base) as (kiosk, time):
        found = Walk(kiosk, time, on, transcript).through(walked_cases(exhibit), done)
        hand = Hand(kiosk, time, on.settings.keypad)
        found["slides"] = trials.slides(hand)
        found["aids"] = changes.aids(hand)
        found["flashes"] = changes.flashes(hand)
        found["ends"] = trials.speech_ends(hand)
        found["waits"] = trials.waits(hand, on.settings)
    return found


@contextmanager
def noted() -> Iterator[Path]:
    """A file in which all that is said is noted."""
    before = os.environ.get(LOG)
    with TemporaryDirectory() as folder:
        os.environ[LOG] = str(Path(folder) / "said")
        try:
            yield Path(os.environ[LOG])
        finally:
            del os.environ[LOG]
            if before is not None:
                os.environ[LOG] = before


def both(one: Measured, other: Measured) -> Measured:
    """Two outcomes of a measure as one: numbers of things add up, of others the first stand."""
    figures = {**other.figures, **one.figures}
    if "taken" in one.figures and "taken" in other.figures:
        figures["taken"] = int(str(one.figures["taken"])) + int(str(other.figures["taken"]))
    holds = None if one.holds is None or other.holds is None else one.holds and other.holds
    return Measured(holds, figures, (*one.against, *other.against))


def lacks(exhibit: Exhibit, settings: Settings, found: Mapping[str, Measured]) -> set[str]:
    """The things that rules ask something of and that aren't there."""
    there = {
        "film": has(exhibit, "film") or has(exhibit, "signed"),
        "recording": has(exhibit, "recording"),
        "speaker": settings.sound,
        "jack": Key.JACK_IN in settings.keypad,
        "entry": "entries" in found,
    }
    return {name for name, is_there in there.items() if not is_there}


def has(exhibit: Exhibit, field: str) -> bool:
    """True if any record has something in a field."""
    for name, part in parts_of(exhibit).items():
        for _, value in within((name,), part):
            if getattr(value, field, None):
                return True
    return False
