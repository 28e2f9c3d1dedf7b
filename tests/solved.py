"""The pictures of the map, solved once for all kiosks of a process: each hangs on what is asked.

A kiosk that has its picture from here takes as many steps to it as solving it took. What solves
pictures, `tests/map`, solves each anew, as do those who look at how a kiosk comes to them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.map import scenes, situation
from kiosk.map.labels.layout import Memory
from kiosk.map.labels.request import Request
from kiosk.map.picture import Cartographer, Drawing, MapPicture
from kiosk.map.viewport import PlanePoint, Viewport
from tests.kept import Kept

PICTURES, SAID = Kept(400), Kept(32)


class SharedCartographer(Cartographer):
    """A cartographer of pictures that another may have drawn."""

    def __init__(self, exhibit: Exhibit, clock: Clock) -> None:
        super().__init__(exhibit, clock)
        self._exhibit, self._lines = exhibit, dict[str, object]()

    def take_rails(self, rails: Sequence[Sequence[PlanePoint]]) -> None:
        self._lines["rails"] = _known_by(rails)
        super().take_rails(rails)

    def take_rivers(self, rivers: Sequence[Sequence[PlanePoint]]) -> None:
        self._lines["rivers"] = _known_by(rivers)
        super().take_rivers(rivers)

    def drawing(
        self,
        moment: dt.datetime,
        viewport: Viewport,
        request: Request,
        before: Memory | None = None,
        *,
        settle: bool = True,
    ) -> Drawing:
        teller = request.teller
        words = teller.phrases.words if teller else None
        of, key = (self._exhibit, before), (
            *(tuple(sorted(self._lines.items())), moment, viewport, request, settle),
            SAID.get((words,), None, lambda: repr(words)),
            teller and teller.second_language,
        )  # fmt: skip
        known: tuple[int, MapPicture] | None = PICTURES.find(of, key)
        if known:
            for _ in range(known[0]):
                yield
            return known[1]
        steps, drawing = 0, super().drawing(moment, viewport, request, before, settle=settle)
        while True:
            try:
                next(drawing)
            except StopIteration as done:
                picture: MapPicture = done.value
                PICTURES.keep(of, key, (steps, picture))
                return picture
            steps += 1
            yield


def _known_by(lines: Sequence[Sequence[PlanePoint]]) -> tuple[object, ...]:
    return tuple((len(line), *line[0]) for line in lines)


@contextmanager
def once(shared: bool = True) -> Iterator[None]:
    """Has kiosks that are opened meanwhile share their pictures."""
    with pytest.MonkeyPatch.context() as patch:
        if shared:
            for module in (scenes, situation):
                patch.setattr(module, "Cartographer", SharedCartographer)
        yield
