"""The rules that a report answers, as `resources/conformance/rules.yaml` has them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from kiosk.machine import folders

Said = dict[str, str]
"""A text by language; English stands in for a language that has none of its own."""


class Verdict(StrEnum):
    """The answer to a rule."""

    PASS = "pass"
    FAIL = "fail"
    PERSON = "person"  # measured in part or not at all: somebody has to look
    NONE = "none"  # what it asks something of isn't there


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(_Part):
    """A clause, what it asks in our words, and how that is answered.

    It is answered by its `measures`; what a `person` still has to look at is left to them, unless
    the machine's settings say all that is `settled`. It asks nothing where the exhibit lacks what
    it `needs`, and `never` says why it asks nothing of any.
    """

    clause: str
    asks: Said
    measures: tuple[str, ...] = ()
    person: Said = {}
    settled: tuple[str, ...] = ()
    needs: str = ""
    never: Said = {}


class Standard(_Part):
    """A standard, its title as it is known, and its rules in their order."""

    title: str
    rules: tuple[Rule, ...]


class Rules(_Part):
    """All standards, what each measure does and finds, what may be lacking, words of the report.

    `untaken` says why a measure could not be taken, `needs` what isn't there.
    """

    standards: tuple[Standard, ...]
    measures: Mapping[str, Said]
    untaken: Mapping[str, Said]
    needs: Mapping[str, Said]
    words: Mapping[str, Said]


def read(file: Path | None = None) -> Rules:
    """The rules of a file, ours unless given; raises pydantic's error for what has no such form."""
    text = (file or folders.resources() / "conformance" / "rules.yaml").read_text("utf-8")
    given: Any = yaml.safe_load(text)
    return Rules.model_validate(given)


def said(texts: Said, language: str) -> str:
    """The text in a language, else in English."""
    return texts.get(language) or texts.get("en", "")
