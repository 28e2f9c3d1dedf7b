"""`kiosk new`: a small whole exhibit to begin from, in any languages."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

import yaml

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.problem import quoted
from kiosk.exhibit.rules.wording import LANGUAGE
from kiosk.machine import folders
from kiosk.workbench.plain import inline
from kiosk.workbench.schema import as_json

SPOKEN = ("en", "zh")
"""The languages that the example is written in; in any other the first stands, marked."""

ID, TITLE, LANGUAGES = "id: new-exhibit", "New exhibit", "languages: [en, zh]"
"""The lines in which a new exhibit differs from the example."""

WIDTH = 96
"""The length that a line may have where a text can be folded."""

_TEXT = re.compile(
    r"^(?P<key> *(?:- )?\w+:)(?P<comment> +#.*)?\n +en: (?P<en>\".*\")\n +zh: (?P<zh>\".*\")\n",
    re.MULTILINE,
)


class NotMade(Exception):
    """The reason that no exhibit was made."""


def make(folder: Path, languages: Sequence[str], title: str | None = None) -> None:
    """Writes the example into `folder`, which may be there if it is empty, and its schema.

    The id, and the title if none is given, are made from the folder's name. Raises NotMade.
    """
    for place, code in enumerate(languages):
        if not LANGUAGE.fullmatch(code):
            raise NotMade(f"{quoted(code)} is not a language code such as en or zh")
        if code in languages[:place]:
            raise NotMade(f"{quoted(code)} is here a second time")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise NotMade(f"{folder} is not empty; name a new folder")
        _write(folder, languages, title or _title(folder))
    except FileExistsError:
        raise NotMade(f"{folder} is a file; name a new folder") from None
    except OSError as error:
        raise NotMade(f"{error.filename or folder}: {error.strerror or error}") from None


def _write(folder: Path, languages: Sequence[str], title: str) -> None:
    example = folders.resources() / "new"
    for path in sorted(path for path in example.rglob("*") if path.is_file()):
        written = folder / path.relative_to(example)
        written.parent.mkdir(exist_ok=True)
        text = path.read_text("utf-8")
        if path.suffix == ".yaml":
            text = _TEXT.sub(lambda found: _texts(found, languages, title), text)
            text = text.replace(ID, f"id: {_id(folder)}")
            text = text.replace(LANGUAGES, f"languages: [{', '.join(languages)}]")
        written.write_text(text, "utf-8")
    (folder / ".vscode" / "schema.json").write_text(as_json(read_exhibit(folder).exhibit), "utf-8")


def _texts(found: re.Match[str], languages: Sequence[str], title: str) -> str:
    """A text of the example in the languages asked for: plain in one, else a line for each."""
    key, comment = found["key"], found["comment"] or ""
    column = key.index(key.lstrip(" -"))
    below = column if len(languages) == 1 else column + 2
    said = {code: yaml.safe_load(found[code]) for code in SPOKEN}
    first = said[SPOKEN[0]]
    if first == TITLE:
        said = dict.fromkeys(languages, title)
    texts = [_value(said.get(code, f"({code}) {first}"), below) for code in languages]
    if len(texts) == 1:
        at = len(key) + len(comment) - len(comment.lstrip())
        return f"{key} {texts[0]}".ljust(at) + comment.lstrip() + "\n"
    lines = [f"{' ' * below}{code}: {text}\n" for code, text in zip(languages, texts, strict=True)]
    return f"{key}{comment}\n{''.join(lines)}"


def _value(text: str, column: int) -> str:
    """A text as the value of a key in `column`, folded if it is long and has spaces for it."""
    value = inline(text)
    if len(value) + column <= WIDTH or text.count(" ") < len(text) / 20:
        return value
    return f">-\n{textwrap.indent(textwrap.fill(text, WIDTH - column - 2), ' ' * (column + 2))}"


def _title(folder: Path) -> str:
    name = re.sub(r"[-_ ]+", " ", folder.resolve().name).strip() or TITLE
    return name[0].upper() + name[1:]


def _id(folder: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-")[:64] or "exhibit"
