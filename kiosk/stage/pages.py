"""What each screen says, composed from the exhibit in the visitor's language."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.exhibit.clock import Clock, Sighting
from kiosk.exhibit.model import (
    Certainty,
    Disagreement,
    Echelon,
    Event,
    Exhibit,
    Fact,
    Figure,
    Formation,
    Lesson,
    Person,
    Phase,
    Place,
    Words,
)
from kiosk.stage.links import Linker
from kiosk.stage.timescale import Timescale
from kiosk.stage.words import Speech
from kiosk.visit.navigation import Screen

WORDS_PER_SECOND = 2.5
"""Slow reading aloud in the head, standing: 150 words a minute."""

CHARACTERS_PER_SECOND = 5.0
"""The same for Chinese, Japanese and Korean writing: 300 characters a minute."""

PANELS = (Screen.PHASES, Screen.FORCES, Screen.MAPS, Screen.LESSONS)

Row = dict[str, Any]


def reading_seconds(text: str) -> float:
    """How long an unhurried visitor reads `text`, tags left out."""
    text = re.sub("<[^>]*>", "", text)
    wide = sum("\u2e80" <= letter <= "\u9fff" for letter in text)
    return wide / CHARACTERS_PER_SECOND + (len(text.split()) if not wide else 0) / WORDS_PER_SECOND


class Pages:
    """Rows for QML from an exhibit, in `language`; `second` is the language beneath, if any."""

    def __init__(self, exhibit: Exhibit, clock: Clock, speech: Speech, second: str | None) -> None:
        self._exhibit, self._clock, self.speech = exhibit, clock, speech
        self.language, self.second_language = speech.language, second
        self._linker = Linker(exhibit, speech.language)
        self._people = exhibit.indexed("people")
        self._places = exhibit.indexed("places")
        self._formations = exhibit.indexed("formations")
        self._sides = exhibit.indexed("sides")
        self._sources = exhibit.indexed("sources")

    # ------------------------------------------------------------ words

    def lead(self, words: Words | None) -> str:
        """The text in the visitor's language."""
        return words.in_(self.language) if words else ""

    def second(self, words: Words | None) -> str:
        """The text in the second language, empty where it says the same."""
        if words is None or self.second_language is None:
            return ""
        text = words.in_(self.second_language)
        return "" if text == self.lead(words) else text

    def _names(self, words: Words) -> Row:
        return {"name": self.lead(words), "second": self.second(words)}

    # ------------------------------------------------------------ home, timeline, maps

    def doors(self, current: str) -> list[Row]:
        """The four panels as doors."""
        rows = []
        for screen in PANELS:
            panel = getattr(self._exhibit.panels, screen)
            row = {"key": str(screen), **self._names(panel.name), "line": self.lead(panel.line)}
            rows.append(row | {"current": screen == current})
        return rows

    @property
    def timescale(self) -> Timescale:
        """Hours since the exhibit's start along the timeline."""
        main, hour = self._exhibit.exhibit, dt.timedelta(hours=1)
        phases = [
            ((phase.starts - main.starts) / hour, (phase.ends - main.starts) / hour)
            for phase in self._exhibit.phases
        ]
        return Timescale((main.ends - main.starts) / hour, phases)

    def segments(self, current: int) -> list[Row]:
        """The phases as parts of the timeline, in shares of its length."""
        zero, hour, scale = self._exhibit.exhibit.starts, dt.timedelta(hours=1), self.timescale
        return [
            {
                "key": phase.id,
                "name": self.lead(phase.short),
                "dates": self.speech.days(phase.starts, phase.ends, "short"),
                "begins": scale.share_of((phase.starts - zero) / hour),
                "finishes": scale.share_of((phase.ends - zero) / hour),
                "current": i == current,
            }
            for i, phase in enumerate(self._exhibit.phases)
        ]

    def views(self, current: str) -> list[Row]:
        """The prepared views of the map."""
        return [
            {"key": view.id, "name": self.lead(view.name), "current": view.id == current}
            for view in self._exhibit.map.views
        ]

    def layers(self, hidden: frozenset[str]) -> list[Row]:
        """What can be shown or hidden on the map: overlays, then drawn layers."""
        overlays = [
            (key, self.speech.say(f"layer_{key}"))
            for key in ("units", "moves", "uncertainty", "places")
        ]
        drawn = [(layer.id, self.lead(layer.name)) for layer in self._exhibit.map.layers]
        return [
            {"key": key, "name": name, "shown": key not in hidden}
            for key, name in (*overlays, *drawn)
        ]

    def legend(self) -> list[Row]:
        """What the map's symbols mean: sides, sizes, and what became of a formation."""
        say, sides = self.speech.say, self._exhibit.sides
        rows = [(f"{side.id}/corps/infantry/waiting", self.lead(side.name)) for side in sides]
        used = {formation.echelon for formation in self._exhibit.formations}
        for echelon in Echelon:
            if echelon in used:
                symbol = f"{sides[0].id}/{echelon}/infantry/waiting"
                rows.append((symbol, say(f"echelon_{echelon}")))
        rows.append((f"{sides[0].id}/corps/infantry/destroyed", say("legend_ended")))
        rows.append(("", say("legend_pip")))
        rows.append(("", say("legend_ring")))
        return [
            {"key": str(i), "symbol": symbol, "text": text} for i, (symbol, text) in enumerate(rows)
        ]

    # ------------------------------------------------------------ the narrative

    def title(self, screen: str, phase: int, lesson: int) -> Row:
        """Overline, title, second title and text of a stop of the tour."""
        if screen == Screen.PHASES:
            return self._phase_title(self._exhibit.phases[phase])
        if screen == Screen.LESSONS:
            return self._lesson_title(self._exhibit.lessons[lesson], lesson)
        if screen == Screen.HOME:
            main = self._exhibit.exhibit
            subtitle = self.lead(main.subtitle)
            return self._titled(subtitle, main.title, main.sentence)
        panel = getattr(self._exhibit.panels, screen)
        return self._titled(self.lead(panel.line), panel.name, panel.text)

    def _titled(self, overline: str, title: Words, body: Words | None) -> Row:
        return {
            "overline": overline,
            "title": self.lead(title),
            "second": self.second(title),
            "body": self._linker.link(self.lead(body)),
        }

    def _phase_title(self, phase: Phase) -> Row:
        return self._titled(self.speech.days(phase.starts, phase.ends), phase.title, phase.text)

    def _lesson_title(self, lesson: Lesson, index: int) -> Row:
        count = self.speech.say("lesson_count", index + 1, len(self._exhibit.lessons))
        return self._titled(count, lesson.title, lesson.text)

    def notes(self, screen: str, lesson: int) -> list[Row]:
        """Headed paragraphs beneath the text: who claims a lesson, what speaks against it."""
        if screen != Screen.LESSONS:
            return []
        record = self._exhibit.lessons[lesson]
        return [
            {
                "key": "who",
                "heading": self.speech.say("who_says"),
                "text": self._linker.link(self.lead(record.claimed_by)),
            },
            {
                "key": "against",
                "heading": self.speech.say("against"),
                "text": self._linker.link(self.lead(record.against)),
            },
        ]

    def events(self, screen: str, phase: int) -> list[Row]:
        """The phase's events in time order."""
        if screen in (Screen.HOME, Screen.LESSONS):
            return []
        zero, hour = self._exhibit.exhibit.starts, dt.timedelta(hours=1)
        return [
            {
                "key": event.id,
                "when": self._when(event),
                "text": self.lead(event.text),
                "hours": (event.at - zero) / hour,
            }
            for event in sorted(self._exhibit.phases[phase].events, key=lambda event: event.at)
        ]

    def _when(self, event: Event) -> str:
        return self.speech.moment(event.at, "hour" if event.hour_known else "day")

    def event_line(self, moment: dt.datetime) -> str:
        """The last event at or before `moment` on its day, as one line."""
        day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        passed = self._clock.events(day, moment)
        return self.lead(passed[-1].text) if passed else ""

    def mentioned(self, text: str) -> set[str]:
        """The records that a text names, as refs."""
        return self._linker.mentioned(text)

    def named(self, screen: str, phase: int, lesson: int) -> set[str]:
        """What the text of a stop names, and where the events of a phase took place."""
        if screen == Screen.PHASES:
            told = self._exhibit.phases[phase]
            events = {f"places/{event.place}" for event in told.events if event.place}
            return events | self.mentioned(self.lead(told.text))
        if screen == Screen.LESSONS:
            return self.mentioned(self.lead(self._exhibit.lessons[lesson].text))
        return set()

    # ------------------------------------------------------------ forces

    def sides_at(self, moment: dt.datetime) -> list[tuple[Row, list[Row]]]:
        """Each side with its order of battle at `moment`, parents before children."""
        grown = {
            formation.id: self._clock.side_at(formation.id, moment)
            for formation in self._exhibit.formations
        }
        return [
            (
                {"key": side.id, **self._names(side.name), "colour": side.colour},
                list(self._tree(side.id, grown, moment)),
            )
            for side in self._exhibit.sides
        ]

    def _tree(self, side: str, sides: dict[str, str], moment: dt.datetime) -> Iterator[Row]:
        """Who is on a side, who came to it first; and, struck out, who has left it."""
        mine = [f for f in self._exhibit.formations if side in (f.side, sides[f.id])]
        members = {f.id for f in mine if sides[f.id] == side}
        children: dict[str | None, list[Formation]] = {}
        for formation in mine:
            gone = sides[formation.id] != side
            if gone and formation.parent and sides[formation.parent] != side:
                continue
            parent = formation.parent if formation.parent in members else None
            children.setdefault(parent, []).append(formation)

        def walk(parent: str | None, depth: int) -> Iterator[Row]:
            for formation in children.get(parent, ()):
                yield self._tree_row(formation, side, sides[formation.id], depth, moment)
                yield from walk(formation.id, depth + 1)

        children.get(None, []).sort(key=lambda formation: formation.side == side)
        yield from walk(None, 0)

    def _tree_row(
        self, formation: Formation, side: str, now: str, depth: int, moment: dt.datetime
    ) -> Row:
        sighting = self._clock.sighting(formation.id, moment)
        state = str(sighting.state) if sighting else "waiting"
        gone = side != now
        doing = self.speech.say(f"state_{state}") if sighting else ""
        return {
            "key": formation.id,
            "ref": f"formations/{formation.id}",
            **self._names(formation.name),
            "depth": depth,
            "symbol": f"{side}/{formation.echelon}/{formation.arm}/{'waiting' if gone else state}",
            "doing": f"→ {self.lead(self._sides[now].name)}" if gone else doing,
            "strength": "" if gone else self.strength(formation.strength),
            "came": side != formation.side,
            "gone": gone,
        }

    def strength(self, figures: Sequence[Figure]) -> str:
        """All voices' figures as one range, "40,000 to 45,000"."""
        if not figures:
            return ""
        low = min(figure.low for figure in figures)
        high = max(figure.high or figure.low for figure in figures)
        if low != high:
            return self.speech.say("range", self.speech.number(low), self.speech.number(high))
        text = self.speech.number(low)
        more = all(figure.open_ended for figure in figures)
        return self.speech.say("more_than", text) if more else text

    # ------------------------------------------------------------ cards

    def card(self, ref: str, moment: dt.datetime) -> Row:
        """A card: names, text, headed facts and sources of the record that `ref` names."""
        kind, _, key = ref.partition("/")
        record = self._exhibit.indexed(kind).get(key) if kind else None
        if record is None:
            return {
                "title": "",
                "second": "",
                "overline": "",
                "body": "",
                "facts": [],
                "sources": "",
            }
        return {
            "title": self.lead(record.name),
            "second": self.second(record.name),
            "overline": self._overline(record, moment),
            "body": self._linker.link(self.lead(getattr(record, "about", None)), ref),
            "facts": [
                {"key": str(i), "heading": heading, "text": self._linker.link(text, ref)}
                for i, (heading, text) in enumerate(self._facts(record, moment))
                if text
            ],
            "sources": self._cited(record),
        }

    def _overline(self, record: Any, moment: dt.datetime) -> str:
        """Pinyin, and the side at the moment."""
        key = getattr(record, "side", None)
        if isinstance(record, Formation):
            key = self._clock.side_at(record.id, moment)
        elif isinstance(record, Person):
            led = (f for f in self._exhibit.formations if _leads(record, f))
            key = next((self._clock.side_at(f.id, moment) for f in led), key)
        side = self.lead(self._sides[key].name) if key else ""
        return " · ".join(filter(None, (getattr(record, "pinyin", None), side)))

    def _facts(self, record: Any, moment: dt.datetime) -> Iterator[tuple[str, str]]:
        if isinstance(record, Formation):
            yield from self._formation_facts(record, moment)
        elif isinstance(record, Place):
            yield from self._place_facts(record)
        elif hasattr(record, "role"):
            yield "", self.lead(record.role)

    def _formation_facts(
        self, formation: Formation, moment: dt.datetime
    ) -> Iterator[tuple[str, str]]:
        say = self.speech.say
        yield (
            say("commanders"),
            "\n".join(
                f"{self.lead(c.name or self._people[c.person or ''].name)} — {self.lead(c.role)}"
                for c in formation.commanders
            ),
        )
        yield say("strength"), "\n".join(self._voice(figure) for figure in formation.strength)
        sighting = self._clock.sighting(formation.id, moment)
        if sighting:
            yield say("now"), self._sighted(sighting)
        yield say("fate"), self.lead(formation.fate)

    def _sighted(self, sighting: Sighting) -> str:
        say = self.speech.say
        return " · ".join(
            (
                say(f"state_{sighting.state}"),
                say("about_km", self.speech.number(round(sighting.uncertainty_km))),
                say(f"certainty_{sighting.certainty}"),
            )
        )

    def _voice(self, figure: Figure) -> str:
        return f"{self.strength([figure])} — {self.lead(figure.who)}"

    def _place_facts(self, place: Place) -> Iterator[tuple[str, str]]:
        say = self.speech.say
        yield say("today"), self.lead(place.modern)
        km = self.speech.number(place.precision_km)
        yield say("position"), say("about_km", km) + self._doubt(place)
        happened = [
            f"{self._when(event)} — {self.lead(event.text)}"
            for phase in self._exhibit.phases
            for event in phase.events
            if event.place == place.id
        ]
        yield say("here"), "\n".join(happened)

    def _doubt(self, fact: Fact) -> str:
        if fact.certainty is Certainty.DOCUMENTED:
            return ""
        return f" · {self.speech.say(f'certainty_{fact.certainty}')}"

    def _cited(self, record: Any) -> str:
        return "\n".join(
            self.lead(self._sources[source].title)
            for source in getattr(record, "sources", ())
            if source in self._sources
        )

    # ------------------------------------------------------------ how do we know?

    def _spoken_of(self, screen: str, phase: int, lesson: int) -> tuple[list[Fact], set[str]]:
        """The facts on a screen, and the ids that name what is on it."""
        if screen == Screen.PHASES:
            told = self._exhibit.phases[phase]
            return [told, *told.events], {told.id, "phases"}
        if screen == Screen.LESSONS:
            claim = self._exhibit.lessons[lesson]
            return [claim], {claim.id, "lessons"}
        if screen == Screen.FORCES:
            forces = self._exhibit.formations
            return [*forces, *(fig for f in forces for fig in f.strength)], {
                "forces",
                *(f.id for f in forces),
            }
        if screen == Screen.MAPS:
            return [*self._exhibit.places, *self._exhibit.areas], {"maps"}
        return [*self._exhibit.phases, *self._exhibit.lessons], {"home"}

    def sources(self, screen: str, phase: int, lesson: int) -> list[Row]:
        """The sources of what is on a screen, each once, the most cited first."""
        facts, _ = self._spoken_of(screen, phase, lesson)
        cited: dict[str, int] = {}
        for fact in facts:
            for source in fact.sources:
                cited[source] = cited.get(source, 0) + 1
        return [
            {
                "key": key,
                "title": self.lead(self._sources[key].title),
                "where": self.lead(self._sources[key].where),
                "note": self.lead(self._sources[key].note),
            }
            for key in sorted(cited, key=lambda key: -cited[key])
            if key in self._sources
        ]

    def voices(self, screen: str, phase: int, lesson: int) -> list[Row]:
        """What sources disagree on, one row a voice, figures on a common axis 0..1."""
        _, ids = self._spoken_of(screen, phase, lesson)
        rows: list[Row] = []
        for disagreement in self._exhibit.disagreements:
            if ids.intersection(disagreement.about):
                rows.extend(self._voice_rows(disagreement))
        return rows

    def _voice_rows(self, disagreement: Disagreement) -> Iterator[Row]:
        ends = [end for v in disagreement.voices for end in (v.low, v.high) if end is not None]
        left, right = _axis(ends)
        for i, voice in enumerate(disagreement.voices):
            low = voice.low if voice.low is not None else left
            high = voice.high if voice.high is not None else low
            yield {
                "key": f"{disagreement.id}/{i}",
                "question": self.lead(disagreement.question) if i == 0 else "",
                "who": self.lead(voice.who),
                "says": self.lead(voice.says),
                "drawn": voice.low is not None and len(ends) > 1,
                "low": (low - left) / (right - left),
                "high": (high - left) / (right - left),
                "openEnded": voice.open_ended,
            }

    def credits(self) -> list[Row]:
        """Where the drawn layers come from."""
        return [
            {"key": layer.id, "heading": self.lead(layer.name), "text": html.escape(layer.credit)}
            for layer in self._exhibit.map.layers
        ]


def _axis(ends: Sequence[float]) -> tuple[float, float]:
    """The ends of an axis that shows all of `ends` apart: from 0, unless they lie far from it."""
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    room = (high - low) * 0.12 or 1.0
    return (low - room if low > 0.4 * high else 0.0), high + room


def _leads(person: Person, formation: Formation) -> bool:
    return any(commander.person == person.id for commander in formation.commanders)
