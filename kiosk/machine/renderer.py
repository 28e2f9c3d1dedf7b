"""The renderer that draws the window; chosen before Qt's application object exists."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from kiosk.machine.settings import Renderer

log = logging.getLogger(__name__)


def has_gpu() -> bool:
    """True if a GPU is likely: on Linux a render node, elsewhere taken for granted.

    Without one Qt takes llvmpipe's OpenGL and spends ten times the CPU of its own renderer.
    """
    return sys.platform != "linux" or any(Path("/dev/dri").glob("renderD*"))


def choose_renderer(wanted: Renderer) -> Renderer:
    """Sets Qt's environment for the renderer; what the environment already says goes first."""
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    said = os.environ.get("QT_QUICK_BACKEND")
    if said is not None:
        log.info("renderer: %s, as QT_QUICK_BACKEND says", said or "Qt's own choice")
        return Renderer.SOFTWARE if said == "software" else Renderer.OPENGL
    chosen, why = wanted, "as the settings say"
    if wanted is Renderer.AUTO:
        gpu = has_gpu()
        chosen = Renderer.OPENGL if gpu else Renderer.SOFTWARE
        why = "a GPU was found" if gpu else "no GPU was found"
    if chosen is Renderer.SOFTWARE:
        os.environ["QT_QUICK_BACKEND"] = "software"
    log.info("renderer: %s, %s", chosen, why)
    return chosen
