"""One Qt application for all tests, drawn in memory; a warning in any log is a failure."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["LC_ALL"] = "C.UTF-8"

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk.app import application
from kiosk.settings import Settings


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """The kiosk's own application object; pytest-qt keeps the handler that fails on warnings."""
    handler = qInstallMessageHandler(None)
    app = application(Settings())
    qInstallMessageHandler(handler)
    return app


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
