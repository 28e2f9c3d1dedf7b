"""A window that stays all over its screen, whatever becomes of either; and one that stays open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from kiosk import closed
from kiosk.app import LOBBY, VISIT, Kiosk, screen_size
from kiosk.exhibit.model import Exhibit
from kiosk.machine.settings import Settings
from kiosk.qt.seating import Bolt, FullScreen, screen_of
from tests.meeting import SMALL, blank_map
from tests.qt.fake_time import FakeTime


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[QWindow]:
    window = QWindow()
    yield window
    window.destroy()


@pytest.fixture
def time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def full(window: QWindow, time: FakeTime) -> Iterator[FullScreen]:
    full = FullScreen(window, time)
    full.ask()
    time.advance_s(200)
    yield full
    full.close()


def shrink(window: QWindow) -> None:
    """Leaves it as a screen that has grown does."""
    window.showNormal()  # the platform of the tests moves nothing that is full screen
    window.setGeometry(0, 0, 300, 200)
    QCoreApplication.processEvents()
    assert window.geometry() != area()


def area() -> QRect:
    screen = QGuiApplication.primaryScreen()
    assert screen is not None
    return screen.geometry()


def test_it_lies_all_over_the_screen_without_a_frame(full: FullScreen, window: QWindow) -> None:
    QCoreApplication.processEvents()
    assert window.geometry() == area()
    assert window.visibility() == QWindow.Visibility.FullScreen
    assert window.flags() & Qt.WindowType.FramelessWindowHint


@pytest.mark.parametrize(
    "signal", ["geometryChanged", "screenAdded", "screenRemoved", "primaryScreenChanged"]
)
def test_it_follows_the_screen(
    full: FullScreen, window: QWindow, qapp: QGuiApplication, signal: str
) -> None:
    shrink(window)
    screen = qapp.primaryScreen()
    if signal == "geometryChanged":
        screen.geometryChanged.emit(screen.geometry())
    else:
        getattr(qapp, signal).emit(screen)
    QCoreApplication.processEvents()
    assert window.geometry() == area()


def test_full_screen_is_seen_to_and_asked_for_again(
    full: FullScreen, window: QWindow, time: FakeTime, caplog: pytest.LogCaptureFixture
) -> None:
    shrink(window)
    time.advance_s(1)
    QCoreApplication.processEvents()
    assert window.geometry() == area()
    size = f"{area().width()}x{area().height()}"
    assert [record.getMessage() for record in caplog.records] == [
        f"the window is not all over the screen (300x200 at 0,0, not {size} at 0,0); "
        "asked for again"
    ]
    caplog.clear()


def test_a_window_that_is_put_away_comes_back(
    full: FullScreen, window: QWindow, time: FakeTime, caplog: pytest.LogCaptureFixture
) -> None:
    window.showMinimized()
    QCoreApplication.processEvents()
    time.advance_s(1)
    assert window.visibility() == QWindow.Visibility.FullScreen
    caplog.clear()


def test_what_is_refused_is_asked_for_ever_more_rarely_and_said_once(
    full: FullScreen,
    window: QWindow,
    time: FakeTime,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    asked = list[int]()
    monkeypatch.setattr("kiosk.qt.seating.seat", lambda *_: asked.append(time.now_ms()))
    begun = time.now_ms()
    shrink(window)
    time.advance_s(100)
    assert [(at - begun) // 1000 for at in asked] == [1, 3, 7, 15, 31, 63]
    assert len(caplog.records) == 1
    caplog.clear()


def test_while_all_screens_are_off_a_window_stays_as_it_is(
    full: FullScreen,
    window: QWindow,
    time: FakeTime,
    qapp: QGuiApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under Wayland one that asked for the size of Qt's stand-in, none, was ended at once."""
    primary, before = QGuiApplication.primaryScreen(), window.geometry()
    with monkeypatch.context() as dark:
        dark.setattr(QScreen, "geometry", lambda screen: QRect())
        qapp.screenRemoved.emit(primary)
        time.advance_s(200)
        QCoreApplication.processEvents()
        assert window.geometry() == before
        assert screen_of("") is None
        assert screen_size() == QSize(1920, 1080)
    shrink(window)
    qapp.screenAdded.emit(primary)
    QCoreApplication.processEvents()
    assert window.geometry() == area()


def test_a_bolted_window_closes_only_when_it_is_opened(window: QWindow) -> None:
    bolt = Bolt()
    window.installEventFilter(bolt)
    window.show()
    assert not window.close()
    assert window.isVisible()
    bolt.open()
    assert window.close()


@pytest.mark.parametrize(
    ("size", "lobby", "closes"),
    [(None, False, False), ((800, 600), False, True), ((800, 600), True, False)],
)
def test_an_exhibit_full_screen_closes_by_staff_alone(
    small: Exhibit,
    made: list[Kiosk],
    time: FakeTime,
    size: tuple[int, int] | None,
    lobby: bool,
    closes: bool,
) -> None:
    kiosk = Kiosk(
        small,
        SMALL,
        Settings(sound=False),
        LOBBY if lobby else VISIT,
        timers=time,
        threaded=False,
        size=size,
        base=lambda _, content: blank_map(content),
    )
    made.append(kiosk)
    kiosk.window.create()
    assert kiosk.window.close() is closes
    kiosk.window.create()
    kiosk.engine.quit.emit()  # as Ctrl+Q does
    assert kiosk.window.close()


def test_the_closed_screen_is_kept_over_the_screen_too(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = list[tuple[QSize, bool]]()

    def look(_: object) -> None:
        (window,) = [one for one in qapp.topLevelWindows() if one.isVisible()]
        seen.append((window.size(), window.close()))

    monkeypatch.setattr(type(qapp), "exec", look)
    assert closed.run_closed(Settings()) is None
    assert seen == [(area().size(), False)]
