"""`kiosk render --as web`: whole pages that lead to each other, and ask nobody."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QGuiApplication

from kiosk import cli
from kiosk.exhibit.model import Exhibit, View, Words
from kiosk.exhibit.writing import WORD_JOINER, is_wide
from kiosk.machine import folders
from kiosk.publish.web import site
from kiosk.publish.web.guide import Guide
from tests.publish.conftest import MINIMAL, changed, leads, pages_of, read
from tests.publish.html import Page

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


# ------------------------------------------------------------ whole and linked


def test_every_page_is_well_formed_and_its_ids_are_its_own(either: tuple[Exhibit, Path]) -> None:
    pages = pages_of(either[1])
    assert len(pages) > 10
    for page in pages:
        assert len(page.ids) == len(set(page.ids)), page.path
        assert [tag.name for tag in page.tags if tag.name in ("main", "h1")] == ["main", "h1"]


def test_every_link_leads_to_a_place_of_the_site(either: tuple[Exhibit, Path]) -> None:
    ids = {page.path.resolve(): set(page.ids) for page in pages_of(either[1])}
    broken = []
    for page in pages_of(either[1]):
        for tag, address in leads(page):
            parts = urlsplit(address)
            target = (
                (page.path.parent / parts.path).resolve() if parts.path else page.path.resolve()
            )
            anchored = not parts.fragment or tag.name == "use" or parts.fragment in ids[target]
            if parts.scheme or parts.netloc or not target.is_file() or not anchored:
                broken.append(f"{page.path.name}: {address}")
    assert broken == []


def test_nothing_is_asked_of_another_machine(either: tuple[Exhibit, Path]) -> None:
    for path in (path for path in either[1].rglob("*") if path.suffix in (".html", ".css", ".svg")):
        text = path.read_text("utf-8")
        asked = re.findall(r"""(?:src|href|data)=["']?\s*(?:\w+:|//)\S*""", text)
        asked += re.findall(r"@import[^;]*", text)
        addresses = map(urlsplit, re.findall(r"""url\(["']?([^"')]*)""", text))
        asked += [at for at in addresses if at.netloc or at.scheme not in ("", "data")]
        assert asked == [], path.name
        assert re.findall(r"<[^>]*\son\w+=", text) == [], path.name


def test_every_page_can_be_reached(either: tuple[Exhibit, Path]) -> None:
    start = (either[1] / "index.html").resolve()
    reached, left = {start}, [start]
    while left:
        page = Page(left.pop())
        for tag in page.all("a"):
            path = urlsplit(tag.attributes["href"]).path
            target = (page.path.parent / path).resolve() if path else page.path
            if target not in reached:
                reached.add(target)
                left.append(target)
    assert {page.path.resolve() for page in pages_of(either[1])} <= reached


def test_every_page_has_a_title_of_its_own_and_says_what_it_is(
    either: tuple[Exhibit, Path],
) -> None:
    pages = pages_of(either[1])
    titles = [(page.tags[0].lang, page.all("title")[0].words) for page in pages]
    assert len(titles) == len(set(titles)) + (either[1] / "en").is_dir()
    for page in pages:
        told = {tag.attributes.get("name"): tag.attributes for tag in page.all("meta")}
        assert told["description"]["content"]


def test_a_page_marks_the_door_that_it_lies_behind(two: tuple[Exhibit, Path]) -> None:
    marked = {
        page.path.stem: [
            (tag.attributes["href"], tag.attributes["aria-current"])
            for nav in page.all("nav")[1:2]
            for tag in nav.inside[0].inside
            for tag in tag.inside
            if "aria-current" in tag.attributes
        ]
        for page in pages_of(two[1] / "en")
    }
    assert marked["phases"] == [("phases.html", "page")]
    assert marked["phase-march"] == [("phases.html", "true")]
    assert marked["decisions"] == [("lessons.html", "true"), ("decisions.html", "page")]
    assert marked["places"] == []


