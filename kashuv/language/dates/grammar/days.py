# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Days of the calendar: weekdays, dates in words and in figures, holidays, Hebrew dates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from kashuv.language.dates.calendar import DAY, Frame, add_months, day, nth_weekday
from kashuv.language.dates.grammar.clocks import settle
from kashuv.language.dates.hebrew_calendar import ADAR, civil
from kashuv.language.dates.holidays import holiday
from kashuv.language.dates.items import Clock, Item, Length, Span
from kashuv.language.dates.rule import Made, of, rule


def one_day(start: datetime, certainty: float = 0.95, guessed: bool = False) -> Span:
    return Span(start, start + DAY, "day", certainty=certainty, guessed=guessed)


def month_of(year: int, month: int, guessed: bool = False) -> Span:
    start = datetime(year, month, 1)
    return Span(start, add_months(start, 1), "month", guessed=guessed)


def coming(found: list[datetime | None], frame: Frame) -> datetime | None:
    """The first that is not past, else the last: a date without a year is usually still to come."""
    real = [moment for moment in found if moment is not None]
    return next((moment for moment in real if moment >= frame.today), real[-1] if real else None)


def dated(month: int, number: int, year: int | None, frame: Frame) -> Span | None:
    if year is not None:
        start = day(year, month, number)
        return one_day(start, 0.97) if start else None
    start = coming([day(frame.now.year + more, month, number) for more in range(-1, 9)], frame)
    return one_day(start, 0.9, guessed=True) if start else None


@rule("Uo|UO|Ug")
def hebrew_weekday(items: list[Item], frame: Frame) -> Made:
    """ "יום שלישי", "יום ג'"."""
    unit, number = items
    if unit.value != "day" or not 1 <= number.value <= 7 or unit.end - unit.start > 3:
        return None
    return "W", (number.value + 5) % 7


@rule("J")
def in_figures(items: list[Item], frame: Frame) -> Made:
    text = re.sub(r"\s", "", items[0].value)
    numbers = [int(part) for part in re.split(r"[-/.]", text)]
    if len(numbers) == 3:
        span = _full_date(numbers, text, frame)
    elif numbers[0] > 31 or numbers[1] > 31:
        year, month = max(numbers), min(numbers)
        span = month_of(year, month) if 1 <= month <= 12 and year > 31 else None
    else:
        return "j", (text, items[0].led)
    return ("D", span) if span else ("x", None)


def _full_date(numbers: list[int], text: str, frame: Frame) -> Span | None:
    if numbers[0] > 31:
        return dated(numbers[1], numbers[2], numbers[0], frame)
    first, second, year = numbers
    if year < 100:
        year += 2000 if year < 70 else 1900
    day_first = frame.day_first or "." in text
    orders = [(second, first), (first, second)] if day_first else [(first, second), (second, first)]
    for month, number in orders:
        if day(year, month, number):
            return dated(month, number, year, frame)
    return None


def _pair(numbers: list[int], frame: Frame) -> Span | None:
    first, second = numbers
    orders = [(second, first), (first, second)] if frame.day_first else [(first, second), (second, first)]
    for month, number in orders:
        if day(2000, month, number):
            return dated(month, number, None, frame)
    return None


@rule("jU(?![0CoOg])")
def length_with_a_point(items: list[Item], frame: Frame) -> Made:
    """ "1.5 hours"; but "15.3 יום" names a day of March."""
    (text, _), unit = items[0].value, items[1]
    if "." not in text or unit.value is None or unit.end - unit.start < 4 or float(text) > 10:
        return None
    return "X", Length(((float(text), unit.value),))


@rule("jTj")
def hours_with_a_point(items: list[Item], frame: Frame) -> Made:
    """ "9.30-11.00": two times of day where they cannot be two days."""
    ends = [[int(part) for part in re.split(r"[-/.]", item.value[0])] for item in (items[0], items[-1])]
    if all(day(2000, second, first) for first, second in ends) or not all(
        "." in one.value[0] for one in items[::2]
    ):
        return None
    if any(first > 24 or second > 59 for first, second in ends):
        return None
    start, end = (Clock(first % 24, second, 0, "minute", settled=first > 6) for first, second in ends)
    return "c", (settle(start), settle(end))


@rule("@[.~]?j")
def clock_with_a_point(items: list[Item], frame: Frame) -> Made:
    """ "בשעה 10.30"."""
    hour, minute = (int(part) for part in re.split(r"[-/.]", items[-1].value[0]))
    if "." not in items[-1].value[0] or hour > 24 or minute > 59:
        return None
    return "C", Clock(hour % 24, minute, 0, "minute", settled=hour > 12)


