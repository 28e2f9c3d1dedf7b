"""The machine: its screen in millimetres, how it hangs, how it draws, how long it waits."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from kiosk.exhibit import plain
from kiosk.exhibit.model.record import Checked, Field, Keyed
from kiosk.exhibit.reading.problem import Problem, Refused, did_you_mean, problem_at
from kiosk.exhibit.reading.text import read_text
from kiosk.machine import compiled
from kiosk.machine.hours import Hours
from kiosk.machine.keymap import KEYBOARD, Key, Keymap

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from kiosk.exhibit.reading.nodes import Node

LEAST_MM, MOST_MM = 50, 10_000
"""The least and the most that a side of a picture may measure."""

METRES, CENTIMETRES = 1000, 10
"""The millimetres of each."""


class Renderer(StrEnum):
    """The part of the machine that draws the window."""

    AUTO = "auto"
    SOFTWARE = "software"
    OPENGL = "opengl"


class PanelWay(StrEnum):
    """The way in which a screen is put off."""

    AUTO = "auto"
    WAYLAND = "wayland"
    SWAY = "sway"
    X11 = "x11"
    CEC = "cec"
    DDC = "ddc"
    BLACK = "black"


class Display(StrEnum):
    """The program that puts windows on the screens of a deployed machine."""

    CAGE = "cage"
    X11 = "x11"


class OtherScreens(StrEnum):
    """The picture of the screens beside the exhibit's."""

    BLACK = "black"
    SHOW = "show"


def _quarters(degrees: int) -> int:
    if degrees not in (0, 90, 180, 270):
        raise ValueError("must be 0, 90, 180 or 270")
    return degrees


def _plain(name: str) -> str:
    if not re.fullmatch(r"[\w.:*?/+-]{0,100}", name):
        raise ValueError("holds what no name of a device has; letters, digits and -_.:/+*? do")
    return name


def _label(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,11}", name):
        raise ValueError("is no label that a stick can have: up to 11 of letters, digits, - and _")
    return name


def _kept(said: dict[str, str]) -> dict[str, str]:
    Hours(said)
    return said


def _booked(said: object) -> object:
    return None if said == "off" else said


def _whole(presses: dict[Key, tuple[str, ...]]) -> dict[Key, tuple[str, ...]]:
    Keymap(presses)
    return presses


def _measured(sides: tuple[float, float]) -> tuple[float, float]:
    if not all(LEAST_MM <= side <= MOST_MM for side in sides):
        raise ValueError(_unlikely(*sides))
    return sides


def _unlikely(width: float, height: float) -> str:
    """The fault of a screen's measures, and what was probably meant."""
    said = f"must have {LEAST_MM} to {MOST_MM} millimetres a side, not {width:g} and {height:g}"
    for unit, name in ((METRES, "metres"), (CENTIMETRES, "centimetres")):
        meant = [side * unit for side in (width, height)]
        if all(2 * LEAST_MM <= side <= MOST_MM for side in meant):
            return f"{said}; if these are {name}, write [{meant[0]:g}, {meant[1]:g}]"
    return said


Turn = Annotated[int, Checked(_quarters)]
"""Degrees, clockwise."""

Plain = Annotated[str, Checked(_plain)]
"""A name that a rule of the system may hold as it is."""

Idle = Annotated[float, Field(ge=20, le=3600)]
"""Seconds."""


class Touch(Keyed):
    """The touch frame, as it is mounted."""

    rotation: Turn = Field(0, description="its turn against the picture")
    output: Plain = Field("", description="the output that it lies on, else that of `screen`")


class Speech(Keyed):
    """The exhibit as it is heard."""

    folder: str = Field("", description="where kiosk narrate has left what is spoken")
    narrators: dict[str, str] = Field(
        {},
        description="a program by language, in place of espeak-ng: it reads a text from its input"
        " and writes a WAV into {file}; taken by kiosk narrate",
        examples=[{"en": "piper --model en.onnx --output_file {file}"}],
    )
    full_dba: float = Field(
        75, ge=40, le=120, description="the loudspeaker at full loudness, in dBA at 600 mm"
    )


