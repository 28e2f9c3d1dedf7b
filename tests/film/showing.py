"""The small exhibit with a picture behind which there is a film of 1.2 s, red and then blue."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.exhibit.conftest import MINIMAL

FILM = Path(__file__).parent / "red-blue.mp4"
CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:03.000\nIt rains."
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 160 90'/>"
PICTURES = """pictures:
  - id: moor
    name: Moor
    file: moor.svg
    alt: A moor
    credit: Nobody
    sources: [outline]
    film: {file: red-blue.mp4, captions: a.vtt, transcript: It turns blue.}
"""


def with_film(folder: Path) -> Path:
    """A copy of the small exhibit below `folder`, its first phase with the picture."""
    made = Path(shutil.copytree(MINIMAL, folder / "minimal"))
    shutil.copy(FILM, made)
    for name, text in (("a.vtt", CAPTIONS), ("moor.svg", SVG), ("pictures.yaml", PICTURES)):
        (made / name).write_text(text, "utf-8")
    story = (made / "story.yaml").read_text("utf-8")
    short = "    short: Night march\n"
    (made / "story.yaml").write_text(
        story.replace(short, f"{short}    pictures: [moor]\n"), "utf-8"
    )
    return made
