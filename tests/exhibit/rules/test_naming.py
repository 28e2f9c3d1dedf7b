"""Names that open cards, and addresses of sources: what is warned of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

WHERE = "where: Written for these tests from general accounts, times rounded to the hour"
SITE = "(such as https://example.org/page)"


@pytest.mark.parametrize(
    ("file", "old", "new", "lines"),
    [
        ("forces.yaml", "name: Nairn", "name: Rising",
         ['forces.yaml:9:11: warning: places[nairn].name: "Rising" is the name of terms/rising as '
          "well (a touch on it opens that card)"]),
        ("forces.yaml", "name: Dragoons", "name: Dragoons\n    label: inverness",
         ['forces.yaml:3:11: warning: places[inverness].name: "Inverness" is the name of '
          "formations/dragoons as well (a touch on it opens that card)"]),
        ("forces.yaml", "name: Dragoons", "name: Dragoons\n    label: Dragoons", []),
    ],
)  # fmt: skip
def test_a_name_that_opens_another_card(
    alter: Alter, file: str, old: str, new: str, lines: list[str]
) -> None:
    reading = read_exhibit(alter(file, old, new), thorough=True)
    assert [str(problem) for problem in reading.problems] == lines


@pytest.mark.parametrize(
    "text",
    [
        "Read at https://example.org/a?b=c#d, in May",
        "(http://example.org:8080/~x)",
        "见https://例子.测试/页。",
        "https://en.wikipedia.org/wiki/A_(b)",
        "no address: http is a protocol",
    ],
)
def test_an_address_that_has_the_form_of_one(alter: Alter, text: str) -> None:
    folder = alter("exhibit.yaml", WHERE, f'where: "{text}"')
    assert read_exhibit(folder, thorough=True).problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("http:/example.org", "it does not begin with http:// or https://"),
        ("https//example.org", "it does not begin with http:// or https://"),
        ("https://example", '"example" is not the name of a site'),
        ("https://", '"" is not the name of a site'),
        ("http://a..org/x", '"a..org" is not the name of a site'),
        ("https://example.org:80x/", "its site or port cannot be read"),
        ("https://[::1", "its site or port cannot be read"),
    ],
)
def test_an_address_that_cannot_be_right(alter: Alter, text: str, said: str) -> None:
    folder = alter("exhibit.yaml", WHERE, f'where: "Read at {text}"')
    (problem,) = read_exhibit(folder, thorough=True).problems
    assert str(problem) == (
        f'exhibit.yaml:81:12: warning: sources[outline].where: "{text}" is no address: '
        f"{said} {SITE}"
    )
