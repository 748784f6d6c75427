"""Hebrew, as people speak at work. To the reader neutral in gender; to the client in the form that is his."""

from __future__ import annotations

from datetime import date

from kashuv.rooms.today.rules.choice import Known
from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.hours import is_for_today, part_of
from kashuv.rooms.today.rules.matters import (
    DateMatter,
    LeftAlone,
    PromiseMatter,
    Said,
    SignMatter,
    SilenceMatter,
    Tie,
    WaitingMatter,
)
from kashuv.rooms.today.rules.quoting import occasion, quoted, shortened
from kashuv.rooms.today.wording.soon import soon
from kashuv.rooms.today.wording.times import hour, is_own_day, new_day, rhythm_name

MONTHS = "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split()
WEEKDAYS = "שני שלישי רביעי חמישי שישי שבת ראשון".split()
RHYTHMS = {
    "daily": "כמעט כל יום",
    "weekly": "כל שבוע",
    "fortnightly": "כל שבועיים",
    "monthly": "כל חודש",
    "quarterly": "כל שלושה חודשים",
    "yearly": "פעם בשנה",
}
KINDS = {
    "mail": "מייל",
    "call": "שיחה",
    "meeting": "פגישה",
    "sms": "הודעה",
    "whatsapp": "וואטסאפ",
    "memo": "הערה",
}
TONES = {
    "anger": "כעס",
    "upset": "אכזבה",
    "insult": "עלבון",
    "blame": "האשמה",
    "worry": "דאגה",
    "sarcasm": "עוקצנות",
    "indifference": "אדישות",
}
DATES = {"birthday": "יום הולדת", "anniversary": "יום שנה", "contract": "מועד בחוזה", "other": "תאריך חשוב"}
WAITS = {"him": "ממתין", "her": "ממתינה", "them": "ממתינים"}

# Most forms of "you" are spelled alike for him and for her; those that are not are avoided where the form is unknown.
ONE = {
    "you": "לך",
    "with_you": "אצלך",
    "wrote": "כתבת",
    "from_you": "ממך",
    "well": "שלומך",
    "said": "אמרת",
    "and_you": "איתך",
}
MANY = {
    "you": "לכם",
    "with_you": "אצלכם",
    "wrote": "כתבתם",
    "from_you": "מכם",
    "well": "שלומכם",
    "said": "אמרתם",
    "and_you": "איתכם",
}


def days(count: int) -> str:
    """A length of time."""
    return {0: "פחות מיום", 1: "יום", 2: "יומיים"}.get(count, f"{count} {'ימים' if count <= 10 else 'יום'}")


def have_passed(count: int) -> str:
    return {1: "עבר יום", 2: "עברו יומיים"}.get(count, f"עברו {days(count)}")


def ago(count: int) -> str:
    return {0: "היום", 1: "אתמול"}.get(count, f"לפני {days(count)}")


def since(count: int) -> str:
    """After a noun: "מייל מאתמול"."""
    return {0: "מהיום", 1: "מאתמול"}.get(count, f"מלפני {days(count)}")


def on(when: date, day: Day) -> str:
    """A date as one says it: "היום", "מחר", "יום ראשון, 29 בנובמבר"."""
    away = (when - day.date).days
    if away in (-1, 0, 1):
        return {-1: "אתמול", 0: "היום", 1: "מחר"}[away]
    plain = f"{when.day} ב{MONTHS[when.month - 1]}"
    if when.year != day.date.year:
        return f"{plain} {when.year}"
    return f"יום {WEEKDAYS[when.weekday()]}, {plain}" if 1 < away < 14 else plain


def every(rhythm: float) -> str:
    name = rhythm_name(rhythm)
    return RHYTHMS[name] if name else f"כל {days(round(rhythm))}"


def within(hours: float) -> str:
    """How long an answer usually takes."""
    if hours < 1.5:
        return "תוך שעה"
    if hours < 2.5:
        return "תוך שעתיים"
    return f"תוך {round(hours)} שעות" if hours < 16 else f"תוך {days(max(1, round(hours / 24)))}"


# What is told to the reader.


