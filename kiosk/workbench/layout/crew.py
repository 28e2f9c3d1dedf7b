"""Crew: as many processes as there are cores, each of which makes one tour and goes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.flaw import Flaw
from kiosk.workbench.layout.tour import Sighting, cases_in, toured

Told = tuple[int, list[Sighting] | None]
"""The place of a combination, and what was found in it; None for one more screen of it."""


@dataclass
class _Tour:
    """A tour that goes on in a process: the place of its combination, and its screens so far."""

    place: int
    process: BaseProcess
    screens: int = 0
    over: bool = False


class Crew:
    """Processes that lay out one combination each, since Qt asks for renderer and ratio once.

    OpenGL draws on the X `display`. Nothing is shared by them but a pipe each, so that the end of
    one is the end of no other.
    """

    def __init__(
        self, exhibit: Exhibit, folder: Path, chosen: Sequence[Combination], display: str
    ) -> None:
        self._exhibit, self._folder, self._display = exhibit, folder, display
        self._chosen = chosen
        self._left = deque(range(len(chosen)))
        self._tours: dict[Connection, _Tour] = {}

    def work(self) -> Iterator[Told]:
        """All tours, told screen by screen, and at its end each with what was found.

        A process that ends before its time is a flaw.
        """
        while self._left or self._tours:
            while self._left and len(self._tours) < (os.cpu_count() or 1):
                self._start(self._left.popleft())
            for pipe in wait([*self._tours]):
                assert isinstance(pipe, Connection)
                yield from self._heard(pipe)

    def stop(self) -> None:
        """Stops all at their next screen, and waits for that."""
        self._left.clear()
        for pipe, tour in self._tours.items():
            pipe.close()
            tour.process.join()
        self._tours.clear()

    def _start(self, place: int) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        asked = (theirs, self._exhibit, self._folder, self._chosen[place], self._display)
        process = context.Process(target=_make, args=asked)
        process.start()
        theirs.close()
        self._tours[ours] = _Tour(place, process)

    def _heard(self, pipe: Connection) -> Iterator[Told]:
        """The news of one tour."""
        tour = self._tours[pipe]
        try:
            told: list[Sighting] | None = pipe.recv()
        except EOFError:
            del self._tours[pipe]
            pipe.close()
            tour.process.join()
            if tour.process.exitcode or not tour.over:
                yield tour.place, [self._broken(tour)]
            return
        if told is None:
            tour.screens += 1
        else:
            tour.over = True
        yield tour.place, told

    def _broken(self, tour: _Tour) -> Sighting:
        """The flaw of a process that has ended before its time, at the screen where it was."""
        combination = self._chosen[tour.place]
        cases = cases_in(combination, self._exhibit)
        case, code = cases[min(tour.screens, len(cases) - 1)], tour.process.exitcode or 0
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        message = f"the program ended with {how}"
        hint = "the screens after it were not looked at"
        if tour.screens == len(cases):
            message, hint = f"{message} after its last screen", ""
        flaw = Flaw("crash", f"{combination}", message, hint, (0, 0, *combination.size))
        return Sighting(flaw, case.name, case.entry, combination, b"")


class _Stopped(Exception):
    """The end of a tour that was stopped."""


def _make(
    pipe: Connection, exhibit: Exhibit, folder: Path, combination: Combination, display: str
) -> None:
    """Makes a tour; tells of each screen, then what was found, unless nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is heard by the process that waits
    os.environ["DISPLAY"] = display

    def done() -> None:
        try:
            pipe.send(None)
        except BrokenPipeError:
            raise _Stopped from None

    try:
        found = toured(exhibit, folder, combination, done)
        pipe.send(found)
    except (_Stopped, BrokenPipeError):
        return
