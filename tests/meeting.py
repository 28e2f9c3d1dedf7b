"""The kiosk with a visitor before it, on the exhibit that comes with it and on a small one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.app import LOBBY, VISIT, Kiosk
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine.settings import Settings
from kiosk.workbench.layout.visiting import BlankMap
from tests import rivers, solved
from tests.qt.fake_time import FakeTime
from tests.succession import Succession
from tests.window import Visitor

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
SMALL = ROOT / "tests" / "exhibits" / "minimal"


@cache
def read(folder: Path) -> Exhibit:
    reading = read_exhibit(folder)
    assert reading.exhibit is not None, "\n".join(map(str, reading.problems))
    return reading.exhibit


@cache
def blank_map(folder: Path) -> BlankMap:
    return BlankMap(read(folder).map, folder)


@pytest.fixture(scope="session")
def exhibit() -> Exhibit:
    """The exhibit that comes with the kiosk."""
    return read(CONTENT)


@pytest.fixture(scope="session")
def small() -> Exhibit:
    """Another exhibit: another place, other sides, one language."""
    return read(SMALL)


@pytest.fixture(scope="session")
def finger(qapp: QGuiApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def made(qapp: QGuiApplication) -> Iterator[list[Kiosk]]:
    """The kiosks that a test has made, to be taken down when it ends."""
    kiosks: list[Kiosk] = []
    yield kiosks
    for kiosk in kiosks:
        kiosk.close()
    kiosks.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


Meet = Callable[..., Visitor]


def opened(
    finger: QPointingDevice,
    folder: Path = CONTENT,
    size: tuple[int, int] = (1280, 720),
    *,
    painted: bool = False,
    lobby: bool = False,
    river: bool = True,
    shared: bool = True,
    **settings: Any,
) -> Visitor:
    """Somebody before a new kiosk that shows its attract slides.

    Without `river` its river of men is blank. One that is not `shared` solves its map itself.
    """
    time = FakeTime()
    with rivers.mute(not river), solved.once(shared):
        kiosk = Kiosk(
            read(folder),
            folder,
            Settings(sound=False, **settings),
            LOBBY if lobby else VISIT,
            timers=time,
            threaded=False,
            size=size,
            base=None if painted else lambda _, content: blank_map(content),
        )
    kiosk.show()
    visitor = Visitor(kiosk, time, finger)
    visitor.process()
    return visitor


@pytest.fixture
def meet(made: list[Kiosk], finger: QPointingDevice) -> Meet:
    """Puts a visitor before a new kiosk, as `opened` does."""

    def before(*where: Any, **how: Any) -> Visitor:
        visitor = opened(finger, *where, **how)
        made.append(visitor.kiosk)
        return visitor

    return before


@pytest.fixture
def passer_by(meet: Meet) -> Visitor:
    """Somebody before the attract show."""
    return meet()


@pytest.fixture(scope="session")
def succession(qapp: QGuiApplication) -> Iterator[Succession]:
    """The kiosk for one visitor after the other."""
    succession = Succession()
    yield succession
    succession.close()


@pytest.fixture
def visitor(passer_by: Visitor) -> Visitor:
    """Somebody who has touched the glass once and stands on the home screen."""
    passer_by.stand_still()
    passer_by.wake()
    return passer_by


@pytest.fixture
def next_visitor(succession: Succession, finger: QPointingDevice) -> Iterator[Visitor]:
    """Somebody who has done so at a kiosk where others were before."""
    yield succession.next(lambda: opened(finger))
    succession.pause()
