"""The situation: it places anew when it must, calmly, and shows what the map's picture says."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.kinds import ref_of
from kiosk.exhibit.model import Exhibit, LayerStyle, PlaceKind
from kiosk.exhibit.ref import Ref
from kiosk.map import picture
from kiosk.map.camera import MapCamera
from kiosk.map.labels.stands import AGAIN_HOURS
from kiosk.map.picture import MapPicture
from kiosk.map.situation import SETTLE_HOURS, Situation
from kiosk.telling.outline.pointing import spoken_of
from kiosk.visit.playhead import Playhead
from kiosk.workbench.layout.motion import side_of_name, side_of_sign
from tests.exhibit.made import exhibit as made_exhibit
from tests.map.looking import Looking
from tests.meeting import CONTENT, blank_map
from tests.qt.fake_time import FakeTime


class Watched:
    """A situation with its camera and its playhead, asked for what `looking` asks for."""

    def __init__(self, looking: Looking) -> None:
        exhibit, request, main = looking.exhibit, looking.request, looking.exhibit.exhibit
        self.exhibit, self.mm = exhibit, looking.mm
        self.camera = MapCamera(exhibit.map.bounds)
        self.time = FakeTime()
        self.playhead = Playhead(main.starts, main.ends, self.time, None)
        self.situation = Situation(exhibit, Clock(exhibit), self.camera, self.playhead)
        self.situation.measure(request.text_px, request.px_per_mm)
        assert request.teller
        self.situation.speak(request.teller)
        self.situation.hide(request.hidden)
        left, top, width, height = looking.focus
        self.camera.setScreen(left + width, top + height, *looking.focus)

    def open(self, view: str, hours: float) -> None:
        self.camera.jump_to(self.exhibit.indexed("views")[view].bounds)
        self.playhead.seek(hours)

    def hops(self, move: Callable[[int], None], steps: int) -> int:
        """The times that a symbol or a name that stays goes to another side of its spot."""
        count = 0
        before: dict[tuple[str, str], tuple[int, ...]] = {}
        for step in range(steps):
            move(step)
            picture = self.situation.picture
            now: dict[tuple[str, str], tuple[int, ...]] = {
                ("sign", sign.key): (sign.dx, sign.dy, sign.label_x, sign.label_y)
                for sign in picture.signs
                if not sign.square
            }
            now |= {("name", name.key): (name.label_x, name.label_y) for name in picture.names}
            count += sum(math.dist(now[key], before[key]) > self.mm for key in now if key in before)
            before = now
        return count


def test_the_campaign_plays_calmly(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    seen = Watched(Looking(exhibit))
    seen.open("campaign", 0)
    assert seen.hops(seen.playhead.seek, 481) < 0.4 * 481


def test_a_small_pan_moves_no_name(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    seen = Watched(Looking(exhibit))
    seen.open("pocket", 444)
    assert seen.hops(lambda _: seen.camera.pan(-4 * seen.mm, 0), 12) <= 6


def test_it_shows_the_picture_of_the_playheads_moment_seen_from_the_camera(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Looking(exhibit)
    seen = Watched(look)
    for view, hours in (("campaign", 0), ("pocket", 444), ("north", 240)):
        look.open(view, hours)
        seen.open(view, hours)
        assert seen.situation.picture == look.picture
        assert seen.situation.signs.rows == list(look.picture.signs)
        assert seen.situation.names.rows == list(look.picture.names)


def test_everything_is_placed_once_when_it_is_asked_for(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    seen = Watched(Looking(exhibit))
    told = []
    seen.situation.awaited.connect(lambda: told.append("awaited"))
    seen.situation.drawn.connect(lambda: told.append("drawn"))
    seen.situation.catch_up()
    told.clear()
    seen.open("pocket", 420)
    seen.situation.choose([ref_of(exhibit.formations[0])])
    assert told == ["awaited"]
    assert seen.situation.picture.signs
    assert told == ["awaited", "drawn"]


def test_what_stands_stays_while_time_runs_and_at_a_jump_names_alone(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    look = Looking(exhibit)
    seen = Watched(look)
    look.open("pocket", 420)
    seen.open("pocket", 420)
    for step, settle in ((SETTLE_HOURS / 2, False), (2 * SETTLE_HOURS, True)):
        memory = seen.situation.picture.memory
        before = memory.of_names() if settle else memory
        seen.playhead.seek(seen.playhead.hours + step)
        assert seen.situation.picture == look.cartographer.draw(
            seen.playhead.moment, look.viewport, look.request, before, settle=settle
        )


def sides(picture: MapPicture) -> dict[str, str]:
    """The side of its symbol or its dot on which each name stands, or where along its course."""
    signs = {sign.key: side_of_sign(sign) for sign in picture.signs if sign.label}
    names = {
        name.key: side_of_name(name) if name.dot else f"{name.label_x} {name.label_y}"
        for name in picture.names
        if name.lead
    }
    return signs | names


@pytest.mark.parametrize(
    ("number", "rivers"), [*((number, False) for number in range(5)), (2, True), (4, True)]
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_name_changes_its_side_while_a_phase_plays(
    qapp: QGuiApplication, exhibit: Exhibit, number: int, language: str, rivers: bool
) -> None:
    looking = Looking(exhibit, language=language)
    looking.focus = (800, 36, 1056, 814)
    seen, phase = Watched(looking), exhibit.phases[number]
    seen.situation.take_rails(blank_map(CONTENT).lines(LayerStyle.RAILWAY))
    seen.situation.take_rivers(blank_map(CONTENT).lines(LayerStyle.RIVER))
    assert looking.request.teller
    told = spoken_of(exhibit, looking.request.teller, phase)
    if rivers:
        told |= {ref_of(place) for place in exhibit.places if place.kind is PlaceKind.RIVER}
    seen.situation.point((), told)
    seen.camera.jump_to(exhibit.indexed("views")[phase.view].bounds)
    first, last = (
        int((moment - exhibit.exhibit.starts) / dt.timedelta(hours=1))
        for moment in (phase.starts, phase.ends)
    )
    before: dict[str, str] = {}
    changed, shown = [], 0
    for hour in range(first, last):
        seen.playhead.seek(hour)
        now = sides(seen.situation.picture)
        changed += [f"{hour}: {key}" for key in now if before.get(key, now[key]) != now[key]]
        before |= now
        shown += len(now)
    assert shown > last - first
    assert not changed, "\n".join(changed)


def test_a_name_driven_from_its_side_comes_back_to_it_some_hours_later(
    qapp: QGuiApplication,
) -> None:
    standing = [{"starts": "1900-01-01", "at": [5, 5], "state": "waiting", "uncertainty_km": 1}]
    own = {"id": "own", "name": "Own", "number": "1", "side": "north", "echelon": "corps"}
    seen = Watched(Looking(made_exhibit(formations=[{**own, "importance": 1, "track": standing}])))
    seen.open("all", 0)
    seen.situation.point((), [Ref("formations/own")])
    (sign,) = seen.situation.signs.rows
    x, y = seen.camera.viewport(seen.mm).spot(5, 5)
    left, top = x + sign.dx + sign.label_x, y + sign.dy + sign.label_y
    named = []
    for hour in range(40):
        wide = 400 if 10 <= hour < 20 else 0
        seen.situation.keepFree("it", left + 30, top - 100, wide, 240)
        seen.playhead.seek(hour)
        (now,) = seen.situation.signs.rows
        assert not now.label or (now.label_x, now.label_y) == (sign.label_x, sign.label_y)
        named.append(bool(now.label))
    back = 19 + int(AGAIN_HOURS)
    assert named == [hour < 10 or hour >= back for hour in range(40)]


def test_a_place_beside_its_dot_again_stays_there_and_goes_to_no_line_when_driven_from_it(
    qapp: QGuiApplication,
) -> None:
    town = {"id": "hill", "name": "Hill", "kind": "town", "precision_km": 1, "importance": 2}
    seen = Watched(Looking(made_exhibit(places=[{**town, "at": [5, 5]}])))

    def hem_in(mm: float) -> None:
        """Keeps the ground free at both sides of the dot, so many mm up and down."""
        x, y = seen.camera.viewport(seen.mm).spot(5, 5)
        for way in (-1, 1):
            wide, high = (40 * seen.mm if mm else 0), mm * seen.mm
            middle = x + way * (wide / 2 + 3 * seen.mm)
            seen.situation.keepFree(f"{way}", middle - wide / 2, y - high, wide, 2 * high)

    def side() -> str:
        return sides(seen.situation.picture).get("hill", "")

    seen.open("all", 0)
    seen.situation.point((), [Ref("places/hill")])
    hem_in(12)
    seen.playhead.seek(1)
    assert seen.situation.picture.leaders
    hem_in(0)
    seen.camera.zoom(1.5, *seen.camera.viewport(seen.mm).spot(5, 5))
    beside = side()
    assert beside
    assert not seen.situation.picture.leaders
    there = []
    for hour in range(2, 40):
        hem_in(12 if 10 <= hour < 20 else 0)
        seen.playhead.seek(hour)
        there.append(side())
        assert not seen.situation.picture.leaders
    back = 10 + 2 * int(AGAIN_HOURS)
    assert there == [beside if hour < 10 or hour >= back else "" for hour in range(2, 40)]


def test_what_the_page_names_anew_moves_no_other_name_while_it_plays_nor_when_it_stops(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    seen = Watched(Looking(exhibit))
    seen.open("pocket", 420)
    seen.situation.point((), [Ref("formations/army-40"), Ref("places/matou")])
    before = sides(seen.situation.picture)
    moved: list[str] = []
    seen.playhead.playTo(424)
    told = itertools.cycle((["formations/column-1"], ["formations/column-2"], ["places/baita"], []))
    while True:
        seen.time.advance(100)
        seen.situation.point((), map(Ref, next(told)))
        now = sides(seen.situation.picture)
        moved += [key for key in now if before.get(key, now[key]) != now[key]]
        before |= now
        if not seen.playhead.playing:
            break
    assert seen.playhead.hours == 424
    assert {"baita", "column-1", "column-2"} <= before.keys()
    assert not moved


def steps_of(seen: Watched) -> int:
    """How often a frame comes until all is placed."""
    drawn: list[None] = []
    seen.situation.drawn.connect(lambda: drawn.append(None))
    count = 0
    while not drawn:
        seen.situation.go_on()
        count += 1
    return count


@pytest.mark.parametrize("move", ["pan", "flight"])
def test_where_only_the_camera_moves_it_is_placed_between_frames_and_as_if_at_once(
    qapp: QGuiApplication, exhibit: Exhibit, move: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "SLICE_S", 0.0)
    by_steps, at_once = Watched(Looking(exhibit)), Watched(Looking(exhibit))
    for seen in (by_steps, at_once):
        seen.open("pocket", 444)
        assert steps_of(seen) == 1
        if move == "pan":
            seen.camera.pan(-8 * seen.mm, 0)
        else:
            seen.camera.fly_to(exhibit.indexed("views")["campaign"].bounds)
            seen.camera.fly(0.1)
    assert steps_of(by_steps) > 1
    assert by_steps.situation.picture == at_once.situation.picture


def test_no_frame_that_shows_what_was_placed_begins_to_place_what_is_next(
    qapp: QGuiApplication, exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "SLICE_S", 0.0)
    seen = Watched(Looking(exhibit))
    seen.open("pocket", 444)
    seen.situation.catch_up()
    seen.camera.pan(-8 * seen.mm, 0)
    seen.situation.go_on()
    seen.camera.pan(-8 * seen.mm, 0)
    told: list[str] = []
    seen.situation.awaited.connect(lambda: told.append("awaited"))
    seen.situation.drawn.connect(lambda: told.append("drawn"))
    steps_of(seen)
    assert told == ["drawn"]
    assert seen.situation.at_work
    assert seen.situation.picture.memory.viewport == seen.camera.viewport(seen.mm)


def test_what_else_changes_meanwhile_is_placed_with_it_at_once(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    seen = Watched(Looking(exhibit))
    seen.open("pocket", 444)
    seen.situation.catch_up()
    seen.camera.pan(-8 * seen.mm, 0)
    seen.situation.go_on()
    chosen = ref_of(exhibit.formations[0])
    seen.situation.choose([chosen])
    assert steps_of(seen) == 1
    assert seen.situation.request.chosen == {chosen}
    assert seen.situation.picture.memory.viewport == seen.camera.viewport(seen.mm)
