"""The commands for whoever writes an exhibit, and has pictures, papers or a site made of it."""

from __future__ import annotations

import atexit
import gc
import os
import shlex
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kiosk.arguments import FILE, Listed, Numbers, Size, content_argument, format_option, one_of
from kiosk.desk.fallback import read, say_all
from kiosk.machine import folders
from kiosk.machine.display import has_display


@click.command()
@click.argument("folder", type=FILE, metavar="DIR")
@click.option("--title", metavar="T", help="Its title; made from the folder's name unless given.")
@click.option("--languages", metavar="L,L", default="en", help="Its languages, such as en,zh.")
@click.option("--words", metavar="L", help="Instead, a file for the buttons' words in a language.")
def new(folder: Path, title: str | None, languages: str, words: str | None) -> int:
    """Write a small whole exhibit to begin from, into a new folder."""
    if words is not None:
        return _words(folder, words)
    from kiosk.workbench import new

    try:
        new.make(folder, [code.strip() for code in languages.split(",")], title)
    except new.NotMade as error:
        raise click.ClickException(str(error)) from None
    preview = shlex.join(["kiosk", "preview", str(folder)])
    print(f"{folder} is an exhibit. To see it while you change it: {preview}")
    return 0


def _words(folder: Path, language: str) -> int:
    """Writes a file for what the interface lacks in a language, into a content folder."""
    from kiosk.workbench import wordsets

    exhibit = read(folder).exhibit
    if exhibit is None:
        return 1
    try:
        file, count = wordsets.write(folder, language, exhibit)
    except wordsets.NotWritten as error:
        raise click.ClickException(str(error)) from None
    print(f"{file}: {count} words to fill in; kiosk check names those that are lacking")
    return 0


@click.command()
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


@click.command()
@content_argument
@format_option
@click.option("--layout", is_flag=True, help="Also lay out every screen as visitors may set it.")
@click.option("--all", "every", is_flag=True, help="With --layout: all of it on glass of any size.")
@click.option("--quick", is_flag=True, help="With --layout: one language and size, in a minute.")
@click.option("--conformance", is_flag=True, help="Report which rules for every visitor it meets.")
@click.option(
    "--settings", type=FILE, metavar="FILE", help="With --conformance: the machine's settings."
)
@click.option(
    "--out",
    type=FILE,
    metavar="PATH",
    help="Where pictures of what the layout shows go, or the report: layout-findings, "
    "conformance.html.",
)
def check(
    content: Path | None,
    format: str,
    layout: bool,
    every: bool,
    quick: bool,
    conformance: bool,
    settings: Path | None,
    out: Path | None,
) -> int:
    """Name every problem of the content, with its file, line and column."""
    if not conformance:
        gc.disable()  # until `check` has read all: nearly nothing of it goes before
        atexit.register(gc.freeze)  # nor is it looked through once more when the process ends
    from kiosk.workbench import check

    if (every or quick) and not layout:
        raise click.UsageError(f"--{'all' if every else 'quick'} goes with --layout")
    if every and quick:
        raise click.UsageError("--quick is not all of it")
    folder = content or folders.default_content()
    if conformance:
        if layout:
            raise click.UsageError("--conformance lays out what it needs; it goes without --layout")
        return _report(folder, settings, out or Path("conformance.html"))
    if settings:
        raise click.UsageError("--settings goes with --conformance")
    findings = (out or Path("layout-findings")) if layout else None
    return check.run(folder, format, findings, every=every, brief=quick)


def _report(folder: Path, settings: Path | None, out: Path) -> int:
    """Answers the rules for every visitor, as the machine's settings have it."""
    from kiosk.machine.settings import SettingsError, read_settings

    try:
        machine = read_settings(settings)
    except SettingsError as error:
        say_all(error.problems)
        return 1
    exhibit = read(folder).exhibit
    if exhibit is None:
        return 1
    from kiosk.workbench.conformance import report

    try:
        return report.run(exhibit, folder, machine, out)
    except OSError as error:
        raise click.ClickException(f"{out}: {error.strerror or error}") from None


@click.command()
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


@click.command()
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


