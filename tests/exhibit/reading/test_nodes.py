"""YAML as nodes: text as written, spots, and every refusal sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.reading.nodes import Node, parse
from kiosk.exhibit.reading.problem import Refused, Spot
from kiosk.exhibit.reading.text import MAX_BYTES, read_text

# fmt: off
SYNTAX = [
    ("a:\n\tb: 1",
     "a.yaml:2:1: a tab stands where the line is indented (indent with spaces)"),
    ("a: |\n\tb",
     "a.yaml:2:1: a tab stands where the line is indented (indent with spaces)"),
    ("a: b: c",
     'a.yaml:1:5: a ":" is out of place (put text that holds ": " in quotes, and check the '
     "indentation)"),
    ('a: "b',
     "a.yaml:1:4: a quote opened here is never closed"),
    ("a: [b, c",
     'a.yaml:1:4: a list in brackets lacks a "," or its closing "]"'),
    ("a: {b: c",
     'a.yaml:1:4: a pair of braces lacks a "," or its closing "}"'),
    ("a: [b,,]",
     'a.yaml:1:7: a value is missing (or a "[" or "{" before it is not closed)'),
    ("a: [",
     'a.yaml:2:1: a value is missing (or a "[" or "{" before it is not closed)'),
    ("a: @b",
     'a.yaml:1:4: a text begins with "@" (put the text in quotes)'),
    ("a: * b",
     'a.yaml:1:4: a text begins with "*" (put the text in quotes)'),
    ("a: & b",
     'a.yaml:1:4: a text begins with "&" (put the text in quotes)'),
    ("a: >b",
     'a.yaml:1:5: text stands on the line of its "|" or ">" (begin it on the next line)'),
    ("a: `b",
     'a.yaml:1:4: a text begins with "`" (put the text in quotes)'),
    ("a: ![b, c]",
     'a.yaml:1:4: a value begins with "!" (leave it out, or put the text in quotes)'),
    ("a: 'it's'",
     "a.yaml:1:8: does not fit the lines above (indent it like its neighbours, and check the "
     "quotes before it)"),
    ("a: 1\n b: 2",
     'a.yaml:2:3: a ":" is out of place (put text that holds ": " in quotes, and check the '
     "indentation)"),
    ("- a\nb: 1",
     'a.yaml:2:1: interrupts a list (each entry begins with "- ", all in one column)'),
    ("a: - b",
     'a.yaml:1:4: a list begins on the line of its key (put each "- " on a line of its own)'),
    ('a: "\\m"',
     'a.yaml:1:5: an unknown escape begins with "\\" (write "\\\\", or use single quotes)'),
    ('a: "\\x"',
     'a.yaml:1:7: an escape of digits begins with "\\" (write "\\\\", or use single quotes)'),
    ("[" * 1100,
     "a.yaml:1:1001: is nested too deeply (close what is open)"),
    ("".join(f"k{i}: 1\n" for i in range(601)),
     'a.yaml:601:1: is one of more than 600 keys here (a list begins each entry with "- ")'),
    ('a: "\\0"',
     "a.yaml:1:4: holds the unprintable character U+0000 (remove it)"),
    ('a: "\\uFEFF"',
     "a.yaml:1:4: holds the unprintable character U+FEFF (remove it)"),
    ("a: b\nc d\ne: f",
     'a.yaml:2:1: a key lacks its ":" (write a space after it: "key: value")'),
    ("a: 1\n---\nb: 2",
     "a.yaml:2:1: begins a second document (one file, one document: remove the line of dashes "
     "or dots)"),
    ("a: 1\n...\nb: 2",
     "a.yaml:3:1: begins a second document (one file, one document: remove the line of dashes "
     "or dots)"),
    ("  - b\na: 1",
     "a.yaml:2:1: does not fit the lines above (indent it like its neighbours, and check the "
     "quotes before it)"),
    ("%FOO 1\n---\na: 1",
     'a.yaml:1:1: begins with "%" (put such text in quotes)'),
    ("%a: 1",
     'a.yaml:1:1: begins with "%" (put such text in quotes)'),
    ("a: *b",
     'a.yaml:1:4: repeats "*b" (write the value out where it is needed; & and * are not used, '
     "or need quotes)"),
    ("a: &b c",
     'a.yaml:1:4: names an anchor "&b" (write the value out where it is needed; & and * are not '
     "used, or need quotes)"),
    ("a: !!python/name:os.system c",
     'a.yaml:1:4: carries the tag "tag:yaml.org,2002:python/name:os.system" (write plain values)'),
    ("a: {en: 48,200 men, fr: x}",
     'a.yaml:1:12: holds "200 men" behind a comma (put a text with a comma in quotes)'),
    ("a: {en: x,\n  men}",
     'a.yaml:2:3: holds "men" behind a comma (put a text with a comma in quotes)'),
    ("a: !c d",
     'a.yaml:1:4: carries the tag "!c" (write plain values)'),
    ("a: [[[[[[[[[[[[[[[[[",
     "a.yaml:1:19: is nested more than 16 levels deep"),
    ("a:\n  b: 1\n\u00a0\u00a0c: 2",
     "a.yaml:3:1: U+00A0 (no-break space) stands where the line is indented (indent with spaces)"),
    ("a:\n  b:\n   \u2007c: 1\n    d: 2",
     "a.yaml:3:4: U+2007 (figure space) stands where the line is indented (indent with spaces)"),
    ("a:\n  b: >-\n\u00a0\u00a0\u00a0\u00a0Some text\n  c: 1",
     "a.yaml:3:1: U+00A0 (no-break space) stands where the line is indented (indent with spaces)"),
    ("a: 1\n\u200bb: 2",
     "a.yaml:2:1: U+200B (zero width space) stands where the line is indented (indent with "
     "spaces)"),
    ("a:\n  - b: 1\n  -\u00a0b: 2",
     'a.yaml:3:4: U+00A0 (no-break space) stands after "-" (write an ordinary space)'),
    ("a:\n  b: 1\n  c:\u00a02",
     'a.yaml:3:5: U+00A0 (no-break space) stands after "c:" (write an ordinary space)'),
    ("a:\n  - id: 1\n    c:\u30002\n  - id: 2",
     'a.yaml:3:7: U+3000 (ideographic space) stands after "c:" (write an ordinary space)'),
    ("a:\n  - id:\u202fx\n    b: 2",
     'a.yaml:2:8: U+202F (narrow no-break space) stands after "id:" (write an ordinary space)'),
    ("a:\n  b:\u00a0x",
     'a.yaml:2:5: U+00A0 (no-break space) stands after "b:" (write an ordinary space)'),
    ("a: {en:\u00a0x}",
     'a.yaml:1:8: U+00A0 (no-break space) stands after "{en:" (write an ordinary space)'),
    ("a\u00a0: b",
     'a.yaml:1:2: U+00A0 (no-break space) stands after "a" (write an ordinary space)'),
    ('a: "b"\u00a0',
     'a.yaml:1:7: U+00A0 (no-break space) stands after "b" (write an ordinary space)'),
    ("a: 1\nb：2\nc: 3",
     'a.yaml:2:2: U+FF1A (fullwidth colon) stands after "b" (write ": ")'),
    ("a: “b: c”",
     "a.yaml:1:4: a text stands in quotes that are not straight (“ is a letter here; write "
     '"…" with straight quotes)'),
    ('a: "pictures\\photo.jpg"',
     'a.yaml:1:13: a path is written with "\\" (write "/" in the path of a file)'),
    ("a: [b, #c]\nd: 1",
     'a.yaml:1:8: "#c]" is taken for a comment (# begins a comment: put what holds it in quotes)'),
    ("? [a]\n: b",
     "a.yaml:1:3: is not a key (a key is plain text)"),
    ("? {a: b}\n: c",
     "a.yaml:1:3: is not a key (a key is plain text)"),
    ("a: {[b]: c}",
     "a.yaml:1:5: is not a key (a key is plain text)"),
]
# fmt: on


@pytest.mark.parametrize(("text", "said"), SYNTAX)
def test_what_is_not_read_is_said_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(text, "a.yaml")

    assert str(refused.value.problem) == said


def node(text: str) -> Node:
    found = parse(text, "a.yaml")
    assert found is not None
    return found


@pytest.mark.parametrize("word", ["no", "yes", "12:30", "1.10", "0x10", "1945-10-24", "007", "on"])
def test_a_scalar_is_the_text_that_was_written(word: str) -> None:
    assert node(f"a: {word}").plain() == {"a": word}


@pytest.mark.parametrize("nothing", ["", "~", "null", "# only a remark"])
def test_a_key_with_nothing_behind_it_is_left_out(nothing: str) -> None:
    assert node(f"a: {nothing}\nb: 1").plain() == {"b": "1"}


@pytest.mark.parametrize("written", ['"null"', "'null'", "|-\n  null"])
def test_a_quoted_word_is_a_word(written: str) -> None:
    assert node(f"a: {written}").plain() == {"a": "null"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a: >-\n  \u3000\u3000段落\n  b:\u00a0c", "\u3000\u3000段落 b:\u00a0c"),
        ("a: 10\u00a0km, as it says\u202f!", "10\u00a0km, as it says\u202f!"),
        ('a: "\u00a0b"', "\u00a0b"),
        ("a:\tb", "b"),
        ("a: 甲：乙", "甲：乙"),
    ],
)
def test_a_text_may_hold_any_blank(text: str, read: str) -> None:
    assert node(text).plain() == {"a": read}


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("a: #7d62ab", "#7d62ab"),
        ("a: b #2 or so", "#2 or so"),
        ("a: b\n  c #2", "#2"),
        ("a: # a remark", ""),
        ("a: b # a remark", ""),
        ('a: "b" #2', None),
        ("a: b#2", ""),
    ],
)
def test_what_may_be_a_value_and_is_taken_for_a_comment_is_kept(
    text: str, comment: str | None
) -> None:
    found = node(text).child("a")
    assert found is not None
    assert found.comment == comment


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "~"])
def test_a_file_may_be_empty(text: str) -> None:
    assert parse(text, "a.yaml") is None


def test_spots_count_lines_and_characters_from_one() -> None:
    root = node("铁路: [北京, 汉口]\r\nb:\r\n  - id: x\r\n    c:\r\n")

    assert root.spot_of(("铁路", 1)) == Spot("a.yaml", 1, 10)
    assert root.spot_of(("b", 0, "id")) == Spot("a.yaml", 3, 9)
    assert root.spot_of(("b", 0, "id"), at_key=True) == Spot("a.yaml", 3, 5)
    assert root.spot_of(("b", 0, "c")) == Spot("a.yaml", 4, 5)
    assert root.spot_of(("b", 0, "not", "there")) == Spot("a.yaml", 3, 5)


def test_where_names_entries_by_id_or_by_number_from_one() -> None:
    root = node("a:\n  - id: x\n    b: [1, 2]\n  - c: 3")

    assert root.where(("a", 0, "b", 1)) == "a[x].b[2]"
    assert root.where(("a", 1, "c")) == "a[2].c"
    assert root.where(("a", 5, "c")) == "a[6].c"


def test_a_key_written_twice_keeps_its_first_value_and_is_told() -> None:
    root = node("a: {b: 1, b: 2}\nc: 3\nc: 4")

    assert root.plain() == {"a": {"b": "1"}, "c": "3"}
    assert list(root.repeats()) == [
        (("c",), Spot("a.yaml", 3, 1)),
        (("a", "b"), Spot("a.yaml", 1, 11)),
    ]


def test_entries_and_keys_can_be_left_out() -> None:
    root = node("a: [1, 2, 3]\nb: [{c: [4, 5], d: 6}]")

    left = root.without({("a", 0), ("a", 2), ("b", 0, "c", 1), ("b", 0, "d")})

    assert left.plain() == {"a": ["2"], "b": [{"c": ["4"]}]}
    assert root.plain() == {"a": ["1", "2", "3"], "b": [{"c": ["4", "5"], "d": "6"}]}


BOMBS = {
    "aliases": "a0: &a0 [x, x]\n"
    + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n" for i in range(1, 40)),
    "open brackets": "[" * 1_900_000,
    "open braces": "{a: " * 400_000,
    "dashes": "- " * 900_000,
    "many values": "[" + "x," * 900_000 + "]",
    "many keys": "".join(f"k{i}: 1\n" for i in range(150_000)),
    "question marks": "? " * 900_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse(text, "a.yaml")


@given(st.text(alphabet=st.sampled_from("ab:-[]{}?&*!|>'\"%@`#~,. \n\t\\0铁"), max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        spot = node(text).spot if parse(text, "a.yaml") else Spot("a.yaml", 1, 1)
    except Refused as refused:
        spot = Spot(refused.problem.file, refused.problem.line, refused.problem.column)

    assert spot.file == "a.yaml"
    assert 1 <= spot.line <= text.count("\n") + 2
    assert spot.column >= 1


# fmt: off
FILES = [
    (b"a: b\nname: \xcc\xfa\xc2\xb7\n",
     'a.yaml:2:7: is not UTF-8 text (save the file with encoding "UTF-8")'),
    ("a: 1".encode("utf-16"),
     'a.yaml:1:1: is not UTF-8 text (save the file with encoding "UTF-8")'),
    ("a: 1".encode("utf-16-le"),
     'a.yaml:1:1: is not UTF-8 text (save the file with encoding "UTF-8")'),
    (b"a: 1\rb: 2\r\x00", "a.yaml:3:1: holds the unprintable character U+0000 (remove it)"),
    (b"a: 1\nb\x00: 2\n", "a.yaml:2:2: holds the unprintable character U+0000 (remove it)"),
    (b"# " + b"x" * MAX_BYTES, "a.yaml:1:1: is larger than 2 MB (split the file)"),
]
# fmt: on


@pytest.mark.parametrize(("data", "said"), FILES)
def test_a_file_that_is_not_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "a.yaml").write_bytes(data)

    with pytest.raises(Refused) as refused:
        read_text(tmp_path / "a.yaml", "a.yaml")

    assert str(refused.value.problem) == said


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_text(tmp_path, "a.yaml")

    assert str(refused.value.problem) == "a.yaml:1:1: cannot be read: Is a directory"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")

    assert node(read_text(tmp_path / "a.yaml", "a.yaml")).plain() == {"a": "1"}


@pytest.mark.parametrize(
    "text", ["a: {b: , c: 1}", "a: {b:\n  , c: 1}", "a: {b: 1, }", 'a: {"b": }']
)
def test_a_key_with_nothing_behind_its_colon_is_none(text: str) -> None:
    root = parse(text, "a.yaml")
    assert root is not None
