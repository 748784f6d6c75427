"""Hebrew words of promising. A tongue's table of promises has the same names in every folder.

A verb of the first person future carries its person in its first letter (אשלח, נשלח), so the table below
holds what follows that letter, with the meaning.
"""

from __future__ import annotations

# The future stem after the א of "I" or the נ of "we".
DEEDS = {
    "צביע": "vote", "תמוך": "support", "גיש": "submit", "פעל": "act", "יזום": "start", "שנה": "change", "בצע": "carry out", "מלא": "fill",
    "עביר": "pass on", "עדכן": "update", "בדוק": "check", "ברר": "find out", "וודא": "make sure", "ודא": "make sure",
    "חזור": "come back", "תקשר": "phone", "צלצל": "ring", "דבר": "speak", "שוחח": "talk", "טפל": "take care", "דאג": "see to it",
    "כין": "prepare", "סיים": "finish", "שלים": "complete", "גמור": "finish", "גיע": "come", "בוא": "come", "ביא": "bring",
    "מסור": "hand over", "ספק": "deliver", "תאם": "arrange", "ארגן": "arrange", "סדר": "put in order",
    "תקן": "mend", "החליף": "exchange", "חליף": "exchange", "חזיר": "give back", "זכה": "credit", "שלם": "pay", "עביר-תשלום": "pay",
    "צרף": "attach", "כתוב": "write", "נסח": "word", "ערוך": "edit", "תרגם": "translate", "הציג": "present", "ציג": "present",
    "העלה": "upload", "עלה": "go up", "פרסם": "publish", "הוריד": "take down", "וריד": "take down", "שפר": "improve", "קדם": "push forward",
    "חפש": "look for", "שאל": "ask", "שיב": "reply", "גיב": "respond", "אשר": "approve", "חתום": "sign",
    "פתור": "solve", "סגור": "close", "זמין": "order", "הזמין": "order", "קנה": "buy", "דחוף": "push", "שחרר": "release",
    "עמוד": "stand by", "קפיד": "take care", "שתדל": "do my best", "נסה": "try", "תחיל": "begin", "משיך": "go on", "עבור": "go over",
    "למד": "study", "ראה מה": "see what", "גבש": "work out", "רכז": "gather", "סכם": "sum up", "תמחר": "price", "שריין": "reserve",
    "שמור": "keep", "עקוב": "follow", "הוסיף": "add", "הטמיע": "build in", "התקין": "install", "פנה": "turn to", "עזור": "help",
    "סייע": "help", "לווה": "accompany", "פגיש": "bring together", "עשה הכול": "do everything", "עשה הכל": "do everything",
    "ייצר": "make", "צלם": "photograph", "עצב": "design", "הדפיס": "print", "דפיס": "print", "תייג": "tag", "רשום": "write down", "קצר": "be brief",
    "סביר": "explain", "זכיר": "remind", "קיים": "hold", "אפשר": "make possible", "צטרף": "join", "שתתף": "take part", "חליט": "decide",
    "בטל": "cancel", "קצה": "set aside", "ממן": "pay for", "רחיב": "widen", "קשיב": "listen", "תנגד": "oppose", "זמן": "call in", "דחה": "put off",
    "קדים": "be early", "סדיר": "settle", "פרט": "tell in full", "וסיף": "add", "טמיע": "build in", "תקין": "install", "מציא": "provide",
    "כלול": "include", "שקיע": "put in", "עמיד": "put up", "קח על עצמי": "take upon", "יקח על עצמנו": "take upon",
    "קח אחריות": "answer for", "יקח אחריות": "answer for", "קח את זה": "take upon", "יקח את זה": "take upon", "יקח לתשומת": "heed",
    "סיר את": "take off", "משוך את": "withdraw", "שב על": "sit down to it", "שב איתך": "sit down to it", "שב איתכם": "sit down to it", 
    "ספיק": "be in time", "בוא לקראת": "meet halfway", "תמודד": "cope",
    "קדיש": "devote", "פצה": "make up for", "סיע": "drive", "קריא": "read out", "נמק": "give reasons", "בהיר": "make clear", "תמקד": "keep to",
    "תייחס": "speak to it", "ודיע": "let know", "יידע": "let know", "וציא": "get out", "וביל": "lead", "וותר": "give up", "חבר": "connect",
    "חדש": "renew", "חלק": "share out", "יישם": "carry out", "כניס": "put in", "נהל": "manage", "סמן": "mark", "סרוק": "scan", "ערער": "appeal",
    "פחית": "lower", "פסיק": "stop", "פעיל": "switch on", "צמצם": "narrow", "קים": "set up", "קליט": "record", "קפוץ": "drop by", "ראיין": "interview",
    "רענן": "refresh", "שדרג": "upgrade", "שווה": "compare", "שכתב": "rewrite", "שיק": "launch", "שלב": "fit in", "שתף": "share", "תגבר": "strengthen",
    "תחייב": "bind oneself", "תעד": "record", "תכנן": "plan", "תרום": "donate", "אמת": "verify", "ארוז": "pack", "אסוף": "gather", "צא": "set out",
    "תקדם": "go on", "תאים": "fit", "נתח": "analyse", "סקור": "look over", "בקר": "visit", "פגוש": "meet", "ייצג": "stand for", "ייעץ": "advise",
    "הפיק": "produce", "פיק": "produce", "טען": "load", "העביר": "pass on", "שקול": "consider", "תייעץ": "take advice", "היערך": "get ready",
}  # fmt: skip