@pytest.mark.parametrize("name", ["places", "people", "terms", "decisions", "drawings"])
def test_a_long_page_begins_with_what_it_holds(two: tuple[Exhibit, Path], name: str) -> None:
    page = Page(two[1] / "en" / f"{name}.html")
    (contents,) = [tag for tag in page.all("nav") if tag.attributes.get("class") == "contents"]
    articles = [tag.attributes["id"] for tag in page.all("article")]
    assert articles
    led = re.findall(r"href=\"\S+#([^\"]+)\"", page.path.read_text("utf-8"))
    assert led[: len(articles)] == articles
    assert contents.words.split("\n")[2].strip() == "On this page"


def test_a_source_leads_to_what_rests_on_it(one: tuple[Exhibit, Path]) -> None:
    page = Page(one[1] / "sources.html")
    (entry,) = [tag for tag in page.all("li") if tag.attributes.get("id") == "outline"]
    for address in ("phase-battle.html", "forces.html#jacobite-army", "disagreements.html#losses"):
        assert address in {tag.attributes["href"] for tag in page.all("a")}
    assert re.search(r"Entries that rest on it: \d+", entry.words)


# ------------------------------------------------------------ for everybody


def test_pictures_are_told_in_words(either: tuple[Exhibit, Path]) -> None:
    for page in pages_of(either[1]):
        for image in page.all("img"):
            ornament = image.attributes["src"].startswith("ground/")
            assert (image.attributes["alt"] == "") == ornament
            assert int(image.attributes["width"]) > 0 < int(image.attributes["height"])
        for svg in page.all("svg"):
            if svg.attributes.get("aria-hidden") != "true":
                assert svg.attributes["role"] == "img"
                assert svg.inside[0].name == "title"
                assert svg.inside[0].words == svg.attributes["aria-label"] != ""
                assert svg.attributes["aria-describedby"] in page.ids


