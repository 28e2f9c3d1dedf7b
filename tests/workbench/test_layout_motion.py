"""Play in which a name turns, a caption is late, or what has no part moves, is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, NamedTuple, cast

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.exhibit.model import Exhibit
from kiosk.map.boxes import Box
from kiosk.map.labels.result import EdgeItem, FormationSign
from kiosk.map.signs.proposals import Leader
from kiosk.workbench.layout import motion
from kiosk.workbench.layout.cases import cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.flaw import Flaw
from kiosk.workbench.layout.motion import Frame
from kiosk.workbench.layout.visiting import BlankMap, opened, visited
from tests.map.looking import Looking
from tests.meeting import SMALL
from tests.workbench.conftest import LookAt

HOUR = dt.timedelta(hours=1)
MM = 3.6


class Waiting(NamedTuple):
    """What waits at the edge, as far as its rectangle goes."""

    x: float
    y: float
    width: float
    height: float


def said(flaws: Iterable[Flaw]) -> list[str]:
    return [flaw.message for flaw in flaws]


@pytest.fixture
def frame(qapp: QGuiApplication, small: Exhibit) -> Frame:
    """A picture of a small exhibit with a named symbol."""
    looking = Looking(small)
    looking.open(small.exhibit.view, 20)
    return Frame(looking.moment, looking.viewport, looking.picture)


def symbol_of(frame: Frame) -> FormationSign:
    """The first sign, as a symbol with a name at its right."""
    sign = frame.picture.signs[0]
    return replace(
        sign, square=False, symbol_width=80, symbol_height=70, label="Army", label_x=84, label_y=14
    )


def shown(frame: Frame, sign: FormationSign, hours: int) -> Frame:
    """The picture some hours later, with a single sign on it."""
    picture = replace(frame.picture, signs=(sign,), names=())
    return replace(frame, moment=frame.moment + hours * HOUR, picture=picture)


LEFT, ABOVE, BELOW = (-90, 14), (-5, -44), (-5, 72)
"""Corners of a name beside a symbol, in px from the symbol's."""


def put(sign: FormationSign, corner: tuple[int, int]) -> FormationSign:
    """A sign with its name elsewhere."""
    return replace(sign, label_x=corner[0], label_y=corner[1])


def test_a_name_keeps_its_side_while_the_camera_stands(frame: Frame) -> None:
    right = symbol_of(frame)
    places = (right, put(right, LEFT), put(right, ABOVE), put(right, BELOW))
    seen = [shown(frame, sign, hours) for hours, sign in enumerate(places)]
    told = {one.moment: f"hour {hours}" for hours, one in enumerate(seen)}
    assert said(motion.turned([seen[0], seen[0]], told)) == []
    assert said(motion.turned(seen[:2], told)) == [
        '"Army" changes its side in play, 1 times: hour 1 from right to left'
    ]
    assert said(motion.turned(seen, told)) == [
        '"Army" changes its side in play, 3 times: hour 1 from right to left; '
        "hour 2 from left to above; hour 3 from above to below"
    ]


def test_a_name_that_went_comes_back_to_its_side(frame: Frame) -> None:
    right = symbol_of(frame)
    seen = [
        shown(frame, sign, hours)
        for hours, sign in enumerate((right, replace(right, label=""), put(right, LEFT)))
    ]
    told = {one.moment: f"hour {hours}" for hours, one in enumerate(seen)}
    assert said(motion.turned(seen, told)) == [
        '"Army" changes its side in play, 1 times: hour 2 from right to left'
    ]


def test_a_name_may_turn_when_the_camera_moves(frame: Frame) -> None:
    right = symbol_of(frame)
    after = shown(frame, put(right, LEFT), 1)
    moved = replace(after, viewport=replace(after.viewport, x=after.viewport.x + 1))
    assert said(motion.turned([shown(frame, right, 0), moved], {moved.moment: ""})) == []


def test_the_side_of_a_place_is_that_of_its_middle(frame: Frame) -> None:
    name = replace(frame.picture.names[0], label_width=100, label_height=40)
    sides = {
        motion.side_of_name(replace(name, label_x=x, label_y=y))
        for x, y in ((10, -20), (-110, -20), (-50, -50), (-50, 10))
    }
    assert sides == {"right", "left", "above", "below"}
    assert motion.side_of_name(replace(name, label_x=10, label_y=-20)) == "right"
    assert motion.side_of_name(replace(name, label_x=-50, label_y=10)) == "below"


# ------------------------------------------------------------ caption, clock and ruler


