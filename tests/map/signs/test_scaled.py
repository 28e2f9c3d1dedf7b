"""Map names on screens whose own pixels are finer than ours, by both renderers."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from tests.patience import PATIENCE_S
from tests.pixels import counted, rows

ROOT = Path(__file__).parents[3]
CELL = 24
"""The side of the squares whose ink is compared, in px."""
RENDERERS = {"software": "software", "opengl": ""}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("names")


@cache
def painted(folder: Path, renderer: str, ratio: float) -> QImage:
    """The names as a program paints them that was started with this scale."""
    display = os.environ.get("DISPLAY")
    out = folder / f"{renderer}-{ratio}.png"
    done = subprocess.run(
        [sys.executable, "-m", "tests.map.signs.names_at", str(out)],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "xcb" if renderer == "opengl" and display else "offscreen",
            "QT_QUICK_BACKEND": RENDERERS[renderer],
            "QSG_RHI_BACKEND": "opengl",
            "QT_SCALE_FACTOR": str(ratio),
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    if renderer == "opengl" and done.returncode:
        said = done.stderr.strip().splitlines() or [f"exit {done.returncode}"]
        pytest.skip(f"no OpenGL here: {said[-1]}")
    assert done.returncode == 0, done.stderr
    return QImage(str(out))


def ink(picture: QImage) -> dict[tuple[int, int], float]:
    """How much of each square of a picture is written on, brought to the size at ratio 1."""
    plain = picture.scaled(
        480,
        240,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    light = {one: QColor(one).lightnessF() for one in counted(plain)}
    found: dict[tuple[int, int], float] = {}
    for y, row in enumerate(rows(plain)):
        for x, one in enumerate(row):
            cell = x // CELL, y // CELL
            found[cell] = found.get(cell, 0.0) + light[one] / CELL**2
    return found


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2])
@pytest.mark.parametrize("renderer", RENDERERS)
def test_a_name_is_whole_at_every_ratio_of_pixels(
    qapp: QGuiApplication, folder: Path, renderer: str, ratio: float
) -> None:
    picture = painted(folder, renderer, ratio)
    assert (picture.width(), picture.height()) == (480 * ratio, 240 * ratio)
    whole, seen = ink(painted(folder, "software", 1)), ink(picture)
    assert max(whole.values()) > 0.3
    bare = min(whole.values())
    off = {cell: seen[cell] - whole[cell] for cell in whole if abs(seen[cell] - whole[cell]) > 0.08}
    assert off == {}
    written = sum(seen.values()) - bare * len(seen)
    assert written == pytest.approx(sum(whole.values()) - bare * len(whole), rel=0.1)
