"""Sections of what opens as a card: people, terms, places, areas, formations, pictures, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kiosk.exhibit import model
from kiosk.exhibit.kinds import KINDS
from kiosk.exhibit.ref import Ref
from kiosk.telling.outline import threads
from kiosk.telling.outline.blocks import Heading, Point, Section, Text
from kiosk.telling.outline.figures import counted
from kiosk.telling.outline.scribe import Scribe, facts_of


def person(scribe: Scribe, person: model.Person) -> Section:
    """A person, on the side of the troops that they led then."""
    side = person.side
    led = [
        formation
        for formation in scribe.exhibit.formations
        if any(commander.person == person.id for commander in formation.commanders)
    ]
    if scribe.now and led:  # the last is troops of their own, after the staffs that they serve on
        side = scribe.now.side(led[-1].id)
    return Section(
        ref=scribe.ref(person),
        title=scribe.lead(person.name),
        second=scribe.second(person.name),
        pinyin=person.pinyin or "",
        side=_sides(scribe, person.side, side),
        role=scribe.lead(person.role),
        text=scribe.text(person.about, person),
        thread=threads.life(scribe, person),
        pictures=scribe.pictures(person),
    )


def term(scribe: Scribe, term: model.Term) -> Section:
    """A word, and its meaning."""
    return Section(
        ref=scribe.ref(term),
        title=scribe.lead(term.name),
        second=scribe.second(term.name),
        pinyin=term.pinyin or "",
        text=scribe.text(term.about, term),
        pictures=scribe.pictures(term),
    )


def place(scribe: Scribe, place: model.Place) -> Section:
    """A place: its name today, how well its position is known, what happened there."""
    say, lead = scribe.say, scribe.lead
    position = Point(
        text=say("about_km", scribe.teller.phrases.number(place.precision_km)),
        doubt=scribe.doubt(place),
    )
    return Section(
        ref=scribe.ref(place),
        title=lead(place.name),
        second=scribe.second(place.name),
        text=scribe.text(place.about, place),
        headings=scribe.headings(
            Heading(key="today", text=say("today"), points=(Point(text=lead(place.modern)),)),
            Heading(key="position", text=say("position"), points=(position,)),
        ),
        thread=threads.befallen(scribe, place),
    )


def area(scribe: Scribe, area: model.Area) -> Section:
    """An area: its days, what it means, whose it is."""
    return Section(
        ref=scribe.ref(area),
        title=scribe.lead(area.name),
        second=scribe.second(area.name),
        overline=scribe.teller.phrases.days(area.starts, area.ends),
        side=_side(scribe, area.side),
        label=scribe.say(f"legend_{area.kind}"),
        text=scribe.text(None, area),
    )


def formation(scribe: Scribe, formation: model.Formation) -> Section:
    """A formation: who led it, its strength and losses, what it did, what became of it."""
    say, lead, now = scribe.say, scribe.lead, scribe.now
    thread = threads.fate(scribe, formation)
    ended = "" if thread else lead(formation.fate)
    return Section(
        ref=scribe.ref(formation),
        title=lead(formation.name),
        second=scribe.second(formation.name),
        side=_side(scribe, now.side(formation.id) if now else formation.side),
        text=scribe.text(formation.about, formation),
        headings=scribe.headings(
            commanders(scribe, formation),
            *counted(scribe, formation),
            Heading(key="fate", text=say("fate"), points=(Point(text=ended),)),
        ),
        thread=thread,
    )


def commanders(scribe: Scribe, formation: model.Formation) -> Heading:
    """Those who led a formation, each headed by their name, with what they were."""
    points = (
        Point(
            heading=scribe.lead(
                scribe.people[commander.person].name if commander.person else commander.name
            ),
            text=scribe.lead(commander.role),
            ref=Ref.of("people", commander.person) if commander.person else "",
        )
        for commander in formation.commanders
    )
    return Heading(key="commanders", text=scribe.say("commanders"), points=tuple(points))


def side(scribe: Scribe, side: model.Side) -> Section:
    """A party, and its strength and losses."""
    return Section(
        ref=scribe.ref(side),
        title=scribe.lead(side.name),
        second=scribe.second(side.name),
        text=Text(text=scribe.lead(side.about)),
        headings=counted(scribe, side),
    )


def picture(scribe: Scribe, picture: model.Picture) -> Section:
    """A picture and what it is compared with: what they show, what a film says, who drew them."""
    film, told = picture.film, scribe.picture(picture)
    said = (Point(text=scribe.lead(film.transcript)),) if film else ()
    shown = (told, *told.behind) if told.compare else (told,)
    alts = (
        Heading(
            key="alt" if one is told else "alt_compared",
            text=one.name if told.compare else "",
            points=(Point(text=one.text),),
        )
        for one in shown
    )
    credits = (Point(text=credit) for credit in dict.fromkeys(one.credit for one in shown))
    return Section(
        ref=scribe.ref(picture),
        title=scribe.lead(picture.name),
        second=scribe.second(picture.name),
        text=Text(
            doubt=told.doubt, sources=tuple(dict.fromkeys(s for one in shown for s in one.sources))
        ),
        headings=scribe.headings(
            *alts,
            Heading(key="transcript", text=scribe.say("transcript"), points=said),
            Heading(key="credit", text="", points=tuple(credits)),
        ),
        pictures=(told,),
    )


LEADING = ("repeats", "resting")
"""The keys of the headings below which each point leads to an entry by its whole text."""


def source(scribe: Scribe, source: model.Source) -> Section:
    """A source: what it is, which side speaks in it, what it repeats, what rests on it."""
    say, repeated = scribe.say, scribe.sources.get(source.repeats or "")
    told = Point(text=repeated.title, ref=repeated.ref) if repeated else Point()
    return Section(
        ref=scribe.ref(source),
        title=scribe.lead(source.title),
        second=scribe.second(source.title),
        role=scribe.lead(source.where),
        text=Text(text=scribe.lead(source.note)),
        headings=scribe.headings(
            Heading(
                key="side",
                text=say("speaks_for"),
                points=(Point(text=_side(scribe, source.side)),),
            ),
            Heading(key="repeats", text=say("one_voice_with"), points=(told,)),
            Heading(key="resting", text=say("rests_here"), points=tuple(_resting(scribe, source))),
        ),
    )


def _resting(scribe: Scribe, source: model.Source) -> Iterator[Point]:
    """The entries that rest on a source, door by door, each below the name of its door."""
    for name, panel in scribe.exhibit.panels:
        for kind in KINDS:
            if kind.panel != name or not (kind.card or kind.stop):
                continue
            for entry in getattr(scribe.exhibit, kind.name):
                if any(source.id in fact.sources for fact in facts_of(entry)):
                    yield Point(
                        heading=scribe.lead(panel.name),
                        text=scribe.lead(getattr(entry, kind.called)),
                        ref=scribe.ref(entry),
                    )


def _side(scribe: Scribe, key: str | None) -> str:
    return scribe.lead(scribe.sides[key].name) if key else ""


def _sides(scribe: Scribe, first: str | None, now: str | None) -> str:
    """The side that somebody is on, after the one that they were on at first."""
    was, is_ = _side(scribe, first), _side(scribe, now)
    return scribe.say("turned_sides", was, is_) if was and was != is_ else is_


SECTIONS: Mapping[type[model.Record], Callable[[Scribe, Any], Section]] = {
    model.Person: person,
    model.Term: term,
    model.Place: place,
    model.Area: area,
    model.Formation: formation,
    model.Side: side,
    model.Picture: picture,
    model.Source: source,
}
"""The function that says a record of each kind."""