# Deeds whose "we will" is spelled like "it was": נשלח is both "we will send" and "was sent". Of us they tell only beside a
# word of the future or of the one who receives it; with א they are plain.
TWO_FACED = {
    "שלח": "send", "קבע": "set", "מצא": "find", "ענה": "answer", "פתח": "open", "קרא": "read", "עשה": "do",
    "בחר": "choose", "שמע": "hear", "בחן": "examine", "דון": "discuss", "מנע": "prevent", "סגר": "close", "בדק": "check", "שמר": "keep",
}  # fmt: skip

# A deed about to be done, in the present: אני שולח, אנחנו בודקות.
AT_IT = {
    "שולח": "send", "בודק": "check", "מעביר": "pass on", "מטפל": "take care", "מברר": "find out", "מעדכן": "update", "חוזר": "come back",
    "מתקשר": "phone", "מכין": "prepare", "מסיים": "finish", "עובד על": "work on", "דואג": "see to it", "מתקן": "mend", "מסדר": "put in order",
    "קובע": "set", "מתאם": "arrange", "מצרף": "attach", "מוסר": "hand over", "מביא": "bring", "מגיש": "submit", "מחזיר": "give back",
    "פונה": "turn to", "מזמין": "order", "משלים": "complete", "עולה על זה": "get on it", "נותן": "give",
    "רושם": "write down", "סורק": "scan", "מדפיס": "print", "מעלה": "upload", "עורך": "edit", "מנסח": "word", "מסכם": "sum up",
    "עושה את זה": "do it", "עושים את זה": "do it", "עושות את זה": "do it",
}  # fmt: skip

_DEED = "|".join(sorted(DEEDS, key=len, reverse=True))
_FACES = "|".join(TWO_FACED)
_OPEN = str.maketrans("ךםןףץ", "כמנפצ")  # a last letter as it is written before an ending: מתקן, מתקנת
_NOW = "|".join(
    sorted((*AT_IT, *(verb[:-1] + verb[-1].translate(_OPEN) for verb in AT_IT)), key=len, reverse=True)
)
_START = r"(?<![א-ת'\"])"
_END = r"(?![א-ת'\"])"
_TO_YOU = r"(?:לך|לכם|לכן|אלי[יך]ך?|אליכם|אליכן)"
_FORMS = r"(?:ת|ים|ות|ה)?"
_OURS_BY = rf"(?:אצלנו|על ידינו|על ידי|מצידנו|מצדנו|ללא (?:עלות|תשלום|חיוב)|על חשבוננו|בחשבונית|{_TO_YOU})"
_DONE = r"(?:טופל|תוקן|בוצע|בוטל|תואם|וסדר|וחלף|וחזר|ושלם|ועבר|זוכה|ותקן|סופק|עודכן|ימסר|ינתן|ישלח|יסגר|ישלם|יבדק)"
_SAYING = r"(?:אני|אנחנו|לך|לכם|אותך|אתכם|אומר|אומרת|מודיע|מודיעה|מודיעים|מעדכן|מעדכנת|מעדכנים|בטוח|בטוחה|בטוחים|יודע|יודעת|תדע|תדעי|תדעו|דעו|סיכמנו|החלטתי|החלטנו|הוחלט|כמובן|כך|רשמתי|ברור)"
_SOON = r"(?:מייד|מיד|עכשיו|עוד היום|היום|הערב|הבוקר|מחר|תכף|תיכף|בהקדם|בדקות הקרובות|עד|תוך|בעוד)"

