"""A page as a strict reader sees it: every element closed in its turn, or it is no page."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"meta", "link", "img", "track", "br", "hr", "input"})


@dataclass
class Tag:
    """An element: its name, its attributes, the language it is in, and the words in it."""

    name: str
    attributes: dict[str, str]
    lang: str
    words: str = ""
    inside: list[Tag] = field(default_factory=list)


class Page(HTMLParser):
    """A page read from a file; AssertionError where it is not well formed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.tags: list[Tag] = []
        self._open: list[Tag] = []
        self.feed(path.read_text("utf-8"))
        self.close()
        assert not self._open, f"{path.name}: {self._open[-1].name} is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{self.path.name}: {self.get_starttag_text()}"
        attributes = {name: value or "" for name, value in attrs}
        lang = attributes.get("lang", self._open[-1].lang if self._open else "")
        made = Tag(tag, attributes, lang)
        if self._open:
            self._open[-1].inside.append(made)
        self.tags.append(made)
        if tag not in VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        innermost = self._open.pop().name if self._open else ""
        assert innermost == tag, f"{self.path.name}: </{tag}> closes {innermost}"

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            tag.words += data

    def all(self, name: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name == name]

    @property
    def ids(self) -> list[str]:
        return [tag.attributes["id"] for tag in self.tags if "id" in tag.attributes]

    @property
    def words(self) -> str:
        """All words, one blank between them."""
        return " ".join(self.tags[0].words.split())
