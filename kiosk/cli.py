"""The commands of `kiosk`, one short function each.

Exit 0; 1 for a problem of content or use, one line each; 3 where we failed, the log says how.
Qt is imported by the commands that draw, when they are called.
"""

from __future__ import annotations

import gc
import io
import logging
import os
import shlex
import signal
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk.arguments import (
    FILE,
    Numbers,
    Size,
    content_argument,
    format_option,
    one_of,
)
from kiosk.desk.fallback import as_it_is, last_good, read, say_all
from kiosk.machine import folders
from kiosk.machine.display import WAIT_S, await_display, has_display
from kiosk.machine.service import is_listening
from kiosk.upkeep import COMMANDS

if TYPE_CHECKING:
    from kiosk.app import Kiosk
    from kiosk.machine.settings import Settings

WINDOW = (1280, 720)
OUR_FAULT = 3


@click.group()
@click.version_option(package_name="campaign-kiosk", message="%(version)s")
def kiosk() -> None:
    """A touch-screen exhibit of a military campaign, from a folder of YAML (CONTENT)."""


for upkeep in COMMANDS:
    kiosk.add_command(upkeep)


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
    if not has_display():
        raise click.ClickException("there is no display to give a talk on")
    from kiosk import app
    from kiosk.talk import lectern
    from kiosk.talk.slides import talk_of

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window = size or (WINDOW if windowed else None)
    app.application(machine, bare=window is None)
    return lectern.run(
        exhibit,
        talk_of(exhibit, talk),
        partial(app.Kiosk, exhibit, folder, machine, size=window),
        app.live,
        language=language,
        notes=notes or None,
        bright=room == "bright",
        size=window,
    )


@kiosk.command()
@click.argument("folder", type=FILE, metavar="DIR")
@click.option("--title", metavar="T", help="Its title; made from the folder's name unless given.")
@click.option("--languages", metavar="L,L", default="en", help="Its languages, such as en,zh.")
def new(folder: Path, title: str | None, languages: str) -> int:
    """Write a small whole exhibit to begin from, into a new folder."""
    from kiosk.workbench import new

    try:
        new.make(folder, [code.strip() for code in languages.split(",")], title)
    except new.NotMade as error:
        raise click.ClickException(str(error)) from None
    preview = shlex.join(["kiosk", "preview", str(folder)])
    print(f"{folder} is an exhibit. To see it while you change it: {preview}")
    return 0


@kiosk.command()
@content_argument
@click.option("--as", "kind", type=click.Choice(["json", "markdown"]), default="json")
@click.option("--out", type=FILE, metavar="FILE", help="A file instead of the terminal.")
def schema(content: Path | None, kind: str, out: Path | None) -> int:
    """Say what content may hold, for editors that complete YAML, or as a reference.

    With CONTENT, editors also complete its ids.
    """
    from kiosk.workbench import reference, schema

    if content and kind == "markdown":
        raise click.ClickException("the reference is the same for all content; name none")
    exhibit = read(content).exhibit if content else None
    if content and exhibit is None:
        return 1
    text = reference.reference() if kind == "markdown" else schema.as_json(exhibit)
    if out is None:
        print(text, end="")
        return 0
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror or error}") from None
    return 0


@kiosk.command()
@content_argument
@format_option
@click.option("--layout", is_flag=True, help="Also lay out every screen as visitors may set it.")
@click.option("--all", "every", is_flag=True, help="With --layout: all of it on glass of any size.")
@click.option(
    "--out",
    type=FILE,
    default=Path("layout-findings"),
    metavar="DIR",
    help="Where pictures of what the layout shows go; layout-findings unless given.",
)
def check(content: Path | None, format: str, layout: bool, every: bool, out: Path) -> int:
    """Name every problem of the content, with its file, line and column."""
    from kiosk.workbench import check

    if every and not layout:
        raise click.UsageError("--all goes with --layout")
    folder = content or folders.default_content()
    return check.run(folder, format, out if layout else None, every=every)


@kiosk.command()
@click.argument("when")
@content_argument
@format_option
def at(when: str, content: Path | None, format: str) -> int:
    """Say who is where at a moment: WHEN is local time of the campaign."""
    from kiosk.workbench import whereabouts

    reading = read(content or folders.default_content())
    if reading.exhibit is None:
        return 1
    try:
        moment = whereabouts.moment_of(reading.exhibit, when)
    except whereabouts.NoSuchMoment as error:
        raise click.ClickException(str(error)) from None
    answer = whereabouts.as_json if format == "json" else whereabouts.as_text
    print(answer(reading.exhibit, moment))
    return 1 if reading.problems else 0


@kiosk.command()
@content_argument
@click.option("--size", type=Size(), default="1280x720", help="The window's size.")
@click.option("--language", metavar="L", help="The language to begin with.")
def preview(content: Path | None, size: tuple[int, int], language: str | None) -> int:
    """Show the content in a window that follows every save."""
    if not has_display():
        raise click.ClickException("there is no display to open a window on")
    from kiosk.workbench import preview

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return preview.run(content or folders.default_content(), size, language)


@kiosk.command()
@content_argument
@click.option("--out", type=FILE, required=True, metavar="DIR", help="Where the files go.")
@click.option("--as", "kind", type=click.Choice(["png", "pdf", "web", "talk"]), default="png")
@click.option("--language", metavar="L", help="One language instead of all.")
@click.option("--size", type=Size(), help="One size instead of 1920x1080 and 1080x1920.")
@click.option("--text", type=click.Choice(["100", "125", "150", "200"]), default="100")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="One paper instead of both.")
@click.option("--talk", metavar="ID", help="With --as talk: which; the first unless given.")
@click.option("--slides", type=Numbers(), help="With --as talk: these alone.")
def render(
    content: Path | None,
    out: Path,
    kind: str,
    language: str | None,
    size: tuple[int, int] | None,
    text: str,
    paper: str | None,
    talk: str | None,
    slides: tuple[int, ...] | None,
) -> int:
    """Draw every screen, print handouts, poster or a talk, or write a site; needs no display."""
    if (talk or slides) and kind != "talk":
        raise click.UsageError("--talk and --slides go with --as talk")
    from kiosk.desk import log
    from kiosk.publish import media

    log.begin()
    faults = log.Faults()
    folder = content or folders.default_content()
    reading = read(folder)
    if reading.exhibit is None:
        return 1
    spoken = reading.exhibit.exhibit.languages
    if language is not None and language not in spoken:
        raise click.ClickException(f'"{language}" is not one of its languages: {", ".join(spoken)}')
    languages = (language,) if language else spoken
    if talk is not None:
        one_of(talk, [each.id for each in reading.exhibit.talks], "talk")
    wanted = media.Wanted(languages, size, int(text), paper, talk, slides or ())
    whole = media.write(kind, reading.exhibit, folder, out, wanted)
    return 0 if whole and not (reading.problems or faults.seen) else 1


@kiosk.command()
@content_argument
def bench(content: Path | None) -> int:
    """Measure start-up, memory and frame times on this machine."""
    from kiosk.workbench.bench import bench

    folder = content or folders.default_content()
    if read(folder).exhibit is None:
        return 1
    return bench.run(folder)


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
    given = (reading.exhibit, shown, machine, window, collect_later, intake)
    return app.run(*given, lobby=lobby, trouble=trouble)


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
