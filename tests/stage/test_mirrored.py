"""A row or a button is mirrored by Qt's own word for it, for writing that runs to the left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem

from tests.window import Visitor, walk


def parts(item: QQuickItem) -> Iterator[QRectF]:
    """The places within an item of the words and pictures on it."""
    for part in walk(item):
        if part.isVisible() and (part.inherits("QQuickText") or part.inherits("QQuickImage")):
            yield part.mapRectToItem(item, QRectF(0, 0, part.width(), part.height()))


def mirror(item: QQuickItem) -> None:
    context = qmlContext(item)
    assert context
    for name in ("childrenInherit", "enabled"):
        assert QQmlProperty.write(item, f"LayoutMirroring.{name}", True, context)


@pytest.mark.parametrize("screen", ["order", "decisions", "events"])
def test_what_lies_in_a_row_changes_sides(visitor: Visitor, screen: str) -> None:
    navigation = visitor.stage.navigation
    if screen in ("order", "events"):
        visitor.open("forces")
        navigation.openSheet(screen)
    else:
        navigation.openPanel("lessons")
        navigation.openPanel(screen)
    visitor.settle()
    wide = [seen.item for seen in visitor.buttons() if seen.item.width() > 70 * visitor.mm]
    (ruler,) = visitor.named("ruler")
    rows = [item for item in wide if not ruler.isAncestorOf(item)]
    assert len(rows) > 1
    for row in rows:
        before = [*parts(row)]
        mirror(row)
        visitor.frame()
        after = [*parts(row)]
        expected = [row.width() - place.right() for place in before]
        assert [place.x() for place in after] == pytest.approx(expected, abs=1)
        assert before
