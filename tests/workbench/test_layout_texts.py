"""Text that is too small, cut, covered, crowded or lacks glyphs is found; good text is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from kiosk.machine.glass import Glass
from kiosk.workbench.layout import crowd, texts
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.eyes import plain
from kiosk.workbench.layout.flaw import Flaw, View
from tests.workbench.conftest import LookAt

LONG = "Seven words of a sentence stand here. " * 11
CHINESE = "十二个字的一句话写在这里。" * 10


def said(flaws: Iterable[Flaw]) -> list[str]:
    return [flaw.message for flaw in flaws]


@pytest.mark.parametrize(
    ("check", "qml", "found"),
    [
        (texts.small, 'Words { text: "Read me" }', []),
        (
            texts.small,
            'Words { text: "<b>Read</b> me"; font.pixelSize: 39 }',
            ['"Read me" is 39 px tall'],
        ),
        (
            texts.small,
            'Words { width: 90; height: 40; text: "Read me"; fontSizeMode: Text.Fit }',
            ['"Read me" is 22 px tall'],
        ),
        (texts.cut, 'Words { text: "Whole" }', []),
        (
            texts.cut,
            'Words { width: 100; elide: Text.ElideRight; text: "Left out at the end" }',
            ['"Left out at the end" is cut short'],
        ),
        (
            texts.cut,
            'Words { x: 600; text: "Aside" }',
            ['"Aside" is cut by an edge of the screen'],
        ),
        (
            texts.cut,
            'Words { width: 60; wrapMode: Text.WordWrap; text: "Unbreakable" }',
            ['"Unbreakable" is wider than its room'],
        ),
        (
            texts.cut,
            'Words { width: 200; height: 60; wrapMode: Text.WordWrap; text: "Line after line" }',
            ['"Line after line" is taller than its room'],
        ),
        (
            texts.struck,
            'Words { y: 60; text: "14 October" } Rectangle { y: 90; width: 300; height: 1 }',
            ['"14 October" has a line through it'],
        ),
        (
            texts.struck,
            'Words { y: 60; text: "14 October" } Rectangle { y: 112; width: 300; height: 3 }',
            [],
        ),
        (
            texts.struck,
            'Words { y: 60; text: "14 October" } Rectangle { x: 90; y: 40; width: 1; height: 90 }',
            [],
        ),
        (
            texts.struck,
            "Rectangle { y: 90; width: 300; height: 1 }"
            'Rectangle { width: 400; height: 200; color: "black" }'
            'Words { y: 60; text: "14 October" }',
            [],
        ),
        (
            texts.cut,
            'Words { text: "Beside a line" } '
            'Rectangle { x: 330; y: 60; width: 300; height: 4; color: "#ffffff"; rotation: 45 }',
            [],
        ),
        (
            texts.cut,
            'Words { text: "Beneath a line" } '
            'Rectangle { x: 20; y: 25; width: 300; height: 4; color: "#ffffff"; rotation: 10 }',
            ['"Beneath a line" is covered in part'],
        ),
        (
            texts.cut,
            'Item { width: 50; height: 80; clip: true; Words { text: "Clipped" } }',
            ['"Clipped" is cut by the edge of what it is in'],
        ),
        (
            texts.cut,
            'Flickable { width: 300; height: 30; clip: true; Words { text: "Scrolled" } }',
            [],
        ),
        (
            texts.cut,
            'Button { objectName: "Play"; x: 50; Words { text: "Long word" } }',
            ['"Long word" stands out of "Play"'],
        ),
        (
            texts.cut,
            'Words { text: "Beneath" } Rectangle { width: 40; height: 80 }',
            ['"Beneath" is covered in part'],
        ),
        (texts.cut, 'Words { text: "Beneath" } Rectangle { width: 400; height: 80 }', []),
        (
            texts.cut,
            'Words { text: "Turned"; y: 90; rotation: 45 }'
            " Rectangle { x: 90; y: 60; width: 12; height: 12 }",
            [],
        ),
        (texts.overlapping, 'Words { text: "One" } Words { y: 32; text: "Two" }', []),
        (
            texts.overlapping,
            'Words { text: "One" } Words { y: 20; text: "Two" }',
            ['"One" and "Two" overlap'],
        ),
        (
            texts.overlapping,
            'Words { text: "Turned"; y: 90; rotation: 45 } Words { x: 90; y: 60; text: "I" }',
            [],
        ),
        (
            texts.overlapping,
            'FormationSymbol { Words { x: 60; text: "Army" } }'
            ' FormationSymbol { label: "Corps"; x: 100 }',
            ['"Army" and the symbol of "Corps" overlap'],
        ),
        (texts.overlapping, 'FormationSymbol { Words { text: "Army" } }', []),
        (
            texts.overlapping,
            'Words { text: "As said (1)"; Rectangle { width: 60; height: 60; '
            'Words { text: "I" } } }',
            [],
        ),
        (
            texts.overlapping,
            'Words { text: "As said (1)"; Rectangle { width: 10; height: 60; '
            'Words { text: "(1)" } } }',
            ['"As said (1)" and "(1)" overlap'],
        ),
        (texts.without_glyphs, 'Words { text: "洺水 & Zhāng, 5\u2060 km" }', []),
        (
            texts.without_glyphs,
            'Words { text: "ሰላም" }',
            ['"ሰላም" has ላ (U+120B), ም (U+121D), ሰ (U+1230)'],
        ),
    ],
)
def test_text(
    look_at: LookAt, check: Callable[[View], Iterator[Flaw]], qml: str, found: list[str]
) -> None:
    assert said(check(look_at(qml))) == found


@pytest.mark.parametrize(
    ("text", "kind", "height", "found"),
    [
        (LONG, "Words", 480, ["shows 77 words at once"]),
        (CHINESE, "Words", 480, ["shows 130 characters at once"]),
        (LONG, "Words", 60, []),
        (LONG, "DisplayText", 480, []),
        ("A name without an end " * 20, "Words", 480, []),
    ],
)
def test_crowd(look_at: LookAt, text: str, kind: str, height: int, found: list[str]) -> None:
    words = f'{kind} {{ width: 640; font.pixelSize: 20; wrapMode: Text.Wrap; text: "{text}" }}'
    view = look_at(f"Flickable {{ width: 640; height: {height}; clip: true; {words} }}")
    assert said(crowd.crowded(view)) == found


@pytest.mark.parametrize(
    ("inches", "size", "px"),
    [
        (24, (1920, 1080), 36),
        (24, (1600, 1200), 33),
        (43, (1920, 1080), 20),
        (10, (1920, 1080), 44),
        (7, (1920, 1080), 59),
    ],
)
def test_the_floor_is_of_some_mm(inches: float, size: tuple[int, int], px: int) -> None:
    assert texts.floor_px(Combination(size, "en", inches=inches).glass) == px


def test_letters_below_the_floor_are_found_whatever_the_glass_asks_for(
    look_at: LookAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Glass, "body_px", 30)
    found = said(texts.small(look_at('Words { text: "Read me"; font.pixelSize: 39 }')))
    assert found == ['"Read me" is 39 px tall']


def test_only_text_of_the_usual_size_is_counted(look_at: LookAt) -> None:
    words = f'Words {{ width: 640; wrapMode: Text.Wrap; font.pixelSize: 20; text: "{LONG}" }}'
    view = look_at(f"Flickable {{ width: 640; height: 480; {words} }}", text_scale=125)
    assert said(crowd.crowded(view)) == []


def test_an_end_of_a_line_parts_words() -> None:
    assert (
        plain("<b>Phases</b>&nbsp; and 10 more<br><b>Forces</b>") == "Phases  and 10 more\nForces"
    )
