"""Hammers a running exhibit: random touches and keys, processes killed, content swapped.

    python resources/robot/robot.py [--minutes 60] [--seed 1] [CONTENT]

The exhibit runs in a process of its own, drawn in memory, with records and content of its own in a
folder that is named at the end. Says what it saw, and ends with 1 unless between kills there was
one window, the private memory kept within `MOST_MORE` of its level, no traceback came and no record
of a visit was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.desk import visits
from kiosk.machine import folders

HAND = Path(__file__).with_name("hand.py")

LIVES = 2
"""The times in a run that the exhibit itself is killed, if that leaves it time to become warm."""

LEAST_LIFE_S, LONGEST_LIFE_S = 90, 600

BETWEEN_S = (5, 20)
"""The least and the most seconds between two blows from outside."""

WARM = 0.5
"""The part of a life after which it has filled what it keeps to be faster: it is warm."""

FEW = 12
"""Rests in a life, of which fewer say nothing of its memory."""

MOST_MORE = 0.05

START_S = 120

KEEP_S = 120
"""So long a life is left alone at most until its content is kept, which later ones may need."""


@dataclass
class Life:
    """The exhibit from its start to its end, as the hand in it has told."""

    number: int
    windows: set[int] = field(default_factory=set)
    memory_kb: list[int] = field(default_factory=list)
    ended: int = 0

    @property
    def grows(self) -> float | None:
        """The part by which its memory has grown since it was warm; None where that is not told."""
        warm = self.memory_kb[int(len(self.memory_kb) * WARM) :]
        if len(self.memory_kb) < FEW:
            return None
        third = max(1, len(warm) // 3)
        return statistics.median(warm[-third:]) / statistics.median(warm[:third]) - 1


class Robot:
    """A run: an exhibit that is started again whenever it has died, and blows of chance."""

    def __init__(self, home: Path, content: Path, seed: int, minutes: float) -> None:
        self._chance = random.Random(seed)
        self._home, self._seed = home, seed
        self._content = Path(shutil.copytree(content, home / "content"))
        self._seconds = minutes * 60
        self._told, self._log = home / "told.jsonl", home / "log"
        self._process: subprocess.Popen[bytes] | None = None
        self._kills = 0
        self.blows: dict[str, int] = {}

    def run(self) -> None:
        """Goes on for the whole time."""
        end = time.monotonic() + self._seconds
        life_s = min(LONGEST_LIFE_S, max(LEAST_LIFE_S, self._seconds / LIVES))
        while time.monotonic() < end:
            self._start()
            dies = min(end, time.monotonic() + life_s)
            while self._alive() and time.monotonic() < dies:
                time.sleep(self._chance.uniform(*BETWEEN_S))
                self._strike()
            self._kill()

    def _start(self) -> None:
        self._count("start")
        state = {"XDG_STATE_HOME": str(self._home / "state"), "KIOSK_STAFF": str(self._staff())}
        surroundings = {**os.environ, **state, "QT_QPA_PLATFORM": "offscreen"}
        seed = str(self._seed + self._kills)
        before = self._told.stat().st_size if self._told.exists() else 0
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(HAND), str(self._content), str(self._told), seed],
                env=surroundings,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + START_S
        while self._alive() and time.monotonic() < end:
            if self._told.exists() and self._told.stat().st_size > before:
                break
            time.sleep(0.2)
        end = time.monotonic() + KEEP_S
        while self._alive() and time.monotonic() < end and not self._kept():
            time.sleep(0.2)

    def _kept(self) -> bool:
        """True if there is content to fall back on when the folder is spoilt."""
        return any((self._home / "state").glob("*/content/*/[0-9]*"))

    def _staff(self) -> Path:
        """A secret that is damaged: nothing opens the gate, and Ctrl+Q ends nothing."""
        path = self._home / "staff.json"
        path.write_text("{}")
        return path

    def _alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _kill(self) -> None:
        assert self._process
        if self._process.poll() is not None:
            self._count("ended by itself")
            return
        self._count("exhibit killed")
        self._kills += 1
        self._process.kill()
        self._process.wait()

    def _strike(self) -> None:
        self._chance.choice((self._swap, self._swap, self._spoil, self._kill_a_child))()

    def _swap(self) -> None:
        """Other content, as clean as before."""
        self._count("content swapped")
        file = self._chance.choice(sorted(self._content.glob("*.yaml")))
        with file.open("a", encoding="utf-8") as text:
            text.write(f"# {self._chance.random()}\n")

    def _spoil(self) -> None:
        """Content with a mistake, which is mended at the next blow of the kind."""
        self._count("content spoilt or mended")
        wrong = self._content / "wrong.yaml"
        if wrong.exists():
            wrong.unlink()
        else:
            wrong.write_text("phases: [")

    def _kill_a_child(self) -> None:
        """The end of a process that looks at the content for the exhibit."""
        children = [*_children(self._process.pid)] if self._process else []
        if children:
            self._count("helper killed")
            try:
                os.kill(self._chance.choice(children), signal.SIGKILL)
            except ProcessLookupError:
                return

    def _count(self, what: str) -> None:
        self.blows[what] = self.blows.get(what, 0) + 1

    # ------------------------------------------------------------ what came of it

    def lives(self) -> list[Life]:
        """The lives that were, in their order."""
        found: list[Life] = []
        for line in self._told.read_text("utf-8").splitlines():
            told = json.loads(line)
            if told["what"] == "start":
                found.append(Life(len(found) + 1))
            elif told["what"] == "rest":
                found[-1].windows |= {*told["windows"]}
                found[-1].memory_kb.append(told["memory_kb"])
            else:
                found[-1].ended += 1
        return found

    def recorded(self) -> int:
        """The visits on the disk."""
        files = sorted((self._home / "state").rglob("*-visits.db"))
        days = [counts for file in files for counts in visits.read(file).values()]
        return sum(sum(counts.of("visit").values()) for counts in days)

    def faults(self) -> Iterator[str]:
        """What must not be, a line each."""
        lives, text = self.lives(), self._log.read_text("utf-8", errors="replace")
        if len(lives) < self.blows.get("start", 0):
            yield f"{self.blows['start']} starts, of which {len(lives)} came to an exhibit"
        for life in lives:
            if len(life.windows) > 1:
                yield f"life {life.number} had {len(life.windows)} windows"
            if life.grows is not None and life.grows > MOST_MORE:
                yield f"life {life.number} grew by {life.grows:.1%}"
        if self.blows.get("ended by itself"):
            yield f"the exhibit ended by itself {self.blows['ended by itself']} times"
        if "Traceback" in text:
            yield f"{text.count('Traceback')} tracebacks"
        kept = [
            file.read_text("utf-8", errors="replace")
            for file in sorted((self._home / "state").glob("*/kiosk.log*"))
        ]
        yield from (line for log in kept for line in log.splitlines() if " qt: " in line)
        ended, recorded = sum(life.ended for life in lives), self.recorded()
        if not ended <= recorded <= ended + self._kills:
            yield f"{ended} visits ended, {recorded} are recorded"
        if not ended:
            yield "no visit ended: nothing was tried"

    def says(self) -> Iterator[str]:
        """The run in lines."""
        yield ", ".join(f"{count} {what}" for what, count in sorted(self.blows.items()))
        for life in self.lives():
            grown = "too short to judge" if life.grows is None else f"{life.grows:+.1%} once warm"
            memory = [kb / 1024 for kb in life.memory_kb] or [0.0]
            range_ = f"{memory[0]:.0f} MB, at most {max(memory):.0f}, at its end {memory[-1]:.0f}"
            seen = f"{life.ended} visits, {len(life.windows)} window"
            yield f"life {life.number}: {seen}, private memory {range_} ({grown})"
        yield f"{sum(life.ended for life in self.lives())} visits ended, {self.recorded()} recorded"


def _children(parent: int) -> Iterator[int]:
    """The processes that a process has started."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            yield int(stat.parent.name)


def main(arguments: Sequence[str]) -> int:
    """Runs it; 1 where something must not be."""
    parser = argparse.ArgumentParser(description="Hammers a running exhibit.")
    parser.add_argument("content", nargs="?", type=Path, default=folders.default_content())
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    home = Path(tempfile.mkdtemp(prefix="kiosk-robot-"))
    robot = Robot(home, given.content, given.seed, given.minutes)
    robot.run()
    print("\n".join(robot.says()))
    faults = [*robot.faults()]
    print("\n".join(f"WRONG: {fault}" for fault in faults) or "all is well")
    print(f"what was said is in {home}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
