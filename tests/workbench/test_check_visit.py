"""What `kiosk check` says of names and cards, as a visitor would meet them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.check import check
from kiosk.workbench.reach import mentions_in, reached_in, unreached

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("story.yaml", "    role: Leader of the rising", "    role: Leader",
         "story.yaml:82:11: warning: terms[rising].name: no text that a visitor can reach names it "
         "(say its name in a text, or take it out)"),
        ("story.yaml", "    name: Rising", "    name: Levy",
         "story.yaml:82:11: warning: terms[rising].name: no text that a visitor can reach names it "
         "(say its name in a text, or take it out)"),
        ("forces.yaml", "      - person: stuart\n", "      - name: The prince\n",
         "story.yaml:74:11: warning: people[stuart].name: no text that a visitor can reach names "
         "it (say its name in a text, or take it out)\n"
         "story.yaml:82:11: warning: terms[rising].name: no text that a visitor can reach names it "
         "(say its name in a text, or take it out)"),
        ("story.yaml", "    text: The moor gave", "    text: From Nairn on, the moor gave",
         'story.yaml:57:11: warning: lessons[ground].text: names "Nairn", which lies outside the '
         'view (another view than "moor", or leave the name out)'),
        ("forces.yaml", "    kind: town\n    at: [-3.87",
         "    kind: town\n    starts: 1746-04-16 03:00\n    at: [-3.87",
         'story.yaml:9:11: warning: phases[night-march].text: names "Nairn", which is not on the '
         'map at that hour (another view than "firth", or leave the name out)'
         '\nstory.yaml:52:14: warning: lessons[sleep].places[1]: points to "nairn", which is not '
         'on the map at that hour (another view than "firth", or leave it out)'),
        ("story.yaml", "    moment: 1746-04-15 20:00\n    view: firth",
         "    moment: 1746-04-16 02:00\n    view: moor",
         'story.yaml:9:11: warning: phases[night-march].text: names "Jacobite army", which stands '
         'outside the view (another view than "moor", or leave the name out)\n'
         'story.yaml:9:11: warning: phases[night-march].text: names "Nairn", which lies outside '
         'the view (another view than "moor", or leave the name out)'),
        ("exhibit.yaml", "  - line: By noon two", "  - line: By noon, from Nairn, two",
         'exhibit.yaml:63:11: warning: attract[2].line: names "Nairn", which lies outside the '
         'view (another view than "moor", or leave the name out)'),
        ("story.yaml", "    places: [drummossie]", "    places: [nairn]",
         'story.yaml:62:14: warning: lessons[ground].places[1]: points to "nairn", which lies '
         'outside the view (another view than "moor", or leave it out)'),
        ("story.yaml", "    view: firth\n    moment: 1746-04-16 02:00",
         "    view: moor\n    moment: 1746-04-16 02:00",
         'story.yaml:52:14: warning: lessons[sleep].places[1]: points to "nairn", which lies '
         'outside the view (another view than "moor", or leave it out)\n'
         'story.yaml:53:18: warning: lessons[sleep].formations[1]: points to "jacobite-army", '
         'which stands outside the view (another view than "moor", or leave it out)'),
        ("story.yaml", "    about: [battle]\n", "    about: [battle, nairn]\n", ""),
        ("story.yaml", "    about: [battle]\n",
         "    about: [battle, nairn]\n    view: moor\n    moment: 1746-04-16 13:00\n",
         'story.yaml:89:21: warning: disagreements[losses].about[2]: is about "nairn", which lies '
         'outside the view (another view than "moor", or leave it out)'),
        ("exhibit.yaml", "  sentence: A tired army", "  sentence: A Jacobite army",
         ""),
    ],
)  # fmt: skip
def test_what_a_visitor_would_miss_is_a_warning(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")

    assert "\n".join(map(str, check(folder))) == said


DECISION = """decisions:
  - id: turn-back
    title: Two in the morning
    text: The camp is still far off.
    question: Do you go on?
    choices:
      - {key: back, text: Turn back, reply: To rest., line: [nairn, [-4.3, 57.5], drummossie]}
      - {key: on, text: Go on, reply: By day., line: [drummossie]}
    taken: back
    happened: Nobody saw Nairn.
    view: moor
    moment: 1746-04-16 12:00
    sources: [outline]
