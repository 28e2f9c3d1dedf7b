"""The small content sets of tests/exhibits: the whole ones in every medium, the broken ones said.

A set that is whole stands for itself. One called `broken-…` holds only what is broken, and is laid
over `minimal`, the small exhibit of all other tests. `tests/stage/test_leftward.py` has `arabic`.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtQuick import QQuickWindow

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.map.ground.palette import SHEET
from kiosk.publish.paper import files
from kiosk.publish.paper.sheet import A4
from kiosk.publish.web import site
from kiosk.stage.rehearsal import rehearsed
from kiosk.workbench.check import check
from kiosk.workbench.layout import texts
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.eyes import look
from kiosk.workbench.layout.flaw import View
from kiosk.workbench.layout.tour import toured
from tests.lasting import thirty_years
from tests.meeting import SMALL, Meet, read
from tests.pixels import counted
from tests.publish.conftest import leads, pages_of
from tests.talk import conftest as talk
from tests.window import PANELS
from tests.workbench.conftest import GLASS, still_wrong

SETS = SMALL.parent
WIDE, TALL = (1280, 720), (720, 1280)
FINE = 2
"""Pixels to a point where a paper is looked at."""

speak = talk.speak

WHOLE: dict[str, tuple[tuple[int, int], list[str], set[str]]] = {
    "one-language": (
        TALL,
        [
            'exhibit.yaml:8:15: warning: exhibit.languages[1]: the interface has no words in "de"; '
            'those in "en" are shown ("kiosk new --words de one-language" writes words/de.yaml to '
            "fill in)"
        ],
        set(),
    ),
    "three-sides": (WIDE, [], {"standpoints", "figures"}),
    "eight-sides": (WIDE, [], {"standpoints"}),
    "ocean": (WIDE, [], {"standpoints"}),
    "year-long": (TALL, [], set()),
    "ancient": (WIDE, [], {"figures"}),
    "thirty-years": (WIDE, [], set()),
    "galleries": (WIDE, [], set()),
    "long-text": (
        TALL,
        [
            "exhibit.yaml:49:11: warning: attract[1].line: a line of 15 words "
            "(at most 12 are read with ease)",
            "story.yaml:81:11: warning: phases[beyond-it].text: a sentence of 35 words "
            "(at most 25 are read with ease)",
            "story.yaml:81:11: warning: phases[beyond-it].text: a text beside the map of 76 words "
            "(at most 48 are read with ease)",
        ],
        {"standpoints"},
    ),
}
"""Of each set a shape of the glass, what `kiosk check` says, and which sheets only some have."""

BROKEN: dict[str, list[str]] = {
    "broken-date": [
        'slip.yaml:3:14: areas[no-such-day].starts: "1746-04-31": April 1746 has 30 days (did you '
        "mean 1746-04-30 or 1746-05-01?)",
        'slip.yaml:5:14: areas[day-first].starts: "15/04/1746" is not a moment (did you mean '
        "1746-04-15?)",
        'slip.yaml:5:32: areas[day-first].ends: "04/05/1746" can be read in two ways (did you '
        "mean 1746-05-04 or 1746-04-05?)",
        "slip.yaml:7:38: areas[backwards].ends: 1746-04-16 11:00 is not after the start, "
        "1746-04-16 12:00",
        "slip.yaml:9:32: areas[next-year].ends: 1747-04-16 lies outside the time of the "
        "exhibit (1746-04-15 06:00 to 1746-04-16 18:00)",
        'slip.yaml:11:14: areas[no-hour].starts: "1746-04-15 teatime" is not a moment (the '
        "parts of a day are dawn, morning, noon, afternoon, evening, night)",
        'slip.yaml:11:40: areas[no-hour].ends: "1746-04-16 24:00": a day ends as the next begins '
        "(did you mean 1746-04-17 00:00?)",
    ],
    "broken-key": [
        'slip.yaml:3:5: terms[rear].nmae: is not a key here (did you mean "name"?)',
        'slip.yaml:5:5: terms[van]: lacks the key "about"',
        'slip.yaml:10:11: places[ford].kind: "fort" is not one of city, town, village, crossing, '
        "bridge, ferry, headquarters, river, railway, sea, mountains, region",
        'slip.yaml:12:19: places[ford].precision_km: "half" is not a number (write it with a '
        "point, such as 2.5)",
        'slip.yaml:13:17: places[ford].importance: "9" is more than 5',
        'slip.yaml:14:1: person: is not a key here (did you mean "people"?)',
    ],
    "broken-language": [
        'slip.yaml:3:26: terms[ford].name.fr: "fr" is not a language of the exhibit (the exhibit '
        "has en)",
        'slip.yaml:4:17: terms[ford].about.fr: "fr" is not a language of the exhibit (the exhibit '
        "has en)",
        "slip.yaml:6:23: terms[guard].name.en: is here a second time (first at slip.yaml:6:12)",
    ],
    "broken-layer": [
        'exhibit.yaml:43:13: map.layers[nairn-water].file: "map/river.geojson": feature 1 has a '
        "`rank` outside 1..5",
        'exhibit.yaml:43:13: map.layers[nairn-water].file: "map/river.geojson": feature 2 is a '
        "Point; a river layer draws LineString or MultiLineString",
        'exhibit.yaml:43:13: map.layers[nairn-water].file: "map/river.geojson": feature 3 has a '
        "point [265000, 845000] outside longitude -180..180, latitude -90..90",
    ],
    "broken-picture": [
        'slip.yaml:2:34: pictures[gone].file: there is no file "pictures/gone.svg"',
        'slip.yaml:3:34: pictures[case].file: there is no file "Plan.svg" (did you mean '
        '"plan.svg"?)',
        'slip.yaml:4:5: pictures[words]: no label says the drawing\'s text "gate" (add it to '
        "labels:, in every language)",
        'slip.yaml:5:21: pictures[words].labels[1].key: the drawing has no text with the id "gat" '
        '(did you mean "gate"?)',
        'slip.yaml:6:38: pictures[cut].file: "cut.svg": is not sound XML at line 2, column 1',
        'slip.yaml:7:36: pictures[lies].file: "lies.jpg": is no picture of any kind known here, '
        "but is named as JPEG (save or copy it anew)",
        'slip.yaml:8:36: pictures[film].file: "film.mp4" is a film, which is not shown (save one '
        "picture of it as .png, .jpg, .jpeg or .webp, and name the film itself in film:)",
        'slip.yaml:17:52: lessons[plan].pictures[7]: there is no picture "plan"',
    ],
    "broken-place": [
        "slip.yaml:2:48: places[turned].at: [57.5, -4.1] lies off the map (longitude comes first: "
        "[-4.1, 57.5])",
        "slip.yaml:3:44: places[east].at: [4.1, 57.5] lies off the map (the map spans [-4.5, "
        "57.35, -3.7, 57.7])",
        "slip.yaml:4:42: places[far].at: [-4.1, 75.5] lies off the map (the map spans [-4.5, "
        "57.35, -3.7, 57.7])",
        'slip.yaml:5:51: places[degrees].at[1]: "4°06\'W" is not a number (write it with a '
        "point, such as 2.5)",
        'slip.yaml:5:59: places[degrees].at[2]: "57°30\'N" is not a number (write it with a '
        "point, such as 2.5)",
        'slip.yaml:6:48: places[single].at: "-4.1" stands where a list is expected ([longitude, '
        "latitude])",
    ],
    "broken-reference": [
        'slip.yaml:7:11: lessons[ford].view: there is no view "mor" (did you mean "moor"?)',
        'slip.yaml:9:14: lessons[ford].places[1]: there is no place "nairm" (did you mean '
        '"nairn"?)',
        'slip.yaml:10:18: lessons[ford].formations[1]: there is no formation "rear-guard" (did '
        'you mean "rearguard"?)',
        'slip.yaml:11:15: lessons[ford].sources[1]: there is no source "outlines" (did you mean '
        '"outline"?)',
        'story.yaml:73:9: people[stuart].id: "stuart" is the id of another entry (at '
        "slip.yaml:13:9)",
    ],
    "broken-track": [
        "slip.yaml:10:18: formations[scouts].track[2].starts: 1746-04-15 17:00 is before the end "
        "of the station before, 1746-04-15 18:00 (the track is not shown; nobody is in two places "
        "at once)",
        "slip.yaml:20:18: formations[ghosts].track[2].starts: 1746-04-15 18:00 is after its end: "
        "it was destroyed at 1746-04-15 12:00 (the track is not shown)",
        "slip.yaml:30:18: warning: formations[riders].track[2].starts: gets here at 1461 km/h: 24 "
        "km in 1 min (250 km/h would be an aircraft; look at the times and the points)",
    ],
    "broken-yaml": [
        'bracket.yaml:3:9: a list in brackets lacks a "," or its closing "]"',
        'colon.yaml:4:22: a ":" is out of place (put text that holds ": " in quotes, and check '
        "the indentation)",
        'indent.yaml:4:4: interrupts a list (each entry begins with "- ", all in one column)',
        "quote.yaml:3:11: a quote opened here is never closed",
        'sign.yaml:3:12: a text begins with "@" (put the text in quotes)',
        "tab.yaml:3:1: a tab stands where the line is indented (indent with spaces)",
    ],
}
"""What `kiosk check` says of `minimal` with each of them laid over it."""


def test_every_set_is_tried() -> None:
    sets = {"minimal", "arabic", *WHOLE, *BROKEN} - {"thirty-years"}
    assert {path.name for path in SETS.iterdir()} == sets


# ---------------------------------------------------------------- broken


@pytest.mark.parametrize(("name", "said"), BROKEN.items())
def test_what_is_broken_is_said_where_it_is_written_and_the_rest_can_be_shown(
    tmp_path: Path, name: str, said: list[str]
) -> None:
    folder = Path(shutil.copytree(SETS / "minimal", tmp_path / name))
    shutil.copytree(SETS / name, folder, dirs_exist_ok=True)
    assert list(map(str, check(folder))) == said
    left = read_exhibit(folder).exhibit
    assert (left is None) is (name in ("broken-yaml", "broken-key"))
    assert left is None or rehearsed(left) == []


# ---------------------------------------------------------------- whole


@pytest.fixture(params=WHOLE)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(name: str, tmp_path: Path) -> Path:
    return thirty_years(tmp_path / name) if name == "thirty-years" else SETS / name


@pytest.fixture
def told(folder: Path) -> Exhibit:
    return read(folder)


def flaws(window: QQuickWindow) -> list[str]:
    """What of a window's words is cut off, or lies on others."""
    view = View(look(window.contentItem()), GLASS, most=(0, 0))
    return [flaw.message for check in (texts.cut, texts.overlapping) for flaw in check(view)]