def test_a_keyboard_finds_the_text_first(either: tuple[Exhibit, Path]) -> None:
    for page in pages_of(either[1]):
        first = page.all("a")[0].attributes["href"]
        assert first == "#main_" or page.path.parent == either[1]
        names = [tag.attributes["aria-label"] for tag in page.all("nav")]
        assert len(names) == len(set(names))
        levels = [int(tag.name[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag.name)]
        assert all(b <= a + 1 for a, b in pairwise(levels)), page.path


def test_languages_are_declared_where_they_are_spoken(two: tuple[Exhibit, Path]) -> None:
    for page in pages_of(two[1]):
        spoken = page.tags[0].lang
        assert spoken == (page.path.parent.name if page.path.parent != two[1] else "en")
        for tag in page.tags:
            own = tag.words if not tag.inside else ""
            if is_wide(own):
                assert tag.lang == "zh", f"{page.path}: {own}"
            if tag.lang == "en" and spoken == "zh":
                assert not is_wide(tag.words)


def test_how_a_name_is_read_is_no_english(two: tuple[Exhibit, Path]) -> None:
    page = Page(two[1] / "en" / "people.html")
    assert [tag.lang for tag in page.all("span") if tag.words == "Shǒumén"] == ["zh-Latn-pinyin"]


def test_one_title_is_told_once_where_a_language_is_chosen(two: tuple[Exhibit, Path]) -> None:
    page = Page(two[1] / "index.html")
    assert page.all("title")[0].words == page.all("h1")[0].words.strip() == "Content"
    assert [tag.words.split()[0] for tag in page.all("a")] == ["English", "中文"]


@pytest.mark.parametrize("font", ["sans-400", "sans-700", "serif-400", "serif-600"])
def test_the_fonts_have_the_letters_of_the_pages(two: tuple[Exhibit, Path], font: str) -> None:
    pages = pages_of(two[1])
    letters = set("".join(page.words for page in pages)) - {WORD_JOINER}
    files = [two[1] / "fonts" / f"{font}.woff2", two[1] / "fonts" / f"{font}-wide.woff2"]
    had = {chr(code) for file in files if file.is_file() for code in TTFont(file).getBestCmap()}
    assert {letter for letter in letters - had if "serif" in font or not is_wide(letter)} == set()
    for address in re.findall(r'url\("([^"]+)"', (two[1] / "style.css").read_text("utf-8")):
        assert (two[1] / address).is_file()


def test_each_page_leads_to_itself_in_the_other_language(two: tuple[Exhibit, Path]) -> None:
    for page in pages_of(two[1] / "en"):
        (other,) = [tag for tag in page.all("a") if tag.attributes.get("hreflang")]
        assert other.attributes["href"] == f"../zh/{page.path.name}"
        assert (other.lang, other.words) == ("zh", "中文")


# What is pressed by itself, and no part of a sentence
ALONE = ("header a, footer a", ".all a, .contents a", ".doors a", "summary", ".sources li li a")
TARGET_PX, REM_PX, TEXT_PX, TIGHT = 24, 16, 17, 1.25


@pytest.mark.parametrize("selector", ALONE)
def test_what_is_pressed_is_large_enough_for_a_finger(selector: str) -> None:
    css = (folders.resources() / "web" / "style.css").read_text("utf-8")
    (rule,) = re.findall(rf"^{re.escape(selector)} {{([^}}]*)}}", css, re.MULTILINE)
    (padding,) = re.findall(r"padding: ([\d.]+)rem", rule)
    assert selector == "summary" or "block" in rule
    assert TEXT_PX * TIGHT + 2 * float(padding) * REM_PX >= TARGET_PX


# ------------------------------------------------------------ what a page may do


def test_a_page_may_only_use_what_lies_beside_it(either: tuple[Exhibit, Path]) -> None:
    for page in pages_of(either[1]):
        head = [tag for tag in page.all("meta") if "http-equiv" in tag.attributes]
        assert [tag.attributes["http-equiv"] for tag in head] == ["Content-Security-Policy"]
        policy = dict(rule.split(" ", 1) for rule in head[0].attributes["content"].split("; "))
        assert policy == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self' 'unsafe-inline'",
            "style-src-elem": "'self'",
            "img-src": "'self'",
            "media-src": "'self'",
            "font-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'none'",
        }
        first = next(tag for tag in page.tags if "src" in tag.attributes or tag.name == "link")
        assert page.tags.index(head[0]) < page.tags.index(first)


def test_a_page_keeps_to_what_it_may_use(either: tuple[Exhibit, Path]) -> None:
    for page in pages_of(either[1]):
        assert {tag.name for tag in page.tags}.isdisjoint(
            {"style", "base", "form", "iframe", "object", "embed", "foreignobject"}
        )
        for tag in page.tags:
            assert not [name for name in tag.attributes if name.startswith("on")]
            for name in ("src", "href"):
                if tag.name != "a" and name in tag.attributes:
                    address = urlsplit(tag.attributes[name])
                    assert (address.scheme, address.netloc) == ("", ""), tag
        assert all(tag.attributes.get("src") and not tag.words for tag in page.all("script"))
        loads = re.findall(
            r"url\(|@import", " ".join(t.attributes.get("style", "") for t in page.tags)
        )
        assert loads == []


# ------------------------------------------------------------ what may go wrong


@pytest.mark.usefixtures("uncut")
def test_a_hostile_text_stays_a_text(qapp: QGuiApplication, tmp_path: Path) -> None:
    exhibit = read(MINIMAL)
    words = Words(HOSTILE)
    place = changed(exhibit.places[0], name=words, about=words, importance=1)
    unit = changed(exhibit.formations[0], name=words)
    view = changed(exhibit.map.views[0], name=words)
    exhibit = changed(
        exhibit,
        exhibit=changed(exhibit.exhibit, title=words, sentence=words, licence=HOSTILE),
        places=(place, *exhibit.places[1:]),
        formations=(unit, *exhibit.formations[1:]),
        phases=tuple(changed(phase, title=words, text=words) for phase in exhibit.phases),
        map=changed(exhibit.map, views=(view, *exhibit.map.views[1:])),
    )
    assert site.run(exhibit, MINIMAL, tmp_path, languages=("en",))
    for page in pages_of(tmp_path):
        assert [tag.attributes for tag in page.all("script") if "src" not in tag.attributes] == []
        assert [tag for tag in page.tags if "onerror" in tag.attributes] == []
    assert Page(tmp_path / "index.html").all("h1")[0].words.strip() == HOSTILE
    assert HOSTILE in Page(tmp_path / "maps.html").words


