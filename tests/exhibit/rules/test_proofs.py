"""Proofs of a lesson: their numbers stand in the text, in order, and have a place on the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

TEXT = "    text: Men who had marched all night slept where they lay and missed the battle.\n"
PROOFS = """    proofs:
      - text: turned back
        place: nairn
        sources: [outline]
      - text: slept
        place: [-4.1, 57.5]
        sources: [outline]
"""
SAID = "    text: Men who had marched (1) slept (2).\n"
AT = "warning: lessons[sleep]"


def said(folder: Path) -> list[str]:
    problems = read_exhibit(folder, thorough=True).problems
    return [str(problem).split(": ", 1)[1] for problem in problems]


@pytest.mark.parametrize(
    ("text", "proofs", "found"),
    [
        (SAID, PROOFS, []),
        ("    text: Men (who had marched) slept (7).\n", "", []),
        (
            "    text: Men who had marched (1) slept.\n",
            PROOFS,
            [
                f"{AT}.text: does not say (2), the number of a proof "
                "(write (2) behind what the proof is for)"
            ],
        ),
        (
            "    text: Men (1) who had (2) marched (3) slept.\n",
            PROOFS,
            [f"{AT}.text: says (3), and has 2 proofs (add the proof, or take the number out)"],
        ),
        (
            "    text: Men who had marched (2) slept (1).\n",
            PROOFS,
            [f"{AT}.text: numbers its proofs (2), (1) (put the proofs into the order of the text)"],
        ),
        (
            SAID,
            PROOFS.replace("        place: nairn\n", ""),
            [
                f"{AT}.proofs[1]: has no place, so that no (1) stands on the map "
                "(add place: with the id of a place, or a point)"
            ],
        ),
        (
            SAID,
            PROOFS.replace("place: nairn", "place: narn"),
            ['lessons[sleep].proofs[1].place: there is no place "narn" (did you mean "nairn"?)'],
        ),
    ],
)
def test_proofs_are_numbered_and_placed(
    alter: Alter, text: str, proofs: str, found: list[str]
) -> None:
    folder = alter("story.yaml", TEXT, text + proofs)
    assert said(folder) == found


def test_a_lesson_with_a_faulty_proof_keeps_the_exhibit_whole(alter: Alter) -> None:
    folder = alter("story.yaml", TEXT, SAID + PROOFS.replace("        place: nairn\n", ""))
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    assert [proof.place for proof in exhibit.lessons[0].proofs] == [None, (-4.1, 57.5)]
