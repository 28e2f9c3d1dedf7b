"""What is wrong with text that is not YAML, in sentences an author can act on."""

from __future__ import annotations

import re

import yaml

from kiosk.exhibit.problem import Problem, Spot, problem_at, quoted

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
    ("block scalar", 'text stands on the line of its "|" or ">"', "begin it on the next line"),
    ("expected node content", "a value is missing", 'or a "[" or "{" before it is not closed'),
    ("unknown escape", 'an unknown escape begins with "\\"', 'write "\\\\", or use single quotes'),
    ("hexdecimal", 'an escape of digits begins with "\\"', 'write "\\\\", or use single quotes'),
    ("directive", 'begins with "%"', "put such text in quotes"),
    ("maximum nesting depth", "is nested too deeply", "close what is open"),
    ("<document start>", "begins a second document", ONE_DOCUMENT),
)


def syntax_problem(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    """What the parser found in `text`, as an author would say it."""
    said = f"{error.problem} {error.context or ''}".strip()
    at_start = any(
        sign in said
        for sign in ("unexpected end", "',' or", "simple key", "directive", "alias", "anchor")
    )
    mark = (error.context_mark if at_start else None) or error.problem_mark
    spot = Spot(file, mark.line + 1, mark.column + 1) if mark else Spot(file, 1, 1)
    if "cannot start any token" in said:
        character = _character_at(text, spot)
        if character == "\t":
            said = "tab character"
        else:
            hint = "put the text in quotes"
            return problem_at(spot, "", f"a text begins with {quoted(character)}", hint)
    if "<document start>" in said and not re.search(r"^(---|\.\.\.)", text, re.MULTILINE):
        said = "did not find expected key"
    for sign, message, hint in _SYNTAX:
        if sign in said:
            return problem_at(spot, "", message, hint)
    return problem_at(spot, "", f"is not YAML: {said}")


def _character_at(text: str, spot: Spot) -> str:
    lines = text.splitlines()
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    return line[spot.column - 1 : spot.column]