def label(matter: object, day: Day) -> str:
    """The matter in two or three words."""
    if isinstance(matter, PromiseMatter):
        return _promise_label(matter, day)
    if isinstance(matter, WaitingMatter):
        return (
            f"ממתינים לנו {days(day.days_since(matter.since))}"
            if day.days_since(matter.since)
            else "ממתינים לתשובה"
        )
    if isinstance(matter, SignMatter):
        return f"סימן אזהרה: {TONES.get(matter.tone, matter.tone)}"
    if isinstance(matter, SilenceMatter):
        return "הגיע זמן לקשר" if matter.last_at is None else "שקט לא רגיל"
    return DATES[matter.kind] if isinstance(matter, DateMatter) and matter.kind in DATES else "תאריך"


def _promise_label(matter: PromiseMatter, day: Day) -> str:
    ours = matter.side == "ours"
    if matter.due_at is None:
        return "הבטחה בלי תאריך"
    if matter.due_at < day.at:
        return "הבטחה באיחור" if ours else "הובטח לנו"
    if ours and (near := soon("he", matter.due_at, day)):
        return f"המועד {near}"
    return f"הבטחה ל{on(day.of_deadline(matter.due_at), day)}" if ours else "הובטח לנו"


def promise(matter: PromiseMatter, tie: Tie, day: Day, person: Known | None) -> str:
    told = _promise_told(matter, day, _about(matter))
    return f"כנראה הבטחה, שזוהתה בטקסט ועוד לא אושרה. {told}" if matter.proposed else told


def _about(matter: PromiseMatter) -> str:
    """What was promised, where the quoted sentence does not say it already."""
    words = shortened(matter.words).rstrip(".")
    return f": {words}" if words and words != shortened(matter.said.quote or matter.words).rstrip(".") else ""


def _promise_told(matter: PromiseMatter, day: Day, about: str) -> str:
    if matter.due_at is None:
        return f"הבטחה שלנו בלי תאריך, כבר {days(day.days_since(matter.given_at))}{about}."
    when = on(day.of_deadline(matter.due_at), day)
    late = day.days_late(matter.due_at)
    if matter.side == "theirs":
        return (
            f"הובטח לנו עד {when}{about}. {have_passed(late)}; אפשר להזכיר בעדינות."
            if late
            else f"הובטח לנו להיום{about}."
        )
    if matter.due_at < day.at:
        return (
            f"הבטחה שלנו באיחור של {days(late)}{about}. המועד היה {when}."
            if late
            else f"המועד עבר היום{about}."
        )
    if near := soon("he", matter.due_at, day):
        return f"הבטחה שלנו ל{when}, והמועד {near}{about}."
    if is_for_today(matter, day) and part_of(day) != "morning":
        return f"הבטחה שלנו להיום, וחצי היום כבר עבר{about}."
    clock = hour(matter.due_at, day)
    return f"הבטחה שלנו ל{when}, עד {clock}{about}." if clock else f"הבטחה שלנו ל{when}{about}."


def waiting(matter: WaitingMatter, tie: Tie, day: Day, person: Known | None) -> str:
    count = day.days_since(matter.since)
    if not matter.asks:
        return f"ההודעה האחרונה הגיעה {ago(count)}, ובדרך כלל אנחנו מגיבים גם כשאין שאלה."
    if not count:
        return "פנייה מהיום, ועדיין בלי תשובה שלנו."
    waits = (
        f"{person.first_name} {WAITS[person.form]}"
        if person and person.first_name and person.form in WAITS
        else "ממתינים"
    )
    told = f"{waits} לתשובה שלנו כבר {days(count)}."
    if tie.answer_hours is not None and tie.answer_hours * 2 < count * 24:
        told += f" בדרך כלל התשובה שלנו מגיעה {within(tie.answer_hours)}."
    return told


def sign(matter: SignMatter, tie: Tie, day: Day, person: Known | None) -> str:
    where = KINDS.get(matter.said.kind, "דברים")
    return f"סימן אזהרה: {TONES.get(matter.tone, matter.tone)}, ב{where} {since(day.days_since(matter.at))}."


