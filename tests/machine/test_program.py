"""Programs that are asked: one that is not there, says nothing, or hangs stops nobody."""

from __future__ import annotations

import pytest

from kiosk.machine.program import answer


@pytest.mark.parametrize("command", [["no-such-program-here"], ["true"], ["sleep", "60"]])
def test_a_program_without_an_answer_says_nothing(command: list[str]) -> None:
    assert answer(command, 0.5) == ""


def test_it_answers_in_its_own_english() -> None:
    assert answer(["sh", "-c", "echo $LC_ALL; echo no >&2"], 60) == "C\n"