# What also begins with א behind "I", or with נ behind "we", and is no deed to come: other words, and verbs of the mind.
_NO_DEED = (
    "דם|בא|בי|שם|מר|תחרט|זרח|זרחית|ומר|ומרת|והב|והבת|חראי|חראית|מור|מורה|צל|צלך|צלכם|חד|חת|ישית|יתך|יתכם|יתו|יתה|איתם|שה|ישה|סיר|סירת|פילו|ולי|מנם|בל|תה|תם|ותך|ותו|ותה|ותם|ותכם|"
    "ליך|ליכם|ליו|ליה|חרי|חר|חות|ימא|מא|ישי|ישית|דרבא|ופטימי|ופטימית|ובד|ובדת|וסף|וספת|ורז|ורזת|ופה|וכל|וכלת|חרון|חרונה|מין|מינה|ספר|ם|תמול|צלי|צלנו|נשים|ין|יננו|"
    "בין|דע|זכור|זכיר|רצה|שמח|ודה|צטרך|זדקק|סתפק|תגעגע|מות|היה|גיד|ציין|כחיש|חשוב|צטער|ופתע|תאכזב|סבול|צפה|עדיף|תפלא|סכים|ניח|ראה|פסיד|קנא|חיה|לך|שאר|הסס|אמין|כיר|"
    "רגיש|תקשה|שקר|עז|עיז|קווה|יחל|אחל|אשם|שמה|ומלל|כולה|ריה|לרגי|לרגית|נגלי|נגליה|מריקאי|קטואר|רכיטקט|רכיטקטית"
)
_NO_DEED_OF_OURS = "ורא|גד|וכל|רצה|היה|צטרך|שמח|דע|ראה|אבד|מות|חשוב|בין|זכור|קווה|ודה|הנה|מצא|משיך|שלם|אמר|גיד|סבול|פסיד|תגעגע|צא|שאר|כון|בדל|אשם|אמן|אלץ|כשל|כנס|פגש|שים|צטער"

