"""Make moonlight.svg of content/pictures: sun and moon over the nights of the campaign."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from pathlib import Path

import ephem

from kiosk.exhibit.sky import EDGE_DEG, nights, sky_at
from kiosk.map.ground.palette import TABLE

OUT = Path(__file__).parents[2] / "content" / "pictures" / "moonlight.svg"

PLACE = (114.5, 36.45)
"""Longitude and latitude, between Handan and the Zhang."""
OFFSET = dt.timedelta(hours=8)
"""Local time less UTC."""
NOON = dt.datetime(1945, 10, 20, 12)
"""Noon before the first night."""
COUNT = 13
"""How many nights: the last one ends on 2 November."""
MOMENTS = {
    "moonlight": dt.datetime(1945, 10, 21, 21, 30),
    "cuiqu": dt.datetime(1945, 10, 24, 2),
    "attack": dt.datetime(1945, 10, 28, 18, 40),
    "storm": dt.datetime(1945, 11, 1, 18),
}
"""Hours that the accounts name, by the keys of their labels."""

PAPER, INK, MUTED = TABLE.line, TABLE.void, TABLE.muted
DARK, BRIGHT = (36, 48, 58), (205, 207, 201)
"""Red, green and blue of a night without a moon, and of one with a full moon."""

WIDTH, HEIGHT = 1600, 1000
LEFT, HOUR_PX, STARTS_H = 540, 77.0, 17 + 1 / 3
"""Where 17:20 is, and the length of an hour."""
TOP, ROW, BAND = 110, 67, 63
"""Where the first night is, the distance to the next, and how high it is drawn."""
RADIUS = 27

Span = tuple[dt.datetime, dt.datetime]


def moonlit(night: Span) -> Iterator[Span]:
    """From when to when the moon is up in a night."""
    observer = ephem.Observer()
    observer.lon, observer.lat = (math.radians(degrees) for degrees in PLACE)
    observer.pressure, observer.horizon = 0, math.radians(EDGE_DEG)
    at, until = night
    while at < until:
        observer.date = at - OFFSET
        moon = ephem.Moon(observer)
        up = math.degrees(moon.alt) >= EDGE_DEG
        turn = observer.next_setting if up else observer.next_rising
        turned = turn(moon, use_center=True).datetime() + OFFSET + dt.timedelta(seconds=1)
        if up:
            yield at, min(turned, until)
        at = turned


def x_of(moment: dt.datetime, row: int) -> float:
    """Where a moment of a row's night lies from left to right."""
    since = moment - (NOON + dt.timedelta(days=row))
    return LEFT + HOUR_PX * (since / dt.timedelta(hours=1) + 12 - STARTS_H)


def middle(row: int) -> float:
    """Where the middle of a row lies from top to bottom."""
    return TOP + ROW * row + BAND / 2


def band(span: Span, row: int, colour: str) -> str:
    """A stretch of a night."""
    left, right = (x_of(moment, row) for moment in span)
    return (
        f'<rect x="{left:.0f}" y="{middle(row) - BAND / 2:.0f}" width="{right - left:.0f}"'
        f' height="{BAND}" fill="{colour}"/>'
    )


def moonlight(lit: float) -> str:
    """The colour of a night under a moon of which the share `lit` is bright."""
    share = 0.2 + 0.8 * lit
    mixed = (round(d + (b - d) * share) for d, b in zip(DARK, BRIGHT, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def disc(x: float, y: float, lit: float, lit_right: bool) -> str:
    """The moon, its bright part bounded by half an ellipse."""
    across, near = RADIUS * abs(1 - 2 * lit), int(lit_right)
    bulge = near if lit > 0.5 else 1 - near
    return (
        f'<circle cx="{x:.0f}" cy="{y:.1f}" r="{RADIUS + 3}" fill="{INK}"/>'
        f'<path fill="{PAPER}" d="M{x:.0f} {y - RADIUS:.1f}'
        f"a{RADIUS} {RADIUS} 0 0 {near} 0 {2 * RADIUS}"
        f'a{across:.1f} {RADIUS} 0 0 {bulge} 0 {-2 * RADIUS}z"/>'
    )


def text(key: str, x: float, y: float, anchor: str, colour: str = PAPER) -> str:
    """A place for a word; content/pictures.yaml says it."""
    return (
        f'<text id="{key}" x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}"'
        f' font-family="Noto Sans SC" font-size="72" fill="{colour}">{key}</text>'
    )


def moment(key: str, at: dt.datetime) -> Iterator[str]:
    """A mark in a night, and a line to the word beside it."""
    row = (at - NOON).days
    x, y = x_of(at, row), middle(row)
    for colour, width in ((INK, 12), (PAPER, 4)):
        yield (f'<path stroke="{colour}" stroke-width="{width}" d="M{LEFT - 24} {y:.1f}H{x:.0f}"/>')
    yield (
        f'<circle cx="{x:.0f}" cy="{y:.1f}" r="15" fill="{PAPER}" stroke="{INK}" stroke-width="6"/>'
    )
    yield text(key, LEFT - 40, y + 26, "end")


def kept(elements: Iterable[str]) -> Iterator[str]:
    """What has its colours on dark and on white ground: a night is dark, the moon is not."""
    yield '<g class="kept">'
    yield from elements
    yield "</g>"


def drawing() -> Iterator[str]:
    """The drawing's elements, from the back to the front."""
    dark: list[str] = []
    moons: list[str] = []
    for row in range(COUNT):
        noon = NOON + dt.timedelta(days=row)
        (night,) = nights(noon, noon + dt.timedelta(days=1), PLACE, OFFSET / dt.timedelta(hours=1))
        dark.append(band(night, row, "#" + bytes(DARK).hex()))
        for span in moonlit(night):
            sky = sky_at(span[0], PLACE, OFFSET / dt.timedelta(hours=1))
            dark.append(band(span, row, moonlight(sky.lit)))
            moons.append(disc(x_of(span[0], row) + RADIUS, middle(row), sky.lit, sky.lit_right))
    midnight = x_of(NOON + dt.timedelta(hours=12), 0)
    low = middle(COUNT - 1) + BAND / 2
    dark.append(f'<path stroke="{INK}" stroke-width="4" d="M{midnight:.0f} {TOP}V{low:.0f}"/>')
    yield from kept(dark)
    yield text("sunset", LEFT, 78, "start", MUTED)
    yield text("midnight", midnight, 78, "middle", MUTED)
    yield text("sunrise", WIDTH - 20, 78, "end", MUTED)
    for key, at in MOMENTS.items():
        yield from moment(key, at)
    yield from kept(moons)


def main() -> None:
    """Write the file."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    made = "  <!-- made by resources/pictures/make.py -->"
    body = [f"  {element}" for element in drawing()]
    OUT.write_text("\n".join([head, made, *body, "</svg>", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
