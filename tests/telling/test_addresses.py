"""Addresses of the exhibit's site."""

from __future__ import annotations

import pytest

from kiosk.exhibit.ref import Ref
from kiosk.telling.addresses import address_of, folder_of, on_site


@pytest.mark.parametrize(
    ("ref", "address"),
    [
        ("phases/ring", "phase-ring.html"),
        ("lessons/ring", "lessons.html#ring"),
        ("sides/crown", "forces.html#side_crown"),
    ],
)
def test_a_record_has_an_address(ref: str, address: str) -> None:
    assert address_of(Ref(ref)) == address


@pytest.mark.parametrize(
    ("site", "whole"),
    [
        ("https://example.org", "https://example.org/en/maps.html"),
        ("https://example.org/ring", "https://example.org/ring/en/maps.html"),
        ("https://example.org/ring/", "https://example.org/ring/en/maps.html"),
        ("https://example.org/ring/index.html", "https://example.org/ring/en/maps.html"),
    ],
)
def test_an_address_on_the_site(site: str, whole: str) -> None:
    assert on_site(site, folder_of("en", ("en", "zh")), "maps.html") == whole


def test_pages_of_the_only_language_lie_in_the_sites_own_folder() -> None:
    assert on_site("https://example.org", folder_of("en", ("en",)), "a.html#b") == (
        "https://example.org/a.html#b"
    )
