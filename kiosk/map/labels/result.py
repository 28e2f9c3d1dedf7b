"""Results of a layout: names, signs and edge items as they are drawn, and a touch's targets."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.exhibit.clock import Sighting
from kiosk.exhibit.model import ENDED, Place, State
from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box, Point
from kiosk.map.labels.targets import Target
from kiosk.map.signs.proofs import ProofSign
from kiosk.map.signs.proposals import Leader
from kiosk.map.signs.style import (
    FORMATION,
    LAND,
    LETTERINGS,
    NOTE,
    TOWN,
    WATER,
    Lettering,
    dot_mm,
    place_sign,
)
from kiosk.map.signs.symbols import Symbol
from kiosk.map.viewport import PlanePoint


@dataclass(frozen=True)
class PlaceLabel:
    """A name on the map: of a place, which may have a dot at its spot, or of an area.

    `plane_x` and `plane_y` are the spot on the plane; px are counted from there. The label's box is
    turned about its middle by `angle` degrees. `lead` is set in `px` with `spacing` px after each
    letter, `second` beside it, `modern` below in `modern_px`. `tint` is the colour of an area's
    side; `spoken` is what is read out.
    """

    key: str
    plane_x: float
    plane_y: float
    lead: str
    second: str
    modern: str
    label_x: int
    label_y: int
    label_width: int
    label_height: int
    angle: float
    kind: str
    """A `PlaceKind`, "area", or "yours" for the visitor's choice."""
    tint: str
    px: int
    modern_px: int
    spacing: float
    dot: bool
    located: bool
    chosen: bool
    spoken: str

    @property
    def lettering(self) -> Lettering:
        """The setting of `lead`."""
        return LETTERINGS.get(self.kind, TOWN)

    @property
    def family(self) -> str:
        """The font of `lead`."""
        return self.lettering.family

    @property
    def weight(self) -> int:
        """The weight of `lead`."""
        return self.lettering.weight.value

    @property
    def slanted(self) -> bool:
        """True if `lead` is set in slanted letters."""
        return self.lettering.slants(self.lead) and not self.spacing

    @property
    def ink(self) -> str:
        """The colour of `lead`, by its role; a `tint` goes before it."""
        return self.lettering.ink

    @property
    def underlined(self) -> bool:
        """True if a line marks what is chosen and has no dot to tell so."""
        return self.chosen and self.lettering in (WATER, LAND)

    @property
    def line(self) -> int:
        """The height in px of the line of `lead`."""
        return round(self.px * self.lettering.room) if self.modern else self.label_height

    @property
    def sign(self) -> str:
        """The kind of the sample that is drawn instead of the dot; "" for a dot."""
        return place_sign(self.kind, located=self.located)

    @property
    def dot_mm(self) -> float:
        """The diameter of the dot."""
        return dot_mm(self.kind, chosen=self.chosen)

    @property
    def lean(self) -> float:
        """The side of its box on which a line stands, nearest to what it names: left 0, right 1."""
        if not self.dot:
            return 0.5
        return 1.0 if self.label_x + self.label_width / 2 < 0 else 0.0


@dataclass(frozen=True)
class FormationSign:
    """A formation on the map: its symbol, or a square where that has no room, and its name.

    `plane_x` and `plane_y` are its spot on the plane, `dx` and `dy` the sign's corner in px from
    there, `label_x` and `label_y` that of the name in px from the sign's. `label` is empty where
    the number tells the name, or it has no room; `edge` is how many px the edge of what is chosen
    reaches beyond the sign; `stands_for` are the ids of the others that it shows; `spoken` is what
    is read out.
    """

    key: str
    plane_x: float
    plane_y: float
    dx: int
    dy: int
    symbol: Symbol
    colour: str
    symbol_width: int
    symbol_height: int
    label: str
    label_x: int
    label_y: int
    chosen: bool
    edge: int
    square: bool
    stands_for: tuple[str, ...]
    spoken: str

    @property
    def source(self) -> str:
        """The address of its symbol's picture less the width; "" for a square."""
        return "" if self.square else replace(self.symbol, chosen=self.chosen).address

    @property
    def ended(self) -> bool:
        """True if it was destroyed or taken."""
        return self.symbol.state in ENDED

    @property
    def living(self) -> str:
        """The address of the picture as it was before it ended; "" for one that lives."""
        if self.square or not self.ended:
            return ""
        return replace(self.symbol, state=State.BESIEGED, chosen=self.chosen).address


