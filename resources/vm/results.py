"""What was tried and seen, a line of JSON each, so that a run that was stopped goes on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """A scenario that was tried on a machine of an `image`, for the `number`th time."""

    image: str
    scenario: str
    number: int
    well: bool
    said: str
    pictures: list[str]


class Results:
    """The results in a file, of one image or of several."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> list[Result]:
        """All of them, in the order in which they came."""
        if not self._file.exists():
            return []
        return [Result(**json.loads(line)) for line in self._file.read_text("utf-8").splitlines()]

    def add(self, result: Result) -> None:
        """Keeps one."""
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")

    def well(self, image: str, scenario: str) -> set[int]:
        """The times that a scenario went well on an image."""
        return {
            one.number
            for one in self.read()
            if (one.image, one.scenario) == (image, scenario) and one.well
        }


def as_table(results: Iterable[Result]) -> str:
    """The last result of each time that a scenario was tried, as Markdown."""
    last = {(one.scenario, one.number): one for one in results}
    rows = [
        f"| {one.scenario} {one.number} | {'well' if one.well else 'WRONG'} | {one.said} |"
        for one in last.values()
    ]
    return "\n".join(["| scenario | | seen |", "| --- | --- | --- |", *rows, ""])
