"""The outline tells each record whole, once, with its sources, in every language."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.kinds import KINDS, Kind
from kiosk.exhibit.model import Event, Exhibit, Record, Words
from kiosk.machine.folders import resources
from kiosk.telling.locale import Teller
from kiosk.telling.outline.forces import branches, trees
from kiosk.telling.outline.outline import SECTIONS, Outline
from kiosk.telling.outline.pointing import pointed_at, spoken_of
from kiosk.telling.outline.scribe import Now
from kiosk.telling.words import Phrases
from tests.exhibit.made import STARTS
from tests.exhibit.made import exhibit as made

TOLD = [kind for kind in KINDS if kind.stop or kind.card or kind.shown or kind.listed]

ELSEWHERE = {"narration", "recording", "signed", "spoken", "plain"}
ELSEWHERE |= {"short", "label", "number", "labels", "track", "unsigned"}
"""Fields for other uses: what is heard, easy words, names for tight places or other texts."""


def outline(exhibit: Exhibit, language: str = "en", now: Now | None = None) -> Outline:
    others = (code for code in exhibit.exhibit.languages if code != language)
    phrases = Phrases(resources() / "words", language)
    return Outline(exhibit, Teller(exhibit, phrases, next(others, None)), now)


def records_of(exhibit: Exhibit, kind: Kind) -> list[Record]:
    if kind.name == "panels":
        return [panel for _, panel in exhibit.panels]
    return [*exhibit.indexed(kind.name).values()]


def words_in(value: Any) -> Iterator[Words]:
    """The texts of a record and of all within it."""
    if isinstance(value, Words):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_in(one)
    elif isinstance(value, Record):
        for name, one in value:
            if name not in ELSEWHERE:
                yield from words_in(one)


def texts_in(value: Any) -> Iterator[str]:
    """The texts of a block and of all within it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", TOLD, ids=[kind.name for kind in TOLD])
def test_every_text_of_a_record_is_told(exhibit: Exhibit, kind: Kind, language: str) -> None:
    tells = outline(exhibit, language)
    assert records_of(exhibit, kind)
    for record in records_of(exhibit, kind):
        told = "\n".join(texts_in(tells.section(record))).casefold()
        for words in words_in(record):
            assert words.in_(language).casefold() in told


def test_each_kind_that_is_told_has_its_function() -> None:
    assert {kind.record for kind in TOLD} < set(SECTIONS)
    assert len({function.__name__ for function in SECTIONS.values()}) == len(SECTIONS)


@pytest.mark.parametrize("kind", [kind for kind in TOLD if kind.name != "panels"])
def test_a_section_is_called_by_its_ref(exhibit: Exhibit, kind: Kind) -> None:
    tells = outline(exhibit)
    for key, record in exhibit.indexed(kind.name).items():
        section = tells.section(record)
        assert (section.ref, section.key) == (f"{kind.name}/{key}", key)


@pytest.mark.parametrize(("language", "said"), [("en", "Lesson 2 of 2"), ("zh", "启示 2/2")])
def test_a_stop_says_which_of_its_list_it_is(language: str, said: str) -> None:
    told = made(lessons=2)
    assert outline(told, language).section(told.lessons[1]).overline == said


SOURCES = [{"id": key, "title": f"The {key}", "where": "w"} for key in ("roll", "diary", "map")]


def test_a_statement_keeps_the_order_of_its_sources_and_gives_their_numbers() -> None:
    term = {"id": "t", "name": "T", "about": "a", "sources": ["map", "roll"]}
    doubted = {**term, "id": "u", "certainty": "narrated"}
    told = made(sources=SOURCES, terms=[term, doubted])
    text, doubtful = (outline(told).section(one).text for one in told.terms)
    assert [source.number for source in text.sources] == [3, 1]
    assert [source.title for source in text.numbered] == ["The roll", "The map"]
    assert (text.doubt, doubtful.doubt) == ("", "from popular accounts")


def test_the_most_cited_sources_come_first() -> None:
    terms = [
        {"id": f"t{i}", "name": "n", "about": "a", "sources": keys}
        for i, keys in enumerate((["roll"], ["map"], ["map", "diary"]))
    ]
    told = made(sources=SOURCES, terms=terms)
    assert [one.key for one in outline(told).most_cited(told.terms)] == ["map", "roll", "diary"]


def side(key: str, **figures: Any) -> dict[str, Any]:
    return {"id": key, "name": key, "colour": "#101010", **figures}


def test_figures_share_one_axis_that_ends_at_the_greatest() -> None:
    strength = [{"who": "w", "low": 10, "high": 20}, {"who": "v", "low": 40, "open_ended": True}]
    losses = [{"who": "w", "low": 5}]
    told = made(sides=[side("north", strength=strength), side("south", losses=losses)])
    counts = outline(told).counts()
    assert [(one.key, one.low, one.high, one.open_ended) for one in counts] == [
        ("north/strength", 0.25, 1.0, True),
        ("south/losses", 0.125, 0.125, False),
    ]
    assert [(one.low, one.high) for one in counts[0].figures] == [(0.25, 0.5), (1.0, 1.0)]
    assert [one.high for one in outline(told).counts("losses")] == [1.0]


