"""Pins of a scan: world files and annotations that lay it, and what is said of slips."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from kiosk.exhibit.geo import project
from kiosk.exhibit.reader import read_exhibit
from kiosk.map.ground.scan import placed

OCEAN = Path(__file__).parents[2] / "exhibits" / "ocean" / "exhibit.yaml"
PLAN = "      file: map/plan.png\n      style: scan\n"
THREE = "\n".join(f"        - {{x: {x}, y: {y}, at: [{lon}, 20]}}" for x, y, lon in (
    (0, 0, 150), (100, 0, 160), (200, 0, 170)
))  # fmt: skip


def ocean(folder: Path, layer: str) -> list[str]:
    """What is said of the ocean over a scan, and of nothing else."""
    text = OCEAN.read_text("utf-8")
    sea = "      file: map/sea.geojson\n      style: sea\n"
    assert sea in text
    (folder / "map").mkdir()
    (folder / "exhibit.yaml").write_text(text.replace(sea, PLAN + layer), "utf-8")
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.save(str(folder / "map" / "plan.png"))
    (folder / "map" / "plan.pgw").write_text("0.1\n0\n0\n-0.1\n150\n30\n")
    (folder / "map" / "broken.pgw").write_text("0.1\n0\n0\n")
    annotation = {"body": {"features": [
        {"properties": {"resourceCoords": [x, y]}, "geometry": {"coordinates": [lon, lat]}}
        for x, y, lon, lat in ((0, 0, 150, 30), (300, 0, 180, 30), (9, 9, 150.9, 29.1),
                               (0, 200, 150, 10), (300, 200, 180, 10))
    ]}}  # fmt: skip
    (folder / "map" / "plan.json").write_text(json.dumps(annotation))
    (folder / "map" / "broken.json").write_text('{"body": {"features": [{}]}}')
    found = read_exhibit(folder, thorough=True).problems
    return [str(one) for one in found if "named by nothing" not in str(one)]


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        ("", "exhibit.yaml:24:7: map.layers[sea]: `pins` or `georeference`, and the style `scan`, "
         "go together"),
        (f"      pins:\n{THREE}\n", "exhibit.yaml:24:7: map.layers[sea]: needs two to four pins "
         "apart from each other, not three on a line"),
        ("      georeference: map/broken.pgw\n", "exhibit.yaml:28:21: map.layers[sea]"
         '.georeference: "map/broken.pgw": is no world file: six numbers, one in a line (or write '
         "`pins:` with two to four points)"),
        ("      georeference: map/broken.json\n", "exhibit.yaml:28:21: map.layers[sea]"
         '.georeference: "map/broken.json": is no georeference annotation of IIIF (or write '
         "`pins:` with two to four points)"),
        ("      pins:\n        - {x: 0, y: 0, at: [150, 20]}\n        - {x: 9, y: 0, at: [20, 150]}"
         "\n", "exhibit.yaml:30:28: map.layers[sea].pins[2].at: lies outside longitude -180..180, "
         "latitude -90..90"),
    ],
)  # fmt: skip
def test_a_slip_in_the_pins_of_a_scan_is_said(tmp_path: Path, layer: str, said: str) -> None:
    assert said in " ".join(ocean(tmp_path, layer))


@pytest.mark.parametrize("file", ["plan.pgw", "plan.json"])
def test_a_world_file_or_an_annotation_lays_a_scan(tmp_path: Path, file: str) -> None:
    assert ocean(tmp_path, f"      georeference: map/{file}\n") == []
    exhibit = read_exhibit(tmp_path).exhibit
    assert exhibit
    laid = placed(exhibit.map.layers[0].pins)
    assert laid
    spot = laid.map(QPointF(0, 0))
    assert (spot.x(), spot.y()) == pytest.approx(project(-30, 30), abs=0.01)
    spot = laid.map(QPointF(300, 0))
    assert (spot.x(), spot.y()) == pytest.approx(project(0, 30), abs=1)
