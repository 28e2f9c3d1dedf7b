"""A machine's settings file: what it may say, and how a mistake is named."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kiosk.machine import folders
from kiosk.machine.settings import Renderer, Settings, SettingsError, read_settings

SIDES = "must have 50 to 10000 millimetres a side"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.yaml"


def test_without_a_file_the_usual_settings_hold() -> None:
    assert read_settings(None) == Settings()


def test_an_empty_file_changes_nothing(file: Path) -> None:
    file.write_text("# nothing yet\n")
    assert read_settings(file) == Settings()


def test_every_kind_of_value_is_read(file: Path) -> None:
    file.write_text("screen_mm: [1210, 680]\nrenderer: opengl\nidle_s: 90\nsound: no\n")
    settings = read_settings(file)
    assert settings.screen_mm == (1210, 680)
    assert settings.renderer is Renderer.OPENGL
    assert settings.idle_s == 90
    assert settings.sound is False


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "idel_s: 90\n",
            ['settings.yaml:1:1: idel_s: is not a setting (did you mean "idle_s"?)'],
        ),
        (
            "sound: yes\nidle_s: 5\n",
            ['settings.yaml:2:9: idle_s: "5" is less than 20'],
        ),
        (
            "renderer: vulkan\nfloor_mm: x\n",
            [
                'settings.yaml:1:11: renderer: "vulkan" is not one of auto, software, opengl',
                'settings.yaml:2:11: floor_mm: "x" is not a number '
                "(write it with a point, such as 2.5)",
            ],
        ),
        (
            "screen_mm: [0, 0]\n",
            [f"settings.yaml:1:12: screen_mm: {SIDES}, not 0 and 0"],
        ),
        (
            "screen_mm: [0.531, 0.299]\n",
            [
                f"settings.yaml:1:12: screen_mm: {SIDES}, not 0.531 and 0.299; "
                "if these are metres, write [531, 299]"
            ],
        ),
        (
            "screen_mm: [53.1, 29.9]\n",
            [
                f"settings.yaml:1:12: screen_mm: {SIDES}, not 53.1 and 29.9; "
                "if these are centimetres, write [531, 299]"
            ],
        ),
        *(
            (
                f"screen_mm: {sides}\n",
                [
                    "settings.yaml:1:12: screen_mm: is not a width and a height in millimetres "
                    "(such as [531, 299])"
                ],
            )
            for sides in ("[nan, 300]", "[inf, 300]", "[x, 300]", "[531]", "[1, 2, 3]", "531")
        ),
        (
            "idle_s: .inf\n",
            [
                'settings.yaml:1:9: idle_s: ".inf" is not a number '
                "(write it with a point, such as 2.5)"
            ],
        ),
        (
            "sound: maybe\n",
            ['settings.yaml:1:8: sound: "maybe" is neither true nor false'],
        ),
        (
            "idle_s: 90\nsound: no\nidle_s: 80\n",
            ["settings.yaml:3:1: idle_s: is here a second time (first at settings.yaml:1:1)"],
        ),
        *(
            (
                text,
                [
                    "settings.yaml:1:1: stands where settings are expected "
                    '(each is a line such as "idle_s: 90")'
                ],
            )
            for text in ("- idle_s: 90\n", "idle_s 90\n")
        ),
    ],
)
def test_mistakes_are_named_with_their_line(file: Path, text: str, problems: list[str]) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert [str(problem) for problem in caught.value.problems] == problems


@pytest.mark.parametrize("label", ["MUSEUM", "kiosk-2", '""'])
def test_labels_that_a_stick_can_have(file: Path, label: str) -> None:
    file.write_text(f"stick: {label}\n")
    assert read_settings(file).stick == label.strip('"')


@pytest.mark.parametrize("label", ["A STICK", '"*"', "TWELVE-SIGNS"])
def test_no_rule_is_made_of_other_labels(file: Path, label: str) -> None:
    file.write_text(f"stick: {label}\n")
    with pytest.raises(SettingsError, match="is no label that a stick can have"):
        read_settings(file)


def test_a_missing_file_is_named(file: Path) -> None:
    with pytest.raises(SettingsError, match=r"^settings\.yaml:1:1: cannot be read: No such file"):
        read_settings(file)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_no_file_to_wait_for(file: Path) -> None:
    os.mkfifo(file)
    with pytest.raises(SettingsError, match=r"^settings\.yaml:1:1: is a pipe or a device, not a"):
        read_settings(file)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("idle: 90\nsound: false\n", Settings(sound=False)),
        ("idle_s: soon\nrotation: 90\n", Settings(rotation=90)),
        ("touch: {rotation: 45}\nidle_s: 90\n", Settings(idle_s=90)),
        ("[1, 2]\n", Settings()),
        ("a: [\n", Settings()),
    ],
)
def test_what_is_sound_of_settings_with_a_mistake(
    tmp_path: Path, text: str, sound: Settings
) -> None:
    (tmp_path / "settings.yaml").write_text(text)
    with pytest.raises(SettingsError) as raised:
        read_settings(tmp_path / "settings.yaml")
    assert raised.value.sound == sound


def test_the_lines_that_a_new_machine_is_given_are_sound(file: Path) -> None:
    given = (folders.resources() / "deploy" / "settings.yaml").read_text("utf-8")
    lines = [line.removeprefix("# ") for line in given.splitlines()[1:]]
    file.write_text("\n".join(lines))
    assert {line.partition(":")[0] for line in lines} < {*Settings.model_fields}
    assert read_settings(file) != Settings()


FIRST = """
screen_mm: [531, 299]
viewing_distance_mm: 600
floor_mm: 750
renderer: auto
idle_s: 60
warning_s: 20
sound: true
watch: true
rotation: 90
touch: {rotation: 0, output: HDMI-A-1}
hours: {daily: "10:00-18:00", mon: closed, "2026-05-17": "18:00-02:00"}
panel: auto
nightly_restart: false
keys: [Cherry_GmbH_*]
statistics: true
shuffled_pin: false
"""


def test_settings_of_the_first_machines_open_unchanged(file: Path) -> None:
    file.write_text(FIRST)
    assert read_settings(file).touch.output == "HDMI-A-1"
