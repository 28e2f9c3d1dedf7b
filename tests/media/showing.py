"""The small exhibit with a picture behind which there is more: a film of 1.2 s, or a scan."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from kiosk.workbench.tiling import tile
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


def with_scan(folder: Path) -> Path:
    """A copy of the small exhibit with a white picture, whose scan of 2000 × 1000 px is green."""
    made = with_film(folder)
    scan = QImage(2000, 1000, QImage.Format.Format_RGB32)
    scan.fill(QColor("green").lighter())
    assert scan.save(str(folder / "scan.png"))
    tile(folder / "scan.png", made / "scan.dzi")
    (made / "red-blue.mp4").unlink()
    (made / "a.vtt").unlink()
    text = PICTURES.splitlines(keepends=True)
    (made / "pictures.yaml").write_text("".join([*text[:-1], "    scan: scan.dzi\n"]), "utf-8")
    white = SVG.replace("/>", "><rect width='160' height='90' fill='#ffffff'/></svg>")
    (made / "moor.svg").write_text(white, "utf-8")
    return made