BINDING = {
    rf"{_START}(?<!אם )ו?(?:א|נ)(?:{_DEED}){_END}": (0.85, "a deed of his own, still to come"),
    rf"{_START}(?<!אם )ו?א(?:{_FACES}){_END}": (0.85, "a deed of his own, still to come"),
    # Behind ש it is often only wished or described ("it is time that we act", "the law that we pass").
    rf"{_START}{_SAYING}(?: [א-ת]+){{0,2}} ש(?:(?:א|נ)(?:{_DEED})|א(?:{_FACES})){_END}": (
        0.8,
        "says that he will do it",
    ),
    rf"{_START}(?:ו|ש|וש|כש)?נ(?:{_FACES})(?= (?:[^.?!,:]{{0,30}} )?(?:לך|לכם|לכן|אלי[יך]ך?|אליכם|אליכן|מחר|היום|הערב|השבוע|החודש|בקרוב|בהקדם|עד|תוך|בעוד|מיד|מייד|עכשיו|תכף|תיכף|אחר כך|בהמשך|הבאה?|הקרובה?){_END})": (
        0.8,
        "a deed of ours, still to come",
    ),
    rf"{_START}(?:אנחנו|אנו) נ(?:{_FACES}){_END}": (0.85, "a deed of ours, still to come"),
    # אתן is also "you", איתן and נתן are names, ניתן is also "one can": only with the one who is given.
    rf"{_START}(?:ו|ש|וש)?(?:אתן|איתן|ניתן) (?:לך|לכם|לכן|לו|לה|להם|להן|תשובה|מענה|עדכון|הנחה){_END}": (
        0.85,
        "will give",
    ),
    rf"{_START}(?:אני|אנחנו|אנו) (?:כבר |עכשיו |מייד |מיד |היום |מחר )?(?:{_NOW})(?:ת|ים|ות|ה)?{_END}(?=[^.?!]{{0,60}}{_START}(?:עכשיו|מייד|מיד|היום|מחר|בהקדם|בזה|בנושא|בעניין|לך|לכם|אלי[יך]ך?|אליכם|עד|הערב|הבוקר|תוך|בעוד|בסוף|בתחילת|בשבוע|ביום){_END})": (
        0.8,
        "is at it",
    ),
    rf"{_START}(?:ו|ש|וש)?אני (?:{_SOON} |גם |אישית |בעצמי |פשוט |רק )?א(?!(?:{_NO_DEED}){_END})[א-ת]{{2,}}{_END}": (
        0.6,
        "I will, and any other verb",
    ),
    rf"{_START}(?:ו|ש|וש)?(?:אנחנו|אנו) (?:{_SOON} |גם )?נ(?!(?:{_NO_DEED_OF_OURS}){_END})(?![א-ת]+(?:ים|ות|נו){_END})[א-ת]{{2,}}{_END}": (
        0.55,
        "we will, and any other verb",
    ),
    rf"{_START}אני (?:כבר |מיד |מייד |תכף |רק )?(?:מסיים|מסיימת|מקצר|מקצרת)(?=$|[.,!]| (?:ב|מיד|מייד|תכף))": (
        0.65,
        "is about to end",
    ),
    rf"{_START}אני (?:מושך|מושכת|מסיר|מסירה) את ה": (0.65, "withdraws it"),
    rf"^(?:אוקיי|אוקי|טוב|בסדר|סגור|כן|סבבה|בשמחה|מצוין|מעולה)[,.]? (?:אז )?(?:אני )?(?:{_NOW}){_FORMS} (?:{_TO_YOU}|אות[ךכ][םן]?|אתכ[םן]){_END}": (
        0.75,
        "agrees, and is at it",
    ),
    rf"{_START}אשמח (?:מאוד )?ל(?:הגיע|בוא|השתתף|הצטרף)(?![^.?!]{{0,60}}{_START}אם{_END})": (0.6, "accepts"),
    rf"{_START}(?:שלנו|מטעמנו|מהצוות|מהמשרד) [ית](?:צור|תקשר|חזור|גיע|שלח|טפל|עדכן|בדוק|פנה|ספק){_END}": (
        0.7,
        "says which of his people will do it",
    ),
    rf"{_START}לא א(?:צביע|תמוך|תן(?= [של])|ספר(?= ל(?!ך|כם|כן))|גלה|פרסם){_END}": (
        0.65,
        "binds himself not to",
    ),
    rf"{_START}נעשה (?:כל מאמץ|כמיטב|הכול|הכל|את המקסימום|את המיטב|כל שביכולתנו|ככל יכולתנו|מה שצריך|מה שנדרש){_END}": (
        0.8,
        "promises his best",
    ),
    rf"{_START}(?:כבר|מייד|מיד|עכשיו|תכף|תיכף) (?:אני )?(?:{_NOW})(?:ת|ים|ות|ה)? {_TO_YOU}{_END}": (
        0.8,
        "is at it",
    ),
    rf"^(?:(?:אוקיי|אוקי|טוב|בסדר|סגור|כן|סבבה|בשמחה)[,.]? )?(?:{_NOW})(?:ת|ים|ות|ה)? (?:{_TO_YOU} )?(?:את [א-ת ]{{2,30}} )?{_SOON}{_END}": (
        0.75,
        "is at it, and leaves out the I",
    ),
    rf"{_START}(?:ב(?:טיפולי|טיפולנו|אחריותי|אחריותנו)|בטיפול שלי|בטיפול שלנו){_END}": (
        0.75,
        "has it in his hands",
    ),
    rf"{_START}(?:{_NOW}){_FORMS},? ו(?:חוזר|מעדכן|מעדכנ|שולח|מעביר|מתקשר|מוסר){_FORMS}{_END}": (
        0.8,
        "is at it, and will tell",
    ),
    rf"^(?:קיבלתי|קיבלנו|ראיתי|ראינו|רשמתי|רשמנו|סבבה|אוקיי|אוקי|סגור|טוב|בסדר)[,.]? (?:{_NOW}){_FORMS}(?=$|[.,!])": (
        0.75,
        "is at it, and leaves out the I",
    ),
    rf"{_START}(?:אני|אנחנו|אנו) (?:כבר )?(?:מסדר|מתקן|מתקנ|מברר|בודק|סוגר){_FORMS} את (?:זה|העניין|הנושא){_END}": (
        0.75,
        "is at it",
    ),
    rf"{_START}(?:ו|ש|וש)?(?:א|נ)בקש מ(?!מך|כם|כן|אוד|א?ית)[א-ת]+": (0.7, "will ask it of others"),
    rf"{_START}(?:ו|ש|וש)?(?:א|ני)צור (?:(?:אית|עמ)[ךכ][םן]? )?קשר{_END}": (0.85, "will be in touch"),
    rf"{_START}לא (?:א|נ)שכח ל[א-ת]+": (0.8, "will not forget"),
    rf"{_START}לא (?:א|נ)(?:וותר|רפה|נוח|עצור|שקוט) (?:על|עד|מ)": (0.65, "will not rest"),
    rf"{_START}לא (?:א|נ)(?:חייב|גבה) (?:אות[ךכ]|ממ[ךכ]|על )": (0.75, "will not charge"),
    rf"{_START}יש ל(?:ך|כם|כן) (?:את )?ה?מילה של(?:י|נו){_END}": (0.85, "gives his word"),
    rf"{_START}(?:הבטחה שלי|זו הבטחה|זאת הבטחה){_END}": (0.8, "gives his word"),
    rf"{_START}יש ל(?:ך|כם|כן) [א-ת ]{{2,25}} ממ(?:ני|נו|ינו){_END}": (
        0.65,
        "says what the reader will have of him",
    ),
    rf"{_START}(?:תסמוך|תסמכי|תסמכו) על(?:יי|י|ינו){_END}": (0.7, "takes it upon himself"),
    rf"{_START}[ית]{_DONE}(?:ה|ו)?{_END}(?=[^.?!]{{0,50}}{_START}{_OURS_BY}{_END})": (
        0.75,
        "says that it will be done, and by whom or for whom",
    ),
    rf"{_START}[ית](?:טופל|תוקן)(?:ו)?(?= [^.?!]{{0,40}}{_SOON}{_END})": (
        0.75,
        "says until when it will be mended",
    ),
    rf"{_START}(?:לוקח(?:ת|ים|ות)?|לקחתי|לקחנו) (?:את (?:זה|הנושא|העניין) )?על עצמ(?:י|נו){_END}": (
        0.85,
        "takes it upon himself",
    ),
    rf"{_START}ב(?:כוונתי|כוונתנו|דעתי|דעתנו) ל[א-ת]+": (0.65, "means to do it"),
    rf"{_START}(?:מטפל(?:ת|ים|ות)?|בודק(?:ת|ים|ות)?|מברר(?:ת|ים|ות)?) (?:בזה|את זה|בעניין|בנושא|ואעדכן|ונעדכן){_END}": (
        0.8,
        "is at it",
    ),
    rf"{_START}(?:אני|אנחנו|אנו) (?:מבטיח|מתחייב)(?:ה|ת|ים|ות)?{_END}": (0.95, "says it in so many words"),
    rf"{_START}(?:מבטיח|מתחייב)(?:ה|ת|ים|ות)? (?:ש|ל|לך|לכם){_END}?": (0.9, "says it in so many words"),
    rf"{_START}(?:על אחריותי|על האחריות שלי|אני על זה|אנחנו על זה|יטופל|זה יטופל|תשאיר(?:י|ו)? (?:את זה )?(?:לי|עליי|עלי)|סמוך עליי|סמכי עליי){_END}": (
        0.8,
        "takes it upon himself",
    ),
    r"^(?:(?:אוקיי|אוקי|טוב|בסדר|סגור|כן)[,.]? )?(?:זה |הכול |הכל )?(?:עליי|עלי)(?=$|[.,!])": (
        0.8,
        "takes it upon himself",
    ),
    rf"{_START}(?:תקבל(?:י|ו)?(?! (?:החלט|אחריות|בבקשה|את ההתנצלות|עונש|פרופורציה))|יישלח(?:ו)? (?:אלי[יך]ך?|אליכם)|ישלח(?:ו)? אלי[יך]ך?|יגיע(?:ו)? אלי[יך]ך?|יגיע(?:ו)? אליכם|תגיע אלי[יך]ך?|תגיע אליכם|(?:יהיה|יהיו|תהיה) אצל[ךכ][םן]?|יהיה מוכן|תהיה מוכנה|יהיו מוכנים|יעלה לאוויר){_END}": (
        0.7,
        "says what the reader will receive, and when",
    ),
    rf"{_START}(?:אני|אנחנו|אנו) (?:עומד|מתכוון|מתכוונ|הולך|הולכ|מתכנן|מתכננ)(?:ת|ים|ות)? ל[א-ת]+": (
        0.65,
        "means to do it",
    ),
    rf"{_START}(?:אהיה|נהיה) (?:שם|אצל|זמין|זמינה|זמינים|בקשר|מוכן|מוכנה|אית|את){_END}?": (
        0.75,
        "will be there",
    ),
    rf"{_START}(?:עד|ב|תוך|מחר|היום)[^.?!,]{{0,40}}{_START}(?:אצלך|אצלכם|אצלכן|אליך מוכן){_END}": (
        0.75,
        "says when the reader will have it",
    ),
}

