"""Files that nothing names and links that would be lost, sentence by sentence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading import files as content_files
from kiosk.exhibit.reading import folder as content_folder

Make = Callable[[Path], object]
Alter = Callable[[str, str, str], Path]

ALONE = "put the file itself into the folder"


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in read_exhibit(folder, thorough=True).problems]


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (lambda folder: (folder / "map" / "old.geojson").touch(),
         "map/old.geojson:1:1: warning: is named by nothing "
         "(name it in the content, or remove it)"),
        (lambda folder: (folder / "a\nb").touch(),
         "a\\u000ab:1:1: warning: is named by nothing (name it in the content, or remove it)"),
        (lambda folder: (folder / "a").symlink_to("gone"),
         f"a:1:1: warning: is a link that leads nowhere ({ALONE})"),
        (lambda folder: (folder / "a").symlink_to("a"),
         f"a:1:1: warning: is a link that leads back to itself ({ALONE})"),
        (lambda folder: (folder / "a").symlink_to("/etc"),
         f"a:1:1: warning: is a link that leads out of the content folder ({ALONE})"),
        (lambda folder: (folder / "a").symlink_to("map"),
         f"a:1:1: warning: is a link to a folder, which is not followed ({ALONE})"),
        (lambda folder: (folder / "a.yaml").symlink_to("gone"),
         "a.yaml:1:1: is a link that leads nowhere"),
    ],
)  # fmt: skip
def test_what_is_left_over(minimal: Path, make: Make, line: str) -> None:
    make(minimal)
    assert said(minimal) == [line]


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "Licence.md", "license.txt", ".hidden"])
def test_files_for_people_are_none_of_ours(minimal: Path, name: str) -> None:
    (minimal / name).touch()
    assert said(minimal) == []


def test_a_file_that_a_broken_entry_names_is_named(alter: Alter) -> None:
    folder = alter("exhibit.yaml", "      style: river\n", "      style: rivr\n")
    assert said(folder) == [
        'exhibit.yaml:44:14: map.layers[nairn-water].style: "rivr" is not one of relief, shade, '
        'scan, sea, river, railway, road, sand, border (did you mean "river"?)'
    ]


def test_a_folder_of_anything_is_not_searched(
    minimal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_files, "MAX_FILES", 10)
    for number in range(11):
        (minimal / f"{number}").touch()
    assert said(minimal) == [
        ".:1:1: holds more than 10 files (name the folder of the exhibit itself)"
    ]


def test_more_values_than_a_kiosk_can_hold(minimal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_folder, "MAX_VALUES", 100)
    assert said(minimal) == [".:1:1: holds more than 100 values in all"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_read_is_named(minimal: Path) -> None:
    (minimal / "map").chmod(0)
    assert "map:1:1: cannot be read: Permission denied" in said(minimal)
