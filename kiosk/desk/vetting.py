"""Content looked through aside, in a process of its own: `python -m kiosk.desk.vetting FOLDER`.

Copies the folder to its shelf and prints, as JSON, what is wrong with the copy:
`{"problems": ["places.yaml:3:5: ..."]}`, nothing if it may be shown.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kiosk.desk.shelf import NotCopied, Shelf
from kiosk.exhibit.reader import read_exhibit


def vet(folder: Path) -> list[str]:
    """The errors of the folder as it is now, of which its shelf holds a copy from then on."""
    shelf = Shelf(folder)
    try:
        shelf.copy()
    except NotCopied as error:
        return [f"{folder}: {error}"]
    reading = read_exhibit(shelf.aside, thorough=True)
    return [str(problem) for problem in reading.problems if problem.severity == "error"]


if __name__ == "__main__":
    print(json.dumps({"problems": vet(Path(sys.argv[1]))}))
