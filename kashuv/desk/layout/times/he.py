"""How Hebrew speaks of time."""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "שבת", "יום ראשון")
MONTHS = (
    "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר", "דצמבר",
)  # fmt: skip
NEAR = {-2: "שלשום", -1: "אתמול", 0: "היום", 1: "מחר", 2: "מחרתיים"}
ENDS = {0: "עד סוף היום", 1: "עד סוף מחר", 2: "עד סוף מחרתיים"}
MASCULINE = {3: "שלושה", 4: "ארבעה", 5: "חמישה", 6: "שישה", 7: "שבעה", 8: "שמונה", 9: "תשעה", 10: "עשרה"}


def minutes_ago(n: int) -> str:
    if n == 0:
        return "עכשיו"
    return {1: "לפני דקה", 2: "לפני שתי דקות"}.get(n, f"לפני {n} דקות")


def days_ago(n: int) -> str:
    if n in (7, 14, 21):
        return {7: "לפני שבוע", 14: "לפני שבועיים", 21: "לפני שלושה שבועות"}[n]
    return f"לפני {MASCULINE.get(n, n)} {'ימים' if n <= 10 else 'יום'}"


def at_hour(day: str, hour: str) -> str:
    return f"{day} ב־{hour}"


def on_weekday(weekday: int) -> str:
    return f"ב{WEEKDAYS[weekday]}"


def plain_date(then: date, *, with_year: bool) -> str:
    """The date with its month by name: "24 בנובמבר"."""
    return f"{then.day} ב{MONTHS[then.month - 1]}" + (f" {then.year}" if with_year else "")


def on_date(then: date, *, with_year: bool) -> str:
    return f"ב־{plain_date(then, with_year=with_year)}"


def by_end_of(weekday: int) -> str:
    return f"עד סוף {WEEKDAYS[weekday]}"


def by_date(then: date, *, with_year: bool) -> str:
    return f"עד {plain_date(then, with_year=with_year)}"
