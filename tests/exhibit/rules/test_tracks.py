"""What the rules have against a track: sentence by sentence, and what is shown all the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exhibit.clock import Clock
from kiosk.exhibit.reader import read_exhibit
from tests.meeting import SMALL

Alter = Callable[[str, str, str], Path]

SECOND = (
    "      - starts: 1746-04-16 12:00\n        ends: 1746-04-16 13:00\n        place: drummossie"
)
"""The second of three stations of the Government army, which leaves the one before at 05:00."""


def second(starts: str) -> tuple[str, str]:
    return SECOND, SECOND.replace("1746-04-16 12:00", starts)


# fmt: off
ALTERATIONS = [
    ("rearguard", "        place: culloden-house\n", "        place: culoden-house\n",
     'forces.yaml:127:16: formations[rearguard].track[1].place: there is no place "culoden-house" '
     '(the track is not shown; did you mean "culloden-house"?)'),
    ("rearguard", "        uncertainty_km: 0.5", "        uncertainty_km: nan",
     'forces.yaml:129:25: formations[rearguard].track[1].uncertainty_km: "nan" is not a number '
     "(the track is not shown; write it with a point, such as 2.5)"),
    ("rearguard", "        place: culloden-house\n", "        at: [57.489, -4.137]\n",
     "forces.yaml:127:13: formations[rearguard].track[1].at: [57.489, -4.137] lies off the map "
     "(the track is not shown; longitude comes first: [-4.137, 57.489])"),
    ("government-army", "via: [[-3.95, 57.54]]", "via: [[-3.95, 57.54], [-3.95, 57.04]]",
     "forces.yaml:66:31: formations[government-army].track[2].via[2]: [-3.95, 57.04] lies off the "
     "map (the track is not shown; the map spans [-4.5, 57.35, -3.7, 57.7])"),
    ("government-army", *second("1746-04-15 06:00"),
     "forces.yaml:63:17: formations[government-army].track[2].starts: 1746-04-15 06:00 is not "
     "after the start of the station before, 1746-04-15 06:00 (the track is not shown; stations "
     "come in the order of time)"),
    ("government-army", *second("1746-04-16 04:00"),
     "forces.yaml:63:17: formations[government-army].track[2].starts: 1746-04-16 04:00 is before "
     "the end of the station before, 1746-04-16 05:00 (the track is not shown; nobody is in two "
     "places at once)"),
    ("jacobite-army", "starts: 1746-04-16 14:00", "starts: 1746-04-16 12:30",
     "forces.yaml:110:17: formations[jacobite-army].track[4].starts: 1746-04-16 12:30 is before "
     "the end of the station before, 1746-04-16 13:00 (the track is not shown)"),
    ("government-army", *second("1746-04-16 05:00"),
     "forces.yaml:63:17: formations[government-army].track[2].starts: 1746-04-16 05:00 is the "
     "moment it leaves the station before, 18.0 km away (the track is not shown; the way takes "
     "time; end the station before earlier)"),
    ("jacobite-army", "        ends: 1746-04-16 13:00\n        place: drummossie\n"
     "        state: defending", "        ends: 1746-04-16 05:00\n        place: drummossie\n"
     "        state: defending",
     "forces.yaml:105:15: formations[jacobite-army].track[3].ends: 1746-04-16 05:00 is not after "
     "the start, 1746-04-16 06:00 (the track is not shown)"),
    ("government-army", "        state: attacking\n", "        state: captured\n",
     "forces.yaml:70:17: formations[government-army].track[3].starts: 1746-04-16 16:00 is after "
     "its end: it was captured at 1746-04-16 12:00 (the track is not shown)"),
    ("jacobite-army", "state: defending\n", "state: changed-sides\n",
     'forces.yaml:107:16: formations[jacobite-army].track[3].state: changes sides, but still '
     'belongs to "jacobite" (the track is not shown; `side:` names the side from here on)'),
    ("jacobite-army", "state: defending\n", "state: changed-sides\n        side: jacobite\n",
     'forces.yaml:107:16: formations[jacobite-army].track[3].state: changes sides, but still '
     'belongs to "jacobite" (the track is not shown; `side:` names the side from here on)'),
]
# fmt: on


@pytest.mark.parametrize(("formation", "old", "new", "said"), ALTERATIONS)
def test_a_formation_is_shown_without_its_broken_track(
    alter: Alter, formation: str, old: str, new: str, said: str
) -> None:
    reading = read_exhibit(alter("forces.yaml", old, new), thorough=True)

    assert list(map(str, reading.problems)) == [said]
    assert reading.exhibit is not None
    untracked = [shown.id for shown in reading.exhibit.formations if not shown.track]
    assert untracked == [formation, "dragoons"]
    assert len(reading.exhibit.formations) == 4


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("starts: 1746-04-16 14:00", "starts: 1746-04-16 13:00"),  # the same spot, another state
        ("state: defending\n", "state: changed-sides\n        side: government\n"),
        (
            "        state: destroyed\n",
            "        state: changed-sides\n        side: government\n"
            "        uncertainty_km: 1\n        sources: [outline]\n"
            "      - starts: 1746-04-16 15:00\n        place: inverness\n"
            "        state: changed-sides\n",
        ),
    ],
)
def test_an_unbroken_track(alter: Alter, old: str, new: str) -> None:
    assert read_exhibit(alter("forces.yaml", old, new), thorough=True).problems == ()


def test_aircraft_are_as_fast_as_aircraft(alter: Alter) -> None:
    alter("forces.yaml", "    side: government\n", "    side: government\n    arm: aircraft\n")
    place = "05:00\n        place: nairn"
    folder = alter("forces.yaml", place, place.replace("05:00", "11:58"))
    assert read_exhibit(folder, thorough=True).problems == ()
    folder = alter("forces.yaml", "11:58\n", "11:59:50\n")
    (problem,) = read_exhibit(folder, thorough=True).problems
    assert problem.hint == ("3500 km/h would be faster than any; look at the times and the points")


# fmt: off
ADVICE = [
    ("        ends: 1746-04-16 05:00\n        place: nairn",
     "        ends: 1746-04-16 11:58\n        place: nairn",
     "forces.yaml:63:17: warning: formations[government-army].track[2].starts: gets here at "
     "541 km/h: 18 km in 2 min (250 km/h would be an aircraft; look at the times and the points)"),
    ("        uncertainty_km: 0.5", "        uncertainty_km: 0.1",
     "forces.yaml:129:25: warning: formations[rearguard].track[1].uncertainty_km: 0.1 is less than "
     'the precision of "culloden-house" (which is 0.3 km)'),
]
# fmt: on


@pytest.mark.parametrize(("old", "new", "said"), ADVICE)
def test_a_doubtful_track_is_shown_with_a_warning(
    alter: Alter, old: str, new: str, said: str
) -> None:
    reading = read_exhibit(alter("forces.yaml", old, new), thorough=True)

    assert list(map(str, reading.problems)) == [said]
    assert reading.exhibit is not None
    assert [len(formation.track) for formation in reading.exhibit.formations] == [3, 4, 1, 0]


ATTACK = "via: [[-3.95, 57.54]]\n        state: attacking\n"
AT = "forces.yaml:67:18: formations[government-army].track[2].attacks: "
LEFT = "no arrow tells of the attack"
LATE = "starts: 1746-04-15 06:00\n        place: culloden-house"


def attacking(whom: str, state: str = "attacking") -> tuple[str, str, str]:
    new = ATTACK.replace("state: attacking", f"attacks: {whom}\n        state: {state}")
    return "forces.yaml", ATTACK, new


# fmt: off
ATTACKS = [
    (attacking("jacobite-armie"), (), f'{AT}there is no formation "jacobite-armie" ({LEFT}; did '
     'you mean "jacobite-army"?)'),
    (attacking("jacobite-army", "waiting"), (), f"{AT}whoever attacks is `attacking`, and this is "
     f"waiting ({LEFT}; change its state, or leave this out)"),
    (attacking("government-army"), (), f'{AT}"government-army" is of its own side, "government", '
     f"at 1746-04-16 12:00 ({LEFT}; name one of another side)"),
    (attacking("dragoons"), (), f'{AT}"dragoons" has no track, so that nothing tells where it is '
     f"({LEFT})"),
    (attacking("rearguard"), (LATE, LATE.replace("15 06:00", "16 12:30")), f'{AT}"rearguard" is '
     f"not there at 1746-04-16 12:00: its track begins at 1746-04-16 12:30 ({LEFT})"),
    (attacking("rearguard"), ("state: waiting\n        uncertainty_km: 0.5",
     "state: captured\n        uncertainty_km: 0.5"), f'{AT}"rearguard" is no more at 1746-04-16 '
     f"12:00: it was captured at 1746-04-15 06:00 ({LEFT})"),
]
# fmt: on


@pytest.mark.parametrize(("attack", "other", "said"), ATTACKS)
def test_who_attacks_nobody_that_could_be_attacked_has_no_arrow(
    alter: Alter, attack: tuple[str, str, str], other: tuple[str, ...], said: str
) -> None:
    folder = alter(*attack)
    if other:
        alter("forces.yaml", *other)
    reading = read_exhibit(folder, thorough=True)

    assert list(map(str, reading.problems)) == [said]
    assert reading.exhibit is not None
    track = reading.exhibit.formations[0].track
    assert [station.attacks for station in track] == [None, None, None]


def test_nobody_attacks_an_ally(tmp_path: Path) -> None:
    text = (SMALL.parent / "eight-sides" / "exhibit.yaml").read_text("utf-8")
    attack = text.replace("attacks: dogwood-host", "attacks: birch-host", 1)
    (tmp_path / "exhibit.yaml").write_text(attack, "utf-8")
    (problem,) = read_exhibit(tmp_path).problems
    assert problem.message == '"birch-host" is of its ally, "birch", at 1621-10-01 00:00'


def test_an_attack(alter: Alter) -> None:
    reading = read_exhibit(alter(*attacking("jacobite-army")), thorough=True)
    assert reading.problems == ()
    assert reading.exhibit is not None
    clock = Clock(reading.exhibit)
    fought = {
        hour: sighting.attacks
        for hour in (11, 12, 13, 14)
        for sighting in clock.at(dt.datetime(1746, 4, 16, hour), among=["government-army"])
    }
    assert fought == {11: None, 12: "jacobite-army", 13: "jacobite-army", 14: None}


def test_nobody_attacks_from_farther_than_a_march(alter: Alter) -> None:
    alter("exhibit.yaml", "-4.5, 57.35, -3.7, 57.7", "-4.5, 57.35, -3.0, 57.7")
    alter("forces.yaml", "place: culloden-house", "at: [-3.1, 57.489]")
    (problem,) = read_exhibit(alter(*attacking("rearguard")), thorough=True).problems
    assert str(problem) == (
        f'{AT.replace(": f", ": warning: f")}"rearguard" is 59 km away at 1746-04-16 12:00 '
        "(who attacks is within 40 km; look at the stations of both)"
    )


TRACK = "starts: 1746-04-15 06:00\n        place: culloden-house\n        state: waiting"
ACTS = 'story.yaml:42:22: {}phases[battle].events[first-shot].formations[1]: "rearguard" '


@pytest.mark.parametrize(
    ("starts", "state", "hour_known", "said"),
    [
        ("1746-04-16 12:59", "destroyed", True,
         ACTS.format("") + "cannot act here: it was destroyed at 1746-04-16 12:59"),
        ("1746-04-16 13:00", "captured", True, ""),
        ("1746-04-16 00:00", "captured", False, ""),  # some hour of that day
        ("1746-04-15 23:59", "captured", False,
         ACTS.format("") + "cannot act here: it was captured at 1746-04-15 23:59"),
        ("1746-04-16 13:01", "waiting", True,
         ACTS.format("warning: ") + "acts here, but its track begins at 1746-04-16 13:01 "
         "(it is not on the map yet)"),
        ("1746-04-16 13:01", "waiting", False, ""),
    ],
)  # fmt: skip
def test_nobody_acts_after_its_end_or_before_it_is_on_the_map(
    alter: Alter, starts: str, state: str, hour_known: bool, said: str
) -> None:
    alter("forces.yaml", TRACK, TRACK.replace("1746-04-15 06:00", starts).replace("waiting", state))
    alter(
        "story.yaml",
        "at: 1746-04-16 13:00",
        f"at: 1746-04-16 13:00\n        hour_known: {hour_known}".lower(),
    )
    folder = alter(
        "story.yaml", "formations: [government-army, jacobite-army]", "formations: [rearguard]"
    )

    reading = read_exhibit(folder, thorough=True)

    assert "\n".join(map(str, reading.problems)) == said
    assert reading.exhibit is not None
    (event,) = reading.exhibit.phases[1].events
    assert event.formations == (() if "cannot act" in said else ("rearguard",))


def test_a_ring_of_superiors_is_undone_before_a_clock_is_made(alter: Alter) -> None:
    alter(
        "forces.yaml",
        "    side: jacobite\n    echelon: army",
        "    side: jacobite\n    parent: rearguard\n    echelon: army",
    )
    folder = alter("forces.yaml", "    parent: government-army", "    parent: rearguard")

    reading = read_exhibit(folder)

    assert [problem.where for problem in reading.problems] == [
        "formations[jacobite-army].parent",
        "formations[rearguard].parent",
    ]
    assert reading.exhibit is not None
    parents = {formation.id: formation.parent for formation in reading.exhibit.formations}
    assert parents == {
        "government-army": None,
        "jacobite-army": None,
        "rearguard": None,
        "dragoons": "rearguard",
    }
    exhibit = reading.exhibit
    assert Clock(exhibit).side_at("dragoons", exhibit.exhibit.starts) == "government"


def test_who_stood_under_a_formation_left_out_is_shown_all_the_same(alter: Alter) -> None:
    reading = read_exhibit(alter("forces.yaml", "name: Jacobite army", "nome: Jacobite army"))

    assert reading.exhibit is not None
    parents = {formation.id: formation.parent for formation in reading.exhibit.formations}
    assert parents == {"government-army": None, "rearguard": None, "dragoons": "government-army"}
