"""Refs: texts that know their parts, made and taken apart in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.kinds import KINDS
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref

KIOSK = Path(__file__).resolve().parents[2] / "kiosk"
WORDS = st.text("abz-0", min_size=1)


@given(WORDS, WORDS)
def test_a_ref_is_the_text_of_its_parts(kind: str, key: str) -> None:
    ref = Ref.of(kind, key)
    assert (ref, ref.kind, ref.key) == (f"{kind}/{key}", kind, key)
    assert Ref(str(ref)) == ref == deepcopy(ref)
    assert {ref} == {str(ref)}


@given(st.lists(st.tuples(WORDS, WORDS)))
def test_refs_stand_in_the_order_of_their_texts(parts: list[tuple[str, str]]) -> None:
    refs = [Ref.of(*part) for part in parts]
    assert sorted(refs) == sorted(map(str, refs))


@pytest.mark.parametrize("text", ["", "/", "places", "places/", "/ford"])
def test_a_text_without_both_parts_is_no_ref(text: str) -> None:
    said = f"{text!r} is no ref: it takes kind/id, such as places/ford"
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        Ref(text)


def test_an_exhibit_has_the_entry_of_each_ref(exhibit: Exhibit) -> None:
    assert exhibit.entry(Ref("panels/maps")) is exhibit.panels.maps
    assert exhibit.entry(Ref.of("views", exhibit.map.views[0].id)) is exhibit.map.views[0]
    assert exhibit.entry(Ref.of("places", exhibit.places[-1].id)) is exhibit.places[-1]
    with pytest.raises(KeyError):
        exhibit.entry(Ref("places/nowhere"))


# ---------------------------------------------------------------- by hand

CUTS = {"partition", "rpartition", "split", "rsplit", "startswith", "removeprefix"}
LISTS = tuple(f"{kind.name}/" for kind in KINDS)


def by_hand(text: str) -> Iterator[str]:
    """The places of a module in which it makes or cuts texts of the form of a ref."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(str() as by), *_]):
                if name in CUTS and (by == "/" or by in LISTS):
                    yield ast.unparse(node)
            case ast.JoinedStr(values=[ast.FormattedValue(), ast.Constant("/"), *_]):
                yield ast.unparse(node)
            case ast.JoinedStr(values=[ast.Constant(str() as begins), ast.FormattedValue(), *_]):
                if begins in LISTS:
                    yield ast.unparse(node)


ELSEWHERE = {
    **dict.fromkeys(
        (
            "map/signs/halo.py",
            "map/signs/strokes.py",
            "map/signs/symbols.py",
            "stage/images/drawings.py",
            "stage/images/icons.py",
            "stage/images/qr.py",
            "workbench/layout/drawn.py",
            "talk/vignettes.py",
        ),
        "addresses of painted pictures",
    ),
    **dict.fromkeys(
        (
            "map/signs/legend.py",
            "stage/part.py",
            "map/river/words.py",
            "talk/deck.py",
            "publish/paper/river.py",
            "stage/evidence.py",
            "telling/outline/figures.py",
        ),
        "keys of rows, within a record or a group",
    ),
    **dict.fromkeys(
        (
            "exhibit/rules/filenames.py",
            "desk/deploy/plan.py",
            "media/viewer.py",
            "desk/doctor/keeping.py",
            "speech/narrating.py",
        ),
        "paths of files",
    ),
    **dict.fromkeys(
        ("exhibit/calendars.py", "exhibit/reading/dates.py", "exhibit/reading/edtf.py"),
        "years and moments between which texts differ, and days as people write them",
    ),
    "publish/paper/document.py": "languages side by side",
    **dict.fromkeys(("publish/web/pictures.py", "telling/addresses.py"), "files of the site"),
    "machine/display.py": "addresses of displays",
    "workbench/schema.py": "addresses within JSON Schema",
}
"""The modules that make or cut other texts with a slash, and which."""


def test_refs_are_made_and_cut_in_one_place() -> None:
    found = {
        file.relative_to(KIOSK).as_posix()
        for file in KIOSK.rglob("*.py")
        if any(by_hand(file.read_text("utf-8")))
    }
    assert found == {"exhibit/ref.py", *ELSEWHERE}


def test_no_template_of_the_site_makes_a_ref() -> None:
    made = re.compile(rf"[\"'](?:{'|'.join(LISTS)})[\"'] *~")
    assert made.search('guide.href("pictures/" ~ key)')
    templates = [*(KIOSK.parent / "resources" / "web").glob("*.html")]
    assert templates
    assert [file.name for file in templates if made.search(file.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "line",
    [
        'ref.partition("/")',
        'ref.split("/", 1)[0]',
        'ref.startswith("places/")',
        'ref.removeprefix("formations/")',
        'f"{kind}/{record.id}"',
        'f"people/{key}"',
    ],
)
def test_a_ref_made_or_cut_by_hand_is_seen(line: str) -> None:
    assert [*by_hand(line)] != []
