"""A window is looked at when it stands still, and its map is what a visitor sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickWindow

from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.basemap import BaseMap
from kiosk.map.ground.frame import Frame
from kiosk.publish.output import NotDrawn
from kiosk.publish.pictures import at_rest
from kiosk.workbench.layout.cases import cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.rest import come_to_rest
from kiosk.workbench.layout.visiting import KEPT, BlankMap, Ground, SharpMap, opened, visited
from tests.meeting import SMALL

HERE = Combination((960, 540), "en")

OpenWindow = Callable[[str], QQuickWindow]


def _moves(window: QQuickWindow, steps: int) -> QObject:
    """The item of a window, which moves by a px with each of so many frames."""
    item = window.contentItem().childItems()[0]

    def move() -> None:
        if item.x() < steps:
            item.setX(item.x() + 1)

    window.frameSwapped.connect(move)
    item.setX(1)
    return item


def test_what_moves_from_frame_to_frame_has_arrived(window_of: OpenWindow) -> None:
    window = window_of("Words { text: 'on its way' }")
    item = _moves(window, 20)
    come_to_rest(window)
    assert item.property("x") == 20
    assert window.contentItem().opacity() == 1


def test_what_never_stands_still_is_said(window_of: OpenWindow) -> None:
    window = window_of("Words { text: 'to and fro' }")
    _moves(window, 1_000_000)
    with pytest.raises(NotDrawn, match=r"^something on the screen still moves after 500 frames$"):
        come_to_rest(window)
    assert window.contentItem().opacity() == 1


def test_all_is_where_a_picture_shows_it(window_of: OpenWindow) -> None:
    window = window_of("""
        Column {
            Words { id: first; width: 300; wrapMode: Text.Wrap; text: 'short' }
            Words { objectName: 'second'; text: 'below' }
        }
    """)
    column = window.contentItem().childItems()[0]
    column.childItems()[0].setProperty("text", "long enough to need some lines of its own")
    come_to_rest(window)
    there = column.childItems()[1].y()
    at_rest(window)
    assert there == column.childItems()[1].y() > 100


def test_nothing_is_half_made(qapp: QGuiApplication, small: Exhibit) -> None:
    with visited(small, SMALL, HERE, BlankMap) as (kiosk, _):
        come_to_rest(kiosk.window, kiosk.stage)
        assert kiosk.window.incubationController().incubatingObjectCount() == 0


def _pictures(exhibit: Exhibit, base: Ground) -> list[QImage]:
    """Screens with a map, in both contrasts."""
    pictures = []
    with visited(exhibit, SMALL, HERE, base) as (kiosk, time):
        for case in cases(exhibit):
            with opened(kiosk, time, case):
                if case.name in ("phases-1", "maps"):
                    for _ in range(2):
                        come_to_rest(kiosk.window, kiosk.stage)
                        pictures.append(kiosk.window.grabWindow())
                        kiosk.stage.preferences.toggleHighContrast()
    return pictures


def test_the_map_is_painted_as_a_visitor_sees_it(qapp: QGuiApplication, small: Exhibit) -> None:
    whole = _pictures(small, BaseMap)
    assert len(whole) == 4
    assert _pictures(small, partial(SharpMap, px_per_mm=HERE.glass.px_per_mm)) == whole
    assert _pictures(small, BlankMap) != whole


def test_a_plate_is_painted_once_while_it_is_kept(
    monkeypatch: pytest.MonkeyPatch, small: Exhibit
) -> None:
    painted: list[float] = []

    def paint(_: BaseMap, frame: Frame, hidden: frozenset[str]) -> QImage:
        painted.append(frame.x)
        return QImage(1, 1, QImage.Format.Format_RGB32)

    sharp = SharpMap(small.map, SMALL, 4)
    monkeypatch.setattr(BaseMap, "paint", paint)
    for x in (*range(KEPT), 0, KEPT, 0, 1):
        sharp.paint(Frame(x, 0, 1, 8, 8, px_per_mm=4))
    sharp.paint(Frame(9, 9, 1, 8, 8, px_per_mm=2))
    assert painted == [*range(KEPT), KEPT, 1]
