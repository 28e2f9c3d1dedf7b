"""The PIN and the knock of one machine: kept as a sum that nobody can turn back."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.desk.staff.knock import Corners, is_sound
from kiosk.machine import folders, whole

LEAST, MOST = 4, 8
"""The number of digits of a PIN."""

SECRET = "/etc/kiosk/staff.json"
"""The file of a deployed machine."""

FREE = 3
"""So many wrong tries cost nothing."""

FIRST_S, LONGEST_S = 30, 3600
"""The wait after the next one, which doubles with each, and the longest."""


class NoSecret(Exception):
    """The one line that says why there is no PIN here that could be asked for."""


@dataclass(frozen=True)
class Secret:
    """The sum of a PIN, and the knock before it is asked for."""

    pin: str
    knock: Corners


def file() -> Path:
    """The file of the secret: root's on a deployed machine, else this user's own."""
    deployed = Path(os.environ.get("KIOSK_STAFF", SECRET))
    return deployed if deployed.parent.is_dir() else folders.state_folder() / "staff.json"


def exists() -> bool:
    """True if there is a secret, sound or damaged: then nobody leaves without it."""
    return file().exists()


def read() -> Secret:
    """The secret; raises NoSecret."""
    path = file()
    try:
        found = json.loads(path.read_text("utf-8"))
        secret = Secret(str(found["pin"]), tuple(int(one) for one in found["knock"]))
    except OSError as error:
        raise NoSecret(f"{path}: {whole.reason(error)}") from None
    except (ValueError, TypeError, KeyError):
        raise NoSecret(f"{path} is damaged; set the PIN anew: sudo kiosk staff") from None
    if not (secret.pin.startswith("$argon2") and is_sound(secret.knock)):
        raise NoSecret(f"{path} is damaged; set the PIN anew: sudo kiosk staff")
    return secret


def write(pin: str, knock: Sequence[int]) -> Path:
    """Keeps a PIN and a knock, and forgets wrong tries; raises OSError, ValueError, ImportError."""
    from argon2 import PasswordHasher

    if not (pin.isascii() and pin.isdecimal() and LEAST <= len(pin) <= MOST):
        raise ValueError(f"a PIN has {LEAST} to {MOST} digits")
    if not is_sound(knock):
        raise ValueError("a knock has 5 to 12 corners, at least three of them different")
    path = file()
    path.parent.mkdir(parents=True, exist_ok=True)
    said = {"pin": PasswordHasher().hash(pin), "knock": [*knock]}
    old = os.umask(0o077)
    try:
        whole.write(path, json.dumps(said), safe=True)
    finally:
        os.umask(old)
    if path.parent == Path("/etc/kiosk"):
        _let_in(path)
    _tries(folders.exhibits_state_folder()).unlink(missing_ok=True)
    return path


def _let_in(path: Path) -> None:
    """Lets the exhibit, which is not root, read what root has written."""
    try:
        shutil.chown(path, group="kiosk")
        path.chmod(0o640)
    except LookupError:  # nobody has deployed it here
        return


def is_right(secret: Secret, pin: str) -> bool:
    """True if a PIN is that of the secret."""
    from argon2 import PasswordHasher
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return PasswordHasher().verify(secret.pin, pin)
    except (Argon2Error, InvalidHashError):
        return False


class Tries:
    """Wrong tries, counted across restarts: from the fourth on each costs a wait."""

    def __init__(self) -> None:
        self._count = _counted()

    @property
    def wait_s(self) -> int:
        """The seconds before the next try."""
        if self._count <= FREE:
            return 0
        return int(min(FIRST_S * 2 ** min(self._count - FREE - 1, 20), LONGEST_S))

    def wrong(self) -> None:
        """Counts one."""
        self._count += 1
        self._keep()

    def right(self) -> None:
        """Forgets them."""
        self._count = 0
        self._keep()

    def _keep(self) -> None:
        path = _tries(folders.state_folder())
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            whole.write(path, str(self._count), safe=True)
        except OSError:
            pass  # counted in memory until the process ends


def _tries(home: Path) -> Path:
    return home / "wrong-tries"


def _counted() -> int:
    try:
        return max(0, min(int(_tries(folders.state_folder()).read_text("utf-8")), 1000))
    except (OSError, ValueError):
        return 0
