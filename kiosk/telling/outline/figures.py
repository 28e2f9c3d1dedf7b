"""Figures on axes: what voices count of sides and formations, and what they answer to a question.

An axis runs from 0 to 1 of its length.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from kiosk.exhibit import model
from kiosk.exhibit.rules.voices import independent
from kiosk.telling.locale import ends_of, opening
from kiosk.telling.outline.blocks import Count, Figure, Heading, Tick, Voice
from kiosk.telling.outline.scribe import Scribe

COUNTED = ("strength", "losses")
"""The kinds of figures."""

STEPS = 5
"""The most steps of an axis."""

NEAR = 0.9
"""The share of an axis beyond which what is open has no room for its arrow."""

Counted = model.Side | model.Formation


def most_of(records: Iterable[Counted], *kinds: str) -> float:
    """The greatest end of the figures of some records, at least 1: where their axis ends."""
    figures = (figure for one in records for kind in kinds for figure in getattr(one, kind))
    return max((figure.high or figure.low for figure in figures), default=1) or 1


def figures(scribe: Scribe, said: Sequence[model.Figure], most: float = 1) -> tuple[Figure, ...]:
    """Figures a voice on an axis from 0 to `most`."""
    return tuple(
        Figure(
            key=str(i),
            text=scribe.teller.amount(figure),
            who=scribe.lead(figure.who),
            doubt=scribe.doubt(figure),
            sources=scribe.cited(figure),
            low=figure.low / most,
            high=(figure.high or figure.low) / most,
            open_ended=figure.open_ended,
        )
        for i, figure in enumerate(said)
    )


def counted(scribe: Scribe, record: Counted, most: float = 1) -> tuple[Heading, ...]:
    """The strength and the losses of a record, voice by voice, as far as there are any."""
    return scribe.headings(
        *(
            Heading(
                key=kind,
                text=scribe.say(kind),
                points=figures(scribe, getattr(record, kind), most),
            )
            for kind in COUNTED
        )
    )


def counts(scribe: Scribe, *kinds: str) -> Iterator[Count]:
    """The figures of all sides, kind by kind, on one axis."""
    sides = scribe.exhibit.sides
    most = most_of(sides, *kinds)
    for kind in kinds:
        for place, side in enumerate(sides):
            said: Sequence[model.Figure] = getattr(side, kind)
            if not said:
                continue
            low, high, more = ends_of(said)
            heading, strength = scribe.say(f"figures_{kind}"), scribe.teller.strength(said)
            yield Count(
                key=f"{side.id}/{kind}",
                heading=heading,
                name=scribe.lead(side.name),
                colour=side.colour,
                place=place,
                text=opening(strength),
                line=f"{heading} {strength}",
                voices="\n".join(map(scribe.teller.voice, said)),
                low=low / most,
                high=high / most,
                open_ended=more,
                single=independent(said, scribe.exhibit.indexed("sources")) == 1,
                figures=figures(scribe, said, most),
                silent=silent(scribe, side, kind),
            )


def silent(scribe: Scribe, side: model.Side, kind: str) -> tuple[str, ...]:
    """The voices that count another side and not this one: silence is no agreement."""
    sources = scribe.exhibit.indexed("sources")
    own = getattr(side, kind)
    others = (
        said for other in scribe.exhibit.sides if other != side for said in getattr(other, kind)
    )
    alone = (
        said
        for said in others
        if own and independent([*own, said], sources) > independent(own, sources)
    )
    return tuple(dict.fromkeys(scribe.lead(said.who) for said in alone))


def voices(scribe: Scribe, disagreement: model.Disagreement) -> Iterator[Voice]:
    """The answer of each voice, its figures on a common axis where there are enough for one."""
    heard = disagreement.voices
    left, right, _ = _axis(disagreement)
    enough = _is_drawn(disagreement)
    for i, voice in enumerate(heard):
        spoken = _ends(voice)
        low, high = min(spoken, default=left), max(spoken, default=left)
        scaled = enough and disagreement.counts and i == len(heard) - 1
        yield Voice(
            key=f"{disagreement.id}/{i}",
            who=scribe.lead(voice.who),
            text=scribe.lead(voice.says),
            says=opening(scribe.lead(voice.says)),
            doubt=scribe.doubt(voice),
            sources=scribe.cited(voice),
            drawn=enough and bool(spoken),
            low=(low - left) / (right - left),
            high=(high - left) / (right - left),
            open_ended=voice.open_ended,
            open_below=voice.low is None,
            from_zero=disagreement.counts,
            least=scribe.teller.phrases.number(left) if scaled else "",
            most=scribe.teller.phrases.number(right) if scaled else "",
        )


def ticks(scribe: Scribe, disagreement: model.Disagreement) -> Iterator[Tick]:
    """The numbers on the axis of what counts something, if it is drawn."""
    if not (disagreement.counts and _is_drawn(disagreement)):
        return
    left, right, step = _axis(disagreement)
    for i in range(round((right - left) / step) + 1):
        number = scribe.teller.phrases.number(round(left + i * step, 6))
        yield Tick(key=str(i), at=i * step / (right - left), text=number)


def _is_drawn(disagreement: model.Disagreement) -> bool:
    """True if there are figures enough for an axis."""
    ends = [end for voice in disagreement.voices for end in _ends(voice)]
    return len(ends) > 1 if disagreement.counts else len(set(ends)) > 2


def _ends(voice: model.Voice) -> list[float]:
    return [end for end in (voice.low, voice.high) if end is not None]


def _axis(disagreement: model.Disagreement) -> tuple[float, float, float]:
    """Both ends of an axis that shows every figure, and the step from number to number.

    What counts something begins at 0 and ends with a round number, with room for an arrow beyond
    what is open; anything else is as far apart as can be.
    """
    ends = [end for voice in disagreement.voices for end in _ends(voice)]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    if not disagreement.counts or high <= 0:
        return low, high if high > low else low + 1, 1.0
    step = _step(high / STEPS)
    right = math.ceil(high / step) * step
    opened = [max(_ends(one)) for one in disagreement.voices if one.open_ended and _ends(one)]
    if max(opened, default=0.0) > NEAR * right:
        right += step
    return 0.0, right, step


def _step(least: float) -> float:
    """The next round number that is `least` or more: 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(part * power for part in (1, 2, 2.5, 5, 10) if part * power >= least * 0.999)
