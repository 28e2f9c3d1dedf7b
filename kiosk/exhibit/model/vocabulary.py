"""Arms and sizes of formations: those shipped, and what content adds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from kiosk.exhibit.model.record import Field, Record, Words
from kiosk.exhibit.model.words import ContentFile, Identifier, Option, Reference


class Echelon(Option):
    """The size of a formation, the largest first, by the marks above its symbol."""

    REGION = "region", "no marks, a war zone or military region"
    ARMY_GROUP = "army-group", "XXXXX"
    ARMY = "army", "XXXX"
    FLEET = "fleet", "three waves, a fleet"
    AIR_FLEET = "air-fleet", "three chevrons, an air fleet or air army"
    CORPS = "corps", "XXX; some forces call it army or column"
    DIVISION = "division", "XX"
    SQUADRON = "squadron", "two waves, ships under one command, as a carrier group"
    WING = "wing", "two chevrons, a wing or group of aircraft"
    BRIGADE = "brigade", "X"
    REGIMENT = "regiment", "III"
    AIR_SQUADRON = "air-squadron", "one chevron, a squadron of aircraft"
    SHIP = "ship", "one wave, a single ship"
    BATTALION = "battalion", "II"
    COMPANY = "company", "I, a company, battery or troop"
    PLATOON = "platoon", "three dots"


MARKS: Mapping[str, str] = {
    Echelon.REGION: "",
    Echelon.ARMY_GROUP: "XXXXX",
    Echelon.ARMY: "XXXX",
    Echelon.FLEET: "~~~",
    Echelon.AIR_FLEET: "VVV",
    Echelon.CORPS: "XXX",
    Echelon.DIVISION: "XX",
    Echelon.SQUADRON: "~~",
    Echelon.WING: "VV",
    Echelon.BRIGADE: "X",
    Echelon.REGIMENT: "III",
    Echelon.AIR_SQUADRON: "V",
    Echelon.SHIP: "~",
    Echelon.BATTALION: "II",
    Echelon.COMPANY: "I",
    Echelon.PLATOON: "...",
}
"""The marks of the shipped sizes: crosses, bars, dots; waves of the sea, chevrons of the air."""


class Arm(Option):
    """The arm of a formation, by the drawing inside its symbol."""

    INFANTRY = "infantry", "two crossed lines"
    CAVALRY = "cavalry", "one slanting line"
    ARTILLERY = "artillery", "a dot"
    ENGINEER = "engineer", "a bridge"
    MILITIA = "militia", "two crossed lines with a disc"
    HEADQUARTERS = "headquarters", "a line across the top"
    ARMOUR = "armour", "a track of a tank"
    AIRBORNE = "airborne", "a parachute"
    SUPPLY = "supply", "a wagon"
    SHIPS = "ships", "a hull with a bridge and a gun"
    CARRIERS = "carriers", "a flat deck with an island"
    GALLEYS = "galleys", "a hull with oars"
    SAIL = "sail", "a hull with a sail"
    AIRCRAFT = "aircraft", "an aircraft"
    PHALANX = "phalanx", "a row of spears"
    LEGION = "legion", "a standard"
    CHARIOTS = "chariots", "a wheel with a car"
    ELEPHANTS = "elephants", "an elephant"
    TERCIO = "tercio", "a square of pikes with shot at its corners"
    IRREGULARS = "irregulars", "three open points"
    REFUGEES = "refugees", "people on their way"
    TRAIN = "train", "a locomotive"


class OwnArm(Record):
    """An arm of this exhibit's own; under the id of a shipped one, another name or drawing of it.

    Symbols have its drawing in one colour: small beside the marks of size, or in the frame where
    no number stands there.
    """

    id: Identifier = Field(examples=["camels"])
    name: Words = Field(description="what the key calls it", examples=["Camel corps"])
    text: Words | None = Field(
        None, description="what its drawing shows, as the key says it", examples=["a hump"]
    )
    drawing: ContentFile | None = Field(
        None,
        description="an SVG, a silhouette about 3 wide and 2 high, drawn in one colour",
        examples=["signs/camel.svg"],
    )
    sign: str | None = Field(
        None,
        description="instead, the SVG itself",
        examples=['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2">...</svg>'],
    )
    like: Arm | None = Field(
        None, description="instead, the shipped arm whose drawing it has", examples=["cavalry"]
    )

    def __post_init__(self) -> None:
        if sum(one is not None for one in (self.drawing, self.sign, self.like)) > 1:
            raise ValueError("needs one of `drawing`, `sign` and `like`")


class OwnEchelon(Record):
    """A size of this exhibit's own; under the id of a shipped one, another name of it."""

    id: Identifier = Field(examples=["cohort"])
    name: Words = Field(description="what the key calls it", examples=["Cohort"])
    like: Echelon | None = Field(
        None,
        description="the shipped size that it counts as: how long its symbol stays, the width of"
        " its arrows, its marks",
        examples=["battalion"],
    )
    marks: str | None = Field(
        None,
        pattern=r"^[XIV~.]{0,6}$",
        description="its marks instead: X a cross, I a bar, V a chevron, ~ a wave, . a dot",
        examples=["II"],
    )
    count: Words | None = Field(
        None,
        description="how several are counted where one symbol stands for them; {0} is the number",
        examples=["{0} cohorts"],
    )

    def __post_init__(self) -> None:
        if self.like is None and self.id not in set(Echelon):
            raise ValueError("needs `like`, since no shipped size has this id")


class Standard(Reference):
    """Marks a field that names a record of a list, or one of the shipped options."""

    def __init__(self, kind: str, options: type[Option]) -> None:
        super().__init__(kind)
        self.options = options


ArmId = Annotated[str, Standard("arms", Arm), Field(examples=["cavalry"])]
EchelonId = Annotated[str, Standard("echelons", Echelon), Field(examples=["corps"])]
