"""SVG drawings whose words are set in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.exhibit.files.drawing import DrawingError, read_drawing, with_words, words_in

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">'
SOUND = f'{HEAD}<rect width="4" height="3"/><text id="bank" x="1"><tspan>old</tspan></text></svg>'


def written(folder: Path, text: str) -> Path:
    path = folder / "a.svg"
    path.write_text(text, "utf-8")
    return path


def test_each_place_for_words_says_its_word(tmp_path: Path) -> None:
    root = read_drawing(written(tmp_path, SOUND))
    assert list(words_in(root)) == ["bank"]
    drawn = with_words(root, {"bank": "路基", "rail": "unused"}).decode()
    assert '<text id="bank" x="1">路基</text>' in drawn
    assert "old" not in drawn


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<svg", "is not sound XML at line 1, column 1"),
        ("<svg viewBox='0 0 1 1'/>", "is not an SVG drawing"),
        (
            HEAD.replace(' viewBox="0 0 4 3"', "") + "</svg>",
            "has no viewBox, so nobody knows how large it is",
        ),
        (
            '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
            "declares a document type; save it as plain SVG",
        ),
        (
            f'{HEAD}<image href="../secret.png"/></svg>',
            "draws on another file; put everything into the one",
        ),
        (" " * 1_000_001, "is larger than 1 MB"),
        (
            HEAD.replace("0 0 4 3", "0 0 4") + "</svg>",
            'has a viewBox that is not x, y, width and height: "0 0 4"',
        ),
        (
            HEAD.replace("0 0 4 3", "0 0 nan 3") + "</svg>",
            'has a viewBox without a size: "0 0 nan 3"',
        ),
        (
            HEAD.replace("0 0 4 3", "0 0 4 1e300") + "</svg>",
            "is 4 wide and 1e+300 high, too narrow to be shown",
        ),
        (
            HEAD + "<g>" * 100_000 + "</g>" * 100_000 + "</svg>",
            "is nested more than 64 levels deep",
        ),
        (HEAD + '<g id="a"><use href="#a"/></g></svg>', "repeats itself without end"),
        (
            HEAD
            + "".join(f'<g id="g{n}"><use href="#g{n + 1}"/></g>' for n in range(9999))
            + "</svg>",
            "repeats itself without end",
        ),
        (
            HEAD
            + '<rect id="g0"/>'
            + "".join(
                f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 10}</g>' for n in range(1, 30)
            )
            + "</svg>",
            "draws more than 20000 shapes",
        ),
    ],
)
def test_what_cannot_be_drawn_says_why(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DrawingError) as error:
        read_drawing(written(tmp_path, text))
    assert error.value.message == message


def test_a_missing_file_and_a_binary_say_why(tmp_path: Path) -> None:
    with pytest.raises(DrawingError, match="can't be read: No such file"):
        read_drawing(tmp_path / "none.svg")
    (tmp_path / "b.svg").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DrawingError, match="is not UTF-8 text"):
        read_drawing(tmp_path / "b.svg")


@pytest.mark.parametrize(
    ("inside", "message", "hint"),
    [
        (f"<{name}/>", f"holds <{name}>, which is not drawn",
         "a drawing is made of paths, shapes and text; save it as plain SVG")
        for name in ("script", "foreignObject", "animate", "set", "a", "iframe", "image", "feImage")
    ]
    + [
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
         "holds <script>, which is not drawn",
         "a drawing is made of paths, shapes and text; save it as plain SVG"),
        ('<rect onclick="alert(1)"/>', 'holds "onclick" in <rect>', "remove it"),
        ('<g onload="alert(1)"/>', 'holds "onload" in <g>', "remove it"),
        ('<g xml:base="https://example.org/"/>', 'holds "base" in <g>', "remove it"),
        ("<style>@import 'https://example.org/a.css';</style>",
         'has a style with "@import"', "remove it"),
        ("<style>@font-face{src:url(a.woff)}</style>",
         'has a style with "@font-face"', "remove it"),
        ("<style>@\\69mport 'a.css';</style>", 'has a style with "@"', "remove it"),
        ("<style>a{fill:u\\72l(a.svg)}</style>", 'has a style with "\\7"', "remove it"),
        ('<rect fill="url(http://example.org/a.svg#b)"/>',
         'has a style with "url(http://example.org/a.svg#b)"', "put everything into the one file"),
        ("<rect style=\"fill: URL( 'file:///etc/passwd' )\"/>",
         "has a style with \"URL('file:///etc/passwd' )\"", "put everything into the one file"),
        ('<rect mask="image-set(\'https://example.org/a\' 1x)"/>',
         "has a style with \"image-set('https://example.org/a' 1x)\"", "remove it"),
        ("<style>g{cursor:url(a.cur)}</style>",
         'has a style with "url(a.cur)"', "put everything into the one file"),
    ],
)  # fmt: skip
def test_what_is_no_drawing_is_refused(
    tmp_path: Path, inside: str, message: str, hint: str
) -> None:
    with pytest.raises(DrawingError) as caught:
        read_drawing(written(tmp_path, f"{HEAD}{inside}</svg>"))
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_drawing_may_be_styled_from_within(tmp_path: Path) -> None:
    inside = (
        "<style>.a{fill:url(#shade);stroke:rgb(1,2,3)}</style>"
        "<linearGradient id='shade'><stop offset='1' stop-color='#fff'/></linearGradient>"
        "<g transform='translate(1 2)' clip-path='url(#cut)' aria-label='f(x)'><use href='#a'/></g>"
    )
    root = read_drawing(written(tmp_path, f"{HEAD}{inside}</svg>"))
    assert [element.tag.rpartition("}")[2] for element in root] == ["style", "linearGradient", "g"]


def test_notes_of_an_editor_are_left_out(tmp_path: Path) -> None:
    text = (
        '<?xml-stylesheet href="https://example.org/a.css"?>'
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"'
        ' xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="1.2">'
        "<i:grid/><metadata><i:note/></metadata><g i:label='a'><i:effect/>"
        "<path d='M0 0'/></g></svg>"
    )
    drawn = with_words(read_drawing(written(tmp_path, text)), {}).decode()
    assert drawn == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><g><path d="M0 0" /></g></svg>'
    )