"""


def test_a_decision_is_told_within_its_view(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))
    (folder / "turn.yaml").write_text(DECISION, "utf-8")
    at, hint = "decisions[turn-back]", '(another view than "moor", or leave'

    assert [str(problem) for problem in check(folder)] == [
        f'turn.yaml:7:62: warning: {at}.choices[1].line[1]: leads past "nairn", which lies outside '
        f"the view {hint} it out)",
        f"turn.yaml:7:69: warning: {at}.choices[1].line[2]: leads past [-4.3, 57.5], which lies "
        f"outside the view {hint} it out)",
        f'turn.yaml:10:15: warning: {at}.happened: names "Nairn", which lies outside the view '
        f"{hint} the name out)",
    ]


@pytest.mark.parametrize("bands", [8, 9])
def test_the_story_of_a_phase_names_no_more_bodies_than_its_map_holds(
    tmp_path: Path, bands: int
) -> None:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))
    names = [f"Band {letter}" for letter in "ABCDEFGHI"[:bands]]
    lines = [
        f"  - {{id: {name[-1].lower()}, name: {name}, side: jacobite, echelon: battalion, "
        "arm: infantry, importance: 5, about: A band., sources: [outline]}"
        for name in names
    ]
    (folder / "bands.yaml").write_text("\n".join(["formations:", *lines, ""]), "utf-8")
    story = (folder / "story.yaml").read_text("utf-8")
    told = story.replace("and was over", f"and {', '.join(names)} saw that it was over", 1)
    (folder / "story.yaml").write_text(told, "utf-8")

    said = [str(problem) for problem in check(folder) if "formations" in problem.message]
    assert said == [
        "story.yaml:32:11: warning: phases[battle].text: names 10 formations "
        "(the map beside it has room for 9)"
    ] * (bands == 9)


RIVER = """places:
  - id: water
    name: Nairn Water
    kind: river
    at: [-3.9, 57.57]
    precision_km: 1
    importance: 2
"""


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("[-4.075, 57.472], [-4.02, 57.495]", []),
        ("[-4.3, 57.41], [-3.96, 57.432]",
         ['story.yaml:57:11: warning: lessons[ground].text: names "Nairn Water", which lies '
          'outside the view (another view than "moor", or leave the name out)']),
    ],
    ids=["runs through the view", "runs past it"],
)  # fmt: skip
def test_a_river_is_on_the_map_where_it_runs_through_the_view(
    tmp_path: Path, drawn: str, said: list[str]
) -> None:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))
    (folder / "water.yaml").write_text(RIVER, "utf-8")
    for name, old, new in (
        ("story.yaml", "    text: The moor gave", "    text: By Nairn Water the moor gave"),
        ("map/river.geojson", "[-4.075, 57.472], [-4.02, 57.495]", drawn),
    ):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), "utf-8")

    assert [str(problem) for problem in check(folder)] == said


def test_a_card_leads_to_another_card() -> None:
    exhibit = read_exhibit(MINIMAL).exhibit
    assert exhibit is not None

    assert reached_in(exhibit, "en", mentions_in(exhibit)) >= {
        "people/stuart",
        "terms/rising",
        "places/nairn",
    }


def test_it_is_said_in_which_language_no_text_leads_to_a_card(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(MINIMAL, tmp_path / "minimal"))
    exhibit = read_exhibit(folder).exhibit
    assert exhibit is not None
    both = exhibit.exhibit.model_copy(update={"languages": ("en", "gd")})
    term = exhibit.terms[0]
    name = type(term.name)({"en": "Rising", "gd": "Ar-a-mach"})
    exhibit = exhibit.model_copy(
        update={"exhibit": both, "terms": (term.model_copy(update={"name": name}),)}
    )

    assert [finding.message for finding in unreached(exhibit, mentions_in(exhibit))] == [
        "no text that a visitor can reach names it in gd"
    ]
