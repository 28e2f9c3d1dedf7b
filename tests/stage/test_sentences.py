"""Steps within a text, sentence by sentence, and within a list that branches."""

from __future__ import annotations

import pytest

from kiosk.workbench.layout.eyes import plain
from tests.stage.test_five_keys import LESS, MORE, NEXT, Driver, heard_by, woken
from tests.window import Visitor


@pytest.fixture
def driver(passer_by: Visitor) -> Driver:
    """Somebody who has woken the exhibit with a key."""
    return woken(passer_by, NEXT)


@pytest.mark.parametrize(("language", "scale"), [("en", 100), ("zh", 100), ("en", 200)])
def test_a_text_is_stepped_through_sentence_by_sentence(
    driver: Driver, language: str, scale: int
) -> None:
    visitor = driver.visitor
    visitor.stage.preferences.chooseLanguage(language)
    visitor.stage.preferences.setTextScale(scale)
    driver.take(visitor.door_name("phases"))
    body = str(visitor.stage.page.body)
    driver.go(plain(body))
    heard = heard_by(visitor)
    sentences = [plain(one).strip() for one in visitor.stage.typesetting.sentences(body)]
    assert len(sentences) > 1
    tops = []
    for _ in sentences:
        driver.press(MORE)
        visitor.frame()
        assert driver.name == plain(body)
        (mark,) = visitor.named("SentenceMark")
        rules = [item for item in mark.childItems() if item.inherits("QQuickRectangle")]
        seen = [rule.mapRectToScene(rule.boundingRect()) for rule in rules]
        (pane,) = (one for one in visitor.panes() if one.area.intersects(seen[0]))
        assert all(rule.width() > 0 for rule in seen)
        tops.append([(rule.y(), rule.x(), rule.x() + rule.width()) for rule in rules])
        assert pane.area.contains(seen[0].center())
    assert heard == sentences
    ends = [(marks[-1][0], marks[-1][2]) for marks in tops]
    begins = [(marks[0][0], marks[0][1]) for marks in tops]
    for end, begin in zip(ends, begins[1:], strict=False):
        assert begin >= end  # each begins where the one before ends, or on the line beneath
    driver.press(LESS)
    assert heard[-1] == sentences[-2]
    driver.press(MORE, MORE)
    assert driver.name != plain(body)
    assert visitor.named("SentenceMark") == []


def test_a_tree_is_stepped_into_and_out_of(driver: Driver) -> None:
    visitor = driver.visitor
    visitor.stage.navigation.openPanel("forces")
    visitor.stage.navigation.openSheet("order")
    visitor.settle()
    side = next(iter(visitor.stage.forces.sides.rows))
    rows = list(side.formations.rows)
    depths = [row.depth for row in rows]
    branch = next(at for at, deep in enumerate(depths) if depths[at + 1 : at + 2] == [deep + 1])
    driver.go(rows[branch].name)
    driver.press(MORE)
    assert driver.name == rows[branch + 1].name
    driver.press(NEXT)  # its neighbour, or what stands beneath it
    driver.press(LESS)
    if depths[branch + 2] == depths[branch + 1]:
        assert driver.name == rows[branch].name
    else:
        assert driver.name == rows[branch + 1].name
    leaf = next(at for at, deep in enumerate(depths) if deep >= depths[at + 1])
    driver.go(rows[leaf].name)
    driver.press(MORE)
    assert driver.name != rows[leaf + 1].name  # nothing stands beneath it
