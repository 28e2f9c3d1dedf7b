"""Places of files: those that the project carries, and those that this machine keeps."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]

DEPLOYED = Path("/var/lib/kiosk/state/campaign-kiosk")
"""The folder in which the exhibit of a deployed machine keeps what it keeps."""


def _carried(name: str) -> Path:
    inside = _PACKAGE / "_carried" / name  # put there by the wheel
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The folder of fonts, icons, sounds, interface words and the base map."""
    return _carried("resources")


def default_content() -> Path:
    """The folder of the exhibit that is shown when none is named."""
    return _carried("content")


def state_folder() -> Path:
    """The folder of what this machine keeps from day to day; it may not exist yet.

    `$XDG_STATE_HOME`, where that is an absolute path, as the XDG Base Directory Specification
    has it; else what the platform has for such files. For a user without a home, who is told so
    once, a new folder that nobody keeps, for this process and those that it starts.
    """
    stated = Path(os.environ.get("XDG_STATE_HOME", ""))
    if stated.is_absolute():
        return stated / "campaign-kiosk"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "campaign-kiosk" if local else _home("AppData/Local")
    return _home("Library/Application Support" if sys.platform == "darwin" else ".local/state")


def exhibits_state_folder() -> Path:
    """The folder of what the exhibit of this machine keeps, whoever asks; else one's own."""
    try:
        return DEPLOYED if DEPLOYED.is_dir() else state_folder()
    except OSError:  # it is the exhibit's own, and we are not root
        return state_folder()


def cache_folder() -> Path:
    """The folder of what is kept to be faster and may go at any time; it may not exist."""
    stated = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return stated if stated.is_absolute() else Path(os.path.expanduser("~/.cache"))


def _home(folder: str) -> Path:
    try:
        home = Path.home()
    except RuntimeError:  # neither HOME nor an entry in the list of users
        import tempfile

        said = "this user has no home, so nothing is kept; XDG_STATE_HOME may name a folder for it"
        print(f"warning: {said}", file=sys.stderr)
        os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="campaign-kiosk-")
        return state_folder()
    return home / folder / "campaign-kiosk"
