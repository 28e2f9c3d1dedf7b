"""The list model: whatever it showed before, it shows what it is told, by honest changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.qt.rows import Rows

lists = st.lists(
    st.lists(
        st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 3)), unique_by=lambda row: row[0]
    ),
    min_size=1,
    max_size=5,
)


@dataclass(frozen=True)
class Counted:
    key: str
    long_value: int

    @property
    def next_value(self) -> int:
        return self.long_value + 1


def as_rows(pairs: list[tuple[str, int]]) -> list[Counted]:
    return [Counted(key, value) for key, value in pairs]


def read(rows: Rows[Counted]) -> list[dict[str, Any]]:
    """The rows as a view reads them, by role."""
    roles = {role: bytes(name.data()).decode() for role, name in rows.roleNames().items()}
    return [
        {name: rows.data(rows.index(i), role) for role, name in roles.items()}
        for i in range(rows.rowCount())
    ]


@given(lists)
def test_it_shows_what_it_is_told(qapp: QGuiApplication, told: list[list[tuple[str, int]]]) -> None:
    rows = Rows(Counted)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for pairs in told:
        rows.show(as_rows(pairs))
        assert read(rows) == [
            {"key": key, "longValue": value, "nextValue": value + 1} for key, value in pairs
        ]
        assert list(rows.rows) == as_rows(pairs)
    del tester


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.randoms())
def test_a_view_that_follows_the_signals_shows_the_same(
    qapp: QGuiApplication, keys: list[str], random: Any
) -> None:
    rows = Rows(Counted)
    seen: list[str] = []
    rows.rowsInserted.connect(lambda _, first, __: seen.insert(first, rows.rows[first].key))
    rows.rowsRemoved.connect(lambda _, first, __: seen.pop(first))
    rows.rowsMoved.connect(lambda _, first, __, ___, to: seen.insert(to, seen.pop(first)))
    for _ in range(3):
        random.shuffle(keys)
        shown = keys[: random.randint(0, len(keys))]
        rows.show([Counted(key, 0) for key in shown])
        assert seen == shown


def test_a_row_that_changes_is_told_alone(qapp: QGuiApplication) -> None:
    rows = Rows(Counted)
    rows.show(as_rows([("a", 1), ("b", 1), ("c", 1)]))
    changed: list[int] = []
    rows.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    rows.show(as_rows([("a", 1), ("b", 2), ("c", 1)]))
    assert changed == [1]
    rows.show(as_rows([("a", 1), ("b", 2), ("c", 1)]))
    assert changed == [1]


def test_the_stages_own_lists_keep_their_word_through_a_visit(visitor: Any) -> None:
    stage = visitor.stage
    models = stage.findChildren(Rows)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in models
    ]
    assert len(testers) > 20
    for _ in range(2):
        for panel in ("phases", "forces", "maps", "lessons"):
            stage.navigation.openPanel(panel)
            stage.playhead.step(60)
            stage.navigation.forward()
            stage.navigation.openSheet("sources")
            visitor.process()
        stage.preferences.nextLanguage()
    shown = [row for model in models for row in model.rows]
    assert all(row.key for row in shown)
    testers.clear()
