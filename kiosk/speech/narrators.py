"""Narrators: programs that say texts of one language into files, and how names sound to them."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from kiosk.exhibit.model import UNSTATED, Exhibit, Formation, Person, Place, Term
from kiosk.machine import folders
from kiosk.machine.settings import Settings
from kiosk.speech.numerals import numbers_said

LONGEST_S = 120
"""The seconds after which a program has said a text, or never will."""

USUAL = {
    "zh": "espeak-ng -v cmn-latn-pinyin -s 195 -w {file} --stdin",
    "en": "espeak-ng -v en -s 165 -w {file} --stdin",
}
"""The programs of languages whose tempo was measured: 240 characters, 165 words a minute."""

OTHERS = "espeak-ng -v {language} -w {{file}} --stdin"

READS_PINYIN = "pinyin"
"""The word in a command of a narrator who reads pinyin as Chinese."""


class NotSaid(Exception):
    """The reason, in one line, that a narrator has not said something."""


@dataclass(frozen=True)
class Narrator:
    """A program of a language: it reads a text from its input and writes a WAV into `{file}`."""

    language: str
    command: str

    @property
    def lacking(self) -> str:
        """The program, if this machine lacks it; else ""."""
        program = shlex.split(self.command)[0]
        return "" if shutil.which(program) else program

    def say(self, text: str, file: Path) -> None:
        """Has a text said into a file; raises NotSaid."""
        words = [word.replace("{file}", str(file)) for word in shlex.split(self.command)]
        try:
            done = subprocess.run(
                words,
                input=text.encode(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                timeout=LONGEST_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise NotSaid(f"{words[0]} takes longer than {LONGEST_S} s") from None
        except OSError as error:
            raise NotSaid(f"{words[0]}: {error.strerror or error}") from None
        said = done.stderr.decode(errors="replace").strip().split("\n")[-1]
        if done.returncode or not file.is_file() or not file.stat().st_size:
            raise NotSaid(f"{words[0]} wrote nothing{f': {said}' if said else ''}")


def narrator_of(settings: Settings, language: str) -> Narrator:
    """The narrator that the settings have for a language, else the usual one."""
    usual = USUAL.get(language.split("-")[0]) or OTHERS.format(language=language)
    return Narrator(language, settings.speech.narrators.get(language, usual))


class Pronunciation:
    """The sound of names and numbers, put in the place of their letters before they are said.

    A name has the sound that content gives it in the narrator's language; to one who reads pinyin
    Chinese names, and words that it is known to read wrongly, are given in that.
    """

    def __init__(self, exhibit: Exhibit, narrator: Narrator) -> None:
        self._language = narrator.language
        known = _words_in_pinyin() if READS_PINYIN in narrator.command else {}
        self._sounds = {**known, **_sounds(exhibit, narrator)}
        longest = sorted(self._sounds, key=len, reverse=True)
        names = "|".join(map(re.escape, longest))
        self._names = re.compile(f"(?<![A-Za-z])(?:{names})(?![A-Za-z])") if longest else None

    def said(self, text: str) -> str:
        """The text as the narrator is to read it."""
        if self._names:
            text = self._names.sub(lambda name: self._sounds[name[0]], text)
        return numbers_said(text, self._language)


def _sounds(exhibit: Exhibit, narrator: Narrator) -> Mapping[str, str]:
    found: dict[str, str] = {}
    language, reads_pinyin = narrator.language, READS_PINYIN in narrator.command
    named: tuple[Person | Term | Place | Formation, ...]
    named = (*exhibit.people, *exhibit.terms, *exhibit.places, *exhibit.formations)
    for record in named:
        name = record.name.in_(language)
        said = record.spoken.root if record.spoken else {}
        sound = said.get(language) or said.get(UNSTATED)
        pinyin = getattr(record, "pinyin", None)
        if sound:
            found[name] = sound
        elif pinyin and reads_pinyin and pinyin.replace(" ", "").replace("-", "").isalpha():
            found[name] = _apart(pinyin.replace("-", " ").lower())
    return found


def _words_in_pinyin() -> Mapping[str, str]:
    file = folders.resources() / "sounds" / "pinyin.yaml"
    table = yaml.safe_load(file.read_text("utf-8"))
    return {word: _apart(pinyin) for word, pinyin in table.items()}


def _apart(pinyin: str) -> str:
    return f" {pinyin} "
