"""Rules on the exhibit's texts: their languages and their length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.exhibit.draft import Draft
from kiosk.exhibit.model import UNSTATED
from kiosk.exhibit.problem import Finding, Steps, did_you_mean, quoted

LINE_WORDS, LINE_CHARACTERS = 12, 24
PANEL_WORDS, PANEL_CHARACTERS = 75, 120
SENTENCE_WORDS = 25
"""Lengths that a visitor reads in passing: words, and characters where a script has no spaces."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def languages(draft: Draft) -> Iterator[Finding]:
    """Language codes are well formed, each once."""
    if draft.title is None:
        return
    seen: set[str] = set()
    for number, code in enumerate(draft.title.languages):
        steps = ("exhibit", "languages", number)
        if not _LANGUAGE.fullmatch(code):
            yield Finding(
                steps,
                f"{quoted(code)} is not a language code",
                "two or three small letters, as in BCP 47",
            )
        elif code in seen:
            yield Finding(steps, f"{quoted(code)} is here a second time")
        seen.add(code)


def untranslated(draft: Draft) -> Iterator[Finding]:
    """Every text is there in every language of the exhibit, and in no other."""
    if draft.title is None:
        return
    languages = tuple(dict.fromkeys(draft.title.languages))
    for steps, words in draft.words:
        if UNSTATED in words.root and len(languages) > 1:
            yield Finding(
                steps, "is written in one language only", f"write it in {', '.join(languages)}"
            )
            continue
        for code, text in words.root.items():
            at = (*steps, code) if code != UNSTATED else steps
            if code not in (*languages, UNSTATED):
                hint = did_you_mean(code, languages) or f"the exhibit has {', '.join(languages)}"
                yield Finding(at, f"{quoted(code)} is not a language of the exhibit", hint)
            elif not text.strip():
                yield Finding(at, "is empty")
        missing = [code for code in languages if code not in words.root]
        if missing and UNSTATED not in words.root:
            yield Finding(steps, f"is not written in {', '.join(missing)}")


def long_texts(draft: Draft) -> Iterator[Finding]:
    """Texts longer than a visitor reads standing: warnings."""
    for steps, words in draft.words:
        for code, text in words.root.items():
            at = (*steps, code) if code != UNSTATED else steps
            if steps[0] == "attract":
                yield from _long(at, text, "a line", LINE_WORDS, LINE_CHARACTERS)
            elif steps[-1] == "text" and "events" not in steps:
                yield from _long(at, text, "a panel", PANEL_WORDS, PANEL_CHARACTERS)
            for sentence in re.split(r"(?<=[.!?])\s+", text):
                yield from _long(at, sentence, "a sentence", SENTENCE_WORDS, None)


def _long(
    steps: Steps, text: str, what: str, words: int, characters: int | None
) -> Iterator[Finding]:
    if _by_character(text):
        count, limit, unit = len("".join(text.split())), characters, "characters"
    else:
        count, limit, unit = len(text.split()), words, "words"
    if limit is not None and count > limit:
        yield Finding(
            steps, f"{what} of {count} {unit}", f"at most {limit} are read with ease", "warning"
        )


def _by_character(text: str) -> bool:
    """Whether most letters belong to a script written without spaces (Han, kana)."""
    letters = [c for c in text if c.isalpha()]
    return sum("\u3040" <= c <= "\u9fff" for c in letters) * 2 > len(letters)
