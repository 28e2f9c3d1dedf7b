"""The line of a file that a problem stands on, with a caret below the column."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from kiosk.exhibit.reading.problem import Problem


def excerpt(problem: Problem, lines: Sequence[str], cells: int) -> tuple[str, ...]:
    """The line and the caret, no wider than `cells`; nothing if the line is not there.

    Of a long line what is around the column. A wide character takes two cells, a tab is shown as
    a space.
    """
    if not 0 < problem.line <= len(lines) or not lines[problem.line - 1].strip():
        return ()
    gutter = f"{problem.line:>6} | "
    line = lines[problem.line - 1].replace("\t", " ")
    before, after = line[: problem.column - 1], line[problem.column - 1 :]
    room = max(cells - len(gutter), 20)
    if len(line) > room or cell_len(line) > room:
        before = _fitting(before[::-1], room // 2)[::-1]
        after = _fitting(after, room - cell_len(before))
    caret = " " * (len(gutter) - 2) + "| " + " " * cell_len(before) + "^"
    return gutter + before + after, caret


def _fitting(text: str, cells: int) -> str:
    """The beginning of `text`, as much as fits."""
    end = min(len(text), cells)
    while cell_len(text[:end]) > cells:
        end -= 1
    return text[:end]
