"""Words in drawings are seen as they are drawn on a card."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.layout import tour
from kiosk.workbench.layout.cases import cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.tour import toured
from tests.workbench.conftest import STILL_TO_COME, still_wrong

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"

HERE = Combination((1920, 1080), "en", inches=23)
"""Contrast aside."""

PICTURES = """\
pictures:
  - id: moor
    name: The moor
    file: moor.svg
    alt: Two lines of men on a bare moor.
    labels:
      - {key: bog, text: Bog}
      - {key: wall, text: A long wall}
    credit: Drawn for this exhibit, CC0
    sources: [outline]
"""


def drawing(bog: str = 'x="20" y="60"', size: int = 40) -> str:
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 -20 840 420">
  <g font-family="Noto Sans SC" font-size="{size}" transform="translate(0 20)">
    <text id="bog" {bog}>x</text>
    <text id="wall" x="780" y="200" text-anchor="end">x</text>
  </g>
</svg>"""


@pytest.mark.parametrize(
    ("svg", "messages"),
    [
        (drawing(), []),
        (drawing(size=12), ['"Bog" is 14 px tall', '"A long wall" is 14 px tall']),
        (drawing('x="-60" y="60"'), ['"Bog" stands out of the drawing']),
        (drawing('x="20" y="410"'), ['"Bog" stands out of the drawing']),
        (drawing('x="700" y="210"'), ['"Bog" and "A long wall" overlap']),
        (drawing('x="700" y="245"'), []),
    ],
)
def test_words_in_a_drawing_are_read(
    qapp: QGuiApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    svg: str,
    messages: list[str],
) -> None:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "content"))
    (folder / "pictures.yaml").write_text(PICTURES, "utf-8")
    (folder / "moor.svg").write_text(svg, "utf-8")
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    chosen = [case for case in cases(exhibit) if case.name in ("home", "card-pictures-moor")]
    monkeypatch.setattr(tour, "cases", lambda _: chosen)
    found = toured(exhibit, folder, HERE, lambda: None)
    assert still_wrong(found) == messages
    assert {one.screen for one in found if one.flaw.kind not in STILL_TO_COME} <= {
        "card-pictures-moor"
    }
