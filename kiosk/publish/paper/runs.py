"""Runs of words that stand in many texts: the numbers of sources, a life, a remark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.exhibit.ref import Ref
from kiosk.exhibit.writing import WORD_JOINER
from kiosk.publish.paper.text import MAY_BREAK, Run, Type
from kiosk.telling.balance import HARD_SPACE
from kiosk.telling.outline.blocks import Knot, Source


def cited(sources: Sequence[Source], type_: Type, *, raised: bool) -> Iterator[Run]:
    """The numbers of sources, each of which leads to its source."""
    between, after = (f",{MAY_BREAK}", "") if raised else (", ", "]")
    lead = HARD_SPACE if raised else " ["
    for source in sources:
        yield Run(lead, type_, raised, cites=True)
        to = Ref.of("sources", source.key)
        yield Run(str(source.number), type_, raised, to=to, says=source.title, cites=True)
        lead = between
    if sources:
        yield Run(after, type_, raised, cites=True)


def threaded(thread: Sequence[Knot], date: Type, body: Type) -> Iterator[Run]:
    """A life in one paragraph, each date before what it brought."""
    for i, knot in enumerate(thread):
        if knot.heading:
            yield Run(f"{' ' if i else ''}{knot.heading}{HARD_SPACE}", date)
        elif i:
            yield Run(" ", body)
        yield Run(knot.text, body)


def solid(text: str) -> str:
    """A remark in brackets that no line end parts."""
    return WORD_JOINER.join(f"[{text}]".replace(" ", HARD_SPACE))
