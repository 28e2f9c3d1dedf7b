"""The quiet screen for when nothing can be shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.app import application, bolted, screen_size
from kiosk.desk import starts
from kiosk.desk.caretaker import Caretaker
from kiosk.desk.intake import Intake
from kiosk.machine import folders
from kiosk.machine.settings import Settings
from kiosk.qt.arrow import Arrow
from kiosk.qt.seating import Bolt, FullScreen
from kiosk.qt.timing import Timers
from kiosk.stage.window import QML, open_window
from kiosk.telling.words import every_language


def run_closed(
    settings: Settings,
    size: tuple[int, int] | None = None,
    intake: Intake | None = None,
    *,
    why: str = "",
) -> Path | None:
    """Shows the quiet "closed for maintenance" screen until it is told to quit.

    Gives the content that the `intake` has offered meanwhile, which ends it too; else None. Staff
    are told `why`.
    """
    app = application(settings, bare=size is None)
    starts.begin()
    engine, window = closed_window(size, settings.screen)
    arrow = Arrow(window, Timers())
    arrow.hide()
    caretaker = Caretaker(window, Timers(), settings, intake, closed=why)
    full_screen = None
    bolt = Bolt()
    if size:
        window.show()
    else:
        bolt = bolted(window, engine)
        full_screen = FullScreen(window, Timers(), settings.screen)
        full_screen.ask()
    offered: list[Path] = []

    def take(content: Path) -> None:
        offered.append(content)
        bolt.open()
        app.quit()

    if intake:
        intake.offered.connect(take)
    app.exec()
    caretaker.close()
    arrow.close()
    if intake:
        intake.offered.disconnect(take)
    if intake and not offered:
        intake.close()
    if full_screen:
        full_screen.close()
    bolt.open()
    window.close()
    del window, engine
    return offered[0] if offered else None


def closed_window(
    size: tuple[int, int] | None = None, screen: str = ""
) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """The "closed" screen in every language that we have words for, and what keeps it alive."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    spoken = every_language(folders.resources() / "words")
    extent = QSize(*size) if size else screen_size(screen)
    given = {
        "titles": [phrases.say("closed") for phrases in spoken],
        "reasons": [phrases.say("closed_why") for phrases in spoken],
        "width": extent.width(),
        "height": extent.height(),
    }
    return engine, open_window(engine, "Closed.qml", given)
