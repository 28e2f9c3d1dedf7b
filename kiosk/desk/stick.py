"""Content from a stick: `python -m kiosk.desk.stick STICK`, for the unit that has mounted it.

The exhibit of the stick is looked through like any new content. One without a mistake becomes what
the machine's content folder leads to, whole or not at all; the running exhibit takes it as it takes
every change of that folder. The stick may be pulled out afterwards.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.desk.vetting import vet
from kiosk.machine import folders, whole

EXHIBIT = "exhibit"
"""The folder of a stick that holds the content."""

CONTENT = Path("/var/lib/kiosk/exhibit")
"""The content folder of a machine that takes sticks: a link to one of those beside it."""


MOST_LINES = 20
"""The most problems of a stick that staff are told."""


@dataclass(frozen=True)
class Taken:
    """The outcome of the last stick: when, in Unix seconds, and why it was refused, if it was."""

    when: float
    problems: list[str]


def take(stick: Path, content: Path = CONTENT) -> list[str]:
    """Has `content` lead to a copy of what a stick brings; the problems, if it does not."""
    brought = stick / EXHIBIT
    if not brought.is_dir():
        return [f"the stick has no folder {EXHIBIT}"]
    copy, problems = vet(brought)
    if copy is None:
        return problems
    try:
        if copy.not_kept:
            return [copy.not_kept]
        _place(copy.folder, content)
    except OSError as error:
        return [f"{error.filename}: {whole.reason(error)}"]
    finally:
        shutil.rmtree(copy.folder, ignore_errors=True)
    return []


def _place(copy: Path, content: Path) -> None:
    """Puts a copy beside those before, and then the link; the one before stays."""
    home = content.with_name(f"{content.name}s")
    home.mkdir(exist_ok=True)
    held = sorted(int(path.name) for path in home.iterdir() if path.name.isdecimal())
    new = copy.rename(home / str(1 + max(held, default=0)))
    whole.settle(home)
    part = content.with_name(f".part-{content.name}")
    part.unlink(missing_ok=True)
    part.symlink_to(new.relative_to(content.parent))
    part.replace(content)
    whole.settle(content.parent)
    for number in held[:-1]:
        shutil.rmtree(home / str(number), ignore_errors=True)


def told(state: Path) -> list[str]:
    """The outcome of the last stick in lines for staff; none where there was none."""
    taken = last(state)
    if taken is None:
        return []
    when = dt.datetime.fromtimestamp(taken.when).isoformat(" ", "minutes")
    said = "was refused" if taken.problems else "was taken"
    return [f"the stick of {when} {said}", *taken.problems[:MOST_LINES]]


def last(state: Path) -> Taken | None:
    """The outcome of the last stick that an exhibit's state folder tells of."""
    try:
        return Taken(**json.loads((state / "stick.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def main(stick: Path, content: Path = CONTENT) -> int:
    """Takes a stick, says what came of it, and leaves word for staff."""
    problems = take(stick, content)
    print("\n".join(problems) or "the content of the stick is taken")
    with suppress(OSError):
        taken = Taken(time.time(), problems)
        state = folders.state_folder()
        state.mkdir(parents=True, exist_ok=True)
        whole.write(state / "stick.json", json.dumps(asdict(taken), ensure_ascii=False))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
