"""Noise: newsletters, automatic mails and strangers, in the same letter box as the clients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.header import Header
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr
from random import Random
from zoneinfo import ZoneInfo

from kashuv.demo.cast import Character, Pack
from kashuv.demo.stage import Beat, Stage

WEEKLY, MONTHLY = 7, 30


def machines(pack: Pack, now: datetime, zone: ZoneInfo, rng: Random) -> Iterator[bytes]:
    """A year of newsletters each week and of automatic mails each month."""
    for sender, gap, bulk in (
        *((one, WEEKLY, True) for one in pack.noise.NEWSLETTERS),
        *((one, MONTHLY, False) for one in pack.noise.AUTOMATIC),
    ):
        for ago in range(rng.randrange(1, gap), 365, gap):
            yield _letter(pack, sender, now - timedelta(days=ago, minutes=rng.randrange(600)), zone, bulk)


def _letter(pack: Pack, sender: tuple[str, str, str, str], at: datetime, zone: ZoneInfo, bulk: bool) -> bytes:
    name, address, subject, text = sender
    letter = MIMEText(f"{text}\n{at:%d.%m.%Y}\n", "plain", "utf-8")
    letter["From"] = formataddr((name, address))
    letter["To"] = pack.colleague("noa").email
    letter["Subject"] = Header(subject, "utf-8").encode()
    letter["Date"] = format_datetime(at.astimezone(zone))
    letter["Message-ID"] = f"<{at:%Y%m%d%H%M}.{address}>"
    if bulk:
        letter["List-Unsubscribe"] = f"<https://{address.partition('@')[2]}/leave>"
    else:
        letter["Auto-Submitted"] = "auto-generated"
    return letter.as_bytes()


def strangers(pack: Pack, now: datetime, zone: ZoneInfo, rng: Random) -> Iterator[Beat]:
    """One exchange each with people who are no clients."""
    for number, contact in enumerate(pack.noise.STRANGERS):
        stranger = Character(contact.role, "", "noa", (contact,), (contact.role,))
        stage = Stage(stranger, pack, now, zone, rng)
        yield from stage.talk(pack.noise.STRANGE_TALKS[number : number + 1], 30 + 40 * number)
