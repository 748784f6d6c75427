"""A made-up mail archive: talks in two languages with echoes and signatures, the same for the same size."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
HE = (
    "שלום נועה, מתי אפשר לקבל את המפרט המלא? זה מעכב אותנו.",
    "תודה על הפגישה אתמול. אשלח את המסמך עד יום חמישי.",
    "קיבלתי את הקובץ, הכול ברור. נדבר בתחילת השבוע.",
    "אחזור אלייך מחר עם תשובה לגבי המחיר.",
    "האם אפשר לקבוע שיחה ליום ראשון בעשר?",
)
EN = (
    "Hello Noa, could you send us the updated schedule by Friday?",
    "Thanks for the call. I will get back to you tomorrow with the numbers.",
    "We have read the draft and it looks good to us.",
    "When can we expect the new version? The launch is on 3 December.",
    "I attach the list that we spoke of. Let me know what you think.",
)
SIGNATURES = ("\n\n--\nיואב גל\nמרכז גל\n054-1234567", "\n\nBest regards,\nOrit Shaham\nShaham & Co")


def write_mbox(file: Path, count: int) -> int:
    """Writes so many letters; returns how many of them answer another."""
    chance, replies, written = random.Random(7), 0, 0
    with file.open("wb") as out:
        while written < count:
            for letter in _talk(chance, written, min(chance.randrange(1, 7), count - written)):
                replies += "In-Reply-To" in letter
                written += 1
                out.write(b"From noa@bench.example Tue Nov 24 06:30:00 2026\n")
                out.write(letter.as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n\n")
    return replies


def _talk(chance: random.Random, number: int, turns: int) -> list[EmailMessage]:
    who = chance.randrange(400)
    other, me = f"Person {who} <p{who}@firm{who % 150}.example>", "Noa <noa@bench.example>"
    at = NOW - timedelta(days=chance.randrange(1, 700), minutes=chance.randrange(1400))
    tongue, letters, echo = (HE, EN)[who % 2], [], ""
    for turn in range(turns):
        letter = EmailMessage()
        letter["From"], letter["To"] = (me, other) if turn % 2 else (other, me)
        letter["Subject"] = ("Re: " if turn else "") + f"{('לוח זמנים', 'The schedule')[who % 2]} {number}"
        letter["Date"] = format_datetime(at + timedelta(hours=4 * turn))
        letter["Message-ID"] = f"<{number}.{turn}@bench.example>"
        if letters:
            letter["In-Reply-To"] = letters[-1]["Message-ID"]
            letter["References"] = " ".join(one["Message-ID"] for one in letters)
        own = "\n\n".join(chance.sample(tongue, chance.randrange(2, 5))) + SIGNATURES[who % 2]
        letter.set_content(own + echo)
        if chance.random() < 0.2:
            letter.add_alternative(f"<div dir='auto'><p>{own}</p></div>", subtype="html")
        if chance.random() < 0.1:
            letter.add_attachment(
                chance.randbytes(2000), maintype="application", subtype="pdf", filename="מפרט.pdf"
            )
        echo = f"\n\nOn Tue, 24 Nov 2026 at 06:30, {letter['From']} wrote:\n" + "\n".join(
            "> " + line for line in own.splitlines()
        )
        letters.append(letter)
    return letters
