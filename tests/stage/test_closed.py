"""What visitors see when nothing can be shown: a quiet word in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.closed import closed_window
from kiosk.machine import folders
from kiosk.machine.glass import measure
from kiosk.telling.words import every_language
from kiosk.workbench.layout import texts
from kiosk.workbench.layout.cases import CEILING
from kiosk.workbench.layout.eyes import look, whole_area
from kiosk.workbench.layout.flaw import View
from tests.window import walk

SIZES = [(1280, 720), (1080, 1920), (1600, 1200)]
CHECKS = (texts.small, texts.cut, texts.overlapping)


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)))
def closed(qapp: QGuiApplication, request: pytest.FixtureRequest) -> Iterator[QQuickWindow]:
    engine, window = closed_window(request.param)
    window.show()
    QCoreApplication.processEvents()
    yield window
    window.close()
    del window
    engine.deleteLater()
    QCoreApplication.processEvents()


def test_it_says_so_in_every_language_and_within_the_screen(closed: QQuickWindow) -> None:
    texts = [item for item in walk(closed.contentItem()) if item.inherits("QQuickText")]
    said = [item.property("text") for item in texts]
    for phrases in every_language(folders.resources() / "words"):
        assert phrases.say("closed") in said
        assert phrases.say("closed_why") in said
    for item in texts:
        area = whole_area(item)
        assert area.left() >= 0
        assert area.top() >= 0
        assert area.right() <= closed.width()
        assert area.bottom() <= closed.height()


def test_its_words_are_large_and_whole(closed: QQuickWindow) -> None:
    size = closed.width(), closed.height()
    glass = measure(size, said_mm=None, reported_mm=None, distance_mm=600, floor_mm=750)
    view = View(look(closed.contentItem()), glass, CEILING)
    assert len(view.sight.texts) == 2 * len(every_language(folders.resources() / "words"))
    assert [flaw.message for check in CHECKS for flaw in check(view)] == []


def test_it_offers_nothing_to_touch(closed: QQuickWindow) -> None:
    assert look(closed.contentItem()).of(QAccessible.Role.Button) == []
