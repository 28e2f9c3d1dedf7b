"""Amber that can't be touched and isn't chosen is found."""

from __future__ import annotations

import pytest

from kiosk.workbench.layout import amber
from tests.workbench.conftest import LookAt

AMBER = 'color: "#e0a13a"'
BUTTON = 'Button { objectName: "Play"; y: 200 }'


@pytest.mark.parametrize(
    ("qml", "found"),
    [
        ('Words { text: "Paper" }', []),
        (f'Words {{ text: "Bare"; {AMBER} }}', ['"Bare" is amber']),
        (f'Button {{ objectName: "Play"; Words {{ text: "Play"; {AMBER} }} }}', []),
        (f'Words {{ y: 205; text: "I"; {AMBER} }}', []),
        (f'Item {{ property bool chosen: true; Words {{ text: "Chosen"; {AMBER} }} }}', []),
        (
            f'Item {{ property bool chosen: false; Words {{ text: "Other"; {AMBER} }} }}',
            ['"Other" is amber'],
        ),
        (f"Rectangle {{ width: 90; height: 8; {AMBER} }}", ["a part of the screen is amber"]),
        (
            'FormationSymbol { label: "Nairn"; Rectangle { width: 90; height: 8; '
            'color: "transparent"; border { width: 2; color: "#e0a13a" } } }',
            ['a part of "Nairn" is amber'],
        ),
        ('Picto { colour: "#e0a13a" }', 2 * ["a part of the screen is amber"]),
        (f'Words {{ text: "Hidden"; {AMBER} }} Rectangle {{ width: 400; height: 90 }}', []),
        (
            f"Rectangle {{ y: 40; width: 90; height: 2; {AMBER} }} "
            "Rectangle { width: 400; height: 90 }",
            [],
        ),
    ],
)
def test_misled(look_at: LookAt, qml: str, found: list[str]) -> None:
    view = look_at(f"{qml} {BUTTON}")
    assert [flaw.message for flaw in amber.misled(view)] == found


def test_a_screen_without_targets_is_touched_anywhere(look_at: LookAt) -> None:
    assert list(amber.misled(look_at(f'Words {{ text: "Touch to begin"; {AMBER} }}'))) == []
