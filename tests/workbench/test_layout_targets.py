"""Touch targets that are too small, too near, cut or out of reach are found; good ones are not."""

from __future__ import annotations

import pytest

from kiosk.workbench.layout import targets
from tests.workbench.conftest import LookAt


def said(flaws: object) -> list[str]:
    return [flaw.message for flaw in flaws]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ("width: 80; height: 79", []),
        ("width: 80; height: 78", ['"Play" takes touches on 20.0 x 19.5 mm']),
        ("width: 40; height: 80", ['"Play" takes touches on 10.0 x 20.0 mm']),
        ("width: 40; height: 80; visible: false", []),
        ("width: 40; height: 80; opacity: 0", []),
    ],
)
def test_small(look_at: LookAt, size: str, found: list[str]) -> None:
    assert said(targets.small(look_at(f'Button {{ objectName: "Play"; {size} }}'))) == found


@pytest.mark.parametrize(
    ("x", "y", "found"),
    [
        (92, 0, []),
        (91, 0, []),
        (90, 0, ['"A" and "B" are 2.5 mm apart']),
        (0, 84, ['"A" and "B" are 1.0 mm apart']),
        (89, 89, []),
        (40, 0, ['"A" and "B" overlap']),
    ],
)
def test_near(look_at: LookAt, x: int, y: int, found: list[str]) -> None:
    view = look_at(f'Button {{ objectName: "A" }} Button {{ objectName: "B"; x: {x}; y: {y} }}')
    assert said(targets.near(view)) == found


def test_what_stands_in_a_slider_is_part_of_it(look_at: LookAt) -> None:
    view = look_at("""
        Item { width: 400; height: 80; Accessible.role: Accessible.Slider; objectName: "Ruler" }
        Button { x: 100; height: 60 }
        Button { x: 182; height: 60 }
        Rectangle { x: 110; width: 20; height: 60 }
    """)
    assert said(targets.near(view)) == said(targets.small(view)) == said(targets.cut(view)) == []


def test_a_slider_is_a_target(look_at: LookAt) -> None:
    view = look_at("""
        Item {
            width: 400; height: 60
            Accessible.role: Accessible.Slider; Accessible.name: "Ruler"
        }
        Button { objectName: "Play"; x: 404 }
    """)
    assert said(targets.small(view)) == ['"Ruler" takes touches on 100.0 x 15.0 mm']
    assert said(targets.near(view)) == ['"Ruler" and "Play" are 1.0 mm apart']


@pytest.mark.parametrize(
    ("around", "found"),
    [
        ('Button { objectName: "A"; x: 600 }', ['"A" is cut off by an edge']),
        (
            'Item { width: 40; height: 80; clip: true; Button { objectName: "A" } }',
            ['"A" is cut off by an edge'],
        ),
        (
            'Flickable { width: 80; height: 40; clip: true; Button { objectName: "A" } }',
            [],
        ),
        (
            'Button { objectName: "A" } Rectangle { width: 60; height: 80 }',
            ['"A" is covered'],
        ),
        (
            'Button { objectName: "A"; width: 200 } Rectangle { width: 60; height: 80 }',
            [],
        ),
        ('Button { objectName: "A" } Rectangle { width: 90; height: 90 }', []),
        ('Rectangle { width: 60; height: 80 } Button { objectName: "A" }', []),
        (
            'Button { objectName: "A" } Rectangle { width: 60; height: 80; color: "#40000000" }',
            [],
        ),
    ],
)
def test_cut(look_at: LookAt, around: str, found: list[str]) -> None:
    assert said(targets.cut(look_at(around))) == found


@pytest.mark.parametrize(
    ("y", "reach", "found"),
    [
        (0, True, ['"Play" is 1250 to 1270 mm above the floor']),
        (199, True, []),
        (190, True, ['"Play" is 1202 to 1222 mm above the floor']),
        (0, False, []),
    ],
)
def test_reach(look_at: LookAt, y: int, reach: bool, found: list[str]) -> None:
    view = look_at(f'Button {{ objectName: "Play"; y: {y} }}', reach=reach)
    assert said(targets.out_of_reach(view)) == found
