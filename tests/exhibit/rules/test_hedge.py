"""A word that marks a certainty stands where that certainty is, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.reader import read_exhibit

Alter = Callable[[str, str, str], Path]

TERM = """  - id: as-told
    name: Later accounts
    about: Written long after.
    sources: [outline]
    marks: narrated
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("text: The guns open fire.", "text: The guns open fire, later accounts say.",
         'story.yaml:37:9: warning: phases[battle].events[first-shot]: says "Later accounts", but '
         "is documented (set certainty: narrated)"),
        ("text: The guns open fire.", "certainty: narrated\n        text: The guns open fire.",
         "story.yaml:37:9: warning: phases[battle].events[first-shot]: is narrated, but does not "
         'say "Later accounts" (say it in the text, where a visitor reads it)'),
        ("text: The guns open fire.",
         "certainty: narrated\n        text: The guns open fire, later accounts say.", ""),
        ("text: The guns open fire.",
         "certainty: narrated\n        text: The guns open fire, later accounts say.\n"
         "        key: true\n        caption: The guns open fire.",
         "story.yaml:37:9: warning: phases[battle].events[first-shot]: is narrated, but does not "
         'say "Later accounts" (say it in the text, where a visitor reads it)'),
        ("text: The guns open fire.",
         "certainty: narrated\n        text: The guns open fire, later accounts say.\n"
         "        key: true\n        caption: By later accounts, the guns open fire.", ""),
        ("about: He chose to stand", "certainty: narrated\n    about: He chose to stand",
         "story.yaml:73:5: warning: people[stuart]: is narrated, but does not say "
         '"Later accounts" (say it in the text, where a visitor reads it)'),
        ("about: He chose to stand", "about: By later accounts he chose to stand", ""),
    ],
)  # fmt: skip
def test_text_and_certainty_say_the_same(alter: Alter, old: str, new: str, said: str) -> None:
    alter("story.yaml", "terms:\n", "terms:\n" + TERM)
    folder = alter("story.yaml", old, new)

    found = [str(problem) for problem in read_exhibit(folder, thorough=True).problems]
    assert "\n".join(one for one in found if "key event" not in one) == said


def test_without_a_word_that_marks_it_nothing_is_asked_for(alter: Alter) -> None:
    folder = alter("story.yaml", "about: He chose", "certainty: narrated\n    about: He chose")

    assert read_exhibit(folder, thorough=True).problems == ()