@click.command()
@content_argument
@click.option("--out", type=FILE, required=True, metavar="DIR", help="Where the files go.")
@click.option(
    "--as", "kind", type=click.Choice(["png", "pdf", "web", "talk", "slides"]), default="png"
)
@click.option("--language", metavar="L", help="One language instead of all.")
@click.option("--size", type=Size(), help="One size instead of 1920x1080 and 1080x1920.")
@click.option("--text", type=click.Choice(["100", "125", "150", "200"]), default="100")
@click.option("--paper", type=click.Choice(["a4", "letter", "a3"]), help="One size of paper.")
@click.option(
    "--only", type=Listed(), help="Of pdf these papers or parts; of slides pdf, pptx, png."
)
@click.option("--talk", metavar="ID", help="Of talk or slides: which; the first unless given.")
@click.option("--slides", type=Numbers(), help="Of talk or slides: these alone.")
def render(
    content: Path | None,
    out: Path,
    kind: str,
    language: str | None,
    size: tuple[int, int] | None,
    text: str,
    paper: str | None,
    only: tuple[str, ...] | None,
    talk: str | None,
    slides: tuple[int, ...] | None,
) -> int:
    """Draw every screen, print papers, write a talk's slides or a site; needs no display."""
    if (talk or slides) and kind not in ("talk", "slides"):
        raise click.UsageError("--talk and --slides go with --as talk and --as slides")
    if only:
        _check_files(kind, only)
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
    wanted = media.Wanted(languages, size, int(text), paper, talk, slides or (), only or ())
    whole = media.write(kind, reading.exhibit, folder, out, wanted)
    return 0 if whole and not (reading.problems or faults.seen) else 1


def _check_files(kind: str, only: Sequence[str]) -> None:
    """Fails unless these are papers, or parts of one, or forms of slides."""
    if kind == "pdf":
        from kiosk.publish.paper.files import NAMES

        known, what = NAMES, "paper"
    elif kind == "slides":
        from kiosk.publish.slideshow import FORMS

        known, what = FORMS, "form"
    else:
        raise click.UsageError("--only goes with --as pdf and --as slides")
    for name in only:
        one_of(name, known, what)


@click.command()
@content_argument
@click.option("--soak", is_flag=True, help="Instead, what whole visits leave behind in memory.")
@click.option("--scale", is_flag=True, help="Instead, what grows with 200 to 10,000 records.")
@click.option(
    "--visits", type=click.IntRange(36, 100_000), default=200, help="With --soak: how many; 200."
)
@click.option(
    "--out",
    type=FILE,
    default=Path("soak.svg"),
    metavar="FILE",
    help="With --soak: its graph; soak.svg unless given.",
)
def bench(content: Path | None, soak: bool, scale: bool, visits: int, out: Path) -> int:
    """Measure start-up, memory and frame times on this machine."""
    from kiosk.workbench.bench import bench

    folder = content or folders.default_content()
    if read(folder).exhibit is None:
        return 1
    if scale:
        return bench.scale(folder)
    return bench.soak(folder, visits, out) if soak else bench.run(folder)


@click.command()
@content_argument
@click.option(
    "--out", type=FILE, metavar="DIR", help="Where the exhibit looks for it, if not given."
)
@click.option(
    "--settings", type=FILE, metavar="FILE", help="The machine's settings: its narrators."
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Texts at once; as many as processors.")
def narrate(content: Path | None, out: Path | None, settings: Path | None, jobs: int | None) -> int:
    """Have all that the exhibit says said into files, ahead; a second run says what has changed."""
    from kiosk.machine.settings import SettingsError, read_settings

    try:
        machine = read_settings(settings)
    except SettingsError as error:
        say_all(error.problems)
        return 1
    reading = read(content or folders.default_content())
    if reading.exhibit is None:
        return 1
    from kiosk.speech import narrating
    from kiosk.speech.voicings import spoken_folder

    lines = narrating.lines_of(reading.exhibit, machine, folders.resources() / "words")
    narrators = {line.narrator for line in lines}
    if lacking := sorted({one.lacking for one in narrators} - {""}):
        hint = "install it, or name another in the settings: speech: {narrators: {…}}"
        raise click.ClickException(f"there is no {', no '.join(lacking)} on this machine; {hint}")
    if not narrating.packs():
        print("there is no opusenc on this machine: files stay WAV, seventeen times as large")
    where = out or spoken_folder(machine)
    try:
        with click.progressbar(length=len(lines), label=str(where)) as bar:
            done = narrating.narrate(
                lines, where, jobs or os.cpu_count() or 1, lambda: bar.update(1)
            )
    except OSError as error:
        raise click.ClickException(f"{where}: {error.strerror or error}") from None
    for failure in done.failures[:MOST_FAILURES]:
        print(f"not said: {failure}", file=sys.stderr)
    said = f"{done.texts} of {len(lines)} texts, {done.size / 1e6:.1f} MB, {done.made} made now"
    print(f"{where}: {said}")
    return 1 if done.failures else 0


MOST_FAILURES = 10
"""The failures that are told one by one."""

COMMANDS = (new, schema, check, at, preview, narrate, render, bench)
