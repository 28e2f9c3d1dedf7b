"""The bodies on the map: apart, large enough, true to their spots, those of all sides alike."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QRectF

from kiosk.exhibit.reading.problem import quoted
from kiosk.map.labels.leeway import TOUCH_MM
from kiosk.map.labels.result import FormationSign
from kiosk.workbench.layout.eyes import Seen, Text, is_overlap, meet
from kiosk.workbench.layout.flaw import Flaw, Scene, View, flaw
from kiosk.workbench.layout.targets import PROOF
from kiosk.workbench.layout.texts import meets_box

SYMBOL_MM = 18.0
"""Height of a symbol's frame at the least."""

ALIKE_PX = 1.0
"""The most by which the heights of two sides' symbols differ: sizes are whole pixels."""


def low(view: View) -> Iterator[Flaw]:
    """Symbols that are less than 18 mm high; less on glass on which all sizes shrink."""
    scene = view.scene
    symbols = {sign.symbol.frame(sign.symbol_width): sign for sign in scene.symbols}
    if symbols:
        high = min(symbols)
        mm = (high + ALIKE_PX) / view.glass.px_per_mm
        if mm < SYMBOL_MM:
            message = f"are {high / view.glass.px_per_mm:.1f} mm high"
            hint = f"{SYMBOL_MM:.0f} mm or more are told from afar"
            yield flaw("low symbols", "symbols", message, hint, _area(scene, symbols[high]))


def unequal(view: View) -> Iterator[Flaw]:
    """Symbols of one side that are higher than another's, so that it seems the greater."""
    scene = view.scene
    heights: dict[str, dict[float, FormationSign]] = defaultdict(dict)
    for sign in scene.symbols:
        heights[sign.symbol.side.shape][sign.symbol.frame(sign.symbol_width)] = sign
    least = min((min(one) for one in heights.values()), default=0.0)
    for shape, one in heights.items():
        if min(one) > least + ALIKE_PX:
            message = f"are {min(one):.0f} px high, those of another side {least:.0f}"
            area = _area(scene, one[min(one)])
            yield flaw("unequal sides", f"symbols of shape {shape}", message, "", area)


def astray(view: View) -> Iterator[Flaw]:
    """Symbols farther from their spot than is unknown of it, or from the middle of many."""
    scene = view.scene
    touch = TOUCH_MM * view.glass.px_per_mm + ALIKE_PX
    for sign in scene.symbols:
        seen = scene.told_by(sign)
        if not seen:
            continue
        viewport = scene.viewport
        spots = [viewport.spot(sighting.lon, sighting.lat) for sighting in seen]
        spot = sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)
        box, km = scene.box(sign), viewport.ground_scale
        known = max(math.dist(spot, other) for other in spots) / km
        known = max(known, min(sighting.uncertainty_km for sighting in seen))
        off = math.dist(box.centre, spot) / km
        if not box.grown(touch, touch).covers(spot) and off > known + ALIKE_PX / km:
            message = f"stands {off:.1f} km off, and is known to {known:.1f}"
            hint = "a symbol may step aside only as far as nobody knows better"
            yield flaw("stray symbol", _name(sign), message, hint, _area(scene, sign))


def outside(view: View) -> Iterator[Flaw]:
    """Symbols that reach out of the part of the map that is kept for what is told."""
    scene = view.scene
    room = scene.viewport.room.grown(ALIKE_PX, ALIKE_PX)
    for sign in scene.symbols:
        if not room.holds(scene.box(sign)):
            hint = "words, the foot or an edge of the screen may hide it"
            yield flaw("outside", _name(sign), "reaches out of the map", hint, _area(scene, sign))


def unseated(view: View) -> Iterator[Flaw]:
    """Bodies that the text names, and that have no room for their symbol."""
    scene = view.scene
    for sign in scene.signs:
        if sign.square and sign.key in scene.named:
            message = "is named in the text, and has no room for its symbol"
            hint = "the camera nearer, or fewer bodies"
            yield flaw("no symbol", _name(sign), message, hint, _area(scene, sign))


def colliding(view: View) -> Iterator[Flaw]:
    """Symbols on one another, and symbols or names on the map beneath a control."""
    sight = view.sight
    symbols = [seen for seen in sight.marks if _is_symbol(seen) and not sight.is_hidden(seen)]
    for one, other in itertools.combinations(symbols, 2):
        if meet(one.area, other.area):
            what = f"the symbols of {quoted(one.name)} and {quoted(other.name)}"
            yield flaw("overlap", what, "overlap", "", one.area.intersected(other.area))
    names = [text for text in sight.texts if text.is_on_the_map]
    # Less is drawn of a proof's number than is pressed, as of symbols.
    targets = [target for target in sight.targets if target.title != PROOF]
    for mark, target in itertools.product((*symbols, *names), targets):
        both = mark.bare.intersected(target.area)
        if not is_overlap(both) or (isinstance(mark, Text) and not meets_box(mark, target.area)):
            continue
        covers = (cover for cover in sight.covered_by(mark) if cover != target.area)
        if not any(cover.contains(both) for cover in covers):
            name = mark.short if isinstance(mark, Text) else quoted(mark.name)
            what = f"{name} and the button {quoted(target.name)}"
            yield flaw("overlap", what, "overlap", "", both)


def _is_symbol(seen: Seen) -> bool:
    return seen.kind == "FormationSymbol" and not seen.item.property("square")


def _name(sign: FormationSign) -> str:
    return quoted(sign.label or sign.spoken)


def _area(scene: Scene, sign: FormationSign) -> QRectF:
    box = scene.box(sign)
    return QRectF(box.left, box.top, box.width, box.height)
