"""A flaw of a screen, and what it is measured on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from kiosk.exhibit.clock import Sighting
from kiosk.machine.glass import Glass
from kiosk.map.boxes import Box
from kiosk.map.labels.result import FormationSign
from kiosk.map.viewport import Viewport
from kiosk.workbench.layout.eyes import Sight


@dataclass(frozen=True)
class Flaw:
    """One thing wrong on a screen, and the rectangle in px where it is seen.

    Of one `kind` and `subject` it is the same flaw, whatever the message measures. `words` are
    the text that it is about, if it is about one.
    """

    kind: str
    subject: str
    message: str
    hint: str
    area: tuple[int, int, int, int]
    words: str = ""


NOWHERE = Viewport(Box(0, 0, 1, 1), 0.0, 0.0, 1.0, 1.0, 1.0)
"""The view where no map is looked at."""


@dataclass(frozen=True)
class Scene:
    """The bodies that stand on the map, each with its sighting by id; `named` are the text's."""

    viewport: Viewport = NOWHERE
    signs: Sequence[FormationSign] = ()
    sightings: Mapping[str, Sighting] = field(default_factory=dict)
    named: frozenset[str] = frozenset()

    @property
    def symbols(self) -> Iterator[FormationSign]:
        """The signs that are symbols, not squares."""
        return (sign for sign in self.signs if not sign.square)

    def told_by(self, sign: FormationSign) -> list[Sighting]:
        """The sightings of those where a sign stands: of its own body, or of all in a crowd."""
        own = sign.key in self.sightings and sign.key not in sign.stands_for
        keys = (sign.key,) if own else sign.stands_for
        return [self.sightings[key] for key in keys if key in self.sightings]

    def box(self, sign: FormationSign) -> Box:
        """The rectangle in px of a symbol or a square."""
        ((x, y),) = self.viewport.on_screen([(sign.plane_x, sign.plane_y)])
        left, top = x + sign.dx, y + sign.dy
        return Box(left, top, left + sign.symbol_width, top + sign.symbol_height)


@dataclass(frozen=True)
class View:
    """A screen as it is laid out on a glass; `most` words, or characters, are read on it.

    `labels` are those that the map has to show for what the text `beside` it names. `panel` is
    the one that is seen with nothing over it. With `hour_chosen` the clock shows an hour that a
    visitor has chosen, or runs.
    """

    sight: Sight
    glass: Glass
    most: tuple[int, int]
    reach: bool = False
    text_scale: int = 100
    beside: str = ""
    labels: frozenset[str] = frozenset()
    panel: str = ""
    hour_chosen: bool = False
    scene: Scene = field(default_factory=Scene)


def flaw(kind: str, subject: str, message: str, hint: str, area: QRectF, words: str = "") -> Flaw:
    """A flaw that is seen at `area`."""
    box = area.toAlignedRect()
    where = (box.x(), box.y(), box.width(), box.height())
    return Flaw(kind, subject, f"{subject} {message}".strip(), hint, where, words)
