"""A Debian in a folder, put up as it is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import cli

SYSTEM = "/etc/systemd/system"
ENVIRONMENT = "/etc/kiosk/deployed.env"
INPUT_RULES = "/etc/udev/rules.d/71-kiosk-input.rules"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Debian 13, as far as it is asked."""
    (tmp_path / "root" / "etc").mkdir(parents=True)
    release = 'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\nVERSION_ID="13"\nID=debian\n'
    (tmp_path / "root" / "etc" / "os-release").write_text(release)
    return tmp_path / "root"


def files(root: Path) -> dict[str, str]:
    """All files and links beneath a root, and what they hold."""
    found = [path for path in root.rglob("*") if path.is_symlink() or path.is_file()]
    return {
        f"/{path.relative_to(root)}": str(path.readlink())
        if path.is_symlink()
        else path.read_text("utf-8")
        for path in found
    }


def deployed(root: Path, *arguments: str) -> dict[str, str]:
    assert cli.main(["deploy", "--root", str(root), *arguments]) == 0
    return files(root)


def settings(root: Path, text: str) -> None:
    (root / "etc" / "kiosk").mkdir(exist_ok=True)
    (root / "etc" / "kiosk" / "settings.yaml").write_text(text)


def debian_12(root: Path) -> None:
    release = root / "etc" / "os-release"
    release.write_text(release.read_text().replace("13", "12"))


def plug(root: Path, **outputs: bool) -> None:
    """Gives a machine outputs, with a screen or without."""
    for name, plugged in outputs.items():
        where = root / "sys" / "class" / "drm" / f"card0-{name.replace('_', '-')}"
        where.mkdir(parents=True)
        (where / "status").write_text("connected\n" if plugged else "disconnected\n")
