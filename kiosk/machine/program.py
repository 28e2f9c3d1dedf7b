"""Programs of the machine that are asked for an answer, which never comes from some."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

Run = Callable[[Sequence[str]], str]
"""Runs a program and gives its answer, as `answer` does within some time."""


def answer(command: Sequence[str], within_s: float) -> str:
    """A program's standard output in its own English; "" where it is not there, or too slow."""
    import subprocess

    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=within_s,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace")
