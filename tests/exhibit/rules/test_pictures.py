"""Pictures that no screen shows, each with the sentence that says what to save instead."""

from __future__ import annotations

from pathlib import Path

import pytest

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
