"""Addresses of the web: what cannot be right in that of the exhibit, and in those of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kiosk.exhibit.model.record import in_languages
from kiosk.exhibit.reading.problem import Finding, quoted

if TYPE_CHECKING:
    from kiosk.exhibit.reading.draft import Draft

_ADDRESS = re.compile(r"\bhttps?:?/[^\s，。；、（）《》]*", re.IGNORECASE)
CLOSING = ".,;:)]}»”’\"'"
"""The marks that end a sentence or a bracket behind an address."""
_HOST = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(\.(?!-)[\w-]{1,63}(?<!-))+\.?")


def address_in(text: str) -> str:
    """The first safe address of the web that a text gives, else ""."""
    found = (one.rstrip(CLOSING) for one in _ADDRESS.findall(text))
    return next((one for one in found if one.startswith("https://") and not _fault(one)), "")


def site(draft: Draft) -> Iterator[Finding]:
    """The exhibit's own address has the form of one, and is safe to lead visitors to."""
    address = draft.title.web if draft.title else None
    if address is None:
        return
    fault = "it does not begin with https://" if not address.startswith("https://") else ""
    if fault := fault or _blank(address) or _fault(address):
        message = f"{quoted(address)} is no address: {fault}"
        yield Finding(("exhibit", "web"), message, "such as https://example.org/exhibit")


def malformed_addresses(draft: Draft) -> Iterator[Finding]:
    """Every address of a source has the form of one."""
    for steps, words in draft.words:
        if steps[0] != "sources":
            continue
        for at, text in in_languages(steps, words):
            for found in _ADDRESS.findall(text):
                if fault := _fault(found):
                    message = f"{quoted(found)} is no address: {fault}"
                    yield Finding(at, message, "such as https://example.org/page", "warning")


def _blank(address: str) -> str:
    return "it holds a blank" if re.search(r"\s", address) else ""


def _fault(address: str) -> str:
    if not re.match(r"https?://", address, re.IGNORECASE):
        return "it does not begin with http:// or https://"
    try:
        parts = urlsplit(address.rstrip(CLOSING))
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "its site or port cannot be read"
    return "" if _HOST.fullmatch(host) else f"{quoted(host)} is not the name of a site"
