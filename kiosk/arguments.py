"""The arguments of the commands: content, files and folders, sizes, words among those known."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

LEAST_PX, MOST_PX = 200, 16384


class Size(click.ParamType[tuple[int, int]]):
    """Width and height in px, written 1920x1080."""

    name = "WxH"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """The two numbers; fails if they are none, or none that a screen has."""
        width, _, height = str(value).lower().partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            self.fail(f'"{value}" is not a size such as 1920x1080.', param, ctx)
        size = (int(width), int(height))
        if not all(LEAST_PX <= side <= MOST_PX for side in size):
            self.fail(f"{value}: each side must have {LEAST_PX} to {MOST_PX} px.", param, ctx)
        return size


class Name(click.ParamType[Path]):
    """The name of a file or folder; click's own type asks the disk, and a share may hang."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path, whether there is anything or not."""
        return Path(value)


FILE = Name()


class Numbers(click.ParamType[tuple[int, ...]]):
    """Numbers from 1 on, written 1,3-5, in the order in which they are said."""

    name = "1,3-5"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        """The numbers; fails if they are none."""
        found: list[int] = []
        for part in str(value).split(","):
            first, dash, last = part.strip().partition("-")
            if not first.isdecimal() or not (last.isdecimal() if dash else not last):
                self.fail(f'"{value}" is not a list of numbers such as 1,3-5.', param, ctx)
            found += range(int(first), int(last or first) + 1)
        return tuple(dict.fromkeys(found))


class Listed(click.ParamType[tuple[str, ...]]):
    """Words between commas."""

    name = "NAME,NAME"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The words, each once."""
        return tuple(dict.fromkeys(word.strip() for word in str(value).split(",")))


content_argument = click.argument("content", type=FILE, required=False)
format_option = click.option("--format", type=click.Choice(["text", "json"]), default="text")


def one_of(said: str, known: Sequence[str], what: str) -> None:
    """Fails with the right spellings unless what was said is one of those known."""
    from kiosk.exhibit.reading.problem import did_you_mean

    if said not in known:
        among = f"; there are {', '.join(known)}" if known else "; the content has none"
        hint = did_you_mean(said, known)
        raise click.ClickException(f'there is no {what} "{said}"{f" ({hint})" if hint else among}')
