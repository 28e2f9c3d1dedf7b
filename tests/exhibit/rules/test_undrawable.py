"""Layers that are pictures: what is said of one that can't be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

STYLE = "      style: river\n"
BOUNDS = "      bounds: [-4.2, 57.4, -3.9, 57.6]\n"
WHERE = "map.layers[nairn-water]"


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (
            "      style: shade\n" + BOUNDS,
            f'exhibit.yaml:43:13: {WHERE}.file: "map/river.geojson": light and shadow are no PNG '
            "picture (save it as .png)",
        ),
        (
            "      style: shade\n",
            f"exhibit.yaml:41:7: {WHERE}: `bounds` and the style `shade` go together",
        ),
        (
            STYLE + BOUNDS,
            f"exhibit.yaml:41:7: {WHERE}: `bounds` and the style `shade` go together",
        ),
    ],
)
def test_a_picture_of_light_and_shadow_is_a_png_with_bounds(
    minimal: Path, style: str, said: str
) -> None:
    file = minimal / "exhibit.yaml"
    text = file.read_text("utf-8")
    assert STYLE in text
    file.write_text(text.replace(STYLE, style, 1), "utf-8")
    assert said in map(str, read_exhibit(minimal, thorough=True).problems)
