"""What tests have made once, for whoever of the same process needs it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Kept:
    """The few things that were asked for last, each with what it was made of, told by identity."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[object, tuple[object, Any]] = {}

    def get(self, of: tuple[object, ...], key: object, make: Callable[[], Any]) -> Any:
        """What was made of these with this key, or is made now."""
        known = self.find(of, key)
        if known is None:
            known = make()
            self.keep(of, key, known)
        return known

    def find(self, of: tuple[object, ...], key: object) -> Any:
        """What was made of these with this key; None if it is not known."""
        known = *map(id, of), key
        if known not in self._made:
            return None
        self._made[known] = self._made.pop(known)
        return self._made[known][1]

    def keep(self, of: tuple[object, ...], key: object, made: Any) -> None:
        """Keeps what was made of these with this key, in place of what nobody asked for."""
        if len(self._made) >= self._most:
            del self._made[next(iter(self._made))]
        self._made[(*map(id, of), key)] = of, made
