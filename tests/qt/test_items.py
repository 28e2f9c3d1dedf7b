"""Items that QML makes: what stays of an exhibit that has closed."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent

from kiosk.app import Kiosk
from tests.meeting import SMALL, Meet


def test_an_exhibit_that_has_closed_is_let_go_with_its_maps(meet: Meet, made: list[Kiosk]) -> None:
    visitor = meet(SMALL, painted=True)
    visitor.wake()
    for panel in ("phases", "maps"):
        visitor.open(panel)
    left = [weakref.ref(one) for one in (visitor.kiosk, visitor.stage, visitor.stage.situation)]
    assert all(one() for one in left)
    visitor.kiosk.close()
    made.clear()
    del visitor
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()
    assert [one() for one in left] == [None, None, None]
