"""The attract show: the content's slides in their order, time passing on the map, for ever."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.model import Exhibit, Slide
from kiosk.machine import folders
from kiosk.stage.show import Show
from kiosk.telling.locale import Locale
from tests.exhibit.made import exhibit as made
from tests.meeting import SMALL, Meet
from tests.qt.fake_time import FakeTime
from tests.window import Visitor

SEEN = 3
"""Every so many steps somebody looks: no picture comes in between."""


def slides(visitor: Visitor, exhibit: Exhibit, count: int) -> list[str]:
    """The lines of `count` slides, as they are read on the screen."""
    found = []
    for turn in range(count):
        line = str(visitor.stage.show.line)
        assert line in visitor.texts()
        found.append(line)
        visitor.time.advance_s(exhibit.attract[turn % len(exhibit.attract)].seconds)
        visitor.process()
    return found


@pytest.mark.parametrize("folder", ["exhibit", "small"])
def test_slides_turn_in_the_contents_order_and_go_round(
    meet: Meet, request: pytest.FixtureRequest, folder: str
) -> None:
    shown: Exhibit = request.getfixturevalue(folder)
    visitor = meet(SMALL) if folder == "small" else meet()
    language = shown.exhibit.languages[0]
    lines = [slide.line.in_(language) for slide in shown.attract]
    assert len(set(lines)) == len(lines)
    assert slides(visitor, shown, 2 * len(lines)) == lines + lines


@pytest.mark.parametrize("motion", [True, False])
def test_a_machine_that_stands_still_shows_each_slide_at_what_it_tells(
    meet: Meet, exhibit: Exhibit, *, motion: bool
) -> None:
    visitor = meet(motion=motion)
    show = visitor.stage.show
    passed = list[int]()
    for slide in exhibit.attract:
        event = exhibit.event(slide.event)
        told = event.at if event else slide.ends
        moments = set()
        for _ in range(4):
            moments.add(show.moment)
            visitor.time.advance_s(slide.seconds / 4)
        passed.append(len(moments))
        assert motion or moments == {told}
    assert (max(passed) > 1) is motion


@pytest.mark.parametrize("motion", [True, False])
def test_each_visit_begins_with_as_much_motion_as_its_machine(meet: Meet, *, motion: bool) -> None:
    visitor = meet(motion=motion)
    visitor.wake()
    preferences = visitor.stage.preferences
    assert preferences.reducedMotion is not motion
    preferences.toggleReducedMotion()
    visitor.stage.session.leave()
    assert preferences.reducedMotion is not motion


def test_a_slide_is_read_in_every_language(passer_by: Visitor, exhibit: Exhibit) -> None:
    for slide in exhibit.attract:
        words = passer_by.texts()
        assert [slide.line.in_(code) in words for code in exhibit.exhibit.languages] == [
            True for _ in exhibit.exhibit.languages
        ]
        passer_by.time.advance_s(slide.seconds)
        passer_by.process()


def test_it_invites_in_every_language_and_has_no_button(passer_by: Visitor) -> None:
    assert set(passer_by.stage.touchToBegin) <= set(passer_by.texts())
    assert passer_by.buttons() == []


def test_no_button_is_seen_while_bar_and_sheets_are_made(passer_by: Visitor) -> None:
    making = passer_by.kiosk.engine.incubationController()
    if not making.incubatingObjectCount():
        passer_by.frame()
    steps = 0
    while making.incubatingObjectCount():
        making.incubateFor(0)
        steps += 1
        if steps % SEEN == 0:
            assert passer_by.buttons() == []
    assert passer_by.buttons() == []
    assert steps > 100


def test_time_passes_on_the_map(passer_by: Visitor, exhibit: Exhibit) -> None:
    playhead = passer_by.stage.playhead
    for slide in exhibit.attract:
        moments = [playhead.moment]
        for _ in range(int(slide.seconds * 10) - 1):
            passer_by.time.advance(100)
            moments.append(playhead.moment)
        assert moments[0] == slide.starts
        assert moments == sorted(moments)
        assert slide.ends - moments[-1] < (slide.ends - slide.starts) / 5
        assert len(set(moments)) > 3
        passer_by.time.advance(100)


def test_the_map_flies_to_each_slides_view(passer_by: Visitor, exhibit: Exhibit) -> None:
    camera = passer_by.stage.camera
    views = exhibit.indexed("views")
    for slide in exhibit.attract:
        assert camera.destination == camera.fitted(views[slide.view].bounds)
        passer_by.time.advance_s(slide.seconds)


def test_what_a_slide_speaks_of_is_there_and_nothing_is_chosen(
    passer_by: Visitor, exhibit: Exhibit
) -> None:
    slide = next(i for i, slide in enumerate(exhibit.attract) if slide.highlight)
    passer_by.time.advance_s(sum(one.seconds for one in exhibit.attract[: slide + 1]) - 1)
    passer_by.settle()
    rows = {row.key: row for row in passer_by.stage.situation.signs.rows}
    assert set(exhibit.attract[slide].highlight) & set(rows)
    assert not any(row.chosen for row in rows.values())
    assert not passer_by.stage.situation.picture.rings


def test_it_never_stops_by_itself(passer_by: Visitor, exhibit: Exhibit) -> None:
    whole = sum(slide.seconds for slide in exhibit.attract)
    passer_by.time.advance_s(whole * 4 + exhibit.attract[0].seconds)
    assert (passer_by.state, passer_by.stage.show.index) == ("attract", 1)


# ------------------------------------------------------------ the show itself


def show_of(seconds: list[float]) -> tuple[Show, FakeTime]:
    exhibit = made()
    slides = [
        Slide.model_validate({**exhibit.attract[0].model_dump(), "seconds": one}) for one in seconds
    ]
    exhibit = exhibit.model_copy(update={"attract": tuple(slides)})
    time, locale = FakeTime(), Locale(exhibit, folders.resources() / "words")
    return Show(exhibit, time, locale), time


@given(st.lists(st.floats(4, 60), min_size=1, max_size=5), st.integers(1, 12))
def test_each_slide_stands_for_its_own_seconds(seconds: list[float], turns: int) -> None:
    show, time = show_of(seconds)
    turned: list[tuple[int, int]] = []
    show.turned.connect(lambda: turned.append((show.index, time.now_ms())))
    show.start()
    while len(turned) <= turns:
        time.advance(500)
    for (index, began), (after, ended) in pairwise(turned):
        assert after == (index + 1) % len(seconds)
        assert ended - began == pytest.approx(seconds[index] * 1000, abs=2)


def test_a_stopped_show_keeps_its_slide_and_starts_at_the_first() -> None:
    show, time = show_of([4, 4, 4])
    show.start()
    time.advance_s(5)
    show.stop()
    time.advance_s(60)
    assert (show.index, time.waiting()) == (1, 0)
    show.start()
    assert show.index == 0
