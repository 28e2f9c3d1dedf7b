"""The renderer: chosen by the environment, else by the settings, else by what the machine has."""

from __future__ import annotations

import logging
import os

import pytest

from kiosk.machine import renderer
from kiosk.machine.settings import Renderer


@pytest.mark.parametrize(
    ("environment", "wanted", "gpu", "chosen", "line"),
    [
        (None, "auto", True, "opengl", "renderer: opengl, a GPU was found"),
        (None, "auto", False, "software", "renderer: software, no GPU was found"),
        (None, "opengl", False, "opengl", "renderer: opengl, as the settings say"),
        (None, "software", True, "software", "renderer: software, as the settings say"),
        ("software", "opengl", True, "software", "renderer: software, as QT_QUICK_BACKEND says"),
        ("", "software", False, "opengl", "renderer: Qt's own choice, as QT_QUICK_BACKEND says"),
    ],
)
def test_choice(
    environment: str | None,
    wanted: str,
    gpu: bool,
    chosen: str,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("QSG_RENDER_LOOP", "basic")
    monkeypatch.setenv("QT_QUICK_BACKEND", environment or "")
    if environment is None:
        monkeypatch.delenv("QT_QUICK_BACKEND")
    monkeypatch.setattr(renderer, "has_gpu", lambda: gpu)
    with caplog.at_level(logging.INFO):
        assert renderer.choose_renderer(Renderer(wanted)) == chosen
    assert caplog.messages == [line]
    set_to = os.environ.get("QT_QUICK_BACKEND")
    expected = "software" if chosen == "software" else None
    assert set_to == (expected if environment is None else environment)
