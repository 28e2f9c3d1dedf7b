"""Docstrings say what a thing is: they begin with a noun or a verb, not with a riddle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.test_house import KIOSK, found_in

RIDDLE = re.compile(r"(What|How|Whether|Where|Who|Whom|Whose|When|Which|Why|That)(ever)?\b")
FILES = sorted(KIOSK.rglob("*.py"))


def riddles(text: str) -> list[str]:
    """The docstrings of a file that begin with a question or a clause."""
    return [one for one in docstrings(text) if RIDDLE.match(one)]


def docstrings(text: str) -> Iterator[str]:
    """The docstrings of a module, of its classes and functions, and of names, below them."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            for one in node.body:
                if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                    yield str(one.value.value)


def test_docstrings_begin_with_a_noun_or_a_verb() -> None:
    assert found_in(FILES, lambda file: riddles(file.read_text("utf-8"))) == {}


@pytest.mark.parametrize(
    "text",
    [
        '"""What it says."""',
        'class A:\n    """Where it is."""',
        'class A:\n    def f() -> bool:\n        """Whether it is."""',
        'MOST = 3\n"""How many there are."""',
        'def f() -> None:\n    """Whoever comes."""',
    ],
)
def test_a_riddle_is_seen_wherever_it_stands(text: str) -> None:
    assert riddles(text) != []


def test_a_noun_that_begins_like_a_riddle_is_none() -> None:
    assert riddles('"""Whereabouts of units."""') == []
