"""Texts as they are spoken, by the languages of the exhibit that comes with the kiosk."""

from __future__ import annotations

import pytest

from kiosk.machine import folders
from kiosk.speech.breaths import Breath, Speller, clauses, cleaned, sentences_of
from kiosk.telling.words import Phrases

EN, ZH = (Phrases(folders.resources() / "words", code) for code in ("en", "zh"))


def breaths(phrases: Phrases, text: str) -> list[tuple[str, str]]:
    speller = Speller(phrases, (EN, ZH))
    return [(one.language, one.text) for each in speller.sentences(text) for one in each.breaths]


@pytest.mark.parametrize(
    ("phrases", "written", "said"),
    [
        (EN, "an\u2060 <b>army</b>", "an army"),
        (EN, "41% of it, 5 km on", "41 per cent of it, 5 kilometres on"),
        (EN, "14–17 October", "14 to 17 October"),
        (EN, "attacking · at Cuiqu", "attacking, at Cuiqu"),
        (EN, "Home › Phases", "Home, Phases"),
        (EN, "24 Oct, 18:00", "24 October, 6 pm"),
        (EN, "6:05, 12:00 and 00:10, 1:50,000", "6:05 am, noon and 12:10 am, 1:50,000"),
        (EN, "to Beiping (1), volume IV", "to Beiping (proof 1), volume 4"),
        (EN, "31 Oct–2 Nov", "31 October to 2 November"),
        (EN, "West, 1 km: a mill, 21 km", "West, 1 kilometre: a mill, 21 kilometres"),
        (EN, "Li — commander, in Beiping\nMa", "Li, commander, in Beiping; Ma"),
        (EN, "Li — commander, in Beiping · Ma — deputy", "Li, commander, in Beiping; Ma, deputy"),
        (EN, "They met nobody. — A text", "They met nobody. A text"),
        (EN, "106th Div., 1st Col.", "106th Division, 1st Column"),
        (ZH, "未遇八路军。——一篇短文", "未遇八路军。 一篇短文"),
        (EN, "one.\ntwo", "one. two"),
        (EN, "On it  \nPhases  A, B\nForces  C", "On it: Phases: A, B; Forces: C"),
        (EN, "Who says so  The umpires", "Who says so: The umpires"),
        (EN, "Is it?  Yes:  no", "Is it? Yes: no"),
        (ZH, "41%，5\u2060公里", "百分之41，5公里"),
        (ZH, "1945年10月28日—30日", "1945年10月28日至30日"),
        (ZH, "进攻 · 在崔曲", "进攻，在崔曲"),
        (ZH, "孙连仲——司令长官", "孙连仲，司令长官"),
        (ZH, "10月31日—11月2日", "10月31日至11月2日"),
        (ZH, "10月24日 18:05，100%（1）", "10月24日，18时5分，百分之百（依据1）"),
        (ZH, "启示 1/8", "启示第1项，共8项"),
        (ZH, "第3/3页", "第3页，共3页"),
        (ZH, "1893/4年", "1893/4年"),
    ],
)
def test_a_text_is_cleaned_for_the_ear(phrases: Phrases, written: str, said: str) -> None:
    assert cleaned(written, phrases) == said


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three", ["One.", "Two?", "Three"]),
        ("Order No. 8 of Liu. Then", ["Order No. 8 of Liu.", "Then"]),
        ("第一句。第二句！第三", ["第一句。", "第二句！", "第三"]),
        ("他说：“来。”走了。", ["他说：“来。”走了。"]),
        ("40,000 to 60,000. 3.5 km", ["40,000 to 60,000.", "3.5 km"]),
        (" · … ", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences


def test_a_clause_is_never_cut_inside_a_number() -> None:
    said = "40th Army: surrounded, 5 km south of Matou (inferred), 40,000 men"
    assert [one.text for one in clauses(Breath("en", said))] == [
        *("40th Army:", "surrounded,", "5 km south of Matou", "inferred", "40,000 men")
    ]
    told = clauses(Breath("zh", "第40军：被围，在马头镇以南5公里"))
    assert [one.text for one in told] == ["第40军：", "被围，", "在马头镇以南5公里"]


def test_each_language_is_said_by_its_own_narrator() -> None:
    assert breaths(EN, "The course of the battle 战役进程 in brief. Next.") == [
        ("en", "The course of the battle"),
        ("zh", "战役进程"),
        ("en", "in brief."),
        ("en", "Next."),
    ]
    assert breaths(ZH, "Between Two Rivers · 邯郸战役") == [
        ("en", "Between Two Rivers，"),
        ("zh", "邯郸战役"),
    ]
    assert breaths(ZH, "English") == [("en", "English")]
    assert breaths(ZH, "邯郸（Handan）战役。") == [
        *(("zh", "邯郸"), ("en", "Handan"), ("zh", "战役。")),
    ]


def test_what_sounds_alike_has_one_key() -> None:
    assert Breath("en", "Surrounded,").key == Breath("en", "surrounded").key
    assert Breath("en", "Here?").key != Breath("en", "Here").key
