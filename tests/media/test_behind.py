"""Pictures behind pictures, in the real window: by touch, by keys, in a talk, on site and paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk.publish.paper import files
from kiosk.publish.paper.picture import CODE, MODULE
from kiosk.publish.paper.sheet import A4, PX_PER_MM
from kiosk.publish.web import site
from kiosk.stage.images.qr import modules_of
from tests.meeting import SMALL, Meet, read
from tests.publish.html import Page
from tests.talk import conftest as talk
from tests.window import Visitor

FOLDER = SMALL.parent / "galleries"
ADDRESS = "https://lark.example.org/en/drawings.html#flood"
SLIDER = "Slide between The bridge before and The bridge after"
speak = talk.speak

FINE = 4
"""Pixels to a point where a paper is looked at."""


@pytest.fixture
def visitor(meet: Meet) -> Visitor:
    """Somebody before a window of this exhibit, in a visit."""
    one = meet(FOLDER, river=False)
    one.stand_still()
    one.wake()
    return one


def opened(visitor: Visitor, picture: str) -> None:
    visitor.stage.navigation.openCard(f"pictures/{picture}")
    visitor.settle()


def slider(visitor: Visitor) -> tuple[str, str]:
    """The names of both pictures with how much of each is seen."""
    (one,) = (seen for seen in visitor.seen(QAccessible.Role.Slider) if seen.name == SLIDER)
    face = QAccessible.queryAccessibleInterface(one.item)
    first, second = face.text(QAccessible.Text.Description).split(", ")
    assert face.valueInterface().currentValue() == int(first.split()[-1].rstrip("%"))
    return first, second


def roofed(visitor: Visitor) -> bool:
    """True if the tower has its roof, which the picture after lacks."""
    (one,) = (seen for seen in visitor.seen(QAccessible.Role.Slider) if seen.name == SLIDER)
    spot = QPoint(
        round(one.whole.left() + one.whole.width() * 620 / 800),
        round(one.whole.top() + one.whole.height() * 110 / 450),
    )
    shown = visitor.window.grabWindow().pixelColor(spot)
    return shown.red() > 150 and shown.red() > shown.blue() + 50


def test_a_touch_and_a_drag_uncover_one_picture_or_the_other(visitor: Visitor) -> None:
    opened(visitor, "bridge")
    assert slider(visitor) == ("The bridge before 50%", "The bridge after 50%")
    assert not roofed(visitor)
    (one,) = (seen for seen in visitor.seen(QAccessible.Role.Slider) if seen.name == SLIDER)
    middle = one.centre
    far = QPoint(round(one.area.right()) - 2, middle.y())
    visitor.drag(middle, far)
    visitor.frame()
    assert roofed(visitor)
    assert slider(visitor)[1] == "The bridge after 0%"
    visitor.touch_at(QPoint(round(one.area.left()) + 2, middle.y()))
    visitor.frame()
    assert slider(visitor)[0] == "The bridge before 0%"
    assert not roofed(visitor)


def test_keys_and_assistive_technology_move_the_line(visitor: Visitor) -> None:
    opened(visitor, "bridge")
    root = QAccessible.queryAccessibleInterface(visitor.window)
    for _ in range(40):
        visitor.key(Qt.Key.Key_Down)
        here = root.focusChild()
        if here is not None and here.text(QAccessible.Text.Name) == SLIDER:
            break
    else:
        raise AssertionError("the keys never reach the slider")
    visitor.key(Qt.Key.Key_Right)
    assert slider(visitor)[0] == "The bridge before 60%"
    here.actionInterface().doAction("Decrease")
    visitor.process()
    assert slider(visitor)[0] == "The bridge before 50%"
    for _ in range(12):
        visitor.key(Qt.Key.Key_Left)
    assert slider(visitor) == ("The bridge before 0%", "The bridge after 100%")


def test_of_two_pictures_the_one_is_enlarged_of_which_more_is_seen(visitor: Visitor) -> None:
    opened(visitor, "bridge")
    (one,) = (seen for seen in visitor.seen(QAccessible.Role.Slider) if seen.name == SLIDER)
    visitor.touch_at(QPoint(round(one.area.left()) + 2, one.centre.y()))
    visitor.touch(visitor.button("Enlarge: The bridge before"))
    visitor.settle()
    assert visitor.stage.viewer.title == "The bridge after"


def test_a_gallery_is_turned_by_buttons_and_by_a_swipe(visitor: Visitor) -> None:
    opened(visitor, "town")
    assert "1 of 3 · The town in three pictures" in visitor.texts()
    visitor.touch(visitor.button("The next picture"))
    visitor.frame()
    assert "2 of 3 · The church" in visitor.texts()
    assert "Drawn from the album, CC BY 4.0" in visitor.texts()
    (shown,) = (one for one in visitor.seen(QAccessible.Role.Graphic) if "spire" in one.name)
    visitor.swipe(shown.centre, -20)
    visitor.frame()
    assert "3 of 3 · The quay" in visitor.texts()
    assert not visitor.has_button("The next picture")
    (shown,) = (one for one in visitor.seen(QAccessible.Role.Graphic) if "quay" in one.name)
    visitor.swipe(shown.centre, 20)
    visitor.frame()
    assert "2 of 3 · The church" in visitor.texts()
    while visitor.read_on():
        pass
    said = " ".join(visitor.texts())
    assert "A church with a pointed spire." in said
    assert "An album of the bridge" in said
    opened(visitor, "bridge")
    opened(visitor, "town")
    assert "1 of 3 · The town in three pictures" in visitor.texts()


def test_clicks_of_a_talk_uncover_and_turn(speak: talk.Speak) -> None:
    speaker = speak(FOLDER, talk="pictures")
    speaker.open("pictures/bridge")
    split = []
    for _ in range(3):
        (line,) = (seen for seen in speaker.seen(QAccessible.Role.Slider) if seen.name == SLIDER)
        split.append(line.item.property("value"))
        speaker.press(Qt.Key.Key_Right)
        speaker.arrive()
    assert split == [50, 100, 0]
    names = []
    for _ in range(3):
        names.append(next(text for text in speaker.texts() if " of 3 · " in text))
        speaker.press(Qt.Key.Key_Right)
        speaker.arrive()
    assert names == [
        "1 of 3 · The town in three pictures",
        "2 of 3 · The church",
        "3 of 3 · The quay",
    ]


def test_the_site_has_them_without_a_script(qapp: QGuiApplication, tmp_path: Path) -> None:
    assert site.run(read(FOLDER), FOLDER, tmp_path, languages=("en", "zh"))
    page = Page(tmp_path / "en" / "drawings.html")
    shown = [tag.attributes["src"] for tag in page.tags if tag.name == "img"]
    names = ("bridge", "bridge-after", "town", "church", "quay")
    assert shown == [f"pictures/{name}.svg" for name in names]
    ids = [tag.attributes["id"] for tag in page.tags if "id" in tag.attributes]
    assert {*names, "flood"} <= {*ids}
    assert len(ids) == len({*ids})
    (pair,) = (tag for tag in page.tags if tag.attributes.get("class") == "compared")
    assert pair.attributes["data-says"] == SLIDER
    scripts = [tag.attributes["src"] for tag in page.tags if tag.name == "script"]
    assert all((tmp_path / "en" / script).is_file() for script in scripts)


def test_paper_has_them_side_by_side_and_the_code_of_a_film(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    told = read(FOLDER)
    assert files.run(told, FOLDER, tmp_path, languages=("en",), sheets=[A4], only=("handout",))
    (paper,) = tmp_path.iterdir()
    document = QPdfDocument()
    assert document.load(str(paper)) is QPdfDocument.Error.None_
    pages = range(document.pageCount())
    said = " ".join(" ".join(document.getAllText(page).text() for page in pages).split())
    for picture in told.pictures:
        assert picture.name.in_("en") in said
    assert f"The film plays at {ADDRESS}" in said.replace("en/ drawings", "en/drawings")
    sizes = [(document.pagePointSize(page) * FINE).toSize() for page in pages]
    drawn = [document.render(page, size) for page, size in zip(pages, sizes, strict=True)]
    assert [coded(page) for page in drawn].count(True) == 1


def coded(page: QImage) -> bool:
    """True if a page has the code of the film's address, each module where it belongs."""
    modules = modules_of(ADDRESS)
    bare = next(row for row, dark in enumerate(modules) if any(dark))
    width = FINE * 72 / 25.4 * max(CODE, len(modules) * MODULE) / PX_PER_MM / len(modules)
    grey = QImage(page.size(), QImage.Format.Format_Grayscale8)
    grey.fill(Qt.GlobalColor.white)
    painter = QPainter(grey)
    painter.drawImage(0, 0, page)
    painter.end()
    edge = re.compile(rb"[\xe0-\xff][\x00-\x60]{%d}" % round(7 * width - 2))
    for y in range(grey.height()):
        for found in edge.finditer(
            bytes(grey.constBits()[y * grey.bytesPerLine() :][: grey.width()])
        ):
            left, top = found.start() + 1 - bare * width, y - bare * width
            spots = (
                (left + (x + 0.5) * width, top + (row + 0.5) * width, dark)
                for row, many in enumerate(modules)
                for x, dark in enumerate(many)
            )
            if all(
                (grey.pixelColor(int(x), int(down)).red() < 128) is bool(dark)
                for x, down, dark in spots
            ):
                return True
    return False
