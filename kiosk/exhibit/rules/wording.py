"""Rules on the exhibit's texts: their languages and their length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kiosk.exhibit.model import UNSTATED, Exhibit, Files, Passage, Spoken, Words
from kiosk.exhibit.model.record import in_languages, within
from kiosk.exhibit.reading.draft import Draft, parts_of
from kiosk.exhibit.reading.lookalikes import slip
from kiosk.exhibit.reading.problem import Finding, Steps, did_you_mean, quoted
from kiosk.exhibit.rules.naming import names_of
from kiosk.exhibit.writing import NUMBERED, wide_in

MILESTONE_WORDS, MILESTONE_CHARACTERS = 26, 62
LINE_WORDS, LINE_CHARACTERS = 12, 24
EVENT_WORDS, EVENT_CHARACTERS = 30, 55
BESIDE_WORDS, BESIDE_CHARACTERS = 48, 85
PANEL_WORDS, PANEL_CHARACTERS = 75, 120
CEILING_WORDS, CEILING_CHARACTERS = 100, 160
SENTENCE_WORDS = 25
"""Lengths that a visitor reads in passing: words, and characters where a script has no spaces.

A milestone has three lines of a card. What is told beside the map is shorter than a panel may be
with its question. The ceiling is for a screen that sets texts against each other.
"""
PLAIN_WORDS, PLAIN_CHARACTERS = 40, 80
EASY_SENTENCE = (12, 20)
MOST_NAMES = 2
"""The most that a text for easy reading holds, a sentence of it, and its names."""
NAMED = ("people", "places", "formations")
EASY_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])")
BESIDE_MAP = (("phases",), ("lessons",), ("decisions",))
"""The lists whose entries are told beside the map."""
MAX_CHARACTERS = 10_000
"""Longer text would hold up the screen, and nobody reads it standing."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def languages(draft: Draft) -> Iterator[Finding]:
    """Language codes are well formed, each once."""
    if draft.title is None:
        return
    seen: set[str] = set()
    for number, code in enumerate(draft.title.languages):
        steps = ("exhibit", "languages", number)
        if not LANGUAGE.fullmatch(code):
            message, hint = slip(code)
            yield Finding(
                steps,
                message or f"{quoted(code)} is not a language code",
                hint or "two or three small letters, as in BCP 47",
            )
        elif code in seen:
            yield Finding(steps, f"{quoted(code)} is here a second time")
        seen.add(code)
    for code in draft.title.beside.keys() - seen:
        hint = did_you_mean(code, seen) or f"the exhibit has {', '.join(draft.title.languages)}"
        message = f"{quoted(code)} is not a language of the exhibit"
        yield Finding(("exhibit", "beside", code), message, hint)


def untranslated(draft: Draft) -> Iterator[Finding]:
    """Every text is there in every language of the exhibit, and in no other."""
    if draft.title is None:
        return
    languages = tuple(dict.fromkeys(draft.title.languages))
    written = {code for _, words in draft.words for code in words.root}
    lacking = set() if not written or UNSTATED in written else {*languages} - written
    for number, code in enumerate(languages):
        if code in lacking:
            message = f"no text is written in {quoted(code)}"
            hint = did_you_mean(code, written.difference(languages))
            yield Finding(("exhibit", "languages", number), message, hint)
    for steps, words in draft.words:
        done, do = ("written", "write")
        if isinstance(words, Files):
            done, do = words.done, words.do
        if UNSTATED in words.root and len(languages) > 1:
            message, hint = f"is {done} in one language only", f"{do} it in {', '.join(languages)}"
            yield Finding(steps, message, hint, cause="one language")
            continue
        for at, text in in_languages(steps, words):
            code = str(at[-1]) if at != steps else UNSTATED
            if code not in (*languages, UNSTATED):
                hint = did_you_mean(code, languages)
                yield Finding(
                    at,
                    f"{quoted(code)} is not a language of the exhibit",
                    hint or f"the exhibit has {', '.join(languages)}",
                    cause=f"language {code}",
                )
            elif not text.strip():
                yield Finding(at, "is empty")
            elif len(text) > MAX_CHARACTERS:
                yield Finding(at, f"is longer than {MAX_CHARACTERS} characters")
        if isinstance(words, Spoken):
            continue  # it is for those languages that need it
        missing = [code for code in languages if code not in {*words.root} | lacking]
        if missing and words.root.keys() <= {*languages}:
            yield Finding(steps, f"is not {done} in {', '.join(missing)}")


def long_texts(draft: Draft) -> Iterator[Finding]:
    """Texts longer than a visitor reads standing: warnings."""
    for steps, words in draft.words:
        for at, text in in_languages(steps, words):
            if steps[0] == "attract":
                yield from _long(at, text, "a line", LINE_WORDS, LINE_CHARACTERS)
            elif steps[-1] == "caption":
                continue  # the rules of directed play say it
            elif "events" in steps:
                yield from _long(at, text, "an event", EVENT_WORDS, EVENT_CHARACTERS)
            elif "life" in steps:
                limits = (MILESTONE_WORDS, MILESTONE_CHARACTERS)
                yield from _long(at, text, "a milestone", *limits)
            elif steps[-1] == "text" and steps[:-2] in BESIDE_MAP:
                yield from _long(at, text, "a text beside the map", BESIDE_WORDS, BESIDE_CHARACTERS)
            elif steps[-1] == "text":
                yield from _long(at, text, "a panel", PANEL_WORDS, PANEL_CHARACTERS)
            for sentence in re.split(r"(?<=[.!?])\s+", text):
                yield from _long(at, sentence, "a sentence", SENTENCE_WORDS, None)


