"""Every colour of the exhibit by its role: on a table, in high contrast, in bright light, on paper.

Nothing else in the code names a colour; only the sides bring their own, from the content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from PySide6.QtGui import QColor

Tints = tuple[tuple[int, str], ...]

LANE = 7.0
"""The contrast of words with a side's colour that is their ground."""

IN_PRINT = {"#3d6ea8": "#2b5587", "#c2412f": "#a8301f"}
"""The colours in print of a first and a second side in their usual ones."""

INK = 6.8
"""The contrast with paper of a side's colour in print."""

VIVID = 2.2
"""The saturation of a side's colour where it is made light, over its own."""

DRAWN = ("line", "void", "muted", "water", "brook", "river_name", "sand", "amber")
"""The roles of the colours that drawings take from the table."""

GREY = 0.25
"""The saturation below which a colour is made a grey."""


@dataclass(frozen=True)
class Palette:
    """The colours that the map, the screens, the papers and the site are painted in."""

    tints: Tints
    """Ground colours at these heights in metres, and between them a mixture of two."""
    void: str
    """Beyond the end of the data."""
    line: str
    """Signs and words."""
    casing: str
    """The margin of what must stand out from the ground."""
    sea: str
    shore: str
    water: str
    dry_bed: str
    bank: str
    rail: str
    sleeper: str
    road: str
    border: str
    sand: str
    veils: bool
    """True if what thins out does so through a picture; else it turns as pale as the ground."""
    vivid: int
    """The lightness of a side's lines over its colour, in percent; below 100 darker."""
    brook: str
    """Rivers that are not the largest."""
    raised: str
    """The ground of what is chosen or stands out."""
    muted: str
    """Words that come second."""
    rule: str
    """Lines that part."""
    amber: str
    """The colour of what can be touched; on paper, of what stands out."""
    bar: str
    """The ground of the bar along the screen's edge."""
    night: str
    day: str
    """Of the strip of days and nights."""
    wash: str
    """Full night over the ground, as #AARRGGBB; transparent where night isn't told by a wash."""
    moon: str
    alarm: str
    """The colour of what is wrong."""
    river_name: str
    land_name: str
    inside: str
    """Lines on a side's colour."""
    disc: str
    """The disc in the sign of a militia."""
    edge: str
    """The edge of the square that stands for a formation."""
    halo: float = 1.0
    """Opacity of the ground of words on the map."""
    relief: bool = True
    """True if heights are told by tint, light and shadow."""
    line_contrast: float = 0.0
    """The contrast with black that a side's lines are brought to; 0: they are as `vivid` says."""
    told_apart: float = 0.0
    """The contrast with `void` that a side's colour is brought to; 0 leaves it as it is."""
    inked: float = 0.0
    """The contrast with white that a side's colour is darkened to; 0 leaves it as it is."""

    def side(self, colour: str | QColor) -> QColor:
        """A side's colour as it is painted: its hue, at the same contrast for every side."""
        if self.inked:
            return _inked(QColor(colour).name(), self.inked)
        return _told_apart(QColor(colour).name(), self.told_apart)

    def line_of(self, colour: str | QColor) -> QColor:
        """A side's colour as the lines that belong to it are drawn."""
        if self.line_contrast:
            return _told_apart(QColor(colour).name(), self.line_contrast)
        return self.vivid_of(self.side(colour))

    def lane(self, colour: str | QColor) -> QColor:
        """A side's colour as ground of reading text, which has 7:1 on it."""
        own = self.side(colour)
        light = luminance(self.line)
        if self.told_apart or self.inked:
            return own
        shades = (own.darker(100 + 4 * step) for step in range(60))
        return next(one for one in shades if (light + 0.05) / (luminance(one) + 0.05) >= LANE)

    def tint(self, metres: float) -> QColor:
        """The colour of ground at this height."""
        return _tint(self.tints, metres)

    def turned(self, colour: str) -> str:
        """A colour that is meant for the table as it is here, `#rrggbb`: by its role if it has one.

        Any other keeps its hue, and where the ground is light its lightness is turned about.
        """
        own = QColor(colour)
        roles = (role for role in DRAWN if QColor(getattr(TABLE, role)) == own)
        if (role := next(roles, None)) is not None:
            return str(getattr(self, role))
        if own.name() in IN_PRINT:
            return self.side(own).name()
        if luminance(self.void) < luminance(self.line):
            return own.name()
        hue = max(own.hslHueF(), 0.0)
        return QColor.fromHslF(hue, own.hslSaturationF(), 1 - own.lightnessF()).name()

    def vivid_of(self, colour: str | QColor, share: float = 1.0) -> QColor:
        """A side's colour as it is told from the ground as a line; `share` of the way there."""
        return QColor(colour).lighter(round(100 + (self.vivid - 100) * share))


