"""The pages of the site in one language: their names, their templates, what they show."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from kiosk.exhibit.kinds import EXPLAINED, KINDS, ref_of
from kiosk.exhibit.model import Decision, Event, Lesson, Panels, Phase
from kiosk.map.proving import proofs_of
from kiosk.publish.web.guide import Guide, MapFigure
from kiosk.telling.addresses import HOME
from kiosk.telling.outline.blocks import Section
from kiosk.telling.outline.figures import COUNTED
from kiosk.telling.outline.pointing import pointed_at, refs_of, spoken_of

APART = dt.timedelta(hours=3)
"""The least time between the moments that are shown of a phase."""

MOST_EVENTS = 4
"""The number of events of a phase that are shown on the map."""


@dataclass(frozen=True)
class Page:
    """A page: the name of its file, its title, its template, and what that is given."""

    name: str
    title: str
    template: str
    given: Callable[[], Mapping[str, Any]] = dict
    about: str = ""
    """The line that search engines print below its title; "" for that of the site."""
    door: str = ""
    """The page of the door that it lies behind."""


def pages(guide: Guide) -> Iterator[Page]:
    """The pages in the order of the tour; none for what the exhibit does not have."""
    exhibit, lead, say = guide.exhibit, guide.lead, guide.say
    yield Page(HOME, lead(exhibit.exhibit.title), "home", partial(_home, guide))
    for panel in Panels.model_keys:
        yield _panel(guide, panel)
        if panel in BEHIND:
            yield from BEHIND[panel](guide)
    for kind in EXPLAINED:
        if getattr(exhibit, kind) and kind not in Panels.model_keys:
            yield Page(f"{kind}.html", say(kind), "cards", partial(dict, kind=kind))
    if exhibit.places or exhibit.areas:
        yield Page("places.html", say("places"), "places")
    if exhibit.pictures:
        drawn = all(section.pictures[0].drawn for section in guide.sections("pictures"))
        yield Page("drawings.html", say("drawings") if drawn else say("pictures"), "drawings")
    yield Page("sources.html", say("sources"), "sources")


def _panel(guide: Guide, panel: str) -> Page:
    """The page behind a door."""
    door = guide.section(getattr(guide.exhibit.panels, panel))
    given, about = GIVEN.get(panel), door.text.text or door.overline

    def told() -> Mapping[str, Any]:
        return {"panel": door, **(given(guide) if given else _opened_on(panel))}

    return Page(f"{panel}.html", door.title, panel if given else "panel", told, about)


def _opened_on(panel: str) -> Mapping[str, Any]:
    """The lists whose cards open on a panel."""
    return {"kinds": [kind.name for kind in KINDS if kind.card == panel]}


def _phases(guide: Guide) -> Iterator[Page]:
    """The page of each phase."""
    for phase in guide.exhibit.phases:
        name, given = guide.href(ref_of(phase)), partial(_phase, guide, phase)
        section = guide.section(phase)
        yield Page(name, section.title, "phase", given, section.text.text, door="phases.html")


def _questions(guide: Guide) -> Iterator[Page]:
    """The pages beside the lessons."""
    say, behind = guide.say, partial(Page, door="lessons.html")
    if guide.exhibit.decisions:
        given = partial(_decisions, guide)
        yield behind("decisions.html", say("tab_decisions"), "decisions", given)
    if guide.exhibit.disagreements:
        yield behind("disagreements.html", say("they_disagree"), "disagreements")


def _home(guide: Guide) -> Mapping[str, Any]:
    main = guide.exhibit.exhibit
    figure = guide.figure(main.view, main.moment, sparse=True)
    doors = [(f"{name}.html", guide.section(panel)) for name, panel in guide.exhibit.panels]
    return {"home": guide.section(main), "doors": doors, "figure": figure}


def _phase(guide: Guide, phase: Phase) -> Mapping[str, Any]:
    return {
        "phase": guide.section(phase),
        "record": phase,
        "figures": list(moments(guide, phase)),
        "shown": _shown(phase),
    }


def _forces(guide: Guide) -> Mapping[str, Any]:
    """The trees at the panel's moment, and at the end if somebody has changed sides by then."""
    exhibit = guide.exhibit
    turned = any(station.side for unit in exhibit.formations for station in unit.track)
    counted = [(kind, counts) for kind in COUNTED if (counts := guide.outline.counts(kind))]
    times = [exhibit.panels.forces.moment, *([exhibit.exhibit.ends] if turned else [])]
    contained = [
        *((counts[0].heading, f"#{kind}_") for kind, counts in counted),
        *((guide.as_at(time), f"#trees_{i}") for i, time in enumerate(times, 1)),
        *guide.entries("sides"),
    ]
    trees = [(guide.as_at(time), guide.trees(time)) for time in times]
    return {"contained": contained, "counted": counted, "trees": trees}


