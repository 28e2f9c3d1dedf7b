"""The proofs of a lesson on the map: a number each, apart from each other, or at the edge."""

from __future__ import annotations

import itertools
import math

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.geo import lies_in, project
from kiosk.exhibit.model import Exhibit
from kiosk.map.ground.palette import CONTRAST, SHEET, TABLE, Palette
from kiosk.map.labels.numbers import GAP_MM, REACH_MM, TARGET_MM
from kiosk.map.proving import grounds_of, moment_of, place_of, proofs_of, sight_of
from kiosk.map.sight import sight_within
from kiosk.map.signs.proofs import ProofSign
from kiosk.map.signs.strokes import mark_of
from kiosk.telling.outline.pointing import pointed_at, spoken_of
from tests.map.looking import LANDSCAPE, PORTRAIT, Looking
from tests.pixels import counted

pytestmark = pytest.mark.usefixtures("qapp")


def looking_at(
    exhibit: Exhibit, index: int, size: tuple[int, int], language: str, percent: int = 100
) -> Looking:
    """A lesson on the map, with its proofs."""
    lesson = exhibit.lessons[index]
    looking = Looking(exhibit, size, language=language, percent=percent)
    assert looking.request.teller
    hours = (lesson.moment - exhibit.exhibit.starts).total_seconds() / 3600
    looking.open(lesson.view, hours)
    looking.ask(
        pointed_at=pointed_at(exhibit, lesson),
        spoken_of=spoken_of(exhibit, looking.request.teller, lesson),
        proofs=proofs_of(exhibit, lesson, 0, looking.request.teller),
    )
    return looking


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_each_proof_has_its_number_apart_from_others_in_the_order_of_the_text(
    exhibit: Exhibit, size: tuple[int, int], language: str, percent: int
) -> None:
    for index, lesson in enumerate(exhibit.lessons):
        looking = looking_at(exhibit, index, size, language, percent)
        picture = looking.picture
        shown = [sign.number for sign in picture.proofs]
        waiting = [item.key for item in picture.edges if item.key.kind == "proofs"]
        assert len(shown) + len(waiting) == len(lesson.proofs), lesson.id
        assert not waiting, lesson.id
        spots = [
            (x + sign.dx, y + sign.dy)
            for sign in picture.proofs
            for x, y in looking.viewport.on_screen([(sign.plane_x, sign.plane_y)])
        ]
        least = max(TARGET_MM * looking.mm, looking.request.disc) + (GAP_MM - 0.5) * looking.mm
        for one, other in itertools.combinations(spots, 2):
            across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
            assert max(across, down) >= least, lesson.id


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_each_number_has_its_words_and_most_have_a_short_line(
    exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    long: list[tuple[str, int]] = []
    for index, lesson in enumerate(exhibit.lessons):
        looking = looking_at(exhibit, index, size, language)
        picture = looking.picture
        words = {name.key: name.lead for name in picture.names}
        for sign, proof in zip(picture.proofs, lesson.proofs, strict=True):
            assert words.get(sign.key) == proof.text.in_(language), lesson.id
            line = (math.hypot(sign.dx, sign.dy) - sign.px / 2) / looking.mm
            if line > REACH_MM:
                long.append((lesson.id, sign.number))
    assert len(long) <= sum(len(lesson.proofs) for lesson in exhibit.lessons) // 4, long


def test_beside_proofs_stand_those_formations_alone_that_are_spoken_of(exhibit: Exhibit) -> None:
    lesson = exhibit.indexed("lessons")["lesson-gap"]
    looking = looking_at(exhibit, exhibit.lessons.index(lesson), LANDSCAPE, "en")
    proofs = looking.request.proofs
    looking.ask(proofs=())
    assert set(looking.picture.formations) > set(lesson.formations)
    looking.ask(proofs=proofs)
    assert set(looking.picture.formations) == set(lesson.formations)


def test_what_is_chosen_has_an_edge_and_its_hour(exhibit: Exhibit) -> None:
    lesson = exhibit.indexed("lessons")["lesson-gap"]
    teller = Looking(exhibit).request.teller
    assert teller
    spots = proofs_of(exhibit, lesson, 2, teller)
    assert [spot.chosen for spot in spots] == [False, True]
    assert [moment_of(lesson, number).day for number in (0, 1, 2, 3)] == [31, 30, 30, 31]
    assert spots[1].spoken.startswith("2: ")


def test_the_sight_of_a_proof_shows_more_of_what_the_lesson_is_about(exhibit: Exhibit) -> None:
    clock, views, nearer = Clock(exhibit), exhibit.indexed("views"), 0
    for lesson in exhibit.lessons:
        view = views[lesson.view].bounds
        assert sight_of(exhibit, clock, lesson, 0, view) == view
        for number, proof in enumerate(lesson.proofs, 1):
            sight, at = sight_of(exhibit, clock, lesson, number, view), place_of(exhibit, proof)
            assert at is not None
            assert lies_in(sight, at)
            spots = [exhibit.indexed("places")[key].at for key in lesson.places]
            spots += [
                (s.lon, s.lat)
                for s in clock.at(moment_of(lesson, number))
                if s.formation in lesson.formations
            ]
            assert any(lies_in(sight, spot) for spot in spots if spot != at), (lesson.id, number)
            wide = sight_within([at], view)
            assert all(lies_in(sight, spot) for spot in spots if lies_in(wide, spot)), number
            nearer += sight[2] - sight[0] < 0.9 * (view[2] - view[0])
    assert nearer
    alone = exhibit.indexed("lessons")["lesson-two-tracks"]
    view = views[alone.view].bounds
    assert sight_of(exhibit, clock, alone, 1, view) == view
    assert sight_of(exhibit, clock, alone, 2, view) != view


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_no_ground_is_cut_by_the_sight_of_a_proof(exhibit: Exhibit, size: tuple[int, int]) -> None:
    clock, views, whole = Clock(exhibit), exhibit.indexed("views"), set[str]()
    for lesson in exhibit.lessons:
        view, looking = views[lesson.view].bounds, Looking(exhibit, size)
        for number in range(1, len(lesson.proofs) + 1):
            sight = sight_of(exhibit, clock, lesson, number, view)
            pose = looking.fitting.fitted(sight)
            looking.viewport = looking.fitting.viewport(pose, looking.mm)
            left, top, wide, high = looking.focus
            for ground in grounds_of(exhibit, moment_of(lesson, number)):
                west, south, east, north = ground
                aside = west > sight[2] or east < sight[0] or south > sight[3] or north < sight[1]
                if aside or not lies_in(view, ground):
                    continue
                corners = [project(west, north), project(east, south)]
                for x, y in looking.viewport.on_screen(corners):
                    assert -1 <= x - left <= wide + 1, (lesson.id, number)
                    assert -1 <= y - top <= high + 1, (lesson.id, number)
                whole.add(f"{lesson.id}/{number}")
    assert {"lesson-gap/3", "lesson-two-tracks/2"} <= whole


def test_a_proof_out_of_sight_waits_at_the_edge(exhibit: Exhibit) -> None:
    lesson = exhibit.indexed("lessons")["lesson-relief"]
    index = exhibit.lessons.index(lesson)
    looking = looking_at(exhibit, index, LANDSCAPE, "en")
    bounds = exhibit.indexed("views")[lesson.view].bounds
    west, south, east, north = sight_within([exhibit.indexed("places")["gaoyi"].at], bounds)
    pose = looking.fitting.fitted((west, south + 0.3, east, north))
    looking.viewport = looking.fitting.viewport(pose, looking.mm)
    looking.ask()
    picture = looking.picture
    assert [sign.number for sign in picture.proofs] == [2]
    label = next(item.label for item in picture.edges if item.key == "proofs/1")
    assert label.startswith("(1)")


def test_a_proof_without_a_place_has_no_sign(exhibit: Exhibit) -> None:
    lesson = exhibit.indexed("lessons")["lesson-gap"]
    first = lesson.proofs[0].model_copy(update={"place": None})
    bare = lesson.model_copy(update={"proofs": (first, *lesson.proofs[1:])})
    teller = Looking(exhibit).request.teller
    assert teller
    assert [spot.number for spot in proofs_of(exhibit, bare, 0, teller)] == [2, 3]


@pytest.mark.parametrize(("chosen", "shown"), [(0, [1, 2, 3]), (1, [1, 2]), (2, [1, 2]), (3, [3])])
def test_where_one_is_chosen_those_of_other_hours_are_not_on_its_map(
    exhibit: Exhibit, chosen: int, shown: list[int]
) -> None:
    lesson = exhibit.indexed("lessons")["lesson-gap"]
    teller = Looking(exhibit).request.teller
    assert teller
    assert [spot.number for spot in proofs_of(exhibit, lesson, chosen, teller)] == shown


@pytest.mark.parametrize("palette", [TABLE, CONTRAST, SHEET], ids=["table", "contrast", "sheet"])
def test_the_number_is_dark_on_a_light_disc_and_amber_only_if_chosen(
    qapp: QGuiApplication, palette: Palette
) -> None:
    def painted(*, chosen: bool) -> QImage:
        image = QImage(300, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("#123456"))
        painter = QPainter(image)
        painter.translate(60, 100)
        sign = ProofSign("proofs/2", 2, 0, 0, 120, 0, 54, chosen, "")
        mark_of(sign, 20.0, 4.0, palette).paint(painter)
        painter.end()
        return image

    def count(image: QImage, colour: str) -> int:
        return counted(image)[QColor(colour).rgb()]

    calm, chosen = painted(chosen=False), painted(chosen=True)
    assert count(calm, palette.line) > 0.5 * math.pi * 27**2
    assert count(calm, palette.amber) == 0
    assert count(chosen, palette.amber) > 300
