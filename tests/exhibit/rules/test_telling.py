"""Statements, decisions and drawings: what the rules have against them, sentence by sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageWriter

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.outcome import Reading
from kiosk.exhibit.rules.wording import reading_age

MINIMAL = Path(__file__).parents[2] / "exhibits" / "minimal"

TOLD = """\
statements:
  - source: outline
    number: 1
    told_in: [events/departure, lessons/sleep]
  - source: outline
    number: 2
    told_in: [phases/battle]
decisions:
  - id: turn-back
    title: Two in the morning
    text: The columns have fallen behind. The camp is still far off.
    question: Do you go on?
    choices:
      - key: back
        text: Turn back
        reply: The men could rest, but the surprise was gone.
        line: [[-3.95, 57.55], drummossie]
      - key: on
        text: Go on
        reply: They might arrive by day.
        line: [[-3.95, 57.55], nairn]
    taken: back
    happened: They turned back and slept where they lay.
    view: firth
    moment: 1746-04-16 02:00
    sources: [outline]
    pictures: [moor]
pictures:
  - id: moor
    name: The moor
    file: moor.svg
    alt: Two lines of men on a bare moor.
    labels:
      - key: bog
        text: Bog
    credit: Drawn for this exhibit, CC BY 4.0
    sources: [outline]
