"""The report of conformance: its rules as data, what it measures, and that it claims no more."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from operator import attrgetter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.exhibit.model import Exhibit
from kiosk.machine.keymap import KEYBOARD, Key
from kiosk.machine.settings import Settings, Speech
from kiosk.speech.loudness import QUIET_DBA
from kiosk.workbench.conformance import changes, measures, report, ring, trials
from kiosk.workbench.conformance.measured import Measured, unless
from kiosk.workbench.conformance.report import Answers
from kiosk.workbench.conformance.rules import Rule, Rules, Verdict, read
from kiosk.workbench.layout.combination import Combination
from tests.meeting import SMALL

ASKS = {"en": "It holds.", "zh": "符合。"}
ALL = {"film", "recording", "speaker", "jack", "entry"}
HOLDS, FAILS, UNTAKEN = Measured(True), unless(["home: it is cut"]), Measured(None)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return read()


def test_each_rule_is_said_in_both_languages_and_calls_what_there_is(rules: Rules) -> None:
    for standard in rules.standards:
        clauses = Counter(rule.clause for rule in standard.rules)
        assert max(clauses.values()) == 1
        for rule in standard.rules:
            assert {*rule.measures} <= {*rules.measures}
            assert not rule.needs or rule.needs in rules.needs
            for name in rule.settled:
                assert attrgetter(name)(Settings()) is None or attrgetter(name)(Settings()) > 0
            for texts in filter(None, (rule.asks, rule.person, rule.never)):
                assert set(texts) == {"en", "zh"}, rule.clause
    for told in (rules.measures, rules.needs, rules.untaken, rules.words):
        assert all(set(said) == {"en", "zh"} for said in told.values())
    assert {*rules.needs} == ALL


def verdict(rules: Rules, rule: Rule, settings: Settings | None = None) -> Verdict:
    found = {"keys": HOLDS, "ring": FAILS, "voiced": UNTAKEN}
    return Answers(rules, found, {"film"}, settings or Settings()).verdict(rule)


def test_nothing_passes_that_was_not_measured(rules: Rules) -> None:
    look = {"en": "Look.", "zh": "看。"}
    assert verdict(rules, Rule(clause="1", asks=ASKS)) is Verdict.PERSON
    assert verdict(rules, Rule(clause="1", asks=ASKS, measures=("keys",))) is Verdict.PASS
    assert verdict(rules, Rule(clause="1", asks=ASKS, measures=("keys", "ring"))) is Verdict.FAIL
    assert verdict(rules, Rule(clause="1", asks=ASKS, measures=("voiced",))) is Verdict.PERSON
    assert verdict(rules, Rule(clause="1", asks=ASKS, measures=("heard",))) is Verdict.PERSON
    assert verdict(rules, Rule(clause="1", asks=ASKS, needs="film")) is Verdict.NONE
    left = Rule(clause="1", asks=ASKS, measures=("keys",), person=look, settled=("floor_mm",))
    assert verdict(rules, left) is Verdict.PERSON
    assert verdict(rules, left, Settings(floor_mm=800)) is Verdict.PASS
    loud = Rule(
        clause="1", asks=ASKS, measures=("keys",), person=look, settled=("speech.full_dba",)
    )
    assert verdict(rules, loud, Settings(speech=Speech(folder="/spoken"))) is Verdict.PERSON
    assert verdict(rules, loud, Settings(speech=Speech(full_dba=80))) is Verdict.PASS
    wrong = Rule(clause="1", asks=ASKS, measures=("ring",), person=look)
    assert verdict(rules, wrong) is Verdict.FAIL


def test_the_page_has_every_rule_in_every_language(rules: Rules, exhibit: Exhibit) -> None:
    figures = dict.fromkeys(("taken", "least", "begun", "begins", "most", "s", "first"), "7")
    figures |= dict.fromkeys(("every", "apart", "idle", "warning", "mm", "degrees"), "7")
    figures |= dict.fromkeys(("distance", "low", "high", "presses", "ended"), "7")
    figures |= dict.fromkeys(("begun_work", "ended_work"), "7")
    found = dict.fromkeys(rules.measures, Measured(True, figures))
    found["ring"] = unless([f"en, home: the ring is {n}" for n in range(20)], **figures)
    settings = Settings(screen_mm=(531, 299))
    answers = Answers(rules, found, {"film", "recording", "entry", "jack"}, settings)
    html = report.page(exhibit, settings, rules, answers, dt.date(2026, 11, 30))
    for code in exhibit.exhibit.languages:
        assert f'<article id="{code}" lang="{code}">' in html
    for standard in rules.standards:
        for rule in standard.rules:
            assert html.count(f'<th scope="row">{rule.clause}</th>') >= 2
    assert "531 × 299 mm" in html
    assert "screen_mm: [531, 299]" in html
    assert "and 12 more" in html
    assert "{" not in html.partition("</style>")[2]


def test_settings_are_told_as_their_file_says_them() -> None:
    keypad = {key: ("evdev:1",) if key is Key.OK else names for key, names in KEYBOARD.items()}
    settings = Settings(idle_s=None, speech=Speech(folder="/spoken"), sound=False)
    assert report.changed(settings) == ["idle_s: off", "sound: false", "speech: {folder: /spoken}"]
    (told,) = report.changed(Settings(keypad=keypad))
    assert told.startswith("keypad: {next: [Down, Tab], previous: ")
    assert "ok: ['evdev:1']" in told
    assert report.changed(Settings()) == []


def ringed(picture: QImage, outer: QRect, colours: tuple[int, int, int]) -> None:
    """Paints two lines of 6 px round what is within, in these colours."""
    for inset, colour in zip((0, 6, 12), colours, strict=True):
        inner = outer.adjusted(inset, inset, -inset, -inset)
        for x in range(inner.left(), inner.right() + 1):
            for y in range(inner.top(), inner.bottom() + 1):
                picture.setPixel(x, y, colour)


def test_a_ring_on_a_ground_of_either_colour_is_seen_and_none_is_not() -> None:
    before = QImage(100, 80, QImage.Format.Format_RGB32)
    outer, paper, ink = QRect(10, 10, 60, 40), 0xF2EAD9, 0x0F1317
    for ground in (paper, ink):
        before.fill(ground)
        after = before.copy()
        ringed(after, outer, (paper, ink, ground))
        assert min(ring.contrasts(after, before, outer, 12)) > ring.LEAST_CONTRAST
    assert max(ring.contrasts(before, before, outer, 12)) == 1
    after.fill(ink)
    bare = QImage(after)
    for gap, lost in ((3, False), (16, True)):
        ringed(after, outer, (paper, ink, ink))
        for x in range(20, 20 + gap):
            for y in range(10, 22):
                after.setPixel(x, y, bare.pixel(x, y))
        least = min(ring.contrasts(after, bare, outer, 12))
        assert (least < ring.LEAST_CONTRAST) is lost


def test_a_weak_loudspeaker_and_a_loud_beginning_are_found() -> None:
    loud, quiet = trials.loudness(Settings())
    assert (loud.holds, quiet.holds) == (True, True)
    assert float(str(quiet.figures["begins"])) <= QUIET_DBA
    weak, _ = trials.loudness(Settings.model_validate({"speech": {"full_dba": 60}}))
    assert weak.against == ("the loudspeaker comes to 60 dBA alone",)


def test_the_keys_are_measured_by_pressing_them() -> None:
    found = dict(measures.by_keys(Settings()))
    assert all(one.holds for one in found.values())
    assert found["repeats"].figures == {"first": "2", "every": "0.25"}
    typed = Settings(keypad={**KEYBOARD, Key.OK: ("O",)})
    assert found["unlettered"].figures == {"taken": 6}
    (said,) = trials.keys_unlettered(typed).against
    assert said.startswith("without letters the keypad lacks ok;")
    off = trials.keys_repeat(Settings(key_repeats=False))
    assert off.figures["first"] == "0"


def test_a_busy_machine_is_told_from_slow_work() -> None:
    busy = [trials.Answer(400, 3), trials.Answer(6, 2), trials.Answer(5, 2)]
    assert trials.in_all(busy) == trials.Answer(6, 3)
    slow = [trials.Answer(5, 2), trials.Answer(7, 150), trials.Answer(6, 2)]
    assert trials.in_all(slow) == trials.Answer(6, 150)


def test_drawings_hold_no_words_and_photographs_may(exhibit: Exhibit) -> None:
    assert trials.photographs(exhibit).holds
    picture = exhibit.pictures[0].model_copy(update={"file": "pictures/gate.jpg"})
    assert trials.photographs(exhibit.model_copy(update={"pictures": (picture,)})).holds is None


@pytest.mark.parametrize(
    ("levels", "turned"),
    [
        ([100, 100, 120, 200, 200], [3]),
        ([100, 140, 100, 140, 100], [1, 2, 3, 4]),
        ([100, 120, 100, 120], []),
        ([255, 215, 255, 215], []),
        ([200, 160, 120, 80], [1]),
    ],
)
def test_a_flash_is_a_turn_and_a_turn_back(levels: list[int], turned: list[int]) -> None:
    assert changes.turns(levels) == turned


def test_a_small_exhibit_is_walked_and_nothing_speaks_against_it(
    qapp: QGuiApplication, small: Exhibit
) -> None:
    found = measures.visit(small, SMALL, Combination((1280, 720), "en"), lambda: None)
    assert {name: one.against for name, one in found.items() if not one.holds} == {}
    assert found["keys"].figures["taken"] > 100  # type: ignore[operator]
    assert found["heard"].figures["taken"] > 100  # type: ignore[operator]
    assert "entries" not in found