@lru_cache(maxsize=512)
def _tint(tints: Tints, metres: float) -> QColor:
    held = min(max(metres, tints[0][0]), tints[-1][0])
    (low, below), (high, above) = next(p for p in pairwise(tints) if held <= p[1][0])
    return mixed(QColor(below), QColor(above), (held - low) / (high - low))


@lru_cache(maxsize=256)
def _told_apart(colour: str, contrast: float) -> QColor:
    """A colour of this hue, light enough for the contrast with black; 0 leaves it as it is."""
    own = QColor(colour)
    if not contrast:
        return own
    saturation = own.hslSaturationF()
    hue, vivid = max(own.hslHueF(), 0.0), min(1.0, saturation * VIVID * (saturation >= GREY))
    shades = (QColor.fromHslF(hue, vivid, step / 100) for step in range(101))
    return next(shade for shade in shades if (luminance(shade) + 0.05) / 0.05 >= contrast)


@lru_cache(maxsize=256)
def _inked(colour: str, contrast: float) -> QColor:
    """A colour in print, that of a usual side or its own, darkened to the contrast with white."""
    own = QColor(IN_PRINT.get(colour, colour))
    if colour in IN_PRINT and contrast <= INK:
        return own
    shades = (QColor(own.darker(100 + 2 * step).name()) for step in range(600))
    return next(one for one in shades if 1.05 / (luminance(one) + 0.05) >= contrast)