@rule("W,?j|jW|j")
def day_and_month_in_figures(items: list[Item], frame: Frame) -> Made:
    """ "15.3", "2/15"; a weekday beside it settles which number is the month."""
    figures, weekday = of(items, "j"), of(items, "W")
    assert figures is not None
    text, led = figures.value
    first, second = (int(part) for part in re.split(r"[-/.]", text))
    if weekday is not None:
        for month, number in ((second, first), (first, second)):
            span = dated(month, number, None, frame) if day(2000, month, number) else None
            if span and span.start.weekday() == _weekday(weekday):
                return "D", span
    if "." not in text:
        span = _pair([first, second], frame)
        return ("D", span) if span else None
    return _dotted(first, second, led or weekday is not None, frame)


def _dotted(first: int, second: int, led: bool, frame: Frame) -> Made:
    """ "15.3" is a day where a word leads to it, "10.30" a time, and else a plain number."""
    if not led:
        return None
    if day(2000, second, first):
        return "D", dated(second, first, None, frame)
    return (
        ("C", Clock(first % 24, second, 0, "minute", settled=first > 12))
        if first <= 24 and second < 60
        else None
    )


def _weekday(item: Item) -> int:
    if item.kind == "o":
        return (item.value + 5) % 7
    return item.value[0] if isinstance(item.value, tuple) else item.value


@rule("D")
def iso_moment(items: list[Item], frame: Frame) -> Made:
    value = items[0].value
    if not isinstance(value, datetime):
        return None
    moment = frame.on_the_wall(value)
    return "D", Span(moment, moment, "minute", certainty=0.98)


@rule("[OoS]WI?l?M(?:,?Y)?|[Wo][OoS]I?l?M(?:,?Y)?")
def nth_weekday_of_month(items: list[Item], frame: Frame) -> Made:
    """ "first Tuesday of October", "יום שלישי הראשון של אוקטובר"."""
    first, second, month, year = items[0], items[1], of(items, "M"), of(items, "Y")
    weekday, order = (second, first) if second.kind == "W" else (first, second)
    if (
        (order.kind == "S" and order.value != -1)
        or month is None
        or not -2 <= order.value <= 5
        or not order.value
    ):
        return None
    start = coming(
        [
            nth_weekday(more, month.value, _weekday(weekday), order.value)
            for more in ([year.value] if year else range(frame.now.year - 1, frame.now.year + 2))
        ],
        frame,
    )
    return ("D", one_day(start)) if start else None


@rule("YT?MT?0|[0Oo][lIT]?M(?:[,lT]?Y)?|MT?[0O](?:[,T]?Y)?")
def day_of_month(items: list[Item], frame: Frame) -> Made:
    """ "3 March 2015", "the third of March", "April 14, 2015", "20 לאפריל 2012"."""
    number, month, year = of(items, "0Oo"), of(items, "M"), of(items, "Y")
    assert number is not None and month is not None
    if not isinstance(number.value, int) or not 1 <= number.value <= 31:
        return None
    if any(item.kind == "T" and item.end - item.start != 1 for item in items):
        return None
    if not month.sure and number.start > month.start and number.kind == "0" and number.end - number.start > 2:
        return None
    span = dated(month.value, number.value, year.value if year else None, frame)
    return ("D", span) if span else None


@rule("D[,]?0")
def two_figure_year(items: list[Item], frame: Frame) -> Made:
    """ "14th April 15"."""
    span, year = items[0].value, items[-1]
    if (
        not isinstance(span, Span)
        or not span.guessed
        or span.grain != "day"
        or not isinstance(year.value, int)
    ):
        return None
    if len(items) == 3 or not 10 <= year.value <= 60 or year.end - year.start != 2:
        return None
    start = day(2000 + year.value, span.start.month, span.start.day)
    return ("D", one_day(start)) if start else None


@rule("M[,.l]?Y|Y[,]?M")
def month_and_year(items: list[Item], frame: Frame) -> Made:
    month, year = of(items, "M"), of(items, "Y")
    assert month is not None and year is not None
    return "D", month_of(year.value, month.value)


@rule("gl?m(?:,?[gY])?|[0O]l?m(?:,?Y)?")
def hebrew_date(items: list[Item], frame: Frame) -> Made:
    """'כ"ה בכסלו תשפ"ז', "15 Nisan"."""
    number, month, year = items[0], of(items, "m"), items[-1]
    assert month is not None
    if not isinstance(number.value, int) or not 1 <= number.value <= 30:
        return None
    years = [frame.now.year + 3759 + more for more in range(4)]
    if year.kind == "g" and year is not number:
        years = [5000 + year.value % 1000]
    start = coming([civil(one, _adar(month.value, one), number.value) for one in years], frame)
    return ("D", one_day(start)) if start else None


def _adar(month: int, year: int) -> int:
    return 13 if month == ADAR else month  # in a leap year a plain "Adar" is kept as the second


