"""The machine: its screen in millimetres, how it hangs, how it draws, how long it waits."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.exhibit.nodes import Refused, parse, read_text
from kiosk.exhibit.problem import Problem, did_you_mean, problem_at


class Renderer(StrEnum):
    """What draws the window."""

    AUTO = "auto"
    SOFTWARE = "software"
    OPENGL = "opengl"


class Settings(BaseModel):
    """The keys of a settings file; each has a value that suits most machines."""

    model_config = ConfigDict(frozen=True, extra="forbid")

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
    try:
        return Settings.model_validate(node.plain())
    except ValidationError as error:
        problems = []
        for found in error.errors(include_url=False):
            unknown = found["type"] == "extra_forbidden"
            hint = did_you_mean(str(found["loc"][-1]), Settings.model_fields) if unknown else ""
            message = "is not a setting" if unknown else found["msg"]
            spot = node.spot_of(found["loc"], at_key=unknown)
            problems.append(problem_at(spot, node.where(found["loc"]), message, hint))
        raise SettingsError(problems) from None
