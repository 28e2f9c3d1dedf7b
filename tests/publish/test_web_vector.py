"""Painters as SVG: what is drawn anew from it looks the same."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.model import Arm, Certainty, Echelon, Shape, State
from kiosk.map.signs.symbols import Livery, Symbol, draw_symbol
from kiosk.publish.web.terrain import simplified
from kiosk.publish.web.vector import drawn

SIDE = 120
Paint = Callable[[QPainter], object]


def blank() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#404040"))
    return image


def painted(paint: Paint) -> QImage:
    image = blank()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return image


def redrawn(paint: Paint) -> QImage:
    """What the SVG of a drawing shows."""
    body = drawn(paint).svg("x")
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">'
    renderer = QSvgRenderer(QByteArray(f"{head}{body}</svg>".encode()))
    assert renderer.isValid(), body
    return painted(lambda painter: renderer.render(painter, QRectF(0, 0, SIDE, SIDE)))


def apart(one: QImage, other: QImage) -> float:
    """How far two pictures differ, as a share of all grey that there is."""
    ones, others = (
        bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
        for image in (one, other)
    )
    differences = (abs(a - b) for a, b in zip(ones, others, strict=True))
    return sum(differences) / (255 * SIDE * SIDE)


def lines(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("white"), 3, Qt.PenStyle.DashLine))
    painter.drawLines([QLineF(10, 10, 60, 20), QLineF(60, 20, 100, 90), QLineF(5, 80, 50, 110)])


def turned(painter: QPainter) -> None:
    painter.translate(60, 60)
    painter.rotate(30)
    painter.scale(2, 2)
    painter.setPen(QPen(QColor("#c2412f"), 2))
    painter.setBrush(QColor("#3d6ea8"))
    painter.drawRect(QRectF(-15, -10, 30, 20))
    painter.drawEllipse(QPointF(0, 0), 8, 4)


def curved(painter: QPainter) -> None:
    path = QPainterPath(QPointF(20, 20))
    path.lineTo(100, 20)
    path.quadTo(110, 90, 60, 100)
    path.lineTo(20, 70)
    path.closeSubpath()
    path.addEllipse(QPointF(60, 50), 15, 15)
    painter.fillPath(path, QColor("white"))


def veiled(painter: QPainter) -> None:
    painter.setOpacity(0.5)
    painter.fillRect(10, 10, 80, 60, QColor(255, 255, 255, 128))
    painter.setOpacity(1)
    painter.fillRect(50, 50, 60, 60, QColor("black"))


def repeated(painter: QPainter) -> None:
    zigzag = QPainterPath(QPointF(0, 0))
    for i in range(40):
        zigzag.lineTo(2 * i + 2, 7 if i % 2 else 0)
    for y, colour in ((10, "white"), (50, "#e9b04e"), (90, "black")):
        painter.strokePath(zigzag.translated(15, y), QPen(QColor(colour), 2))


@pytest.mark.parametrize("paint", [lines, turned, curved, veiled, repeated])
def test_a_drawing_looks_as_it_was_painted(qapp: QGuiApplication, paint: Paint) -> None:
    assert apart(painted(paint), blank()) > 0.01
    assert apart(painted(paint), redrawn(paint)) < 0.005


@pytest.mark.parametrize(("arm", "state"), [*zip(Arm, itertools.cycle(State))])
def test_a_symbol_looks_as_it_was_painted(qapp: QGuiApplication, arm: Arm, state: State) -> None:
    echelon = list(Echelon)[list(Arm).index(arm) % len(Echelon)]
    side, former = Livery("#3d6ea8", Shape.HEXAGON), Livery("#c2412f", Shape.RECTANGLE)
    symbol = Symbol(side, echelon, arm, state, Certainty.INFERRED, former, text="8")

    def paint(painter: QPainter) -> None:
        draw_symbol(painter, symbol, SIDE)

    assert apart(painted(paint), redrawn(paint)) < 0.006


def test_a_path_drawn_more_than_once_is_written_once(qapp: QGuiApplication) -> None:
    svg = drawn(repeated).svg("mine_")
    assert svg.count("<use ") == 3
    assert svg.count('id="mine_0"') == 1
    assert svg.count("<path ") == 1


def test_lines_that_go_on_from_each_other_are_one(qapp: QGuiApplication) -> None:
    (element,) = drawn(lines).elements
    assert element.d == "M10 10l50 10l40 70m-95-10l45 30"


def test_dots_are_told_by_the_way_to_the_next(qapp: QGuiApplication) -> None:
    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor("white"), 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(90, 41), QPointF(20.2, 42), QPointF(30, 80)])

    (element,) = drawn(paint).elements
    assert element.d == "M20 42h0m70-1h0m-60 39h0"
    assert dict(element.style)["stroke-width"] == "4"
    assert apart(painted(paint), redrawn(paint)) < 0.002


def test_what_is_clipped_stays_within(qapp: QGuiApplication) -> None:
    def paint(painter: QPainter) -> None:
        path = QPainterPath()
        path.addRect(20, 20, 30, 30)
        painter.setClipPath(path)
        painter.fillRect(0, 0, 100, 100, QColor("white"))

    svg = drawn(paint).svg("mine_")
    assert 'clip-path="url(#mine_clipPath1)"' in svg
    assert '<clipPath id="mine_clipPath1"><path d="M20 20l30 0 0 30-30 0 0-30z"/>' in svg


def test_words_are_written_as_words(qapp: QGuiApplication) -> None:
    svg = drawn(lambda painter: painter.drawText(QPointF(5, 9), "a < b")).svg()
    assert svg.endswith(">a &lt; b</text>")
    assert 'x="5" y="9"' in svg


POINTS = st.lists(st.complex_numbers(max_magnitude=1e3, allow_nan=False), min_size=2, max_size=40)


@given(POINTS, st.floats(0.1, 100))
def test_a_simplified_line_leaves_no_point_far_off(points: list[complex], rough: float) -> None:
    few = simplified(points, rough)
    assert (few[0], few[-1]) == (points[0], points[-1])
    assert set(few) <= set(points)
    for point in points:
        away = min(_away(point, a, b) for a, b in itertools.pairwise(few))
        assert away <= rough * (1 + 1e-9) + 1e-9


def _away(point: complex, start: complex, end: complex) -> float:
    """How far a point is from a stretch, by halving it."""
    low, high = 0.0, 1.0
    for _ in range(100):
        third = (high - low) / 3
        one, other = low + third, high - third
        if abs(start + (end - start) * one - point) < abs(start + (end - start) * other - point):
            high = other
        else:
            low = one
    return abs(start + (end - start) * low - point)
