"""Labels on the map: a name in the text beside it that none of them says is found."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.exhibit.model import Exhibit, Words
from kiosk.map.labels.units import Units
from kiosk.publish.pictures import at_rest
from kiosk.workbench.layout import tour
from kiosk.workbench.layout.cases import cases
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.labels import Labels, unlabelled
from kiosk.workbench.layout.tour import toured, viewed
from kiosk.workbench.layout.visiting import BlankMap, visited
from tests import rivers
from tests.meeting import CONTENT, SMALL
from tests.workbench.conftest import STILL_TO_COME, LookAt

SIZES = [(1920, 1080), (1080, 1920), (1600, 1200)]
NIGHT, NOON = dt.datetime(1746, 4, 15, 20), dt.datetime(1746, 4, 16, 12)


@pytest.mark.parametrize(
    ("qml", "found"),
    [
        ('FormationSymbol { Words { text: "Nairn" } }', []),
        ('FormationSymbol { objectName: "EdgeItem"; Words { text: "Nairn" } }', []),
        ('FormationSymbol { Words { text: "Nairn ?" } }', []),
        ('FormationSymbol { Words { text: "Nairn ford" } }', ['"Nairn"']),
        ('FormationSymbol { Words { text: "Nairn"; visible: false } }', ['"Nairn"']),
        ('FormationSymbol { label: "Nairn" }', ['"Nairn"']),
        ('Words { text: "Nairn" }', ['"Nairn"']),
    ],
)
def test_a_name_is_labelled_where_the_map_says_it(
    look_at: LookAt, qml: str, found: list[str]
) -> None:
    view = look_at(qml, beside="On to Nairn.", labels=frozenset({"Nairn"}))
    flaws = list(unlabelled(view))
    assert [flaw.message for flaw in flaws] == [
        f"{name} is named in the text, but not on the map" for name in found
    ]
    assert {flaw.words for flaw in flaws} <= {"On to Nairn."}


def test_only_what_is_on_the_map_at_the_hour_needs_a_label(small: Exhibit) -> None:
    later = [
        place.model_copy(update={"starts": NOON}) if place.id == "nairn" else place
        for place in small.places
    ]
    labels = Labels(small.model_copy(update={"places": tuple(later)}), "en")
    text = Words({"": "Nairn, Inverness, the Jacobite army, the Dragoons and the Rising."})
    assert labels.of(text, NOON) == {"Nairn", "Inverness", "Jacobite army"}
    assert labels.of(text, NIGHT) == {"Inverness", "Jacobite army"}
    army = next(f.id for f in small.formations if f.name.in_("en") == "Jacobite army")
    assert labels.of(text, NIGHT, {army}) == {"Inverness"}
    before = dt.datetime(1746, 4, 1)
    assert labels.of(text, before) == {"Inverness"}


def test_the_tour_finds_a_name_that_the_map_has_no_label_for(
    qapp: QGuiApplication, small: Exhibit, monkeypatch: pytest.MonkeyPatch
) -> None:
    battle = small.phases[1].model_copy(update={"text": Words({"": "Rested, from Nairn."})})
    wrong = small.model_copy(update={"phases": (small.phases[0], battle)})

    def found(exhibit: Exhibit, combination: Combination) -> list[tuple[str, str]]:
        sightings = toured(exhibit, SMALL, combination, lambda: None)
        left = (one for one in sightings if one.flaw.kind not in STILL_TO_COME)
        return [(one.screen, one.flaw.message) for one in left]

    large = Combination((1920, 1080), "en", inches=43)
    assert found(small, large) == []
    told = [case for case in cases(small) if case.name.startswith("phases")]
    monkeypatch.setattr(tour, "cases", lambda _: told)
    assert found(wrong, large) == []  # both armies touch the spot at which they met
    monkeypatch.setattr(Units, "lay", lambda *_: None)
    assert found(wrong, large) == [
        ("phases-1", '"Jacobite army" is named in the text, but not on the map'),
        ("phases-2", '"Government army" is named in the text, but not on the map'),
    ]
    assert found(wrong, Combination((1920, 1080), "en", 125, inches=43)) == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES, ids=["landscape", "portrait", "4:3"])
def test_the_map_labels_what_each_stop_names(
    qapp: QGuiApplication, exhibit: Exhibit, size: tuple[int, int], language: str
) -> None:
    missing, wanted, chosen = [], 0, Combination(size, language)
    labels = Labels(exhibit, language)
    with rivers.mute(), visited(exhibit, CONTENT, chosen, BlankMap) as (kiosk, time):
        for case in cases(exhibit):
            if case.beside and not case.name.startswith("attract"):
                case.open(kiosk.stage, time)
                at_rest(kiosk.window, kiosk.stage, 0)
                if case.name == "home":  # which tells it by a figure
                    continue
                view = viewed(kiosk, case, chosen, labels)
                wanted += len(view.labels)
                missing += [(case.name, flaw.message) for flaw in unlabelled(view)]
    assert missing == []
    assert wanted > 15
