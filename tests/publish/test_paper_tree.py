"""Papers as PDF/UA-1: what each part of them is for those who hear it read."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtGui import QGuiApplication

from kiosk.publish.paper.pdf.binding import bound
from kiosk.publish.paper.press import Press
from kiosk.publish.paper.sheet import A4
from kiosk.publish.paper.sheet import printed as printed_on
from kiosk.publish.paper.text import Paragraph, Run, Type
from kiosk.telling.fonts import SANS
from tests.publish.matterhorn import failures
from tests.publish.pdf import elements, links, root_of
from tests.publish.test_paper_files import PAPERS


@pytest.mark.parametrize("name", PAPERS)
def test_what_is_read_aloud_is_all_told_as_what_it_is(printed: Path, name: str) -> None:
    reader = PdfReader(printed / name)
    root = root_of(reader)
    assert root["/MarkInfo"]["/Marked"].value
    told = list(elements(reader))
    roles = [element["/S"] for element in told]
    assert roles[:2] == ["/Document", "/H1"]
    assert {"/H2", "/P", "/Figure", "/L"} <= set(roles)
    levels = [int(role[2]) for role in roles if role.startswith("/H")]
    assert all(below <= above + 1 for above, below in pairwise(levels))
    figures = [element["/Alt"] for element in told if element["/S"] == "/Figure"]
    maps = figures[:-1] if name.startswith("timeline") else figures  # the last is the river of men
    assert all("Jacobite army" in alt for alt in maps)
    assert all("\n" in alt for alt in figures)
    assert ("/TOCI" in roles) == (not name.startswith("timeline"))
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        drawn = contents.get_data()
        assert len(re.findall(rb"\bB[MD]C\n", drawn)) == drawn.count(b"\nEMC\n")
        place: Any = page["/StructParents"]
        held = root["/StructTreeRoot"]["/ParentTree"]["/Nums"][2 * place + 1].get_object()
        assert len(held) == len(re.findall(rb"/MCID \d+", drawn))


@pytest.mark.parametrize("name", PAPERS)
def test_a_file_says_that_everybody_can_read_it(printed: Path, name: str) -> None:
    metadata = root_of(PdfReader(printed / name))["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert '<rdf:li xml:lang="x-default">Culloden</rdf:li>' in metadata


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_that_a_program_can_judge_is_wrong(printed: Path, name: str) -> None:
    assert list(failures(PdfReader(printed / name))) == []


def test_what_is_wrong_is_found(printed: Path) -> None:
    writer = PdfWriter(clone_from=printed / next(iter(PAPERS)))
    root: Any = writer.root_object
    page: Any = next(page for page in writer.pages if "/Annots" in page)
    del root["/Lang"], page["/Tabs"], page["/Annots"][0].get_object()["/Contents"]
    out = BytesIO()
    writer.write(out)
    found = {one[:6] for one in failures(PdfReader(out))}
    assert {"11-007", "28-009", "28-012"} <= found


@pytest.mark.parametrize("name", PAPERS)
def test_lists_links_and_citations_are_what_they_are(printed: Path, name: str) -> None:
    reader = PdfReader(printed / name)
    within = {("/L", "/LI"), ("/LI", "/LBody"), ("/TOC", "/TOCI"), ("/TOCI", "/Link")}
    for element in elements(reader):
        role, kids = element["/S"], [kid.get_object() for kid in element["/K"]]
        below = {kid["/S"] for kid in kids if "/S" in kid}
        assert kids
        if role in {above for above, _ in within}:
            assert {(role, one) for one in below} <= within
        if role == "/Link":
            assert [kid["/Type"] for kid in kids] == ["/MCR", "/OBJR"]
        assert (element.get("/ActualText") == "") is (role == "/Reference")
        if role == "/Reference":
            assert below == {"/Span" if name.startswith("timeline") else "/Link"}
    for link in links(reader):
        assert link["/Contents"]
        assert "/StructParent" in link


def test_a_citation_that_leads_nowhere_is_no_link(qapp: QGuiApplication) -> None:
    type_ = Type(SANS, 32, 1.5)
    cited = [Run("1", type_, to="sources/a", says="A", cites=True), Run(" more", type_)]
    text = Paragraph([Run("word ", type_), *cited])

    def paint(press: Press) -> None:
        text.paint(press, 0, 0, 400)

    told = elements(PdfReader(BytesIO(bound(*printed_on(A4, "Words", paint), "en"))))
    assert [element["/S"] for element in told] == ["/Document", "/P", "/Reference", "/Span"]


def test_a_paragraph_that_goes_on_overleaf_is_read_as_one(qapp: QGuiApplication) -> None:
    text, width = Paragraph([Run("word " * 60, Type(SANS, 32, 1.5))]), 400.0
    parts = text.split(width, 200.0)
    assert parts is not None

    def paint(press: Press) -> None:
        parts[0].paint(press, 0, 0, width)
        press.turn()
        parts[1].paint(press, 0, 0, width)

    reader = PdfReader(BytesIO(bound(*printed_on(A4, "Words", paint), "en")))
    _, paragraph = elements(reader)
    pages = [kid.raw_get("/Pg").get_object() for kid in paragraph["/K"]]
    assert pages == [page.get_object() for page in reader.pages]


@pytest.mark.parametrize(
    ("text", "spelt"),
    [("China’s, Yan’an", True), ("‘one’ “two”…", True), ("梯队——大陆", True), ("بيت", False)],
)
def test_a_file_claims_that_all_can_read_it_where_each_sign_is_spelt(
    qapp: QGuiApplication, text: str, spelt: bool
) -> None:
    paragraph = Paragraph([Run(text, Type(SANS, 32, 1.5))])
    printed = printed_on(A4, "Signs", lambda press: paragraph.paint(press, 0, 0, 5000.0))
    reader = PdfReader(BytesIO(bound(*printed, "en")))
    unspelt = [one for one in failures(reader) if one.startswith("10-001")]
    assert (unspelt == []) is spelt
    assert ("pdfuaid" in root_of(reader)["/Metadata"].get_data().decode()) is spelt
    if spelt:
        assert reader.pages[0].extract_text().strip() == text
