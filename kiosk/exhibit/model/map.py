"""The ground: places, areas, drawn layers and prepared views."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import combinations

from kiosk.exhibit.model.record import Field, Record, Words
from kiosk.exhibit.model.words import (
    Bounds,
    ContentFile,
    End,
    Fact,
    Identifier,
    Kilometres,
    LonLat,
    Moment,
    Option,
    Said,
    SideId,
)


class PlaceKind(Option):
    """The kind of a place, which decides how it is drawn."""

    CITY = "city", "a city, named from further away than the rest"
    TOWN = "town", "a town"
    VILLAGE = "village", "a village, a farm, or another small spot: a fort, a dock, a house"
    CROSSING = "crossing", "a ford, or another place to cross"
    BRIDGE = "bridge", "a bridge"
    FERRY = "ferry", "a ferry"
    HEADQUARTERS = "headquarters", "where a commander stayed"
    RIVER = "river", "a name along the river that runs here"
    RAILWAY = "railway", "a name along the railway that runs here"
    SEA = "sea", "a name on the sea"
    MOUNTAINS = "mountains", "a name across mountains"
    REGION = "region", "a name across a stretch of land"


class Place(Fact):
    """A named point on the map."""

    id: Identifier = Field(examples=["hougoumont"])
    name: Words = Field(description="its name then", examples=["Hougoumont"])
    spoken: Said | None = None
    modern: Words | None = Field(
        None, description="what it is called or belongs to today", examples=["Braine-l'Alleud"]
    )
    kind: PlaceKind = Field(
        description="what it is, which decides how it is drawn", examples=["village"]
    )
    at: LonLat = Field(description="where it is: [longitude, latitude] in degrees")
    precision_km: Kilometres = Field(
        description="how far the true spot may lie from `at`, in kilometres", examples=[0.2]
    )
    importance: int = Field(
        ge=1, le=5, description="1 keeps its label longest, 5 loses it first", examples=[2]
    )
    located: bool = Field(
        True, description="false: not found on any map, `at` is a guess", examples=[False]
    )
    starts: Moment | None = Field(None, description="not drawn before, such as a bridge built then")
    ends: End | None = Field(None, description="not drawn from then on")
    about: Words | None = Field(
        None,
        description="what happened here",
        examples=["The farm was attacked from about half past eleven and held."],
    )

    def stands(self, moment: dt.datetime) -> bool:
        """True if it is there at `moment`."""
        return (self.starts is None or self.starts <= moment) and (
            self.ends is None or moment < self.ends
        )


class LayerStyle(Option):
    """The way in which a layer's features are drawn on the base map."""

    RELIEF = "relief", "polygons with `metres`: the height from which the tint counts"
    SHADE = "shade", "a grey picture of light and shadow on slopes; mid-grey is level ground"
    SCAN = "scan", "a scan or a hand-drawn plan, laid by its `pins`"
    SEA = "sea", "polygons of open water"
    RIVER = "river", "lines with `rank` 1..5; `dry: true` for a bed without water"
    RAILWAY = "railway", "lines"
    ROAD = "road", "lines"
    SAND = "sand", "polygons filled with stipple; `density` 0..1 thins it"
    BORDER = "border", "lines"


LAYER_OF: Mapping[PlaceKind, LayerStyle] = {
    PlaceKind.RIVER: LayerStyle.RIVER,
    PlaceKind.RAILWAY: LayerStyle.RAILWAY,
}
"""The layer along whose lines the name of a place of a kind stands."""


class Pin(Record):
    """A point of a scan, and where it is on the ground."""

    x: float = Field(description="pixels from its left edge", examples=[812])
    y: float = Field(description="pixels from its upper edge", examples=[440])
    at: LonLat = Field(description="where that is: [longitude, latitude] in degrees")


