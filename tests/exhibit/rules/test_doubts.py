"""Doubts about what a curator wrote: a warning where it may be a slip."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.rules.test_slips import Alter

# fmt: off
WARNED = [
    ("forces.yaml", "name: Culloden House",
     "name: “Culloden House”",
     "forces.yaml:17:11: warning: places[culloden-house].name: is printed with its quotes,"
     ' “ and ” (write "Culloden House"; round a quotation write straight quotes as well)'),
    ("forces.yaml", "name: Culloden House",
     "name: «Culloden House»",
     "forces.yaml:17:11: warning: places[culloden-house].name: is printed with its quotes,"
     ' « and » (write "Culloden House"; round a quotation write straight quotes as well)'),
    ("forces.yaml", "name: Culloden House",
     "name: House #2 # in the west",
     'forces.yaml:17:11: warning: places[culloden-house].name: ends before "#2": # begins '
     'a comment (write "House #2", or a blank after the #)'),
    ("forces.yaml", "modern: Culloden Battlefield",
     "modern: #Culloden",
     "forces.yaml:24:5: warning: places[drummossie].modern: has nothing behind it, since #"
     ' begins a comment (put it in quotes: "#Culloden")'),
    ("forces.yaml", "name: Culloden House",
     "name: (en) Culloden House",
     'forces.yaml:17:11: warning: places[culloden-house].name: begins with "(en)", so it '
     'is still to be translated (write it in en, without "(en)")'),
    ("forces.yaml", "name: Culloden House",
     "name: {en: (en) Culloden House}",
     'forces.yaml:17:16: warning: places[culloden-house].name.en: begins with "(en)", so '
     'it is still to be translated (write it in en, without "(en)")'),
    ("forces.yaml", "name: Culloden House",
     "name: TODO",
     'forces.yaml:17:11: warning: places[culloden-house].name: still says "TODO" (write '
     "the text, or remove the key)"),
    ("forces.yaml", "name: Culloden House",
     "name: Culloden House (TBD)",
     'forces.yaml:17:11: warning: places[culloden-house].name: still says "TBD" (write the'
     " text, or remove the key)"),
    ("forces.yaml", "name: Culloden House",
     "name: …",
     'forces.yaml:17:11: warning: places[culloden-house].name: still says "…" (write the '
     "text, or remove the key)"),
    ("forces.yaml", "name: Culloden House",
     "name: xxx",
     'forces.yaml:17:11: warning: places[culloden-house].name: still says "xxx" (write the'
     " text, or remove the key)"),
    ("forces.yaml", "about: The Government army camped here on the evening of 15 April.",
     "about: XXX",
     'forces.yaml:14:12: warning: places[nairn].about: still says "XXX" (write the text, '
     "or remove the key)"),
    ("forces.yaml", "about: The Government army",
     "about: Lorem ipsum",
     'forces.yaml:14:12: warning: places[nairn].about: still says "Lorem ipsum" (write the'
     " text, or remove the key)"),
    ("forces.yaml", "name: Culloden House",
     "name: 待译",
     'forces.yaml:17:11: warning: places[culloden-house].name: still says "待译" (write the '
     "text, or remove the key)"),
]
# fmt: on


@pytest.mark.parametrize(("file", "old", "new", "said"), WARNED)
def test_a_doubt_is_a_warning(alter: Alter, file: str, old: str, new: str, said: str) -> None:
    reading = read_exhibit(alter(file, old, new), thorough=True)

    assert "\n".join(map(str, reading.problems)) == said
    assert reading.exhibit is not None


@pytest.mark.parametrize(
    "name",
    [
        '"“Culloden House”"',  # a quotation is put in straight quotes
        "“Culloden” House",
        "“Culloden” and “House”",
        "《战报》",
        "XXX",  # the thirtieth corps, or the sign of any
        "XXX Corps",
        "TODO O NADA",
        "等待补给",
        "House no. 2 # a remark",
        '"House #2"',
        "House\u00a0of\u202fCulloden",
        "(the) House",
    ],
)
def test_no_doubt_where_a_text_may_say_so(alter: Alter, name: str) -> None:
    folder = alter("forces.yaml", "name: Culloden House", f"name: {name}")

    assert read_exhibit(folder, thorough=True).problems == ()
