"""What the layout shows is said once, where it is written, with a picture."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from kiosk.cli import main
from kiosk.exhibit.kinds import cards
from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.reader import read_exhibit
from kiosk.machine.settings import Renderer
from kiosk.workbench.layout import report, rest, tour
from kiosk.workbench.layout.cases import cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.flaw import Flaw
from kiosk.workbench.layout.report import Layout
from kiosk.workbench.layout.tour import Sighting, cases_in, toured
from tests import rivers
from tests.meeting import CONTENT, read
from tests.workbench.conftest import STILL_TO_COME, still_wrong

MINIMAL = Path(__file__).parents[1] / "exhibits" / "minimal"
WIDE, TALL = (1920, 1080), (1080, 1920)
CUT = Sighting(
    Flaw("cut text", '"Nairn"', '"Nairn" is cut short', "", (1, 2, 3, 4), "Nairn"),
    "maps-firth",
    ("map", "views", 0),
    Combination(WIDE, "en"),
    b"PNG",
)
NEAR = Sighting(
    Flaw("near targets", '"A" and "B"', '"A" and "B" are 1.0 mm apart', "3 mm", (1, 2, 3, 4)),
    "phases-2",
    ("phases", 1),
    Combination(TALL, "en", 200, reach=True),
    b"PNG",
)


OPENINGS = ("attract-1", "home")
"""What every visitor sees first."""

WATCHED = 2
"""The phases of Handan that are watched as they play; `kiosk check --layout` watches all."""


@pytest.fixture(scope="module")
def exhibit() -> Exhibit:
    exhibit = read_exhibit(MINIMAL).exhibit
    assert exhibit is not None
    return exhibit


def test_every_record_is_a_case(exhibit: Exhibit) -> None:
    found = cases(exhibit)
    names = [case.name for case in found]
    assert len(names) == len(set(names))
    for _, kind in cards():
        for record in getattr(exhibit, kind):
            assert f"card-{kind}-{record.id}" in names
    for kind in ("phases", "lessons", "disagreements"):
        for number in range(len(getattr(exhibit, kind))):
            assert {f"{kind}-{number + 1}", f"{kind}-{number + 1}-sources"} <= set(names)


def test_a_flaw_is_said_once_where_it_comes_first() -> None:
    again = replace(CUT, screen="home", times=3)
    assert report.merged([CUT, NEAR, again]) == (replace(CUT, times=4), NEAR)


def test_what_is_about_a_whole_screen_is_another_flaw_on_each() -> None:
    crowd = replace(CUT, flaw=replace(CUT.flaw, kind="crowd", subject=""))
    assert len(report.merged([crowd, replace(crowd, screen="home")])) == 2


def test_a_flaw_stands_where_its_text_or_its_screen_is_written(exhibit: Exhibit) -> None:
    layout = Layout(1234, (replace(CUT, times=7), NEAR))
    pictures = [Path("out/1.png"), Path("out/2.png")]
    assert [str(problem) for problem in report.problems(layout, exhibit, MINIMAL, pictures)] == [
        'forces.yaml:9:11: places[nairn].name: on maps-firth (en, 1920x1080) "Nairn" is cut short'
        " (on 7 of 1,234 screens; out/1.png)",
        "story.yaml:25:5: phases[battle]: on phases-2 (en, 1080x1920, text 200 %, reach)"
        ' "A" and "B" are 1.0 mm apart (3 mm; this is our fault, not the content\'s; out/2.png)',
    ]


def test_each_kind_that_is_ours_is_looked_for() -> None:
    source = "".join(file.read_text("utf-8") for file in Path(report.__file__).parent.glob("*.py"))
    assert [kind for kind in report.OURS if source.count(f'"{kind}"') < 2] == []


def test_what_no_content_can_mend_is_said_once_of_a_kind(exhibit: Exhibit) -> None:
    others = (replace(NEAR, flaw=replace(NEAR.flaw, subject=name)) for name in ("C", "D"))
    layout = Layout(3, (NEAR, CUT, *others))
    pictures = [Path(f"{number}.png") for number in range(4)]
    said = [problem.hint for problem in report.problems(layout, exhibit, MINIMAL, pictures)]
    assert sorted(said) == [
        "1.png",
        "3 mm; this is our fault, not the content's; 2 more of the kind; 0.png",
    ]


def test_pictures_take_the_place_of_those_before(tmp_path: Path) -> None:
    out = tmp_path / "found"
    first = report.write_pictures(Layout(1, (CUT, NEAR)), out)
    assert [path.name for path in first] == [
        "001-cut-text-maps-firth.png",
        "002-near-targets-phases-2.png",
    ]
    report.write_pictures(Layout(1, (NEAR,)), out)
    assert [path.name for path in out.iterdir()] == ["001-near-targets-phases-2.png"]
    assert next(out.iterdir()).read_bytes() == b"PNG"


def test_no_folder_is_made_for_nothing(tmp_path: Path) -> None:
    assert report.write_pictures(Layout(1, ()), tmp_path / "found") == []
    assert not (tmp_path / "found").exists()


def test_the_smallest_exhibit_has_room(qapp: QGuiApplication, exhibit: Exhibit) -> None:
    done: list[None] = []
    combination = Combination(WIDE, "en", 150)
    found = toured(exhibit, MINIMAL, combination, lambda: done.append(None))
    assert still_wrong(found) == []
    assert len(done) == len(cases_in(combination, exhibit)) < len(cases(exhibit))


@pytest.mark.parametrize(
    ("size", "inches", "scale"),
    [(WIDE, 7, 100), (WIDE, 7, 200), (TALL, 7, 200), (TALL, 10, 100), (TALL, 10, 125)],
)
def test_small_glass_has_room_for_all(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], inches: float, scale: int
) -> None:
    glass = Combination(size, "en", scale, inches=inches, brief=True)
    assert still_wrong(toured(exhibit, MINIMAL, glass, lambda: None)) == []


def test_a_screen_without_rest_is_a_flaw_with_a_picture(
    qapp: QGuiApplication, exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rest, "MOST_FRAMES", 0)
    monkeypatch.setattr(
        tour, "cases", lambda _: [one for one in cases(exhibit) if not one.show][:1]
    )
    (found,) = (
        one
        for one in toured(exhibit, MINIMAL, Combination((320, 180), "en", 125), lambda: None)
        if one.flaw.kind == "restless"
    )
    assert found.flaw.message == "something on the screen still moves after 0 frames"
    assert QImage.fromData(found.picture).width() == 320


def eventful(exhibit: Exhibit, first: int) -> Exhibit:
    """The exhibit with events in its first phases alone, so that no others are watched."""
    quiet = (phase.model_copy(update={"events": ()}) for phase in exhibit.phases[first:])
    return exhibit.model_copy(update={"phases": (*exhibit.phases[:first], *quiet)})


@pytest.mark.parametrize(
    ("combination", "few"),
    [
        pytest.param(
            Combination(WIDE, "en"),
            (*OPENINGS, "phases-1", "phases-1-events", "card-pictures-wrecked-railway"),
            id="words on a raised ground, and in a drawing",
        ),
        pytest.param(
            Combination((1024, 768), "en", 150),
            ("decisions-2", "decisions-2-sources"),
            id="names off the squares of others that are chosen",
        ),
        pytest.param(
            Combination((1024, 768), "en", 200, inches=15.6),
            ("maps-event-2-11",),
            id="an event beneath its date",
        ),
        pytest.param(
            Combination((1024, 768), "zh", 150, inches=15.6),
            ("maps", "card-pictures-moonlight"),
            id="an hour beside a card that leaves no room for it",
        ),
        pytest.param(
            Combination(TALL, "zh", high_contrast=True),
            ("lessons-6", "decisions-3-north"),
            id="a place on no map that stands on a line",
        ),
        pytest.param(
            Combination(TALL, "en", reach=True, inches=15.6),
            ("phases-1",),
            id="names of phases over the ticks of events",
        ),
        pytest.param(
            Combination(TALL, "zh", 150, reach=True, inches=7),
            ("phases-5", "menu"),
            id="a chosen phase without room of its own",
        ),
        pytest.param(
            Combination(TALL, "en", inches=10),
            (*OPENINGS, "maps-event-2-11", "maps-event-5-9", "phases-2-standpoints", "maps-key"),
            id="an event beside its date",
        ),
        pytest.param(
            Combination(TALL, "zh", 125),
            (*OPENINGS, "phases-2", "phases-2-standpoints", "phases-3"),
            id="names off controls that come after them",
        ),
        pytest.param(
            Combination(WIDE, "en", 200),
            ("menu", "phases-1", "lessons-1", "decisions-1"),
            id="four lines of the largest text",
        ),
        pytest.param(
            Combination((768, 1024), "en", 200, inches=15.6),
            ("lessons-5",),
            id="home at rest though the figure leaves it much to say",
        ),
        pytest.param(
            Combination(WIDE, "en", 125, inches=15.6, turn=1),
            ("card-pictures-ground-section",),
            id="words in a drawing beside large text",
        ),
        pytest.param(
            Combination(TALL, "zh", 200, reach=True, inches=55),
            ("comfort", "forces", "maps", "warning"),
            id="reach on tall glass",
        ),
    ],
)
def test_handan_has_nothing_wrong(
    qapp: QGuiApplication,
    monkeypatch: pytest.MonkeyPatch,
    combination: Combination,
    few: tuple[str, ...],
) -> None:
    handan = read(CONTENT)
    chosen = [case for case in cases(handan) if case.name in few]
    assert len(chosen) == len(few)
    monkeypatch.setattr(tour, "cases", lambda _: chosen)
    watched, few_events = tour._watched, eventful(handan, WATCHED)
    if combination.text_scale > 100:  # without a ruler play has only flaws that are still to come
        few_events = eventful(handan, 0)
    monkeypatch.setattr(tour, "_watched", lambda _, *rest: watched(few_events, *rest))
    with rivers.mute("home" not in few):
        found = toured(handan, CONTENT, combination, lambda: None)
    assert still_wrong(found) == []


def test_each_combination_has_its_own_ratio_of_pixels(exhibit: Exhibit) -> None:
    cramped = Combination((320, 180), "en", 200, inches=4.5)
    chosen = [cramped, replace(cramped, ratio=1.5)]
    for combination, layout in ((one, report.lay_out(exhibit, MINIMAL, [one])) for one in chosen):
        pictures = [QImage.fromData(each.picture) for each in layout.sightings if each.picture]
        assert {picture.width() for picture in pictures} == {320 * combination.ratio}


def test_the_command_lays_out_in_processes_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "combinations", lambda *_, **__: [Combination(TALL, "en", 125)])
    out = tmp_path / "found"
    main(["check", str(MINIMAL), "--layout", "--out", str(out), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["problems"]
    told = (out / "progress.txt").read_text("utf-8").splitlines()
    assert told[0] == "1 of 1 combinations"
    assert told[1].startswith("en, 1080x1920, text 125 %: ")
    known = [kind.replace(" ", "-") for kind in STILL_TO_COME]
    assert [one for one in found if not any(kind in one["hint"] for kind in known)] == []


def test_progress_says_what_was_found_in_each(exhibit: Exhibit) -> None:
    chosen = [Combination(WIDE, "en"), Combination(TALL, "en"), Combination(WIDE, "zh")]
    assert report.progress_of(chosen, {1: [], 0: [CUT]}) == (
        "2 of 3 combinations\n"
        "en, 1920x1080: 1 found\n"
        '  maps-firth: cut text: "Nairn" is cut short\n'
        "en, 1080x1920: nothing found\n"
    )


def test_what_was_found_is_told_when_it_is_stopped(
    tmp_path: Path, exhibit: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(path: Path, _: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.machine.whole.write", interrupt)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    cramped = Combination((320, 180), "en", 200, inches=4.5)
    chosen = [cramped, *(replace(cramped, size=(320 + px, 180)) for px in (20, 40, 60))]
    layout = report.lay_out(exhibit, MINIMAL, chosen, progress=tmp_path / "progress.txt")
    assert 1 <= layout.left < len(chosen)
    assert layout.laid_out == (len(chosen) - layout.left) * len(cases_in(cramped, exhibit))
    assert layout.sightings != ()


def test_a_process_that_ends_before_its_time_is_told_and_the_others_go_on(
    tmp_path: Path, exhibit: Exhibit
) -> None:
    cramped = Combination((320, 180), "en", 200, inches=4.5)
    gone = replace(cramped, renderer=Renderer.OPENGL)
    layout = report.lay_out(exhibit, MINIMAL, [gone, cramped], ":no such display")
    (crash, *others) = layout.sightings
    assert crash.flaw.kind == "crash"
    assert crash.flaw.message == "the program ended with SIGABRT"
    assert crash.screen == "home"
    assert (layout.left, layout.laid_out) == (0, len(cases_in(cramped, exhibit)))
    assert others != []
    pictures = report.write_pictures(layout, tmp_path)
    assert not pictures[0].exists()
    told = report.problems(layout, exhibit, MINIMAL, pictures)[0]
    assert "the program ended with SIGABRT" in told.message
    assert (
        told.hint == "the screens after it were not looked at; this is our fault, not the content's"
    )


def test_the_command_says_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(report, "lay_out", lambda *_: Layout(1234, (), left=2))
    asked = ["check", str(MINIMAL), "--layout", "--out", str(tmp_path / "found")]
    assert main(asked) == 1
    every = len([*report.combinations(("en",), opengl=bool(shutil.which("Xvfb")))])
    assert f"It was stopped: 2 of {every} combinations are left." in capsys.readouterr().out
    monkeypatch.setattr(report, "lay_out", lambda *_: Layout(80, ()))
    assert main([*asked, "--quick"]) == 0
    assert "80 screens were laid out, as most visitors see them.\n" in capsys.readouterr().out
