"""Times of day: "at 3", "half past four", "3 וחצי", "שמונה בבוקר", "15:30"."""

from __future__ import annotations

from kashuv.language.dates.calendar import Frame
from kashuv.language.dates.items import Clock, Item, Part
from kashuv.language.dates.rule import Made, of, rule


def settle(clock: Clock, part: Part | None = None) -> Clock:
    """A bare hour, by the part of the day beside it; alone, by the hours in which people work."""
    if clock.settled:
        return clock
    hour = clock.hour % 24
    if part is not None:
        hour = _by_part(hour, part)
    elif 1 <= hour <= 6:
        hour += 12
    return Clock(hour % 24, clock.minute, clock.second, clock.grain)


def _by_part(hour: int, part: Part) -> int:
    if part.name in ("morning", "early", "before dawn", "breakfast"):
        return hour % 12 if hour == 12 and part.start < 6 and part.name != "morning" else hour
    if part.name == "night":
        return hour + 12 if 6 <= hour < 12 else 0 if hour == 12 else hour
    if part.name in ("noon", "lunch") and hour in (10, 11, 12):
        return hour
    return hour + 12 if 1 <= hour < 12 else hour


def _bare(item: Item) -> Clock | None:
    """ "3", "three", "1030" as a time."""
    value = item.value
    if isinstance(value, int) and 0 <= value <= 24 and item.kind == "0":
        return Clock(value % 24, settled=value > 12 or value == 0)
    if (
        isinstance(value, int)
        and 100 <= value <= 2359
        and value % 100 < 60
        and item.end - item.start in (3, 4)
    ):
        return Clock(value // 100, value % 100, 0, "minute", settled=value >= 1300)
    if isinstance(value, float) and item.kind == "0":
        hour, minute = divmod(round(value * 100), 100)
        if hour <= 24 and minute < 60:
            return Clock(hour % 24, minute, 0, "minute", settled=hour > 12)
    return None


@rule("[0C]h?A|[0C]I[.]?A")
def with_meridiem(items: list[Item], frame: Frame) -> Made:
    """ "3 pm", "ten thirty am"."""
    clock = items[0].value if items[0].kind == "C" else _bare(items[0])
    if clock is None or clock.hour > 12 or items[-1].value in ("a", "p"):
        return None
    hour = clock.hour % 12 + (12 if items[-1].value == "pm" else 0)
    return "C", Clock(hour, clock.minute, clock.second, clock.grain)


@rule("00(?=[hAPRW]|IP)|@00(?!0)")
def hour_and_minutes(items: list[Item], frame: Frame) -> Made:
    """ "seven thirty", "at 12 15"."""
    hour, minute = items[-2].value, items[-1].value
    if not (isinstance(hour, int) and isinstance(minute, int) and 0 <= hour <= 24 and 10 <= minute <= 59):
        return None
    return "C", Clock(hour % 24, minute, 0, "minute", settled=hour > 12)


@rule("(?:[0f]U?|[UX])[pT][0C]|p[0C]|f[lb][0C]|0U?[lb][0C]")
def past_or_to(items: list[Item], frame: Frame) -> Made:
    """ "half past three", "a quarter to noon", "רבע ל-4", "עשרה לשמונה"."""
    base = items[-1].value if items[-1].kind == "C" else _bare(items[-1])
    if base is None or (base.hour == 0 and not base.settled):
        return None
    joint = items[-2]
    minutes = _minutes(items[0])
    if not items[-1].sure and items[-1].kind == "0":
        return None
    if minutes is None or (joint.kind == "T" and (joint.value == "-" or items[0].kind not in "fUX")):
        return None
    if joint.kind in "lb" and items[0].kind == "0":
        return None
    total = base.hour * 60 + (minutes if joint.kind == "p" else -minutes)
    return "C", Clock(total // 60 % 24, total % 60, 0, "minute", base.settled)


def _minutes(item: Item) -> int | None:
    if item.kind == "U":
        return 15 if item.value == "quarter" else None
    if item.kind == "X":
        amount, unit = item.value.parts[0]
        return int(amount) if unit == "minute" and len(item.value.parts) == 1 else None
    if item.kind == "f":
        return round(item.value * 60)
    if item.kind == "p":
        return item.value or 30
    return item.value if isinstance(item.value, int) and 0 < item.value < 30 else None


@rule("[0@]0?&[f0](?![U0&])")
def hour_and_fraction(items: list[Item], frame: Frame) -> Made:
    """ "שלוש וחצי", "ארבע ורבע", "בשעה שבע ועשרים"."""
    hour, more = of(items, "0"), items[-1]
    if hour is None or hour is more or not isinstance(hour.value, int) or not 1 <= hour.value <= 24:
        return None
    if items[-2].value is None:
        return None  # "and" between numbers, not the Hebrew prefix
    if items[0].kind != "@" and not hour.led:
        return None  # "three and a half million"
    minutes = round(more.value * 60) if more.kind == "f" else more.value
    if more.kind == "0" and (
        items[0].kind != "@" or not isinstance(minutes, int) or minutes not in range(5, 60)
    ):
        return None
    return "C", Clock(hour.value % 24, int(minutes), 0, "minute", settled=hour.value > 12)


@rule("[0C][.]?h|@~?[0Y](?![U/XM])|(?<=[Bb])0(?=[DW])")
def at_a_number(items: list[Item], frame: Frame) -> Made:
    """ "at 3", "בשעה 8", "8 o'clock", "by 5 today"."""
    number = of(items, "0YC")
    assert number is not None
    if not number.sure and number.kind != "C" and not isinstance(number.value, float):
        return None
    clock = number.value if number.kind == "C" else _bare(Item("0", number.value, number.start, number.end))
    return ("C", clock) if clock else None


@rule("0(?=W)")
def led_before_a_day(items: list[Item], frame: Frame) -> Made:
    """ "ב-10 ביום שלישי"."""
    number = items[0]
    if not (number.led and number.sure) or number.end - number.start > 2 or not 1 <= number.value <= 23:
        return None
    clock = _bare(number)
    return ("C", clock) if clock else None


@rule("U[0](?=[P,&TlB]|$)|U0(?=P)")
def hebrew_hour(items: list[Item], frame: Frame) -> Made:
    """ "בשעה שלוש": the unit hour before a number is a time of day."""
    unit, number = items
    if unit.value != "hour" or unit.end - unit.start > 4:
        return None
    clock = _bare(number)
    return ("C", clock) if clock else None


@rule("UC")
def hebrew_hour_clock(items: list[Item], frame: Frame) -> Made:
    unit, clock = items
    return ("C", clock.value) if unit.value == "hour" else None


@rule("CU|@[0Y]U")
def military(items: list[Item], frame: Frame) -> Made:
    """ "17:00 hours", "at 1700 hours"."""
    number, unit = items[-2], items[-1]
    if unit.value != "hour" or unit.end - unit.start not in (3, 5):
        return None
    clock = number.value if number.kind == "C" else _bare(number) if number.end - number.start == 4 else None
    return ("C", clock) if clock else None


@rule("@[.~]?C|~C")
def at_a_clock(items: list[Item], frame: Frame) -> Made:
    return "C", items[-1].value


@rule("(?<!M)0I?S?P")
def hour_in_part(items: list[Item], frame: Frame) -> Made:
    """ "3 בצהריים", "9 this evening", "שמונה בערב"."""
    clock = _bare(items[0])
    part = items[-1].value
    if clock is None:
        return None
    shift = of(items, "S")
    if shift is not None:
        if shift.value != 0:
            return None
        part = Part(part.name, part.start, part.end, today=True)
    if items[0].value == 1 and _counts_once(items[0], items[-1]) and not _digit(items[0]):
        return None
    return "t", (settle(clock, part), part)


def _counts_once(one: Item, part: Item) -> bool:
    """ "one night", "a morning": no hour."""
    length = one.end - one.start
    return length <= 2 or (length == 3 and part.start - one.end == 1)


def _digit(item: Item) -> bool:
    return item.end - item.start == 1 and item.sure and item.value != 1


@rule("X[bG]C")
def beside_a_clock(items: list[Item], frame: Frame) -> Made:
    """ "30 minutes before 3pm"."""
    (amount, unit), clock = items[0].value.parts[0], items[2].value
    if len(items[0].value.parts) > 1 or unit not in ("hour", "minute"):
        return None
    way = amount * (60 if unit == "hour" else 1) * (-1 if items[1].kind == "b" else 1)
    total = round(clock.hour * 60 + clock.minute + way) % 1440
    return "C", Clock(total // 60, total % 60, 0, "minute", clock.settled)


@rule("0&fP")
def fraction_in_part(items: list[Item], frame: Frame) -> Made:
    """ "שלוש וחצי בצהריים"."""
    hour, joint, share, part = items[0].value, items[1].value, items[2].value, items[3].value
    if joint is None or not isinstance(hour, int) or not 1 <= hour <= 12:
        return None
    return "t", (settle(Clock(hour, round(share * 60), 0, "minute", settled=False), part), part)


@rule("CI?S?P")
def clock_in_part(items: list[Item], frame: Frame) -> Made:
    """ "7:30 in the evening", "10 this morning"."""
    part = items[-1].value
    if any(item.kind == "S" for item in items):
        if of(items, "S").value != 0:  # type: ignore[union-attr]
            return None
        part = Part(part.name, part.start, part.end, today=True)
    return "t", (settle(items[0].value, part), part)


RULES = (
    hour_and_minutes,
    fraction_in_part,
    with_meridiem,
    past_or_to,
    hour_and_fraction,
    at_a_number,
    led_before_a_day,
    hebrew_hour,
    hebrew_hour_clock,
    military,
    at_a_clock,
    beside_a_clock,
    hour_in_part,
    clock_in_part,
)