def ink(file: Path, words: str, letters: int = 0) -> tuple[float, str]:
    """How much of the room of `words` on a page, or of their first letters, is ink, and its colour.

    Letters take a tenth of their room or more, and next to nothing where something covers them.
    """
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    found = re.search(r"\s+".join(map(re.escape, words.split())), document.getAllText(0).text())
    assert found is not None, words
    length = letters or found.end() - found.start()
    box = document.getSelectionAtIndex(0, found.start(), length).boundingRectangle()
    page = document.render(0, (document.pagePointSize(0) * FINE).toSize())
    area = page.copy(QRectF(box.topLeft() * FINE, box.size() * FINE).toRect())
    colours, dark = counted(area), Counter[str]()
    for one, count in colours.items():
        if QColor(one).lightnessF() < 0.7:
            dark[QColor(one).name()] += count
    return dark.total() / colours.total(), max(dark, key=dark.__getitem__, default="")


def test_the_check_says_what_it_should(name: str, folder: Path) -> None:
    said = [str(problem).replace(str(folder), name) for problem in check(folder)]
    assert said == WHOLE[name][1]


@pytest.mark.usefixtures("qapp")
def test_every_stop_sheet_and_card_can_be_opened_and_read(
    name: str, folder: Path, told: Exhibit
) -> None:
    assert rehearsed(told) == []
    glass = Combination(WHOLE[name][0], told.exhibit.languages[0], inches=23)  # contrast aside
    found = toured(told, folder, glass, lambda: None)
    crowded = ["shows 76 words at once"] if name == "long-text" else []
    assert list(map(str, still_wrong(found))) == crowded


