"""Scans in tiles: a Deep Zoom file as it is read, and the sentence for each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.files.deepzoom import DeepZoom, lacking, read_deepzoom
from kiosk.exhibit.files.drawing import DrawingError
from kiosk.exhibit.reader import read_exhibit

GOOD = (
    '<?xml version="1.0"?><Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="jpg" '
    'Overlap="1" TileSize="254"><Size Height="300" Width="600"/></Image>'
)
AGAIN = "make it anew: kiosk tile SCAN"


def written(folder: Path, text: str) -> Path:
    file = folder / "scan.dzi"
    file.write_text(text, "utf-8")
    return file


def test_levels_and_tiles(tmp_path: Path) -> None:
    scan = read_deepzoom(written(tmp_path, GOOD))
    assert scan == DeepZoom(600, 300, 254, 1, "jpg", tmp_path / "scan_files")
    assert scan.top == 10
    assert [scan.size(level) for level in (10, 9, 1, 0)] == [(600, 300), (300, 150), (2, 1), (1, 1)]
    assert [scan.counts(level) for level in (10, 9, 8, 0)] == [(3, 2), (2, 1), (1, 1), (1, 1)]
    assert len([*scan.files()]) == 6 + 2 + 9
    assert lacking(scan) == tmp_path / "scan_files" / "0" / "0_0.jpg"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no Deep Zoom picture"),
        ("<Image/>", "is no Deep Zoom picture"),
        (GOOD.replace('Width="600"', 'Width="six"'), "is no Deep Zoom picture"),
        (f"<!DOCTYPE x>{GOOD}", "is no Deep Zoom picture"),
        (GOOD.replace('Width="600"', 'Width="0"'), "is not between 1 and 500 megapixels"),
        (GOOD.replace('"600"', '"6000000"'), "is not between 1 and 500 megapixels"),
        (GOOD.replace('"254"', '"2"'), "has tiles that are not shown"),
        (GOOD.replace('"jpg"', '"tif"'), "has tiles that are not shown"),
    ],
)
def test_what_is_no_scan_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DrawingError) as fault:
        read_deepzoom(written(tmp_path, text))
    assert (fault.value.message, fault.value.hint) == (said, AGAIN)


@pytest.mark.parametrize(
    ("scan", "said"),
    [
        ("moor.svg", '"moor.svg" is not cut into tiles (it is enlarged without its detail; kiosk '
                     "tile makes moor.dzi: name that)"),
        ("scan.dzi", '"scan.dzi" lacks its tile scan_files/0/0_0.jpg (it is enlarged without its '
                     f"detail; {AGAIN})"),
        ("skan.dzi", 'there is no file "skan.dzi" (it is enlarged without its detail; did you mean '
                     '"scan.dzi"?)'),
    ],
)  # fmt: skip
def test_a_picture_whose_scan_cannot_be_shown_keeps_its_still(
    minimal: Path, scan: str, said: str
) -> None:
    written(minimal, GOOD)
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
    (minimal / "moor.svg").write_text(svg, "utf-8")
    picture = f"id: moor, name: Moor, file: moor.svg, scan: {scan}, alt: A moor, credit: Nobody"
    text = f"pictures:\n  - {{{picture}, sources: [outline]}}\n"
    (minimal / "pictures.yaml").write_text(text, "utf-8")
    reading = read_exhibit(minimal, thorough=True)
    found = [
        str(problem).split(".scan: ")[1] for problem in reading.problems if ".scan" in str(problem)
    ]
    assert found == [said]
    assert reading.exhibit is not None
    assert reading.exhibit.pictures[0].scan is None
