"""What presses mean: a keyboard's, a keypad's by the kernel's codes, and maps that can't be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.machine.keymap import CODES, EVDEV, FIVE, JACK, KEYBOARD, Key, Keymap
from kiosk.machine.settings import Settings, SettingsError, read_settings

STORM = {Key.NEXT: ["evdev:108"], Key.PREVIOUS: ["evdev:103"], Key.MORE: ["evdev:106"]}
STORM |= {Key.LESS: ["evdev:105"], Key.OK: ["evdev:96", "F13"]}


def test_the_numbers_of_keys_are_qts() -> None:
    for name, code in CODES.items():
        assert Qt.Key[f"Key_{name}"].value == code


@pytest.mark.parametrize("key", sorted({*Key} - JACK))
def test_a_keyboard_has_every_key(key: Key) -> None:
    for name in KEYBOARD[key]:
        assert Keymap().meaning(CODES[name], 0) is key


def test_a_keypad_is_heard_by_the_kernels_codes_whatever_the_system_makes_of_them() -> None:
    keymap = Keymap(STORM)
    assert keymap.meaning(int(Qt.Key.Key_Tools.value), 108 + EVDEV) is Key.NEXT
    assert keymap.meaning(int(Qt.Key.Key_F13.value), 0) is Key.OK
    assert keymap.meaning(int(Qt.Key.Key_Down.value), 0) is None


@pytest.mark.parametrize("key", FIVE)
def test_a_map_that_lacks_one_of_the_five_is_refused(key: Key) -> None:
    rest = {other: names for other, names in STORM.items() if other is not key}
    with pytest.raises(ValueError, match=rf"^lacks {key}; without next, previous, more, less, ok"):
        Keymap(rest)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "keypad: {next: [Down], previous: [Up], more: [Right], less: [Left]}",
            "settings.yaml:1:9: keypad: lacks ok; without next, previous, more, less, ok "
            "not everything is reached",
        ),
        (
            "keypad: {next: [Dwn], previous: [Up], more: [Right], less: [Left], ok: [Return]}",
            'settings.yaml:1:9: keypad: knows no key "Dwn"; kiosk keys prints the names of yours',
        ),
        (
            "keypad: {next: [Up], previous: [Up], more: [Right], less: [Left], ok: [Return]}",
            'settings.yaml:1:9: keypad: has "Up" for next and for previous',
        ),
    ],
)
def test_a_wrong_map_is_said_in_one_line(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(f"{line}\n")
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert [str(problem) for problem in caught.value.problems] == [said]


def test_a_key_that_is_none_is_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("keypad: {nxt: [Down]}\n")
    with pytest.raises(SettingsError, match="nxt"):
        read_settings(file)


def test_settings_have_a_keyboards_keys_unless_they_say_others(tmp_path: Path) -> None:
    assert Settings().keymap.meaning(CODES["Tab"], 0) is Key.NEXT
    file = tmp_path / "settings.yaml"
    pad = ", ".join(f"{key}: [{', '.join(names)}]" for key, names in STORM.items())
    file.write_text(f"keypad: {{{pad}}}\nidle_s: off\n")
    settings = read_settings(file)
    assert settings.keymap.meaning(0, 103 + EVDEV) is Key.PREVIOUS
    assert settings.idle_s is None
