# ruff: noqa: DTZ001 - the wall clock of the reader, which gets its zone only at the end
"""Days of the calendar: weekdays, dates in words and in figures, holidays, Hebrew dates."""

from __future__ import annotations

from datetime import datetime, timedelta

from kashuv.language.dates.calendar import DAY, Frame, add_months, day, nth_weekday
from kashuv.language.dates.hebrew_calendar import ADAR, civil
from kashuv.language.dates.holidays import holiday
from kashuv.language.dates.items import Item, Span
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


def weekday_of(item: Item) -> int:
    if item.kind == "o":
        return (item.value + 5) % 7
    return item.value[0] if isinstance(item.value, tuple) else item.value


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
            nth_weekday(more, month.value, weekday_of(weekday), order.value)
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
    if span.guessed and span.start.weekday() != weekday_of(weekday):
        for years in (-1, 1, -2, 2):
            other = day(span.start.year + years, span.start.month, span.start.day)
            if (
                other
                and other.weekday() == weekday_of(weekday)
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
        if start and start >= frame.today and start.weekday() == weekday_of(weekday):
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


SAID = (quarter, hebrew_weekday, quarter_in_words)
NAMED = (feast, relative_day)
RULES = (
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
