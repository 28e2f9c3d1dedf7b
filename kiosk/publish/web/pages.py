"""The pages of the site in one language: their names, their templates, what they show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from kiosk.exhibit.model import Decision, Event, Lesson, Phase
from kiosk.publish.web.guide import Guide, MapFigure

APART = dt.timedelta(hours=3)
"""The least time between the moments that are shown of a phase."""

MOST_EVENTS = 4
"""How many events of a phase are shown on the map."""


@dataclass(frozen=True)
class Page:
    """A page: the name of its file, its title, its template, and what that is given."""

    name: str
    title: str
    template: str
    given: Callable[[], Mapping[str, Any]] = dict
    about: str = ""
    """What search engines print below its title; "" for what they print of the site."""
    door: str = ""
    """The page of the door that it lies behind."""


def pages(guide: Guide) -> Iterator[Page]:
    """The pages in the order of the tour; none for what the exhibit does not have."""
    exhibit, lead, say = guide.exhibit, guide.lead, guide.say
    yield Page("index.html", lead(exhibit.exhibit.title), "home", partial(_home, guide))
    yield _panel(guide, "phases")
    for phase in exhibit.phases:
        name, given = guide.href(f"phases/{phase.id}"), partial(_phase, guide, phase)
        about = lead(phase.text)
        yield Page(name, lead(phase.title), "phase", given, about, door="phases.html")
    yield _panel(guide, "forces", _forces)
    yield _panel(guide, "maps", _maps)
    yield _panel(guide, "lessons", _lessons)
    behind = partial(Page, door="lessons.html")
    if exhibit.decisions:
        given = partial(_decisions, guide)
        yield behind("decisions.html", say("tab_decisions"), "decisions", given)
    if exhibit.disagreements:
        yield behind("disagreements.html", say("they_disagree"), "disagreements")
    if exhibit.people:
        yield Page("people.html", say("people"), "people")
    if exhibit.terms:
        yield Page("terms.html", say("terms"), "terms")
    if exhibit.places or exhibit.areas:
        yield Page("places.html", say("places"), "places")
    if exhibit.pictures:
        yield Page("drawings.html", say("drawings"), "drawings")
    yield Page("sources.html", say("sources"), "sources")


def _panel(
    guide: Guide, panel: str, given: Callable[[Guide], Mapping[str, Any]] = lambda _: {}
) -> Page:
    """The page behind a door."""
    record = getattr(guide.exhibit.panels, panel)
    about = guide.lead(record.text or record.line)
    return Page(f"{panel}.html", guide.lead(record.name), panel, partial(given, guide), about)


def _home(guide: Guide) -> Mapping[str, Any]:
    main = guide.exhibit.exhibit
    return {"figure": guide.figure(main.view, main.moment, sparse=True)}


def _phase(guide: Guide, phase: Phase) -> Mapping[str, Any]:
    return {"phase": phase, "figures": list(moments(guide, phase))}


def _forces(guide: Guide) -> Mapping[str, Any]:
    """The trees at the panel's moment, and at the end if somebody has changed sides by then."""
    exhibit = guide.exhibit
    turned = any(station.side for unit in exhibit.formations for station in unit.track)
    times = [exhibit.panels.forces.moment, *([exhibit.exhibit.ends] if turned else [])]
    contained = [
        *(
            (guide.say(f"figures_{kind}"), f"#{kind}_")
            for kind in ("strength", "losses")
            if any(getattr(side, kind) for side in exhibit.sides)
        ),
        *((guide.as_at(time), f"#trees_{i}") for i, time in enumerate(times, 1)),
        *guide.entries("sides"),
    ]
    trees = [(guide.as_at(time), guide.trees(time)) for time in times]
    return {"contained": contained, "trees": trees}


def _maps(guide: Guide) -> Mapping[str, Any]:
    map_, panel = guide.exhibit.map, guide.exhibit.panels.maps
    contained = [
        *((guide.lead(view.name), f"#{view.id}") for view in map_.views),
        *(
            (guide.say(word), f"#{id_}")
            for word, id_ in (("legend", "legend_"), ("map_note", "note_"))
        ),
    ]
    figures = [(view, guide.figure(view.id, view.moment or panel.moment)) for view in map_.views]
    return {"contained": contained, "figures": figures}


def _lessons(guide: Guide) -> Mapping[str, Any]:
    return {"lessons": [(lesson, _pointing(guide, lesson)) for lesson in guide.exhibit.lessons]}


def _decisions(guide: Guide) -> Mapping[str, Any]:
    decisions = guide.exhibit.decisions
    return {"decisions": [(decision, _pointing(guide, decision)) for decision in decisions]}


def _pointing(guide: Guide, record: Lesson | Decision) -> MapFigure:
    """The map on which a lesson or a decision points at what it speaks of."""
    chosen = {f"places/{key}" for key in record.places}
    chosen |= {f"formations/{key}" for key in record.formations}
    told = guide.told(record.text)
    return guide.figure(record.view, record.moment, chosen=frozenset(chosen), told=told)


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


def moments(guide: Guide, phase: Phase) -> Iterator[MapFigure]:
    """The phase's own moment and those of its key events, in the order of time."""
    events: list[Event | None] = [None, *key_events(phase)]
    for event in sorted(events, key=lambda event: event.at if event else phase.moment):
        if event is None:
            told = guide.told(phase.text) | {f"places/{e.place}" for e in phase.events if e.place}
            yield guide.figure(phase.view, phase.moment, told=told)
            continue
        told = frozenset(f"formations/{id_}" for id_ in event.formations)
        told |= {f"places/{event.place}"} if event.place else set()
        caption = guide.teller.joined(guide.teller.when(event), guide.lead(event.text))
        yield guide.figure(phase.view, event.at, caption, told=told)
