"""Scenes: solved ahead or when they are seen, a scene looks the same, and is solved but once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Exhibit
from kiosk.map import scenes
from kiosk.map.picture import Cartographer, Drawing
from kiosk.map.scenes import Scene, Scenes
from tests.map.looking import Looking


@pytest.fixture
def looking(qapp: QGuiApplication, exhibit: Exhibit) -> Looking:
    look = Looking(exhibit)
    look.open("pocket", 420)
    return look


@pytest.fixture
def solved(looking: Looking) -> Scenes:
    return Scenes(looking.exhibit, looking.clock)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Scene]:
    """The scenes that are begun to be drawn."""
    found: list[Scene] = []
    drawing = Cartographer.drawing

    def noted(self: Cartographer, *asked: Any, **how: Any) -> Drawing:
        found.append(Scene(*asked[:3]))
        return drawing(self, *asked, **how)

    monkeypatch.setattr(Cartographer, "drawing", noted)
    return found


def views(look: Looking) -> Iterator[Scene]:
    for view, hours in (("pocket", 420), ("north", 240), ("campaign", 0)):
        look.open(view, hours)
        yield Scene(look.moment, look.viewport, look.request)


def test_what_was_expected_looks_as_if_it_had_not_been(looking: Looking, solved: Scenes) -> None:
    wanted = [*views(looking)]
    solved.expect(wanted)
    steps = sum(iter(solved.work, False))
    assert steps > len(wanted)  # a step is a laying
    for scene in wanted:
        assert solved.picture(scene) == looking.cartographer.draw(*scene)


def test_a_scene_is_drawn_once(looking: Looking, solved: Scenes, begun: list[Scene]) -> None:
    one, other, third = views(looking)
    begun.clear()
    solved.expect([one, other])
    while solved.work():
        pass
    solved.expect([other, third])
    while solved.work():
        pass
    for scene in (one, other, third, one):
        solved.picture(scene)
    assert begun == [one, other, third]


def test_one_that_is_seen_while_at_work_is_finished_not_begun_again(
    looking: Looking, solved: Scenes, begun: list[Scene]
) -> None:
    one, other, _ = views(looking)
    begun.clear()
    solved.expect([one])
    assert solved.work()
    assert solved.picture(one) == looking.cartographer.draw(*one)
    assert begun == [one, one]  # the second is the one that it is held against
    solved.expect([other])
    assert solved.work()
    assert solved.picture(one).signs  # what else is asked for does not disturb what is at work
    assert solved.picture(other) == looking.cartographer.draw(*other)


def test_only_the_last_asked_for_are_kept(
    looking: Looking, solved: Scenes, begun: list[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scenes, "MOST", 2)
    one, other, third = views(looking)
    begun.clear()
    for scene in (one, other, one, third, one):
        solved.picture(scene)
    assert begun == [one, other, third]
    solved.picture(other)
    assert begun[3:] == [other]


def test_without_the_railway_it_was_not_the_same_map(looking: Looking, solved: Scenes) -> None:
    scene = next(views(looking))
    solved.expect([scene])
    while solved.work():
        pass
    rails = [[(scene.viewport.view[0], y) for y in scene.viewport.view[1::2]]]
    solved.take_rails(rails)
    looking.cartographer.take_rails(rails)
    assert solved.picture(scene) == looking.cartographer.draw(*scene)
    assert not solved.work()
