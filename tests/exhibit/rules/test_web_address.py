"""The address of the exhibit's own site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

LICENCE = "  licence: CC BY 4.0\n"


@pytest.mark.parametrize(
    "address", ["https://example.org/exhibit", "https://en.example.org:8443/a?b=c#d"]
)
def test_an_address_is_taken(alter: Alter, address: str) -> None:
    reading = read_exhibit(alter("exhibit.yaml", LICENCE, f'{LICENCE}  web: "{address}"\n'))
    assert reading.problems == ()
    assert reading.exhibit is not None
    assert reading.exhibit.exhibit.web == address


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("http://example.org", "it does not begin with https://"),
        ("example.org", "it does not begin with https://"),
        ("javascript:alert(1)", "it does not begin with https://"),
        ("https://example", '"example" is not the name of a site'),
        ("https://example.org/a b", "it holds a blank"),
        ("https://example.org:x/", "its site or port cannot be read"),
    ],
)
def test_an_address_that_cannot_be_right_is_left_out(
    alter: Alter, address: str, fault: str
) -> None:
    reading = read_exhibit(alter("exhibit.yaml", LICENCE, f'{LICENCE}  web: "{address}"\n'))
    assert [str(problem) for problem in reading.problems] == [
        f'exhibit.yaml:14:8: exhibit.web: "{address}" is no address: {fault} '
        "(no QR code is shown; such as https://example.org/exhibit)"
    ]
    assert reading.exhibit is not None
    assert reading.exhibit.exhibit.web is None