@dataclass(frozen=True)
class Waiting:
    """A record that the page names, a ref, and that waits at the edge: its spot in px.

    Of its `names` the whole one comes first. A formation has the `number` of its symbol, and the
    `sighting` of where it is. `chosen` ones are marked; `spoken` is what is read out.
    """

    ref: Ref
    spot: Point
    names: tuple[str, ...]
    chosen: bool
    spoken: str
    number: str = ""
    sighting: Sighting | None = None


def lettering(ref: Ref) -> Lettering:
    """The style of the name of what waits at the edge: a body's is bold."""
    return FORMATION if ref.kind == "formations" else NOTE


@dataclass(frozen=True)
class EdgeItem:
    """A record at the edge of the map, in a tag at its border, with an arrow to where it is.

    `key` is its ref. `x` and `y` are its corner on the screen in px, which all else is counted
    from: the tag, which goes on beyond the map's border; the arrow's box, a square of `arrow` px,
    turned by `turn` degrees from upright; `label`, and `place`, where a formation is. They are set
    in `px`; the second is empty where it has no room.
    """

    key: Ref
    x: int
    y: int
    width: int
    height: int
    tag_x: int
    tag_y: int
    tag_width: int
    tag_height: int
    arrow: int
    arrow_x: int
    arrow_y: int
    turn: float
    label: str
    label_x: int
    label_y: int
    place: str
    place_x: int
    place_y: int
    px: int
    chosen: bool
    spoken: str

    @property
    def tag(self) -> tuple[int, int, int, int]:
        """The corner and the size of its tag, from its own corner."""
        return self.tag_x, self.tag_y, self.tag_width, self.tag_height

    @property
    def bold(self) -> bool:
        """True if its label is a formation's name."""
        return self.key.kind == "formations"

    @property
    def words(self) -> tuple[tuple[str, Lettering, int, int], ...]:
        """Each text with the style and the corner on the screen of its line."""
        said = (
            (self.label, lettering(self.key), self.x + self.label_x, self.y + self.label_y),
            (self.place, NOTE, self.x + self.place_x, self.y + self.place_y),
        )
        return tuple(words for words in said if words[0])


@dataclass(frozen=True)
class Placed:
    """A name's box before it is turned about its centre, and which of its sizes that is."""

    box: Box
    size: int
    angle: float = 0.0


@dataclass
class Result:
    """Signs, names and edge items laid out; `doubtful` are the shown places that are on no map.

    `leaders` go from proposals to their words.
    """

    signs: list[FormationSign] = field(default_factory=list)
    names: list[PlaceLabel] = field(default_factory=list)
    edges: list[EdgeItem] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    doubtful: list[Place] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)
    proofs: list[ProofSign] = field(default_factory=list)


def name_label(
    key: str,
    kind: str,
    at: PlanePoint,
    spot: Point,
    placed: Placed,
    lead: str,
    px: int,
    *,
    modern: str = "",
    modern_px: int = 0,
    spacing: float = 0.0,
    tint: str = "",
    dot: bool = False,
    located: bool = True,
    chosen: bool = False,
    spoken: str = "",
) -> PlaceLabel:
    """The name that stands for a point on the plane, seen at a spot in px."""
    return PlaceLabel(
        key,
        *at,
        lead,
        second="",
        modern=modern,
        label_x=round(placed.box.left - spot[0]),
        label_y=round(placed.box.top - spot[1]),
        label_width=round(placed.box.width),
        label_height=round(placed.box.height),
        angle=placed.angle,
        kind=kind,
        tint=tint,
        px=px,
        modern_px=modern_px or px,
        spacing=spacing,
        dot=dot,
        located=located,
        chosen=chosen,
        spoken=f"{spoken or lead} {modern}".strip(),
    )
