"""Text as word processors paste it, cleaned: blanks of other widths, hidden marks, bullets."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable


def _parted(sign: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", sign[0])


_Instead = str | Callable[[re.Match[str]], str]
_CHANGES: tuple[tuple[str, re.Pattern[str], _Instead], ...] = (
    ("ligatures", re.compile("[ﬀ-ﬄ]"), _parted),
    ("soft hyphens", re.compile("\u00ad"), ""),
    ("marks without width", re.compile("[\u200b\u2060\ufeff]"), ""),
    ("bullets", re.compile(r"(?m)^[ \t]*[•▪\uf0b7\uf0a7][ \t]*"), "- "),
    ("line ends", re.compile("\r\n?|[\x0b\x0c\u2028\u2029]"), "\n"),
    ("unprintable signs", re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]"), ""),
    ("other blanks", re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f]"), " "),
)
"""The name of what is cleaned, its signs, and what stands for them."""


def cleaned(text: str, told: Counter[str]) -> str:
    """The text as it would be typed; what was cleaned is counted in `told`."""
    for name, signs, instead in _CHANGES:
        text, count = signs.subn(instead, text)
        told.update({name: count} if count else {})
    return re.sub(" {2,}", " ", re.sub(" *\n *", "\n", text)).strip()
