"""English words of time. A tongue's table of dates has the same names in every folder."""

from __future__ import annotations

from kashuv.language.dates.items import Clock, Length, Part

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_NTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"

NUMBERS = {word: number for number, word in enumerate(_ONES.split())} | _TENS
NUMBERS |= {
    f"{ten}-{one}": value + NUMBERS[one] for ten, value in _TENS.items() for one in _ONES.split()[1:10]
}
NUMBERS |= {"hundred": 100, "thousand": 1000}
NUMBERS |= {"a": 1, "an": 1, "couple": 2, "pair": 2, "few": 3, "several": 4, "dozen": 12}

ORDINALS = {word: number for number, word in enumerate(_NTH.split(), 1)}
ORDINALS |= {"twentieth": 20, "thirtieth": 30, "thirty-first": 31, "last": -1}
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in list(ORDINALS.items())[:9]}

WEEKDAY_ORDINALS: dict[str, int] = {}

FRACTIONS = {"half": 0.5, "quarter": 0.25}

UNITS = {
    "second": ("second", "seconds", "sec", "secs"),
    "minute": ("minute", "minutes", "min", "mins"),
    "hour": ("hour", "hours", "hr", "hrs"),
    "day": ("day", "days"),
    "workday": ("workday", "workdays"),
    "week": ("week", "weeks", "wk", "wks"),
    "fortnight": ("fortnight", "fortnights"),
    "weekend": ("weekend", "weekends", "week-end"),
    "month": ("month", "months", "mth"),
    "quarter": ("quarter", "quarters", "qtr"),
    "year": ("year", "years", "yr", "yrs"),
    "decade": ("decade", "decades"),
}
DEFINITE_UNITS: dict[str, str] = {}
LENGTHS: dict[str, Length] = {}

WEEKDAYS = {
    0: ("monday", "mondays", "mon"),
    1: ("tuesday", "tuesdays", "tue", "tues"),
    2: ("wednesday", "wednesdays", "wed", "weds"),
    3: ("thursday", "thursdays", "thu", "thur", "thurs"),
    4: ("friday", "fridays", "fri"),
    5: ("saturday", "saturdays", "sat"),
    6: ("sunday", "sundays", "sun"),
}
MONTHS = {
    1: ("january", "jan"),
    2: ("february", "feb", "febuary"),
    3: ("march", "mar"),
    4: ("april", "apr"),
    5: ("may",),
    6: ("june", "jun"),
    7: ("july", "jul"),
    8: ("august", "aug"),
    9: ("september", "sep", "sept"),
    10: ("october", "oct"),
    11: ("november", "nov"),
    12: ("december", "dec"),
}
HEBREW_MONTHS = {
    1: ("nisan",), 2: ("iyar",), 3: ("sivan",), 4: ("tammuz",), 6: ("elul",), 7: ("tishrei",),
    8: ("cheshvan", "heshvan"), 9: ("kislev",), 10: ("tevet",), 11: ("shevat", "shvat"), 12: ("adar",),
}  # fmt: skip
UNSURE = frozenset(
    "may march mar sat sun mon second jan fall spring first last april june august wed".split()
)

DAYS = {
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "tomorow": 1,
    "tommorow": 1,
    "tomorrow's": 1,
    "today's": 0,
    "yesterday": -1,
}
NOW = ("now", "immediately")

PARTS = {
    "morning": Part("morning", 0, 12),
    "mornings": Part("morning", 0, 12),
    "afternoon": Part("afternoon", 12, 19),
    "evening": Part("evening", 18, 24),
    "night": Part("night", 18, 24),
    "tonight": Part("night", 18, 24, today=True),
    "tonite": Part("night", 18, 24, today=True),
    "lunch": Part("lunch", 12, 14),
    "lunchtime": Part("lunch", 12, 14),
    "breakfast": Part("breakfast", 7, 9),
    "dinner": Part("dinner", 18, 22),
    "supper": Part("dinner", 18, 22),
}
CLOCKS = {"noon": Clock(12), "noonish": Clock(12), "midday": Clock(12), "midnight": Clock(0)}
MERIDIEMS = {"am": "am", "a.m": "am", "a.m.": "am", "pm": "pm", "p.m": "pm", "p.m.": "pm"}

SHIFTS = {
    "next": 1,
    "upcoming": 2,
    "coming": 2,
    "following": 1,
    "this": 0,
    "current": 0,
    "last": -1,
    "previous": -1,
}
EDGES = {
    "beginning": "start",
    "start": "start",
    "early": "start",
    "middle": "mid",
    "mid": "mid",
    "end": "end",
    "rest": "rest",
    "remainder": "rest",
    "late": "end",
    "close": "end",
}
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}

