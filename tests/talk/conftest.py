"""A speaker who gives a talk on the real windows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPointingDevice

from kiosk.app import Kiosk
from kiosk.machine.settings import Settings
from kiosk.talk.lectern import Lectern
from kiosk.talk.slides import talk_of
from tests.meeting import CONTENT, SMALL, blank_map, read
from tests.qt.fake_time import FakeTime
from tests.window import Visitor

NOON = dt.datetime(2025, 3, 4, 12, 0)


class Speaker(Visitor):
    """Somebody who gives a talk."""

    kiosk: Lectern

    @property
    def lectern(self) -> Lectern:
        return self.kiosk

    @property
    def place(self) -> tuple[int, int]:
        return self.kiosk.delivery.slide, self.kiosk.delivery.step

    @property
    def show(self) -> str:
        return self.kiosk.delivery.at.show

    def open(self, show: str) -> None:
        """Opens the slide that shows something."""
        shows = [slide.show for slide in self.kiosk.delivery.slides]
        self.kiosk.delivery.jump(shows.index(show))
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
def speak(made: list[Kiosk], finger: QPointingDevice) -> Speak:
    """Puts a speaker before the first slide of a talk."""

    def before(
        folder: Path = CONTENT,
        size: tuple[int, int] = (1280, 720),
        *,
        talk: str | None = None,
        moving: bool = False,
        language: str = "",
        **options: Any,
    ) -> Speaker:
        time, exhibit = FakeTime(), read(folder)
        talk_given = Lectern(
            exhibit,
            folder,
            Settings(sound=False),
            talk_of(exhibit, talk),
            timers=time,
            threaded=False,
            size=size,
            base=lambda _, content: blank_map(content),
            **{"now": lambda: NOON} | options,
        )
        if not moving:
            talk_given.stage.preferences.toggleReducedMotion()
        talk_given.stage.preferences.chooseLanguage(language)
        made.append(talk_given)
        talk_given.show()
        speaker = Speaker(talk_given, time, finger)
        speaker.process()
        return speaker

    return before


@pytest.fixture
def speaker(speak: Speak) -> Speaker:
    return speak(SMALL)
