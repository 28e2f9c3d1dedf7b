"""Follow content/README.md step by step, and draw its pictures as its reader would see them.

    python resources/pictures/guide.py

A picture is named by its step, the screen as `kiosk render` names it and, unless it is en, the
language: 10-phases-1.zh.webp is drawn upright from the exhibit that was made last.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "content" / "README.md"

ACROSS, UPRIGHT = (1280, 720), (720, 1280)
WIDTH_PX = {ACROSS: 960, UPRIGHT: 540}
QUALITY = 82

_PART = re.compile(
    r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$|^!\[[^\]]+\]\((?P<picture>[^)]+)\)$",
    re.MULTILINE | re.DOTALL,
)
_FILE = re.compile(r"`((?:\.\./)?[\w/]+\.(?:yaml|svg|csv))`")


def follow(
    folder: Path, enter: Callable[[str, str], None], draw: Callable[[Path, Path], None]
) -> None:
    """Does in `folder` what the guide says.

    Files are written and changed; `enter` is given each command with what the guide says that it
    answers, `draw` each picture with the exhibit that it shows. Raises ValueError where a line to
    change is not there once.
    """
    text, exhibit = GUIDE.read_text("utf-8"), folder
    for part in _PART.finditer(text):
        kind, body = part["kind"], part["text"]
        if kind == "console":
            command, _, answer = body.removeprefix("$ ").partition("\n")
            enter(command, answer)
            if command.startswith("kiosk new "):
                exhibit = folder / shlex.split(command)[2]
        elif kind:
            file = exhibit / _FILE.findall(text, 0, part.start())[-1]
            if kind == "diff":
                _change(file, body)
            else:
                file.parent.mkdir(exist_ok=True)
                file.write_text(body, "utf-8")
        else:
            draw((GUIDE.parent / part["picture"]).resolve(), exhibit)


def _change(file: Path, diff: str) -> None:
    """Puts the lines with + where those with - are."""
    old, new = (
        "\n".join(line[1:] for line in diff.splitlines() if line[0] == sign) for sign in "-+"
    )
    text = file.read_text("utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{file.name} does not hold once:\n{old}")
    file.write_text(text.replace(old, new), "utf-8")


def _kiosk(*arguments: str | Path, within: Path) -> None:
    subprocess.run([sys.executable, "-m", "kiosk", *map(str, arguments)], cwd=within, check=True)


def _draw(picture: Path, exhibit: Path) -> None:
    """Writes the picture of the exhibit's screen that its name asks for."""
    screen, _, language = picture.stem.partition("-")[2].partition(".")
    size = UPRIGHT if language else ACROSS
    language = language or "en"
    with tempfile.TemporaryDirectory() as folder:
        out, extent = Path(folder), "x".join(map(str, size))
        _kiosk(
            *("render", exhibit, "--out", out, "--size", extent, "--language", language),
            within=out,
        )
        (drawn,) = out.glob(f"[0-9][0-9]-{screen}.{language}.{extent}.png")
        image = QImage(str(drawn))
    smooth = Qt.TransformationMode.SmoothTransformation
    image.scaledToWidth(WIDTH_PX[size], smooth).save(str(picture), quality=QUALITY)
    print(f"{picture.name}: {picture.stat().st_size // 1000} kB")


def main() -> None:
    """Draw the pictures anew."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)

        def enter(command: str, _: str) -> None:
            if command.startswith("kiosk new "):
                _kiosk(*shlex.split(command)[1:], within=folder)

        follow(folder, enter, _draw)


if __name__ == "__main__":
    main()