WORDS = {
    "by": "B", "until": "B", "till": "B", "til": "B", "latest": "x", "before": "b", "after": "G", "from": "F",
    "starting": "F", "between": "V", "and": "&", "to": "T", "through": "T", "thru": "T", "in": "I", "within": "i",
    "ago": "L", "hence": "Z", "at": "@", "o'clock": "h", "oclock": "h", "of": ".", "the": ".", "on": ".", "for": ".",
    "around": "~", "about": "~", "approximately": "~", "sometime": ".", "during": ".", "calendar": ".", "ish": ".", "exactly": ".",
    "eve": "v", "or": ",", "half-past": "p", "past": "p",
}  # fmt: skip

PHRASES: dict[str, tuple[str, object]] = {
    "day after tomorrow": ("R", 2),
    "day before yesterday": ("R", -2),
    "right now": ("N", None),
    "at the moment": ("N", None),
    "just now": ("N", None),
    "from now": ("Z", None),
    "first thing": ("P", Part("early", 8, 10)),
    "early morning": ("P", Part("morning", 0, 9)),
    "early hours of the morning": ("P", Part("morning", 0, 9)),
    "lunch time": ("P", Part("lunch", 12, 14)),
    "mid-morning": ("P", Part("morning", 9, 11)),
    "mid morning": ("P", Part("morning", 9, 11)),
    "mid-afternoon": ("P", Part("afternoon", 14, 16)),
    "mid afternoon": ("P", Part("afternoon", 14, 16)),
    "at present": ("N", None),
    "at this moment": ("N", None),
    "at this time": ("N", None),
    "late morning": ("P", Part("morning", 10, 12)),
    "early afternoon": ("P", Part("afternoon", 12, 15)),
    "late afternoon": ("P", Part("afternoon", 16, 18)),
    "early evening": ("P", Part("evening", 16, 18)),
    "late evening": ("P", Part("evening", 20, 24)),
    "late night": ("P", Part("night", 21, 24)),
    "close of business": ("E", "day"),
    "end of day": ("E", "day"),
    "end of the day": ("E", "day"),
    "end of business": ("E", "day"),
    "end of play": ("E", "day"),
    "close of play": ("E", "day"),
    "end of the business day": ("E", "day"),
    "end of business day": ("E", "day"),
    "end of the working day": ("E", "day"),
    "end of the work day": ("E", "day"),
    "business day": ("U", "workday"),
    "business days": ("U", "workday"),
    "working day": ("U", "workday"),
    "working days": ("U", "workday"),
    "work day": ("U", "workday"),
    "work days": ("U", "workday"),
    "day and age": ("x", None),
    "day to day": ("x", None),
    "second to last": ("O", -2),
    "second last": ("O", -2),
    "no later than": ("B", None),
    "not later than": ("B", None),
    "later than": ("G", None),
    "earlier than": ("b", None),
    "prior to": ("b", None),
    "not before": ("F", None),
    "no earlier than": ("F", None),
    "up to": ("B", None),
    "up until": ("B", None),
    "since": ("F", "past"),
    "ever since": ("F", "past"),
    "less than": ("~", None),
    "more than": ("~", None),
    "at least": ("~", None),
    "at most": ("~", None),
    "till date": ("N", None),
    "up to date": ("x", None),
    "nineties": ("d", 1990),
    "eighties": ("d", 1980),
    "seventies": ("d", 1970),
    "as of": ("F", None),
    "as from": ("F", None),
    "on or after": ("F", None),
    "on or before": ("B", None),
    "by or before": ("B", None),
    "starting from": ("F", None),
    "starting on": ("F", None),
    "a couple of": ("0", 2),
    "a couple": ("0", 2),
    "couple of": ("0", 2),
    "a pair of": ("0", 2),
    "a few": ("0", 3),
    "a dozen": ("0", 12),
    "next few": ("q", None),
    "half past": ("p", 30),
    "half an": ("f", 0.5),
    "half a": ("f", 0.5),
    "a quarter": ("f", 0.25),
    "a half": ("f", 0.5),
    "week commencing": ("w", None),
    "week beginning": ("w", None),
    "week starting": ("w", None),
    "w/c": ("w", None),
    "quarter of an hour": ("X", Length(((15, "minute"),))),
    "a quarter of an hour": ("X", Length(((15, "minute"),))),
    "three quarters of an hour": ("X", Length(((45, "minute"),))),
    "good morning": ("x", None),
    "good afternoon": ("x", None),
    "good evening": ("x", None),
    "good night": ("x", None),
    "good day": ("x", None),
    "have a great day": ("x", None),
    "end of the line": ("x", None),
    "second of all": ("x", None),
    "first of all": ("x", None),
    "at last": ("x", None),
    "last but not least": ("x", None),
    "day one": ("x", None),
    "in the end": ("x", None),
    "second thought": ("x", None),
    "second thoughts": ("x", None),
    "these days": ("x", None),
    "year in year out": ("x", None),
    "eod": ("E", "day"),
    "cob": ("E", "day"),
    "eob": ("E", "day"),
    "eow": ("E", "week"),
    "eom": ("E", "month"),
    "eoy": ("E", "year"),
    "the eom": ("E", "month"),
    "the eoy": ("E", "year"),
    "year end": ("E", "year"),
    "month end": ("E", "month"),
}  # fmt: skip

