"""The machine: its screen in millimetres, how it hangs, how it draws, how long it waits."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from kiosk.exhibit.reading.nodes import Node, Refused, parse, read_text
from kiosk.exhibit.reading.problem import Problem, did_you_mean, problem_at
from kiosk.exhibit.reading.schema import sentence

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

LEAST_MM, MOST_MM = 50, 10_000
"""The least and the most that a side of a picture may measure."""

METRES, CENTIMETRES = 1000, 10
"""The millimetres of each."""


class Renderer(StrEnum):
    """The part of the machine that draws the window."""

    AUTO = "auto"
    SOFTWARE = "software"
    OPENGL = "opengl"


class Settings(BaseModel):
    """The keys of a settings file; each has a value that suits most machines."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    screen_mm: tuple[float, float] | None = Field(
        None, description="width and height of the picture in millimetres, measured with a ruler"
    )
    viewing_distance_mm: float = Field(
        600, ge=200, le=5000, description="from the visitors' eyes to the screen"
    )
    floor_mm: float = Field(
        750, ge=0, le=3000, description="from the floor to the lower edge of the picture"
    )
    renderer: Renderer = Renderer.AUTO
    idle_s: float = Field(
        60, ge=20, le=3600, description="seconds without a touch before the warning"
    )
    warning_s: float = Field(20, ge=20, le=600, description="seconds that the warning waits")
    sound: bool = True
    watch: bool = Field(
        True, description="whether a change of the content is taken while the exhibit runs"
    )

    @field_validator("screen_mm")
    @classmethod
    def _measured(cls, sides: tuple[float, float] | None) -> tuple[float, float] | None:
        if sides and not all(LEAST_MM <= side <= MOST_MM for side in sides):
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


class SettingsError(Exception):
    """A settings file that can't be used; `problems` say why, each with its line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def read_settings(path: Path | None) -> Settings:
    """The settings in `path`, the usual ones without a file; raises SettingsError."""
    if path is None:
        return Settings()
    try:
        node = parse(read_text(path, path.name), path.name)
    except Refused as refused:
        raise SettingsError([refused.problem]) from None
    if node is None:
        return Settings()
    problems = [
        problem_at(spot, node.where(steps), "is here a second time", f"first at {first}")
        for steps, spot in node.repeats()
        if (first := node.spot_of(steps, at_key=True))
    ]
    try:
        settings = Settings.model_validate(node.plain())
    except ValidationError as error:
        problems += [_problem(found, node) for found in error.errors(include_url=False)]
    if problems:
        raise SettingsError(sorted(problems, key=lambda found: (found.line, found.column)))
    return settings


def _problem(found: ErrorDetails, node: Node) -> Problem:
    steps = found["loc"]
    unknown = found["type"] == "extra_forbidden"
    if unknown:
        message, hint = "is not a setting", did_you_mean(str(steps[-1]), Settings.model_fields)
    elif not steps:
        message, hint = "stands where settings are expected", 'each is a line such as "idle_s: 90"'
    elif steps[0] == "screen_mm" and found["type"] != "value_error":
        steps = steps[:1]
        message, hint = "is not a width and a height in millimetres", "such as [531, 299]"
    else:
        message, hint = sentence(found, node.find(steps))
    return problem_at(node.spot_of(steps, at_key=unknown), node.where(steps), message, hint)
