"""The river of men, made once for all kiosks of a process: it hangs on exhibit and glass alone.

Most tests open a kiosk to look at something else, and the river is half of what that takes.
Where it is painted on a real ground it is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

import pytest
from PySide6.QtGui import QImage

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.palette import Palette
from kiosk.map.river.bands import River
from kiosk.map.river.flow import river_of
from kiosk.map.river.sight import Sight
from kiosk.map.river.words import Page, Writer
from kiosk.stage import river
from kiosk.stage.river import Painted
from kiosk.telling.locale import Teller
from kiosk.workbench.layout.visiting import BlankMap
from tests.kept import Kept

RIVERS, PAGES, PICTURES = Kept(16), Kept(999), Kept(3)  # a picture takes some 25 MB


BLANK: list[River] = []
"""Those that nobody looks at: nothing is painted of them."""


class KeptWriter(Writer):
    """A writer of words that were perhaps laid for another kiosk."""

    def __init__(self, exhibit: Exhibit, river: River) -> None:
        super().__init__(exhibit, river)
        self._exhibit = exhibit

    def page(self, teller: Teller, *where: Any) -> Page:
        lay, waters = super().page, tuple((len(line), *line[0]) for line in self._waters)
        key = teller.language, where, waters
        page: Page = PAGES.get((self._exhibit,), key, lambda: lay(teller, *where))
        return page


class Mute(Writer):
    """A writer of no words."""

    def page(self, *_: Any) -> Page:
        return Page()


@contextmanager
def mute(muted: bool = True) -> Iterator[None]:
    """Has kiosks that are opened meanwhile show no river, whose words cost most of all.

    For those who look at other screens than home and the show, on glass of another size or with
    other reading aids.
    """
    of = vars(river)["river_of"]

    def blank(exhibit: Exhibit, clock: Clock) -> River | None:
        found: River | None = RIVERS.get((exhibit,), "blank", lambda: copy(of(exhibit, clock)))
        if found is not None and not any(found is one for one in BLANK):
            BLANK.append(found)
        return found

    with pytest.MonkeyPatch.context() as patch:
        if muted:
            patch.setattr(river, "Writer", Mute)
            patch.setattr(river, "river_of", blank)
        yield


@contextmanager
def made_once() -> Iterator[None]:
    """Has each kiosk show the river that was made for one before it."""
    paint = river._painted

    def kept(exhibit: Exhibit, clock: Clock) -> River | None:
        found: River | None = RIVERS.get((exhibit,), None, lambda: river_of(exhibit, clock))
        return found

    def painted(
        of: River, sight: Sight, base: BaseMap, palette: Palette, dusk: float, moments: Any
    ) -> Painted:
        def make() -> Painted:
            return paint(of, sight, base, palette, dusk, moments)

        if any(of is one for one in BLANK):
            return Painted(QImage(1, 1, QImage.Format.Format_RGB32), ())
        if type(base) is not BlankMap:
            return make()
        picture: Painted = PICTURES.get((of, base, palette), (sight, dusk, *moments), make)
        return picture

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(river, "river_of", kept)
        patch.setattr(river, "Writer", KeptWriter)
        patch.setattr(river, "_painted", painted)
        yield
