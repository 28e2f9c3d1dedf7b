"""What the slides of a talk hold, and the time that each has."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.exhibit.model import Exhibit, Talk, TalkSlide
from kiosk.machine import folders
from kiosk.talk.script import Script, scene_of
from kiosk.talk.slides import Slide, SlideKind, slides_of, steps_of, talk_of
from kiosk.telling.locale import Locale
from tests.exhibit.made import ENDS, STARTS
from tests.exhibit.made import exhibit as made

EVENTS = [{"id": f"e{i}", "at": STARTS, "text": "t"} for i in range(4)]
CHOICE = {"text": "t", "reply": "r"}
DECISION = {
    **{"id": "d", "title": "t", "text": "t", "question": "q", "view": "all", "moment": STARTS},
    **{"choices": [{"key": "a", **CHOICE}, {"key": "b", **CHOICE}], "taken": "a"},
    "happened": "h",
}
DISAGREEMENT = {"id": "q", "question": "q", "voices": [{"who": "w", "says": "s"}] * 3}
PHASE = {
    **{"id": "told", "title": "t", "short": "s", "text": "t", "view": "all", "moment": STARTS},
    **{"starts": STARTS, "ends": ENDS, "events": EVENTS},
}
FIGURE = {"who": "w", "low": 1}
SIDES = [{"id": "north", "name": "n", "colour": "#101010", "strength": [FIGURE]}]


def full(*phases: dict[str, Any]) -> Exhibit:
    """An exhibit with something of every kind, and other phases if there are any."""
    exhibit = made(1, 1, decisions=[DECISION], disagreements=[DISAGREEMENT], sides=SIDES)
    records = {name: getattr(exhibit, name) for name in Exhibit.model_fields}
    return Exhibit.model_validate(records | ({"phases": phases} if phases else {}))


def talk(minutes: float, *slides: Any) -> dict[str, Any]:
    shown = [{"show": show} if isinstance(show, str) else show for show in slides]
    return {"id": "one", "name": "One", "minutes": minutes, "slides": shown}


@pytest.mark.parametrize(
    ("show", "steps"),
    [
        ("title", 1),
        ("sources", 1),
        ("views/all", 1),
        ("panels/maps", 1),
        ("panels/forces", 2),  # who fought, their strength; no losses are known
        ("phases/told", 5),
        ("lessons/lesson-0", 3),
        ("decisions/d", 6),
        ("disagreements/q", 4),
    ],
)
def test_a_slide_holds_so_many_clicks(show: str, steps: int) -> None:
    assert steps_of(full(PHASE), TalkSlide(show=show)) == steps


def test_a_phase_without_events_tells_its_text() -> None:
    assert steps_of(made(), TalkSlide(show="phases/phase-0")) == 2


@pytest.mark.parametrize(
    ("events", "steps", "told"),
    [
        (None, 5, ("e0", "e1", "e2", "e3")),
        (["e3", "e1"], 3, ("e1", "e3")),
        ([], 2, ()),
    ],
)
def test_a_phase_tells_the_events_that_its_slide_names_in_the_order_of_time(
    events: list[str] | None, steps: int, told: tuple[str, ...]
) -> None:
    slide = {"show": "phases/told", "events": events}
    exhibit = full(PHASE).model_copy(update={"talks": made(talks=[talk(5, slide)]).talks})
    (planned,) = slides_of(exhibit, talk_of(exhibit))
    assert (planned.steps, planned.told) == (steps, told)


@pytest.mark.parametrize(
    ("show", "layout"),
    [
        ("title", SlideKind.TITLE),
        ("views/all", SlideKind.VIEWS),
        ("panels/forces", SlideKind.FORCES),
        ("panels/another", SlideKind.TITLE),
    ],
)
def test_a_panel_has_its_own_layout_or_that_of_a_title(show: str, layout: SlideKind) -> None:
    assert Slide(show, steps=1, seconds=0).layout is layout


def test_without_talks_everything_is_told() -> None:
    exhibit = full()
    assert [slide.show for slide in slides_of(exhibit, talk_of(exhibit))] == [
        *("title", "views/all", "panels/forces", "phases/phase-0", "decisions/d"),
        *("lessons/lesson-0", "disagreements/q", "sources"),
    ]


def test_the_first_talk_is_given_unless_another_is_asked_for() -> None:
    first, other = talk(5, "title"), talk(5, "sources") | {"id": "other"}
    exhibit = made(talks=[first, other])
    assert talk_of(exhibit).id == "one"
    assert talk_of(exhibit, "other").slides[0].show == "sources"
    with pytest.raises(KeyError):
        talk_of(exhibit, "third")


def test_what_planned_slides_leave_the_others_share_by_clicks() -> None:
    slides = [{"show": "title", "minutes": 2}, "lessons/lesson-0", "sources"]
    exhibit = made(talks=[talk(10, *slides)])
    planned = [slide.seconds for slide in slides_of(exhibit, talk_of(exhibit))]
    assert planned == [120, 360, 120]


def test_slides_that_take_all_leave_the_others_nothing() -> None:
    exhibit = made(talks=[talk(1, {"show": "title", "minutes": 3}, "sources")])
    assert [slide.seconds for slide in slides_of(exhibit, talk_of(exhibit))] == [180, 0]


def test_a_talk_of_everything_shows_the_views_that_maps_lists() -> None:
    exhibit = made(1, 1)
    (view,) = exhibit.map.views
    spare = view.model_copy(update={"id": "spare", "listed": False})
    both = exhibit.map.model_copy(update={"views": (view, spare)})
    shown = [slide.show for slide in talk_of(exhibit.model_copy(update={"map": both})).slides]
    assert [show for show in shown if show.startswith("views/")] == ["views/all"]


LATE = [*EVENTS, {"id": "late", "at": ENDS, "text": "t"}]
OWN = {"title": "How it ended", "question": "Who won?", "text": "Nobody."}


@pytest.mark.parametrize(
    ("own", "title", "question"),
    [
        ({}, "t", "Why?"),
        ({"title": "The assault"}, "The assault", ""),
        ({"question": "Who won?"}, "t", "Who won?"),
        (OWN, "How it ended", "Who won?"),
    ],
)
def test_a_slide_gives_nothing_away_that_its_own_title_and_question_keep(
    own: dict[str, str], title: str, question: str
) -> None:
    exhibit = full(PHASE | {"question": "Why?"})
    shown = slides_of(exhibit, Talk.model_validate(talk(5, {"show": "phases/told", **own})))[0]
    script = Script(exhibit, Locale(exhibit, folders.resources() / "words", "en").teller)
    assert script.section(shown).title == script.line(shown, 0) == title
    assert script.section(shown).question == question


@pytest.mark.parametrize(("own", "hour"), [({}, STARTS), (OWN, ENDS)])
def test_a_slide_that_ends_a_phase_in_its_own_words_stands_at_its_last_hour(
    own: dict[str, str], hour: str
) -> None:
    exhibit = full(PHASE | {"events": LATE})
    slide = {"show": "phases/told", "events": [], **own}
    shown = slides_of(exhibit, Talk.model_validate(talk(5, slide)))[0]
    assert f"{scene_of(exhibit, shown)[1]:%Y-%m-%d}" == hour


@pytest.mark.parametrize(
    ("before", "show", "hour"),
    [
        ((), "panels/forces", STARTS),
        (("phases/told",), "panels/forces", ENDS),
        (("phases/told",), "sources", ENDS),
        (("phases/told",), "views/all", ENDS),
        (("phases/told",), "lessons/lesson-0", STARTS),
        (("phases/told", "decisions/d"), "panels/forces", STARTS),
    ],
)
def test_a_slide_about_no_hour_does_not_go_back_from_where_the_talk_has_come(
    before: tuple[str, ...], show: str, hour: str
) -> None:
    exhibit = full(PHASE | {"events": LATE})
    shown = slides_of(exhibit, Talk.model_validate(talk(5, *before, show)))[-1]
    assert f"{scene_of(exhibit, shown)[1]:%Y-%m-%d %H:%M}".startswith(hour)
