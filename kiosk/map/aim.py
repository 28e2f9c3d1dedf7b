"""The pose for which the map is placed, and how far the camera may go from it."""

from __future__ import annotations

import math

from kiosk.map.camera import MapCamera
from kiosk.map.fitting import Focus
from kiosk.map.flight import Pose

RELAYOUT_RATIO, FLIGHT_RATIO = 1.12, 1.6
"""Names are placed anew when the scale has changed by this much, under a hand or in a flight."""

RELAYOUT_MM = 6.0
"""Names are placed anew when the ground was moved by this much."""


class Aim:
    """The pose at which the camera stood, or was bound for, when all was placed last.

    What has `played` is seen in a flight as it stood: the end of that is not placed ahead.
    """

    def __init__(self, camera: MapCamera) -> None:
        self._camera = camera
        self.played = False
        self.bound: Pose | None = None
        """The end of the flight at hand, if all is placed for that."""
        self._laid: tuple[Focus, Pose] | None = None

    def take(self, *, settle: bool) -> Pose | None:
        """The pose to place all for; None in a flight whose end would be crowded yet."""
        lands, nears = self._lands, self._nears
        self.bound = self._camera.destination if lands and nears else None
        return None if lands and settle and not nears else self.bound or self._camera.pose

    def note(self, pose: Pose) -> None:
        """Notes that all is placed for a pose."""
        self._laid = self._camera.focus, pose

    @property
    def fits(self) -> bool:
        """True if something was placed for the part of the screen that the map is seen in."""
        return self._laid is not None and self._laid[0] == self._camera.focus

    def serves(self, px_per_mm: float) -> bool:
        """True if what was placed still serves where the camera is.

        In a flight what is laid for the lesser scale stands: it is only pulled apart.
        """
        camera = self._camera
        if self._laid is None or not self.fits:
            return False
        laid = self._laid[1]
        if self._lands:
            if self._nears:
                return self.bound == camera.destination
            return camera.scale > laid.scale / FLIGHT_RATIO
        ratio = FLIGHT_RATIO if camera.flying else RELAYOUT_RATIO
        if not 1 / ratio < camera.scale / laid.scale < ratio:
            return False
        x, y = camera.origin_of(laid)
        shift = math.hypot(camera.originX - x, camera.originY - y) * camera.scale
        return camera.flying or shift < RELAYOUT_MM * px_per_mm

    @property
    def _lands(self) -> bool:
        """True in a flight whose end will be seen as if nothing had been seen before."""
        return self._camera.flying and not (self._camera.gliding or self.played)

    @property
    def _nears(self) -> bool:
        """True if what is placed for where the camera comes to would not be crowded yet."""
        return self._camera.scale * FLIGHT_RATIO > self._camera.destination.scale
