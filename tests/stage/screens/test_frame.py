"""Text gets its room, the map the rest, and neither moves once a screen is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QRectF, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.stage.window import QML
from tests.meeting import Meet
from tests.window import Visitor

FOOT, SIDES = 260, 90
TOP = round(36 * 40 / 41)
"""Px above the text of a landscape screen, in the size that words have without a stage."""

PANEL = """
import Kiosk.Screens

StageFrame {{
    edges: StageEdges {{
        width: {0}
        height: {1}
        footHeight: {foot}
        sideHeight: {sides}
        sideWidth: {across}
        rulerLeft: 0
        cover: {cover}
    }}
    barred: {barred}
    sided: true
}}
"""

Panel = Callable[..., QObject]


@pytest.fixture
def panel(qapp: QGuiApplication) -> Iterator[Panel]:
    """A panel on glass of some size, with words of the size that they have without a stage."""
    engine = QQmlEngine()
    engine.addImportPath(str(QML))
    made = []

    def make(
        size: tuple[int, int], *, barred: bool = True, cover: int = 0, across: int = 200
    ) -> QObject:
        component = QQmlComponent(engine)
        given = {"barred": str(barred).lower(), "cover": cover, "across": across}
        text = PANEL.format(*size, foot=FOOT, sides=SIDES, **given)
        component.setData(text.encode(), "")
        thing = component.create()
        assert thing, component.errorString()
        made.append((component, thing))
        return thing

    yield make
    made.clear()
    engine.deleteLater()


def area(panel: QObject, name: str) -> QRectF:
    value = panel.property(name)
    assert isinstance(value, QRectF)
    return value


SIZES = [(1920, 1080), (1080, 1920), (1440, 1080), (800, 1280)]
NEEDS = [0, 1, 200, 500, 900, 1500, 9000]


@pytest.mark.parametrize("barred", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_no_width_hangs_on_how_high_text_is(
    panel: Panel, size: tuple[int, int], barred: bool
) -> None:
    one = panel(size, barred=barred)
    widths = set()
    for need in NEEDS:
        one.setProperty("textNeed", need)
        names = ("textArea", "mapArea", "mapShown", "sheetArea", "wideArea")
        widths.add(tuple(area(one, name).width() for name in names))
    assert len(widths) == 1


@pytest.mark.parametrize("barred", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_upright_text_has_what_it_needs_and_the_map_the_rest(
    panel: Panel, size: tuple[int, int], barred: bool
) -> None:
    one = panel(size, barred=barred)
    upright = size[1] > size[0]
    floor = size[1] - (FOOT if barred else 0)
    share = area(one, "textArea").height()
    for need in NEEDS[1:]:
        one.setProperty("textNeed", need)
        text = area(one, "textArea")
        assert text.bottom() == floor
        assert text.height() == (min(need, share) if upright else floor - TOP)


@pytest.mark.parametrize("size", SIZES)
def test_what_a_page_names_lies_below_controls_across_most_of_the_map(
    panel: Panel, size: tuple[int, int]
) -> None:
    few = area(panel(size), "mapArea")
    topped = panel(size, across=round(0.65 * few.width()))
    many = area(topped, "mapArea")
    assert few.top() < topped.property("sideTop") + SIDES < many.top()
    assert (many.left(), many.right(), many.bottom()) == (few.left(), few.right(), few.bottom())


@pytest.mark.parametrize("cover", [0, 1, 2])
@pytest.mark.parametrize("size", SIZES)
def test_all_lies_on_the_glass(panel: Panel, size: tuple[int, int], cover: int) -> None:
    one = panel(size, cover=cover)
    glass = QRectF(0, 0, *size)
    for need in NEEDS:
        one.setProperty("textNeed", need)
        for name in ("textArea", "mapArea", "mapShown", "sheetArea", "wideArea"):
            assert glass.contains(area(one, name)), (name, need)
            assert area(one, name).bottom() <= size[1] - FOOT, (name, need)
        assert area(one, "mapShown").contains(area(one, "mapArea")), need
        assert cover or not area(one, "textArea").intersects(area(one, "mapShown"))


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_the_map_has_its_place_from_the_first_picture_of_a_screen_on(
    visitor: Visitor, size: tuple[int, int]
) -> None:
    visitor.window.resize(QSize(*size))
    visitor.settle()
    seen: list[tuple[str, tuple[float, ...]]] = []

    def record() -> None:
        seen.append((visitor.screen, visitor.stage.camera.focus))

    visitor.window.frameSwapped.connect(record)
    for screen in ("phases", "forces", "lessons", "home", "maps", "lessons"):
        seen.clear()
        visitor.open(screen)
        visitor.frame()
        places = {place for name, place in seen if name == screen}
        assert places == {visitor.stage.camera.focus}
    visitor.window.frameSwapped.disconnect(record)


def test_text_has_its_whole_width_with_a_pager_and_without(meet: Meet) -> None:
    visitor = meet(size=(1080, 1920), river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.chooseLanguage("zh")
    visitor.settle()
    visitor.open("phases")
    navigation = visitor.stage.navigation
    paged = []
    for open_, count in ((navigation.openPhase, 2), (navigation.openDisagreement, 5)):
        for stop in range(count):
            open_(stop)
            visitor.frame()
            visitor.settle()
            (pane,) = visitor.panes()
            across = max(text.item.width() for text in visitor.text_items() if text.within)
            paged.append(visitor.has_button(visitor.word("page_down")))
            assert across == pane.item.width()
    assert any(paged)
    assert not all(paged)
