"""`kiosk report`: reads what was counted on this machine, and writes it for the curator."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.desk.report import as_csv, page, summed, tables
from kiosk.desk.tally import counted
from kiosk.desk.visits import read
from kiosk.exhibit.model import Exhibit
from kiosk.machine import folders, whole

Texts = Mapping[str, Mapping[str, Any]]
"""The words of the interface by language and key."""


class NoReport(Exception):
    """The one line that says why there is nothing to write, or nowhere."""


def write(exhibit: Exhibit, out: Path, language: str, words: Texts) -> list[Path]:
    """Writes the page and the CSV of an exhibit into a folder; raises NoReport."""
    home, known = folders.exhibits_state_folder(), exhibit.exhibit
    file = home / f"{known.id}-visits.db"
    try:
        days = read(file)
        decided = counted(home / f"{known.id}-choices.db")
    except sqlite3.Error as error:
        raise NoReport(f"{home}: {error}") from None
    if not days:
        raise NoReport(f"no visit of {known.id} was counted yet: {file}")
    names = _Names(exhibit, language, words)
    try:
        found = tables(days, decided, names.say, names.name)
    except ImportError:
        raise NoReport("pygal is not installed: pip install 'campaign-kiosk[report]'") from None
    given = {
        "language": language,
        "words": words[language],
        "title": known.title.in_(language),
        "from": min(days).isoformat(),
        "to": max(days).isoformat(),
    }
    html = page(folders.resources() / "report", given, found, summed(days))
    files = {out / "report.html": html, out / "report.csv": as_csv(days)}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, text in files.items():
            whole.write(path, text)
    except OSError as error:
        raise NoReport(f"{error.filename}: {whole.reason(error)}") from None
    return [*files]


class _Names:
    """The names of what was counted, in one language; what has none keeps its key."""

    def __init__(self, exhibit: Exhibit, language: str, words: Texts) -> None:
        self._exhibit, self._language, self._words = exhibit, language, words

    def say(self, key: str) -> str:
        return str(self._words[self._language].get(key, key))

    def name(self, what: str, which: str) -> str:
        if what in ("screen", "left at"):
            panel = getattr(self._exhibit.panels, which, None)
            if panel is not None:
                return str(panel.name.in_(self._language))
            tab = f"tab_{which}"
            return self.say(tab if tab in self._words[self._language] else which)
        if what == "language":
            return str(self._words[which]["language_name"]) if which in self._words else which
        if what in ("aid", "warning"):
            return self.say(which)
        for decision in self._exhibit.decisions:
            if what == "decision" and decision.id == which:
                return decision.title.in_(self._language)
            for choice in decision.choices if what == "choice" else ():
                if choice.key == which:
                    return choice.text.in_(self._language)
        return which