def stage_at(
    moment: dt.datetime,
    caption: str = "They march.",
    *,
    directed: bool = True,
    standing: bool = False,
    clock: str = "",
    mirrored: bool = False,
) -> Any:
    """A stage at a moment, as far as a caption is asked of it."""
    told = SimpleNamespace(
        eventText=caption, eventWhen="the event's", text="the clock's", clock=clock, day="16 April"
    )
    playhead = SimpleNamespace(moment=moment, directed=directed, standing=standing)
    phrases = SimpleNamespace(mirrored=mirrored)
    return SimpleNamespace(playhead=playhead, moment=told, phrases=phrases)


@pytest.mark.parametrize(
    ("hour_known", "late", "found"),
    [
        (True, dt.timedelta(), []),
        (
            True,
            2 * HOUR,
            ["the caption of march tells of the event's while the clock shows the clock's"],
        ),
        (False, 2 * HOUR, []),
        (
            False,
            24 * HOUR,
            ["the caption of march tells of the event's while the clock shows the clock's"],
        ),
    ],
)
def test_the_caption_is_of_the_hour_of_the_clock(
    look_at: LookAt, small: Exhibit, hour_known: bool, late: dt.timedelta, found: list[str]
) -> None:
    event = (
        small.phases[0]
        .events[0]
        .model_copy(
            update={"id": "march", "hour_known": hour_known, "at": dt.datetime(1746, 4, 15, 6)}
        )
    )
    sight = look_at(f"{CLOCK} {CAPTION}").sight
    assert said(motion.at_odds(sight, stage_at(event.at + late), event, 0.5)) == found
    over = stage_at(event.at + late, directed=False)
    assert said(motion.at_odds(sight, over, event, 0.5)) == []
    unseen = look_at(CLOCK).sight
    assert said(motion.at_odds(unseen, stage_at(event.at + late), event, 0.5)) == []


CLOCK = 'Words { text: "16 April" }'
CAPTION = 'Words { y: 80; text: "They <b>march.</b>" }'


def test_the_clock_is_read_and_at_a_stop_the_caption(look_at: LookAt, small: Exhibit) -> None:
    event = small.phases[0].events[0].model_copy(update={"id": "march"})
    stands = stage_at(event.at, "They <b>march.</b>", standing=True)
    both, clock, neither = (look_at(qml).sight for qml in (f"{CLOCK} {CAPTION}", CLOCK, "Item {}"))
    silent = "the caption of march is not read while the play stands at the clock's"
    assert said(motion.at_odds(both, stands, event, 0.5)) == []
    assert said(motion.at_odds(clock, stands, event, 0.5)) == [silent]
    assert said(motion.at_odds(neither, stands, event, 0.5)) == [
        "the clock does not show 16 April",
        silent,
    ]
    over = stage_at(event.at, "They <b>march.</b>", directed=False)
    assert said(motion.at_odds(neither, over, event, 0.5)) == []
    later = stage_at(event.at, "They <b>march.</b>", clock="06:00")
    assert said(motion.at_odds(both, later, event, 0.5)) == ["the clock does not show 06:00"]


@pytest.mark.parametrize(
    ("over", "found"),
    [
        ("", []),
        ('Words { x: 200; y: 100; text: "Nearby" }', []),
        ('Words { x: 290; y: 180; text: "Upon it" }', ['lies under "Upon it"']),
        ('Button { x: 280; y: 160; objectName: "Play" }', ['lies under "Play"']),
        ('Button { objectName: "The map"; width: 640; height: 480 }', []),
    ],
)
def test_nothing_covers_what_the_play_is_about(
    frame: Frame, look_at: LookAt, over: str, found: list[str]
) -> None:
    viewport = replace(frame.viewport, room=Box(40, 40, 600, 440))
    at = viewport.x + 310 / viewport.scale, viewport.y + 200 / viewport.scale
    sight = look_at(over or "Item {}").sight
    whose = 'the spot of "They march." '
    about = replace(frame, viewport=viewport, pulse=at)
    assert said(motion.hidden(sight, about, "They march.")) == [whose + one for one in found]
    away = replace(about, pulse=(at[0] + 320 / viewport.scale, at[1]))
    assert said(motion.hidden(sight, away, "They march.")) == [whose + "lies beyond the map"]
    assert said(motion.hidden(sight, replace(about, pulse=None), "They march.")) == []


@pytest.mark.parametrize(
    ("x", "share", "mirrored", "found"),
    [
        (180, 0.5, False, []),
        (190, 0.5, False, ["the playhead on the ruler stands 10 px off the hour of the clock's"]),
        (130, 0.25, False, []),
        (230, 0.25, True, []),
        (130, 0.25, True, ["the playhead on the ruler stands 100 px off the hour of the clock's"]),
    ],
)
def test_the_ruler_shows_the_hour(
    look_at: LookAt, x: int, share: float, mirrored: bool, found: list[str]
) -> None:
    view = look_at(f"""
        Item {{ objectName: "ruler"; x: 100; width: 200; height: 40
            Picto {{ x: {x - 100}; property string name: "playhead" }}
        }}
        {CLOCK}
    """)
    stage = stage_at(dt.datetime(1746, 4, 15, 6), mirrored=mirrored)
    assert said(motion.at_odds(view.sight, stage, None, share)) == found


