"""The key map: what presses of a keyboard, or of a keypad that acts as one, mean to the exhibit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Key(StrEnum):
    """A key as the exhibit knows it; the first five are enough for everything."""

    NEXT = "next"  # the stop after this one
    PREVIOUS = "previous"  # the stop before
    MORE = "more"  # a step within a stop, else the next region
    LESS = "less"  # a step back, else the region before
    OK = "ok"  # does it
    BACK = "back"  # leaves the innermost thing
    HOME = "home"
    HELP = "help"  # where am I, what can I do
    LISTEN = "listen"  # reads the page; held: the spoken way, or its end
    LOUDER = "louder"
    SOFTER = "softer"
    FASTER = "faster"
    SLOWER = "slower"
    JACK_IN = "jack_in"  # headphones are put in
    JACK_OUT = "jack_out"


JACK = frozenset({Key.JACK_IN, Key.JACK_OUT})
"""The keys that no keyboard has: a pad with a socket presses them."""

FIVE = (Key.NEXT, Key.PREVIOUS, Key.MORE, Key.LESS, Key.OK)
"""The keys without which something can't be reached."""

EVDEV = 8
"""The native scan code that Qt tells is larger by this than the code of the kernel."""

CODES: Mapping[str, int] = MappingProxyType(
    {
        **{chr(code): code for code in (*range(0x30, 0x3A), *range(0x41, 0x5B))},
        **{f"F{number}": 0x0100002F + number for number in range(1, 36)},
        **{"Space": 0x20, "Plus": 0x2B, "Minus": 0x2D, "Question": 0x3F},
        **{"Escape": 0x01000000, "Tab": 0x01000001, "Backtab": 0x01000002},
        **{"Backspace": 0x01000003, "Return": 0x01000004, "Enter": 0x01000005},
        **{"Home": 0x01000010, "End": 0x01000011, "Left": 0x01000012, "Up": 0x01000013},
        **{"Right": 0x01000014, "Down": 0x01000015, "PageUp": 0x01000016},
        **{"PageDown": 0x01000017, "Menu": 0x01000055, "Help": 0x01000058},
        **{"Back": 0x01000061, "HomePage": 0x01000090, "Select": 0x01010000},
        **{"BracketLeft": 0x5B, "BracketRight": 0x5D, "VolumeDown": 0x01000070},
        **{"VolumeUp": 0x01000072, "MediaPlay": 0x01000080},
    }
)
"""Keys by the names that Qt has for them, with Qt's numbers."""

NATIVE = re.compile(r"evdev:(\d{1,4})")

KEYBOARD: Mapping[Key, tuple[str, ...]] = MappingProxyType(
    {
        Key.NEXT: ("Down", "Tab"),
        Key.PREVIOUS: ("Up", "Backtab"),
        Key.MORE: ("Right",),
        Key.LESS: ("Left",),
        Key.OK: ("Return", "Enter", "Space", "Select"),
        Key.BACK: ("Escape", "Backspace", "Back"),
        Key.HOME: ("Home", "HomePage"),
        Key.HELP: ("F1", "Question", "Help"),
        Key.LISTEN: ("L", "MediaPlay"),
        Key.LOUDER: ("VolumeUp", "Plus"),
        Key.SOFTER: ("VolumeDown", "Minus"),
        Key.FASTER: ("BracketRight",),
        Key.SLOWER: ("BracketLeft",),
    }
)
"""The meaning of a plain keyboard's keys."""


class Keymap:
    """The meaning of presses, by keys as "Down" or by the kernel's codes as "evdev:108".

    A held key `repeats`, or doesn't; a second press of the same one counts once the two are
    `apart_ms` apart.

    Raises ValueError, in one line, for a name that no key has, for a press that means two things,
    and for a map that lacks one of the five keys.
    """

    def __init__(
        self,
        presses: Mapping[Key, Iterable[str]] = KEYBOARD,
        *,
        repeats: bool = True,
        apart_ms: int = 0,
    ) -> None:
        self.repeats, self.apart_ms = repeats, apart_ms
        self._by_code: dict[int, Key] = {}
        self._by_native: dict[int, Key] = {}
        for key, names in presses.items():
            for name in names:
                self._take(key, name)
        found = {*self._by_code.values(), *self._by_native.values()}
        if lacking := [key for key in FIVE if key not in found]:
            raise ValueError(
                f"lacks {', '.join(lacking)}; without {', '.join(FIVE)} not everything is reached"
            )

    def _take(self, key: Key, name: str) -> None:
        native = NATIVE.fullmatch(name)
        codes = self._by_native if native else self._by_code
        if not native and name not in CODES:
            raise ValueError(f'knows no key "{name}"; kiosk keys prints the names of yours')
        code = int(native[1]) + EVDEV if native else CODES[name]
        if codes.setdefault(code, key) is not key:
            raise ValueError(f'has "{name}" for {codes[code]} and for {key}')

    def meaning(self, code: int, native: int) -> Key | None:
        """The key that a press is, by Qt's code and by its native scan code; None for no key."""
        return self._by_native.get(native) or self._by_code.get(code)
