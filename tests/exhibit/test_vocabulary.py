"""Arms and echelons of content's own: what they mean, and what is said of slips in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.model import Arm, Echelon
from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.vocabulary import Vocabulary
from kiosk.machine.reading import reading_of
from tests.exhibit import made
from tests.exhibit.conftest import Alter

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2">{}</svg>'
HUMP = '<path style="fill:#123456;stroke:none" d="M0 2q1-4 3 0z"/>'
OWN = """
arms:
  - id: camels
    name: Camel corps
    {}
echelons:
  - id: cohort
    name: Cohort
    like: battalion
"""
BORNE = "    echelon: regiment\n    arm: cavalry\n"


def test_what_content_adds_stands_beside_what_is_shipped() -> None:
    own = made.exhibit(
        arms=[
            {"id": "camels", "name": "Camels", "like": "cavalry"},
            {"id": "staff", "name": "Staff", "like": "headquarters"},
            {"id": "infantry", "name": "Foot"},
        ],
        echelons=[
            {"id": "legion", "name": "Legion", "like": "division"},
            {"id": "cohort", "name": "Cohort", "like": "battalion", "marks": "V"},
            {"id": "corps", "name": "Corps"},
        ],
    )
    words = Vocabulary(own)
    assert [words.sign(arm) for arm in ("camels", "infantry", "sail")] == [Arm.CAVALRY, "", ""]
    assert [words.is_headquarters(arm) for arm in ("staff", "headquarters", "camels")] == [
        *(True, True, False)
    ]
    assert [words.marks(one) for one in ("legion", "cohort", "corps", "army")] == [
        *("XX", "V", None, None)
    ]
    assert words.in_order({"cohort", "legion", "corps", "ship"}) == [
        *("corps", "legion", "ship", "cohort")
    ]
    assert words.size("legion") is Echelon.DIVISION
    assert [words.is_small(one) for one in ("cohort", "legion")] == [True, False]
    assert words.arms_of({"camels", "train", "infantry"}) == ["infantry", "train", "camels"]


def own_signs(folder: Path, drawing: str) -> Path:
    (folder / "own.yaml").write_text(OWN.format("drawing: signs/camel.svg"), "utf-8")
    (folder / "signs").mkdir()
    (folder / "signs" / "camel.svg").write_text(drawing, "utf-8")
    return folder


def test_a_drawing_is_taken_into_the_records_in_one_colour(alter: Alter) -> None:
    folder = alter("forces.yaml", BORNE, "    echelon: cohort\n    arm: camels\n")
    own_signs(folder, SVG.format(HUMP))
    assert read_exhibit(folder, thorough=True).problems == ()
    for reading in (read_exhibit(folder), reading_of(folder), reading_of(folder)):
        assert reading.exhibit
        sign = Vocabulary(reading.exhibit).sign("camels")
        assert sign.count("currentColor") == sign.count("fill") == 2


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        (
            SVG.format('<image href="a.png"/>'),
            'own.yaml:5:14: arms[camels].drawing: "signs/camel.svg": draws on another file; put '
            "everything into the one (its symbols have no drawing)",
        ),
        (
            SVG.format(f"<desc>{'x' * 8000}</desc>"),
            'own.yaml:5:14: arms[camels].drawing: "signs/camel.svg": is longer than 8,000 letters '
            "(its symbols have no drawing; a sign is a few shapes; draw it more simply)",
        ),
        (
            "<svg",
            'own.yaml:5:14: arms[camels].drawing: "signs/camel.svg": is not sound XML at line 1, '
            "column 1 (its symbols have no drawing)",
        ),
    ],
)
def test_a_drawing_that_cant_be_drawn_is_said_and_done_without(
    alter: Alter, drawing: str, said: str
) -> None:
    folder = alter("forces.yaml", BORNE, "    echelon: cohort\n    arm: camels\n")
    own_signs(folder, drawing)
    reading = read_exhibit(folder, thorough=True)
    assert [str(problem) for problem in reading.problems] == [said]
    assert reading.exhibit
    assert "dragoons" in reading.exhibit.indexed("formations")


ARMS, ECHELONS = ", ".join(Arm), ", ".join(Echelon)


@pytest.mark.parametrize(
    ("borne", "said"),
    [
        (
            "    echelon: regiment\n    arm: cavallry\n",
            'forces.yaml:137:10: formations[dragoons].arm: there is no arm "cavallry" (did you '
            'mean "cavalry"?)',
        ),
        (
            "    echelon: regiment\n    arm: hussars\n",
            'forces.yaml:137:10: formations[dragoons].arm: there is no arm "hussars" '
            f"(one of {ARMS}, or an entry of arms:)",
        ),
        (
            "    echelon: horde\n    arm: cavalry\n",
            'forces.yaml:136:14: formations[dragoons].echelon: there is no echelon "horde" '
            f"(one of {ECHELONS}, or an entry of echelons:)",
        ),
        (
            "    echelon: cohorte\n    arm: camels\n",
            'forces.yaml:136:14: formations[dragoons].echelon: there is no echelon "cohorte" '
            '(did you mean "cohort"?)',
        ),
    ],
)
def test_a_slip_in_an_arm_or_a_size_is_said(alter: Alter, borne: str, said: str) -> None:
    folder = alter("forces.yaml", BORNE, borne)
    (folder / "own.yaml").write_text(OWN.format("like: cavalry"), "utf-8")
    assert said in map(str, read_exhibit(folder).problems)


@pytest.mark.parametrize(
    ("arm", "said"),
    [
        (
            "like: cavalry\n    drawing: signs/camel.svg",
            "own.yaml:3:5: arms[camels]: needs one of `drawing`, `sign` and `like`",
        ),
        (
            "drawing: signs/camel.svg",
            'own.yaml:5:14: arms[camels].drawing: there is no file "signs/camel.svg" (its symbols '
            "have no drawing)",
        ),
        (
            "like: camel",
            f'own.yaml:5:11: arms[camels].like: "camel" is not one of {ARMS}',
        ),
    ],
)
def test_a_slip_in_an_arm_of_ones_own_is_said(minimal: Path, arm: str, said: str) -> None:
    (minimal / "own.yaml").write_text(OWN.format(arm), "utf-8")
    assert said in map(str, read_exhibit(minimal).problems)


@pytest.mark.parametrize(
    ("echelon", "said"),
    [
        (
            "name: Cohort",
            "own.yaml:2:5: echelons[cohort]: needs `like`, since no shipped size has this id",
        ),
        (
            "name: Cohort\n    like: battalion\n    marks: OO",
            'own.yaml:5:12: echelons[cohort].marks: "OO" is no row of marks (X a cross, I a bar, '
            "V a chevron, ~ a wave, . a dot; six at most)",
        ),
    ],
)
def test_a_slip_in_a_size_of_ones_own_is_said(minimal: Path, echelon: str, said: str) -> None:
    (minimal / "own.yaml").write_text(f"echelons:\n  - id: cohort\n    {echelon}\n", "utf-8")
    assert [str(problem) for problem in read_exhibit(minimal).problems] == [said]