class Settings(Keyed):
    """The keys of a settings file; each has a value that suits most machines."""

    screen_mm: Annotated[tuple[float, float], Checked(_measured)] | None = Field(
        None, description="width and height of the picture in millimetres, measured with a ruler"
    )
    viewing_distance_mm: float = Field(
        600, ge=200, le=5000, description="from the visitors' eyes to the screen"
    )
    floor_mm: float = Field(
        750, ge=0, le=3000, description="from the floor to the lower edge of the picture"
    )
    renderer: Renderer = Renderer.AUTO
    idle_s: Annotated[Idle | None, Checked(_booked, before=True)] = Field(
        60,
        description="seconds without a touch before the warning; off: a booked visit, which ends"
        " when the visitor ends it",
    )
    warning_s: float = Field(20, ge=20, le=600, description="seconds that the warning waits")
    sound: bool = True
    motion: bool = Field(
        True, description="whether what can move moves, the show too; else cuts replace all motion"
    )
    watch: bool = Field(
        True, description="whether a change of the content is taken while the exhibit runs"
    )

    display: Display = Field(
        Display.CAGE, description="what puts windows on the screens; taken by kiosk deploy"
    )
    screen: Plain = Field(
        "", description="the output, such as HDMI-A-1, that shows the exhibit; else the first"
    )
    other_screens: OtherScreens = Field(
        OtherScreens.BLACK,
        description="the picture of the others: black, or the show (under X11 alone)",
    )
    stands: dict[str, str] = Field(
        {}, description="where the exhibit stands, by language, for the show in a lobby"
    )
    rotation: Turn = Field(0, description="the picture's turn; taken by kiosk deploy")
    touch: Touch = Field(Touch(), description="the touch frame; taken by kiosk deploy")
    keys: tuple[Plain, ...] = Field(
        (), description="serials of keyboards that are heard; taken by kiosk deploy"
    )
    speech: Speech = Field(Speech(), description="what is spoken, and how loud")
    keypad: Annotated[dict[Key, tuple[str, ...]], Checked(_whole)] = Field(
        dict(KEYBOARD),
        description="the presses of each key, in place of a keyboard's; kiosk keys prints them",
    )
    key_repeats: bool = Field(True, description="whether a key goes on while it is held")
    key_apart_s: float = Field(
        0, ge=0, le=2, description="seconds before a second press of the same key counts"
    )

    stick: Annotated[str, Checked(_label)] = Field(
        "", description="label of the stick that brings content, none without; for kiosk deploy"
    )

    hours: Annotated[dict[str, str], Checked(_kept)] = Field(
        {}, description='opening hours by "mon" to "sun", "daily" or date; always open without'
    )
    panel: PanelWay = Field(
        PanelWay.AUTO, description="the way in which the screen is put off when the hours are over"
    )
    nightly_restart: bool = Field(
        False, description="whether the exhibit starts again when the hours are over"
    )
    statistics: bool = Field(True, description="whether visits are counted, by the day")
    shuffled_pin: bool = Field(
        False, description="whether the keypad of staff has its digits at other places each time"
    )

    @property
    def keymap(self) -> Keymap:
        """The meaning of each press on this machine."""
        apart_ms = round(self.key_apart_s * 1000)
        return Keymap(self.keypad, repeats=self.key_repeats, apart_ms=apart_ms)


class SettingsError(Exception):
    """A settings file that can't be used; `problems` say why, each with its line.

    The `sound` settings are those whose lines have no mistake, for what must run all the same.
    """

    def __init__(self, problems: list[Problem], sound: Settings | None = None) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
        self.sound = sound or Settings()


def read_settings(path: Path | None) -> Settings:
    """The settings in `path`, the usual ones without a file; raises SettingsError."""
    if path is None:
        return Settings()
    try:
        text = read_text(path, path.name)
    except Refused as refused:
        raise SettingsError([refused.problem]) from None
    kept = compiled.recall("settings", text, plain.kinds_in(sys.modules[__name__]).values())
    if isinstance(kept, Settings):
        return kept
    settings = _checked(path.name, text)
    compiled.keep("settings", text, settings)
    return settings


def _checked(file: str, text: str) -> Settings:
    """The settings that the text of a file says; raises SettingsError."""
    from pydantic_core import ValidationError

    from kiosk.exhibit.reading.nodes import parse

    try:
        node = parse(text, file)
    except Refused as refused:
        raise SettingsError([refused.problem]) from None
    if node is None:
        return Settings()
    problems = [
        problem_at(spot, node.where(steps), "is here a second time", f"first at {first}")
        for steps, spot in node.repeats()
        if (first := node.spot_of(steps, at_key=True))
    ]
    said = node.plain()
    try:
        settings = Settings.model_validate(said)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
        problems += [_problem(found, node) for found in wrong]
        settings = _sound(said, {found["loc"][0] for found in wrong if found["loc"]})
    if problems:
        problems.sort(key=lambda found: (found.line, found.column))
        raise SettingsError(problems, settings)
    return settings


def _sound(said: object, wrong: set[int | str]) -> Settings:
    """The settings without those keys that are wrong."""
    if not isinstance(said, dict):
        return Settings()
    from pydantic_core import ValidationError

    try:
        return Settings.model_validate({k: v for k, v in said.items() if k not in wrong})
    except ValidationError:
        return Settings()


def _problem(found: ErrorDetails, node: Node) -> Problem:
    from kiosk.exhibit.reading.schema import sentence

    steps = found["loc"]
    unknown = found["type"] == "unexpected_keyword_argument"
    if unknown:
        known = _group_of(steps).model_fields
        message, hint = "is not a setting", did_you_mean(str(steps[-1]), known)
    elif not steps:
        message, hint = "stands where settings are expected", 'each is a line such as "idle_s: 90"'
    elif steps[0] == "screen_mm" and found["type"] != "value_error":
        steps = steps[:1]
        message, hint = "is not a width and a height in millimetres", "such as [531, 299]"
    else:
        message, hint = sentence(found, node.find(steps))
    return problem_at(node.spot_of(steps, at_key=unknown), node.where(steps), message, hint)


def _group_of(steps: tuple[int | str, ...]) -> type[Keyed]:
    """The settings among which the last of the steps stands."""
    group: type[Keyed] = Settings
    for step in steps[:-1]:
        field = group.model_fields.get(str(step))
        if field and isinstance(field.annotation, type) and issubclass(field.annotation, Keyed):
            group = field.annotation
    return group
