"""Numbers in words, and lengths of time: "twenty four hours", "שלושה ימים", "שעה וחצי", "חצי שנה"."""

from __future__ import annotations

from kashuv.language.dates.calendar import Frame
from kashuv.language.dates.items import Item, Length
from kashuv.language.dates.rule import Made, rule


@rule("0&?[0O]")
def tens_and_ones(items: list[Item], frame: Frame) -> Made:
    ten, one = items[0].value, items[-1].value
    if len(items) == 3 and items[1].value is None:
        return None  # "and": two numbers; only the Hebrew prefix joins them
    if (
        ten in (20, 30, 40, 50, 60, 70, 80, 90)
        and 0 < one < 10
        and _spelled(items[0])
        and _spelled(items[-1])
    ):
        return items[-1].kind, ten + one
    if ten < 10 and one == 10 and len(items) == 2 and _spelled(items[0]):
        return "0", ten + 10  # שלוש עשרה
    if ten in (19, 20) and 10 <= one <= 99 and len(items) == 2 and _spelled(items[0]) and _spelled(items[-1]):
        return "Y", ten * 100 + one
    return None


def _spelled(item: Item) -> bool:
    return item.end - item.start > 2


@rule("f0?[Uu]")
def part_of_unit(items: list[Item], frame: Frame) -> Made:
    """ "half an hour", "רבע שעה", "חצי שנה"."""
    if items[-1].value is None:
        return None
    return "X", _fraction(items[0].value, items[-1].value)


def _fraction(share: float, unit: str) -> Length:
    finer = {"hour": (60, "minute"), "minute": (60, "second"), "year": (12, "month"), "day": (24, "hour")}
    amount, smaller = finer.get(unit, (1, unit))
    return Length(((share * amount, smaller),))


@rule("0&f[Uu]")
def and_a_half_before(items: list[Item], frame: Frame) -> Made:
    """ "two and a half hours"."""
    whole, share, unit = items[0].value, items[2].value, items[3].value
    if unit is None or not isinstance(whole, int):
        return None
    return "X", Length(((whole, unit), *_fraction(share, unit).parts))


@rule("[0Oo]U")
def counted(items: list[Item], frame: Frame) -> Made:
    """ "5 days", "three weeks", "שני ימים" (where the ordinal's word is also the number two)."""
    amount, unit = items
    if unit.value is None:
        return None
    if amount.kind == "O":
        return None
    if amount.kind == "o" and amount.value != 2:
        return None
    if unit.value == "day" and unit.end - unit.start == 3 and unit.start - amount.end > 1:
        return None  # "ב-10 ביום שלישי": a prefix stands between them
    return "X", Length(((amount.value, unit.value),))


@rule("U[0]")
def counted_after(items: list[Item], frame: Frame) -> Made:
    """Hebrew puts one behind: "יום אחד", "שעה אחת"."""
    unit, amount = items
    if amount.value != 1 or unit.value is None or unit.start > amount.start or amount.end - amount.start < 3:
        return None
    return "X", Length(((1, unit.value),))


@rule("[0f]H")
def weeks_not_feast(items: list[Item], frame: Frame) -> Made:
    """The word of the feast שבועות also says "weeks"."""
    amount, feast = items
    if feast.value != "shavuot" or feast.sure:
        return None
    return "X", Length(((amount.value, "week"),))


@rule("H(?=S)")
def weeks_to_come(items: list[Item], frame: Frame) -> Made:
    """ "בשבועות הקרובים"."""
    return ("U", "week") if items[0].value == "shavuot" and not items[0].sure else None


@rule("[XU]&f")
def and_a_half(items: list[Item], frame: Frame) -> Made:
    """ "שעה וחצי", "an hour and a half", "שבועיים וחצי"."""
    whole, share = items[0], items[-1].value
    length = whole.value if whole.kind == "X" else Length(((1, whole.value),))
    if length is None or length.parts[-1][1] is None:
        return None
    return "X", Length(length.parts + _fraction(share, length.parts[-1][1]).parts)


@rule("X&?X")
def summed(items: list[Item], frame: Frame) -> Made:
    return "X", Length(items[0].value.parts + items[-1].value.parts)


@rule("U(?=[MUWf])")
def second_of_month(items: list[Item], frame: Frame) -> Made:
    """ "the second of May", "the second week": the ordinal, not the unit."""
    return ("O", 2) if items[0].value == "second" and items[0].end - items[0].start == 6 else None


@rule("p(?=X|U|0U|W)")
def past_unit(items: list[Item], frame: Frame) -> Made:
    """ "the past week": a shift; but "ten past three" is a time."""
    return ("S", -1) if items[0].value is None else None


@rule("(?<=[Iia])0[Tl]0(?=U)")
def at_most(items: list[Item], frame: Frame) -> Made:
    """ "in 3 to 5 days": the later one keeps the word."""
    return ("0", items[-1].value) if items[-1].value > items[0].value else None


@rule("FF|BF")
def from_from(items: list[Item], frame: Frame) -> Made:
    """ "החל מ", "לא יאוחר מ": the Hebrew prefix says it once more."""
    return items[0].kind, items[0].value


@rule("S{2}")
def shift_twice(items: list[Item], frame: Frame) -> Made:
    """ "this past", "this coming"."""
    return "S", items[1].value or items[0].value


RULES = (
    second_of_month,
    and_a_half_before,
    past_unit,
    shift_twice,
    at_most,
    tens_and_ones,
    part_of_unit,
    counted,
    counted_after,
    weeks_not_feast,
    weeks_to_come,
    and_a_half,
    summed,
)
