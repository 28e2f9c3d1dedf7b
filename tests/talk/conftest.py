"""A speaker who gives a talk on the real windows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice

from kiosk.app import Kiosk
from kiosk.exhibit.model import Map
from kiosk.machine.settings import Settings
from kiosk.map.ground.basemap import BaseMap
from kiosk.stage.programme import Programme
from kiosk.talk.lectern import Lectern
from kiosk.talk.slides import talk_of
from tests.meeting import CONTENT, SMALL, blank_map, read
from tests.qt.fake_time import FakeTime
from tests.window import Visitor

NOON = dt.datetime(2025, 3, 4, 12, 0)


class Speaker(Visitor):
    """Somebody who gives a talk."""

    def __init__(
        self, lectern: Lectern, kiosk: Kiosk, time: FakeTime, finger: QPointingDevice
    ) -> None:
        super().__init__(kiosk, time, finger)
        self.lectern = lectern

    @property
    def place(self) -> tuple[int, int]:
        return self.lectern.delivery.slide, self.lectern.delivery.step

    @property
    def show(self) -> str:
        return self.lectern.delivery.at.show

    def open(self, show: str) -> None:
        """Opens the slide that shows something."""
        shows = [slide.show for slide in self.lectern.delivery.slides]
        self.lectern.delivery.jump(shows.index(show))
        self.process()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.key(key)

    def await_sight(self, seen: Callable[[], bool]) -> None:
        """Waits for what a fade or a picture brings."""
        self._until(seen)

    def arrive(self) -> None:
        """Lets the campaign play to the moment of the click, and the camera land."""
        while self.stage.playhead.playing:
            self.time.advance(200)
        self.stage.camera.fly(1.0)
        self.process()


Speak = Callable[..., Speaker]


@pytest.fixture
def speak(qapp: QGuiApplication, finger: QPointingDevice) -> Iterator[Speak]:
    """Puts a speaker before the first slide of a talk."""
    given: list[Lectern] = []

    def before(
        folder: Path = CONTENT,
        size: tuple[int, int] = (1280, 720),
        *,
        talk: str | None = None,
        moving: bool = False,
        language: str = "",
        base: Callable[[Map, Path], BaseMap] = lambda _, content: blank_map(content),
        **options: Any,
    ) -> Speaker:
        time, exhibit = FakeTime(), read(folder)
        kiosks: list[Kiosk] = []

        def kiosk(programme: Programme) -> Kiosk:
            kiosks.append(
                Kiosk(
                    exhibit,
                    folder,
                    Settings(sound=False),
                    programme,
                    timers=time,
                    threaded=False,
                    size=size,
                    base=base,
                )
            )
            return kiosks[-1]

        lectern = Lectern(
            exhibit,
            talk_of(exhibit, talk),
            kiosk,
            timers=time,
            size=size,
            **{"now": lambda: NOON} | options,
        )
        if not moving:
            lectern.stage.preferences.toggleReducedMotion()
        lectern.stage.preferences.chooseLanguage(language)
        given.append(lectern)
        lectern.show()
        speaker = Speaker(lectern, kiosks[-1], time, finger)
        speaker.process()
        return speaker

    yield before
    for one in given:
        one.close()
    given.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def speaker(speak: Speak) -> Speaker:
    return speak(SMALL)
