"""Letters that nobody would write: mutated mails, spliced phrases of time, headers and tags, soup of all alphabets.

    python -m tests.language.soup 1000000

reads so many of them, tells the slowest, and stops at the first that breaks a promise. The suite reads a few.
The same number is always the same letter, so that what broke can be read again: `--from NUMBER`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from kashuv.language import guard, read
from kashuv.language.acts import acts
from kashuv.language.dates.lexicon import lexicon
from kashuv.language.html import to_text
from kashuv.language.marks import plain
from kashuv.language.mime import open_letter

LETTERS = (
    "היי נועם,\nאשלח לך את המפרט עד יום חמישי בשעה 12:00. תוכלי לאשר? נשמח להיפגש ב-3.12, או אחרי החגים.\nבברכה,\nדנה לב\n052-0000000",
    "Dear Noa,\n\nI'll get back to you by Friday noon. Could you send us the draft? Between 10 and 11:30 works.\n\n-- \nYoav Gal\nGal & Co",
    "זה כבר הפעם השלישית!!! אף אחד לא חוזר אליי. מתי זה יטופל?\n\nבתאריך יום ב׳, 2 במרץ 2026 ב-9:05 מאת דנה <d@example.org>:\n> אטפל בזה מחר.\n> תודה",
    "OK, thanks.\n\n> On Mon, Mar 2, 2026 at 9:05 AM Dana <d@example.org> wrote:\n>> two weeks from Tuesday, 5pm-6pm\n\nwill do",
    "From: Dana <d@example.org>\nSent: Monday, 2 March 2026 9:05\nTo: Noa\nSubject: RE: plan\n\nplease see below",
    "<div dir=rtl>שלום<br>נדבר <b>מחר בבוקר</b></div><blockquote type=cite>on 2026-03-02 you said: I will</blockquote>",
)
SIGNS = "\u200f\u200e\u202b\u202c\u2066\u2069\ufeff\u00ad\u05b8\u05bc\u0591'\"“”״׳-–—־.,:;!?()<>[]{}/\\|@#$%^&*~`=+_ \t\n\r\u00a0\u2028\x00\x1b🙏😡é中а"
ODD = ("9" * 30, "(" * 40, "> " * 30, "\n" * 40, "a " * 60, "ה" * 80, "1/" * 30, "<div>" * 20, "&lt;" * 20, "--\n", "http://" + "x" * 90, "\ud800", "İ" * 9)  # fmt: skip
MARKS = "\u200f\u200e\u202b\u202c\u2066\u2069\u05b8\u05bc"
WHEN = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
ZONES = (UTC, ZoneInfo("Asia/Jerusalem"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia"))
FIXED, EACH = 0.05, 40e-6  # seconds of processor time for any letter, and for each of its characters


@cache
def _words() -> tuple[str, ...]:
    known = lexicon()
    phrases = [" ".join(parts) for choices in known.phrases.values() for parts, _ in choices]
    return (*known.words, *phrases, *"23 12:30 3/4 15.3. 2027 1st ה-15 5pm q3 '26 31 0 24:00".split())


def letter(number: int) -> str:
    """The letter of that number."""
    chance = random.Random(number)
    text = chance.choice((_mail, _time, _soup))(chance)
    for _ in range(chance.randrange(6)):
        text = chance.choice((_cut, _twice, _swapped, _sprinkled, _odd))(text, chance)
    return text[:6_000]


def _mail(chance: random.Random) -> str:
    return "\n".join(chance.choices(LETTERS, k=chance.randrange(1, 4)))


def _time(chance: random.Random) -> str:
    return " ".join(chance.choices(_words(), k=chance.randrange(1, 25)))


def _soup(chance: random.Random) -> str:
    return "".join(
        chr(chance.choice((chance.randrange(32, 1500), chance.randrange(0x110000)))) for _ in range(90)
    )


def _cut(text: str, chance: random.Random) -> str:
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[:start] + text[end:] if chance.random() < 0.5 else text[start:end]


def _twice(text: str, chance: random.Random) -> str:
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[:end] + text[start:end] * chance.randrange(1, 4) + text[end:]


def _swapped(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _sprinkled(text: str, chance: random.Random) -> str:
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(SIGNS) + text[place + chance.randrange(2) :]
    return text


def _odd(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(ODD) + text[place:]


@cache
def _warm() -> None:
    """What is made ready on first use is made ready."""
    for text in LETTERS:
        read(text, reference=WHEN)
        for tongue in ("he", "en"):
            acts(text, tongue)  # type: ignore[arg-type]
        guard.weigh(text, at=WHEN)


def broken(number: int) -> tuple[str, float]:
    """What the letter of that number breaks, empty if nothing; and how long it took for what it is allowed.

    What takes too long is read once more, for the first time of a pattern is spent on making it ready.
    """
    _warm()
    fault, share = _once(number)
    if share > 1:
        fault, share = _once(number)
    return fault or ("it took too long" if share > 1 else ""), share


def _once(number: int) -> tuple[str, float]:
    text, chance = letter(number), random.Random(-number - 1)
    reference = (WHEN + timedelta(hours=chance.randrange(-90_000, 900_000))).astimezone(chance.choice(ZONES))
    begun = time.process_time()
    try:
        fault = _fault(text, reference, chance)
    except Exception as error:  # whatever it is, it is what we look for
        fault = f"{type(error).__name__}: {error}"
    return fault, (time.process_time() - begun) / (FIXED + EACH * len(text))


def _fault(text: str, reference: datetime, chance: random.Random) -> str:
    reading = read(text, reference=reference, html=chance.random() < 0.1)
    for found in (*reading.dates, *reading.promises, *reading.asks, *reading.tones):
        if (
            reading.own[found.words.start : found.words.end] != found.words.text
            or not 0 <= found.certainty <= 1
        ):
            return f"words out of place: {found}"
    if any(one.start and one.end and one.end < one.start for one in reading.dates):
        return "a time that ends before it begins"
    if _told(reading.own, reference) != _told(_marked(reading.own, chance), reference):
        return "with marks it is read otherwise"
    return _fault_elsewhere(text, chance)


def _fault_elsewhere(text: str, chance: random.Random) -> str:
    rest: tuple[Callable[[], object], ...] = (
        lambda: acts(text),
        lambda: guard.weigh(text, at=WHEN),
        lambda: to_text(text),
        lambda: open_letter(text.encode("utf-8", "surrogatepass")),
    )
    chance.choice(rest)()
    return ""


def _told(text: str, reference: datetime) -> list[object]:
    """What is understood, without the places."""
    from kashuv.language import asks, dates, promises, tone

    moments = dates.find(text, reference, None)
    told: list[object] = [(one.start, one.end, one.kind, plain(one.words.text).text) for one in moments]
    told += [(one.who, plain(one.words.text).text) for one in promises.find(text, None, moments)]
    told += [(one.kind, plain(one.words.text).text) for one in asks.find(text, None, moments)]
    return told + [(one.kind, plain(one.words.text).text) for one in tone.find(text)]


def _marked(text: str, chance: random.Random) -> str:
    for _ in range(5):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(MARKS) + text[place:]
    return text


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("count", type=int)
    asked.add_argument("--from", dest="first", type=int, default=0)
    given = asked.parse_args()
    begun, slowest = time.monotonic(), (0.0, 0)
    for number in range(given.first, given.first + given.count):
        fault, share = broken(number)
        slowest = max(slowest, (share, number))
        if fault:
            print(f"letter {number}: {fault}\n{letter(number)!r}")
            return 1
    took = time.monotonic() - begun
    print(
        f"{given.count:,} letters in {took:,.0f} s; the slowest took {slowest[0]:.0%} of its time: {slowest[1]}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
