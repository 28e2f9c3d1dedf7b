"""The content that is shown: the folder's, or where it can't be, what was last found clean."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.exhibit.reader import Reading
    from kiosk.exhibit.reading.problem import Problem

ANSWER_S = 2.0
"""The time a folder may take to answer before the screen shows something else."""

PATIENCE_S = 30.0
"""The time it may take where there is nothing else to show."""


def last_good(folder: Path) -> tuple[Path, Reading]:
    """The content that was last found clean, else the folder as it is; and what it says.

    Copies that are damaged are named in the log, and the one before is tried. A folder that does
    not answer is one that can't be shown.
    """
    from kiosk.desk.shelf import Shelf, is_whole
    from kiosk.exhibit.reader import Reading, read_exhibit
    from kiosk.exhibit.reading.problem import Spot, problem_at

    shelf = Shelf(folder)
    for good in shelf.kept():
        if not is_whole(good):
            logging.getLogger(__name__).warning("the kept content %s is damaged", good)
            continue
        reading = read_exhibit(good)
        if reading.exhibit and not any(p.severity == "error" for p in reading.problems):
            return good, reading
    if answers(folder):
        return folder, read(folder)
    silent = problem_at(Spot(".", 1, 1), str(folder), "does not answer", "it is waited for")
    say_all([silent])
    return folder, Reading(None, (silent,))


def as_it_is(folder: Path) -> tuple[Path, Reading]:
    """The folder as it is, for those who take no later changes of it; and what it says.

    Where it does not answer in time, it is the content that was last found clean.
    """
    from kiosk.desk.shelf import Shelf

    if answers(folder) or (Shelf(folder).good is None and answers(folder, PATIENCE_S)):
        return folder, read(folder)
    shown, reading = last_good(folder)
    if shown != folder:
        said = "%s does not answer; what was last found clean is shown"
        logging.getLogger(__name__).warning(said, folder)
    return shown, reading


def answers(folder: Path, seconds: float | None = None) -> bool:
    """True if all files of a folder can be read within `ANSWER_S`; a share may hang for ever."""
    from kiosk.exhibit.reading.stamp import digests_of

    probe = threading.Thread(target=digests_of, args=(folder,), daemon=True)
    probe.start()
    probe.join(seconds or ANSWER_S)
    return not probe.is_alive()


def read(folder: Path) -> Reading:
    """The content, its problems printed as `kiosk check` prints them."""
    from kiosk.exhibit.reader import read_exhibit

    reading = read_exhibit(folder)
    say_all(reading.problems)
    return reading


def say_all(problems: Iterable[Problem]) -> None:
    """A line a problem, on the terminal's error stream."""
    for problem in problems:
        print(problem, file=sys.stderr)
