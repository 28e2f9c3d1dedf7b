"""The poster's back: the river of men, with every side that was counted, as lines."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QTransform

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.palette import SHEET
from kiosk.map.river.flow import river_of
from kiosk.publish.paper.files import Papers
from kiosk.publish.paper.river import Turned
from kiosk.publish.paper.scale import POSTER_REDUCED
from kiosk.publish.paper.sheet import A4
from kiosk.telling.locale import ends_of
from tests.meeting import CONTENT


def test_the_back_of_the_poster_tells_who_marched_and_what_became_of_them(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    papers = Papers(exhibit, CONTENT, ("en",), ())
    made = dict(papers.files())["timeline.en.a3.pdf"]()
    _, back = PdfReader(BytesIO(made)).pages
    text = " ".join(back.extract_text().split())
    river = river_of(exhibit, Clock(exhibit))
    assert river is not None
    told = [band for band in river.bands if band.figures]
    assert {band.side for band in told} == set(range(len(exhibit.sides)))
    for band in told:
        low, high, _ = ends_of(band.figures)
        assert f"{low:,.0f}" in text
        assert f"{high:,.0f}" in text
    assert "The wider a way, the more men" in text
    assert papers.faults == []


def test_on_a4_the_poster_tells_the_key_events_alone(
    qapp: QGuiApplication, exhibit: Exhibit
) -> None:
    papers = Papers(exhibit, CONTENT, ("en",), (A4,))
    made = dict(papers.files())["timeline.en.a4.pdf"]()
    front, back = PdfReader(BytesIO(made)).pages
    width, height = front.mediabox.width, front.mediabox.height
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (297, 210)
    assert back.mediabox == front.mediabox
    told = " ".join(front.extract_text().replace("\u00a0", " ").split())
    key = [event for phase in exhibit.phases for event in phase.events if event.key]
    teller = papers.telling("", POSTER_REDUCED, "en").teller
    for number, event in enumerate(sorted(key, key=lambda event: event.at), 1):
        assert f"{number} {teller.when(event)} " in told, event.id
    others = [event for phase in exhibit.phases for event in phase.events if not event.key]
    assert not any(event.text.in_("en") in told for event in others)
    assert papers.faults == []


@pytest.mark.parametrize("degrees", [0, 30, 200])
def test_ground_that_is_turned_is_painted_as_far_as_its_corners(degrees: float) -> None:
    turn = QTransform().rotate(degrees).translate(3, 4)
    frame = Turned(0, 0, 1.0, 200, 100, 1.0, SHEET, turn)
    seen = frame.to_picture.mapRect(frame.area)
    assert seen.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(QRectF(0, 0, 200, 100))