def hard_texts(draft: Draft) -> Iterator[Finding]:
    """Texts for easy reading that are not easy: warnings."""
    named: dict[str, dict[str, tuple[str, int]]] = {}
    for kind in NAMED:
        for number, record in enumerate(draft.entries(kind)):
            for _, words in names_of(record):
                for language, name in words.root.items():
                    named.setdefault(language, {}).setdefault(name, (kind, number))
    for steps, record in draft.records:
        plain = record.plain if isinstance(record, Passage) else None
        for at, text in in_languages((*steps, "plain"), plain) if plain else ():
            code = str(at[-1]) if len(at) > len(steps) + 1 else UNSTATED
            limits = (PLAIN_WORDS, PLAIN_CHARACTERS)
            yield from _long(at, text, "an easy text", *limits)
            for sentence in filter(None, map(str.strip, EASY_ENDS.split(text))):
                yield from _long(at, sentence, "an easy sentence", *EASY_SENTENCE)
            found = _names_in(text, named.get(code, {}))
            if len(found) > MOST_NAMES:
                hint = f"an easy text has at most {MOST_NAMES} names"
                yield Finding(at, f"names {', '.join(found)}", hint, "warning")


def _names_in(text: str, named: Mapping[str, tuple[str, int]]) -> list[str]:
    """The names in a text, of each entry one; the longest where one holds another."""
    longest = sorted((name for name in named if name in text), key=len, reverse=True)
    found: dict[tuple[str, int], str] = {}
    for match in re.finditer("|".join(map(_alone, longest)), text) if longest else ():
        found.setdefault(named[match[0]], match[0])
    return list(found.values())


def _alone(name: str) -> str:
    """The pattern of a name that is no part of another word."""
    return re.escape(name) if wide_in(name) else rf"(?<!\w){re.escape(name)}(?!\w)"


def crowded_screens(draft: Draft) -> Iterator[Finding]:
    """More text at once on a screen than a visitor reads standing: warnings."""
    panel, ceiling = (PANEL_WORDS, PANEL_CHARACTERS), (CEILING_WORDS, CEILING_CHARACTERS)
    for kind, names, limits in (
        ("phases", ("question", "text"), panel),
        ("decisions", ("text", "question"), panel),
        ("lessons", ("text", "claimed_by", "against"), ceiling),
    ):
        for number, record in enumerate(draft.entries(kind)):
            told = [words for name in names if (words := getattr(record, name))]
            yield from _crowded((kind, number), told, limits)
    for number, phase in enumerate(draft.entries("phases")):
        told = [standpoint.text for standpoint in phase.standpoints]
        yield from _crowded(("phases", number, "standpoints"), told, ceiling)


def _crowded(steps: Steps, told: list[Words], limits: tuple[int, int]) -> Iterator[Finding]:
    for code in dict.fromkeys(code for words in told for code in words.root):
        texts = [words.in_(code) for words in told]
        if any(True for text in texts for _ in _long((), text, "", PANEL_WORDS, PANEL_CHARACTERS)):
            continue  # said of the text itself
        text = " ".join(texts)
        yield from _long(steps, text, f"a screen in {code}" if code else "a screen", *limits)


def english(exhibit: Exhibit) -> Iterator[str]:
    """The exhibit's sentences in English."""
    for name, part in parts_of(exhibit).items():
        for _, value in within((name,), part):
            if isinstance(value, Words) and (text := value.root.get("en", "")).endswith("."):
                yield text


def reading_age(texts: Iterable[str]) -> float:
    """The age in years at which texts in English are read with ease.

    Five years more than the school grade of the Automated Readability Index (Senter and Smith,
    AMRL-TR-66-220, 1967), which counts letters, words and sentences.
    """
    text = " ".join(texts)
    words = len(text.split())
    letters = sum(map(str.isalnum, text))
    sentences = len(re.findall(r"[.!?](?=\s|$)", text))
    if not words or not sentences:
        return 0.0
    return 4.71 * letters / words + 0.5 * words / sentences - 21.43 + 5


def _long(
    steps: Steps, text: str, what: str, words: int, characters: int | None
) -> Iterator[Finding]:
    if len(text.split()) <= words and (characters is None or len(text) <= characters):
        return
    count, unit = length(text)
    limit = characters if unit == "characters" else words
    if limit is not None and count > limit:
        yield Finding(
            steps, f"{what} of {count} {unit}", f"at most {limit} are read with ease", "warning"
        )


def length(text: str) -> tuple[int, str]:
    """The length of a text, in "words", or in "characters" where a script has no spaces.

    The numbers of proofs are not read, but seen.
    """
    text = NUMBERED.sub("", text)
    if _by_character(text):
        return len("".join(text.split())), "characters"
    return len(text.split()), "words"


def _by_character(text: str) -> bool:
    """True if most letters belong to a script written without spaces."""
    return len(wide_in(text)) * 2 > sum(map(str.isalpha, text))
