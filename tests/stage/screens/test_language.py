"""Every screen speaks each language of the exhibit."""

from __future__ import annotations

from kiosk.exhibit.model import Exhibit
from tests.meeting import SMALL, Meet
from tests.window import SCREENS, Visitor


def change_language(visitor: Visitor) -> None:
    visitor.touch(str(visitor.stage.nextLanguageName))
    visitor.settle()


def read_aloud(visitor: Visitor) -> tuple[str, list[str]]:
    return str(visitor.stage.page.title), sorted(visitor.texts())


def test_the_button_changes_title_and_words_and_the_next_touch_changes_them_back(
    visitor: Visitor, exhibit: Exhibit
) -> None:
    codes = exhibit.exhibit.languages
    for screen in SCREENS:
        visitor.open(screen)
        heard = []
        for code in codes:
            assert visitor.stage.preferences.language == code
            heard.append(read_aloud(visitor))
            change_language(visitor)
        assert visitor.stage.preferences.language == codes[0]
        assert read_aloud(visitor) == heard[0], screen
        titles = [title for title, _ in heard]
        assert len(set(titles)) == len(codes), screen
        first, second, *_ = (set(words) for _, words in heard)
        # What stays: the second names and figures; what a reader came for changes.
        assert len(second - first) > len(first) / 3, screen


def test_the_next_visitor_meets_the_first_language(visitor: Visitor, exhibit: Exhibit) -> None:
    first = exhibit.exhibit.languages[0]
    for screen in SCREENS:
        visitor.stand_still()
        visitor.open(screen)
        before = str(visitor.stage.nextLanguageName)
        change_language(visitor)
        visitor.leave()
        assert visitor.stage.preferences.language == first
        assert visitor.stage.show.line == exhibit.attract[0].line.in_(first)
        visitor.wake()
        assert visitor.stage.page.title == exhibit.exhibit.title.in_(first)
        assert visitor.has_button(before), screen


def test_one_language_shows_no_language_button(meet: Meet) -> None:
    visitor = meet(SMALL)
    visitor.stand_still()
    visitor.wake()
    for screen in SCREENS:
        visitor.open(screen)
        assert not visitor.has_button(str(visitor.stage.nextLanguageName))
        assert str(visitor.stage.nextLanguageName) not in visitor.texts()
