"""The reference beside the content says what the schema says now."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import cli
from kiosk.workbench.reference import reference
from kiosk.workbench.schema import whole_schema

FILE = Path(__file__).parents[2] / "content" / "REFERENCE.md"


def test_the_file_is_what_the_command_makes() -> None:
    assert FILE.read_text("utf-8") == reference(), (
        "run `kiosk schema --as markdown --out content/REFERENCE.md`"
    )


def test_it_is_of_no_content_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", "content", "--as", "markdown"]) == 1
    said = "kiosk: the reference is the same for all content; name none\n"
    assert capsys.readouterr().err == said


def test_every_key_and_every_option_has_a_row() -> None:
    text = reference()
    whole = whole_schema()
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    for part in (whole, *whole["definitions"].values()):
        for name, field in part.get("properties", {}).items():
            assert any(row.startswith(f"| `{name}` | {field['description']} |") for row in rows)
        for option in part.get("enum", ()):
            assert any(row.startswith(f"| `{option}` |") for row in rows)


def test_every_link_leads_to_a_heading() -> None:
    text = reference()
    headings = {
        line[3:].lower().replace(" ", "-") for line in text.splitlines() if line.startswith("## ")
    }
    links = {part.partition(")")[0] for part in text.split("](#")[1:]}
    assert links
    assert links <= headings
