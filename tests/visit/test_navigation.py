"""The way through an exhibit of three phases, two lessons and a decision."""

from __future__ import annotations

import re

import pytest

from kiosk.visit.navigation import Navigation
from tests.exhibit.made import exhibit

NAMES = ("screen", "phase", "lesson", "decision", "disagreement", "card", "sheet")
HOME = ("home", 0, 0)


DECISION = {
    "id": "halt",
    "title": "t",
    "text": "t",
    "question": "q",
    "choices": [{"key": k, "text": "t", "reply": "r"} for k in ("stay", "go")],
    "taken": "go",
    "happened": "h",
    "view": "all",
    "moment": "2000-01-01 00:00",
    "sources": ["s"],
}


class Walk:
    """A navigation, with the names of what it has signalled."""

    def __init__(self) -> None:
        people = [{"id": "ada", "name": "n", "role": "r", "about": "a"}]
        places = [
            {
                "id": "ford",
                "name": "n",
                "kind": "crossing",
                "at": [1, 1],
                "precision_km": 1,
                "importance": 1,
            }
        ]
        self.it = Navigation(
            exhibit(phases=3, lessons=2, decisions=[DECISION], people=people, places=places)
        )
        self.told: list[str] = []
        self._notes = [self._noting(f"{name}Changed") for name in NAMES]
        self._notes.append(self._noting("moved"))

    def _noting(self, signal: str) -> object:
        def note() -> None:
            self.told.append(signal)

        getattr(self.it, signal).connect(note)
        return note

    def act(self, name: str, *values: object) -> None:
        getattr(self.it, name)(*values)

    def stop(self) -> tuple[str, int, int]:
        return self.it.screen, self.it.phase, self.it.lesson

    def over(self) -> tuple[str, str]:
        return self.it.card, self.it.sheet


@pytest.fixture
def walk() -> Walk:
    return Walk()


def test_a_visitor_begins_at_home(walk: Walk) -> None:
    assert walk.stop() == HOME
    assert walk.over() == ("", "")


@pytest.mark.parametrize(
    ("slot", "values", "stop", "told"),
    [
        ("goHome", (), HOME, []),
        ("openPanel", ("home",), HOME, []),
        ("openPanel", ("phases",), ("phases", 0, 0), ["screenChanged", "moved"]),
        ("openPanel", ("forces",), ("forces", 0, 0), ["screenChanged", "moved"]),
        ("openPanel", ("maps",), ("maps", 0, 0), ["screenChanged", "moved"]),
        ("openPanel", ("lessons",), ("lessons", 0, 0), ["screenChanged", "moved"]),
        ("openPhase", (0,), ("phases", 0, 0), ["screenChanged", "moved"]),
        ("openPhase", (2,), ("phases", 2, 0), ["screenChanged", "phaseChanged", "moved"]),
        ("openPhase", (3,), ("phases", 2, 0), ["screenChanged", "phaseChanged", "moved"]),
        ("openPhase", (-1,), ("phases", 0, 0), ["screenChanged", "moved"]),
        ("openLesson", (1,), ("lessons", 0, 1), ["screenChanged", "lessonChanged", "moved"]),
        ("openLesson", (9,), ("lessons", 0, 1), ["screenChanged", "lessonChanged", "moved"]),
    ],
)
def test_a_stop_is_opened_and_told_once(
    walk: Walk, slot: str, values: tuple[object, ...], stop: tuple[str, int, int], told: list[str]
) -> None:
    walk.act(slot, *values)
    assert (walk.stop(), walk.told) == (stop, told)


TOUR = [
    ("home", None),
    ("phases", 0),
    ("phases", 1),
    ("phases", 2),
    ("forces", None),
    ("maps", None),
    ("lessons", 0),
    ("lessons", 1),
    ("decisions", 0),
]


def place(walk: Walk) -> tuple[str, int | None]:
    screen, phase, lesson = walk.stop()
    return screen, {"phases": phase, "lessons": lesson, "decisions": 0}.get(screen)


def test_the_tour_forward_and_back_stops_at_both_ends(walk: Walk) -> None:
    met = [place(walk)]
    for slot in ["forward"] * 10 + ["back"] * 10:
        walk.act(slot)
        met.append(place(walk))
    assert met == [*TOUR, *[TOUR[-1]] * 2, *TOUR[-2::-1], *[TOUR[0]] * 2]
    assert walk.told.count("moved") == 16


def test_the_panels_forward_and_back_stop_at_both_ends(walk: Walk) -> None:
    met = [walk.it.screen]
    for slot in ["nextPanel"] * 5 + ["previousPanel"] * 5:
        walk.act(slot)
        met.append(walk.it.screen)
    screens = ["home", "phases", "forces", "maps", "lessons"]
    assert met == [*screens, "lessons", *screens[-2::-1], "home"]


