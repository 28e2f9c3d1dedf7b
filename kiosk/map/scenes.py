"""Scenes of the map: what is asked for at an hour, seen from where; each is solved once."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.map.labels.request import Request
from kiosk.map.picture import Cartographer, Drawing, MapPicture, gone_on
from kiosk.map.viewport import PlanePoint, Viewport

MOST = 96
"""The solved scenes that are kept: those asked for last."""


class Scene(NamedTuple):
    """A view at an hour, and what is asked of it."""

    moment: dt.datetime
    viewport: Viewport
    request: Request


class Scenes:
    """Pictures of scenes as whoever comes to them finds them, kept, and solved ahead step by step.

    A scene's picture hangs on nothing that was seen before, so it is the same to every visitor,
    whether it was expected or not.
    """

    def __init__(self, exhibit: Exhibit, clock: Clock) -> None:
        self._cartographer = Cartographer(exhibit, clock)
        self._solved: dict[Scene, MapPicture] = {}
        self._expected: deque[Scene] = deque()
        self._at_work: tuple[Scene, Drawing] | None = None

    def take_rails(self, rails: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the railway's lines; what was solved without them is forgotten."""
        self._cartographer.take_rails(rails)
        self._forget()

    def take_rivers(self, rivers: Sequence[Sequence[PlanePoint]]) -> None:
        """Takes the rivers' lines; what was solved without them is forgotten."""
        self._cartographer.take_rivers(rivers)
        self._forget()

    def _forget(self) -> None:
        self._solved.clear()
        self._at_work = None

    def picture(self, scene: Scene) -> MapPicture:
        """The picture of a scene; one at work on is finished, any other solved at once."""
        while True:
            picture = self.go_on(scene)
            if picture is not None:
                return picture

    def go_on(self, scene: Scene) -> MapPicture | None:
        """The picture of a scene, if some steps more bring it to its end."""
        if scene not in self._solved:
            self._advance(scene)
            return self._solved.get(scene)
        picture = self._solved[scene] = self._solved.pop(scene)
        return picture

    def expect(self, scenes: Iterable[Scene]) -> None:
        """Takes the scenes that may come next, the likeliest first, in place of those before."""
        self._expected = deque(scene for scene in scenes if scene not in self._solved)

    def work(self) -> bool:
        """Takes some steps towards what is expected; False if there is nothing to do."""
        if self._at_work is None:
            while self._expected and self._expected[0] in self._solved:
                self._expected.popleft()
            if not self._expected:
                return False
        self._advance(self._at_work[0] if self._at_work else self._expected.popleft())
        return True

    def _advance(self, scene: Scene) -> None:
        """Takes some steps towards a scene; another that is at work is given up."""
        if self._at_work is None or self._at_work[0] != scene:
            self._at_work = scene, self._cartographer.drawing(*scene)
        picture = gone_on(self._at_work[1])
        if picture is not None:
            self._at_work = None
            self._keep(scene, picture)

    def _keep(self, scene: Scene, picture: MapPicture) -> None:
        self._solved[scene] = picture
        if len(self._solved) > MOST:
            del self._solved[next(iter(self._solved))]