def silence(matter: SilenceMatter, tie: Tie, day: Day, person: Known | None) -> str:
    if tie.cadence_days and matter.last_at is None:
        return f"סוכם על קשר {every(tie.cadence_days)}, ועדיין לא היה."
    count = day.days_since(matter.since) if matter.since else 0
    if tie.cadence_days:
        return f"סוכם על קשר {every(tie.cadence_days)}; {have_passed(count)} מאז הפעם האחרונה."
    whose = " מהצד שלהם" if matter.ours_is_last else ""
    return f"בדרך כלל יש קשר {every(tie.rhythm_days or count)}; עכשיו {have_passed(count)} בלי מילה{whose}."


def a_date(matter: DateMatter, tie: Tie, day: Day, person: Known | None) -> str:
    return f"{named(matter)}: {on(matter.day, day)}."


def named(matter: DateMatter) -> str:
    if matter.words and matter.words != matter.person_name:
        return occasion(matter.words)
    return f"{DATES[matter.kind]} של {matter.person_name}" if matter.person_name else DATES[matter.kind]


def alone(wish: LeftAlone, day: Day) -> str:
    until = f" עד {on(day.of(wish.until), day)}" if wish.until else ""
    return f"יש בקשה לא לפנות{until}; זה כאן בכל זאת, כי הדבר תלוי בנו."


def nobody() -> str:
    return "לפי הכרטיס, אין אצל הלקוח מי שמותר לפנות אליו."


def good_and_quiet(years: int, count: int) -> str:
    together = {0: "כמעט שנה ביחד", 1: "שנה ביחד", 2: "שנתיים ביחד"}.get(
        years, f"{years} {'שנים' if years <= 10 else 'שנה'} ביחד"
    )
    return f"{together}, השנה בלי אף סימן אזהרה; הקשר האחרון {ago(count)}."


def cite(said: Said, day: Day, person: Known | None) -> str:
    if said.at is None:
        return ""
    when = on(day.of(said.at), day)
    if said.direction == "in" and person is not None:
        return f"{person.name}, {when}"
    if said.direction == "out":
        return f"{KINDS.get(said.kind, 'דברים')} שלנו, {when}"
    return f"{KINDS[said.kind]}, {when}" if said.kind in KINDS else when


# What is said to the client.


def you(person: Known | None) -> dict[str, str]:
    return MANY if person is not None and person.form == "them" else ONE


def hello(person: Known | None) -> str:
    return f"שלום {person.first_name}," if person and person.first_name else "שלום,"


def called(person: Known | None) -> str:
    """His name before a spoken sentence."""
    return f"{person.first_name}, " if person and person.first_name else ""


def promise_step(matter: PromiseMatter, day: Day, person: Known | None) -> tuple[str, str]:
    y, words = you(person), quoted(matter.said.quote or matter.words, "״", "״")
    if matter.side == "theirs":
        return (
            f"רק לוודא שזה לא נפל בין הכיסאות: {words} לקראת מתי זה יסתדר?",
            f"רציתי לוודא שזה לא נפל בין הכיסאות: {words}\nלקראת מתי זה יסתדר? אם משהו מעכב, נשמח לעזור.",
        )
    soon = on(new_day(day), day)
    if matter.due_at is None:
        told = f"הבטחתי {y['you']}, בלי לנקוב בתאריך: {words}"
        return (
            f"{told} זה יהיה {y['with_you']} עד {soon}.",
            f"{told}\nלא שכחתי: זה יהיה {y['with_you']} עד {soon}.",
        )
    if matter.due_at < day.at:
        due = on(day.of_deadline(matter.due_at), day)
        told = f"הבטחתי {y['you']}: {words} המועד היה {due}, וזה עוד לא קרה."
        return (
            f"{told} לא שכחתי: זה יהיה {y['with_you']} עד {soon}.",
            f"{told}\nסליחה על ההמתנה, לא שכחתי. זה יהיה {y['with_you']} עד {soon}.",
        )
    due = on(day.of_deadline(matter.due_at), day)
    told = f"הבטחתי {y['you']}: {words}"
    return (
        f"{told} זה יהיה {y['with_you']} {due}, כמו שסיכמנו.",
        f"{told}\nזה בעבודה, ויהיה {y['with_you']} {due}, כמו שסיכמנו.",
    )


