"""The service manager that has started us, told that we are ready, alive, or in trouble."""

from __future__ import annotations

import os


def notify(*lines: str) -> None:
    """Sends a service manager lines such as `READY=1`; nothing where none listens."""
    path = os.environ.get("NOTIFY_SOCKET")
    if not path:
        return
    import socket

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as speaking:
            speaking.setblocking(False)
            speaking.connect("\0" + path[1:] if path[0] == "@" else path)
            speaking.sendall("\n".join(lines).encode())
    except OSError:  # it has gone, or is too busy to hear: no reason to stop an exhibit
        return


def is_listening() -> bool:
    """True if a service manager waits to be told."""
    return bool(os.environ.get("NOTIFY_SOCKET"))


def watchdog_s() -> float:
    """The seconds without a word after which the manager takes us for hung; 0 if it never does."""
    said = os.environ.get("WATCHDOG_USEC", "")
    return int(said) / 1_000_000 if said.isdecimal() else 0.0
