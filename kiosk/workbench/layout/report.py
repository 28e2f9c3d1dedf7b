"""`kiosk check --layout`: what visitors would see wrong, in every combination that they may set."""

from __future__ import annotations

import itertools
import re
import signal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.model.record import within
from kiosk.exhibit.reading.draft import parts_of
from kiosk.exhibit.reading.folder import located
from kiosk.exhibit.reading.problem import Finding, Problem, Steps
from kiosk.machine import whole
from kiosk.machine.settings import Renderer
from kiosk.publish.output import counting
from kiosk.publish.pictures import SIZES
from kiosk.visit.preferences import TEXT_SCALES
from kiosk.workbench.layout.combination import Combination
from kiosk.workbench.layout.crew import Crew, Lost
from kiosk.workbench.layout.flaw import Flaw
from kiosk.workbench.layout.tour import Sighting, cases_in, toured
from kiosk.workbench.layout.unseen import PROGRAM, unseen_display

GLASS_INCHES = (7.0, 10.0, 15.6, 43.0, 55.0)
"""Diagonals that are laid out beside 24 inches."""

SHAPES = ((1024, 768), (768, 1024))
"""Sizes in px of glass that is nearer to a square than the usual."""

RATIOS = (1.0, 1.25, 1.5, 2.0)
"""Numbers of pixels of such glass that are one of the window's."""

OURS = frozenset(
    (
        *("small target", "near targets", "cut target", "out of reach", "moved foot", "margin"),
        *("misleading amber", "unpainted", "low symbols", "unequal sides", "stray symbol"),
        *("outside", "turning name", "late caption", "late clock", "late ruler", "restless map"),
        *("restless", "few lines", "cut line", "crash"),
    )
)
"""The kinds of flaws that no content can mend."""

PROGRESS = "progress.txt"
"""The file beside the pictures that says, while it is worked at, what is found so far."""


@dataclass(frozen=True)
class Layout:
    """The outcome of laying out an exhibit: how many screens, and what is wrong with them.

    So many combinations are `left` where it was stopped.
    """

    laid_out: int
    sightings: tuple[Sighting, ...]
    left: int = 0


def combinations(
    languages: Sequence[str], *, every: bool = False, opengl: bool = True
) -> Iterator[Combination]:
    """Every one that a visitor may set on usual glass of 24 inches, then other glass.

    High contrast comes with the size of 100 % alone, as it changes colours alone. Controls are
    lowered on a tall screen alone: all of a wide one is within reach. Beyond usual glass each pair
    of inches, shape, language, text size, aid, ratio of pixels and renderer comes once at the
    least, or each combination if `every` is asked for; `opengl` needs a display.
    """
    usual = [*_all_of(languages, 24, SIZES), Combination(SHAPES[0], languages[0])]
    painted = [replace(one, high_contrast=True) for one in usual if one.is_painted]
    yield from (*usual, *painted)
    glass = [(24.0, SHAPES), *((inches, (*SIZES, *SHAPES)) for inches in GLASS_INCHES)]
    renderers = (Renderer.SOFTWARE, Renderer.OPENGL) if opengl else (Renderer.SOFTWARE,)
    whole = [
        replace(one, ratio=ratio, renderer=renderer)
        for inches, sizes in glass
        for one in _all_of(languages, inches, sizes)
        for ratio in RATIOS
        for renderer in renderers
    ]
    chosen = (one for one in whole if one not in usual) if every else _pairs(whole, usual)
    yield from (replace(one, turn=turn) for turn, one in enumerate(chosen, 1))


def _all_of(
    languages: Sequence[str], inches: float, sizes: Sequence[tuple[int, int]]
) -> Iterator[Combination]:
    settings = list(itertools.product(TEXT_SCALES, sizes, languages))
    for scale, size, language in settings:
        yield Combination(size, language, scale, inches=inches)
    for scale, (width, height), language in settings:
        if height > width:
            yield Combination((width, height), language, scale, reach=True, inches=inches)


Pair: TypeAlias = tuple[object, ...]


def _pairs(whole: Sequence[Combination], before: Sequence[Combination]) -> Iterator[Combination]:
    """Few of `whole` in which each two settings come together, if they didn't `before`."""
    pairs = {one: _pairs_of(one) for one in whole}
    missing = set[Pair]().union(*pairs.values()).difference(*map(_pairs_of, before))
    while missing:
        chosen = max(whole, key=lambda one: len(missing & pairs[one]))
        missing -= pairs[chosen]
        yield chosen


def _pairs_of(one: Combination) -> set[Pair]:
    """Each two settings of a combination, by name and value."""
    names = ("inches", "size", "language", "text_scale", "reach", "ratio", "renderer")
    values = ((name, getattr(one, name)) for name in names)
    return set(itertools.combinations(values, 2))


def quick(languages: Sequence[str]) -> list[Combination]:
    """The one that tells most in less than a minute: the first language on usual glass, briefly."""
    return [Combination(SIZES[0], languages[0], brief=True)]


def lay_out(
    exhibit: Exhibit,
    folder: Path,
    chosen: Sequence[Combination],
    display: str = "",
    progress: Path | None = None,
) -> Layout:
    """Lays out every screen in the `chosen` combinations, in a process a core.

    OpenGL draws on the X `display`. A file `progress` is written after each combination. A
    KeyboardInterrupt stops each at its next screen, and what was found in those that had ended is
    told.
    """
    lengths = [len(cases_in(combination, exhibit)) for combination in chosen]
    jobs = [partial(toured, exhibit, folder, combination) for combination in chosen]
    crew, found = Crew(jobs, display), dict[int, list[Sighting]]()
    screens = Counter[int]()
    with counting("Laying out", sum(lengths)) as advance:
        try:
            for place, told in crew.work():
                if told is None:
                    screens[place] += 1
                    advance()
                    continue
                if isinstance(told, Lost):
                    told = [_broken(exhibit, chosen[place], told)]
                found[place] = found.get(place, []) + told
                if progress:
                    whole.write(progress, progress_of(chosen, found))
        except KeyboardInterrupt:
            crew.stop()
    inside = itertools.chain.from_iterable(found[place] for place in sorted(found))
    laid_out = sum(screens[place] for place in found)
    return Layout(laid_out, merged(inside), len(chosen) - len(found))