def waiting_step(matter: WaitingMatter, day: Day, person: Known | None) -> tuple[str, str]:
    y, count = you(person), day.days_since(matter.since)
    spoke = y["said"] if matter.said.kind in ("call", "meeting") else y["wrote"]
    about = (
        f"לגבי מה ש{spoke}: {quoted(matter.said.quote, '״', '״')}"
        if matter.said.quote
        else f"לגבי מה ש{spoke}."
    )
    sorry = f" סליחה שהתשובה התעכבה {days(count)}." if count > 1 else ""
    soon = on(day.date if not sorry else new_day(day), day)
    return (
        f"{about}{sorry} אפשר לדבר על זה עכשיו?",
        f"{about}{sorry}\nלא שכחתי: תשובה מסודרת תהיה {y['with_you']} עד {soon}.",
    )


def sign_step(matter: SignMatter, day: Day, person: Known | None) -> tuple[str, str]:
    y = you(person)
    spoke = y["said"] if matter.said.kind in ("call", "meeting") else y["wrote"]
    words = f": {quoted(matter.said.quote, '״', '״')}" if matter.said.quote else "."
    return (
        f"חשבתי על מה ש{spoke}{words} חשוב לי לשמוע קודם כול {y['from_you']}: מה הכי מפריע עכשיו?",
        f"חשבתי על מה ש{spoke}{words}\nזה חשוב לי, ולכן עדיף לשמוע {y['from_you']} ישירות לפני שאענה בכתב."
        f" מתי היום נוח {y['you']} לדבר?",
    )


def silence_step(matter: SilenceMatter, day: Day, person: Known | None) -> tuple[str, str]:
    y = you(person)
    count = day.days_since(matter.since) if matter.since else 0
    begin = f"{have_passed(count)} מאז שדיברנו" if count else "עוד לא יצא לנו לדבר"
    about = f" (על ״{shortened(matter.subject, 60)}״)" if matter.subject and count else ""
    if matter.ours_is_last:
        begin, about = f"{have_passed(count)} מאז ששמעתי {y['from_you']}", ""
    wish = f"ורציתי לשמוע מה {y['well']} ואיך מתקדמים הדברים {y['with_you']}."
    return (f"{begin}{about}, {wish}", f"{begin}{about}, {wish}\nמתי נוח {y['you']} לשיחה קצרה השבוע?")


def date_step(matter: DateMatter, day: Day, person: Known | None) -> tuple[str, str]:
    y = you(person)
    if matter.kind == "contract":
        told = f"רציתי לדבר {y['and_you']} על {named(matter)}, {on(matter.day, day)}, כדי שלא נגיע לזה ברגע האחרון."
        return (told, f"{told}\nמתי נוח {y['you']} לשיחה קצרה?")
    if matter.kind == "birthday" and person is not None and is_own_day(matter, person):
        return ("מזל טוב ליום ההולדת!", "מזל טוב ליום ההולדת! שתהיה שנה טובה, בריאה ושמחה.")
    return (f"{named(matter)}: מזל טוב מכולנו!", f"{named(matter)}: מזל טוב מכולנו, ושיהיה רק טוב.")


# What frames a plan in a terminal, a letter or a calendar.


def more(count: int) -> str:
    return "ועוד אחד שיכול לחכות" if count == 1 else f"ועוד {count} שיכולים לחכות"


def frame(day: date) -> dict[str, str]:
    return {
        "title": f"היום: יום {WEEKDAYS[day.weekday()]}, {day.day} ב{MONTHS[day.month - 1]} {day.year}",
        "nothing": "אין היום מי שמחכה. זמן טוב ליזום משהו.",
        "quiet": "טובים ושקטים",
        "begin": "פתיחה אפשרית",
        "open": "״",
        "close": "״",
        "call": "שיחה",
        "mail": "מייל",
        "sms": "הודעה",
        "whatsapp": "וואטסאפ",
        "meeting": "פגישה",
    }


def good_morning(name: str) -> str:
    return f"בוקר טוב, {name}" if name else "בוקר טוב"


def subject(count: int, first: str) -> str:
    """The subject of the morning letter."""
    if not count:
        return "הבוקר אין מי שמחכה"
    return f"הבוקר: {first}" if count == 1 else f"הבוקר: {first} ועוד {count - 1}"
