"""Map symbols: every one can be seen, and both sides are told apart without colour."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.exhibit.model import Arm, Echelon, Exhibit, Pattern, Side, State
from kiosk.stage.symbols import paint_symbol

WIDTH = 60
PLAIN = Side.model_validate({"id": "a", "name": "A", "colour": "#606060"})
BARRED = Side.model_validate({"id": "b", "name": "B", "colour": "#606060", "pattern": "bar"})


def pixels(image: QImage) -> bytes:
    return bytes(image.constBits())


def symbol(
    side: Side = PLAIN,
    echelon: Echelon = Echelon.DIVISION,
    arm: Arm = Arm.INFANTRY,
    state: State = State.WAITING,
) -> QImage:
    return paint_symbol(side, echelon, arm, state, WIDTH)


@pytest.mark.parametrize("echelon", Echelon)
@pytest.mark.parametrize("arm", Arm)
def test_every_echelon_and_arm_paints_a_frame_with_marks_above(
    qapp: QGuiApplication, echelon: Echelon, arm: Arm
) -> None:
    image = symbol(echelon=echelon, arm=arm)
    assert image.width() == WIDTH
    middle = image.pixelColor(WIDTH // 2 + 9, image.height() - WIDTH // 6)
    assert middle.alpha() == 255
    marks = image.copy(0, 0, WIDTH, round(WIDTH / 1.5 * 0.34) - 2)
    assert any(
        marks.pixelColor(x, y).alpha() > 128
        for x in range(marks.width())
        for y in range(marks.height())
    )


@pytest.mark.parametrize("arm", Arm)
def test_no_two_echelons_look_alike(qapp: QGuiApplication, arm: Arm) -> None:
    assert len({pixels(symbol(echelon=echelon, arm=arm)) for echelon in Echelon}) == len(Echelon)


@pytest.mark.parametrize("echelon", Echelon)
def test_no_two_arms_look_alike(qapp: QGuiApplication, echelon: Echelon) -> None:
    assert len({pixels(symbol(echelon=echelon, arm=arm)) for arm in Arm}) == len(Arm)


@pytest.mark.parametrize("state", [State.DESTROYED, State.CAPTURED])
def test_a_formation_that_has_ended_is_struck_out(qapp: QGuiApplication, state: State) -> None:
    assert pixels(symbol(state=state)) != pixels(symbol())


@pytest.mark.parametrize(("arm", "state"), list(itertools.product(Arm, State)))
def test_sides_differ_without_colour(qapp: QGuiApplication, arm: Arm, state: State) -> None:
    one, other = symbol(PLAIN, arm=arm, state=state), symbol(BARRED, arm=arm, state=state)
    assert pixels(one) != pixels(other)


def test_the_exhibits_sides_differ_in_pattern(exhibit: Exhibit) -> None:
    patterns = [side.pattern for side in exhibit.sides]
    assert len(set(patterns)) == min(len(patterns), len(Pattern))


def test_both_sides_get_the_same_room(qapp: QGuiApplication) -> None:
    assert symbol(PLAIN).size() == symbol(BARRED).size()
