"""One mistake is one problem: what follows from it is left unsaid, or counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.exhibit.reading.problem import did_you_mean

Alter = Callable[[str, str, str], Path]


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in read_exhibit(folder, thorough=True).problems]


@pytest.mark.parametrize(
    ("file", "old", "new", "lines"),
    [
        ("exhibit.yaml", "    title: Outline of", "    titel: Outline of",
         ['exhibit.yaml:80:5: sources[outline].titel: is not a key here (did you mean "title"?)']),
        ("exhibit.yaml", "  - id: outline\n", "  - id: outlin\n",
         ['exhibit.yaml:79:9: warning: sources[outlin].id: is used by nothing',
          'forces.yaml:15:15: places[nairn].sources[1]: there is no source "outline" '
          '(did you mean "outlin"?)',
          'forces.yaml:30:15: places[drummossie].sources[1]: there is no source "outline" '
          '(did you mean "outlin"?)',
          'forces.yaml:39:15: areas[field].sources[1]: there is no source "outline" '
          '(did you mean "outlin"?; and 22 more like this)']),
        ("exhibit.yaml", "  languages: [en]", "  languages: [en, gd]", 3),
        ("exhibit.yaml", "  starts: 1746-04-15 06:00", "  starts: 1476-04-15 06:00", []),
        ("exhibit.yaml", "  starts: 1746-04-15 06:00", "  starts: 1746-04-16 12:00", 5),
        ("exhibit.yaml", "  bounds: [-4.5, 57.35, -3.7, 57.7]", "  bounds: [4.5, 57.35, 5, 57.7]",
         6),
        ("forces.yaml", "areas:", "regions:",
         ["forces.yaml:32:1: regions: is not a key here (did you mean \"decisions\"?)"]),
    ],
)  # fmt: skip
def test_what_follows_from_a_mistake_is_not_told_at_length(
    alter: Alter, file: str, old: str, new: str, lines: list[str] | int
) -> None:
    told = said(alter(file, old, new))
    if isinstance(lines, int):
        assert len(told) <= lines, "\n".join(told)
    else:
        assert told == lines


def test_a_list_that_is_not_there_is_told_once(minimal: Path) -> None:
    story = minimal / "story.yaml"
    text = story.read_text("utf-8")
    story.write_text(text[: text.index("people:")] + text[text.index("terms:") :], "utf-8")

    assert said(minimal) == [
        "forces.yaml:48:17: formations[government-army].commanders[1].person: there is no person "
        '"cumberland" (there are no people at all)',
        "forces.yaml:81:17: formations[jacobite-army].commanders[1].person: there is no person "
        '"stuart" (there are no people at all)',
    ]


def test_a_copy_of_a_file_left_in_the_folder(minimal: Path) -> None:
    (minimal / "story (copy).yaml").write_bytes((minimal / "forces.yaml").read_bytes())

    told = said(minimal)

    assert told[0] == (
        'story (copy).yaml:2:9: places[inverness].id: "inverness" is the id of another entry '
        "(at forces.yaml:2:9)"
    )
    assert len(told) == 3
    assert told[-1].endswith("and 6 more like this)")


def test_the_same_mistake_in_every_entry_is_counted(minimal: Path) -> None:
    entry = "  - {id: t-%d, name: n, about: a, sources: [outline], colour: red}\n"
    (minimal / "more.yaml").write_text("terms:\n" + "".join(entry % n for n in range(500)), "utf-8")

    told = said(minimal)

    assert len(told) == 100
    assert told[-1] == (
        "more.yaml:101:55: terms[t-99].colour: is not a key here (and 400 more like this)"
    )


@pytest.mark.parametrize("count", [3, 4, 10])
def test_pictures_that_a_table_brought_are_one_warning(minimal: Path, count: int) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>"
    entry = "  - {id: p%d, name: n, file: p/%d.svg, alt: a, credit: c, sources: [outline]}\n"
    (minimal / "p").mkdir()
    for n in range(count):
        (minimal / "p" / f"{n}.svg").write_text(svg, "utf-8")
    unused = len(said(minimal))
    whole = "pictures:\n" + "".join(entry % (n, n) for n in range(count))
    (minimal / "pictures.yaml").write_text(whole, "utf-8")
    told = said(minimal)
    if count == 3:
        assert (len(told), unused) == (3, 3)
        return
    others = {4: "p1, p2, p3", 10: "p1, p2, p3, p4, p5, …"}[count]
    assert unused == 1
    assert told == [
        f"pictures.yaml:2:10: warning: pictures[p0].id: is shown nowhere; the same of {count - 1} "
        f"more: {others} (name it in the pictures: of a phase, lesson, decision or person, or in "
        "the gallery: of a picture that is)"
    ]


def test_nothing_at_all_in_ten_thousand_entries(minimal: Path) -> None:
    (minimal / "more.yaml").write_text("decisions: [" + "{}," * 20_000 + "]", "utf-8")

    told = said(minimal)

    assert (
        told[0] == "exhibit.yaml:3:1: holds more than 10000 mistakes (these are the first of them)"
    )
    assert len(told) < 150


@pytest.mark.parametrize(
    ("word", "known", "question"),
    [
        ("lwo", {"who", "low"}, 'did you mean "low"?'),
        ("scr-77", {f"src-{n}" for n in range(5000)}, 'did you mean "src-77"?'),
        ("elsewhere", {f"src-{n}" for n in range(5000)}, ""),
        ("x" * 1_000_000, {"y" * 1_000_000}, ""),
        ("north", {"north"}, ""),
    ],
)
def test_the_nearest_of_many(word: str, known: set[str], question: str) -> None:
    assert did_you_mean(word, known) == question
