"""Pictures: drawings and photographs, and the scans, films and other pictures behind them."""

from __future__ import annotations

from kiosk.exhibit.model.record import Field, Record, Words
from kiosk.exhibit.model.words import (
    Captioned,
    ContentFile,
    Fact,
    Identifier,
    Interpreted,
    PictureId,
)


class Label(Record):
    """A word in a picture: it becomes the text of the SVG element with this id."""

    key: Identifier = Field(description="id of the text element in the SVG", examples=["orchard"])
    text: Words = Field(description="what stands there", examples=["The orchard"])


class Film(Record):
    """A film behind a picture, which is seen until it plays, and on paper."""

    file: ContentFile = Field(
        description="the film (.mp4 with H.264, or .webm) in the content folder",
        examples=["films/retreat.mp4"],
    )
    captions: Captioned | None = None
    silent: bool = Field(
        False,
        description="true for a film without sound, which needs no captions",
        examples=[True],
    )
    transcript: Words = Field(
        description="all that is said and seen in it, for those who read instead",
        examples=["Soldiers pull a gun through mud. A voice says: it has rained for two days."],
    )
    signed: Interpreted | None = None


class Picture(Fact):
    """A drawing made for the exhibit, as an SVG whose words are written here, or a photograph."""

    id: Identifier = Field(examples=["farm-plan"])
    name: Words = Field(
        description="its title, as printed above it", examples=["A farm like a fort"]
    )
    short: Words | None = Field(
        None,
        description="two words for the button that opens it; its title if not given",
        examples=["The farm"],
    )
    file: ContentFile = Field(
        description="the drawing (.svg) or photograph (.png, .jpg, .webp) in the content folder",
        examples=["pictures/farm-plan.svg"],
    )
    alt: Words = Field(
        description="what it shows, for those who cannot see it",
        examples=["A walled farm seen from above, with an orchard to the east."],
    )
    labels: tuple[Label, ...] = Field(
        (), description="the words in a drawing, one for each text element of the SVG"
    )
    credit: Words = Field(
        description="who drew it, and its licence", examples=["Drawn by the museum, CC BY 4.0"]
    )
    scan: ContentFile | None = Field(
        None,
        description="the same picture with every detail, seen when it is enlarged: a Deep Zoom"
        " picture (.dzi), made by `kiosk tile`",
        examples=["pictures/order.dzi"],
    )
    film: Film | None = Field(None, description="the film that plays when it is touched")
    compare: PictureId | None = Field(
        None,
        description="id of a picture of the same view, such as another year's, of the same shape:"
        " a slider uncovers it",
        examples=["farm-today"],
    )
    gallery: tuple[PictureId, ...] = Field(
        (),
        description="ids of the pictures that follow it when a visitor turns on",
        examples=[["farm-gate", "farm-orchard"]],
    )
