"""What visitors see when nothing can be shown: a quiet word in every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk import folders
from kiosk.app import closed_window
from kiosk.stage.words import every_language
from kiosk.workbench.layout.eyes import whole_area
from tests.stage.window import walk

SIZES = [(1280, 720), (1080, 1920), (1600, 1200)]


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
    for speech in every_language(folders.resources() / "words"):
        assert speech.say("closed") in said
        assert speech.say("closed_why") in said
    for item in texts:
        area = whole_area(item)
        assert area.left() >= 0
        assert area.top() >= 0
        assert area.right() <= closed.width()
        assert area.bottom() <= closed.height()


def test_it_offers_nothing_to_touch(closed: QQuickWindow) -> None:
    handlers = [
        item for item in walk(closed.contentItem()) if "Button" in item.metaObject().className()
    ]
    assert handlers == []
