"""What `kiosk bench --scale` measures: sound exhibits of a size, and a table of figures."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reader import read_exhibit
from kiosk.workbench.bench import scale
from kiosk.workbench.bench.scale import HEADINGS, lined, made, row
from tests.meeting import CONTENT

FIGURES = {
    "check_s": 0.5, "read_cpu_s": 0.1, "first_cpu_s": 0.8, "pss_mb": 151.6, "opens_ms": 99.7,
    "zoom_ms": [10.0] * 30, "play_ms": [20.0] * 30,
}  # fmt: skip


def test_an_exhibit_of_a_size_is_sound_and_may_have_several_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scale, "A_FILE", 8)
    with made(CONTENT, 20) as folder:
        reading = read_exhibit(folder, thorough=True)
        assert [one for one in reading.problems if one.severity == "error"] == []
        assert len(list(folder.glob("places-*.yaml"))) == 3
    assert reading.exhibit
    assert len(reading.exhibit.formations) == len(reading.exhibit.places) == 20
    assert not folder.exists()


def test_a_size_has_a_cell_for_each_heading() -> None:
    said = row(5000, FIGURES)
    assert said == "| 2 × 5,000 | 0.50 s | 0.10 s | 0.80 s | 152 MB | 100 ms | 10 ms | 20 ms |"
    assert said.count("|") == lined(HEADINGS).count("|")
