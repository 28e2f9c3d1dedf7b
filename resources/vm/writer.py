"""In the machine: writes what an exhibit keeps, again and again, and says what is on the disk.

`writer.py keep` says "kept N" whenever the Nth visit, settings and content are safe; `writer.py
look` says which of them are there now, and whether they are whole.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from kiosk.desk.shelf import Shelf, is_whole
from kiosk.desk.visits import Counts, Visits, read
from kiosk.machine import whole

DAY = dt.date(2026, 5, 17)
HOME = Path("/var/lib/kiosk/tried")
DB, FILE, CONTENT = HOME / "tried-visits.db", HOME / "settings.yaml", HOME / "content"


def held() -> dict[str, int]:
    """The number of visits, of the file and of the content that are on the disk; 0 for none."""
    content = Shelf(CONTENT).good
    return {
        "visits": sum(counts.of("visit").get("", 0) for counts in read(DB).values()),
        "file": len(FILE.read_text()) if FILE.exists() else 0,
        "content": len((content / "note.yaml").read_text()) if content else 0,
    }


def keep() -> None:
    """Goes on until the plug is pulled."""
    CONTENT.mkdir(parents=True, exist_ok=True)
    number = max(held().values())
    visits, shelf = Visits(DB, DAY), Shelf(CONTENT)
    while True:
        number += 1
        counts = Counts()
        counts.add("visit")
        while held()["visits"] < number:
            visits.add(DAY, counts)
        whole.write(FILE, "x" * number, safe=True)
        whole.write(CONTENT / "note.yaml", "x" * number)
        shelf.keep(shelf.copy().folder)
        print("kept", number, flush=True)


def look() -> None:
    """Says it as JSON."""
    sound = True
    if DB.exists():
        with closing(sqlite3.connect(DB)) as file:
            sound = file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    good = Shelf(CONTENT).good
    aside = [path.name for path in HOME.glob("*.damaged-*")]
    print(json.dumps({**held(), "sound": sound and not aside, "whole": not good or is_whole(good)}))


if __name__ == "__main__":
    {"keep": keep, "look": look}[sys.argv[1]]()