def test_a_visitor_finds_a_way_through_it(name: str, folder: Path, meet: Meet) -> None:
    visitor = meet(folder, WHOLE[name][0])
    visitor.stand_still()
    visitor.wake()
    opened = set()
    for panel in PANELS:
        visitor.open(panel)
        for sheet in ("each_side", "figures", "legend", "how_known"):
            if not visitor.has_button(visitor.word(sheet)):  # where the foot has no room for it
                beyond = "menu" if visitor.has_button(visitor.word("menu")) else "comfort"
                visitor.touch(visitor.word(beyond))
                visitor.settle()
                with suppress(AssertionError):  # not every stop has it
                    visitor.turn_to(visitor.word(sheet))
            if visitor.has_button(visitor.word(sheet)):
                visitor.touch(visitor.word(sheet))
                visitor.settle()
                opened.add((panel, str(visitor.stage.navigation.sheet)))
            if visitor.has_button(visitor.word("close")):
                visitor.touch(visitor.word("close"))
                visitor.settle()
    assert opened >= {(panel, sheet) for panel in PANELS for sheet in ("sources", "key")}
    assert {sheet for _, sheet in opened} - {"sources", "key"} == WHOLE[name][2]
    visitor.leave()


def test_a_talk_of_it_can_be_given(folder: Path, told: Exhibit, speak: talk.Speak) -> None:
    speaker = speak(folder, language=told.exhibit.languages[0])
    delivery = speaker.lectern.delivery
    for slide in delivery.slides:
        for _ in range(slide.steps):
            speaker.arrive()
            speaker.window.grabWindow()  # what has changed finds its place
            assert flaws(speaker.window) == [], (slide.show, speaker.place)
            speaker.press(Qt.Key.Key_PageDown)
    assert speaker.place[0] == len(delivery.slides) - 1


