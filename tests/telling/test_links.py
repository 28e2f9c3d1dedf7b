from typing import Any

import pytest

from kiosk.exhibit.reading.markdown import marked
from kiosk.exhibit.ref import NoRef, Ref
from kiosk.telling.links import Linker
from tests.exhibit.made import exhibit


def person(id_: str, en: str, zh: str) -> dict[str, Any]:
    return {
        "id": id_,
        "name": {"en": en, "zh": zh},
        "role": {"en": "r", "zh": "r"},
        "about": {"en": "a", "zh": "a"},
    }


PEOPLE = [
    person("ann", "Ann Lee", "李安"),
    person("lee", "Lee", "李"),
    person("army", "Army", "军团"),
    person("yan", "Yan'an", "延安"),
]


def linked(text: str, language: str = "en", opened: Ref | NoRef = "") -> str:
    return Linker(exhibit(people=PEOPLE), language).link(text, opened)


def together(name: str) -> str:
    return "\u2060".join(name)


def link(ref: str, text: str) -> str:
    return f'<a href="people/{ref}">{text}</a>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee came.", f"{link('ann', 'Ann Lee')} came."),
        ("Lee saw Lee.", f"{link('lee', 'Lee')} saw Lee."),
        ("Leeward, fleet, ARMY.", f"Leeward, fleet, {link('army', 'ARMY')}."),
        ("1 < 2 & Lee's", f"1 &lt; 2 &amp; {link('lee', 'Lee')}'s"),
        ("Yan'an or Yan’an", link("yan", "Yan'an") + " or Yan’an"),
        ("Yan’an or Yan'an", link("yan", "Yan’an") + " or Yan'an"),
        ("one\ntwo", "one<br>two"),
    ],
)
def test_the_first_mention_of_a_name_is_a_link(text: str, expected: str) -> None:
    assert linked(text) == expected


def test_chinese_names_are_found_without_gaps_but_not_single_characters() -> None:
    assert linked("见李安与李。", "zh") == f"见\u2060{link('ann', together('李安'))}与\u2060李。"


def test_two_links_that_touch_stand_a_hair_apart() -> None:
    found = linked("李安军团，李安", "zh")
    first, second = link("ann", together("李安")), link("army", together("军团"))
    assert found == f"{first}\u200a{second}，{together('李安')}"


def test_a_line_may_end_within_a_long_name_alone() -> None:
    linker = Linker(
        exhibit(people=[person("a", "A", "马头镇"), person("b", "B", "马头镇车站")]), "zh"
    )
    assert linker.link("马头镇") == link("a", together("马头镇"))
    assert linker.link("马头镇车站") == link("b", "马\u2060头镇车\u2060站")


def test_no_line_of_a_plain_text_ends_within_a_short_name() -> None:
    linker = Linker(
        exhibit(people=[person("a", "A", "辛庄"), person("b", "B", "马头镇车站")]), "zh"
    )
    assert (
        linker.together("<守>辛庄，马头镇车站") == f"<守>{together('辛庄')}，马\u2060头镇车\u2060站"
    )
    assert linker.together("长的无名") == together("长的无名")


def test_the_open_card_does_not_link_to_itself() -> None:
    assert (
        linked("Ann Lee and Lee", opened=Ref("people/ann")) == f"Ann Lee and {link('lee', 'Lee')}"
    )


def test_what_a_text_names_is_known() -> None:
    linker = Linker(exhibit(people=PEOPLE), "en")
    assert linker.mentioned("Lee, Ann Lee and the sea") == {"people/lee", "people/ann"}


def test_an_exhibit_without_names_links_nothing() -> None:
    assert Linker(exhibit(), "en").link("Nothing to find.") == "Nothing to find."


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Izmir", "İzmir (Izmir)", "İzmir ({})"),
        ("İzmir", "İzmir (Izmir)", "{} (Izmir)"),
        ("Weißenburg", "In WEISSENBURG fiel", "In {} fiel"),
        ("Weissenburg", "Weißenburg fiel", "{} fiel"),
        ("Σάμος", "ΣΆΜΟΣ, Σάμος", "{}, Σάμος"),
        ("Kelvin", "\u212aelvin", "{}"),
        ("ſaal", "Saal", "{}"),
        ("ﬁnn", "Finn", "{}"),
        ("s", "ß", "ß"),
        ("so", "ßo", "ßo"),
    ],
)
def test_equal_letters_are_equal_wherever_they_stand(name: str, text: str, expected: str) -> None:
    linker = Linker(exhibit(people=[person("one", name, name)]), "en")
    before, _, after = expected.partition("{}")
    found = text[len(before) : len(text) - len(after)] if "{}" in expected else ""
    assert linker.link(text) == expected.format(link("one", found))
    assert linker.mentioned(text) == ({"people/one"} if found else set())


MARKED = [
    ("*a*", "<i>a</i>"),
    ("**甲**", "<b>甲</b>"),
    ("*甲*", "<b>甲</b>"),
    ("*a **b***", "<i>a <b>b</b></i>"),
    ("**Lee**", f"<b>{link('lee', 'Lee')}</b>"),
    ("**A Lee**.", f"<b>A {link('lee', 'Lee')}</b>."),
    ("Ann **Lee**", "Ann <b>Lee</b>"),
    ("[Lee's men](people/army)", '<a href="people/army">Lee\'s men</a>'),
    ("*[it](https://e.org/x)*", '<i><a href="sources/s">it</a></i>'),
    ("So.[^s] Then & on", 'So.<a href="sources/s">[1]</a> Then &amp; on'),
    ("- *a*\n- b", "• <i>a</i><br>• b"),
    ("[it](https://e.org/none)", "it"),
]


@pytest.mark.parametrize(("written", "expected"), MARKED)
def test_what_is_marked_looks_so(written: str, expected: str) -> None:
    sources = [{"id": "s", "title": {"en": "T", "zh": "T"}, "where": {"en": "At https://e.org/x."}}]
    sources[0]["where"]["zh"] = "https://e.org/x"  # type: ignore[index]
    linker = Linker(exhibit(people=PEOPLE, sources=sources), "en")
    assert linker.link(marked(written)) == expected


def test_outside_an_address_leads_to_itself() -> None:
    linker = Linker(exhibit(people=PEOPLE), "en")
    text = marked("[it](https://e.org/?a=1&b)")
    assert linker.link(text, outside=True) == '<a href="https://e.org/?a=1&amp;b">it</a>'


def test_a_text_is_set_in_pieces_of_one_look() -> None:
    sources = [{"id": "s", "title": "T", "where": "https://e.org"}]
    linker = Linker(exhibit(people=PEOPLE, sources=sources), "en")
    text = marked("a *b*[^s] [**c**](https://e.org)[^none]")
    assert [tuple(one) for one in linker.pieces(text)] == [
        ("a ", False, "", False),
        ("b", True, "", False),
        ("1", False, "sources/s", True),
        (" ", False, "", False),
        ("c", True, "sources/s", False),
    ]
    assert [tuple(one) for one in linker.pieces("plain")] == [("plain", False, "", False)]
