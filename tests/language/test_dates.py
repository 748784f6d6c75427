"""What a letter means by its days and hours; it is always written on Monday, 23 November 2026, at ten, in Tel Aviv."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kashuv.language import dates
from kashuv.language.dates.hebrew_calendar import NISAN, TISHREI, civil

ZONE = ZoneInfo("Asia/Jerusalem")
WRITTEN = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)


def _starts(text: str) -> list[str]:
    return [f"{moment.start:%Y-%m-%d %H:%M}" for moment in dates.find(text, WRITTEN) if moment.start]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("נדבר מחר", "2026-11-24 00:00"),
        ("נפגשים ביום שלישי ב-10:30", "2026-11-24 10:30"),
        ("הישיבה עברה ליום רביעי הבא", "2026-12-02 00:00"),
        ("ביום ב' ה-15.3 נחתום", "2027-03-15 00:00"),
        ("מחרתיים בארבע וחצי אחרי הצהריים", "2026-11-25 16:30"),
        ("בעוד שבועיים נחליט", "2026-12-07 00:00"),
        ("לפני יומיים ביקשתי", "2026-11-21 00:00"),
        ("עשרים ושניים במרץ", "2027-03-22 00:00"),
        ('כ"ה בכסלו תשפ"ז', "2026-12-05 00:00"),
        ("ערב פסח", "2027-04-21 00:00"),
        ("בשבוע הבא", "2026-11-29 00:00"),
        ("הערב ב-8", "2026-11-23 20:00"),
        ("ברביעי בשמונה בערב", "2026-11-25 20:00"),
        ("see you tomorrow at 3pm", "2026-11-24 15:00"),
        ("the launch is on 19 March 2027", "2027-03-19 00:00"),
        ("first Tuesday of January", "2027-01-05 00:00"),
        ("next Wednesday works", "2026-12-02 00:00"),
        ("let's talk in two weeks", "2026-12-07 00:00"),
        ("first thing Thursday", "2026-11-26 08:00"),
        ("Thursday, 5/12", "2026-12-05 00:00"),
        ("Saturday 5/12", "2026-12-05 00:00"),
        ("2026-12-01T09:15", "2026-12-01 09:15"),
        ("after the holidays", "2027-10-24 00:00"),
        ("we signed on the tenth of June nineteen eighty four", "1984-06-10 00:00"),
        ("he was born on 3 May two thousand and five", "2005-05-03 00:00"),
        ("built in the 1990s", "1990-01-01 00:00"),
        ("early tomorrow morning", "2026-11-24 00:00"),
        ("call me late this evening", "2026-11-23 20:00"),
        ("we launch in the second half of next year", "2027-07-01 00:00"),
        ("rent is due on the 1st of the month", "2026-12-01 00:00"),
        ("first working day of next month", "2026-12-01 00:00"),
        ("last day of the year", "2026-12-31 00:00"),
        ("the second week of January", "2027-01-10 00:00"),
        ("two weeks from Tuesday", "2026-12-08 00:00"),
        ("two days before Friday", "2026-11-25 00:00"),
        ("two and a half hours from now", "2026-11-23 12:30"),
        ("I am away for the month", "2026-11-01 00:00"),
        ("we wait since August", "2026-08-01 00:00"),
        ("since Monday nothing happened", "2026-11-16 00:00"),
        ("מאז אוגוסט לא קיבלנו דבר", "2026-08-01 00:00"),
        ("the office is open Tue-Thu", "2026-11-24 00:00"),
        ("June through August we are closed", "2027-06-01 00:00"),
        ("January of next year", "2027-01-01 00:00"),
        ("let us meet at five o'clock", "2026-11-23 17:00"),
        ("five o'clock sharp", "2026-11-23 17:00"),
        ("Wed. afternoon", "2026-11-25 12:00"),
        ("the gates open at 1700 hours", "2026-11-23 17:00"),
        ("we met in the week before last", "2026-11-08 00:00"),
        ("the Monday after Christmas", "2026-12-28 00:00"),
        ("dinner on Friday at 8", "2026-11-27 20:00"),
        ("come at quarter past nine", "2026-11-24 09:15"),
        ("be there five minutes to twelve", "2026-11-23 11:55"),
        ("10 to 12 on Tuesday", "2026-11-24 10:00"),
        ("the weekend of December 5", "2026-12-04 00:00"),
        ("midnight tonight", "2026-11-24 00:00"),
        ("the budget for the years from 2027 to 2029", "2027-01-01 00:00"),
        ("on the 5th of next month", "2026-12-05 00:00"),
        ("in 1.5 hours", "2026-11-23 11:30"),
        ("in three quarters of an hour", "2026-11-23 10:45"),
        ("send it Friday EOD", "2026-11-27 17:00"),
        ("tomorrow 10-12", "2026-11-24 10:00"),
        ("last day in October", "2027-10-31 00:00"),
        ("Sunday, the 6th", "2026-12-06 00:00"),
        ("Monday week", "2026-12-07 00:00"),
        ("the 4th to the 23rd of next month", "2026-12-04 00:00"),
        ("30 minutes before 3pm", "2026-11-23 14:30"),
        ("the 19th around 5pm", "2026-12-19 17:00"),
        ("last week of the month", "2026-11-22 00:00"),
        ("last week of last month", "2026-10-25 00:00"),
        ("on or after 5 May", "2027-05-05 00:00"),
        ("this upcoming Friday", "2026-11-27 00:00"),
        ("ביום ה' בשעה 12", "2026-11-26 12:00"),
        ("ביום ג' 9.30-11.00", "2026-11-24 09:30"),
        ("ב-3.12 בשעה 10.30", "2026-12-03 10:30"),
        ("נפגשים ב-10-12 ביום שלישי", "2026-11-24 10:00"),
        ("נפגש ב-10 ביום שלישי", "2026-11-24 10:00"),
        ("השבוע האחרון של דצמבר", "2026-12-27 00:00"),
        ("היום האחרון של החודש", "2026-11-30 00:00"),
        ("במחצית הראשונה של 2027", "2027-01-01 00:00"),
        ("הפגישה נדחתה לרביעי", "2026-11-25 00:00"),
        ("מחר בשלוש וחצי בצהריים", "2026-11-24 15:30"),
        ("חמישי האחרון של מרץ 2027", "2027-03-25 00:00"),
    ],
)
def test_a_day_or_an_hour_is_named(text: str, start: str) -> None:
    assert start in _starts(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("אשלח עד יום חמישי", "2026-11-27 00:00"),
        ("אשלח עד מחר ב-12:00", "2026-11-24 12:00"),
        ("עד סוף החודש", "2026-12-01 00:00"),
        ("before the end of the month", "2026-12-01 00:00"),
        ("לפני סוף החודש", "2026-12-01 00:00"),
        ("by 5 today", "2026-11-23 17:00"),
        ("please answer before EOD", "2026-11-24 00:00"),
        ("עד יום ה'", "2026-11-27 00:00"),
        ("עד יום ה' סוף היום", "2026-11-27 00:00"),
        ("עד ה-10 לחודש", "2026-12-11 00:00"),
        ("I need it by Friday", "2026-11-28 00:00"),
        ("Thursday before 5pm", "2026-11-26 17:00"),
        ("by the end of next month", "2027-01-01 00:00"),
    ],
)
def test_a_deadline_ends_with_what_it_names(text: str, end: str) -> None:
    (moment,) = dates.find(text, WRITTEN)
    assert moment.kind == "before"
    assert f"{moment.deadline:%Y-%m-%d %H:%M}" == end


@pytest.mark.parametrize(("text", "named"), [("לפני סוף כעת", "כעת"), ("before the end of now", "now")])
def test_now_has_no_end_and_is_only_now(text: str, named: str) -> None:
    (moment,) = dates.find(text, WRITTEN)
    assert moment.words.text == named


def test_working_days_leave_the_israeli_weekend_out() -> None:
    (moment,) = dates.find("תוך חמישה ימי עסקים", WRITTEN)
    assert moment.deadline == datetime(2026, 12, 1, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The server stops at 2026-12-01T10:00Z.", "2026-12-01 12:00"),
        ("The server stops at 2026-12-01T10:00:00-05:00.", "2026-12-01 17:00"),
        ("השרת נעצר ב-2026-12-01T23:30+00:00", "2026-12-02 01:30"),
        ("The server stops at 2026-12-01 10:00.", "2026-12-01 10:00"),
    ],
)
def test_an_offset_that_is_written_counts(text: str, start: str) -> None:
    assert _starts(text) == [start]


@pytest.mark.parametrize(("text", "first", "last"), [("3-5 במרץ", 3, 6), ("from 13 to 15 of March", 13, 16)])
def test_a_range_has_both_ends(text: str, first: int, last: int) -> None:
    (moment,) = dates.find(text, WRITTEN)
    assert (moment.start, moment.end) == (
        datetime(2027, 3, first, tzinfo=ZONE),
        datetime(2027, 3, last, tzinfo=ZONE),
    )


@pytest.mark.parametrize(
    "text",
    [
        "סדר היום של הישיבה מצורף",
        "הלקוחות הערביים מרוצים",
        "שבת שלום ומבורך",
        "בוקר טוב לכולם",
        "סעיף 2.5 בחוזה",
        "האיש השלישי בשורה",
        "You may want to march on",
        "He came second",
        "The price is $15 for 3 items",
        "Call 03-1234567",
        "Version 3.11.2 is out",
        "Good morning Paul",
        "Let's get together one night and talk it over",
        "Call me at 1-800-5550 or at 3-5800",
        "That was hundreds of years ago",
        "SHUT UP ABOUT THE SUN, PLEASE!",
        "They sat and watched it happen",
        "כדאי לשבת על זה יחד",
        "צריך לשנות זה מן היסוד",
        "המשרד שלנו בתל אביב",
    ],
)
def test_look_alikes_are_left_alone(text: str) -> None:
    assert dates.find(text, WRITTEN) == ()


def test_the_same_day_with_and_without_marks() -> None:
    marked = "נִפָּגֵשׁ \u200fבְּיוֹם שְׁלִישִׁי\u200e"
    (moment,) = dates.find(marked, WRITTEN)
    assert moment.start == datetime(2026, 11, 24, tzinfo=ZONE)
    assert marked[moment.words.start : moment.words.end] == moment.words.text


def test_a_wall_clock_holds_over_the_change_of_the_clocks() -> None:
    (moment,) = dates.find("ב-28 במרץ 2027 בשעה 9:00", WRITTEN)
    assert moment.start is not None
    assert moment.start.hour == 9


@pytest.mark.parametrize(
    ("hebrew", "day"),
    [((5787, TISHREI, 1), "2026-09-12"), ((5786, NISAN, 15), "2026-04-02"), ((5784, 13, 14), "2024-03-24")],
)
def test_hebrew_dates_fall_where_the_calendar_says(hebrew: tuple[int, int, int], day: str) -> None:
    assert f"{civil(*hebrew):%Y-%m-%d}" == day


_PIECES = st.sampled_from(
    "מחר ביום שני עד ה-15 ב-3 שבועיים אחרי פסח סוף החודש tomorrow by next Friday 3pm 10:30 2/15 31.12 - of the ago in week "
    "noon 99:99 31/2/2027 9999-12-31 0 ½ 🙏 \n \u200f".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=8), max_size=12))
def test_no_text_is_too_strange_and_all_words_are_in_place(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for moment in dates.find(text, WRITTEN):
        assert text[moment.words.start : moment.words.end] == moment.words.text
        assert moment.deadline is not None
        assert not (moment.start and moment.end) or moment.start <= moment.end