def test_where_nobody_was_lost_there_is_an_axis_all_the_same() -> None:
    told = made(sides=[side("north", losses=[{"who": "w", "low": 0}])])
    (count,) = outline(told).counts()
    assert (count.low, count.high, count.text) == (0.0, 0.0, "0")


@pytest.fixture
def turning(exhibit: Exhibit) -> tuple[str, str, Now, Now]:
    """A formation that changes sides, its first side, and moments before and after."""
    formation, station = next(
        (one, station)
        for one in exhibit.formations
        for station in one.track
        if station.side and station.side != one.side
    )
    clock = Clock(exhibit)
    first = Now(clock, exhibit.exhibit.starts)
    return formation.id, formation.side, first, Now(clock, station.starts)


def test_a_card_is_told_as_things_are_then(
    exhibit: Exhibit, turning: tuple[str, str, Now, Now]
) -> None:
    key, first, before, after = turning
    formation, sides = exhibit.indexed("formations")[key], exhibit.indexed("sides")
    told = {now: outline(exhibit, now=now).section(formation) for now in (None, before, after)}
    was, turned = sides[first].name.in_("en"), sides[after.side(key)].name.in_("en")
    assert told[None].side == told[before].side == was
    assert told[after].side == turned != was
    leader = next(one.person for one in formation.commanders if one.person)
    person = exhibit.indexed("people")[leader]
    assert outline(exhibit, now=after).section(person).side == f"{was}, later {turned}"

    assert not told[None].thread
    present = [knot.text for knot in told[after].thread if knot.present]
    assert len(present) == 1
    assert present[0].startswith("Changed sides")


def test_who_changes_sides_is_told_in_both_trees(
    exhibit: Exhibit, turning: tuple[str, str, Now, Now]
) -> None:
    key, first, before, after = turning
    teller = outline(exhibit).teller

    def members(now: Now) -> dict[tuple[str, str], tuple[bool, bool]]:
        found = trees(exhibit, now.clock, now.moment, teller)
        return {(t.key, m.key): (m.came, m.gone) for t in found for m in t.members}

    assert members(before)[first, key] == (False, False)
    then = members(after)
    assert then[first, key] == (False, True)
    assert then[after.side(key), key] == (True, False)


def test_a_tree_has_parents_first_and_lines_to_what_follows() -> None:
    units: list[dict[str, Any]] = [
        {"id": key, "name": key, "side": "north", "parent": parent, "echelon": "corps"}
        for key, parent in (("a", None), ("a1", "a"), ("b", None), ("a2", "a"), ("a11", "a1"))
    ]
    told = made(formations=units)
    sides = {one.id: "north" for one in told.formations}
    assert [(one.id, trunk) for one, trunk in branches(told, "north", sides)] == [
        ("a", ()),
        ("a1", (True,)),
        ("a11", (True, False)),
        ("a2", (False,)),
        ("b", ()),
    ]


def test_a_stop_points_at_what_it_names_and_what_it_is_about() -> None:
    places = [
        {"id": key, "name": key, "kind": "town", "at": [1, 1], "precision_km": 1, "importance": 1}
        for key in ("ford", "gate", "hill")
    ]
    event = {"id": "e", "at": STARTS, "text": "t", "place": "hill"}
    voices = [{"who": "w", "says": "s"}] * 2
    base = made(1, 1, places=places)
    phase = base.phases[0].model_copy(
        update={
            "text": Words.model_validate("Three corps go over the ford"),
            "formations": ("1st", "2nd"),
            "events": (Event.model_validate(event),),
        }
    )
    lesson = base.lessons[0].model_copy(update={"places": ("gate",)})
    (question,) = made(
        disagreements=[{"id": "q", "question": "q", "voices": voices, "about": ["gate", "x"]}]
    ).disagreements
    teller = outline(base).teller
    told = {"places/ford", "formations/1st", "formations/2nd"}
    assert spoken_of(base, teller, phase) == told
    assert pointed_at(base, phase) == set()
    assert spoken_of(base, teller, lesson) == set()
    assert pointed_at(base, lesson) == {"places/gate"}
    assert spoken_of(base, teller, question) == pointed_at(base, question) == {"places/gate"}
    assert spoken_of(base, teller, None) == pointed_at(base, None) == set()


@pytest.mark.parametrize(
    ("event", "caption"),
    [
        ({}, ""),
        ({"key": True}, "The guns open fire."),
        ({"key": True, "caption": "Fire"}, "Fire"),
    ],
    ids=["plays on", "by its text", "by its caption"],
)
def test_a_key_event_has_a_caption(event: dict[str, Any], caption: str) -> None:
    told = made(phases=1)
    shot = {"id": "shot", "at": STARTS, "text": "The guns open fire.", **event}
    phase = told.phases[0].model_copy(update={"events": (Event.model_validate(shot),)})
    (block,) = outline(told).section(phase).events
    assert (block.text, block.caption) == ("The guns open fire.", caption)
