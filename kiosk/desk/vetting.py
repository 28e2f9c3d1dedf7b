"""Content looked through aside, in a process of its own: `python -m kiosk.desk.vetting FOLDER`.

Copies the folder to its shelf and prints, as JSON, what is wrong with the copy
(`{"problems": ["places.yaml:3:5: ..."]}`), or, if it may be shown, where the copy stands and why
it can't be kept, if it can't (`{"problems": [], "copy": "...", "not_kept": ""}`).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from kiosk.desk.shelf import Copy, Shelf
from kiosk.machine.mirror import NotCopied
from kiosk.machine.reading import reading_of
from kiosk.stage.rehearsal import rehearsed


def vet(folder: Path) -> tuple[Copy | None, list[str]]:
    """A copy of the folder as it is now, or its errors; what is refused leaves no copy.

    What is clean is also kept as records, so that who shows it need not read it again.
    """
    from kiosk.exhibit.reader import read_exhibit  # the exhibit itself imports no reader
    from kiosk.exhibit.reading.folder import located

    try:
        copy = Shelf(folder).copy()
    except NotCopied as error:
        return None, [f"{folder}: {error}"]
    reading = read_exhibit(copy.folder, thorough=True)
    problems = [str(problem) for problem in reading.problems if problem.severity == "error"]
    if reading.exhibit and not problems:
        problems = [str(problem) for problem in located(copy.folder, rehearsed(reading.exhibit))]
    if problems:
        shutil.rmtree(copy.folder, ignore_errors=True)
        return None, problems
    reading_of(copy.folder)
    return copy, []


def answer(folder: Path) -> str:
    """The outcome, as JSON."""
    copy, problems = vet(folder)
    if copy is None:
        return json.dumps({"problems": problems})
    return json.dumps({"problems": [], "copy": str(copy.folder), "not_kept": copy.not_kept})


if __name__ == "__main__":
    try:
        print(answer(Path(sys.argv[1])), flush=True)
    except BrokenPipeError:  # the exhibit that asked has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
