"""Combinations of language, text size, screen and aids, as visitors may have them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from kiosk.machine.glass import Glass, measure
from kiosk.machine.settings import Renderer, Settings
from kiosk.visit.preferences import TEXT_SCALES


@dataclass(frozen=True)
class Combination:
    """One way that a visitor may have it: language, text size, the screen's size and the aids.

    `inches` is the diagonal of the glass, `ratio` how many of its pixels are one of `size`. With a
    `turn` some cases come by turns; a `brief` one has one case of each sort. All else of the
    machine is as its settings say.
    """

    size: tuple[int, int]
    language: str
    text_scale: int = 100
    high_contrast: bool = False
    reach: bool = False
    inches: float = 24
    ratio: float = 1
    renderer: Renderer = Renderer.SOFTWARE
    turn: int = field(default=0, compare=False)
    brief: bool = field(default=False, compare=False)
    machine: Settings = field(default=Settings(), compare=False)

    def __str__(self) -> str:
        aids = [f"{self.inches:g} inch"] if self.inches != 24 else []
        aids += [f"ratio {self.ratio:g}"] if self.ratio != 1 else []
        aids += ["OpenGL"] if self.renderer is Renderer.OPENGL else []
        aids += [f"text {self.text_scale} %"] if self.text_scale != 100 else []
        aids += ["high contrast"] if self.high_contrast else []
        aids += ["reach"] if self.reach else []
        return ", ".join((self.language, "x".join(map(str, self.size)), *aids))

    @property
    def is_usual(self) -> bool:
        """True for glass of 24 inches, each of whose pixels is one, without a GPU."""
        same = self.inches == 24 and self.ratio == 1
        return same and self.renderer is Renderer.SOFTWARE

    @property
    def is_unset(self) -> bool:
        """True if a visitor has set nothing but the language."""
        return self.text_scale == min(TEXT_SCALES) and not (self.high_contrast or self.reach)

    @property
    def is_painted(self) -> bool:
        """True if contrast is measured on every screen, on the real map."""
        return self.is_usual and self.text_scale == 100 and not self.reach

    @property
    def is_watched(self) -> bool:
        """True if the phases are played: on usual glass, with a text as any or the largest."""
        plain = not (self.reach or self.high_contrast or self.brief)
        return self.is_usual and self.is_extreme and plain

    @property
    def is_extreme(self) -> bool:
        """True if text is as small or as large as it may be."""
        return self.text_scale in (min(TEXT_SCALES), max(TEXT_SCALES))

    @property
    def settings(self) -> Settings:
        """The settings of a machine with that glass."""
        width, height = self.size
        mm = self.inches * 25.4 / math.hypot(width, height)
        seen = {"screen_mm": (width * mm, height * mm), "sound": False}
        return self.machine.model_copy(update=seen)

    @property
    def glass(self) -> Glass:
        """The glass, measured."""
        settings = self.settings
        return measure(
            self.size,
            said_mm=settings.screen_mm,
            reported_mm=None,
            distance_mm=settings.viewing_distance_mm,
            floor_mm=settings.floor_mm,
        )
