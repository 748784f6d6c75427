"""The writer's own words are found in every mail program's framing, and not one of them is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.marks import plain
from kashuv.language.peel import peel

OWN = "היי שירה,\n\nהסדנה עברה נהדר. אפשר לקבל את הסיכום עד יום שלישי?"
QUOTED = "> שלחתי אתמול את החומרים.\n>\n> מה דעתך?"
UNQUOTED = "שלחתי אתמול את החומרים.\n\nמה דעתך?"

ATTRIBUTIONS = {
    "gmail he": "בתאריך יום ג׳, 3 במרץ 2026 ב-9:05 מאת שירה לב <shira@lev.example>:",
    "gmail he with marks": "‫בתאריך יום ג׳, 3 במרץ 2026 ב-9:05 מאת ‪שירה לב‬‏ <‪shira@lev.example‬‏>:‬",
    "gmail he wrapped": "‫בתאריך יום ג׳, 3 במרץ 2026 ב-9:05 מאת ‪שירה לב - סטודיו לתנועה‬‏ <‪\nshira@lev.example‬‏>:‬",
    "gmail he mobile": "בתאריך יום ג׳, 3 במרץ 2026, 9:05, מאת שירה לב <shira@lev.example>:",
    "gmail old": "2026-03-03 9:05 GMT+02:00 שירה לב <shira@lev.example>:",
    "gmail en": "On Tue, Mar 3, 2026 at 9:05 AM Shira Lev <shira@lev.example> wrote:",
    "gmail en wrapped": "On Tue, Mar 3, 2026 at 9:05 AM Shira Lev, Movement Studio <\nshira@lev.example> wrote:",
    "apple en": "> On 3 Mar 2026, at 9:05, Shira Lev <shira@lev.example> wrote:\n>",
    "ios he": "‫ב-3 במרץ 2026, בשעה 9:05, ‏שירה לב <shira@lev.example> כתב/ה:‬",
    "yahoo he": "    ב-יום שלישי, 3 במרץ 2026 ב-09:05:11 GMT+2, שירה לב <shira@lev.example> כתב/ה:",
    "yahoo en": "    On Tuesday, March 3, 2026 at 09:05:11 AM GMT+2, Shira Lev <shira@lev.example> wrote:",
    "thunderbird he": "בתאריך 03/03/2026 9:05, שירה לב כתבה:",
    "thunderbird en": "On 03/03/2026 09:05, Shira Lev wrote:",
    "zoho": "---- On Tue, 03 Mar 2026 09:05:11 +0200 Shira Lev <shira@lev.example> wrote ----",
    "german": "Am Di., 3. März 2026 um 09:05 Uhr schrieb Shira Lev <shira@lev.example>:",
    "german after": "Shira Lev <shira@lev.example> schrieb am Di., 3. März 2026, 09:05:",
    "french": "Le mar. 3 mars 2026 à 09:05, Shira Lev <shira@lev.example> a écrit :",
    "spanish": "El mar, 3 mar 2026 a las 9:05, Shira Lev (<shira@lev.example>) escribió:",
    "italian": "Il giorno mar 3 mar 2026 alle ore 09:05 Shira Lev <shira@lev.example> ha scritto:",
    "portuguese": "Shira Lev <shira@lev.example> escreveu no dia terça, 3/03/2026 à(s) 09:05:",
    "dutch": "Op di 3 mrt 2026 om 09:05 schreef Shira Lev <shira@lev.example>:",
    "polish": "wt., 3 mar 2026 o 09:05 Shira Lev <shira@lev.example> napisał(a):",
    "russian": "вт, 3 мар. 2026 г. в 09:05, Shira Lev <shira@lev.example>:",
}

BLOCKS = {
    "outlook he": "מאת: שירה לב <shira@lev.example>\nנשלח: יום שלישי 3 מרץ 2026 09:05\nאל: office@example.org\nנושא: הסדנה",
    "outlook web he": "________________________________\n‏‏מאת: שירה לב\n‏‏נשלח: יום שלישי 3 מרץ 2026 09:05\n‏‏אל: משרד\n‏‏נושא: הסדנה",
    "outlook en": "From: Shira Lev [mailto:shira@lev.example] \nSent: Tuesday, March 3, 2026 9:05 AM\nTo: office@example.org\nSubject: Workshop",
    "outlook bold": "*From:* Shira Lev <shira@lev.example>\n*Sent:* Tuesday, March 3, 2026 9:05 AM\n*To:* office@example.org\n*Subject:* Workshop",
    "outlook wrapped": "From: Shira Lev <shira@lev.example>\nSent: Tuesday\nTo: a@example.org; b@example.org;\n c@example.org\nSubject: Workshop",
    "outlook old": "-----Original Message-----\nFrom: Shira Lev\nSent: Tuesday\nTo: office\nSubject: Workshop",
    "outlook old he": "-----הודעה מקורית-----\nמאת: שירה לב\nנשלח: יום שלישי\nאל: משרד\nנושא: הסדנה",
    "samsung he": "-------- הודעה מקורית --------\nמאת: שירה לב <shira@lev.example>\nתאריך: 3.3.2026 9:05 (GMT+02:00)\nאל: office@example.org\nנושא: הסדנה",
    "gmail forward": "---------- Forwarded message ---------\nמאת: ‪שירה לב‬‏ <‪shira@lev.example‬‏>\n‪Date: יום ג׳, 3 במרץ 2026 ב-9:05‬‏\nSubject: הסדנה\nTo: <office@example.org>",
    "apple forward": "תחילת ההודעה שהועברה:\n\nמאת: שירה לב <shira@lev.example>\nנושא: הסדנה\nתאריך: 3 במרץ 2026\nאל: office@example.org",
    "proton": "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Tuesday, March 3rd, 2026 at 9:05 AM, Shira Lev <shira@lev.example> wrote:",
    "german": "Von: Shira Lev <shira@lev.example>\nGesendet: Dienstag, 3. März 2026 09:05\nAn: office@example.org\nBetreff: Workshop",
    "french": "De : Shira Lev <shira@lev.example>\nEnvoyé : mardi 3 mars 2026 09:05\nÀ : office@example.org\nObjet : Atelier",
}  # fmt: skip


@pytest.mark.parametrize("program", ATTRIBUTIONS)
def test_an_answer_above_a_quoted_letter(program: str) -> None:
    peeled = peel(f"{OWN}\n\n{ATTRIBUTIONS[program]}\n\n{QUOTED}\n")
    assert peeled.own == OWN
    assert "מה דעתך" in peeled.echo


@pytest.mark.parametrize("program", [*ATTRIBUTIONS, *BLOCKS])
def test_an_answer_above_an_unmarked_letter(program: str) -> None:
    frame = {**ATTRIBUTIONS, **BLOCKS}[program].replace("\n>", "").removeprefix("> ")
    peeled = peel(f"{OWN}\r\n\r\n{frame}\r\n{UNQUOTED}\r\n".replace("\n", "\r\n"))
    assert peeled.own == OWN
    assert "מה דעתך" in peeled.echo


def test_an_answer_below_a_quoted_letter() -> None:
    assert peel(f"{ATTRIBUTIONS['gmail en']}\n\n{QUOTED}\n\n{OWN}").own == OWN


def test_answers_between_the_lines() -> None:
    text = f"{ATTRIBUTIONS['gmail he']}\n> באיזה יום?\nביום שני.\n> ובאיזו שעה?\n\nבעשר.\n"
    assert peel(text).own == "ביום שני.\n\nבעשר."


def test_a_quoted_line_that_a_program_broke_is_still_quoted() -> None:
    text = (
        "כן, מתאים.\n\n> We would like to move the workshop from the small room to the large\nroom upstairs.\n"
        "> Does that suit you?"
    )
    assert peel(text).own == "כן, מתאים."


@pytest.mark.parametrize(
    "footer",
    [
        "Sent from my iPhone",
        "‏נשלח מה-iPhone שלי",
        "נשלח מהטלפון הנייד שלי",
        "נשלח מ-Outlook עבור Android",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Sent from [Outlook for Android](https://aka.ms/x)",
        "השג את Outlook עבור iOS<https://aka.ms/o0ukef>",
        "Sent from Mail<https://go.example/fwlink/?LinkId=55> for Windows",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
    ],
)
def test_phone_footers(footer: str) -> None:
    peeled = peel(f"{OWN}\n\n{footer}\n\n{ATTRIBUTIONS['gmail he']}\n{QUOTED}")
    assert (peeled.own, peeled.signature) == (OWN, footer)


def test_words_typed_below_a_phones_footer_are_his_own() -> None:
    text = f"{OWN}\n\nSent from my iPhone\n\nAnd please bring the old contract too.\n\n{ATTRIBUTIONS['gmail he']}\n{QUOTED}"
    peeled = peel(text)
    assert peeled.own == f"{OWN}\n\nAnd please bring the old contract too."
    assert peeled.signature == "Sent from my iPhone"
    assert QUOTED in peeled.echo


@pytest.mark.parametrize("greeting", ["Hello Dana,", "שלום דנה,", "Guten Tag,"])
def test_a_letter_that_greets_anew_below_a_phones_footer_is_an_echo(greeting: str) -> None:
    peeled = peel(f"{OWN}\n\nנשלח מהאייפון שלי\n\n{greeting}\nIs the room still free?")
    assert (peeled.own, peeled.echo) == (OWN, f"{greeting}\nIs the room still free?")


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nגל נוי\nמנכ\"ל",
        "--\nGal Noy\n03-555-0100",
        "בברכה,\nגל נוי\nסמנכ\"ל שיווק\nנייד: 050-555-0100",
        "Best regards,\n\nGal Noy\nGreen Studio | www.green.example",
        "תודה ויום טוב,\nגל",
        "Hugs and sunshine,\nGal Noy",
        "-Gal",
        "Gal Noy\nHead of Sales, Green Studio\nTel: 03-555-0100\nwww.green.example",
    ],
)  # fmt: skip
def test_signatures(signature: str) -> None:
    peeled = peel(f"{OWN}\n\n{signature}\n")
    assert (peeled.own, peeled.signature) == (OWN, signature.replace("-- \n", "--\n"))


def test_a_postscript_under_the_name_stays() -> None:
    peeled = peel(f"{OWN}\n\nThanks,\nGal\n\nP.S. could you bring the keys as well")
    assert "bring the keys" in peeled.own
    assert peeled.signature == "Thanks,\nGal"


def test_a_legal_notice_goes_and_a_gateways_warning_above_too() -> None:
    notice = "הודעה זו מיועדת לנמען בלבד ועלולה להכיל מידע חסוי."
    peeled = peel(f"CAUTION: This email originated from outside the firm.\n\n{OWN}\n\n{notice}")
    assert peeled.own == OWN
    assert notice in peeled.disclaimer


@pytest.mark.parametrize(
    "text",
    [
        "Thanks!",
        "On Tuesday at 10:00 we meet. Dana wrote that she will come.",
        "As Dana wrote:\nthe room is too small.",
        "בתאריך 3.3.2026 בשעה 10:00 שלחתי אל dana@example.org את המסמכים הבאים:\nחוזה\nנספח",
        "The plan:\n-- first the floor\n-- then the walls\n\nDoes it suit you?",
        "From: Tel Aviv\nTo: Rome\nDate: 3 March\n\nCan you book it?",
        "Here is his card:\n\nDan Levi\nTel: 03-555-0100\ndan@levi.example",
        "Phone: 03-555-0100\nFax: 03-555-0101",
        "We need:\n\n-Paint",
        "We need:\n- Paint\n\n- Brushes",
        "Dear Shira,\nSee below",
        "Milk -> 3\n2 > 1\nand 5 >= 4",
        "מה שלומך?\n\nמחכה לתשובה",
        "שלום לכולם,\n\nנשלח מחר את הדוח.",
        "Sent from the warehouse yesterday: three boxes, one broken. Please check.",
        "I am in a hurry\n\nRegards to Ann and to the whole team at the office",
    ],
)
def test_own_words_that_look_like_framing_stay(text: str) -> None:
    assert peel(text).own == text


def test_the_line_above_an_attribution_is_not_swallowed() -> None:
    own = "See you on 12.4.2026 then"
    assert peel(f"{own}\n{ATTRIBUTIONS['gmail en']}\n{QUOTED}").own == own


LINES = st.sampled_from(
    [
        *ATTRIBUTIONS.values(),
        *BLOCKS.values(),
        OWN,
        QUOTED,
        "",
        "--",
        "-- ",
        "Best,",
        "Gal",
        "> x",
        "Sent from my iPhone",
        "Tel: 03-555-0100",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=12).map("\n".join))
def test_every_word_is_in_exactly_one_pile(text: str) -> None:
    peeled = peel(text)
    piles = "\n".join((peeled.own, peeled.echo, peeled.signature, peeled.disclaimer))
    assert sorted(piles.split()) == sorted(text.split())


@given(st.lists(LINES, max_size=12).map("\n".join), st.integers(0, 400))
def test_direction_marks_change_nothing(text: str, place: int) -> None:
    marked = text[:place] + "\u200f" + text[place:]
    assert plain(peel(marked).own).text == plain(peel(text).own).text


@pytest.mark.parametrize(
    "line", ["x:\n", "--\n", "On 2026\n", "From: x\n", "> y\n", "thanks\ndana\n", "a", "\n"]
)
def test_a_megabyte_of_anything_takes_about_a_second(line: str) -> None:
    text = (line * 1_000_000)[:1_000_000]
    begun = time.process_time()
    peel(text)
    assert time.process_time() - begun < 3


BIDI = {
    "gmail he on two lines": "‫בתאריך יום ב׳, 16 בנוב׳ 2026 ב-14:22 מאת ‪שירה לב - מחלקת שיווק\nוקשרי לקוחות‬‏ <‪shira@lev.example‬‏>:‬",
    "ios he with marks": "‫ב-16 בנוב׳ 2026, בשעה 14:22, ‏שירה לב ‏<shira@lev.example> כתב/ה:‬\n\n‎",
    "yahoo he with marks": "    ב-יום שני, 16 בנובמבר 2026 בשעה 14:22:10 (‎GMT+2‎), ‏שירה לב‏ <‪shira@lev.example‬‏> כתב/ה:  ",
    "thunderbird he": "ב־16/11/2026 ב־14:22, שירה לב כתב:",
    "thunderbird forward": "-------- Forwarded Message --------\nSubject: \tהסדנה\nDate: \tMon, 16 Nov 2026 14:22:10 +0200\nFrom: \tShira Lev <shira@lev.example>\nTo: \tr@x.example",
    "swedish": "Den mån 16 nov. 2026 kl 14:22 skrev Shira Lev <shira@lev.example>:",
    "danish": "Den man. 16. nov. 2026 kl. 14.22 skrev Shira Lev <shira@lev.example>:",
    "czech": "po 16. 11. 2026 v 14:22 odesílatel Shira Lev <shira@lev.example> napsal:",
    "hungarian": "Shira Lev <shira@lev.example> ezt írta (időpont: 2026. nov. 16., H, 14:22):",
    "turkish": "Shira Lev <shira@lev.example>, 16 Kas 2026 Pzt, 14:22 tarihinde şunu yazdı:",
    "romanian": "În lun., 16 nov. 2026 la 14:22, Shira Lev <shira@lev.example> a scris:",
    "greek": "Στις Δευ 16 Νοε 2026 στις 2:22 μ.μ., ο/η Shira Lev <shira@lev.example> έγραψε:",
    "ukrainian": "пн, 16 лист. 2026 р. о 14:22 Shira Lev <shira@lev.example> пише:",
    "arabic": "في الاثنين، ١٦ نوفمبر ٢٠٢٦ في ١٤:٢٢ كتب Shira Lev <shira@lev.example>:",
}  # fmt: skip


@pytest.mark.parametrize("program", BIDI)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("footer", ["", "נשלח מה-iPhone שלי\n\n", "Sent from my Galaxy\n\n"])
def test_an_attribution_right_below_the_words_or_below_a_phones_footer(
    program: str, gap: str, footer: str
) -> None:
    assert peel(f"{OWN}{gap}{footer}{BIDI[program]}\n{QUOTED}").own == OWN


@pytest.mark.parametrize(
    "text",
    [
        "שלום,\n\n---\n\nהחלק השני: נא לאשר את התקציב ואת לוח הזמנים שצורף כאן, כולל כל ההערות שנאמרו בפגישה של יום ראשון בבוקר.\n\nתודה",
        "המייל הזה סודי, נא לא להעביר אותו הלאה. מה דעתך?",
        "שימו לב: השולח החדש מתחיל ביום ראשון. מה אומרים?",
        "מאת: אני לא יודע. נשלח: אתמול.\nאבל נראה לי שזה בסדר.",
        "זה הנוסח שסיכמנו:\n\nכתב: דני\nצילום: רות\n\nמתאים?",
        "From: Tel Aviv\nTo: Haifa\nwhen do we leave?",
        "נשלח מהמשרד שליח עם החומרים",
        "טלפון: 050-555-0100\nתתקשר אליי",
    ],
)
def test_a_writers_own_notices_rules_and_numbers_stay(text: str) -> None:
    assert peel(text).own == text


@pytest.mark.parametrize(
    "notice",
    [
        "🌳 לפני שאתה מדפיס, חשוב על איכות הסביבה",
        "הודעה זו, על צרופותיה, מיועדת לנמען בלבד ועשויה להכיל מידע חסוי.",
        "This e-mail and any attachments are confidential and intended solely for the addressee.",
    ],
)
def test_a_legal_notice_below_is_no_word_of_his(notice: str) -> None:
    assert peel(f"{OWN}\n\n{notice}").own == OWN
