"""Dates as hands write them, and what was probably meant."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reading.dates import amiss


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("15/06/1931", "did you mean 1931-06-15?"),
        ("15.6.1931", "did you mean 1931-06-15?"),
        ("15 June 1931", "did you mean 1931-06-15?"),
        ("15th of June, 1931", "did you mean 1931-06-15?"),
        ("June 1931", "did you mean 1931-06?"),
        ("31 June 1931", "did you mean 1931-06-30 or 1931-07-01?"),
        ("1900-02-29", "did you mean 1900-02-28 or 1900-03-01?"),
        ("1931-12-31 24:00", "did you mean 1932-01-01 00:00?"),
        ("1931-15-06", "did you mean 1931-06-15?"),
        ("1808-5", "did you mean 1808-05?"),
        ("5/1808", "did you mean 1808-05?"),
        ("632-10-05", "did you mean 0632-10-05?"),
        ("1 October 331 B.C.", "did you mean -0330-10-01?"),
        ("公元前331年10月1日", "did you mean -0330-10-01?"),
        ("-330-10-01", "did you mean -0330-10-01?"),
        ("31 June 331 BC", "did you mean -0330-06-30 or -0330-07-01?"),
        ("c. 1808", "write 1808~"),
        ("circa 331 BC", "write -0330~"),
        ("约1808年5月", "write 1808-05~"),
        ("1808 (?)", "write 1808?"),
        ("before 2 May 1808", "write ../1808-05-02"),
        ("1808年以前", "write ../1808"),
        ("after 1808", "write 1808/.."),
        ("between May 1808 and July 1808", "write 1808-05/1808-07"),
        ("1808 or 1809", "write 1808/1809"),
        ("spring of 1808", "did you mean 1808-21?"),
        ("Winter 1808/09", "did you mean 1808-24?"),
        ("1808年秋", "did you mean 1808-23?"),
        ("1808-25", "did you mean 1808-21?"),
        ("1808-33", "did you mean 1808-01/1808-03?"),
        ("1808-Q4", "did you mean 1808-10/1808-12?"),
        ("the 1790s", "did you mean 179X?"),
        ("1790年代", "did you mean 179X?"),
        ("180x", "did you mean 180X?"),
        ("19th century", "did you mean 18XX?"),
        ("19世纪", "did you mean 18XX?"),
        ("1808-00-00", "did you mean 1808?"),
        ("1808-05-00", "did you mean 1808-05?"),
        ("1808-??", "did you mean 1808?"),
        ("1808-1X", "did you mean 1808-10/1808-12?"),
        (
            "1X08",
            "X stands for the last digits of a year, 180X or 18XX, or for all of a month or day",
        ),
        ("1808-05/1808-04", "did you mean 1808-04/1808-05?"),
        ("1931-06-15 12:30 am", "did you mean 1931-06-15 00:30?"),
        ("1931-06-45", "such as 1815-06-18 11:30"),
        ("1931-13-13", "such as 1815-06-18 11:30"),
        ("0000-01-01", "where `starts` of the exhibit is before Christ, others may be"),
        ("9999-12-31 24:00", "such as 1815-06-18 11:30"),
        ("15/06/31", "such as 1815-06-18 11:30"),
    ],
)
def test_the_moment_that_was_probably_meant(text: str, hint: str) -> None:
    assert amiss(text)[1] == hint
