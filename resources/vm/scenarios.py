"""Scenarios of an exhibit machine in the emulator: each says what it saw, with pictures.

    python resources/vm/scenarios.py FOLDER [NAME[:TIMES] ...]

FOLDER is what build.sh leaves (disk.raw, vmlinuz, initrd). What was seen goes into its
results.jsonl and results.md, the screens into its folder pictures. What went well on this image is
not tried again, so a run that was stopped goes on. The disk itself is never written.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import faults
import usual
from results import Result, Results, as_table
from run import Run, Wrong

Scenario = Callable[[Run, int], str]
"""Tries something for the nth time on a machine that shows the exhibit, and leaves it so; what was
seen, in a line. Raises Wrong, or TimeoutError."""

USUAL = (usual.boot, usual.press, usual.memory, usual.sound, usual.keys, usual.heard)
LATER = (usual.staff, usual.hours)
ASKED = (usual.stick, usual.turned, usual.x11, usual.maintenance, usual.power)
FAULTS = (faults.kill, faults.hang, faults.crashes, faults.disk_full, faults.log_full)
WORSE = (faults.state_gone, faults.init_crash, faults.panic, faults.plug)
LAST = (faults.read_only,)

SCENARIOS: dict[str, Scenario] = {
    each.__name__: each for each in (*USUAL, *LATER, *ASKED, *FAULTS, *WORSE, *LAST)
}


def wanted(names: Sequence[str]) -> list[tuple[str, int]]:
    """Each scenario that is asked for, or all, with its number; raises KeyError."""
    pairs = [name.partition(":") for name in names or SCENARIOS]
    for name, _, _ in pairs:
        SCENARIOS[name]
    return [(name, number) for name, _, times in pairs for number in range(1, int(times or 1) + 1)]


def main(folder: Path, names: Sequence[str]) -> int:
    """Runs scenarios one after the other on one machine, on a new one where one is lost."""
    results, image = Results(folder / "results.jsonl"), (folder / "made").read_text().strip()
    left = [each for each in wanted(names) if each[1] not in results.well(image, each[0])]
    run, wrong = Run(folder), 0
    try:
        for name, number in left:
            run.shots = []
            try:
                if not run.is_on:
                    run.begin()
                    run.shown()
                said, well = SCENARIOS[name](run, number), True
            except (Wrong, TimeoutError, OSError) as error:
                traceback.print_exc()
                said, well = f"{type(error).__name__}: {error}", False
                wrong += 1
                if run.is_on:
                    run.shot(f"{name}-{number}-wrong")
                    run.told(f"{name}-{number}-wrong")
                if not isinstance(error, Wrong):
                    run.pull_the_plug()
            print(f"{name} {number}: {said}", flush=True)
            results.add(Result(image, name, number, well, said, run.shots))
            of_image = [one for one in results.read() if one.image == image]
            (folder / "results.md").write_text(as_table(of_image), "utf-8")
    finally:
        run.pull_the_plug()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
