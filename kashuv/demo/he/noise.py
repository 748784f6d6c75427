"""What machines and strangers send in Hebrew; none of it is a client."""

from __future__ import annotations

from kashuv.demo.cast import Contact, talks

NEWSLETTERS = (
    (
        "העיתונאי היומי",
        "news@haitonai-daily.example",
        "סיכום השבוע בתקשורת",
        "חמש כתבות שכדאי לקרוא, מינויים חדשים ומי עבר לאן.",
    ),
    (
        "כלי יח״צ",
        "hello@pr-tools.example",
        "שבעה טיפים להודעה טובה לעיתונות",
        "הטיפ השלישי יפתיע. וגם: הנחה לשנה הבאה.",
    ),
    (
        "לשכת המסחר",
        "newsletter@chamber.example",
        "אירועי החודש בלשכה",
        "בוקר נטוורקינג, סדנת מיסוי, וסיור במפעל. ההרשמה נפתחה.",
    ),
)
AUTOMATIC = (
    ("בנק הדרום", "no-reply@bank-darom.example", "אישור העברה", "העברה בסך 4,200 ש״ח התקבלה בחשבונך."),
    (
        "יומן",
        "notifications@calendar.example",
        "תזכורת: פגישה מחר ב־10:00",
        "הפגישה תתקיים במשרד. כדי לעדכן, יש להיכנס ליומן.",
    ),
    ("חניון העיר", "no-reply@parking-city.example", "חשבונית מס קבלה", "מצורפת חשבונית עבור החניה שלך."),
)
STRANGERS = (
    Contact("ירון פלד", "him", "yaron@print-peled.example", "03-555-0150", "דפוס פלד"),
    Contact("סתיו ארזי", "her", "stav@media-seminar.example", "052-555-0151", "מכללת המדיה"),
)
STRANGE_TALKS = talks("""
הצעה לדפוס
> שלום, קיבלתי את המספר שלכם מלקוח. אנחנו בית דפוס קטן ומהיר, אפשר לשלוח מחירון?
< שלום, תודה. אפשר לשלוח, נשמור אותו להזדמנות.
> נשלח, תודה

הרצאה לסטודנטים
> שלום {us}, אני מרכזת קורס יחסי ציבור ומחפשת אורחת לשיעור אחד באביב. יש עניין?
< שלום, תודה שחשבת עליי. העונה עמוסה, נדבר שוב בשנה הבאה.
""")
