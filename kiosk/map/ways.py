"""The ways of arrows between symbols, where these stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from kiosk.exhibit.ref import Ref
from kiosk.map.boxes import Box
from kiosk.map.labels.crowds import STOOD_FOR_MM
from kiosk.map.labels.result import FormationSign, Result
from kiosk.map.signs.arrivals import arrived
from kiosk.map.signs.marches import Arrow
from kiosk.map.signs.proposals import Proposal, begun_at
from kiosk.map.signs.thrusts import gives_way, thrust
from kiosk.map.viewport import PlanePoint, Viewport


class Ways:
    """Leads the arrows of a picture to the symbols that have been laid."""

    def __init__(
        self,
        result: Result,
        viewport: Viewport,
        px_per_mm: float,
        above: Callable[[str], Iterable[str]],
    ) -> None:
        self._result, self._viewport, self._mm, self._above = result, viewport, px_per_mm, above
        self._shown = {key: sign for sign in result.signs for key in (sign.key, *sign.stands_for)}

    def led(self, arrows: Sequence[Arrow]) -> Iterator[Arrow]:
        """Marches, each up to the symbol of who went, then attacks, from symbol to symbol.

        No march leads to where nobody is shown; the attack of who went may say more than it.
        """
        attacks = [*self._attacks(arrow for arrow in arrows if arrow.foe)]
        for arrow in arrows:
            march = None if arrow.foe else self._arrived(arrow)
            if march and not any(
                attack.formation == march.formation and gives_way(march, attack)
                for attack in attacks
            ):
                yield march
        yield from attacks

    def _attacks(self, arrows: Iterator[Arrow]) -> Iterator[Arrow]:
        """The attacks between the symbols of two, between each two one."""
        between = set()
        for arrow in arrows:
            own = self._telling(arrow.formation, arrow.way[0])
            foe = self._telling(arrow.foe, arrow.way[-1])
            if own is None or foe is None or own is foe:
                continue
            (mine, theirs), others = self._boxes(arrow.way[0], own, foe)
            led = thrust(arrow, mine, theirs, others, self._viewport.scale, self._mm)
            if led and (own.key, foe.key) not in between:
                between.add((own.key, foe.key))
                yield led

    def _telling(self, key: str, at: PlanePoint) -> FormationSign | None:
        """The symbol of a formation, or of the first above it that stands near; None if none does.

        A square tells too little.
        """
        reach = STOOD_FOR_MM * self._mm / self._viewport.scale
        for one in (key, *self._above(key)):
            sign = self._shown.get(one)
            if sign and not sign.square:
                near = one == key or math.dist(at, (sign.plane_x, sign.plane_y)) < reach
                return sign if near else None
        return None

    def _arrived(self, arrow: Arrow) -> Arrow | None:
        """A march up to the symbol of who went; None where nobody is shown, or no way is left."""
        at, sign = arrow.way[-1], self._shown.get(arrow.formation)
        if sign is None and self._viewport.room.covers(self._viewport.on_screen([at])[0]):
            return None
        if sign is None or sign.square:
            return arrow
        (own,), others = self._boxes(at, sign)
        return arrived(arrow, own, others, self._viewport.scale, self._mm)

    def _boxes(self, at: PlanePoint, *signs: FormationSign) -> tuple[list[Box], list[Box]]:
        """The boxes of the symbols of signs, and of all else that is laid, in px from a point."""
        scale, own, others = self._viewport.scale, dict[Ref, Box](), list[Box]()
        refs = [Ref.of("formations", sign.key) for sign in signs]
        for target in self._result.targets:
            if target.at:
                x, y = (target.at[0] - at[0]) * scale, (target.at[1] - at[1]) * scale
                boxes = [box.rounded().moved(x, y) for box in target.boxes]
                if target.ref in refs:
                    own[target.ref] = boxes.pop(0)
                others += boxes
        return [own[ref] for ref in refs], others

    def begun(self, proposal: Proposal) -> Proposal:
        """A proposal from the edge on of the symbol that stands at its start."""
        x0, y0 = proposal.way[0]
        scale = self._viewport.scale
        boxes = [
            Box(0, 0, sign.symbol_width, sign.symbol_height).moved(
                (sign.plane_x - x0) * scale + sign.dx, (sign.plane_y - y0) * scale + sign.dy
            )
            for sign in self._result.signs
        ]
        return begun_at(proposal, boxes, scale, self._mm)