# ------------------------------------------------------------ what has no part in it


def painted(*spots: tuple[float, float]) -> QImage:
    """A dark screen with a light square at each spot."""
    picture = QImage(1920, 1080, QImage.Format.Format_RGB32)
    picture.fill(QColor("#0f1317"))
    painter = QPainter(picture)
    for x, y in spots:
        painter.fillRect(round(x) - 30, round(y) - 30, 60, 60, QColor("#f2ead9"))
    painter.end()
    return picture


def test_only_what_moves_changes_the_picture(frame: Frame) -> None:
    sign = symbol_of(frame)
    first = shown(frame, sign, 0)
    second = shown(frame, replace(sign, dx=sign.dx + 40), 1)
    ((x, y),) = frame.viewport.on_screen([(sign.plane_x, sign.plane_y)])
    here, there = (x + sign.dx + 40, y + sign.dy + 35), (x + sign.dx + 80, y + sign.dy + 35)
    still = (first, painted(here)), (second, painted(there))
    assert said(motion.restless(*still, MM)) == []
    room = frame.viewport.room
    away = (room.left + 40, room.bottom - 40)
    restless = (first, painted(here)), (second, painted(there, away))
    assert said(motion.restless(*restless, MM)) == ["0.4 % of the map change away from what moves"]
    outside = (first, painted(here)), (second, painted(there, (room.right + 60, 40)))
    assert said(motion.restless(*outside, MM)) == []
    control = QRectF(away[0] - 32, away[1] - 32, 64, 64)
    assert said(motion.restless(*restless, MM, [control])) == []


def test_what_waits_at_the_edge_comes_and_goes(frame: Frame) -> None:
    room = frame.viewport.room
    item = Waiting(room.left + 8, room.bottom - 90, 90, 60)
    there = replace(frame.picture, edges=cast("tuple[EdgeItem, ...]", (item,)))
    pictures = painted(), painted((item.x + 40, item.y + 30))
    before, after = frame, replace(frame, picture=there)
    assert said(motion.restless((before, pictures[0]), (before, pictures[1]), MM)) != []
    assert said(motion.restless((before, pictures[0]), (after, pictures[1]), MM)) == []


def test_a_leader_comes_and_goes_with_its_words(frame: Frame) -> None:
    x, y = frame.viewport.room.centre
    at = frame.viewport.x + x / frame.viewport.scale, frame.viewport.y + y / frame.viewport.scale
    leader = Leader(*at, start=(0.0, 0.0), end=(40.0, 30.0), colour="#f2ead9", yours=False)
    after = replace(frame, picture=replace(frame.picture, leaders=(leader,)))
    pictures = painted(), painted((x + 20, y + 15))
    assert said(motion.restless((frame, pictures[0]), (frame, pictures[1]), MM)) != []
    assert said(motion.restless((frame, pictures[0]), (after, pictures[1]), MM)) == []


def test_night_falls_on_all_and_rings_stand_about_an_event(frame: Frame) -> None:
    x, y = frame.viewport.room.centre
    at = frame.viewport.x + x / frame.viewport.scale, frame.viewport.y + y / frame.viewport.scale
    ring = painted((x, y))
    assert said(motion.restless((frame, painted()), (frame, ring), MM)) != []
    for later in (replace(frame, night=0.5), replace(frame, pulse=at)):
        assert said(motion.restless((frame, painted()), (later, ring), MM)) == []


def test_a_camera_that_moves_changes_all(frame: Frame) -> None:
    moved = replace(frame, viewport=replace(frame.viewport, x=0.0))
    assert said(motion.restless((frame, painted()), (moved, painted((900, 500))), MM)) == []


# ------------------------------------------------------------ a phase that plays


def test_a_phase_is_played_to_its_end(qapp: QGuiApplication, small: Exhibit) -> None:
    here = Combination((960, 540), "en")
    (home,) = (case for case in cases(small) if case.name == "home")
    with visited(small, SMALL, here, BlankMap) as (kiosk, time), opened(kiosk, time, home):
        stage = kiosk.stage
        stage.navigation.openPhase(0)
        seen = list(motion.frames(kiosk, time))
        moments = [one.moment for one in seen]
        assert moments == sorted(set(moments))
        assert len(moments) > 3
        assert small.phases[0].ends - moments[-1] <= HOUR
        assert not stage.playhead.playing
        assert stage.session.state == "visit"
