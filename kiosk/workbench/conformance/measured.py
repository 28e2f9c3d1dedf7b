"""The outcome of a measure: whether it holds, its figures, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Measured:
    """The outcome of a measure: None for one that this machine can't take.

    `figures` are those that its sentence tells. What is against it are lines, each of which names
    the screen.
    """

    holds: bool | None
    figures: Mapping[str, object] = field(default_factory=dict)
    against: tuple[str, ...] = ()


def unless(against: list[str], **figures: object) -> Measured:
    """A measure that holds unless something speaks against it."""
    return Measured(not against, figures, tuple(dict.fromkeys(against)))
