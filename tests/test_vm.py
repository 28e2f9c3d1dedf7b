"""A row of scenarios: what went well is not tried again, and what went wrong is said."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenarios
from results import Result, Results, as_table
from run import Run, Wrong, expect


class Stand(Run):
    """A machine that is only said to be one."""

    begun = 0

    @property
    def is_on(self) -> bool:
        return self._on

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._on = False

    def begin(self) -> None:
        Stand.begun += 1
        self._on = True

    def shown(self) -> float:
        return 0

    def shot(self, name: str) -> None:
        self.shots.append(f"{name}.png")

    def told(self, name: str) -> None:
        (self.folder / f"{name}.txt").write_text("why\n")

    def pull_the_plug(self) -> None:
        self._on = False


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def good(run: Run, number: int) -> str:
        run.shot(f"good-{number}")
        return "a picture"

    def bad(run: Run, number: int) -> str:
        expect(number != 2, "no picture")
        if number == 3:
            raise TimeoutError("no picture within 600 s")
        return "a picture"

    monkeypatch.setattr(scenarios, "Run", Stand)
    monkeypatch.setattr(scenarios, "SCENARIOS", {"good": good, "bad": bad})
    monkeypatch.setattr(Stand, "begun", 0)
    (tmp_path / "made").write_text("image\n")
    return tmp_path


def test_each_is_tried_so_often_and_what_was_wrong_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["good", "bad:4"]
    assert scenarios.main(folder, names) == 1
    assert Stand.begun == 2  # one that does not answer is lost
    results = Results(folder / "results.jsonl")
    assert results.well("image", "bad") == {1, 4}
    assert [one.pictures for one in results.read()] == [
        ["good-1.png"],
        [],
        ["bad-2-wrong.png"],
        ["bad-3-wrong.png"],
        [],
    ]
    assert {path.name for path in folder.glob("*.txt")} == {"bad-2-wrong.txt", "bad-3-wrong.txt"}
    assert scenarios.main(folder, names) == 1
    assert [(one.scenario, one.number) for one in results.read()[5:]] == [("bad", 2), ("bad", 3)]
    assert "Wrong: no picture" in (folder / "results.md").read_text("utf-8")
    capsys.readouterr()


def test_another_image_is_tried_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenarios.main(folder, ["good"])
    (folder / "made").write_text("another\n")
    scenarios.main(folder, ["good"])
    assert [one.image for one in Results(folder / "results.jsonl").read()] == ["image", "another"]
    capsys.readouterr()


def test_the_table_has_the_last_of_each() -> None:
    tried = [
        Result("image", "plug", 1, False, "no picture", []),
        Result("image", "plug", 2, True, "picture 50 s after power on", []),
        Result("image", "plug", 1, True, "picture 60 s after power on", []),
    ]
    assert as_table(tried) == (
        "| scenario | | seen |\n| --- | --- | --- |\n"
        "| plug 1 | well | picture 60 s after power on |\n"
        "| plug 2 | well | picture 50 s after power on |\n"
    )


def test_a_name_that_is_none_is_refused() -> None:
    assert scenarios.wanted(["kill:2"]) == [("kill", 1), ("kill", 2)]
    with pytest.raises(KeyError):
        scenarios.wanted(["kil"])


def test_what_is_not_so_is_said() -> None:
    with pytest.raises(Wrong, match="dark"):
        expect(False, "dark")
