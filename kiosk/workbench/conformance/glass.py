"""All screens of an exhibit laid out on a machine's glass, and the flaws of each kind."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.machine.glass import CAP_HEIGHT_DEGREES, CAP_HEIGHT_PER_EM, REACH_MM
from kiosk.machine.settings import Settings
from kiosk.publish.pictures import SIZES
from kiosk.workbench.conformance.measured import Measured, unless
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.report import Layout, lay_out
from kiosk.workbench.layout.texts import floor_px
from kiosk.workbench.layout.tour import Sighting

KINDS: Mapping[str, tuple[str, ...]] = {
    "letters": ("small text",),
    "whole": ("cut text", "overlap", "missing glyph"),
    "enlarged": ("cut text", "overlap", "few lines", "cut line"),
    "contrast": ("faint", "unpainted"),
    "colour": ("sides alike",),
    "targets": ("small target", "near targets", "cut target"),
    "reach": ("out of reach",),
}
"""The kinds of flaws that speak against a measure."""

USUAL_INCHES = 24.0
MM_PER_INCH = 25.4


def combinations(settings: Settings, languages: Sequence[str]) -> list[Combination]:
    """The combinations laid out: in each language as it is, enlarged, in reach, in high contrast.

    The glass is the machine's, or 24 inches where its settings don't say. Contrast, which is the
    same on all glass, is measured on that.
    """
    size, inches = shape_of(settings)
    found = []
    for language in languages:
        plain = Combination(size, language, inches=inches, machine=settings, brief=True)
        found += [
            plain,
            replace(plain, text_scale=200),
            replace(plain, reach=True),
            replace(plain, high_contrast=True, size=SIZES[0], inches=USUAL_INCHES),
        ]
        if not plain.is_painted:
            found.append(replace(plain, size=SIZES[0], inches=USUAL_INCHES))
    return found


def shape_of(settings: Settings) -> tuple[tuple[int, int], float]:
    """The size in px at which a machine's glass is laid out, and its diagonal in inches."""
    if settings.screen_mm is None:
        return SIZES[0], USUAL_INCHES
    width, height = settings.screen_mm
    greater = max(SIZES[0])
    scale = greater / max(width, height)
    return (round(width * scale), round(height * scale)), math.hypot(width, height) / MM_PER_INCH


def measured(exhibit: Exhibit, folder: Path, settings: Settings) -> dict[str, Measured]:
    """The measures of all screens, by their names."""
    chosen = combinations(settings, exhibit.exhibit.languages)
    return judged(lay_out(exhibit, folder, chosen), chosen[0])


def judged(layout: Layout, plain: Combination) -> dict[str, Measured]:
    """The measures of what was laid out, on the glass of a `plain` combination."""
    glass = plain.glass
    capital = floor_px(glass) * CAP_HEIGHT_PER_EM / glass.glass_px_per_mm
    degrees = math.degrees(2 * math.atan(capital / 2 / glass.distance_mm))
    figures = {
        "taken": layout.laid_out,
        "mm": f"{capital:.1f}",
        "degrees": f"{degrees:.2f}",
        "distance": f"{glass.distance_mm:g}",
        "low": REACH_MM[0],
        "high": REACH_MM[1],
    }
    found = {}
    for name, kinds in KINDS.items():
        against = [_told(one) for one in layout.sightings if one.flaw.kind in kinds]
        if name == "enlarged":
            against = [_told(one) for one in _in_large(layout) if one.flaw.kind in kinds]
        if name == "letters" and round(degrees, 1) < CAP_HEIGHT_DEGREES:
            against.append(f"the least capitals are seen at {degrees:.2f} degrees")
        found[name] = unless(against, **figures)
    if layout.left:
        return {name: Measured(None, one.figures) for name, one in found.items()}
    return found


def _in_large(layout: Layout) -> list[Sighting]:
    return [one for one in layout.sightings if one.combination.text_scale > 100]


def _told(one: Sighting) -> str:
    return f"{one.combination}, {one.screen}: {one.flaw.message}"