def test_papers_and_a_site_are_made_of_it(
    qapp: QGuiApplication, folder: Path, told: Exhibit, tmp_path: Path
) -> None:
    languages = told.exhibit.languages
    assert files.run(told, folder, tmp_path / "papers", languages=languages, sheets=[A4])
    both = len(languages) > 1  # a handout more
    made = len(list((tmp_path / "papers").iterdir()))
    assert made == (len(files.PAPERS) + 1) * len(languages) + both  # posters of two sizes
    (poster,) = (tmp_path / "papers").glob(f"timeline.{languages[0]}.a3.*")
    for words in (told.exhibit.title, told.exhibit.sentence, *(side.name for side in told.sides)):
        assert ink(poster, words.in_(languages[0]))[0] > 0.05, words
    assert site.run(told, folder, tmp_path / "site", languages=languages)
    assert (tmp_path / "site" / "index.html").is_file()
    for page in pages_of(tmp_path / "site"):
        for _, address in leads(page):
            assert (page.path.parent / address.partition("#")[0]).exists(), (page.path, address)


def test_a_poster_tells_doings_in_the_colours_of_their_sides(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    told = read(SETS / "three-sides")
    assert files.run(told, SETS / "three-sides", tmp_path, languages=("en",), sheets=[])
    numbers = {"1 4 May": "alder", "2 4 May": "cedar", "3 5 May": "birch", "4 5 May": "cedar"}
    for number, side in numbers.items():
        colour = ink(tmp_path / "timeline.en.a3.pdf", number, 1)[1]
        assert colour == SHEET.side(told.indexed("sides")[side].colour).name(), number
