"""Cards of what is little known, long, or in one language: each stays whole."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from kiosk.exhibit.kinds import cards, ref_of
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.ref import Ref
from tests.meeting import SMALL, Meet
from tests.window import Visitor, spans

PERSON = """  - id: cumberland
    name: {name}
    side: government
    role: {role}
{told}
    sources: [outline]
"""
WAS = PERSON.format(
    name="Duke of Cumberland",
    role="Commander of the Government army",
    told="    about: He led the army from Aberdeen to the moor.",
)
LONG = "Field Marshal Prince William Augustus of Great Britain, Duke of Cumberland and of Nowhere"
LIFE = """    life:
      - {year: 1721/2, text: Born.}
      - text: Little is known of the years that followed, and what is known is told otherwise.
      - {year: 1746, text: He led the army to the moor.}"""


def opened(meet: Meet, folder: Path, size: tuple[int, int] = (1920, 1080), **given: str) -> Visitor:
    """The card of a person of whom the `given` is known."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    story = content / "story.yaml"
    known = {"name": "Duke of Cumberland", "role": "Commander", "told": LIFE, **given}
    written = story.read_text("utf-8")
    assert WAS in written
    story.write_text(written.replace(WAS, PERSON.format(**known)), "utf-8")
    visitor = meet(content, size=size)
    visitor.wake()
    visitor.stage.navigation.openPanel("phases")
    visitor.stage.navigation.openCard("people/cumberland")
    visitor.settle()
    return visitor


def test_a_life_without_some_years_stays_in_order(meet: Meet, tmp_path: Path) -> None:
    card = opened(meet, tmp_path).stage.card
    assert [knot.heading for knot in card.knots.rows] == ["1721/2", "", "1746"]
    assert [knot.present for knot in card.knots.rows] == [False, False, True]
    assert card.body == card.second == ""


def test_a_person_without_a_life_has_a_text_alone(meet: Meet, tmp_path: Path) -> None:
    visitor = opened(meet, tmp_path, told="    about: Nobody knows when he was born.")
    assert visitor.stage.card.knots.rows == []
    assert visitor.stage.card.body == "Nobody knows when he was born."
    assert "Nobody knows when he was born." in visitor.texts()


def test_a_person_without_a_photograph_says_so_in_a_line(meet: Meet, tmp_path: Path) -> None:
    visitor = opened(meet, tmp_path)
    said = visitor.word("no_photograph")
    assert visitor.stage.card.lacking == said
    assert said in visitor.texts()
    visitor.stage.navigation.openCard("places/inverness")
    assert visitor.stage.card.lacking == ""


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["wide", "tall"])
@pytest.mark.parametrize("scale", [100, 200])
def test_a_very_long_name_leaves_the_card_whole(
    meet: Meet, tmp_path: Path, size: tuple[int, int], scale: int
) -> None:
    visitor = opened(meet, tmp_path, size, name=LONG)
    visitor.stage.preferences.setTextScale(scale)
    visitor.settle()
    (name,) = [text for text in visitor.text_items() if text.words == LONG]
    assert not name.item.property("truncated")
    close = visitor.button(visitor.word("close"))
    assert not close.whole.intersects(name.painted)
    while visitor.read_on():
        visitor.settle()
    assert any(text.startswith(visitor.word("sources")) for text in visitor.texts())
    visitor.touch(visitor.word("close"))
    assert visitor.stage.navigation.card == ""


def test_the_open_card_follows_the_hour(visitor: Visitor) -> None:
    exhibit = visitor.kiosk.exhibit
    body = next(one for one in exhibit.formations if len(one.track) > 3)
    visitor.stage.navigation.openCard(f"formations/{body.id}")
    found = set()
    for station in body.track:
        visitor.stage.playhead.goTo(station.starts)
        found |= {knot.key for knot in visitor.stage.card.knots.rows if knot.present}
    assert len(found) > 2


def test_a_symbol_of_many_opens_a_card_that_names_them_all(visitor: Visitor) -> None:
    stage = visitor.stage
    visitor.open("phases")
    visitor.settle()
    sign = next(row for row in stage.situation.signs.rows if row.stands_for)
    (x, y), *_ = stage.camera.viewport(stage.pxPerMm).on_screen([(sign.plane_x, sign.plane_y)])
    middle = x + sign.dx + sign.symbol_width / 2, y + sign.dy + sign.symbol_height / 2
    visitor.tap_map(QPoint(*map(round, middle)))
    opened = stage.navigation.card
    assert stage.card.body.startswith(visitor.word("also_stood_for"))
    crowd = {Ref.of("formations", key) for key in (sign.key, *sign.stands_for)}
    assert opened in crowd
    assert crowd == {opened, *re.findall('href="([^"]+)"', stage.card.body)}
    visitor.settle()
    assert any(text.startswith(visitor.word("also_stood_for")) for text in visitor.texts())
    before = stage.card.body
    stage.playhead.goTo(stage.playhead.moment + dt.timedelta(hours=9))
    assert stage.card.body == before
    stage.navigation.openCard("places/handan")
    assert not crowd & {*re.findall('href="([^"]+)"', stage.card.body)}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_longest_card_of_each_kind_has_two_pages_at_the_most(
    meet: Meet, exhibit: Exhibit, language: str
) -> None:
    visitor = meet(size=(1920, 1080), river=False)
    visitor.stand_still()
    visitor.wake()
    visitor.stage.preferences.chooseLanguage(language)
    for panel, kind in cards():
        records = sorted(getattr(exhibit, kind), key=lambda one: len(one.model_dump_json()))
        for record in records[-2:]:
            visitor.stage.navigation.openPanel(panel)
            visitor.stage.navigation.openCard(ref_of(record))
            visitor.settle()
            assert max(len(spans(pane)) for pane in visitor.reading()) <= 2, record.id


@pytest.mark.parametrize("language", ["en", "zh"])
def test_in_the_largest_text_a_card_opens_with_a_line_of_a_life(meet: Meet, language: str) -> None:
    visitor = meet(size=(1920, 1080), river=False)
    visitor.wake()
    stage = visitor.stage
    stage.preferences.setTextScale(200)
    stage.preferences.chooseLanguage(language)
    stage.navigation.openPanel("phases")
    for person in visitor.kiosk.exhibit.people:
        stage.navigation.openCard(f"people/{person.id}")
        visitor.settle()
        (*_, pane) = visitor.reading()
        page = pane.mapRectToScene(pane.boundingRect())
        head = {stage.card.title, stage.card.overline}
        lived = [text for text in visitor.text_items() if page.contains(text.area)]
        told = [text for text in lived if text.words and text.words not in head]
        if len(spans(pane)) > 1:  # beside the pager's words
            assert any(text.area.bottom() < page.bottom() - stage.pxPerMm * 20 for text in told)
        assert told, person.id
