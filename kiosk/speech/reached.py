"""The words on what the keys have reached: name, role, state, place in its row, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.speech.breaths import joined
from kiosk.telling.words import Phrases

HINTS = 3
"""The times that a visit is told what the keys do at things of a kind."""


class Kind(StrEnum):
    """The kind of what is reached, by which its role and its hint are said."""

    TEXT = "text"
    BUTTON = "button"
    SWITCH = "switch"
    OPTION = "option"  # one of several, of which one is chosen
    CHOICE = "choice"  # all of them as one, stepped through
    TAB = "tab"
    NAME = "name"  # a name in a text
    SLIDER = "slider"
    MAP = "map"
    PICTURE = "picture"


UNNAMED = frozenset({Kind.TEXT, Kind.OPTION, Kind.CHOICE, Kind.MAP, Kind.SLIDER, Kind.PICTURE})
"""The kinds that are not said: their names say what they are."""

HINTED = frozenset({Kind.NAME, Kind.SLIDER, Kind.CHOICE, Kind.MAP, Kind.SWITCH})
"""The kinds whose use is not the same as a button's."""


@dataclass(frozen=True)
class Reached:
    """A reachable or words: `number` is its place `among` those of its row, from 1 on."""

    name: str
    kind: Kind = Kind.TEXT
    stands: str = ""
    chosen: bool = False
    number: int = 0
    among: int = 0


class ReachedTeller:
    """Says what a visit reaches: with a hint at the first few of a kind."""

    def __init__(self) -> None:
        self._hinted: dict[Kind, int] = {}

    def forget(self) -> None:
        """Begins another visit."""
        self._hinted.clear()

    def told(self, reached: Reached, phrases: Phrases) -> str:
        """Name, role, state, value, position, and in the beginning a hint."""
        said = reached.name, *self._facts(reached, phrases), self._hint(reached, phrases)
        return joined(said, phrases.say)

    def state(self, reached: Reached, phrases: Phrases) -> str:
        """State alone, as it is said when that changes; "" where it has no state."""
        return joined(self._stands(reached, phrases), phrases.say)

    def _facts(self, reached: Reached, phrases: Phrases) -> list[str]:
        say = phrases.say
        role = "" if reached.kind in UNNAMED else say(f"kind_{reached.kind}")
        if role.casefold() in reached.name.casefold():
            role = ""
        place = say("nth_of", reached.number, reached.among) if reached.among > 1 else ""
        return [role, *self._stands(reached, phrases), place]

    def _stands(self, reached: Reached, phrases: Phrases) -> list[str]:
        chosen = reached.chosen and reached.kind is not Kind.SWITCH
        return [reached.stands, phrases.say("is_chosen") if chosen else ""]

    def _hint(self, reached: Reached, phrases: Phrases) -> str:
        if reached.kind not in HINTED:
            return ""
        before = self._hinted.get(reached.kind, 0)
        self._hinted[reached.kind] = before + 1
        return phrases.say(f"hint_{reached.kind}") if before < HINTS else ""