def luminance(colour: str | QColor) -> float:
    """WCAG's relative luminance, 0 to 1."""
    own = QColor(colour)
    red, green, blue = map(_linear, (own.redF(), own.greenF(), own.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A mixture of two colours; `share` is that of the second."""
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


TABLE = Palette(
    tints=(
        (0, "#151b1e"),
        (30, "#191f22"),
        (50, "#1d2426"),
        (70, "#222728"),
        (100, "#282a27"),
        (200, "#323028"),
        (400, "#3d382c"),
        (800, "#463f31"),
        (1400, "#4c4537"),
        (2500, "#4f483a"),
        (5000, "#514a3d"),
    ),
    void="#0f1317",
    line="#f2ead9",
    casing="#0f1317",
    sea="#0d1a27",
    shore="#3b5a70",
    water="#5d9cbd",
    dry_bed="#a08b62",
    bank="#29251d",
    rail="#e4d9bd",
    sleeper="#23211d",
    road="#6f6757",
    border="#5b5a55",
    sand="#c2a262",
    veils=True,
    vivid=150,
    brook="#47809b",
    raised="#232c33",
    muted="#b9b09c",
    rule="#6d6a62",
    amber="#e0a13a",
    bar="#0b0e12",
    night="#20344a",
    day="#404749",
    wash="#850a1a33",
    moon="#f2ead9",
    alarm="#e0614a",
    river_name="#abd8ec",
    land_name="#b9b09c",
    inside="#ffffff",
    disc="#0f1317",
    edge="#f2ead9",
    halo=0.94,
    line_contrast=9.4,
)
"""A map table in a dim room; all ground is dark enough for paper-white words at 7:1."""

CONTRAST = Palette(
    tints=((0, "#000000"), (5000, "#000000")),
    void="#000000",
    line="#ffffff",
    casing="#000000",
    sea="#14191c",
    shore="#b9c7cd",
    water="#b9c7cd",
    dry_bed="#b9c7cd",
    bank="#000000",
    rail="#ffffff",
    sleeper="#000000",
    road="#8a8a8a",
    border="#b8b8b8",
    sand="#8a8a8a",
    veils=True,
    vivid=100,
    brook="#b9c7cd",
    raised="#2b2b2b",
    muted="#ffffff",
    rule="#ffffff",
    amber="#ffd23f",
    bar="#000000",
    night="#000000",
    day="#4a4a4a",
    wash="#00000000",
    moon="#ffffff",
    alarm="#ff8f7a",
    river_name="#ffffff",
    land_name="#ffffff",
    inside="#000000",
    disc="#000000",
    edge="#000000",
    relief=False,
    told_apart=9.2,
)
"""For eyes that need it: no relief, light lines and words on black, black on the sides' colours."""

SHEET = Palette(
    tints=(
        (0, "#fdfcf8"),
        (30, "#fbf9f2"),
        (50, "#f8f4ea"),
        (70, "#f4efe1"),
        (100, "#f0e9d7"),
        (200, "#ebe2cb"),
        (400, "#e4d9be"),
        (800, "#dccfb1"),
        (1400, "#d5c6a6"),
        (2500, "#cfbf9e"),
        (5000, "#cabb9a"),
    ),
    void="#ffffff",
    line="#1a1a1a",
    casing="#ffffff",
    sea="#dfeaf0",
    shore="#8fb0c2",
    water="#2f6f8f",
    dry_bed="#a58850",
    bank="#f1e8d2",
    rail="#1a1a1a",
    sleeper="#ffffff",
    road="#b5a78b",
    border="#9a968c",
    sand="#807a70",
    veils=False,
    vivid=100,
    brook="#5f95b5",
    raised="#eee9de",
    muted="#55504a",
    rule="#b9b1a2",
    amber="#7a4d00",
    bar="#ffffff",
    night="#39424d",
    day="#fbf6e6",
    wash="#00000000",
    moon="#f4ecd2",
    alarm="#a8301f",
    river_name="#2c5f80",
    land_name="#6d5a2c",
    inside="#ffffff",
    disc="#0f1317",
    edge="#ffffff",
    inked=INK,
)
"""Ink on white paper; all ground is light enough for words in ink at 9:1."""

BRIGHT = replace(
    SHEET,
    tints=(
        (0, "#ffffff"),
        (50, "#fdfcf8"),
        (100, "#faf7ef"),
        (200, "#f7f2e6"),
        (400, "#f4eedf"),
        (800, "#f1ead8"),
        (1400, "#efe7d3"),
        (5000, "#ede4ce"),
    ),
    line="#101010",
    sea="#e6f0f5",
    shore="#5f8ba3",
    water="#1f5f80",
    brook="#4682a5",
    border="#7a766c",
    sand="#6b665c",
    veils=True,
    raised="#e9e3d6",
    muted="#2d2925",
    rule="#8a8273",
    amber="#573500",
    night="#a9b6c4",
    alarm="#7c170b",
    river_name="#0c2f45",
    land_name="#3a2d0b",
    inked=11.2,
)
"""A projector in a bright room: dark words on white, which its light leaves 4.5:1 of."""

VEIL = 0.17
"""The light of a bright room on a screen, as a share of the screen's own white."""

TONES = {"table": TABLE, "contrast": CONTRAST, "bright": BRIGHT}
"""The palettes of addresses, by the word behind the question mark."""


def toned(address: str) -> tuple[str, Palette]:
    """An address less its tone, and the palette that this is; without a tone, the table's."""
    plain, _, tone = address.partition("?")
    return plain, TONES[tone or "table"]
