"""The work of `kiosk narrate`: each text that an exhibit says, said once into a file."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.machine import whole
from kiosk.machine.settings import Settings
from kiosk.speech.breaths import Breath
from kiosk.speech.narrators import Narrator, NotSaid, Pronunciation, narrator_of
from kiosk.speech.script import Script
from kiosk.speech.voicings import INDEX

PART = ".part-"
"""The beginning of the name of a folder for what is being made."""

KBIT = 16
"""The kbit/s of Opus: speech without a loss that is heard."""


@dataclass(frozen=True)
class Line:
    """A breath, what its narrator is given to read, and the file that it becomes."""

    breath: Breath
    narrator: Narrator
    said: str
    name: str


@dataclass(frozen=True)
class Outcome:
    """The work done: texts that have their file, files made, bytes of all, what went wrong."""

    texts: int
    made: int
    size: int
    failures: tuple[str, ...]


def lines_of(exhibit: Exhibit, settings: Settings, words: Path) -> list[Line]:
    """All that is to be said, in every language; a file is named by what is in it."""
    found: dict[Breath, None] = {}
    for language in exhibit.exhibit.languages:
        found |= Script(exhibit, words, language, settings.warning_s).breaths()
    ending = ".opus" if packs() else ".wav"
    narrators = {one.language: narrator_of(settings, one.language) for one in found}
    sounds = {code: Pronunciation(exhibit, one) for code, one in narrators.items()}
    lines = []
    for breath in found:
        narrator = narrators[breath.language]
        said = sounds[breath.language].said(breath.text)
        digest = hashlib.sha256(f"{narrator.command}\n{KBIT}\n{said}".encode()).hexdigest()
        lines.append(Line(breath, narrator, said, f"{breath.language}/{digest[:20]}{ending}"))
    return lines


def packs() -> bool:
    """True if this machine can make Opus of what is said; else it stays WAV."""
    return shutil.which("opusenc") is not None


def narrate(
    lines: Iterable[Line], out: Path, jobs: int, tell: Callable[[], None] = lambda: None
) -> Outcome:
    """Makes the files that `out` lacks, `jobs` at once, and then the index; removes what is old.

    `tell` is called for each line that is done. Stopped half-way it has lost nothing: the next run
    goes on from there. Raises OSError.
    """
    lines = list(lines)
    for language in {line.breath.language for line in lines}:
        (out / language).mkdir(parents=True, exist_ok=True)
    lacking = {line.name: line for line in lines if not (out / line.name).is_file()}
    for _ in range(len(lines) - len(lacking)):
        tell()
    failures: list[str] = []
    with (
        tempfile.TemporaryDirectory(dir=out, prefix=PART) as beside,
        ThreadPoolExecutor(jobs) as pool,
    ):
        for fault in pool.map(partial(_make, out, Path(beside)), lacking.values()):
            tell()
            if fault:
                failures.append(fault)
    there = {line.name for line in lines if (out / line.name).is_file()}
    whole.write(out / INDEX, json.dumps(_index(lines, there), ensure_ascii=False, indent=0))
    for left in out.glob(f"{PART}*"):  # by a run that was cut off
        shutil.rmtree(left, ignore_errors=True)
    for file in out.glob("*/*.*"):
        if file.relative_to(out).as_posix() not in there:
            file.unlink()
    size = sum((out / name).stat().st_size for name in there)
    spoken = sum(line.name in there for line in lines)
    return Outcome(spoken, len(lacking) - len(failures), size, tuple(failures))


def _index(lines: Iterable[Line], there: set[str]) -> Mapping[str, Mapping[str, str]]:
    index: dict[str, dict[str, str]] = {}
    for line in lines:
        if line.name in there:
            index.setdefault(line.breath.language, {})[line.breath.key] = line.name
    return index


def _make(out: Path, beside: Path, line: Line) -> str:
    """Has a line said; the fault in a line, or ""."""
    spoken = beside / f"{Path(line.name).stem}.wav"
    packed = spoken.with_suffix(Path(line.name).suffix)
    try:
        line.narrator.say(line.said, spoken)
        if packed != spoken:
            _pack(spoken, packed)
        packed.replace(out / line.name)
    except NotSaid as why:
        return f"{line.breath.text}: {why}"
    finally:
        spoken.unlink(missing_ok=True)
    return ""


def _pack(spoken: Path, packed: Path) -> None:
    done = subprocess.run(
        ["opusenc", "--quiet", "--comp", "3", "--bitrate", str(KBIT), spoken, packed],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        raise NotSaid(f"opusenc: {done.stderr.decode(errors='replace').strip()}")
