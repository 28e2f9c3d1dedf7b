"""Pixels of a millimetre on this screen, and the height that text needs to be read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.machine.settings import Settings

ASSUMED_DIAGONAL_MM = 24 * 25.4
"""A 24 inch screen, where neither the settings nor the screen say what is sensible."""

CAP_HEIGHT_DEGREES = 0.7
"""EN 301 549 5.1.4: the capital H of shown text spans at least 0.7 degrees."""

REACH_MM = (380, 1220)
"""ADA 308: what is touched hangs at least and at most this high above the floor."""

REACH_LEAST_MM = 400
"""Less than this within reach, of glass that is higher, is said when the exhibit starts."""

REACH_ROOM_MM = 300
"""The height that a visit is laid out in at the least, in reach or not."""

FULL_SIZE_MM = 20 * 25.4
"""The diagonal below which all sizes shrink with the glass, so that a panel has room."""

LEAST_CAP_MM = 3.5
"""The least that the capital H of text shrinks to."""

CAP_HEIGHT_PER_EM = 0.733
"""Capital H over em square in Noto Sans SC and Noto Serif SC (OS/2 sCapHeight 733 of 1000)."""


@dataclass(frozen=True)
class Glass:
    """A screen in pixels and millimetres, from how far it is read, and how high it hangs.

    `floor_mm` is the height of the lower edge above the floor. Only what is touched `shrinks` on
    small glass: what is seen on a wall has a size of its own.
    """

    width_px: int
    height_px: int
    width_mm: float
    height_mm: float
    distance_mm: float
    floor_mm: float = 750
    shrinks: bool = True

    @property
    def diagonal_mm(self) -> float:
        """The diagonal of the picture."""
        return math.hypot(self.width_mm, self.height_mm)

    @property
    def shrink(self) -> float:
        """The part of its full size, 1 or less, that all has on glass under `FULL_SIZE_MM`."""
        if not self.shrinks:
            return 1.0
        return min(1.0, self.diagonal_mm / FULL_SIZE_MM)

    @property
    def glass_px_per_mm(self) -> float:
        """Pixels per millimetre, the smaller of both directions so that nothing is too wide."""
        return min(self.width_px / self.width_mm, self.height_px / self.height_mm)

    @property
    def px_per_mm(self) -> float:
        """Pixels per millimetre of the design, which shrinks with small glass."""
        return self.glass_px_per_mm * self.shrink

    @property
    def text_px(self) -> int:
        """Em size in px of text whose capital H spans `CAP_HEIGHT_DEGREES`, before `shrink`."""
        return math.ceil(self._full_cap_mm * self.px_per_mm / CAP_HEIGHT_PER_EM)

    @property
    def body_px(self) -> int:
        """The least em size in px of any text."""
        return math.ceil(self.cap_mm * self.glass_px_per_mm / CAP_HEIGHT_PER_EM)

    @property
    def cap_mm(self) -> float:
        """Height in mm of the capital H of the least text."""
        least = min(LEAST_CAP_MM, self._full_cap_mm)
        return max(least, self._full_cap_mm * self.shrink)

    @property
    def shortfall(self) -> str:
        """One sentence for the technician on what small glass leaves undone, or nothing."""
        if self.shrink == 1:
            return ""
        inches = self.diagonal_mm / 25.4
        said = (
            f"the screen measures {inches:.1f} inches: capitals are {self.cap_mm:.1f} mm high, "
            f"where EN 301 549 5.1.4 asks for {self._full_cap_mm:.1f} mm"
        )
        if self.cap_mm > self._full_cap_mm * self.shrink:
            said += ", and text does not shrink as far as the panels would need"
        return said + "; sizes are true from 20 inches on"

    @property
    def _full_cap_mm(self) -> float:
        return math.tan(math.radians(CAP_HEIGHT_DEGREES)) * self.distance_mm

    def above_floor_mm(self, y: float) -> float:
        """Height above the floor of a point that lies `y` px below the upper edge."""
        return self.floor_mm + self.height_mm - y / self.glass_px_per_mm

    @property
    def out_of_reach(self) -> str:
        """One sentence for the technician on a screen that hangs too high, or nothing."""
        (least, most), low = REACH_MM, self.floor_mm
        within = max(0.0, min(most, low + self.height_mm) - max(least, low))
        if round(within) >= min(round(self.height_mm), REACH_LEAST_MM):
            return ""
        way = "lower" if low + self.height_mm > most else "higher"
        return (
            f"the picture's lower edge hangs {low:.0f} mm above the floor: "
            f"{within:.0f} of its {self.height_mm:.0f} mm are within reach of a seated visitor, "
            f"where {REACH_LEAST_MM} are needed; hang it {way}"
        )

    @property
    def reach_px(self) -> tuple[float, float]:
        """The part in reach of a seated visitor: px from the upper edge to where it begins, ends.

        Of glass that hangs too high or too low, the `REACH_ROOM_MM` that come nearest.
        """
        (least, most), room = REACH_MM, min(self.height_mm, REACH_ROOM_MM * self.shrink)
        high = self.floor_mm + self.height_mm
        ends = max(room, min(self.height_mm, high - least))
        begins = min(max(0.0, high - most), ends - room)
        return begins * self.glass_px_per_mm, ends * self.glass_px_per_mm


def is_sensible(width_px: int, height_px: int, width_mm: float, height_mm: float) -> bool:
    """True if a screen's own report of its size can be believed.

    Projectors, remote and virtual screens report zero, 100 dpi made up from the pixels, or the
    aspect ratio in place of the size, as 16 x 9 or a multiple of it.
    """
    if min(width_px, height_px) <= 0 or min(width_mm, height_mm) < 60:
        return False
    if max(width_mm, height_mm) % 16 == 0 and max(width_mm, height_mm) * 9 == (
        min(width_mm, height_mm) * 16
    ):
        return False
    aspect = (width_px / height_px) / (width_mm / height_mm)
    return 0.9 < aspect < 1.12 and 130 <= math.hypot(width_mm, height_mm) <= 2800


def measure(
    size_px: tuple[int, int],
    *,
    said_mm: tuple[float, float] | None,
    reported_mm: tuple[float, float] | None,
    distance_mm: float,
    floor_mm: float,
) -> Glass:
    """The screen of `size_px` by the settings' word, else its own report, else 24 inches.

    A size said or reported for the other orientation is turned.
    """
    width, height = size_px
    for size_mm in (said_mm, reported_mm):
        if size_mm is None:
            continue
        across, up = size_mm
        if (across > up) != (width > height):
            across, up = up, across
        if size_mm is said_mm or is_sensible(width, height, across, up):
            return Glass(width, height, across, up, distance_mm, floor_mm)
    mm_per_px = ASSUMED_DIAGONAL_MM / math.hypot(width, height)
    return Glass(width, height, width * mm_per_px, height * mm_per_px, distance_mm, floor_mm)


def glass_of(
    settings: Settings, size_px: tuple[int, int], reported_mm: tuple[float, float] | None
) -> Glass:
    """The screen of `size_px` of a machine, which reports this size of itself."""
    return measure(
        size_px,
        said_mm=settings.screen_mm,
        reported_mm=reported_mm,
        distance_mm=settings.viewing_distance_mm,
        floor_mm=settings.floor_mm,
    )
