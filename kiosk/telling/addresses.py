"""The addresses of what the exhibit's site has: pages, and places on them."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

from kiosk.exhibit.kinds import names
from kiosk.exhibit.ref import Ref

HOME = "index.html"
"""The page of home."""

ELSEWHERE = {
    "phases": "phase-{}.html",
    "sides": "forces.html#side_{}",
    "formations": "forces.html#{}",
    "areas": "places.html#area_{}",
    "pictures": "drawings.html#{}",
}
"""The addresses of records that have no page called after their list."""

ADDRESSES = {
    kind: ELSEWHERE.get(kind, f"{kind}.html#{{}}") for kind in names(lambda kind: kind.listed)
}
"""The addresses of the records of a list by their id, in the order of the tour."""


def address_of(ref: Ref) -> str:
    """The address of a record, from a page of the same language."""
    return ADDRESSES[ref.kind].format(ref.key)


def folder_of(language: str, languages: Sequence[str]) -> str:
    """The folder, with its slash, of the pages in one of the languages; "" for the only one."""
    return f"{language}/" if len(languages) > 1 else ""


def on_site(site: str, folder: str, address: str) -> str:
    """An address of a folder on the site, as the web has it."""
    last = site.rpartition("/")[2]
    whole = site if "." in last and site.count("/") > 2 else f"{site.rstrip('/')}/"
    return urljoin(whole, folder + address)