def refuse(*_: object) -> None:
    raise ValueError("no such tree")


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda patch: patch.setattr(Guide, "trees", refuse), "forces.html: no such tree"),
        (lambda patch: patch.setattr(site, "_ground", refuse), None),
    ],
)
@pytest.mark.usefixtures("uncut")
def test_a_page_that_fails_is_named_and_the_rest_is_written(
    qapp: QGuiApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[pytest.MonkeyPatch], None],
    line: str | None,
    one: tuple[Exhibit, Path],
) -> None:
    spoil(monkeypatch)
    assert not site.run(read(MINIMAL), MINIMAL, tmp_path, languages=("en",))
    lines = [line] if line else ["ground/firth.svg: no such tree", "ground/moor.svg: no such tree"]
    assert capsys.readouterr().err.splitlines() == lines
    failed = {text.partition(":")[0] for text in lines}
    every = {path.relative_to(one[1]).as_posix() for path in one[1].rglob("*") if path.is_file()}
    written = {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert written == every - failed


@pytest.mark.usefixtures("uncut")
def test_what_cannot_be_written_leaves_nothing_half_written(
    qapp: QGuiApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "people.html").mkdir()
    assert not site.run(read(MINIMAL), MINIMAL, tmp_path, languages=("en",))
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("people.html: ")
    assert [path.name for path in tmp_path.rglob("*part*")] == []


@pytest.mark.usefixtures("uncut")
def test_a_layer_that_cannot_be_read_is_named(
    qapp: QGuiApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = Path(shutil.copytree(MINIMAL, tmp_path / "content"))
    (content / "map" / "river.geojson").write_text("{}")
    assert not site.run(read(content), content, tmp_path / "site", languages=("en",))
    assert capsys.readouterr().err == "river.geojson: is not a FeatureCollection\n"
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_folder_that_cannot_be_is_named(
    qapp: QGuiApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert not site.run(read(MINIMAL), MINIMAL, tmp_path / "file", languages=("en",))
    assert capsys.readouterr().err == f"{tmp_path / 'file'}: Not a directory\n"


def test_the_command_writes_the_site(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    def run(*_: object, languages: tuple[str, ...]) -> bool:
        asked.append(languages)
        return True

    monkeypatch.setattr(site, "run", run)
    monkeypatch.setattr("kiosk.desk.log.begin", lambda *_: None)
    out = str(tmp_path)
    assert cli.main(["render", str(MINIMAL), "--as", "web", "--out", out, "--language", "en"]) == 0
    assert asked == [("en",)]


def test_views_are_of_the_ground(one: tuple[Exhibit, Path]) -> None:
    views: tuple[View, ...] = one[0].map.views
    for view in views:
        assert (one[1] / "ground" / f"{view.id}.svg").stat().st_size < 150_000


@pytest.mark.usefixtures("uncut")
def test_a_language_that_runs_to_the_left_says_so(tmp_path: Path) -> None:
    assert site.run(read(MINIMAL), MINIMAL, tmp_path, languages=("ar",))
    html = Page(tmp_path / "maps.html").tags[0]
    assert (html.attributes["lang"], html.attributes["dir"]) == ("ar", "rtl")
    css = (tmp_path / "style.css").read_text("utf-8")
    assert (
        re.findall(r"\b(?:margin|padding|border)-(?:left|right)\b|\b(?:left|right)[;:]", css) == []
    )
