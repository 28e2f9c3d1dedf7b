"""`kiosk deploy`: says and does the steps that are left."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.desk.deploy.bundle import pack, wheel_in
from kiosk.desk.deploy.environment import CURRENT, origin, wheel_of
from kiosk.desk.deploy.machine import Failed, Machine
from kiosk.desk.deploy.plan import Wanted, notes, plan, removal, way_back
from kiosk.desk.deploy.steps import Command, Step
from kiosk.machine import whole


def deploy(machine: Machine, wanted: Wanted, source: Path | None, *, dry: bool = False) -> None:
    """Brings the exhibit onto a machine; raises Failed with what stands in the way.

    The software comes from the `source`, a wheel or a folder; where that is None, from where this
    program came from, unless it runs from the machine's own environment. A folder without a source
    is a bundle, which needs no network.
    """
    _may(machine, dry)
    if source and source.is_dir() and (wheel := wheel_in(source)):
        source, wanted = wheel, replace(wanted, wheels=source)
    with tempfile.TemporaryDirectory() as aside:
        if machine.live and not _is_current(source):
            found = source or origin()
            if found is None or not found.exists():
                raise Failed("name the wheel or the folder of the software, with --from")
            made = found if dry else wheel_of(found, machine, Path(aside))
            if made.is_dir():
                print(f"would make a wheel of {made}, and an environment where it is a new one")
            else:
                wanted = replace(wanted, wheel=made)
        for line in notes(machine):
            print(f"note: {line}")
        act(machine, plan(machine, wanted), dry=dry)
    if machine.runs and not dry:
        print("The exhibit starts with the machine: sudo reboot")


def remove(machine: Machine, *, dry: bool = False) -> None:
    """Takes the exhibit off a machine; raises Failed."""
    _may(machine, dry)
    act(machine, removal(machine), dry=dry)
    print("Kept: /etc/kiosk/settings.yaml, /srv/kiosk, /var/lib/kiosk, the packages of Debian.")


def go_back(machine: Machine, *, dry: bool = False) -> None:
    """Takes the software before; raises Failed."""
    _may(machine, dry)
    act(machine, way_back(machine), dry=dry)


def bundle(machine: Machine, source: Path | None, out: Path, debian: int) -> None:
    """Packs the software for another machine; raises Failed."""
    found = source or origin()
    if found is None or not found.exists():
        raise Failed("name the wheel or the folder of the software, with --from")
    try:
        wheel = pack(machine, found, out, debian)
    except OSError as error:
        raise Failed(f"{error.filename}: {whole.reason(error)}") from None
    print(f"{wheel.name} and what it needs are in {out}. On the machine: kiosk deploy --from {out}")


def act(machine: Machine, steps: Sequence[Step], *, dry: bool) -> None:
    """Says each step that is left to do, and does it unless `dry`; raises Failed."""
    left = 0
    for step in steps:
        if step.is_done(machine) or (isinstance(step, Command) and step.last and not left):
            continue
        left += 1
        print(f"would {step.says(machine)}" if dry else step.says(machine), flush=True)
        if dry:
            continue
        try:
            step.do(machine)
        except OSError as error:
            raise Failed(f"{error.filename or step.says(machine)}: {whole.reason(error)}") from None
    if not left:
        print("Nothing is to do.")


def _may(machine: Machine, dry: bool) -> None:
    if machine.live and not dry and os.geteuid():
        raise Failed("only root may change the machine: sudo kiosk deploy")
    if machine.live and not dry:
        machine.must_keep("kiosk deploy")


def _is_current(source: Path | None) -> bool:
    return source is None and Path(sys.prefix).resolve() == Path(CURRENT).resolve()