READER_BINDING = {
    rf"{_START}(?:ש)?הבטח(?:ת|תם|תן){_END}": (0.9, "holds him to his word"),
    rf"{_START}(?:ש)?התחייב(?:ת|תם|תן){_END}": (0.9, "holds him to his word"),
    rf"{_START}(?:ש)?אמר(?:ת|תם|תן) (?:לי |לנו )?ש(?:ת|את|אתה|אתם|זה|י)": (0.8, "repeats what he said"),
    rf"{_START}(?:כפי|כמו) ש(?:סיכמנו|הבטחת|הבטחתם|סוכם){_END}": (0.6, "reminds of what was settled"),
    rf"{_START}(?:היית|הייתם) (?:אמור|אמורה|אמורים|אמורות|צריך|צריכה|צריכים) ל[א-ת]+": (
        0.75,
        "waits for what was to come",
    ),
}

# Beside words that only remind of what was settled: the writer tells that he keeps his own word.
KEEPING = rf"{_START}(?:ו|ש)?(?:מצור(?:ף|פת|פים|פות)|מצ\"ב|הנה|(?:שלח|צירפ|העבר|הכנ|סיימ|העל|עדכנ|בדק)(?:תי|נו)|(?:אני|אנחנו) (?:כבר )?(?:שולח|מצרפ?|מעביר|מכינ?|מעלה|מעדכנ?)(?:ף|ן|ת|ים|ות)?){_END}"

