"""Make this checkout ready: an environment in .venv with the project, and Qt's system libraries.

    python3 resources/setup/setup.py run      what the exhibit needs
    python3 resources/setup/setup.py dev      and what the tests and checks need

Says nothing where nothing is to do. Exit 1, with one line that says what to type, where it is
not allowed to install something or an installation fails. Any Python from 3.8 reads this file.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
OLDEST = (3, 11)
NAMES = ("python3", "python3.11", "python3.12", "python3.13", "python3.14")

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
"""What Qt's modules that we import link to, and the Debian package of each."""
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What its X11 and Wayland plugins link to besides; pictures and tests do without."""


def say(line: str) -> None:
    """Print at once, so that it stands before what a command prints."""
    print(line, flush=True)


def succeeds(*command: str | Path) -> bool:
    """Whether the command ends well; what it prints is dropped."""
    try:
        return subprocess.run([*map(str, command)], capture_output=True).returncode == 0
    except OSError:
        return False


# ------------------------------------------------------------------ Debian packages


def privilege() -> list[str] | None:
    """What to put before a command to run it as root; None where we may not."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if succeeds("sudo", "-n", "true") else None


def install_packages(packages: list[str], purpose: str) -> bool:
    """Install Debian packages, or name the command that does; whether they are there now."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    before = privilege()
    if not shutil.which("apt-get"):
        say(f"{purpose}: install what Debian calls {' '.join(packages)}")
        return False
    if before is None:
        say(f"{purpose}. Type: sudo {' '.join(command)}")
        return False
    say(f"{purpose}: installing {' '.join(packages)}")
    quiet = [*before, "env", "DEBIAN_FRONTEND=noninteractive"]
    if succeeds(*quiet, *command):
        return True
    succeeds(*quiet, "apt-get", "update")  # the package lists may be missing or old
    done = subprocess.run([*quiet, *command], stdout=subprocess.DEVNULL)
    if done.returncode:
        say(f"{purpose}. This failed: {' '.join([*before, *command])}")
    return done.returncode == 0


# ------------------------------------------------------------------ Python


def suitable(python: str | Path) -> bool:
    """Whether this interpreter runs and is new enough."""
    return succeeds(python, "-c", f"import sys; sys.exit(sys.version_info < {OLDEST})")


def find_python() -> str:
    """The path of an interpreter that is new enough; ends the run where there is none."""
    found = (shutil.which(name) for name in NAMES)
    for python in (sys.executable, *found):
        if python and suitable(python):
            return python
    raise SystemExit("Python 3.11 or newer is needed. Type: sudo apt-get install -y python3")


def make_venv() -> None:
    """Make .venv anew; ends the run where that can't be done."""
    python = find_python()
    if not succeeds(python, "-c", "import ensurepip, venv"):
        ask = "import sys; print('python%d.%d-venv' % sys.version_info[:2])"
        package = subprocess.check_output([python, "-c", ask], text=True).strip()
        if not install_packages([package], "Python can't make environments yet"):
            raise SystemExit(1)
    if subprocess.run([python, "-m", "venv", "--clear", str(VENV)]).returncode:
        raise SystemExit(f"The environment could not be made: {python} -m venv {VENV}")


def state() -> str:
    """What an installation depends on: where it lies and what the project asks for."""
    asked = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{ROOT}\n{asked}\n"


def install_project(kind: str) -> None:
    """Install the project into .venv, unless that is done; ends the run where it fails."""
    stamp = STAMP.read_text("utf-8") if STAMP.is_file() else ""
    if PYTHON.exists() and stamp in (f"{state()}dev\n", f"{state()}{kind}\n"):
        return
    say("Setting up .venv (once; Qt is large, about 260 MB to fetch) ...")
    moved = stamp and not stamp.startswith(f"{ROOT}\n")
    if moved or not suitable(PYTHON) or not succeeds(PYTHON, "-m", "pip", "--version"):
        make_venv()
    extra = "[dev]" if kind == "dev" else ""
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    if subprocess.run([*pip, "install", "--editable", f"{ROOT}{extra}"]).returncode:
        raise SystemExit("pip could not install the project: see its lines above")
    STAMP.write_text(f"{state()}{kind}\n", encoding="utf-8")


# ------------------------------------------------------------------ Qt's libraries


def linkable() -> str | None:
    """The dynamic linker's list of libraries for this processor; None where there is none."""
    path = os.pathsep.join((os.environ.get("PATH", ""), "/sbin", "/usr/sbin"))
    ldconfig = shutil.which("ldconfig", path=path)
    if not sys.platform.startswith("linux") or not ldconfig:
        return None
    listed = subprocess.run([ldconfig, "-p"], capture_output=True, text=True).stdout
    mark = {"x86_64": "x86-64", "aarch64": "AArch64"}.get(platform.machine(), "")
    return "\n".join(line for line in listed.splitlines() if mark in line)


def missing(libraries: dict[str, str], listed: str) -> list[str]:
    """The Debian packages of those libraries that are not listed."""
    return [package for name, package in libraries.items() if f"\t{name} " not in listed]


def install_libraries() -> None:
    """See that Qt finds what it links to; ends the run where it can't even be imported."""
    listed = linkable()
    if listed is None:
        return
    wanted = missing({**QT_LIBRARIES, **WINDOW_LIBRARIES}, listed)
    if not wanted or install_packages(wanted, "Qt needs system libraries"):
        return
    if missing(QT_LIBRARIES, listed):
        raise SystemExit(1)


def main() -> None:
    """Do what is still to do for `run` or `dev`."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "run"
    if kind not in ("run", "dev"):
        raise SystemExit("usage: setup.py [run|dev]")
    install_project(kind)
    install_libraries()


if __name__ == "__main__":
    main()
