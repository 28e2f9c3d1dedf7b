"""The screens beside the exhibit's: black, or with the show; they come and go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.desk.neighbours import shortcoming
from kiosk.machine import folders
from kiosk.machine.settings import OtherScreens, Settings
from kiosk.qt.seating import lacking
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "exhibits" / "minimal"
THREE_SCREENS = {
    "screens": [
        {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "wall", "x": 1366, "y": 0, "width": 1024, "height": 768},
        {"name": "door", "x": 2390, "y": 0, "width": 800, "height": 600},
    ]
}
ON_THEM = """
import json
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQuick import QQuickWindow
from kiosk import app
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine.settings import Settings

folder = Path(sys.argv[1])
settings = Settings.model_validate(json.loads(sys.argv[2]))
kiosks = []

def look():
    for window in filter(QWindow.isVisible, QGuiApplication.topLevelWindows()):
        shows = "exhibit" if window == kiosks[0].window else "show"
        what = shows if isinstance(window, QQuickWindow) else "black"
        print(window.screen().name(), what, window.size() == window.screen().size(), flush=True)
    QGuiApplication.exit(0)

def ready(kiosk):
    kiosks.append(kiosk)
    QTimer.singleShot(0, look)

sys.exit(app.run(read_exhibit(folder).exhibit, folder, settings, ready=ready))
"""


def seen(tmp_path: Path, settings: Settings) -> tuple[list[str], str]:
    """What is seen on each of three screens, in their order of names; and what the log says."""
    (tmp_path / "screens.json").write_text(json.dumps(THREE_SCREENS), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ON_THEM, str(SMALL), settings.model_dump_json()],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done
    return sorted(done.stdout.splitlines()), done.stderr


@pytest.mark.parametrize(
    ("screen", "others", "lines"),
    [
        ("", "black", ["desk exhibit True", "door black True", "wall black True"]),
        ("wall", "black", ["desk black True", "door black True", "wall exhibit True"]),
        ("door", "show", ["desk show True", "door exhibit True", "wall show True"]),
        ("roof", "black", ["desk exhibit True", "door black True", "wall black True"]),
    ],
)
def test_one_shows_the_exhibit_and_the_others_what_the_settings_say(
    tmp_path: Path, screen: str, others: str, lines: list[str]
) -> None:
    settings = Settings(screen=screen, other_screens=OtherScreens(others), sound=False)
    found, log = seen(tmp_path, settings)
    assert found == lines
    assert "Traceback" not in log
    health = json.loads((folders.state_folder() / "health.json").read_text())
    said = "there is no screen roof; there is desk, door, wall" if screen == "roof" else ""
    assert health["trouble"] == said


def test_a_screen_that_is_not_there_is_named(qapp: QGuiApplication) -> None:
    here = qapp.primaryScreen().name()
    assert lacking("") == lacking(here) == ""
    assert lacking("HDMI-A-9") == f"there is no screen HDMI-A-9; there is {here}"


def test_a_compositor_of_one_window_has_no_room(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = Settings(other_screens=OtherScreens.SHOW)
    assert shortcoming(show) == ""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    assert "show needs `display: x11`" in shortcoming(show)
    assert shortcoming(Settings()) == ""
