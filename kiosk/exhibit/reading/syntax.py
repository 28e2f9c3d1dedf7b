"""The faults of text that is not YAML, in sentences an author can act on."""

from __future__ import annotations

import re

import yaml

from kiosk.exhibit.reading.lookalikes import BLANKS, named
from kiosk.exhibit.reading.problem import Problem, Spot, problem_at, quoted

ONE_DOCUMENT = "one file, one document: remove the line of dashes or dots"
_SYNTAX = (
    # what the parser says, what we say, what to do about it
    ("tab character", "a tab stands where the line is indented", "indent with spaces"),
    (
        "mapping values are not allowed",
        'a ":" is out of place',
        'put text that holds ": " in quotes, and check the indentation',
    ),
    ("unexpected end of stream", "a quote opened here is never closed", ""),
    ("',' or ']'", 'a list in brackets lacks a "," or its closing "]"', ""),
    ("',' or '}'", 'a pair of braces lacks a "," or its closing "}"', ""),
    (
        "did not find expected key",
        "does not fit the lines above",
        "indent it like its neighbours, and check the quotes before it",
    ),
    (
        "expected '-' indicator",
        "interrupts a list",
        'each entry begins with "- ", all in one column',
    ),
    (
        "block sequence entries",
        "a list begins on the line of its key",
        'put each "- " on a line of its own',
    ),
    ("expected ':'", 'a key lacks its ":"', 'write a space after it: "key: value"'),
    ("scanning an alias", 'a text begins with "*"', "put the text in quotes"),
    ("scanning an anchor", 'a text begins with "&"', "put the text in quotes"),
    ("scanning a tag", 'a value begins with "!"', "leave it out, or put the text in quotes"),
    ("block scalar", 'text stands on the line of its "|" or ">"', "begin it on the next line"),
    ("expected node content", "a value is missing", 'or a "[" or "{" before it is not closed'),
    ("unknown escape", 'an unknown escape begins with "\\"', 'write "\\\\", or use single quotes'),
    ("hexdecimal", 'an escape of digits begins with "\\"', 'write "\\\\", or use single quotes'),
    ("directive", 'begins with "%"', "put such text in quotes"),
    ("maximum nesting depth", "is nested too deeply", "close what is open"),
    ("<document start>", "begins a second document", ONE_DOCUMENT),
)

_COMMENT = re.compile(r"""^(?:[^"'#]|"[^"]*"|'[^']*')*[\s[{,](#[^\s#]\S*)""")
_KEY = r"""["']?\w[\w-]*["']?"""
_IN_THE_INDENT = re.compile(rf"^[ -]*(?P<stray>[{BLANKS}])")
_BY_A_KEY = re.compile(
    rf"^[ -]*(?P<stray>[{BLANKS}])[ {BLANKS}-]*{_KEY} *:(?: |$|[{BLANKS}])"
    rf"|^ *(?:- *)*-(?P<dash>[{BLANKS}])|^ *(?:- +)*{_KEY}(?: *:(?P<colon>[{BLANKS}])|(?P<wide>：))"
)
"""Characters that look like a space, or like the colon, where YAML has its own."""


def stray_problem(spot: Spot, line: str) -> Problem:
    """The problem of the character at `spot` that YAML takes for a letter."""
    before, character = line[: spot.column - 1], line[spot.column - 1]
    if re.fullmatch(f"[ {BLANKS}]*", before):
        return problem_at(
            spot, "", f"{named(character)} stands where the line is indented", "indent with spaces"
        )
    hint = 'write ": "' if character == "：" else "write an ordinary space"
    last = before.split()[-1].strip('"')
    return problem_at(spot, "", f"{named(character)} stands after {quoted(last)}", hint)


def stray_in(key: str, spot: Spot, line: str) -> Problem | None:
    """The problem of a key, written at `spot`, that holds a blank which is no space."""
    if found := re.search(f"[{BLANKS}]", key):
        column = line.find(found.group(), spot.column - 1) + 1 or spot.column
        return stray_problem(Spot(spot.file, spot.line, column), f"{line} ")
    return None


def stray_by_a_key(text: str, spot: Spot, line: str) -> Problem | None:
    """The problem of a value that is a key and more, but for what stands behind the key."""
    if _BY_A_KEY.match(text) and (found := _BY_A_KEY.match(line[spot.column - 1 :])):
        column = spot.column + found.start(found.lastgroup or 0)
        return stray_problem(Spot(spot.file, spot.line, column), line)
    return None


def _stray(text: str, spot: Spot, numbers: list[int]) -> Problem | None:
    """The stray character that an error at `spot` comes from: in one of the lines, or before."""
    lines = text.splitlines()
    for pattern, where in (
        (_IN_THE_INDENT, numbers),
        (_BY_A_KEY, [number - back for back in range(3) for number in numbers]),
    ):
        for number in where:
            line = lines[number - 1] if 0 < number <= len(lines) else ""
            if found := pattern.match(line):
                return stray_problem(
                    Spot(spot.file, number, found.start(found.lastgroup or 0) + 1), line
                )
    if re.match(f"[{BLANKS}]", _character_at(text, spot)):
        return stray_problem(spot, _line_at(text, spot))
    return None


def syntax_problem(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    """The problem that the parser found in `text`, as an author would say it."""
    said = f"{error.problem} {error.context or ''}".strip()
    at_start = any(
        sign in said
        for sign in (
            "unexpected end",
            "',' or",
            "simple key",
            "directive",
            "alias",
            "anchor",
            "a tag",
        )
    )
    mark = (error.context_mark if at_start else None) or error.problem_mark
    spot = Spot(file, mark.line + 1, mark.column + 1) if mark else Spot(file, 1, 1)
    marks = [error.problem_mark, error.context_mark if "simple key" in said else None]
    if problem := _stray(text, spot, [mark.line + 1 for mark in marks if mark]):
        return problem
    if "cannot start any token" in said:
        character = _character_at(text, spot)
        if character == "\t":
            said = "tab character"
        else:
            hint = "put the text in quotes"
            return problem_at(spot, "", f"a text begins with {quoted(character)}", hint)
    line = _line_at(text, spot)
    if "mapping values" in said and (curly := re.search(r":\s+([“”„‘‚«»‹])", line)):
        spot = Spot(file, spot.line, curly.start(1) + 1)
        hint = f'{curly[1]} is a letter here; write "…" with straight quotes'
        return problem_at(spot, "", "a text stands in quotes that are not straight", hint)
    if "escape" in said and re.search(r'"[^"]*\\[^"]*\.\w{2,7}"', line):
        hint = 'write "/" in the path of a file'
        return problem_at(spot, "", 'a path is written with "\\"', hint)
    if ("',' or" in said or "node content" in said) and (cut := _COMMENT.match(line)):
        hint = "# begins a comment: put what holds it in quotes"
        spot = Spot(file, spot.line, cut.start(1) + 1)
        return problem_at(spot, "", f"{quoted(cut[1])} is taken for a comment", hint)
    if "<document start>" in said and not re.search(r"^(---|\.\.\.)", text, re.MULTILINE):
        said = "did not find expected key"
    for sign, message, hint in _SYNTAX:
        if sign in said:
            return problem_at(spot, "", message, hint)
    return problem_at(spot, "", f"is not YAML: {said}")


def _character_at(text: str, spot: Spot) -> str:
    return _line_at(text, spot)[spot.column - 1 : spot.column]


def _line_at(text: str, spot: Spot) -> str:
    lines = text.splitlines()
    return lines[spot.line - 1] if spot.line <= len(lines) else ""