class Layer(Record):
    """One file of the base map: GeoJSON, or a picture of light and shadow."""

    id: Identifier = Field(examples=["rivers"])
    name: Words = Field(
        description="what it shows, as printed with its source", examples=["Rivers"]
    )
    file: ContentFile = Field(
        description="the GeoJSON file, of `shade` the picture, as a path in the content folder",
        examples=["map/rivers.geojson"],
    )
    style: LayerStyle = Field(description="how it is drawn", examples=["river"])
    bounds: Bounds | None = Field(
        None,
        description="what a picture covers, in Mercator: [west, south, east, north] in degrees",
        examples=[[4.2, 50.5, 4.7, 50.9]],
    )
    pins: tuple[Pin, ...] = Field(
        (),
        max_length=4,
        description="what of a scan lies where: two turn it, three slant it, four correct a photo",
    )
    georeference: ContentFile | None = Field(
        None,
        description="instead of `pins`, a world file (.pgw, .jgw, .wld) or an annotation of IIIF",
        examples=["map/plan.jgw"],
    )
    credit: Words = Field(
        description="source and licence, as printed on the map's card",
        examples=["Natural Earth (public domain)"],
    )

    def __post_init__(self) -> None:
        if (self.style is LayerStyle.SHADE) != (self.bounds is not None):
            raise ValueError("`bounds` and the style `shade` go together")
        if (self.style is LayerStyle.SCAN) != bool(self.pins or self.georeference):
            raise ValueError("`pins` or `georeference`, and the style `scan`, go together")
        if self.pins and self.georeference:
            raise ValueError("needs either `pins` or `georeference`")
        if self.pins and not _spread([(pin.x, pin.y) for pin in self.pins]):
            raise ValueError("needs two to four pins apart from each other, not three on a line")


def _spread(spots: Sequence[tuple[float, float]]) -> bool:
    """True if no two spots are one, and no three are on one line."""
    corners = (
        (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        for a, b, c in combinations(spots, 3)
    )
    return 2 <= len(set(spots)) == len(spots) and all(abs(corner) >= 1 for corner in corners)


class View(Record):
    """A prepared look at the map."""

    id: Identifier = Field(examples=["field"])
    name: Words = Field(description="what its button says", examples=["The field"])
    bounds: Bounds = Field(description="what it shows: [west, south, east, north] in degrees")
    moment: Moment | None = Field(None, description="where the playhead goes when it is opened")
    listed: bool = Field(
        True,
        description="whether it is among the buttons of the map's panel; false: for stops alone",
        examples=[False],
    )
    bearing: float = Field(
        0,
        ge=-360,
        le=360,
        description="what may be up in the river of men, in degrees clockwise from north; the map"
        " itself keeps north up",
        examples=[290],
    )


class Map(Record):
    """The ground: its extent, drawn layers and prepared views."""

    bounds: Bounds = Field(
        description="how far it reaches: [west, south, east, north]; no point lies beyond",
        examples=[[4.2, 50.5, 4.7, 50.9]],
    )
    centre: LonLat | None = Field(
        None,
        description="the point about which the globe is laid flat; from `bounds` if they cross"
        " 180°, come near a pole or are very high, else none",
        examples=[[180.0, 0.0]],
    )
    layers: tuple[Layer, ...] = Field((), description="what is drawn, the lowest first")
    views: tuple[View, ...] = Field(min_length=1, description="prepared looks at it")
    note: Words | None = Field(
        None,
        description="what the drawing cannot know, in a sentence",
        examples=["Woods are drawn as they stand today."],
    )
    credit: Words | None = Field(
        None, description="whose data is drawn, as printed on the map", examples=["Natural Earth"]
    )

    @property
    def listed(self) -> tuple[View, ...]:
        """The views that the map's panel lists, in their order."""
        return tuple(view for view in self.views if view.listed)


class AreaKind(Option):
    """The meaning of an area, which decides how it is drawn."""

    POCKET = "pocket", "ground on which somebody is surrounded"
    FRONT = "front", "ground or a line that is held"
    AMBUSH = "ambush", "where somebody lies in wait"
    CUT = "cut", "a wrecked stretch of railway; a line"


class Area(Fact):
    """A piece of ground, or a line on it, that matters for a time, drawn over the map."""

    id: Identifier = Field(examples=["ridge"])
    name: Words = Field(description="what it is called on the map", examples=["Allied line"])
    kind: AreaKind = Field(description="what it means", examples=["front"])
    side: SideId | None = Field(None, description="id of the side whose it is")
    ring: tuple[LonLat, ...] = Field(
        (),
        min_length=3,
        max_length=500,
        description="its outline: points in order around it",
        examples=[[[4.39, 50.67], [4.4, 50.67], [4.4, 50.68]]],
    )
    line: tuple[LonLat, ...] = Field(
        (),
        min_length=2,
        description="instead of `ring`; a front's enemy is to the left of it",
        examples=[[[4.43, 50.68], [4.39, 50.675]]],
    )
    starts: Moment = Field(description="from when it is drawn")
    ends: End = Field(description="until when", examples=["1815-06-18 20:00"])

    def __post_init__(self) -> None:
        if bool(self.ring) == bool(self.line):
            raise ValueError("needs either `ring` or `line`")
        if self.kind is AreaKind.CUT and self.ring:
            raise ValueError("a cut needs a `line` instead of a `ring`")
