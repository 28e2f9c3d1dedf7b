"""A decision is put to the visitor, and answered: by what was done, and by earlier visitors."""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.map.signs.proposals import Proposal
from kiosk.telling.locale import opening
from kiosk.workbench.layout.eyes import plain
from tests.meeting import Meet
from tests.window import Visitor


@pytest.fixture
def deciding(visitor: Visitor) -> Visitor:
    visitor.open("lessons")
    visitor.touch(visitor.word("tab_decisions"))
    visitor.settle()
    return visitor


def pages(visitor: Visitor) -> list[str]:
    """The words of the screen, and of the pages that follow."""
    told = [plain(text) for text in visitor.texts()]
    while visitor.read_on():
        told += [plain(text) for text in visitor.texts()]
    return told


def test_decisions_and_disagreements_lie_beside_the_lessons(visitor: Visitor) -> None:
    visitor.open("lessons")
    for name in ("decisions", "disagreements", "lessons"):
        visitor.touch(visitor.word(f"tab_{name}"))
        visitor.settle()
        assert visitor.screen == name
        assert next(row.key for row in visitor.stage.page.doors.rows if row.current) == "lessons"


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1080, 1920)], ids=str)
def test_all_ways_to_go_stand_on_the_first_page(
    meet: Meet, exhibit: Exhibit, size: tuple[int, int]
) -> None:
    visitor = meet(size=size, river=False)
    visitor.wake()
    for language in exhibit.exhibit.languages:
        visitor.stage.preferences.chooseLanguage(language)
        for index, decision in enumerate(exhibit.decisions):
            visitor.stage.navigation.openDecision(index)
            visitor.settle()
            ways = {choice.text.in_(language) for choice in decision.choices}
            assert ways <= {button.name for button in visitor.buttons()}, (language, decision.id)


def test_nothing_is_told_before_the_visitor_chooses(deciding: Visitor, exhibit: Exhibit) -> None:
    decision = exhibit.decisions[0]
    assert deciding.stage.choices.happened == ""
    assert not any(row.taken or row.reply for row in deciding.stage.choices.ways.rows)
    assert [row.text for row in deciding.stage.choices.ways.rows] == [
        choice.text.in_("en") for choice in decision.choices
    ]


@pytest.mark.parametrize("index", [0, 1])
def test_a_choice_is_answered(deciding: Visitor, exhibit: Exhibit, index: int) -> None:
    decision = exhibit.decisions[0]
    choice = decision.choices[index]
    deciding.touch(deciding.turn_to(choice.text.in_("en")))
    deciding.settle()
    rows = {row.key: row for row in deciding.stage.choices.ways.rows}
    assert [key for key, row in rows.items() if row.chosen] == [choice.key]
    assert [key for key, row in rows.items() if row.taken] == [decision.taken]
    assert plain(str(deciding.stage.choices.happened)) == decision.happened.in_("en")
    assert list(rows)[:2] == list(dict.fromkeys([choice.key, decision.taken, *rows]))[:2]
    assert decision.happened.in_("en") in deciding.texts()
    assert not deciding.stage.choices.others


def test_what_spoke_for_the_own_choice_stands_beside_what_was_done(
    deciding: Visitor, exhibit: Exhibit
) -> None:
    decision = exhibit.decisions[0]
    choice = decision.choices[0]
    deciding.touch(deciding.turn_to(choice.text.in_("en")))
    deciding.settle()
    told = deciding.texts()
    assert choice.reply.in_("en") in told
    for word in ("your_choice", "was_done"):
        on_map = [label.lead for label in deciding.stage.situation.names.rows]
        assert deciding.word(word) in on_map
        assert told.count(deciding.word(word)) == 2
    keys = choice.key, decision.taken
    other = next(choice for choice in decision.choices if choice.key not in keys)
    assert other.reply.in_("en") not in pages(deciding)


def test_the_map_has_no_answer_before_the_choice_and_none_elsewhere(
    deciding: Visitor, exhibit: Exhibit
) -> None:
    situation = deciding.stage.situation
    assert situation.picture.proposals == ()
    deciding.touch(deciding.turn_to(exhibit.decisions[0].choices[0].text.in_("en")))
    deciding.settle()
    proposals: tuple[Proposal, ...] = situation.picture.proposals
    assert [one.yours for one in proposals] == [False, True]
    deciding.stage.navigation.openDecision(1)
    deciding.settle()
    assert situation.picture.proposals == ()
    deciding.stage.navigation.openDecision(0)
    deciding.settle()
    assert len(situation.picture.proposals) == 2
    deciding.leave()
    assert situation.picture.proposals == ()


