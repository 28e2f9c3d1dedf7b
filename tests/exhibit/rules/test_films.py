"""Films behind pictures: one that plays, and the sentence for each that does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

FILMS = Path(__file__).parents[2] / "media"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
CAPTIONS = "WEBVTT\n\n00:00.100 --> 00:00.900\nRed."
HERE = "pictures.yaml:2:"
STILL = "the picture stands still"


def lines(minimal: Path, film: str) -> list[str]:
    """What is said of a film whose keys are `film`; the picture itself is always there."""
    (minimal / "moor.svg").write_text(SVG, "utf-8")
    (minimal / "a.vtt").write_text(CAPTIONS, "utf-8")
    for name in ("red-blue.mp4", "red-blue.webm"):
        shutil.copy(FILMS / name, minimal)
    shutil.copy(FILMS / "red-blue.webm", minimal / "lies.mp4")
    whole = (FILMS / "red-blue.mp4").read_bytes()
    (minimal / "cut.mp4").write_bytes(whole[: len(whole) - 9])
    (minimal / "index-less.mp4").write_bytes(whole.replace(b"moov", b"free"))
    (minimal / "padded.mp4").write_bytes(whole + bytes(12))
    (minimal / "cut.vtt").write_text(CAPTIONS.replace("00:00.900", "0.9"), "utf-8")
    picture = "id: moor, name: Moor, file: moor.svg, alt: A moor, credit: Nobody"
    text = f"pictures:\n  - {{{picture}, sources: [outline], film: {{{film}}}}}\n"
    (minimal / "pictures.yaml").write_text(text, "utf-8")
    reading = read_exhibit(minimal, thorough=True)
    assert reading.exhibit is not None
    assert len(reading.exhibit.pictures) == 1
    said = [str(problem) for problem in reading.problems if "is used" not in str(problem)]
    assert bool(reading.exhibit.pictures[0].film) is not any(STILL in line for line in said)
    return [line.split("film", 1)[1] for line in said if ".film" in line]


@pytest.mark.parametrize("film", ["red-blue.mp4", "red-blue.webm", "padded.mp4"])
@pytest.mark.parametrize("heard", ["silent: true", "captions: a.vtt", "captions: {en: a.vtt}"])
def test_a_film_that_plays(minimal: Path, film: str, heard: str) -> None:
    assert lines(minimal, f"file: {film}, transcript: It turns blue., {heard}") == []


@pytest.mark.parametrize(
    ("film", "said"),
    [
        ("file: red-blue.mp4",
         f": has no captions ({STILL}; name a .vtt file in each language, or say silent: true if "
         "there is no sound)"),
        ("file: red-blue.mp4, silent: true, captions: a.vtt",
         f".captions: is of a film that is silent ({STILL}; remove one of both)"),
        ("file: blue.mp4, silent: true", f'.file: there is no file "blue.mp4" ({STILL}; did you '
         'mean "red-blue.mp4"?)'),
        ("file: lies.mp4, silent: true",
         f'.file: "lies.mp4": holds .webm film ({STILL}; rename it to end in .webm)'),
        ("file: cut.mp4, silent: true",
         f'.file: "cut.mp4": is cut short ({STILL}; save it anew)'),
        ("file: index-less.mp4, silent: true",
         f'.file: "index-less.mp4": is cut short ({STILL}; save it anew)'),
        ("file: moor.svg, silent: true",
         f'.file: "moor.svg": is not a film by its name ({STILL}; one of .mp4, .webm)'),
        ("file: red-blue.mp4, captions: b.vtt",
         f'.captions: there is no file "b.vtt" ({STILL})'),
        ("file: red-blue.mp4, captions: cut.vtt",
         f'.captions: "cut.vtt": line 3: says no time from and to ({STILL}; such as 00:01.000 --> '
         "00:04.000)"),
    ],
)  # fmt: skip
def test_a_film_that_does_not_play(minimal: Path, film: str, said: str) -> None:
    assert lines(minimal, f"{film}, transcript: It turns blue.") == [said]


def test_a_film_needs_a_transcript(minimal: Path) -> None:
    assert lines(minimal, "file: red-blue.mp4, silent: true") == [
        f': lacks the key "transcript" ({STILL})'
    ]