def test_a_panel_is_found_where_it_was_left(walk: Walk) -> None:
    walk.it.openPhase(1)
    walk.it.openLesson(1)
    walk.it.goHome()
    walk.it.nextPanel()
    assert walk.stop() == ("phases", 1, 1)
    walk.it.openPanel("lessons")
    assert walk.stop() == ("lessons", 1, 1)


CARD = "people/ada"


@pytest.mark.parametrize(
    ("steps", "over"),
    [
        ([("openCard", CARD)], (CARD, "")),
        ([("openCard", CARD), ("closeCard",)], ("", "")),
        ([("openSheet", "sources")], ("", "sources")),
        ([("openSheet", "sources"), ("closeSheet",)], ("", "")),
        ([("toggleSheet", "comfort")], ("", "comfort")),
        ([("toggleSheet", "comfort"), ("toggleSheet", "comfort")], ("", "")),
        ([("openCard", CARD), ("openSheet", "sources")], (CARD, "sources")),
        ([("openCard", CARD), ("openSheet", "sources"), ("closeSheet",)], (CARD, "")),
        ([("openCard", CARD), ("openSheet", "sources"), ("closeCard",)], ("", "")),
        ([("openCard", CARD), ("openSheet", "events")], ("", "events")),
        ([("openSheet", "sources"), ("openCard", CARD)], (CARD, "")),
        ([("openSheet", "comfort"), ("openCard", CARD)], (CARD, "")),
        ([("openSheet", "sources"), ("toggleSheet", "comfort")], ("", "comfort")),
    ],
)
def test_what_lies_over_the_screen(
    walk: Walk, steps: list[tuple[str, ...]], over: tuple[str, str]
) -> None:
    walk.it.openPhase(1)
    walk.told.clear()
    for step in steps:
        walk.act(*step)
    assert walk.over() == over
    assert walk.stop() == ("phases", 1, 0)
    assert "moved" not in walk.told


@pytest.mark.parametrize(
    ("slot", "values"),
    [
        ("goHome", ()),
        ("openPanel", ("maps",)),
        ("openPhase", (2,)),
        ("openPhase", (1,)),
        ("openLesson", (0,)),
        ("forward", ()),
        ("back", ()),
        ("nextPanel", ()),
        ("previousPanel", ()),
        ("reset", ()),
    ],
)
@pytest.mark.parametrize("sheet", ["sources", "comfort"])
def test_a_stop_closes_card_and_sheets(
    walk: Walk, slot: str, values: tuple[object, ...], sheet: str
) -> None:
    walk.it.openPhase(1)
    walk.it.openCard("places/ford")
    walk.it.openSheet(sheet)
    walk.act(slot, *values)
    assert walk.over() == ("", "")


def test_reset_puts_all_back(walk: Walk) -> None:
    walk.it.openPhase(2)
    walk.it.openLesson(1)
    walk.it.openCard(CARD)
    walk.told.clear()
    walk.it.reset()
    assert (walk.stop(), walk.over()) == (HOME, ("", ""))
    assert walk.told == ["screenChanged", "phaseChanged", "lessonChanged", "cardChanged", "moved"]


def test_a_proof_is_chosen_once_and_any_stop_is_opened_without() -> None:
    it = Navigation(exhibit(lessons=2, proofs=2))
    it.openLesson(0)
    it.openProof(2)
    assert it.proof == 2
    it.follow("proofs/1")
    assert it.proof == 1
    it.openProof(1)
    assert it.proof == 0
    it.openProof(1)
    it.openLesson(0)
    assert it.proof == 0
    for number in (0, 3):
        with pytest.raises(ValueError, match=f"^the stop has no proof {number}$"):
            it.openProof(number)
    it.goHome()
    with pytest.raises(ValueError, match=r"^the stop has no proof 1$"):
        it.openProof(1)


def test_a_listener_already_finds_everything_changed(walk: Walk) -> None:
    found: list[tuple[str, int, int]] = []
    walk.it.screenChanged.connect(lambda: found.append(walk.stop()))
    walk.it.openPhase(2)
    assert found == [("phases", 2, 0)]


@pytest.mark.parametrize(
    ("slot", "value", "sentence"),
    [
        (
            "openPanel",
            "map",
            "no panel is called 'map'; there are home, phases, forces, maps, "
            "lessons, decisions, disagreements",
        ),
        ("openCard", "people/bob", "no record 'people/bob' has a card"),
        ("openCard", "ada", "no record 'ada' has a card"),
        ("openCard", "", "no record '' has a card"),
    ],
)
def test_what_is_not_there_is_refused(walk: Walk, slot: str, value: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        walk.act(slot, value)
    assert (walk.stop(), walk.over(), walk.told) == (HOME, ("", ""), [])