@rule("W,?[.]?D|D,?[.]?W")
def weekday_with_date(items: list[Item], frame: Frame) -> Made:
    """ "Wednesday, 18 March": the date decides, the weekday confirms it."""
    date, weekday = of(items, "D"), of(items, "W")
    if date is None or weekday is None or not isinstance(date.value, Span) or date.value.grain != "day":
        return None
    span = date.value
    if items[0] is date and len(items) > 1 and items[1].kind == ",":
        return None
    if span.guessed and span.start.weekday() != _weekday(weekday):
        for years in (-1, 1, -2, 2):
            other = day(span.start.year + years, span.start.month, span.start.day)
            if (
                other
                and other.weekday() == _weekday(weekday)
                and abs(years) == 1
                and span.start.year + years >= frame.now.year
            ):
                return "D", one_day(other)
    return "D", one_day(span.start, 0.97)


@rule("W[O0](?![UA:h])|W,O(?![UA:h])")
def weekday_with_number(items: list[Item], frame: Frame) -> Made:
    """ "Thu 15th", "Monday the thirtieth": the nearest month in which that day is such a weekday."""
    weekday, number = items[0], items[-1]
    if not isinstance(number.value, int) or not 1 <= number.value <= 31 or not number.sure:
        return None
    spelled = number.end - number.start > 4 and number.start - weekday.end < 4
    if spelled or (number.kind == "0" and number.value <= 12):
        return None
    for more in range(14):
        month = add_months(frame.today.replace(day=1), more)
        start = day(month.year, month.month, number.value)
        if start and start >= frame.today and start.weekday() == _weekday(weekday):
            return "D", one_day(start)
    return None


@rule("v?H(?:[l,]?Y)?v?|PHY?")
def feast(items: list[Item], frame: Frame) -> Made:
    """A holiday of either calendar, its eve, and with its year."""
    name, year = of(items, "H"), of(items, "Y")
    assert name is not None
    eve = of(items, "v") is not None or (
        items[0].kind == "P" and items[0].value.name == "evening" and not items[0].value.today
    )
    if items[0].kind == "P" and not eve:
        return None
    if not name.sure and not name.led and len(items) == 1:
        return None  # "it took weeks"
    span = holiday(name.value, frame, year.value if year else None)
    if span is None:
        return None
    if eve:
        span = one_day(span.start - DAY)
    certainty = 0.9 if name.sure or len(items) > 1 else 0.5
    return "D", Span(span.start, span.end, span.grain, span.kind, certainty, guessed=year is None)


@rule("O(?![UMDWoSf])")
def nth_by_itself(items: list[Item], frame: Frame) -> Made:
    """ "by the 15th": the next such day of a month."""
    number = items[0]
    if not number.led or number.end - number.start > 4 or not 1 <= number.value <= 31:
        return None
    first = frame.today.replace(day=1)
    months = [add_months(first, more) for more in range(3)]
    start = coming([day(month.year, month.month, number.value) for month in months], frame)
    return ("D", one_day(start, 0.75, guessed=True)) if start else None


@rule("O(?=[@~]?C)")
def nth_before_a_clock(items: list[Item], frame: Frame) -> Made:
    """ "the 19th around 5pm"."""
    number = items[0]
    return nth_by_itself.make([Item("O", number.value, number.start, number.end, led=True)], frame)


@rule("(?<=B)0(?![UMDXA:hPT])")
def number_after_until(items: list[Item], frame: Frame) -> Made:
    """ "עד ה-15": a day of the month, where the article stands before it."""
    number = items[0]
    if (
        not number.led
        or not number.sure
        or not isinstance(number.value, int)
        or number.end - number.start > 2
    ):
        return None
    return nth_by_itself.make([Item("O", number.value, number.start, number.end, led=True)], frame)


@rule("Q(?:,?Y)?")
def quarter(items: list[Item], frame: Frame) -> Made:
    """ "Q3", "Q1 2027": the one that is running or comes next, unless the year is said."""
    said = of(items, "Y")
    year = said.value if said else frame.now.year
    start = datetime(year, 3 * items[0].value - 2, 1)
    if said is None and add_months(start, 3) <= frame.now:
        start = add_months(start, 12)
    return "D", Span(start, add_months(start, 3), "quarter", guessed=said is None)


@rule("U[oO](?:l?Y)?")
def quarter_in_words(items: list[Item], frame: Frame) -> Made:
    """ "הרבעון השלישי"."""
    unit, number, said = items[0], items[1], of(items, "Y")
    if unit.value != "quarter" or not 1 <= number.value <= 4:
        return None
    rest = [said] if said else []
    return quarter.make([Item("Q", number.value, number.start, number.end), *rest], frame)


@rule("R")
def relative_day(items: list[Item], frame: Frame) -> Made:
    return "D", one_day(frame.today + timedelta(days=items[0].value), 0.97)


NAMED = (
    quarter,
    hebrew_weekday,
    quarter_in_words,
    in_figures,
    length_with_a_point,
    hours_with_a_point,
    clock_with_a_point,
    iso_moment,
    feast,
    relative_day,
)
RULES = (
    day_and_month_in_figures,
    nth_weekday_of_month,
    day_of_month,
    two_figure_year,
    hebrew_date,
    month_and_year,
    weekday_with_date,
    weekday_with_number,
    nth_before_a_clock,
    nth_by_itself,
)
