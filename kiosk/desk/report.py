"""A curator's page of what visitors did, and the same as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from kiosk.desk.tally import Counts as Decided
from kiosk.desk.visits import ACROSS, DOWN, Counts

COUNTED_EACH = ("screen", "left at", "language", "text", "aid", "warning")
"""The counts that are a table of the page each."""

OTHERS = ("months", "hours", "lengths", "decisions")
"""The other tables."""

FEW = 5
"""Fewer than so many are not told: they might be somebody."""


@dataclass(frozen=True)
class Bar:
    """A row of a table: its name, its number, None where these are few, and seconds of each."""

    name: str
    count: int | None
    seconds: float | None = None


@dataclass(frozen=True)
class Table:
    """A heading, its rows, and a chart of them as SVG, "" for none."""

    heading: str
    rows: tuple[Bar, ...]
    chart: str = ""


_ACTIVE = re.compile(r"<script.*?</script>|<!--.*?-->", re.DOTALL)

Say = Callable[[str], str]
"""The word for a key, in the language of the page."""


def summed(days: Mapping[dt.date, Counts]) -> Counts:
    """The counts of all days together."""
    whole = Counts()
    for counts in days.values():
        whole.numbers.update(counts.numbers)
        whole.seconds.update(counts.seconds)
    return whole


def tables(
    days: Mapping[dt.date, Counts], decided: Decided, say: Say, name: Callable[[str, str], str]
) -> list[Table]:
    """All there is to tell, in the order of the page; `name` calls screens, languages, choices."""
    whole = summed(days)
    by_month = [(month, counts.numbers["visit", ""]) for month, counts in _months(days).items()]
    found = [
        _table("months", say, ((month, count, None) for month, count in by_month)),
        _table("hours", say, ((f"{h}:00", n, None) for h, n in sorted(whole.of("hour").items()))),
        _table("lengths", say, ((n, c, None) for n, c in whole.of("length").items())),
    ]
    for key in COUNTED_EACH:
        rows = (
            (name(key, which), count, _each(whole, key, which) if key == "screen" else None)
            for which, count in sorted(whole.of(key).items(), key=lambda one: -one[1])
        )
        found.append(_table(key.replace(" ", "_"), say, rows))
    choices = (
        (f"{name('decision', decision)}: {name('choice', choice)}", count, None)
        for decision, counts in decided.items()
        for choice, count in counts.items()
    )
    return [table for table in (*found, _table("decisions", say, choices)) if table.rows]


def _months(days: Mapping[dt.date, Counts]) -> dict[str, Counts]:
    """The counts by month, such as "2026-05", the first first."""
    found: dict[str, dict[dt.date, Counts]] = {}
    for day, counts in sorted(days.items()):
        found.setdefault(f"{day:%Y-%m}", {})[day] = counts
    return {month: summed(counts) for month, counts in found.items()}


def _each(whole: Counts, what: str, which: str) -> float:
    return whole.seconds[what, which] / max(1, whole.numbers[what, which])


def _table(key: str, say: Say, rows: Iterable[tuple[str, int, float | None]]) -> Table:
    told = tuple(
        Bar(name, count if count >= FEW else None, seconds if count >= FEW else None)
        for name, count, seconds in rows
        if count
    )
    return Table(say(f"report_{key}"), told, _chart(told))


def _chart(rows: tuple[Bar, ...]) -> str:
    """Bars as SVG that stands in a page; "" where there is nothing to compare."""
    from pygal import Config, HorizontalBar
    from pygal.style import Style

    shown = [row for row in rows if row.count is not None]
    if len(shown) < 2:
        return ""
    style = Style(
        background="transparent",
        plot_background="transparent",
        colors=("black",),
        font_family="inherit",
    )
    config = Config(
        style=style,
        show_legend=False,
        disable_xml_declaration=True,
        js=[],
        explicit_size=False,
        height=80 + 34 * len(shown),
        width=900,
        print_values=True,
        show_x_labels=False,
        pretty_print=False,
    )
    chart = HorizontalBar(config)
    chart.x_labels = [row.name for row in reversed(shown)]
    chart.add("", [row.count for row in reversed(shown)])
    return _ACTIVE.sub("", str(chart.render(is_unicode=True)))


def touches(whole: Counts) -> tuple[tuple[float, ...], ...]:
    """The touches of each field of the glass, as parts of the most; few are none."""
    told = {which: count for which, count in whole.of("touch").items() if count >= FEW}
    most = max(told.values(), default=1)
    return tuple(
        tuple(told.get(f"{column},{row}", 0) / most for column in range(ACROSS))
        for row in range(DOWN)
    )


def page(templates: Path, given: Mapping[str, Any], found: Iterable[Table], whole: Counts) -> str:
    """The page as HTML that needs no other file."""
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=select_autoescape(), trim_blocks=True
    )
    visits = whole.numbers["visit", ""]
    return environment.get_template("report.html").render(
        **given,
        tables=list(found),
        visits=visits if visits >= FEW or not visits else None,
        minutes=whole.seconds["visit", ""] / visits / 60 if visits >= FEW else None,
        waits=whole.seconds["attract", ""] / visits / 60 if visits >= FEW else None,
        touches=touches(whole),
        few=FEW,
    )


def as_csv(days: Mapping[dt.date, Counts]) -> str:
    """A row for each month, thing and kind; numbers that are few are left out."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["month", "what", "which", "count", "seconds"])
    for month, counts in _months(days).items():
        for (what, which), count in sorted(counts.numbers.items()):
            if count >= FEW:
                seconds = round(counts.seconds[what, which])
                rows.writerow([month, what, _safe(which), count, seconds])
    return out.getvalue()


def _safe(which: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{which}" if which[:1] in tuple("=+-@\t\r") else which
