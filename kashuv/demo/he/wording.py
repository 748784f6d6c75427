"""Small words in Hebrew: days, months, signatures, echoes, what promises are called."""

from __future__ import annotations

from datetime import datetime

from kashuv.demo.stage import Beat

DIRECTION = "rtl"
WEEKDAYS = ("שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת", "ראשון")
MONTHS = (
    "ינואר",
    "פברואר",
    "מרץ",
    "אפריל",
    "מאי",
    "יוני",
    "יולי",
    "אוגוסט",
    "ספטמבר",
    "אוקטובר",
    "נובמבר",
    "דצמבר",
)

DRAFT_WORDS = "הטיוטה המעודכנת של ההודעה לעיתונות"
LIST_WORDS = "רשימת הכתבים המעודכנת"
PLAN_WORDS = "תוכנית העבודה לרבעון הבא"
PICTURES_WORDS = "התמונות הגדולות מהאירוע"
HELD = "{c}, כמה אפשר? כל יום עוד שינוי, ושוב הכול דחוף. ככה פשוט אי אפשר לעבוד."
WANTED = "{c} שלום,\n\n{topic}: זה יתעכב ביומיים נוספים. זה לא תלוי בנו, וכדאי שגם אצלכם יבינו את זה."
QUESTION = "זה לא נשמע מתגונן מדי?"
BEGUN = "{c} שלום,\n\nעדכון קצר לגבי {topic}: "
TEMPLATES = (
    ("תודה על פגישה", "{name} שלום,\n\nתודה על הפגישה. אלה הדברים שסוכמו:\n\n\n{me}"),
    ("קיבלנו, בטיפול", "{name} שלום,\n\nקיבלנו, וזה בטיפול. תשובה מסודרת תגיע עד סוף היום.\n\n{me}"),
)
MOVE_REASON = "המעצבת חולה, הנתונים הגיעו באיחור"


def weekday(day: datetime) -> str:
    return f"יום {WEEKDAYS[day.weekday()]}"


def by(day: datetime) -> str:
    return f"עד {weekday(day)}"


def on(day: datetime) -> str:
    return f"ב{weekday(day)}"


def month(day: datetime) -> str:
    return MONTHS[day.month - 1]


def date(day: datetime) -> str:
    return f"{day.day} ב{month(day)}"


def birthday(name: str, day: datetime) -> str:
    return f"יום ההולדת של {name}: {date(day)}"


def contract_end(day: datetime) -> str:
    return f"ההסכם מסתיים ב־{date(day)} {day.year}"


def signature(beat: Beat) -> str:
    if beat.direction == "out":
        return f"-- \n{beat.colleague.name}\n{beat.colleague.role}, לוי תקשורת\n03-555-0140"
    role = f"\n{beat.contact.role}" if beat.contact.role else ""
    return f"-- \n{beat.contact.name}{role}\n{beat.character.name}\n{beat.contact.phone}"


def echo_head(at: datetime, name: str, mail: str) -> str:
    return f"בתאריך יום {WEEKDAYS[at.weekday()][0]}׳, {at.day} ב{month(at)[:3]}׳ {at.year} ב-{at:%H:%M} מאת {name} <{mail}>:"