def _broken(exhibit: Exhibit, combination: Combination, lost: Lost) -> Sighting:
    """The flaw of a process that has ended before its time, at the screen where it was."""
    cases = cases_in(combination, exhibit)
    case, code = cases[min(lost.steps, len(cases) - 1)], lost.code
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    message = f"the program ended with {how}"
    hint = "the screens after it were not looked at"
    if lost.steps == len(cases):
        message, hint = f"{message} after its last screen", ""
    flaw = Flaw("crash", f"{combination}", message, hint, (0, 0, *combination.size))
    return Sighting(flaw, case.name, case.entry, combination, b"")


def problems_of(
    exhibit: Exhibit, folder: Path, out: Path, *, every: bool = False, brief: bool = False
) -> tuple[str, list[Problem], bool]:
    """The extent of the layout in words, what is wrong with it, and whether it came to its end.

    Pictures of what is found, and the file that tells how far it is, lie below `out`.
    """
    out.mkdir(parents=True, exist_ok=True)
    with unseen_display() as display:
        languages, opengl = exhibit.exhibit.languages, bool(display)
        chosen = (
            quick(languages) if brief else [*combinations(languages, every=every, opengl=opengl)]
        )
        layout = lay_out(exhibit, folder, chosen, display, out / PROGRESS)
    drawn = "in part by OpenGL" if opengl else f"none by OpenGL, for which {PROGRAM} is needed"
    said = f"{layout.laid_out:,} screens were laid out, by Qt's software renderer, {drawn}."
    if brief:
        said = f"{layout.laid_out:,} screens were laid out, as most visitors see them."
    if layout.left:
        said += f" It was stopped: {layout.left} of {len(chosen)} combinations are left."
    found = problems(layout, exhibit, folder, write_pictures(layout, out))
    return said, found, not layout.left


def merged(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """Each flaw once, where it comes first."""
    found: dict[tuple[str, str], Sighting] = {}
    for sighting in sightings:
        first = found.get(sighting.key)
        found[sighting.key] = (
            replace(first, times=first.times + sighting.times) if first else sighting
        )
    return tuple(found.values())


def write_pictures(layout: Layout, out: Path) -> list[Path]:
    """A picture of each flaw below `out`, in their order; the folder is made if there is any.

    Those of the time before are taken away.
    """
    for old in out.glob("[0-9][0-9][0-9]-*.png"):
        old.unlink()
    paths = []
    for number, sighting in enumerate(layout.sightings, 1):
        out.mkdir(parents=True, exist_ok=True)
        kind = re.sub(r"\W+", "-", sighting.flaw.kind)
        paths.append(out / f"{number:03}-{kind}-{sighting.screen}.png")
        if sighting.picture:
            paths[-1].write_bytes(sighting.picture)
    return paths


def problems(
    layout: Layout, exhibit: Exhibit, folder: Path, pictures: Sequence[Path]
) -> list[Problem]:
    """Flaws as problems of the content, at the entry that is shown where they are seen.

    Of those that no content can mend one of a kind is told, as ours.
    """
    written, found = _written(exhibit), []
    kinds = Counter(sighting.flaw.kind for sighting in layout.sightings)
    told: set[str] = set()
    for sighting, picture in zip(layout.sightings, pictures, strict=True):
        flaw, ours = sighting.flaw, sighting.flaw.kind in OURS
        if ours and flaw.kind in told:
            continue
        told.add(flaw.kind)
        steps = sighting.entry if ours else written.get(flaw.words, sighting.entry)
        seen = f"on {sighting.times} of {layout.laid_out:,} screens" if sighting.times > 1 else ""
        more = kinds[flaw.kind] - 1
        like = f"{more} more of the kind" if ours and more else ""
        whose = "this is our fault, not the content's" if ours else ""
        message = f"on {sighting.screen} ({sighting.combination}) {flaw.message}"
        drawn = str(picture) if sighting.picture else ""
        hint = "; ".join(filter(None, (flaw.hint, whose, like, seen, drawn)))
        found.append(Finding(steps, message, hint))
    return located(folder, found)


def _written(exhibit: Exhibit) -> dict[str, Steps]:
    """The place where each text of the content is written; of equal ones, the first."""
    found: dict[str, Steps] = {}
    for name, part in parts_of(exhibit).items():
        for steps, value in within((name,), part):
            if isinstance(value, Words):
                for code, text in value.root.items():
                    found.setdefault(text, (*steps, code) if code else steps)
    return found


def progress_of(chosen: Sequence[Combination], found: Mapping[int, Sequence[Sighting]]) -> str:
    """The number of combinations that are over, and what was found in each, a line a finding.

    What was `found` comes by the place of its combination.
    """
    lines = [f"{len(found)} of {len(chosen)} combinations"]
    for place in sorted(found):
        lines.append(f"{chosen[place]}: {len(found[place]) or 'nothing'} found")
        lines += (f"  {one.screen}: {one.flaw.kind}: {one.flaw.message}" for one in found[place])
    return "\n".join(lines) + "\n"
