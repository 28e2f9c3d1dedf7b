"""Pages, filled from the top with blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from kiosk.publish.paper.columns import Columns
from kiosk.publish.paper.flow import Block, Stood, Stretch, depth, filled
from kiosk.publish.paper.pdf.binding import Spot

FINE = 4.0
"""The px by which what stretches may end before its page does."""

FULL = 2 / 3
"""A page that is filled so far down is full."""

BEGUN = 0.33
"""A page that is filled no farther down goes on with what follows."""

TRIED = 24
"""The heights that are tried of what stretches where the largest leaves a page less than full."""


@dataclass
class Pages:
    """Pages of one size of type area, in px, filled from the top."""

    left: float
    top: float
    width: float
    height: float
    pages: list[list[Stood]] = field(default_factory=list)
    _down: float = 0.0

    def begin(self, taken: float = 0.0) -> None:
        """Begins a page, unless the last is still empty, or not more than `taken` of it is full."""
        if not self.pages or self._down > taken * self.height:
            self.pages.append([])
            self._down = 0.0

    def add(self, blocks: Sequence[Block]) -> None:
        """Lets blocks flow on from where the last ended."""
        rest = list(blocks)
        if not self.pages:
            self.begin()
        while rest:
            first = not self.pages[-1]
            taken, rest = filled(rest, self.width, self.height - self._down, first=first)
            self._down += self._stood(taken)
            if rest:
                rest = self._passed(rest)
                self.pages.append([])
                self._down = 0.0

    def _passed(self, rest: Sequence[Block]) -> list[Block]:
        """The blocks that are left, the first of them a picture, when what may pass it stands."""
        if not rest[0].floats:
            return [*rest]
        end = next((i for i, block in enumerate(rest, 1) if not block.clings), len(rest))
        picture, after = rest[:end], rest[end:]
        passing = [*takewhile(lambda block: not (block.floats or block.heads), after)]
        room = self.height - self._down
        taken, left = filled(passing, self.width, room, first=False)
        while taken and taken[-1][0].clings:
            left.insert(0, taken.pop()[0])
        self._down += self._stood(taken)
        if self._down < FULL * self.height:
            picture = self._reduced(picture)
        return [*picture, *left, *after[len(passing) :]]

    def _reduced(self, picture: Sequence[Block]) -> list[Block]:
        """Nothing of a picture that stands on the page as it may be smaller; all, if it may not."""
        first, *words = picture
        high = sum(block.gap + block.height(self.width) for block in words)
        small = first.reduced(self.width, self.height - self._down - first.gap - high)
        if small is None:
            return [*picture]
        room = self.height - self._down
        taken, rest = filled([small, *words], self.width, room, first=False)
        self._down += self._stood(taken)
        return rest

    def _stood(self, taken: Sequence[tuple[Block, float]]) -> float:
        """The depth to which some blocks reach that stand from here on."""
        for block, down in taken:
            self._stand(block, self._down + down)
        return depth(taken, self.width)

    def add_stretched(self, blocks: Sequence[Block]) -> None:
        """Blocks of which one stretches, so that the pages are as full as can be.

        They begin below what stands if all up to the one that stretches has room there.
        """
        stretch = next(block for block in blocks if isinstance(block, Stretch))
        stretch.taken = stretch.least
        if not self.rehearsed(blocks).begins_with(stretch):
            self.begin()
        least = len(self.rehearsed(blocks).pages)

        def emptiest(taken: float) -> float:
            """The fullness of the emptiest page with a height of what stretches; 0 without room."""
            stretch.taken = taken
            trial = self.rehearsed(blocks)
            alone = len(trial.pages) > 1 and trial.pages[0][-1].block.clings
            if alone or not trial.begins_with(stretch) or len(trial.pages) > least:
                return 0.0
            *before, last = trial.fullness
            return min([*before, last if last > BEGUN else 1.0])

        low, high = stretch.least, stretch.most
        while high - low > FINE:
            middle = (low + high) / 2
            low, high = (middle, high) if emptiest(middle) else (low, middle)
        if emptiest(low) < FULL:
            step = (stretch.most - stretch.least) / TRIED
            tried = (stretch.least + step * number for number in range(TRIED + 1))
            low = max([low, *tried], key=lambda taken: (emptiest(taken), taken))
        stretch.taken = low
        self.add(blocks)

    def add_fullest(self, settings: Iterable[Sequence[Block]]) -> None:
        """Of some settings the first that fills its last page, or else fills it farthest."""
        fullest = 0.0
        best: Sequence[Block] = ()
        for blocks in settings:
            last = self.rehearsed(blocks).fullness[-1]
            if last > fullest:
                fullest, best = last, blocks
            if last >= FULL:
                break
        self.add(best)

    def begins_with(self, block: Block) -> bool:
        """True if a block stands on the first page."""
        return any(stood.block is block for stood in self.pages[0])

    def rehearsed(self, blocks: Sequence[Block]) -> Pages:
        """The pages from the last of these on, as they would be with some more blocks."""
        last = self.pages[-1:] or [[]]
        pages = Pages(self.left, self.top, self.width, self.height, [list(last[0])], self._down)
        pages.add(blocks)
        return pages

    def _stand(self, block: Block, down: float) -> None:
        self.pages[-1].append(Stood(block, self.left, self.top + down, self.width))

    def number_of(self, anchor: str) -> int:
        """The number of the page on which the block with this anchor stands."""
        return self.spots()[anchor].page + 1

    @property
    def fullness(self) -> list[float]:
        """The share of each page's height down to which it is filled."""
        bottoms = (
            max((stood.y + stood.block.height(stood.width) for stood in page), default=self.top)
            for page in self.pages
        )
        return [(bottom - self.top) / self.height for bottom in bottoms]

    def spots(self) -> dict[str, Spot]:
        """The place where each block that has an anchor begins."""
        return {
            anchor: Spot(number, down)
            for number, page in enumerate(self.pages)
            for stood in page
            for anchor, down in _anchors(stood)
        }


def _anchors(stood: Stood) -> Iterator[tuple[str, float]]:
    if stood.block.anchor:
        yield stood.block.anchor, stood.y
    if isinstance(stood.block, Columns):
        for inner in stood.block.stood(stood.x, stood.y, stood.width):
            yield from _anchors(inner)