HOLIDAYS = {
    "christmas": "christmas", "xmas": "christmas", "x-mas": "christmas", "christmas day": "christmas", "xmas day": "christmas",
    "boxing day": "boxing day", "new year's eve": "new year's eve", "new years eve": "new year's eve",
    "new year's day": "new year", "new years day": "new year", "new year day": "new year", "new year's": "new year",
    "new years": "new year", "valentine's day": "valentine", "valentines day": "valentine", "valentine's": "valentine",
    "halloween": "halloween", "halloween day": "halloween", "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving",
    "black friday": "black friday", "cyber monday": "cyber monday", "labor day": "labor day", "labour day": "labor day",
    "memorial day": "memorial day", "independence day": "july fourth", "mother's day": "mothers day", "mothers day": "mothers day",
    "mothers' day": "mothers day", "father's day": "fathers day", "fathers day": "fathers day", "fathers' day": "fathers day",
    "martin luther king day": "mlk", "martin luther king's day": "mlk", "mlk day": "mlk", "presidents day": "presidents day",
    "president's day": "presidents day", "presidents' day": "presidents day", "columbus day": "columbus day",
    "veterans day": "veterans day", "veteran's day": "veterans day", "st patrick's day": "st patrick", "saint patrick's day": "st patrick",
    "st. patrick's day": "st patrick", "easter": "easter", "easter sunday": "easter", "easter monday": "easter monday",
    "good friday": "good friday", "maundy thursday": "maundy thursday", "holy thursday": "maundy thursday", "palm sunday": "palm sunday",
    "ash wednesday": "ash wednesday", "shrove tuesday": "shrove tuesday", "mardi gras": "shrove tuesday", "pentecost": "pentecost",
    "white sunday": "pentecost", "whit sunday": "pentecost", "ascension day": "ascension", "earth day": "earth day",
    "april fools": "april fools", "april fools day": "april fools", "april fool's day": "april fools", "groundhog day": "groundhog day",
    "cinco de mayo": "cinco de mayo", "ides of march": "ides of march", "epiphany": "epiphany", "all saints day": "all saints",
    "all saints' day": "all saints", "st stephen's day": "boxing day", "ramadan": "ramadan", "eid al-fitr": "eid al-fitr",
    "eid al fitr": "eid al-fitr", "eid ul-fitr": "eid al-fitr", "eid al-adha": "eid al-adha", "eid al adha": "eid al-adha",
    "eid ul-adha": "eid al-adha", "id ul-adha": "eid al-adha", "sacrifice feast": "eid al-adha", "bakr id": "eid al-adha",
    "mawlid al-nabawi": "mawlid", "mawlid": "mawlid", "customer day": "customer day",
    "rosh hashanah": "rosh hashana", "rosh hashana": "rosh hashana", "rosh ha-shanah": "rosh hashana", "yom kippur": "yom kippur",
    "sukkot": "sukkot", "succos": "sukkot", "succot": "sukkot", "simchat torah": "simchat torah", "hanukkah": "hanukkah",
    "chanukah": "hanukkah", "hanukah": "hanukkah", "hannukkah": "hanukkah", "hanuka": "hanukkah", "chanuka": "hanukkah",
    "purim": "purim", "passover": "pesach", "pesach": "pesach", "seder": "seder", "shavuot": "shavuot", "shavuoth": "shavuot",
    "lag baomer": "lag baomer", "lag b'omer": "lag baomer", "tisha b'av": "tisha b'av", "tisha bav": "tisha b'av", "tu bishvat": "tu bishvat",
    "yom haatzmaut": "independence", "yom ha'atzmaut": "independence", "yom hashoah": "shoah", "yom hazikaron": "memorial",
    "the high holidays": "the holidays", "high holidays": "the holidays", "the holidays": "the holidays",
}  # fmt: skip