def _maps(guide: Guide) -> Mapping[str, Any]:
    map_, panel = guide.exhibit.map, guide.exhibit.panels.maps
    contained = [
        *((guide.lead(view.name), f"#{view.id}") for view in map_.listed),
        *(
            (guide.say(word), f"#{id_}")
            for word, id_ in (("legend", "legend_"), ("map_note", "note_"))
        ),
    ]
    figures = [(view, guide.figure(view.id, view.moment or panel.moment)) for view in map_.listed]
    return {"contained": contained, "figures": figures}


def _lessons(guide: Guide) -> Mapping[str, Any]:
    return {"lessons": _pointed(guide, guide.exhibit.lessons)}


def _decisions(guide: Guide) -> Mapping[str, Any]:
    return {"decisions": _pointed(guide, guide.exhibit.decisions)}


def _pointed(guide: Guide, records: Iterable[Lesson | Decision]) -> list[tuple[Section, MapFigure]]:
    """Lessons or decisions, each with the map on which it points at what it speaks of."""
    return [
        (
            guide.section(record),
            guide.figure(
                record.view,
                record.moment,
                pointed_at=pointed_at(guide.exhibit, record),
                told=spoken_of(guide.exhibit, guide.teller, record),
                proofs=proofs_of(guide.exhibit, record, 0, guide.teller)
                if isinstance(record, Lesson)
                else (),
            ),
        )
        for record in records
    ]


GIVEN: dict[str, Callable[[Guide], Mapping[str, Any]]] = {
    "phases": lambda _: {},
    "forces": _forces,
    "maps": _maps,
    "lessons": _lessons,
}
"""The panels with a template of their own; any other shows the cards that open on it."""

BEHIND: Mapping[str, Callable[[Guide], Iterable[Page]]] = {"phases": _phases, "lessons": _questions}
"""The pages that lie behind a panel's."""


# ------------------------------------------------------------ the moments of a phase


def key_events(phase: Phase) -> list[Event]:
    """The events of a phase that say most on the map, apart from its moment and each other."""

    def weight(event: Event) -> tuple[int, bool, bool]:
        return len(event.formations), event.place is not None, event.hour_known

    chosen: list[Event] = []
    for event in sorted(phase.events, key=weight, reverse=True):
        times = [phase.moment, *(other.at for other in chosen)]
        apart = all(abs(event.at - time) >= APART for time in times)
        if apart and (event.formations or event.place) and len(chosen) < MOST_EVENTS:
            chosen.append(event)
    return sorted(chosen, key=lambda event: event.at)


def _shown(phase: Phase) -> Mapping[str, int]:
    """The place of the map, among a phase's moments, that an event is read beside."""
    times = sorted([phase.moment, *(event.at for event in key_events(phase))])
    return {event.id: max(0, bisect_right(times, event.at) - 1) for event in phase.events}


def moments(guide: Guide, phase: Phase) -> Iterator[MapFigure]:
    """The phase's own moment and those of its key events, in the order of time."""
    events: list[Event | None] = [None, *key_events(phase)]
    for event in sorted(events, key=lambda event: event.at if event else phase.moment):
        if event is None:
            told = spoken_of(guide.exhibit, guide.teller, phase)
            yield guide.figure(phase.view, phase.moment, told=told)
            continue
        caption = guide.teller.joined(guide.teller.when(event), guide.lead(event.text))
        yield guide.figure(phase.view, event.at, caption, told=refs_of(event))