NOT_BINDING = {
    rf"{_START}(?:למה|איך|מתי|איפה|האם|רוצה|רוצים|מבקש|מבקשת|מבקשים|מצפה|מצפים|כדי|חשבתי|חשבת|חשבתם|נראה לך) ש?(?:אני א|אנחנו נ|אנו נ)[א-ת]{{2,}}": "asks, or wishes",
    rf"{_START}(?:א|נ)זכיר (?:ש|כי |רק )": "a way of speaking",
    rf"{_START}(?:א|נ)(?:חליט|שקול) אם{_END}": "has not decided",
    rf"{_START}(?:מסיים|מסיימת|מסיימים) (?:אית|עמ)[ךכ]": "takes his leave",
    rf"{_START}נהיה בקשר[.!]?$": "a way of parting",
    rf"{_START}(?:א|נ)(?:פנה ל(?:עורך|עורכת|בית|תביעות|ערכאות|תקשורת|מועצה)|גיש (?:תלונה|תביעה)|תבע){_END}": "threatens",
    rf"{_START}נ(?:{_FACES}){_END}[^.?!]{{0,40}}{_START}(?:אתמול|שלשום|כבר|בשבוע שעבר){_END}": "tells what was done: the past of it is spelled as the future",
    rf"{_START}כבר נ(?:{_FACES}){_END}": "tells what was done",
    rf"{_START}(?:ו|ש|וש|כי )?(?:לא|אל|בלי ש|אינני|איני) (?:(?:אני|אנחנו) )?(?=(?:א|נ)(?:{_DEED}|{_FACES}){_END})": "negated",
    rf"\"(?:לא|לעולם לא|אני לא) (?:א|נ)(?:{_DEED}|{_FACES}){_END}": "negated in words that are quoted",
    rf"{_START}(?:חשוב|צריך|צריכים|כדאי|ראוי|רצוי|עדיף|מוטב|הלוואי|כדי|על מנת|אפשר|נניח|בהנחה|מציע(?:ה|ים)?|מבקש(?:ת|ים)?|רוצה|רוצים|מקווה|מקווים) (?:מאוד )?ש(?:א|נ)(?:{_DEED}|{_FACES}){_END}": "wishes it, or tells what for",
    rf"{_START}(?:הוא|היא|הם|הן|ה(?!פעם|יום|נה)[א-ת]{{2,}}) (?:לא )?(?:כבר )?(?:מבטיח|מתחייב){_FORMS}{_END}": "another binds himself",
    rf"{_START}(?:הוא|היא|הם|הן) (?:כבר |עכשיו )?(?:{_NOW}){_FORMS}{_END}": "another is at it",
    rf"{_START}(?:חשבתי|חשבנו|אמרתי|אמרנו|קיוויתי|קיווינו|תכננתי|תכננו) ש(?:א|נ)(?:{_DEED}|{_FACES}){_END}": "tells of the past",
    rf"{_START}(?:ש|מתי |האם |(?:רוצה|רוצים|מבקש|מבקשת|מבקשים|מצפה|מצפים|דורש|דורשת|דורשים|מקווה|מקווים|צריך|חשוב) ש[א-ת ]{{1,30}})[ית]{_DONE}(?:ה|ו)?{_END}": "wants it done",
    rf"{_START}לא [ית]{_DONE}(?:ה|ו)?{_END}": "negated",
    rf"{_START}נדבר(?! עם | אית[והםן]| אל)": "a way of parting",
    rf"{_START}נראה (?:מה|איך|מי|אם|לאן){_END}": "a way of speaking",
    rf"{_START}נשאל את עצמנו": "a way of speaking",
    rf"{_START}נמשיך ל(?:סבול|הרגיש|היות|חיות|ספור|ראות|שמוע|חכות|שתוק|הפסיד|שלם){_END}": "complains",
    rf"{_START}(?:הייתי|היינו) ": "would have, or tells of the past",
    rf"{_START}(?:ו|ש|וש)?(?:אולי|שמא|יכול להיות|ייתכן|יתכן|לא בטוח|לא יודע|לא יודעת){_END}": "not sure of it",
    rf"{_START}(?:אם|מתי|למה|מה|איך|האם|כמה) (?:אני |אנחנו )?(?:א|נ)(?:{_DEED}|{_FACES}){_END}[^.!]*\?": "asks",
    rf"{_START}(?:ו|אז )?(?:בוא|בואי|בואו|הבה){_END}": "proposes",
    r"\?\s*$": "asks",
}
CONDITION = (
    rf"{_START}(?:אם|במידה ו|במידה ש|ברגע ש|כש|כאשר|בתנאי ש|לאחר ש|אחרי ש|בכפוף ל|ככל ש|אילו|אלמלא|לו)"
)
QUOTING = rf"{_START}(?:הוא|היא|הם|הן) (?:אמר|אמרה|אמרו|הבטיח|הבטיחה|הבטיחו|כתב|כתבה|טוען|טוענת|טוענים){_END}"