def test_a_visitor_chooses_again_and_is_counted_once(deciding: Visitor, exhibit: Exhibit) -> None:
    first, second = exhibit.decisions[0].choices[:2]
    deciding.touch(deciding.turn_to(first.text.in_("en")))
    deciding.settle()
    deciding.touch(deciding.turn_to(deciding.word("choose_again")))
    deciding.settle()
    assert deciding.stage.choices.happened == ""
    assert deciding.stage.situation.picture.proposals == ()
    deciding.touch(deciding.turn_to(second.text.in_("en")))
    deciding.settle()
    chosen = [row.key for row in deciding.stage.choices.ways.rows if row.chosen]
    assert chosen == [second.key]
    assert not deciding.stage.choices.others


def test_after_the_choice_the_hours_that_followed_play(deciding: Visitor, exhibit: Exhibit) -> None:
    decision = exhibit.decisions[0]
    deciding.touch(deciding.turn_to(decision.choices[0].text.in_("en")))
    deciding.settle()
    playhead, situation = deciding.stage.playhead, deciding.stage.situation
    deciding.touch(deciding.turn_to(deciding.word("what_followed")))
    assert playhead.playing
    assert situation.picture.proposals == ()
    for _ in range(600):
        deciding.time.advance(100)
    deciding.settle()
    assert not playhead.playing
    assert playhead.moment - decision.moment == dt.timedelta(hours=36)
    assert len(situation.picture.proposals) == 2
    deciding.touch(deciding.turn_to(deciding.word("choose_again")))
    deciding.settle()
    assert playhead.moment == decision.moment


def test_the_next_visitor_sees_how_others_chose_and_chooses_anew(
    deciding: Visitor, exhibit: Exhibit
) -> None:
    first, second = exhibit.decisions[0].choices[:2]
    deciding.touch(deciding.turn_to(first.text.in_("en")))
    deciding.leave()
    deciding.wake()
    deciding.open("lessons")
    deciding.stage.navigation.openDecision(0)
    deciding.settle()
    assert not any(row.chosen or row.share for row in deciding.stage.choices.ways.rows)
    deciding.touch(deciding.turn_to(second.text.in_("en")))
    deciding.settle()
    shares = {row.key: row.share for row in deciding.stage.choices.ways.rows}
    assert shares == {choice.key: float(choice is first) for choice in exhibit.decisions[0].choices}
    assert deciding.stage.choices.others
    assert "100%" not in deciding.texts()
    deciding.touch(deciding.turn_to(deciding.word("earlier_visitors")))
    deciding.settle()
    assert "100%" in pages(deciding)


def test_a_question_of_the_list_opens(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.stage.navigation.openDisagreement(0)
    visitor.settle()
    visitor.touch(visitor.word("all_questions"))
    visitor.settle()
    question = exhibit.disagreements[2].question.in_("en")
    visitor.touch(visitor.turn_to(question))
    visitor.settle()
    assert (visitor.screen, visitor.stage.navigation.disagreement) == ("disagreements", 2)
    assert visitor.stage.page.title == question
    said = {row.says for row in visitor.stage.evidence.voices.rows}
    assert said == {opening(voice.says.in_("en")) for voice in exhibit.disagreements[2].voices}


def test_both_sides_of_a_phase_are_told(visitor: Visitor, exhibit: Exhibit) -> None:
    visitor.open("phases")
    visitor.touch(visitor.word("each_side"))
    visitor.settle()
    told = " ".join(pages(visitor))
    for standpoint in exhibit.phases[0].standpoints:
        assert standpoint.text.in_("en") in told


def test_strength_and_losses_are_drawn_on_one_axis(visitor: Visitor) -> None:
    visitor.open("forces")
    visitor.touch(visitor.word("figures"))
    visitor.settle()
    rows = visitor.stage.evidence.figures.rows
    assert len(rows) == 4
    assert max(row.high for row in rows) == 1.0
    assert all(0 < row.low <= row.high for row in rows)


def test_what_was_done_is_shown_at_its_hour_and_the_question_at_its_own(
    deciding: Visitor, exhibit: Exhibit
) -> None:
    at, decision = next(
        (i, decision) for i, decision in enumerate(exhibit.decisions) if decision.done
    )
    playhead = deciding.stage.playhead
    deciding.stage.navigation.openDecision(at)
    deciding.settle()
    assert playhead.moment == decision.moment
    deciding.touch(deciding.turn_to(decision.choices[0].text.in_("en")))
    deciding.settle()
    assert playhead.moment == decision.done
    deciding.stage.navigation.openDecision(0)
    deciding.settle()
    assert playhead.moment == exhibit.decisions[0].moment
    deciding.stage.navigation.openDecision(at)
    deciding.settle()
    assert playhead.moment == decision.done
    deciding.touch(deciding.turn_to(deciding.word("choose_again")))
    deciding.settle()
    assert playhead.moment == decision.moment
