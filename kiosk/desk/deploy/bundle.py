"""A folder with all of the software, for machines without a network."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.desk.deploy.environment import EXTRAS, pip, wheel_of
from kiosk.desk.deploy.machine import Failed, Machine

PYTHONS = {12: "3.11", 13: "3.13"}
"""The Python of each Debian, for which wheels are made."""

PLATFORMS = ("manylinux_2_34", "manylinux_2_28", "manylinux_2_17", "manylinux2014")
"""The names under which wheels are found that run on both, newest first."""

OURS = "campaign_kiosk-*.whl"


def pack(machine: Machine, source: Path, out: Path, debian: int) -> Path:
    """Fills a new folder with the software and what it needs; our wheel there. Raises Failed."""
    if debian not in PYTHONS:
        raise Failed(f"a bundle is for Debian {' or '.join(map(str, PYTHONS))}, not {debian}")
    if out.exists() and any(out.iterdir()):
        raise Failed(f"{out} is not empty")
    out.mkdir(parents=True, exist_ok=True)
    wheel = wheel_of(source, machine, out)
    if wheel.parent != out:
        wheel = Path(shutil.copy2(wheel, out))
    where = [f"--platform={name}_x86_64" for name in PLATFORMS]
    python = f"--python-version={PYTHONS[debian]}"
    wanted = f"{wheel}[{','.join(EXTRAS)}]"
    binaries = ["--only-binary=:all:", python, *where]
    machine.run([*pip(), "download", "-q", "-d", str(out), *binaries, wanted])
    return wheel


def wheel_in(folder: Path) -> Path | None:
    """Our wheel in a folder that is a bundle; None where that is a source. Raises Failed."""
    if (folder / "pyproject.toml").is_file():
        return None
    found = sorted(folder.glob(OURS))
    if len(found) != 1:
        raise Failed(f"{folder} holds {len(found)} wheels of the kiosk; one it must be")
    return found[0]
