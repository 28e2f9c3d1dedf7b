"""Imports as they were before PySide, which reads the source of every module from then on."""

from __future__ import annotations

import builtins


def load_plainly() -> None:
    """Loads PySide before anybody has, and leaves imports as they are.

    Its own look through sources for the word PySide6, by which a module that imports `__feature__`
    is known; none here does. Of the 350 ms that a window's modules take they are 40.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
