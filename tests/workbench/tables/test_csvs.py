"""Comma-separated tables in the forms in which spreadsheets write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.workbench.tables.made import EASTWOOD, HEAD, faults, ford, table, written


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HEAD + EASTWOOD, "utf-8"),
        (HEAD + EASTWOOD, "utf-8-sig"),
        (HEAD + EASTWOOD, "utf-16"),
        ((HEAD + EASTWOOD).replace(",", "\t"), "utf-8"),
        ("Name;Longitude;Latitude;Kind;Sources\nEastwood;0,36;0,075;village;umpires\n", "utf-8"),
        ("sep=;\nName;Lon;Lat;Type;Source\nEastwood;0.36;0.075;Village;umpires", "utf-8"),
        ("The villages\r\n,,,\r\n\r\n" + (HEAD + EASTWOOD).replace("\n", "\r\n"), "utf-8"),
        (HEAD + ",,,,\n\n" + EASTWOOD + ",,,,\n", "utf-8"),
        (
            "地名,经度,纬度,类别,来源\nEastwood,0.36,0.075,村,Umpires' report on the exercise\n",
            "utf-8",
        ),
        ('Name,Coordinates,Kind,Sources\nEastwood,"0.075 N, 0.36 E",village,umpires\n', "utf-8"),
        ("Name,Lon,Lat,Kind,Sources\nEastwood,0°21'36\"E,0°4'30\"N,hamlet,umpires\n", "utf-8"),
    ],
)
def test_a_place_is_taken(tmp_path: Path, text: str, encoding: str) -> None:
    folder = ford(tmp_path)
    written(table(tmp_path, text, encoding=encoding), folder)
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    place = {one.id: one for one in exhibit.places}["eastwood"]
    assert (place.name.in_("en"), place.at, place.kind) == ("Eastwood", (0.36, 0.075), "village")
    assert (place.sources, place.importance, place.precision_km) == (("umpires",), 3, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            HEAD + "Eastwood,0.36,75N,village,umpires\nWest,x,0.1,moat,diary\n",
            [
                'places.csv:B3: "x" is not a longitude (such as 4.395 or 4°23\'42"E)',
                'places.csv:D3: "moat" is not one of city, town, village, crossing, bridge,'
                " ferry, headquarters, river, railway, sea, mountains, region",
                'places.csv:E3: there is no "diary" among the sources (there is umpires; add it '
                "under sources: in sources.yaml, or take a table of sources first)",
            ],
        ),
        (
            HEAD + EASTWOOD + EASTWOOD,
            ['places.csv:A3: "Eastwood" is here a second time (first in places.csv:A2)'],
        ),
        (
            HEAD + "东林,0.36,0.075,village,umpires\n",
            ['places.csv:A2: "东林" makes no id (write one in a column "id": a-z, 0-9, -)'],
        ),
        (
            "Name,Kind\nEastwood,village\n",
            [
                "places.csv:A1: is not whole as a table of places"
                ' (it lacks a column "at" or "longitude")'
            ],
        ),
        (
            "Fruit,Colour\nApple,red\n",
            [
                "places.csv:A1: has no headings that are known in its first rows (there are "
                '"Fruit", "Colour"; it may hold stations, formations, events, figures, milestones, '
                "places, people, pictures, sources, headed in English or Chinese)"
            ],
        ),
        (
            "Name,Place name,Lon,Lat\nEastwood,x,0.36,0.075\n",
            ['places.csv:B1: "Place name" holds the same as "Name" (rename one of them)'],
        ),
        (
            "Name,Lon,Lat\nEastwood,181,0.075\n",
            ["places.csv:B2: lies outside longitude -180..180, latitude -90..90"],
        ),
        (
            "Name,Lon,Lat,Importance\nEastwood,=A1,0.075,9\n",
            ['places.csv:B2: "=A1" is not a longitude (such as 4.395 or 4°23\'42"E)'],
        ),
        ("", ["places.csv: is empty"]),
    ],
)
def test_what_is_wrong_is_said_with_its_cell(tmp_path: Path, text: str, said: list[str]) -> None:
    assert faults(table(tmp_path, text), ford(tmp_path)) == said


def test_a_table_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = table(tmp_path, f"{HEAD}Höhe,0.36,0.075,town,umpires\n", encoding="latin-1")
    said = ['places.csv:A2: is not UTF-8 text (save the table as "CSV UTF-8")']
    assert faults(path, ford(tmp_path)) == said


def test_a_table_of_100_000_rows_is_one_line(tmp_path: Path) -> None:
    path = table(tmp_path, HEAD + EASTWOOD * 100_000)
    said = ["places.csv:A10001: is row 10,001 of the table (the most is 10,000)"]
    assert faults(path, ford(tmp_path)) == said


def test_a_table_with_very_many_faults_tells_the_first(tmp_path: Path) -> None:
    rows = "".join(f"P{number},x{number % 150},0.1,town,umpires\n" for number in range(600))
    said = faults(table(tmp_path, HEAD + rows), ford(tmp_path))
    assert len(said) == 101
    assert said[2].endswith('"E), and 1 more like this')
    assert said[-1] == "and 350 lines more"
