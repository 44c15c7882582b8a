"""Dates and times as officers write them, one cell at a time."""

import pytest

from data.sources.incidents.moments import BAD, BAD_DAY, NO_DAY, UNKNOWN, Day, day_of, minute_of_day

MARCH_14 = 20_161  # 2025-03-14, days since 1970
APRIL_3, MARCH_4 = 20_181, 20_151


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("2025-03-14", Day(MARCH_14, MARCH_14)), ("20250314", Day(MARCH_14, MARCH_14))),
        *(("14/03/2025", Day(MARCH_14, BAD_DAY)), ("14/03/25", Day(MARCH_14, BAD_DAY))),
        *(("14.3.2025", Day(MARCH_14, BAD_DAY)), ("03/14/2025", Day(BAD_DAY, MARCH_14))),
        *(("03/04/2025", Day(APRIL_3, MARCH_4)), ("14 March 2025", Day(MARCH_14, MARCH_14))),
        *(("14-Mar-25", Day(MARCH_14, MARCH_14)), ("14th Mar 2025", Day(MARCH_14, MARCH_14))),
        *(("Friday 14 March 2025", Day(MARCH_14, MARCH_14)), ("Fri, 14/03/2025", Day(MARCH_14, BAD_DAY))),
        *(("", Day(NO_DAY, NO_DAY)), ("Unknown", Day(NO_DAY, NO_DAY)), ("n/k", Day(NO_DAY, NO_DAY))),
        *(("31/02/2025", Day(BAD_DAY, BAD_DAY)), ("14/03", Day(BAD_DAY, BAD_DAY))),
        *(
            ("45730", Day(BAD_DAY, BAD_DAY)),
            ("14 Foo 2025", Day(BAD_DAY, BAD_DAY)),
            ("1066-10-14", Day(BAD_DAY, BAD_DAY)),
        ),
    ],
)
def test_days(text: str, day: Day) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        *(("22:30", 1350), ("22:30:00", 1350), ("2230", 1350), ("22.30", 1350), ("0:05", 5), ("00:00", 0)),
        *(("10:30 PM", 1350), ("10:30pm", 1350), ("12:15 am", 15), ("12:15 p.m.", 735), ("24:00", 1440)),
        *(("24:00:00", 1440), ("24:01", BAD), ("25:00", BAD), ("12:60", BAD), ("13:00 pm", BAD), ("0:30 am", BAD)),
        *(("", UNKNOWN), ("unknown", UNKNOWN), ("Not known", UNKNOWN), ("-", UNKNOWN)),
        *(("evening", BAD), ("9", BAD), ("22:30Z", BAD), ("22:30+01:00", BAD)),
    ],
)
def test_times(text: str, minute: int) -> None:
    assert minute_of_day(text) == minute