"""

SOURCE = "  - id: outline\n"
HELD = SOURCE + "    statements: 2\n"

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><text id="bog">x</text></svg>'


def reading(folder: Path, old: str = "", new: str = "", drawing: str = SVG) -> Reading:
    content = Path(shutil.copytree(MINIMAL, folder / "content"))
    (file,) = (path for path in content.glob("*.yaml") if SOURCE in path.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace(SOURCE, HELD), "utf-8")
    assert old in TOLD
    (content / "told.yaml").write_text(TOLD.replace(old, new, 1) if old else TOLD, "utf-8")
    (content / "moor.svg").write_text(drawing, "utf-8")
    return read_exhibit(content, thorough=True)


def test_what_is_told_well_is_sound(tmp_path: Path) -> None:
    found = reading(tmp_path)
    assert found.problems == ()
    assert found.exhibit is not None
    assert found.exhibit.decisions[0].taken == "back"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "events/departure",
            "events/departur",
            'told.yaml:4:15: statements[1].told_in[1]: there is no entry "events/departur" '
            '(did you mean "events/departure"?)',
        ),
        (
            "events/departure",
            "areas2/departure",
            'told.yaml:4:15: statements[1].told_in[1]: there is no entry "areas2/departure" '
            '(did you mean "events/departure"?)',
        ),
        (
            "events/departure",
            "decisions/turn-bakc",
            'told.yaml:4:15: statements[1].told_in[1]: there is no entry "decisions/turn-bakc" '
            '(did you mean "decisions/turn-back"?)',
        ),
        (
            "number: 2",
            "number: 3",
            'told.yaml:6:13: statements[2].number: "outline" makes 2 statements '
            "(set `statements` of the source to how many it makes)",
        ),
        (
            "number: 2",
            "number: 1",
            "told.yaml:6:13: statements[2].number: statement 1 is here a second time",
        ),
        (
            "- key: on",
            "- key: back",
            'told.yaml:18:14: decisions[turn-back].choices[2].key: "back" is the key of another '
            "entry",
        ),
        (
            "taken: back",
            "taken: bcak",
            "told.yaml:9:5: decisions[turn-back]: `taken` is none of the choices: back, on",
        ),
        (
            "        line: [[-3.95, 57.55], nairn]\n",
            "",
            "told.yaml:18:9: warning: decisions[turn-back].choices[2]: has no line on the map "
            "(add line: with the places that it leads past; one alone stays there)",
        ),
        (
            "[[-3.95, 57.55], nairn]",
            "[[-3.95, 57.55], nairm]",
            'told.yaml:21:32: decisions[turn-back].choices[2].line[2]: there is no place "nairm" '
            '(did you mean "nairn"?)',
        ),
        (
            "[[-3.95, 57.55], nairn]",
            "[[57.55, -3.95], nairn]",
            "told.yaml:21:16: decisions[turn-back].choices[2].line[1]: [57.55, -3.95] lies off "
            "the map (longitude comes first: [-3.95, 57.55])",
        ),
        (
            "[[-3.95, 57.55], nairn]",
            "[[-3.95], nairn]",
            "told.yaml:21:16: decisions[turn-back].choices[2].line[1]: holds too few numbers "
            "([longitude, latitude])",
        ),
        (
            "file: moor.svg",
            "file: mor.svg",
            'told.yaml:31:11: pictures[moor].file: there is no file "mor.svg" '
            '(did you mean "moor.svg"?)',
        ),
        (
            "file: moor.svg",
            "file: moor.jpeg",
            'told.yaml:31:11: pictures[moor].file: there is no file "moor.jpeg" '
            '(did you mean "moor.svg"?)',
        ),
        (
            "- key: bog",
            "- key: bogs",
            "told.yaml:34:14: pictures[moor].labels[1].key: the drawing has no text with the id "
            '"bogs" (did you mean "bog"?)',
        ),
        (
            "    pictures: [moor]\n",
            "",
            "told.yaml:28:9: warning: pictures[moor].id: is shown nowhere "
            "(name it in the pictures: of a phase, lesson, decision or person, or in the gallery: "
            "of a picture that is)",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(
    tmp_path: Path, old: str, new: str, line: str
) -> None:
    found = reading(tmp_path, old, new)
    assert line in [str(problem) for problem in found.problems]
    assert found.exhibit is not None


def test_a_statement_that_nothing_tells_fails_the_check_and_not_the_exhibit(
    tmp_path: Path,
) -> None:
    second = TOLD[TOLD.index("  - source: outline\n    number: 2") : TOLD.index("decisions:")]
    found = reading(tmp_path, second)
    (problem,) = found.problems
    assert problem.severity == "error"
    assert str(problem).endswith(
        "sources[outline].statements: statement 2 is told by no entry "
        "(add it to statements: with the entries that tell it)"
    )
    assert found.exhibit is not None


@pytest.mark.parametrize(
    ("drawing", "line"),
    [
        (
            SVG.replace("</text>", ""),
            'told.yaml:31:11: pictures[moor].file: "moor.svg": is not sound XML at line 1, '
            "column 77",
        ),
        (
            SVG.replace("</svg>", '<text id="guns"/></svg>'),
            'told.yaml:29:5: pictures[moor]: no label says the drawing\'s text "guns" '
            "(add it to labels:, in every language)",
        ),
    ],
)
def test_a_drawing_that_does_not_fit_is_said(tmp_path: Path, drawing: str, line: str) -> None:
    found = reading(tmp_path, drawing=drawing)
    assert [str(problem) for problem in found.problems] == [line]


@pytest.mark.parametrize(
    ("name", "labels", "lines"),
    [
        ("moor.png", "", []),
        (
            "moor.svg",
            "",
            [
                'told.yaml:31:11: pictures[moor].file: "moor.svg": holds a PNG picture, but is '
                "named as SVG (save or copy it anew)"
            ],
        ),
        (
            "moor.png",
            "    labels:\n      - key: bog\n        text: Bog\n",
            [
                "told.yaml:34:7: pictures[moor].labels: a photograph has no places for words "
                "(remove labels:, or name a drawing, an SVG)"
            ],
        ),
        (
            "moor.gif",
            "",
            [
                'told.yaml:31:11: pictures[moor].file: "moor.gif" is a .gif picture, which is not '
                "shown (save it as .png, .jpg, .jpeg or .webp)"
            ],
        ),
    ],
)
def test_a_photograph_is_a_picture_without_words(
    tmp_path: Path, name: str, labels: str, lines: list[str]
) -> None:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "content"))
    text = TOLD[TOLD.index("decisions:") :].replace("moor.svg", name)
    whole = "    labels:\n      - key: bog\n        text: Bog\n"
    told = TOLD[: TOLD.index("decisions:")] + text.replace(whole, labels)
    (folder / "told.yaml").write_text(told, "utf-8")
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    assert QImageWriter(str(folder / name), b"png").write(image)
    problems = read_exhibit(folder, thorough=True).problems
    assert [str(problem) for problem in problems if "statement" not in problem.where] == lines


def test_reading_age_rises_with_long_words_and_long_sentences() -> None:
    plain = reading_age(["The men went home.", "It was dark."])
    long = reading_age(["The extraordinary circumstances notwithstanding, they persevered."])
    assert plain < 6 < 20 < long
    assert reading_age([]) == 0.0
