"""What `kiosk bench` makes of its measurements."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from kiosk.exhibit.model import Exhibit
from kiosk.workbench.bench import bench
from kiosk.workbench.bench.moving import MOST_VIEWS, sampled
from kiosk.workbench.bench.soak import KINDS, ROUND, graph, slope, told

FLOOR = bench.Floor(first_s=0.2, pss_mb=80, frame_ms=10)


def left(each: float, visits: int = 400) -> dict[str, list[int]]:
    """Visits that need more or less by their kind, and leave so much for good."""
    figures = [round(100_000 + number * each + number % ROUND * 900) for number in range(visits)]
    return dict.fromkeys(KINDS, figures)


@pytest.mark.parametrize("each", [0, 5, -3])
def test_the_slope_is_what_each_visit_leaves_whatever_its_kind(each: float) -> None:
    level, found = slope(left(each)["files"])
    assert found == pytest.approx(each, abs=0.01)
    assert level > 100_000


def test_one_visit_that_leaves_much_does_not_bend_the_slope() -> None:
    figures = left(0)["files"]
    figures[250] += 90_000
    assert slope(figures)[1] == 0


def test_a_short_soak_has_a_slope_too() -> None:
    assert slope(left(5, 36)["files"])[1] == pytest.approx(5, abs=0.01)


@pytest.mark.parametrize(("each", "well"), [(0, True), (0.5, True), (0.7, False)])
def test_more_than_a_twentieth_in_a_month_is_too_much(
    tmp_path: Path, each: float, well: bool
) -> None:
    lines, found = told(left(each, 2000), tmp_path / "soak.svg")
    assert found is well
    assert [line.split()[0] for line in lines] == [*KINDS]
    assert (tmp_path / "soak.svg").exists()


def test_the_graph_has_a_line_for_each_kind_within_its_frame() -> None:
    drawn = ElementTree.fromstring(graph(left(5)))
    lines = drawn.findall("{*}polyline")
    assert len(lines) == len(KINDS)
    _, _, wide, tall = map(float, drawn.attrib["viewBox"].split())
    for line in lines:
        points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
        assert len(points) == 400
        assert all(0 <= x <= wide and 0 <= y <= tall for x, y in points)


def test_the_views_that_the_map_is_moved_in_reach_from_the_widest_to_the_nearest(
    exhibit: Exhibit,
) -> None:
    def width(view: object) -> float:
        west, _, east, _ = view.bounds  # type: ignore[attr-defined]
        return float(east - west)

    views = exhibit.map.views
    assert len(views) > MOST_VIEWS
    taken = sampled(views)
    assert [width(one) for one in taken] == sorted(map(width, taken), reverse=True)
    assert width(taken[0]) == max(map(width, views))
    assert width(taken[-1]) == min(map(width, views))
    assert len(taken) == len({one.id for one in taken}) == MOST_VIEWS
    assert sampled(views[:2]) == sorted(views[:2], key=width, reverse=True)


def test_frames_are_told_beside_a_picture_that_is_only_moved() -> None:
    said = bench._frames([(20.0, 12.0)] * 40, FLOOR)
    assert said == (
        "20 ms, 95 % within 20 ms (12 ms of work), 2.0 × a moved picture, 50 frames a second"
    )
    assert bench._frames([(20.0, 12.0)] * 3, FLOOR) == "only 3 frames came"


def test_a_start_is_told_beside_an_empty_window() -> None:
    start = {"read_s": 0.1, "first_s": 0.6, "map_s": 1.6}
    _, first, _ = bench._starts([start], FLOOR, None)
    assert first.split(maxsplit=4)[4] == "0.60 s (0.60 to 0.60), 3.0 × an empty window"
