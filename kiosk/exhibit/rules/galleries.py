"""Pictures behind a picture: one to compare it with, or a gallery to turn through."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.exhibit.files.drawing import DrawingError, box_of, read_drawing
from kiosk.exhibit.files.photograph import read_photograph
from kiosk.exhibit.reading.draft import Draft
from kiosk.exhibit.reading.files import inside
from kiosk.exhibit.reading.problem import Finding, Steps, quoted
from kiosk.exhibit.rules.formats import is_shown

BEHIND = ("film", "compare", "gallery")
"""The keys of what a touch on a picture brings; a picture has one of them."""

UNLIKE = 0.01
"""The share by which two pictures' shapes may differ before anybody sees it."""


def crowded(draft: Draft) -> Iterator[Finding]:
    """Pictures behind which there is more than one thing."""
    for number, picture in enumerate(draft.entries("pictures")):
        first, *others = [key for key in BEHIND if getattr(picture, key)] or [""]
        for key in others:
            hint = "make two pictures of it, one for each"
            yield Finding(("pictures", number, key), f"stands beside `{first}`", hint)


def circular(draft: Draft) -> Iterator[Finding]:
    """Pictures behind themselves, or behind one picture twice, and galleries within galleries."""
    pictures = draft.entries("pictures")
    galleries = {picture.id for picture in pictures if picture.gallery}
    for number, picture in enumerate(pictures):
        steps: Steps = ("pictures", number)
        if picture.compare == picture.id:
            hint = "name another picture of the same view"
            yield Finding((*steps, "compare"), "is the picture itself", hint)
        known = {picture.id}
        for index, key in enumerate(picture.gallery):
            at = (*steps, "gallery", index)
            if key in known:
                first = key == picture.id
                message = "is the picture itself, which comes first" if first else "comes twice"
                yield Finding(at, f"{quoted(key)} {message}", "take it out")
            elif key in galleries:
                hint = "name its pictures one by one"
                yield Finding(at, f"{quoted(key)} is a gallery itself", hint)
            known.add(key)


def unlike(draft: Draft) -> Iterator[Finding]:
    """Pictures that a slider compares, and that are not of one shape: warnings."""
    pictures = {picture.id: picture for picture in draft.entries("pictures")}
    for number, picture in enumerate(draft.entries("pictures")):
        other = pictures.get(picture.compare)
        shapes = [shape for one in (picture, other) if one and (shape := _shape(draft, one.file))]
        if len(shapes) == 2 and not _alike(*shapes):
            (width, height), (across, down) = shapes
            sizes = f"{width:g} × {height:g}, {quoted(picture.compare)} {across:g} × {down:g}"
            message = f"has another shape: {sizes}"
            hint = "cut both to the same view, or the slider hides what sticks out"
            yield Finding(("pictures", number, "compare"), message, hint, "warning")


def _alike(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] * other[1] / (one[1] * other[0]) - 1) <= UNLIKE


def _shape(draft: Draft, file: str) -> tuple[float, float] | None:
    """Width and height of a picture as it is shown; None if it can't be read, as others say."""
    path = inside(draft.folder, file)
    if path is None or not is_shown(file) or not path.is_file():
        return None
    try:
        if path.suffix.lower() == ".svg":
            return box_of(read_drawing(path))
        photograph = read_photograph(path)
    except DrawingError:
        return None
    return photograph.width, photograph.height
