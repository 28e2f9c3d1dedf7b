"""An exhibit's words of the interface: what is wrong with them, and files to write them in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reading.folder import WORDS
from kiosk.exhibit.reading.problem import Finding, did_you_mean, quoted
from kiosk.exhibit.rules.wording import LANGUAGE
from kiosk.machine import folders
from kiosk.telling import wordbook
from kiosk.telling.wordbook import USUAL

FEW = 5
"""The words that are named where some are lacking."""


class NotWritten(Exception):
    """The reason that no file of words was written."""


def lacking_words(exhibit: Exhibit, folder: Path) -> Iterator[Finding]:
    """Languages whose visitors would read another language on buttons: warnings."""
    for number, code in enumerate(exhibit.exhibit.languages):
        lacking = wordbook.lacking(_shipped(), code, exhibit)
        if lacking:
            some = f"{', '.join(lacking[:FEW])}{', …' if len(lacking) > FEW else ''}"
            spoken = exhibit.words.get(code) or wordbook.shipped(_shipped(), code)
            what = f"lacks {some}" if spoken else "has no words"
            hint = f'"kiosk new --words {code} {folder}" writes {WORDS}/{code}.yaml to fill in'
            steps = ("exhibit", "languages", number)
            said = f"the interface {what} in {quoted(code)}; {_instead(code, exhibit)}"
            yield Finding(steps, said, hint, "warning")


def _instead(code: str, exhibit: Exhibit) -> str:
    *others, _ = wordbook.chain_of(code, exhibit)
    return f"those in {' or '.join(quoted(one) for one in reversed(others))} are shown"


def unfit_words(exhibit: Exhibit) -> Iterator[Finding]:
    """Own words that the interface cannot say, and files of words in none of the languages."""
    usual = wordbook.shipped(_shipped(), USUAL)
    languages = exhibit.exhibit.languages
    for code, own in exhibit.words.items():
        if not any(code in (one, one.split("-")[0]) for one in languages):
            hint = did_you_mean(code, languages) or f"the exhibit has {', '.join(languages)}"
            message = f"{quoted(code)} is not a language of the exhibit"
            yield Finding((WORDS, code), message, hint, "warning")
            continue
        for key, word in own.items():
            if fault := wordbook.amiss(key, word, usual):
                hint = "" if key in usual else did_you_mean(key, usual)
                yield Finding((WORDS, code, key), fault, hint)


def write(folder: Path, code: str, exhibit: Exhibit) -> tuple[Path, int]:
    """Writes what a language lacks into its file of the content folder, each word to be filled in.

    What is there stays. Gives the file and how many words it is to have. Raises NotWritten.
    """
    if not LANGUAGE.fullmatch(code):
        raise NotWritten(f"{quoted(code)} is not a language code such as en or zh")
    lacking = wordbook.lacking(_shipped(), code, exhibit)
    if not lacking:
        raise NotWritten(f"no word of the interface is lacking in {quoted(code)}")
    file = folder / WORDS / f"{code}.yaml"
    usual = wordbook.shipped(_shipped(), USUAL)
    try:
        there = file.read_text("utf-8") if file.is_file() else ""
        lines = [line for line in there.splitlines() if _key(line) not in lacking]
        lines += [] if there else [*HEAD.format(code).splitlines()]
        lines += [f"{key}:  # {_told(usual[key])}" for key in lacking]
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(lines) + "\n", "utf-8")
    except (OSError, UnicodeError) as error:
        raise NotWritten(f"{file}: {getattr(error, 'strerror', None) or error}") from None
    return file, len(lacking)


HEAD = """\
# Words of the interface in {0}. Write each behind its key, before the #; in quotes if it has a
# brace, a colon or a #. What stays empty is said in another language. {{0}} is where a value is
# set in. Dates are written as the language does; a key such as day_years: "d. MMMM yyyy" has them
# otherwise. plurals are CLDR's rules for what is counted, as {{one: n = 1}}; each form is a key
# more, as more_sources_one.
"""


def _key(line: str) -> str:
    """The key of a line that nothing but a comment stands behind, "" of any other."""
    key, colon, behind = line.partition(":")
    return key if colon and not behind.partition("#")[0].strip() else ""


def _told(word: object) -> str:
    """A word of `USUAL` as a comment says it."""
    if isinstance(word, str):
        return word
    if isinstance(word, Mapping):
        return json.dumps(dict(word), ensure_ascii=False)
    return json.dumps(word, ensure_ascii=False)


def _shipped() -> Path:
    return folders.resources() / "words"
