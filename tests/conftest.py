"""One Qt application for all tests, drawn in memory; a warning in any log is a failure."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["LC_ALL"] = "C.UTF-8"

import gc
import itertools
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.app import application
from kiosk.machine.settings import Settings
from tests import rivers
from tests.meeting import (  # noqa: F401  fixtures
    exhibit,
    finger,
    made,
    meet,
    next_visitor,
    passer_by,
    small,
    succession,
    visitor,
)
from tests.surveys import SURVEYS

hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the surveys."""
    for item in items:
        if item.nodeid.partition("[")[0] in SURVEYS:
            item.add_marker(pytest.mark.survey)


def pytest_collection_finish() -> None:
    """Keeps what all tests share out of the search for garbage: a kiosk's is found soon then."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The kiosk's own application object; pytest-qt keeps the handler that fails on warnings."""
    handler = qInstallMessageHandler(None)
    app = application(Settings())
    qInstallMessageHandler(handler)
    return app


@pytest.fixture(scope="session", autouse=True)
def river_made_once() -> Iterator[None]:
    """The river of men is made once for all kiosks; its own tests make it anew."""
    with rivers.made_once():
        yield


@pytest.fixture(scope="session")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders in which nothing is yet, made by who keeps something there."""
    folder = tmp_path_factory.mktemp("machines")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def tidy_log(machines: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Takes away what a command adds to this log; what a machine keeps is the test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(next(machines)))
    root = logging.getLogger()
    handlers, level, hook = root.handlers[:], root.level, sys.excepthook
    yield
    for handler in {*root.handlers} - {*handlers}:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    sys.excepthook = hook


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Python's log at WARNING fails a test, as Qt's does; a test that wants one clears it."""
    yield
    loud = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    assert loud == []
