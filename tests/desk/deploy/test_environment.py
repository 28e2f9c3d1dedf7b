"""The software in environments: this version and the last, and the way back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.desk.deploy import bundle, deploy, environment
from kiosk.desk.deploy.environment import Back, Environment, Gone, origin
from kiosk.desk.deploy.machine import Failed, Machine
from kiosk.desk.deploy.plan import Wanted
from kiosk.machine import folders


class Builder:
    """Makes an environment as `venv` and pip do, as far as it is asked; each call is kept."""

    def __init__(self) -> None:
        self.ran: list[list[str]] = []
        self.broken = False

    def __call__(self, line: Sequence[str]) -> str:
        self.ran.append([*line])
        if "venv" in line:
            Path(line[-1], "bin").mkdir(parents=True)
        if self.broken and "install" in line:
            raise Failed("pip has ended with 1")
        return ""


@pytest.fixture
def builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    monkeypatch.setattr(Machine, "live", True)
    return Builder()


@pytest.fixture
def machine(tmp_path: Path, builder: Builder) -> Machine:
    return Machine(tmp_path / "root", builder)


def debian(machine: Machine) -> None:
    """Makes it a Debian 13."""
    (machine.root / "etc").mkdir(parents=True)
    (machine.root / "etc" / "os-release").write_text("ID=debian\nVERSION_ID=13\n")


def wheel(folder: Path, text: str) -> Path:
    path = folder / f"campaign_kiosk-{text}.whl"
    path.write_text(text)
    return path


def test_each_version_has_its_own_and_the_last_is_kept(machine: Machine, tmp_path: Path) -> None:
    for text in ("1", "2", "3"):
        step = Environment(wheel(tmp_path, text))
        assert not step.is_done(machine)
        step.do(machine)
        assert step.is_done(machine)
    home = machine.at("/opt/kiosk")
    assert sorted(path.name for path in home.iterdir()) == ["2", "3", "current", "last"]
    assert (home / "current").resolve() == (home / "3").resolve()
    Back().do(machine)
    assert (home / "current").resolve() == (home / "2").resolve()
    assert (home / "last").resolve() == (home / "3").resolve()
    assert Environment(tmp_path / "campaign_kiosk-2.whl").is_done(machine)
    Gone().do(machine)
    assert Gone().is_done(machine)


def test_one_that_cannot_be_made_leaves_what_was(
    machine: Machine, builder: Builder, tmp_path: Path
) -> None:
    Environment(wheel(tmp_path, "1")).do(machine)
    builder.broken = True
    with pytest.raises(Failed):
        Environment(wheel(tmp_path, "2")).do(machine)
    home = machine.at("/opt/kiosk")
    assert sorted(path.name for path in home.iterdir()) == ["1", "current"]


def test_without_a_network_all_comes_from_a_folder(
    machine: Machine, builder: Builder, tmp_path: Path
) -> None:
    Environment(wheel(tmp_path, "1"), tmp_path).do(machine)
    (install,) = (line for line in builder.ran if "install" in line)
    assert {"--no-index", f"--find-links={tmp_path}"} < {*install}


def test_a_bundle_is_taken_without_a_network(
    machine: Machine, builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    debian(machine)
    out = tmp_path / "bundle"
    deploy.bundle(machine, wheel(tmp_path, "1"), out, 12)
    (download,) = (line for line in builder.ran if "download" in line)
    assert {"--python-version=3.11", f"{out / 'campaign_kiosk-1.whl'}[staff,report]"} < {*download}
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    deploy.deploy(machine, Wanted(), out)
    (install,) = (line for line in builder.ran if "install" in line and "pip" in line)
    assert {"--no-index", f"--find-links={out}"} < {*install}
    assert (machine.at("/opt/kiosk/current") / environment.SOURCE).read_text()


@pytest.mark.parametrize(
    ("held", "debian", "said"),
    [
        (["campaign_kiosk-1.whl"], 13, "is not empty"),
        ([], 11, "a bundle is for Debian 12 or 13, not 11"),
    ],
)
def test_a_bundle_that_cannot_be(
    machine: Machine, tmp_path: Path, held: list[str], debian: int, said: str
) -> None:
    out = tmp_path / "bundle"
    out.mkdir()
    for name in held:
        (out / name).write_text("")
    with pytest.raises(Failed, match=said):
        deploy.bundle(machine, wheel(tmp_path, "1"), out, debian)


def test_a_folder_that_is_no_bundle_is_named(machine: Machine, tmp_path: Path) -> None:
    with pytest.raises(Failed, match="holds 0 wheels of the kiosk"):
        bundle.wheel_in(tmp_path)


def test_a_root_that_forgets_is_not_deployed_to(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (machine.root / "proc" / "self").mkdir(parents=True)
    (machine.root / "media" / "root-ro").mkdir(parents=True)
    mounts = "/dev/sda2 /media/root-ro ext4 ro 0 0\noverlayroot / overlay rw 0 0\n"
    (machine.root / "proc" / "self" / "mounts").write_text(mounts)
    with pytest.raises(Failed, match="overlayroot-chroot"):
        deploy.go_back(machine)


def test_it_comes_from_where_this_program_does() -> None:
    assert origin() == folders.resources().parent


def test_a_source_that_makes_no_wheel_is_refused(machine: Machine, tmp_path: Path) -> None:
    with pytest.raises(Failed, match="makes no wheel"):
        environment.wheel_of(tmp_path, machine, tmp_path / "aside")
    made = wheel(tmp_path, "1")
    assert environment.wheel_of(made, machine, tmp_path) == made
