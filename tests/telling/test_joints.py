"""Where a line of a text written by character may end; `|` stands for each such place."""

from __future__ import annotations

import itertools

import pytest

from kiosk.exhibit.writing import WORD_JOINER, is_wide
from kiosk.telling.joints import joined, joints


def ends(text: str) -> str:
    """`text` with a bar between two letters of which one is written by character, if it may end."""
    told = joined(text, joints(text))
    parts = [told[0]]
    for before, after in itertools.pairwise(told):
        free = WORD_JOINER not in (before, after) and (is_wide(before) or is_wide(after))
        parts.append(f"|{after}" if free and before.isalnum() and after.isalnum() else after)
    return "".join(parts).replace(WORD_JOINER, "")


@pytest.mark.parametrize(
    "told",
    [
        # a numeral and its measure word
        "前后|三个|军|渡|过|漳河",
        "同一次|行|军|有|两种|叫法",
        "第3个|师|于|24日|到达",
        "率1.3万人，伤亡|4000余人",
        "参战|兵|力|共|约2万余人",
        "部队|约100余名，一百余人",
        # a phrase of four characters between two marks
        "12支|部队：1支行军，5支防御",
        "大陆辞书（同出一源）等",
        # no character alone beside a mark
        "但它们|同出|一源，不能|算|两份|证据",
        # what leans on its neighbour
        "士兵们的|棉|衣|并|不是|新的",
        # days and names of bodies
        "1945年|10月|31日|夜间，第7团|突入",
    ],
)
def test_lines_end_where_nothing_belongs_together(told: str) -> None:
    assert ends(told.replace("|", "")) == told


@pytest.mark.parametrize(
    ("told", "kept"),
    [("推进到高庄—南泊子一线", "庄"), ("10月24日～30日间的战斗", "日"), ("战斗——此说仅见于此", "")],
)
def test_no_line_begins_with_the_dash_of_a_stretch(told: str, kept: str) -> None:
    found = joined(told, joints(told))
    dash = next(at for at, letter in enumerate(found) if letter in "—～")
    assert (found[dash - 1] == WORD_JOINER and found[dash - 2] == kept) == bool(kept)


def test_a_text_in_words_has_no_joints() -> None:
    assert joints("On 24 October 3,000 came.") == set()
