"""Texts as they are spoken: cleaned, cut into sentences and breaths, each of one narrator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kiosk.exhibit.writing import WIDE, is_wide
from kiosk.telling.words import Phrases

SILENT = re.compile(r"[\u2060\u00ad\u200a\u200b]|\[\d+\](?=</a>)|<[^>]*>")
"""Joiners, hair spaces, marks and the numbers of sources, which have no sound."""

PAUSES = re.compile(r"\s*[·•›‹—→]+\s*|\s+[–-]\s+")
"""Signs that are a pause in a sentence."""

ENDED = re.compile(r"(?<=[.!?。！？])\s*[·•—]+\s*")
"""Signs that are none, after a sentence."""

BREAKS = re.compile(r"(?<=[^\s,:;.?!。，：；？！؛])\s*\n+\s*")
"""Ends of lines, of which each is a thing of its own."""

HEADED = re.compile(r"(?<=[^\s,:;.?!。，：；？！])[^\S\n]{2,}\s*(?=\S)")
"""The wide space between a heading and what it heads."""

BRACKETS = " ()（）"

ENDS = ".,:;。，：；،؛"
"""Signs at an end that change nothing in how it sounds."""

_SENTENCE = re.compile(
    r"(?<=[.!?…])(?<!\bNo\.)(?<!\bSt\.)(?<!\b[A-Z]\.)\s+|(?<=[。！？])(?![”’」）])"
)
_CLAUSE = re.compile(r"(?<=[,:;،؛])\s+|(?<=[，：；])|\s*[()（）]\s*")


@cache
def _wide_run() -> re.Pattern[str]:
    """The pattern of what is written by character, with its signs; made for who listens."""
    return re.compile(f"[{WIDE}][{WIDE}\\d\\s，、：；。！？“”‘’《》（）·]*")


def same(text: str) -> str:
    """The text that stands for all that sound as `text` does."""
    return text.casefold().strip().rstrip(ENDS).strip()


@dataclass(frozen=True)
class Breath:
    """A text that one narrator says at once, by the code of the narrator's language."""

    language: str
    text: str

    @property
    def key(self) -> str:
        """The text that stands for all that sound alike."""
        return same(self.text)


@dataclass(frozen=True)
class Sentence:
    """A sentence as it is read while it is heard, and the breaths that say it."""

    text: str
    breaths: tuple[Breath, ...]


def cleaned(text: str, phrases: Phrases) -> str:
    """`text` as a narrator reads it: no joiners, signs as words, pauses as commas."""
    text = SILENT.sub("", text)
    for sign, said in phrases.words["said_as"].items():
        text = re.sub(sign, said, text)
    text = ENDED.sub(" ", text)
    if "—" in text:
        text = text.replace(" · ", "\n")
    text = HEADED.sub(phrases.say("told_of", "", ""), text)
    text = BREAKS.sub(str(phrases.words["semicolon"]), text)
    text = PAUSES.sub(str(phrases.words["comma"]), text)
    return " ".join(text.split())


def sentences_of(text: str) -> list[str]:
    """The sentences of a cleaned text."""
    return [part for part in map(str.strip, _SENTENCE.split(text)) if _sounds(part)]


def clauses_of(text: str) -> list[tuple[int, int]]:
    """The parts of a sentence between commas, colons and brackets, by their begin and end."""
    found, start = [], 0
    for begin, end in [*(cut.span() for cut in _CLAUSE.finditer(text)), (len(text), len(text))]:
        if _sounds(text[start:begin]):
            found.append((start, begin))
        start = end
    return found


class Speller:
    """Cuts texts into sentences and breaths.

    In an exhibit of several languages what is written by character is said by the narrator of one
    that is, a sentence that is not, by one that is not: none spells letters that it does not know.
    """

    def __init__(self, phrases: Phrases, every: Sequence[Phrases]) -> None:
        self._phrases, self._lead = phrases, phrases.language
        wide = self._by_character = {
            one.language for one in (phrases, *every) if is_wide(one.say("language_name"))
        }
        codes = [self._lead, *(one.language for one in every)]
        self._wide = next((code for code in codes if code in wide), self._lead)
        self._narrow = next((code for code in codes if code not in wide), self._lead)

    def sentences(self, text: str) -> Iterator[Sentence]:
        """The sentences of a text as it is shown."""
        for sentence in sentences_of(cleaned(text, self._phrases)):
            yield Sentence(sentence, tuple(self._breaths(sentence)))

    def _breaths(self, sentence: str) -> Iterator[Breath]:
        """The stretches of a sentence that belong to one narrator."""
        end = 0
        for run in _wide_run().finditer(sentence) if self._wide != self._lead else ():
            yield from self._own(sentence[end : run.start()])
            yield Breath(self._wide, run[0].strip())
            end = run.end()
        yield from self._own(sentence[end:])

    def _own(self, text: str) -> Iterator[Breath]:
        """The rest, by the visitor's narrator: whole, but for clauses in other letters."""
        if self._lead not in self._by_character:
            yield from _said(self._lead, text)
            return
        start = 0
        for begin, end in clauses_of(text):
            clause = text[begin:end]
            if any(map(str.isalpha, clause)) and not is_wide(clause):
                yield from _said(self._lead, text[start:begin])
                yield from _said(self._narrow, clause)
                start = end
        yield from _said(self._lead, text[start:])


def _said(language: str, text: str) -> Iterator[Breath]:
    if _sounds(text):
        yield Breath(language, text.strip(BRACKETS))


def clauses(breath: Breath) -> tuple[Breath, ...]:
    """The clauses of a breath, each a breath."""
    text = breath.text
    return tuple(Breath(breath.language, text[a:b].strip()) for a, b in clauses_of(text))


def joined(parts: Iterable[str], say: Callable[..., str]) -> str:
    """Parts as sentences, by the word `sentence` of a language."""
    whole = (part.strip() for part in parts)
    return "".join(_closed(part, say) for part in whole if part).strip()


def _closed(part: str, say: Callable[..., str]) -> str:
    if part[-1] in ".!?…":
        return f"{part} "
    return part if part[-1] in "。！？" else say("sentence", part)


def _sounds(text: str) -> bool:
    return any(map(str.isalnum, text))
