"""The kinds of entries: one table of the lists that an exhibit is made of, and of their part in it.

Every list of kinds elsewhere is drawn from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from typing import Any

from kiosk.exhibit.model import (
    Alliance,
    Area,
    Decision,
    Disagreement,
    Event,
    Formation,
    Layer,
    Lesson,
    OwnArm,
    OwnEchelon,
    Panel,
    Panels,
    Person,
    Phase,
    Picture,
    Place,
    Record,
    Side,
    Slide,
    Source,
    Statement,
    Talk,
    TalkSlide,
    Term,
    View,
)
from kiosk.exhibit.ref import Ref


@dataclass(frozen=True)
class Kind:
    """A list of entries by its key in YAML, what an entry of it is, and where it takes part.

    A part whose kinds have an order is a number, the lower first and equal ones in the order of
    the table; 0 takes no part.
    """

    name: str
    record: type[Record]
    singular: str
    _: KW_ONLY
    leavable: bool = True
    """The exhibit can be shown without one of the entries."""
    stop: int = 0
    """Each entry is a stop of the tour; the number orders the slides of a talk of everything."""
    card: str = ""
    """The panel on which an entry opens as a card; "" where none does."""
    linked: int = 0
    """The names of entries are found in texts; of equal names the lower number's opens."""
    mapped: bool = False
    """Entries stand on the map under a name or a symbol of their own."""
    debatable: int = 0
    """A disagreement may be about an entry."""
    tells: bool = False
    """An entry can tell a statement of a source."""
    cites: int = 0
    """The sources of entries count where a talk ranks them."""
    shown: bool = False
    """A slide of a talk can show an entry."""
    listed: bool = False
    """Each entry has its address on the site."""

    @property
    def panel(self) -> str:
        """The panel behind whose door an entry is found: the lessons have what is no panel's."""
        panel = self.card or self.name
        return panel if panel in Panels.model_keys else "lessons"

    @property
    def called(self) -> str:
        """The key of the words by which an entry is called."""
        return next(key for key in ("name", "title", "question") if self.has(key))

    def has(self, *fields: str) -> bool:
        """True if an entry has all these keys."""
        return {*fields} <= {*self.record.model_keys}


KINDS = (
    Kind("phases", Phase, "phase", stop=1, debatable=1, tells=True, cites=1, shown=True,
         listed=True),
    Kind("events", Event, "event", tells=True),
    Kind("panels", Panel, "panel", leavable=False, debatable=3, tells=True, shown=True),
    Kind("views", View, "view", shown=True),
    Kind("sides", Side, "side", leavable=False, tells=True, cites=4, listed=True),
    Kind("formations", Formation, "formation", card="forces", linked=3, mapped=True, debatable=2,
         tells=True, cites=2, listed=True),
    Kind("alliances", Alliance, "alliance", tells=True),
    Kind("arms", OwnArm, "arm"),
    Kind("echelons", OwnEchelon, "echelon"),
    Kind("lessons", Lesson, "lesson", stop=3, debatable=1, tells=True, cites=1, shown=True,
         listed=True),
    Kind("decisions", Decision, "decision", stop=2, debatable=1, tells=True, cites=1, shown=True,
         listed=True),
    Kind("disagreements", Disagreement, "disagreement", stop=4, tells=True, cites=3, shown=True,
         listed=True),
    Kind("people", Person, "person", card="phases", linked=1, tells=True, listed=True),
    Kind("terms", Term, "term", card="phases", linked=2, tells=True, listed=True),
    Kind("places", Place, "place", card="maps", linked=4, mapped=True, debatable=2, tells=True,
         listed=True),
    Kind("areas", Area, "area", card="maps", mapped=True, tells=True, listed=True),
    Kind("pictures", Picture, "picture", card="phases", tells=True, shown=True, listed=True),
    Kind("sources", Source, "source", card="lessons", listed=True),
    Kind("statements", Statement, "statement"),
    Kind("attract", Slide, "slide"),
    Kind("talks", Talk, "talk"),
    Kind("slides", TalkSlide, "slide"),
    Kind("layers", Layer, "layer"),
)  # fmt: skip
"""All kinds, in the order of the tour as far as they are part of it."""


KIND_OF = {kind.record: kind for kind in KINDS}


def ref_of(record: Any) -> Ref:
    """The ref of an entry that has an id."""
    return Ref.of(KIND_OF[type(record)].name, record.id)


def names(part: Callable[[Kind], int]) -> tuple[str, ...]:
    """The names of the kinds for which `part` is not 0, in its order."""
    return tuple(kind.name for kind in sorted(KINDS, key=part) if part(kind))


EXPLAINED = names(lambda kind: kind.linked and not kind.mapped)
"""The kinds whose cards nothing but a word of a text opens."""


def cards() -> tuple[tuple[str, str], ...]:
    """Panel and kind for each kind of card, panel by panel."""
    found = sorted((kind for kind in KINDS if kind.card), key=lambda kind: kind.card)
    return tuple((kind.card, kind.name) for kind in found)
