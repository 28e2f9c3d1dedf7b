"""The answers to a decision on the map: yours and what was done, each with its words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.exhibit.model import Decision, Exhibit
from kiosk.map.boxes import Box
from kiosk.map.ground.palette import CONTRAST, SHEET, TABLE, Palette
from kiosk.map.proposing import colour_of, proposals_of
from kiosk.map.sight import LEAST_KM, sight_within
from kiosk.map.signs.proposals import Proposal
from kiosk.map.signs.strokes import mark_of
from tests.map.looking import LANDSCAPE, PORTRAIT, Looking, spot_of
from tests.pixels import counted

pytestmark = pytest.mark.usefixtures("qapp")

BLUE = "#3d6ea8"
WAY, STAY = ((0.0, 0.0), (10.0, 0.0)), ((0.0, 0.0),)


def painted(*proposals: Proposal, palette: Palette = TABLE) -> QImage:
    """Proposals at 20 px a kilometre and 4 px a millimetre, about their start."""
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    painter.translate(100, 150)
    for proposal in proposals:
        mark_of(proposal, 20.0, 4.0, palette).paint(painter)
    painter.end()
    return image


def count(image: QImage, colour: str) -> int:
    return counted(image)[QColor(colour).rgb()]


@pytest.mark.parametrize("palette", [TABLE, CONTRAST, SHEET], ids=["table", "contrast", "sheet"])
@pytest.mark.parametrize("way", [WAY, STAY], ids=["way", "stay"])
def test_yours_is_hollow_and_amber_and_what_was_done_is_of_its_side(
    qapp: QGuiApplication, way: tuple[tuple[float, float], ...], palette: Palette
) -> None:
    yours = painted(Proposal(way, "", BLUE, yours=True), palette=palette)
    done = painted(Proposal(way, "", BLUE), palette=palette)
    shade = palette.line_of(BLUE) if way is STAY else palette.side(BLUE)
    assert count(yours, palette.amber) > 300
    assert count(done, palette.amber) == 0
    assert count(done, shade.name()) > 1000
    inside = (150, 150) if way is WAY else (100, 150)
    assert yours.pixelColor(*inside).name() == "#123456"


def test_of_the_same_way_both_are_seen(qapp: QGuiApplication) -> None:
    both = painted(Proposal(WAY, "", BLUE), Proposal(WAY, "", BLUE, yours=True))
    assert count(both, TABLE.amber) > 300
    assert count(both, TABLE.side(BLUE).name()) > 1000


def test_a_short_way_has_an_arrow_too(qapp: QGuiApplication) -> None:
    mark = painted(Proposal(((0.0, 0.0), (1.0, 0.0)), "", BLUE))
    assert count(mark, TABLE.side(BLUE).name()) > 50


def answers(exhibit: Exhibit) -> list[tuple[Decision, str]]:
    return [(decision, one.key) for decision in exhibit.decisions for one in decision.choices]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_choice_draws_its_own_line_beside_what_was_done(
    exhibit: Exhibit, language: str
) -> None:
    teller = Looking(exhibit, language=language).request.teller
    assert teller
    for decision in exhibit.decisions:
        ways = []
        for choice in decision.choices:
            done, yours = proposals_of(exhibit, decision, choice.key, teller)
            assert (done.yours, yours.yours) == (False, True)
            assert (done.words, yours.words) == (
                teller.phrases.say("was_done"),
                teller.phrases.say("your_choice"),
            )
            assert done.colour == colour_of(exhibit, decision)
            assert (done.way == yours.way) is (choice.key == decision.taken)
            ways.append(yours.way)
        assert len(set(ways)) == len(ways)
        assert len(proposals_of(exhibit, decision, "", teller)) == 1


def test_who_goes_over_is_drawn_in_the_colour_of_the_side_gone_to(exhibit: Exhibit) -> None:
    teller = Looking(exhibit).request.teller
    assert teller
    decision = exhibit.indexed("decisions")["decision-gao"]
    person = exhibit.indexed("people")["gao-shuxun"]
    sides = exhibit.indexed("sides")
    done, _ = proposals_of(exhibit, decision, "fight", teller)
    assert done.colour == sides["communist"].colour
    assert done.side == list(sides).index("communist")
    stayed = decision.model_copy(update={"taken": "fight"})
    assert colour_of(exhibit, stayed) == sides[person.side].colour


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_the_words_of_both_stand_free_and_lead_to_their_lines(
    exhibit: Exhibit, language: str, size: tuple[int, int]
) -> None:
    views = exhibit.indexed("views")
    for decision, key in answers(exhibit):
        looking = Looking(exhibit, size, language=language)
        assert looking.request.teller
        proposals = proposals_of(exhibit, decision, key, looking.request.teller)
        hours = (decision.moment - exhibit.exhibit.starts).total_seconds() / 3600
        looking.open(decision.view, hours)
        spots = [_lon_lat(exhibit, point) for c in decision.choices for point in c.line]
        near = sight_within(spots, views[decision.view].bounds, LEAST_KM)
        looking.viewport = looking.fitting.viewport(looking.fitting.fitted(near), looking.mm)
        looking.ask(proposals=proposals)
        picture = looking.picture
        assert picture.arrows == ()
        words = [name for name in picture.names if name.key.startswith("proposals/")]
        assert [name.lead for name in words] == [one.words for one in proposals], (key, language)
        colours = {one.colour for one in proposals}
        assert sum(leader.colour in colours for leader in picture.leaders) == 2
        signs = [
            QRectF(x + sign.dx, y + sign.dy, sign.symbol_width, sign.symbol_height)
            for sign in picture.signs
            for x, y in [spot_of(sign, looking.viewport)]
        ]
        for one in picture.proposals:
            way = [] if one.stays else list(pairwise(looking.viewport.on_screen(one.way)))
            boxes = [Box(s.left() + 2, s.top() + 2, s.right() - 2, s.bottom() - 2) for s in signs]
            assert not any(box.is_cut(line) for box in boxes for line in way), (key, language)
        for name in words:
            x, y = spot_of(name, looking.viewport)
            box = QRectF(x + name.label_x, y + name.label_y, name.label_width, name.label_height)
            assert not any(box.intersects(sign) for sign in signs)


def _lon_lat(exhibit: Exhibit, point: str | tuple[float, float]) -> tuple[float, float]:
    if isinstance(point, str):
        at: tuple[float, float] = exhibit.indexed("places")[point].at
        return at
    return point


def test_the_sight_of_spots_is_within_a_view_and_shows_much_of_it() -> None:
    view = (0.0, 0.0, 10.0, 10.0)
    assert sight_within([], view) == view
    assert sight_within([(1.0, 1.0), (9.0, 9.0)], view) == view
    assert sight_within([(5.0, 5.0)], view) == (1.75, 1.75, 8.25, 8.25)
    west, south, east, north = sight_within([(5.0, 5.0)], view, 111.2)
    assert (south, north) == pytest.approx((4.5, 5.5))
    assert 1.0 < east - west < 1.01
    wide = sight_within([(4.0, 5.0), (6.0, 5.0)], view, 111.2)
    assert wide[2] - wide[0] == pytest.approx(3.4)


def test_the_sight_of_spots_near_an_edge_keeps_within_the_view_as_far_as_their_rim_allows() -> None:
    view = (0.0, 0.0, 10.0, 10.0)
    assert sight_within([(2.0, 5.0)], view) == pytest.approx((0, 1.75, 6.5, 8.25))
    rim = 0.35 / 1.7 * 6.5
    assert sight_within([(0.5, 9.9)], view) == pytest.approx(
        (0.5 - rim, 9.9 + rim - 6.5, 7.0 - rim, 9.9 + rim)
    )
    assert sight_within([(-1.0, 5.0)], view) == pytest.approx((-1 - rim, 0, 10, 10))
