"""The palette: what each role is told from, and a map that follows the contrast asked for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.palette import CONTRAST, SHEET, TABLE, luminance
from kiosk.workbench.layout.contrast import HIGH, faint
from kiosk.workbench.layout.flaw import View
from tests.meeting import Meet
from tests.pixels import hues
from tests.window import Visitor

SIDES = ("#3d6ea8", "#c2412f", "#7d62ab", "#4c8a68", "#101010", "#ffffff", "#8a8a8a", "#000080")


def contrast(one: str | QColor, other: str | QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", [CONTRAST.void, CONTRAST.sea])
@pytest.mark.parametrize(
    "role", ["line", "muted", "amber", "river_name", "land_name", "water", "rail", "rule"]
)
def test_in_high_contrast_all_that_is_read_has_seven_to_one(role: str, ground: str) -> None:
    assert contrast(getattr(CONTRAST, role), ground) >= 7


@pytest.mark.parametrize("colour", SIDES)
def test_in_high_contrast_black_reads_on_a_side_and_a_side_on_black(colour: str) -> None:
    shown = CONTRAST.side(colour)
    assert contrast(shown, CONTRAST.inside) >= 9
    assert contrast(shown, CONTRAST.void) >= 9


@pytest.mark.parametrize(
    ("own", "shown"), [("#3d6ea8", "#7db8ff"), ("#c2412f", "#ff8f7a"), ("#8a8a8a", "#b9b9b9")]
)
def test_a_side_keeps_its_hue_and_a_grey_stays_grey(own: str, shown: str) -> None:
    made, wanted = CONTRAST.side(own), QColor(shown)
    parts = ((made.red(), wanted.red()), (made.green(), wanted.green()))
    assert all(abs(a - b) <= 14 for a, b in (*parts, (made.blue(), wanted.blue())))


@pytest.mark.parametrize(
    ("own", "printed"),
    [("#3d6ea8", "#2b5587"), ("#c2412f", "#a8301f"), ("#2a2a2a", "#2a2a2a")],
)
def test_in_print_the_usual_sides_have_inks_of_their_own(own: str, printed: str) -> None:
    assert SHEET.side(own).name() == SHEET.line_of(own).name() == printed


@pytest.mark.parametrize("colour", ["#ffd23f", "#7db0ee", "#4caf50"])
def test_in_print_any_side_stands_out_from_paper(colour: str) -> None:
    assert 6.8 <= contrast(SHEET.side(colour).name(), "#ffffff") < 7.2


@pytest.mark.parametrize("colour", SIDES)
def test_on_the_table_a_side_has_the_colour_that_content_gives_it(colour: str) -> None:
    assert TABLE.side(colour).name() == colour


@pytest.mark.parametrize("role", ["line", "muted", "amber", "river_name", "land_name"])
def test_words_that_cross_the_railway_have_seven_to_one_on_their_own_ground(role: str) -> None:
    assert contrast(getattr(TABLE, role), haloed(TABLE.rail)) >= 7


@pytest.mark.parametrize("colour", ["#3d6ea8", "#c2412f"])
def test_so_have_those_in_the_colour_of_a_side(colour: str) -> None:
    assert contrast(TABLE.line_of(colour), haloed(TABLE.rail)) >= 7


def haloed(beneath: str) -> QColor:
    """A colour as it is seen through the ground of words on the table's map."""
    ink, own = QColor(TABLE.casing), QColor(beneath)
    parts = ((ink.red(), own.red()), (ink.green(), own.green()), (ink.blue(), own.blue()))
    return QColor(*(round(TABLE.halo * over + (1 - TABLE.halo) * under) for over, under in parts))


# ------------------------------------------------------------ in the running exhibit


def toggled(visitor: Visitor) -> set[str]:
    """The colours of the map's half of the window after contrast was changed."""
    visitor.stage.preferences.toggleHighContrast()
    visitor.settle()
    window = visitor.window.grabWindow()
    left, top, width, height = map(round, visitor.stage.camera.focus)
    return hues(window.copy(left, top, width, height), 2)


@pytest.fixture
def phase(meet: Meet) -> Visitor:
    """Somebody who reads a phase beside the painted map."""
    visitor = meet(painted=True)
    visitor.stand_still()
    visitor.wake()
    visitor.open("phases")
    visitor.stage.navigation.openPhase(1)
    visitor.settle()
    return visitor


def test_flat_ground_rivers_and_symbols_follow_the_contrast_and_come_back(
    phase: Visitor, exhibit: Exhibit
) -> None:
    own = [side.colour for side in exhibit.sides]
    light = [CONTRAST.side(colour).name() for colour in own]
    high = toggled(phase)
    assert {CONTRAST.void, CONTRAST.water, *light} <= high
    assert not {TABLE.water, TABLE.rail, *own} & high
    table = toggled(phase)
    assert {TABLE.water, TABLE.rail, *own} <= table
    lines = {TABLE.line_of(colour).name() for colour in own}
    assert not ({CONTRAST.water, *light} - lines) & table
    dark = {hue for hue in high if luminance(hue) < 0.004}
    assert len(dark) < len({hue for hue in table if luminance(hue) < 0.03}) / 2


def test_a_visitor_after_one_with_high_contrast_has_the_table(phase: Visitor) -> None:
    toggled(phase)
    phase.leave()
    phase.settle()
    assert not phase.stage.preferences.highContrast
    phase.wake()
    phase.open("phases")
    frame = phase.stage.plates.near.frame
    assert frame is not None
    assert frame.palette is TABLE


def test_in_high_contrast_every_word_has_seven_to_one_where_it_stands(phase: Visitor) -> None:
    toggled(phase)
    for screen in ("phases", "forces", "maps"):
        phase.open(screen)
        sight, grab = phase.look(), phase.window.grabWindow
        assert sum(text.px > 0 for text in sight.texts) > 12
        view = View(sight, phase.stage.field.glass, (10, 10))
        assert [str(flaw) for flaw in faint(view, grab(), grab, HIGH)] == [], screen
