"""Pictures that no screen shows, and those behind others: each with its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.exhibit.reader import read_exhibit

# fmt: off
PICTURES = [
    ("film.mp4", b"\0\0\0\x20ftypisom",
     '"film.mp4" is a film, which is not shown (save one picture of it as .png, .jpg, .jpeg or '
     ".webp, and name the film itself in film:)"),
    ("not-there.MP4", None,
     '"not-there.MP4" is a film, which is not shown (save one picture of it as .png, .jpg, .jpeg '
     "or .webp, and name the film itself in film:)"),
    ("plan.pdf", None,
     '"plan.pdf" is a document, which is not shown (save the picture in it as .svg, .png, .jpg, '
     ".jpeg or .webp)"),
    ("scan.tiff", None,
     '"scan.tiff" is a .tiff picture, which is not shown (save it as .png, .jpg, .jpeg or .webp)'),
    ("plan.psd", None,
     '"plan.psd" is a drawing in the form of its program, which is not shown (export it as .svg, '
     ".png, .jpg, .jpeg or .webp)"),
    ("moor", None, '"moor" has no ending (a picture is .svg, .png, .jpg, .jpeg or .webp)'),
    ("moor.xyz", None,
     '"moor.xyz" is no picture by its ending, .xyz (a picture is .svg, .png, .jpg, .jpeg or '
     ".webp)"),
    ("moor.jpg", b"\0\0\0\x20ftypheic",
     '"moor.jpg": holds a HEIC picture, but is named as .jpg (a picture is .svg, .png, .jpg, .jpeg '
     "or .webp)"),
    ("moor.webp", b"RIFF\0\0\0\0AVI ",
     '"moor.webp": holds a film, but is named as .webp (a picture is .svg, .png, .jpg, .jpeg or '
     ".webp)"),
    ("moor.svg", b"<!DOCTYPE html><html>",
     '"moor.svg": holds a page of the web, but is named as .svg (a picture is .svg, .png, .jpg, '
     ".jpeg or .webp)"),
]
# fmt: on


@pytest.mark.parametrize(("name", "data", "said"), PICTURES)
def test_a_picture_that_no_screen_shows(
    minimal: Path, name: str, data: bytes | None, said: str
) -> None:
    picture = f"id: moor, name: Moor, file: {name}, alt: A moor, credit: Nobody"
    text = f"pictures:\n  - {{{picture}, sources: [outline]}}\n"
    (minimal / "pictures.yaml").write_text(text, "utf-8")
    if data is not None:
        (minimal / name).write_bytes(data)

    problems = read_exhibit(minimal, thorough=True).problems

    where = (
        f"pictures.yaml:2:{text.splitlines()[1].index(f'{name}, alt') + 1}: pictures[moor].file: "
    )
    assert [str(problem) for problem in problems if problem.severity == "error"] == [where + said]


# ---------------------------------------------------------------- pictures behind a picture

BOX = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {}'/>"
BEHIND = (
    "  - {{id: {0}, name: {0}, file: {1}, alt: A view, credit: Nobody, sources: [outline]{2}}}\n"
)
FILM = ", film: {file: red-blue.webm, silent: true, transcript: Blue.}"


def said_behind(minimal: Path, behind: str, other: str = "") -> list[str]:
    """What is said of a picture with this behind it, and what is left of it."""
    film = Path(__file__).parents[2] / "media" / "red-blue.webm"
    (minimal / film.name).write_bytes(film.read_bytes())
    for name, size in (("a", "16 9"), ("b", "160 90"), ("c", "4 3")):
        (minimal / f"{name}.svg").write_text(BOX.format(size), "utf-8")
    assert QImage(320, 180, QImage.Format.Format_RGB32).save(str(minimal / "d.png"))
    entries = [BEHIND.format("a", "a.svg", behind), BEHIND.format("b", "b.svg", other)]
    entries += [BEHIND.format("c", "c.svg", ""), BEHIND.format("d", "d.png", "")]
    (minimal / "pictures.yaml").write_text("pictures:\n" + "".join(entries), "utf-8")
    reading = read_exhibit(minimal, thorough=True)
    assert reading.exhibit is not None
    assert len(reading.exhibit.pictures) == 4
    said = map(str, reading.problems)
    return [
        one.split("pictures", 2)[2] for one in said if "is named" not in one and ".id:" not in one
    ]


@pytest.mark.parametrize(
    "behind", ["", ", compare: b", ", compare: d", ", gallery: [b, c]", ", gallery: [d]"]
)
def test_what_can_be_compared_and_turned(minimal: Path, behind: str) -> None:
    assert said_behind(minimal, behind) == []


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        (", compare: a",
         "[a].compare: is the picture itself (it is shown alone; name another picture of the same "
         "view)"),
        (", compare: bb",
         '[a].compare: there is no picture "bb" (it is shown alone; did you mean "b"?)'),
        (", compare: c",
         '[a].compare: has another shape: 16 × 9, "c" 4 × 3 (cut both to the same view, or the '
         "slider hides what sticks out)"),
        (f", compare: b{FILM}",
         "[a].compare: stands beside `film` (it is shown alone; make two pictures of it, one for "
         "each)"),
        (", compare: b, gallery: [c]",
         "[a].gallery: stands beside `compare` (it is shown alone; make two pictures of it, one "
         "for each)"),
        (", gallery: [b, a]",
         '[a].gallery[2]: "a" is the picture itself, which comes first (take it out)'),
        (", gallery: [b, b]", '[a].gallery[2]: "b" comes twice (take it out)'),
        (", gallery: [e]", '[a].gallery[1]: there is no picture "e" (there are a, b, c, d)'),
    ],
)  # fmt: skip
def test_what_can_not(minimal: Path, behind: str, said: str) -> None:
    assert said_behind(minimal, behind) == [said]


def test_a_gallery_has_no_gallery_in_it(minimal: Path) -> None:
    assert said_behind(minimal, ", gallery: [c, b]", ", gallery: [d]") == [
        '[a].gallery[2]: "b" is a gallery itself (name its pictures one by one)'
    ]


def test_what_is_behind_a_picture_counts_as_shown(minimal: Path) -> None:
    said_behind(minimal, ", gallery: [c, d]")
    said = [str(one) for one in read_exhibit(minimal, thorough=True).problems]
    unused = [one for one in said if "is shown nowhere" in one]
    assert [one.split("[", 1)[1][0] for one in unused] == ["a", "b"]
