"""The commands for whoever looks after a machine on a floor."""

from __future__ import annotations

import time
from pathlib import Path

import click

from kiosk.arguments import FILE, content_argument, format_option, one_of


@click.command()
@click.option("--from", "source", type=FILE, metavar="WHAT", help="A wheel, or a source folder.")
@click.option("--wheels", type=FILE, metavar="DIR", help="All that it needs, without a network.")
@click.option("--content", type=FILE, metavar="DIR", help="The exhibit; /srv/kiosk suits.")
@click.option("--read-only", is_flag=True, help="Nothing is written but in /var/lib/kiosk.")
@click.option("--bundle", type=FILE, metavar="DIR", help="Pack all for a machine without network.")
@click.option("--debian", type=int, default=13, help="The Debian of that machine; 13 unless given.")
@click.option("--back", is_flag=True, help="Take the version of the software before.")
@click.option("--remove", is_flag=True, help="Take all of it off the machine.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--root", type=FILE, default=Path("/"), metavar="DIR", help="A system in a folder.")
def deploy(
    source: Path | None,
    wheels: Path | None,
    content: Path | None,
    read_only: bool,
    bundle: Path | None,
    debian: int,
    back: bool,
    remove: bool,
    dry: bool,
    root: Path,
) -> int:
    """Make this Debian an exhibit that starts with the machine; again without harm."""
    from kiosk.desk.deploy import deploy
    from kiosk.desk.deploy.machine import Failed, Machine
    from kiosk.desk.deploy.plan import Wanted

    if (back, remove, bool(bundle)).count(True) > 1:
        raise click.UsageError("--back, --remove and --bundle are three things")
    machine = Machine(root)
    wanted = Wanted(str(content.absolute()) if content else "", None, wheels, read_only)
    try:
        if bundle:
            deploy.bundle(machine, source, bundle, debian)
        elif remove:
            deploy.remove(machine, dry=dry)
        elif back:
            deploy.go_back(machine, dry=dry)
        else:
            deploy.deploy(machine, wanted, source, dry=dry)
    except Failed as error:
        raise click.ClickException(str(error)) from None
    return 0


@click.command()
@click.option("--settings", type=FILE, metavar="FILE", help="This machine's settings.")
def keys(settings: Path | None) -> int:
    """Print each press of a keyboard or keypad: code, keysym, key, what it means; Ctrl+C ends."""
    import signal
    import sys

    from kiosk.machine.display import has_display
    from kiosk.machine.settings import SettingsError, read_settings

    try:
        keymap = read_settings(settings).keymap
    except SettingsError as error:
        print("\n".join(map(str, error.problems)), file=sys.stderr)
        return 1
    if not has_display():
        raise click.ClickException("there is no display that would hear keys")
    from PySide6.QtGui import QGuiApplication

    from kiosk.desk.keys import KeyWindow

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = QGuiApplication(["kiosk keys"])
    window = KeyWindow(keymap, lambda line: print(line, flush=True))
    window.show()
    return app.exec()


@click.command()
@format_option
@click.option("--metrics", type=FILE, metavar="FILE", help="Also as OpenMetrics, into a file.")
def doctor(format: str, metrics: Path | None) -> int:
    """Say what is right and wrong on this machine, and what to do."""
    from kiosk.desk.doctor import doctor
    from kiosk.desk.doctor.finding import Probe, State
    from kiosk.machine import folders, whole

    now = time.time()
    found = doctor.examine(Probe(Path("/"), folders.exhibits_state_folder(), now=now))
    print(doctor.as_json(found) if format == "json" else doctor.as_text(found))
    if metrics:
        try:
            whole.write(metrics, doctor.as_metrics(found, now))
        except OSError as error:
            raise click.ClickException(f"{metrics}: {whole.reason(error)}") from None
    return 1 if any(one.state is State.BAD for one in found) else 0


@click.command()
@click.option("--knock", metavar="N,N", help="Corners, 1 upper left, clockwise; else by chance.")
def staff(knock: str | None) -> int:
    """Set the PIN of the staff gate, and the corners to touch before it is asked for."""
    from kiosk.desk.deploy.machine import Failed, Machine
    from kiosk.desk.staff import secret
    from kiosk.desk.staff.knock import made
    from kiosk.machine import whole

    try:
        Machine().must_keep("kiosk staff")
    except Failed as error:
        raise click.ClickException(str(error)) from None
    pin = click.prompt("PIN, 4 to 8 digits", hide_input=True, confirmation_prompt="Once more")
    try:
        corners = tuple(int(one) for one in knock.split(",")) if knock else made()
        path = secret.write(pin, corners)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    except ImportError:
        raise click.ClickException(
            "argon2-cffi is not installed: pip install argon2-cffi"
        ) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {whole.reason(error)}") from None
    names = ("upper left", "upper right", "lower right", "lower left")
    print("The corners, one after the other, within two seconds each:")
    print("\n".join(f"  {at}. {names[one - 1]}" for at, one in enumerate(corners, 1)))
    print(f"Kept in {path}. The exhibit takes it when it starts: systemctl restart kiosk")
    return 0


@click.command()
@content_argument
@click.option("--out", type=FILE, required=True, metavar="DIR", help="Where the page and CSV go.")
@click.option("--language", metavar="L", help="The language of the page; the first unless given.")
def report(content: Path | None, out: Path, language: str | None) -> int:
    """Write what visitors did, as a page to print and as CSV."""
    from kiosk.desk import reporting
    from kiosk.desk.fallback import read
    from kiosk.machine import folders
    from kiosk.telling.wordbook import words

    exhibit = read(content or folders.default_content()).exhibit
    if exhibit is None:
        return 1
    if language is not None:
        one_of(language, exhibit.exhibit.languages, "language")
    spoken = {
        code: words(folders.resources() / "words", code, exhibit)
        for code in exhibit.exhibit.languages
    }
    try:
        written = reporting.write(exhibit, out, language or exhibit.exhibit.languages[0], spoken)
    except reporting.NoReport as why:
        raise click.ClickException(str(why)) from None
    print("\n".join(map(str, written)))
    return 0


COMMANDS = (deploy, doctor, keys, staff, report)
