"""The commands of `kiosk`, one short function each: here `run` and `present`.

Exit 0; 1 for a problem of content or use, one line each; 3 where we failed, the log says how.
Qt is imported by the commands that draw, when they are called.
"""

from __future__ import annotations

import gc
import io
import logging
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import authoring, exchange, upkeep
from kiosk.arguments import FILE, Size, content_argument, one_of
from kiosk.desk.fallback import as_it_is, last_good, read, say_all
from kiosk.machine import folders
from kiosk.machine.display import WAIT_S, await_display, has_display
from kiosk.machine.service import is_listening

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.machine.settings import Settings

WINDOW = (1280, 720)
OUR_FAULT = 3


@click.group()
@click.version_option(package_name="campaign-kiosk", message="%(version)s")
def kiosk() -> None:
    """A touch-screen exhibit of a military campaign, from a folder of YAML (CONTENT)."""


for other in (*authoring.COMMANDS, *exchange.COMMANDS, *upkeep.COMMANDS):
    kiosk.add_command(other)


@kiosk.command()
@content_argument
@click.option("--windowed", is_flag=True, help="In a window instead of full screen.")
@click.option("--size", type=Size(), help="The window's size; 1280x720 unless given.")
@click.option("--settings", type=FILE, metavar="FILE", help="This machine's settings.")
@click.option(
    "--attract-only", is_flag=True, help="The show alone, for a lobby; touches do nothing."
)
@click.option("--or-render", is_flag=True, help="Draw pictures where there is no display.")
def run(
    content: Path | None,
    windowed: bool,
    size: tuple[int, int] | None,
    settings: Path | None,
    attract_only: bool,
    or_render: bool,
) -> int:
    """Show the exhibit, full screen; without a display, wait a minute for one."""
    gc.disable()  # nearly all that is made until the first picture stays
    from kiosk.desk import log
    from kiosk.machine.settings import SettingsError, read_settings

    log.begin(logging.INFO)
    trouble = ""
    try:
        machine = read_settings(settings)
    except SettingsError as error:
        say_all(error.problems)
        if not is_listening():
            return 1
        machine, trouble = error.sound, f"settings: {error.problems[0]}"  # nobody is there to mend
    folder = content or folders.default_content()
    if or_render and not has_display():
        from kiosk.publish import pictures

        return pictures.draw_instead(folder, read(folder).exhibit)
    if not await_display():
        raise click.ClickException(f"there is no display; none has come in {WAIT_S} seconds")
    from kiosk.desk.claim import Claimed, claim

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's event loop never lets Python see Ctrl+C
    try:
        with claim(folders.state_folder()):
            window = size or (WINDOW if windowed else None)
            return show(folder, machine, window, lobby=attract_only, trouble=trouble)
    except Claimed as error:
        raise click.ClickException(str(error)) from None


@kiosk.command()
@content_argument
@click.option("--talk", metavar="ID", help="Which of its talks; the first unless given.")
@click.option("--list", "listed", is_flag=True, help="Name its talks, and begin none.")
@click.option("--language", metavar="L", help="The language to begin in.")
@click.option("--notes", is_flag=True, help="The speaker's window too, even on one screen.")
@click.option(
    "--room",
    type=click.Choice(["bright", "dim"]),
    default="bright",
    help="How bright it is; bright unless given. The key C changes it.",
)
@click.option("--windowed", is_flag=True, help="In windows instead of full screen.")
@click.option("--size", type=Size(), help="The slides' size; 1280x720 unless given.")
@click.option("--settings", type=FILE, metavar="FILE", help="This machine's settings.")
def present(
    content: Path | None,
    talk: str | None,
    listed: bool,
    language: str | None,
    notes: bool,
    room: str,
    windowed: bool,
    size: tuple[int, int] | None,
    settings: Path | None,
) -> int:
    """Give the exhibit as a talk, slide by slide, with notes on a second screen."""
    from kiosk.desk import log
    from kiosk.machine.settings import SettingsError, read_settings

    log.begin()
    try:
        machine = read_settings(settings)
    except SettingsError as error:
        say_all(error.problems)
        return 1
    folder = content or folders.default_content()
    folder, reading = as_it_is(folder)
    exhibit = reading.exhibit
    if exhibit is None:
        return 1
    if language is not None:
        one_of(language, exhibit.exhibit.languages, "language")
    if talk is not None:
        one_of(talk, [each.id for each in exhibit.talks], "talk")
    from kiosk.talk.slides import listing, talk_of

    if listed:
        click.echo("\n".join(listing(exhibit)))
        return 0
    if not has_display():
        raise click.ClickException("there is no display to give a talk on")
    from kiosk.qt.importing import load_plainly

    load_plainly()
    from kiosk import app
    from kiosk.talk import lectern

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window = size or (WINDOW if windowed else None)
    app.application(machine, bare=window is None)
    given = talk_of(exhibit, talk)

    def glimpses(spoken: str, out: Path) -> list[str]:
        program = [sys.executable, "-m", "kiosk.publish.glimpses"]
        return [*program, str(folder), given.id, spoken, str(out)]

    return lectern.run(
        exhibit,
        given,
        partial(app.Kiosk, exhibit, folder, machine, size=window),
        app.live,
        language=language,
        notes=notes or None,
        bright=room == "bright",
        size=window,
        glimpses=glimpses,
    )


def show(
    folder: Path,
    machine: Settings,
    window: tuple[int, int] | None,
    *,
    lobby: bool,
    trouble: str = "",
) -> int:
    """Shows the folder's content, or that the exhibit is closed, until it is told to quit."""
    shown, reading = last_good(folder) if machine.watch else as_it_is(folder)
    from kiosk.qt.importing import load_plainly

    load_plainly()
    from kiosk import app, closed
    from kiosk.desk.intake import Intake
    from kiosk.telling.fonts import NoFonts

    try:
        app.application(machine, bare=window is None)
    except NoFonts:
        code = fail()
        closed.run_closed(machine, window, why="fonts are gone")  # in what letters the system has
        return code
    intake = Intake(folder) if machine.watch else None
    while reading.exhibit is None:
        why = str(next(iter(reading.problems), "the content can't be read"))
        offered = closed.run_closed(machine, window, intake, why=why)
        if offered is None:
            return 1
        shown, reading = offered, read(offered)
    return app.run(
        reading.exhibit,
        shown,
        machine,
        size=window,
        ready=collect_later,
        intake=intake,
        lobby=lobby,
        trouble=trouble,
    )


def collect_later(shown: Kiosk) -> None:
    """Lets Python collect garbage once the first picture is on the screen."""
    from PySide6.QtCore import Qt

    def begin() -> None:
        gc.freeze()
        gc.enable()

    shown.window.frameSwapped.connect(begin, Qt.ConnectionType.SingleShotConnection)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code; no traceback reaches the terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may know ASCII alone
    try:
        code = kiosk.main(arguments, prog_name="kiosk", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return 1
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        said_by = context.command_path if context else "kiosk"
        print(f"{said_by}: {' '.join(error.format_message().split())}", file=sys.stderr)
        return 1
    except click.Abort:
        return 1
    except BrokenPipeError:  # `kiosk check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:
        return fail()
    return int(code or 0)


def fail() -> int:
    """Our fault: the traceback goes to the log, a line that names it to the terminal."""
    from kiosk.desk import log

    if file := log.keep_traceback():
        print(f"kiosk: this is our fault, not yours; what happened is in {file}", file=sys.stderr)
    else:
        traceback.print_exc()
    return OUR_FAULT
