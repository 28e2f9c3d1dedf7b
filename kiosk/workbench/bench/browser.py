"""Four slides in Chromium without a window: what the exhibit's start and memory compare with."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from kiosk.workbench.bench.measuring import pss_mb

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
STARTS = 5
REST_S = 2.0
LONGEST_S = 30.0

DECK = """<!doctype html><meta charset="utf-8"><title>Four slides</title>
<style>
 body { margin: 0; overflow: hidden; background: black; color: white; font: 5vmin sans-serif }
 section { position: absolute; inset: 0; padding: 10vmin; transition: transform .6s, opacity .6s;
           transform: translateX(100%); opacity: 0 }
 section.here { transform: none; opacity: 1 }
</style>
<section class="here"><h1>One</h1><p>A line of words and a second one below it.</p></section>
<section><h1>Two</h1><ul><li>First</li><li>Second</li><li>Third</li></ul></section>
<section><h1>Three</h1><svg viewBox="0 0 300 100"><path d="M0 90 L90 20 L180 70 L300 10"
 stroke="orange" fill="none" stroke-width="3"/></svg></section>
<section><h1>Four</h1><p>The end.</p></section>
<script>
 const all = document.querySelectorAll("section"); let at = 0;
 addEventListener("keydown", () => { all[at].className = ""; at = (at + 1) % all.length;
   all[at].className = "here"; });
 requestAnimationFrame(() => requestAnimationFrame(() => fetch("/painted")));
</script>
"""


@dataclass(frozen=True)
class Figures:
    """Seconds from the start of the process to the first paint (median), and MB of memory."""

    first_s: float
    pss_mb: float


def measure() -> Figures | None:
    """Starts Chromium some times with the deck; None where there is none, or it shows nothing."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    if program is None:
        return None
    painted = threading.Event()
    with _served(painted) as address:
        figures = [_start(program, address, painted) for _ in range(STARTS)]
    shown = [figure for figure in figures if figure]
    if not shown:
        return None
    return Figures(
        statistics.median(figure.first_s for figure in shown),
        statistics.median(figure.pss_mb for figure in shown),
    )


def _start(program: str, address: str, painted: threading.Event) -> Figures | None:
    painted.clear()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            *(program, "--headless", "--no-first-run", "--disable-background-networking"),
            *("--window-size=1920,1080", "--remote-debugging-port=0"),
            *(f"--user-data-dir={profile}", *_as_root(), address),
        ]
        began = time.monotonic()
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            if not painted.wait(LONGEST_S):
                return None
            first_s = time.monotonic() - began
            time.sleep(REST_S)
            return Figures(first_s, sum(pss_mb(pid) for pid in _family(process.pid)))
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _as_root() -> tuple[str, ...]:
    return ("--no-sandbox",) if os.geteuid() == 0 else ()


def _family(ancestor: int) -> list[int]:
    """The process and all that descend from it."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(after_name[1])
    family = [ancestor]
    for member in family:  # grows as it is read
        family += [pid for pid, parent in parents.items() if parent == member]
    return family


@contextmanager
def _served(painted: threading.Event) -> Iterator[str]:
    """The deck's address on this machine alone; its script says when it is painted."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/painted":
                painted.set()
            body = DECK.encode() if self.path == "/" else b""
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
