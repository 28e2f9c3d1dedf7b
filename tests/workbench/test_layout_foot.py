"""A foot that moves, and words at the edge of the screen, are found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from kiosk.workbench.layout import foot
from tests.workbench.conftest import LookAt

FOOT = """
Item {{ objectName: "foot"; y: 400; width: 640; height: 80
    Item {{ objectName: "ruler"; x: {x}; width: 300; height: 40 }}
}}
"""


def test_a_foot_stands_where_it_stood(look_at: LookAt) -> None:
    first = foot.Foot()
    assert list(first.moved(look_at("Words { text: 'no foot' }"))) == []
    assert list(first.moved(look_at(FOOT.format(x=100)))) == []
    assert list(first.moved(look_at(FOOT.format(x=101)))) == []
    found = [flaw.message for flaw in first.moved(look_at(FOOT.format(x=110)))]
    assert found == [
        "the ruler is at x 110 to 410, y 400 to 440, and was at x 100 to 400, y 400 to 440"
    ]
    assert list(foot.Foot().moved(look_at(FOOT.format(x=110)))) == []


@pytest.mark.parametrize(
    ("qml", "found"),
    [
        ('Words { x: 52; text: "In" }', []),
        ('Words { x: 40; text: "Out" }', ['"Out" is 10.0 mm from an edge of the screen']),
        (
            'Words { x: 620; width: 10; text: "I"; horizontalAlignment: Text.AlignRight }',
            ['"I" is 2.5 mm from an edge of the screen'],
        ),
        (
            'Button { objectName: "Home"; Picto { x: 20 } }',
            ['"Home" is 5.0 mm from an edge of the screen'],
        ),
        ('Button { objectName: "Home"; Picto { x: 52 } }', []),
        ('Picto { x: 20; name: "playhead" }', []),
        (
            'Picto { x: 20; name: "home" }',
            ['"an icon" is 5.0 mm from an edge of the screen'],
        ),
    ],
)
def test_margin(look_at: LookAt, qml: str, found: list[str]) -> None:
    assert [flaw.message for flaw in foot.at_edge(look_at(qml))] == found


@pytest.mark.parametrize(
    ("wide", "high", "px"),
    [(1920, 1080, 64), (1080, 1920, 56), (1600, 1200, 48), (1200, 1600, 48)],
)
def test_the_margin_is_that_of_the_shape(wide: int, high: int, px: int) -> None:
    assert foot.margin(QRectF(0, 0, wide, high)) == px
