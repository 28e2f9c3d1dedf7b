"""Crew: as many processes as there are cores, each of which does one job and goes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Done = TypeVar("Done")

Job = Callable[[Callable[[], object]], Done]
"""A job that a process does, told what to call after each step; what it gives comes back."""


@dataclass(frozen=True)
class Lost:
    """The end of a process before its time: after so many steps, with this exit code."""

    steps: int
    code: int


@dataclass
class _Worker:
    """A job that goes on in a process: its place, and its steps so far."""

    place: int
    process: BaseProcess
    steps: int = 0
    over: bool = False


class Crew(Generic[Done]):
    """Processes that do one job each, since Qt asks for renderer and ratio once.

    OpenGL draws on the X `display`. Nothing is shared by them but a pipe each, so that the end of
    one is the end of no other.
    """

    def __init__(self, jobs: Sequence[Job[Done]], display: str = "") -> None:
        self._jobs, self._display = jobs, display
        self._left = deque(range(len(jobs)))
        self._workers: dict[Connection, _Worker] = {}

    def work(self) -> Iterator[tuple[int, Done | Lost | None]]:
        """The place of a job with what came of it; before that with None after each step."""
        while self._left or self._workers:
            while self._left and len(self._workers) < (os.cpu_count() or 1):
                self._start(self._left.popleft())
            for pipe in wait([*self._workers]):
                assert isinstance(pipe, Connection)
                yield from self._heard(pipe)

    def stop(self) -> None:
        """Stops all at their next step, and waits for that."""
        self._left.clear()
        for pipe, worker in self._workers.items():
            pipe.close()
            worker.process.join()
        self._workers.clear()

    def _start(self, place: int) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        asked = (theirs, self._jobs[place], self._display)
        process = context.Process(target=_do, args=asked)
        process.start()
        theirs.close()
        self._workers[ours] = _Worker(place, process)

    def _heard(self, pipe: Connection) -> Iterator[tuple[int, Done | Lost | None]]:
        """The news of one worker."""
        worker = self._workers[pipe]
        try:
            told: Done | None = pipe.recv()
        except EOFError:
            del self._workers[pipe]
            pipe.close()
            worker.process.join()
            if worker.process.exitcode or not worker.over:
                yield worker.place, Lost(worker.steps, worker.process.exitcode or 0)
            return
        if told is None:
            worker.steps += 1
        else:
            worker.over = True
        yield worker.place, told


class _Stopped(Exception):
    """The end of a job that was stopped."""


def _do(pipe: Connection, job: Job[object], display: str) -> None:
    """Does a job; tells of each step, then what came of it, unless nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is heard by the process that waits
    os.environ["DISPLAY"] = display

    def done() -> None:
        try:
            pipe.send(None)
        except BrokenPipeError:
            raise _Stopped from None

    try:
        pipe.send(job(done))
    except (_Stopped, BrokenPipeError):
        return
