"""The exhibit on its screen, by its own word and by systemd's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kiosk.desk.doctor.finding import Finding, Probe, State, good
from kiosk.exhibit.files.trial import amiss
from kiosk.exhibit.reels import reels_of
from kiosk.machine.reading import reading_of

FRESH_S = 180
"""An exhibit that has written nothing for so long is not alive."""

ON_THE_CPU = ("llvmpipe", "softpipe", "swrast", "swiftshader")
"""Renderers that call themselves OpenGL and draw without a GPU."""


def service(probe: Probe) -> Iterator[Finding]:
    """The exhibit as systemd has it."""
    keys = "ActiveState,SubState,NRestarts,StatusText,Result,LoadState"
    answer = probe.run(["systemctl", "show", "kiosk.service", "-p", keys])
    told = dict(line.partition("=")[::2] for line in answer.splitlines())
    if told.get("LoadState") != "loaded":
        yield Finding("service", State.UNKNOWN, "the exhibit does not start with this machine")
        return
    restarts = float(told.get("NRestarts") or 0)
    said = f"{told.get('ActiveState')} ({told.get('SubState')}), {restarts:g} restarts"
    said += f"; {told['StatusText']}" if told.get("StatusText") else ""
    if told.get("ActiveState") != "active":
        advice = "journalctl -u kiosk -n 50"
        state = State.BAD
    elif restarts or told.get("StatusText"):
        advice, state = "journalctl -u kiosk -p warning", State.DOUBT
    else:
        advice, state = "", State.GOOD
    yield Finding("service", state, said, advice, restarts, "restarts")


def showing(probe: Probe) -> Iterator[Finding]:
    """The exhibit's own word: that it shows something, on what, drawn by whom, how touched."""
    told = probe.exhibit()
    if not told:
        said = f"no exhibit has said how it is (in {probe.state})"
        yield Finding("exhibit", State.UNKNOWN, said, "start it: kiosk run")
        return
    age = probe.now - float(told.get("written", 0))
    if not -FRESH_S < age < FRESH_S:
        when = dt.datetime.fromtimestamp(float(told.get("written", 0))).isoformat(" ", "minutes")
        said, advice = f"it has said nothing since {when}", "kiosk run, or systemctl start kiosk"
        yield Finding("exhibit", State.BAD, said, advice)
        return
    off = str(told.get("off", ""))
    if off.startswith("black"):
        advice = "see `panel` in the settings; without a way, a switch at the plug saves the light"
        yield Finding("exhibit", State.DOUBT, off, advice)
    else:
        yield good("exhibit", off or "it is on the screen")
    yield from _screen(told)
    yield _renderer(told)
    yield _touch(told)
    yield from _content(told)


def _screen(told: dict[str, Any]) -> Iterator[Finding]:
    screen = told.get("screen") or {}
    if not screen:
        if not told.get("off"):
            yield Finding("screen", State.BAD, "there is none", "look at its cable and its power")
        return
    (width, height), (across, up) = screen["px"], screen["mm"]
    said = (
        f"{screen['name']}: {width}x{height}, {screen['hz']:.0f} Hz, says {across:.0f}x{up:.0f} mm"
    )
    if told.get("measured"):
        yield good("screen", f"{said}; measured {told['measured']} mm")
    elif screen.get("sensible"):
        said, advice = f"{said}; it was never measured", "write screen_mm into the settings"
        yield Finding("screen", State.DOUBT, said, advice)
    else:
        advice = "measure the picture, and write screen_mm into the settings"
        yield Finding("screen", State.BAD, f"{said}, which can't be", advice)
    if hangs := str(told.get("reach", "")):
        said, _, advice = hangs.rpartition("; ")
        yield Finding("reach", State.DOUBT, said, f"{advice}, or mend floor_mm in the settings")
    if not told.get("covers", True):
        said = "the window is not all over the screen, or has a title bar"
        advice = "cage must be started with -d, as kiosk.service does"
        yield Finding("window", State.BAD, said, advice)
    others = int(screen.get("screens", 1)) - 1
    if others:
        yield good("screens", f"{others} more; `other_screens` says what they show")


def _renderer(told: dict[str, Any]) -> Finding:
    name, compositor = str(told.get("renderer", "")), str(told.get("platform", ""))
    said = f"{name or 'unknown'}, on {compositor}"
    if any(known in name.lower() for known in ON_THE_CPU):
        advice = "write `renderer: software`, which is ten times as fast without a GPU"
        return Finding("renderer", State.BAD, f"{said}: OpenGL without a GPU", advice)
    return good("renderer", said)


def _touch(told: dict[str, Any]) -> Finding:
    touch = [str(name) for name in told.get("touch", [])]
    if touch:
        return good("touch", ", ".join(touch))
    advice = "look at the frame's USB cable; one that says it is a mouse needs its own driver"
    return Finding("touch", State.BAD, "there is no touch screen", advice)


def _content(told: dict[str, Any]) -> Iterator[Finding]:
    yield good("content", str(told.get("content", "")))
    refused = [str(line) for line in told.get("refused", [])]
    if refused:
        said = f"new content was refused: {refused[0]}"
        said += f", and {len(refused) - 1} more" if len(refused) > 1 else ""
        yield Finding(
            "new content", State.DOUBT, said, "kiosk check, mend it; it is taken by itself"
        )
    failed = [str(one) for one in told.get("test", [])]
    if failed:
        said, advice = f"before the opening: {', '.join(failed)}", "mend it, then restart"
        yield Finding("test", State.BAD, said, advice)
    elif "test" in told:
        yield good("test", "before the last opening all was well")
    if told.get("trouble"):
        said, advice = str(told["trouble"]), "mend what it names"
        yield Finding("trouble", State.BAD, said, advice)
    if told.get("closed"):
        said, advice = f"closed: {told['closed']}", "kiosk check names each mistake with its line"
        yield Finding("closed", State.BAD, said, advice)


def films(probe: Probe) -> Iterator[Finding]:
    """The films of the content that is shown, each tried: what this machine cannot keep up with."""
    folder = str(probe.exhibit().get("folder", ""))
    if not folder:
        return
    exhibit = reading_of(Path(folder)).exhibit
    found = reels_of(exhibit).values() if exhibit else ()
    files = dict.fromkeys(file for reel in found for file in reel.files)
    answers = list[str]()

    def run(command: Sequence[str]) -> str:
        answers.append(probe.run(command))
        return answers[-1]

    for file in files:
        said, advice = amiss(Path(folder) / file, run)
        if not answers[-1]:
            yield Finding("films", State.UNKNOWN, f"{file}: its trial gave no answer")
            return
        if said:
            yield Finding("films", State.BAD, f"{file}: {said}", advice)
            return
    if files:
        yield good("films", f"{len(files)} are played without a frame in ten lost")


CHECKS = (service, showing, films)
