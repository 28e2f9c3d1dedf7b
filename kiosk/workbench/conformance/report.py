"""`kiosk check --conformance`: the rules answered by what was measured, as a page to be filed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.model.record import Keyed
from kiosk.machine import folders, whole
from kiosk.machine.settings import Settings
from kiosk.publish.web.fonts import rules as rules_of_fonts
from kiosk.telling.fonts import SANS
from kiosk.telling.words import Phrases
from kiosk.workbench.conformance.measured import Measured
from kiosk.workbench.conformance.rules import Rule, Rules, Verdict, read, said
from kiosk.workbench.plain import inline, plain

OFF = "off"
"""The word for a limit that there is not."""

MOST_LINES = 8
"""The findings of a row that are told one by one."""


@dataclass(frozen=True)
class Row:
    """An answered rule: its clause, what it asks, the answer, how that came, and what is wrong."""

    clause: str
    asks: str
    verdict: Verdict
    how: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The answered rules of a standard."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Part:
    """The report in one language: its facts by name, how many rules have each answer, tables."""

    language: str
    name: str
    title: str
    words: Mapping[str, str]
    facts: tuple[tuple[str, str], ...]
    sums: tuple[tuple[str, int], ...]
    standards: tuple[Table, ...]


class Answers:
    """The rules, what was measured, and what is not there; answers rule by rule."""

    def __init__(
        self,
        rules: Rules,
        found: Mapping[str, Measured],
        lacking: set[str],
        settings: Settings,
    ) -> None:
        self._rules, self._found = rules, found
        self._lacking, self._settings = lacking, settings

    def verdict(self, rule: Rule) -> Verdict:
        """The answer to a rule: nothing passes that was not measured."""
        if rule.never or rule.needs in self._lacking:
            return Verdict.NONE
        outcomes = [self._found[name].holds for name in rule.measures if name in self._found]
        if False in outcomes:
            return Verdict.FAIL
        taken = len(outcomes) == len(rule.measures) > 0
        if not taken or None in outcomes or self._is_left(rule):
            return Verdict.PERSON
        return Verdict.PASS

    def row(self, rule: Rule, language: str) -> Row:
        """A rule with its answer, as it is read in a language."""
        verdict = self.verdict(rule)
        against: list[str] = []
        if verdict is not Verdict.NONE:
            for name in rule.measures:
                against += self._found[name].against if name in self._found else ()
        more = len(against) - MOST_LINES
        told = against[:MOST_LINES]
        told += [self._word("more", language).format(more)] if more > 0 else []
        how = tuple(self._how(rule, verdict, language))
        return Row(rule.clause, said(rule.asks, language), verdict, how, tuple(told))

    def _how(self, rule: Rule, verdict: Verdict, language: str) -> Iterator[str]:
        if verdict is Verdict.NONE:
            lacks = self._rules.needs.get(rule.needs, {})
            yield said(rule.never or lacks, language)
            return
        for name in rule.measures:
            text, one = said(self._rules.measures[name], language), self._found.get(name)
            if one is None or one.holds is None:
                why = self._rules.untaken.get(name, self._rules.words.get("unmeasured", {}))
                yield said(why, language)
            else:
                yield text.format(**one.figures)
        if self._is_left(rule):
            yield self._word("look", language).format(said(rule.person, language))
        if not (rule.measures or rule.person):
            yield self._word("whole", language)

    def _is_left(self, rule: Rule) -> bool:
        """True if something of a rule is left to a person, and the settings don't say it."""
        return bool(rule.person) and not (rule.settled and all(map(self._is_set, rule.settled)))

    def _is_set(self, name: str) -> bool:
        """True if the settings say something: "speech.full_dba" is one of a group."""
        *above, last = name.split(".")
        group: Keyed = self._settings
        for one in above:
            group = getattr(group, one)
        return last in group.changed

    def _word(self, key: str, language: str) -> str:
        return said(self._rules.words[key], language)


def run(exhibit: Exhibit, folder: Path, settings: Settings, out: Path) -> int:
    """Measures all, writes the report to a file and says its sums; 1 if a rule has failed."""
    from kiosk.workbench.conformance import measures

    rules = read()
    found = measures.taken(exhibit, folder, settings)
    lacking = measures.lacks(exhibit, settings, found)
    answers = Answers(rules, found, lacking, settings)
    whole.write(out, page(exhibit, settings, rules, answers, dt.date.today()))
    verdicts = [(rule, answers.verdict(rule)) for one in rules.standards for rule in one.rules]
    sums = Counter(verdict for _, verdict in verdicts)
    print(f"{out}: " + ", ".join(f"{sums[one]} {one.name.lower()}" for one in Verdict))
    for rule, verdict in verdicts:
        if verdict is Verdict.FAIL:
            print(f"failed: {rule.clause}: {said(rule.asks, 'en')}")
    return 1 if sums[Verdict.FAIL] else 0


def page(exhibit: Exhibit, settings: Settings, rules: Rules, answers: Answers, day: dt.date) -> str:
    """The report as HTML that needs no other file, in each language of the exhibit."""
    codes = exhibit.exhibit.languages
    parts = [_part(exhibit, settings, rules, answers, code, day) for code in codes]
    environment = Environment(
        loader=FileSystemLoader(folders.resources() / "conformance"),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    template = environment.get_template("report.html")
    letters = template.render(parts=parts, fonts="")
    return template.render(parts=parts, fonts="".join(rules_of_fonts({SANS}, letters)))


def _part(
    exhibit: Exhibit,
    settings: Settings,
    rules: Rules,
    answers: Answers,
    language: str,
    day: dt.date,
) -> Part:
    ours = {key: said(texts, language) for key, texts in rules.words.items()}
    tables = tuple(
        Table(one.title, tuple(answers.row(rule, language) for rule in one.rules))
        for one in rules.standards
    )
    counted = Counter(row.verdict for table in tables for row in table.rows)
    return Part(
        language,
        _name(language),
        exhibit.exhibit.title.in_(language),
        ours,
        tuple(_facts(exhibit, settings, ours, language, day)),
        tuple((ours[verdict], counted[verdict]) for verdict in Verdict),
        tables,
    )


def _facts(
    exhibit: Exhibit, settings: Settings, ours: Mapping[str, str], language: str, day: dt.date
) -> Iterator[tuple[str, str]]:
    yield ours["exhibit"], exhibit.exhibit.title.in_(language)
    yield ours["version"], f"campaign-kiosk {_version()}"
    yield ours["date"], day.isoformat()
    yield ours["glass"], _glass(settings, ours)
    yield ours["languages"], ", ".join(map(_name, exhibit.exhibit.languages))
    yield ours["settings"], "\n".join(changed(settings)) or ours["usual"]


def _glass(settings: Settings, ours: Mapping[str, str]) -> str:
    if settings.screen_mm is None:
        return ours["glass_assumed"]
    width, height = settings.screen_mm
    return ours["glass_said"].format(
        width=f"{width:g}",
        height=f"{height:g}",
        distance=f"{settings.viewing_distance_mm:g}",
        floor=f"{settings.floor_mm:g}",
    )


def changed(settings: Settings) -> Sequence[str]:
    """The settings that differ from the usual ones, as a settings file says them."""
    told = plain(settings).items()
    return [f"{name}: {OFF if value is None else inline(value)}" for name, value in told]


def _version() -> str:
    try:
        return version("campaign-kiosk")
    except PackageNotFoundError:
        return "–"


def _name(language: str) -> str:
    return Phrases(folders.resources() / "words", language).say("language_name")
