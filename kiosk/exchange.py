"""The commands by which tables and scans become content, and content tables."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import click

from kiosk.arguments import FILE, one_of


@click.command("import")
@click.argument("table", type=FILE, metavar="FILE")
@click.argument("content", type=FILE)
@click.option("--write", is_flag=True, help="Write it; else it is only said what would be.")
@click.option("--kind", metavar="KIND", help="The kind of its rows, where headings don't tell.")
@click.option(
    "--dates",
    type=click.Choice(["day-first", "month-first"]),
    help="How to read 03/04/1945; such dates are refused unless given.",
)
@click.option("--source", metavar="ID", help="The source of rows that name none.")
def take(
    table: Path, content: Path, write: bool, kind: str | None, dates: str | None, source: str | None
) -> int:
    """Take a table (.csv, .xlsx) into the content; again and again, hands' changes stay."""
    try:
        from kiosk.workbench.tables import importing
    except ImportError as error:
        raise _lacking(error) from None
    from kiosk.workbench.tables.grid import NotTaken
    from kiosk.workbench.tables.headings import NEEDED

    if kind is not None:
        one_of(kind, [*NEEDED], "kind of table")
    order: Any = dates.partition("-")[0] if dates else None
    try:
        done = importing.understand(table, content, kind, order, source)
        print("\n".join(importing.told(done)))
        if write:
            done.write()
    except NotTaken as error:
        print("\n".join(error.lines()), file=sys.stderr)
        return 1
    except OSError as error:
        raise click.ClickException(
            f"{error.filename or table}: {error.strerror or error}"
        ) from None
    check = shlex.join(["kiosk", "check", str(content)])
    print(f"written; {check} says what it lacks" if write else "nothing is written yet: --write")
    return 0


@click.command("export")
@click.argument("content", type=FILE)
@click.option(
    "--out", type=FILE, required=True, metavar="PATH", help="A folder of CSV, .xlsx or .geojson."
)
@click.option("--language", default="en", type=click.Choice(["en", "zh"]), help="Of headings.")
def give(content: Path, out: Path, language: str) -> int:
    """Write content as tables, which `kiosk import` takes again once they are changed."""
    from kiosk.workbench.tables import giving
    from kiosk.workbench.tables.grid import NotTaken

    try:
        print("\n".join(giving.give(content, out, language)))
    except NotTaken as error:
        print("\n".join(error.lines()), file=sys.stderr)
        return 1
    except ImportError as error:
        raise _lacking(error) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or out}: {error.strerror or error}") from None
    return 0


def _lacking(error: ImportError) -> click.ClickException:
    return click.ClickException(
        f"{error.name} is not installed: pip install 'campaign-kiosk[tables]'"
    )


@click.command()
@click.argument("scan", type=FILE)
@click.option("--out", type=FILE, metavar="FILE", help="The .dzi file; beside the scan otherwise.")
def tile(scan: Path, out: Path | None) -> int:
    """Cut a scan of up to 500 megapixels into tiles, for a picture's scan: key."""
    from kiosk.workbench import tiling

    try:
        made, width, height = tiling.tile(scan, out)
    except tiling.NotTiled as error:
        raise click.ClickException(str(error)) from None
    print(f"{made}: {width} × {height} px; name it in scan: of the picture")
    return 0


COMMANDS = (take, give, tile)
