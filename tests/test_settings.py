"""A machine's settings file: what it may say, and how a mistake is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.settings import Renderer, Settings, SettingsError, read_settings


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
            ["settings.yaml:2:9: idle_s: Input should be greater than or equal to 20"],
        ),
        (
            "renderer: vulkan\nfloor_mm: x\n",
            [
                "settings.yaml:2:11: floor_mm: Input should be a valid number, "
                "unable to parse string as a number",
                "settings.yaml:1:11: renderer: Input should be 'auto', 'software' or 'opengl'",
            ],
        ),
    ],
)
def test_mistakes_are_named_with_their_line(file: Path, text: str, problems: list[str]) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        read_settings(file)
    assert [str(problem) for problem in caught.value.problems] == problems


def test_a_missing_file_is_named(file: Path) -> None:
    with pytest.raises(SettingsError, match=r"^settings\.yaml:1:1: cannot be read: No such file"):
        read_settings(file)
