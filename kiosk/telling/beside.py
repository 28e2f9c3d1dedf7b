"""A day in another calendar than the exhibit's, as a language that counts by it says it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCalendar, QDate, QLocale

from kiosk.exhibit.calendars import USUAL, Reckoning
from kiosk.exhibit.model import OtherCalendar
from kiosk.exhibit.writing import is_wide

JULIAN_UNTIL = (1582, 10, 15)
"""The first day of today's calendar; the library of the Chinese one counts by Caesar's before."""

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
PINYIN = (
    *("jiǎ", "yǐ", "bǐng", "dīng", "wù", "jǐ", "gēng", "xīn", "rén", "guǐ"),
    *("zǐ", "chǒu", "yín", "mǎo", "chén", "sì", "wǔ", "wèi", "shēn", "yǒu", "xū", "hài"),
)
"""The ten stems and twelve branches by which years are counted, 1984 the first of sixty."""

FIRST_OF_SIXTY = 1984
MONTHS = "正二三四五六七八九十冬腊"
DIGITS = "一二三四五六七八九十"
LEAP = "闰"

_OF_QT = {
    OtherCalendar.HIJRI: QCalendar.System.IslamicCivil,
    OtherCalendar.PERSIAN: QCalendar.System.Jalali,
}


def parts_of(
    moment: dt.datetime, calendar: OtherCalendar, locale: QLocale
) -> tuple[str, str, str] | None:
    """Day, month and year of a moment's day in a calendar; None before that begins."""
    system = _OF_QT.get(calendar)
    if system is None:
        return _chinese(moment, written=is_wide(locale.nativeLanguageName()))
    qt, day = QCalendar(system), USUAL.date(moment)
    parts = qt.partsFromDate(QDate(*day))
    if day[0] < 1 or parts.year < 1:
        return None
    month = qt.monthName(locale, parts.month, parts.year)
    ungrouped = QLocale(locale)
    ungrouped.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return ungrouped.toString(parts.day), month, ungrouped.toString(parts.year)


def _chinese(moment: dt.datetime, *, written: bool) -> tuple[str, str, str] | None:
    """Day, month and year of the Chinese calendar, in its script if it is `written`."""
    try:
        import sxtwl
    except ImportError:
        return None
    day = USUAL.date(moment)
    if day < JULIAN_UNTIL:
        day = Reckoning(julian=True).date(moment)
    found = sxtwl.fromSolar(*day)
    month, number, leap = found.getLunarMonth(), found.getLunarDay(), found.isLunarLeap()
    years = found.getLunarYear() - FIRST_OF_SIXTY
    stem, branch = years % len(STEMS), years % len(BRANCHES)
    if not written:
        year = PINYIN[stem] + PINYIN[len(STEMS) + branch]
        return str(number), f"{month}+" if leap else str(month), year
    return (
        _numbered(number),
        f"{LEAP * leap}{MONTHS[month - 1]}月",
        STEMS[stem] + BRANCHES[branch],
    )


def _numbered(day: int) -> str:
    """The day of a month as the Chinese calendar writes it: 初九, 十九, 廿九."""
    tens, ones = divmod(day - 1, 10)
    if ones == 9:
        return ("初十", "二十", "三十")[tens]
    return "初十廿"[tens] + DIGITS[ones]
