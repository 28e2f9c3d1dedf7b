"""Keys and clickers: which presses are acts of a talk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt

from kiosk.talk.clicker import KEYS, Clicker
from kiosk.talk.delivery import Act, Mode
from tests.talk.test_delivery import MANY, given_talk


class Press(QEvent):
    def __init__(
        self, key: int, modifiers: Qt.KeyboardModifier, repeat: bool, kind: QEvent.Type
    ) -> None:
        super().__init__(kind)
        self._key, self._modifiers, self._repeat = key, modifiers, repeat

    def key(self) -> int:
        return self._key

    def modifiers(self) -> Qt.KeyboardModifier:
        return self._modifiers

    def isAutoRepeat(self) -> bool:
        return self._repeat


def press(
    clicker: Clicker,
    key: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    repeat: bool = False,
    kind: QEvent.Type = QEvent.Type.KeyPress,
) -> bool:
    """Whether a key is swallowed."""
    return clicker.eventFilter(QObject(), Press(key, modifiers, repeat, kind))


@pytest.mark.parametrize(
    "keys",
    [
        # what the buttons of clickers send: next, back, blank, start and end by turns
        {Qt.Key.Key_PageDown: Act.FORWARD, Qt.Key.Key_PageUp: Act.BACK},
        {Qt.Key.Key_Period: Act.BLACK, Qt.Key.Key_B: Act.BLACK},
        {Qt.Key.Key_Escape: Act.ESCAPE},
    ],
)
def test_a_clickers_buttons_have_acts(keys: dict[int, Act]) -> None:
    assert keys.items() <= KEYS.items()


def test_a_clickers_start_button_goes_on_where_its_other_press_asked_to_end() -> None:
    delivery, _ = given_talk()
    clicker = Clicker(delivery)
    press(clicker, Qt.Key.Key_Escape)
    press(clicker, Qt.Key.Key_F5)
    assert (delivery.mode, delivery.slide) == (Mode.SLIDE, 0)


@pytest.mark.parametrize(
    ("key", "modifiers", "repeat", "kind", "swallowed", "slide"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, False, QEvent.Type.KeyPress, True, 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, False, QEvent.Type.KeyPress, True, 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, True, QEvent.Type.KeyPress, True, 0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, False, QEvent.Type.KeyPress, False, 0),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier, False, QEvent.Type.KeyPress, False, 0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, False, QEvent.Type.KeyRelease, False, 0),
    ],
)
def test_which_presses_count(
    key: int,
    modifiers: Qt.KeyboardModifier,
    repeat: bool,
    kind: QEvent.Type,
    swallowed: bool,
    slide: int,
) -> None:
    delivery, _ = given_talk()
    assert press(Clicker(delivery), key, modifiers, repeat=repeat, kind=kind) is swallowed
    assert delivery.slide == slide


def test_a_modifier_alone_does_not_return_from_black_but_any_key_does() -> None:
    delivery, _ = given_talk()
    clicker = Clicker(delivery)
    modes = []
    for key in (Qt.Key.Key_B, Qt.Key.Key_Shift, Qt.Key.Key_F9):
        press(clicker, key)
        modes.append(delivery.mode)
    assert modes == [Mode.BLACK, Mode.BLACK, Mode.SLIDE]


def test_digits_and_enter_open_a_slide() -> None:
    delivery, _ = given_talk(MANY)
    clicker = Clicker(delivery)
    press(clicker, Qt.Key.Key_7)
    assert delivery.typed == 7
    press(clicker, Qt.Key.Key_Return)
    assert delivery.slide == 6
