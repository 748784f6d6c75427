"""Beats as they arrive: letters by mail, the rest by mouth and phone, in the order in which they were said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from kashuv.demo import letters
from kashuv.demo.cast import Pack
from kashuv.demo.letters import Earlier
from kashuv.demo.stage import Beat
from kashuv.flows.arrived import Arrived, Contact, MailArrived, SaidElsewhere
from kashuv.language import read
from kashuv.language.mime import open_letter

HTML_SHARE = 3  # every third client writes from a program that sends HTML


def arrivals(beats: Iterable[Beat], pack: Pack, zone: ZoneInfo) -> Iterator[tuple[Beat, Arrived]]:
    """Each beat as the flows take it, the oldest first."""
    earlier: dict[str, list[Earlier]] = defaultdict(list)
    for beat in sorted(beats, key=lambda beat: beat.at):
        if beat.kind == "mail":
            yield beat, _mail(beat, earlier[beat.thread], pack, zone)
            earlier[beat.thread].append(letters.echo_of(beat, zone, pack.wording))
        else:
            yield beat, _talk(beat, zone)


def _mail(beat: Beat, earlier: list[Earlier], pack: Pack, zone: ZoneInfo) -> MailArrived:
    as_html = sum(beat.contact.mail.encode()) % HTML_SHARE == 0
    return arrived(letters.compose(beat, earlier, zone, pack.wording, as_html=as_html), beat.direction, zone)


def arrived(raw: bytes, direction: str, zone: ZoneInfo) -> MailArrived:
    """A letter opened and read, as one that came over the wire."""
    opened = open_letter(raw)
    assert opened.date is not None
    return MailArrived(raw, opened, _read(opened.text, opened.date, direction, zone))


def _talk(beat: Beat, zone: ZoneInfo) -> SaidElsewhere:
    return SaidElsewhere(
        identity=identity(beat),
        kind=beat.kind,  # type: ignore[arg-type]
        direction=beat.direction,  # type: ignore[arg-type]
        at=beat.at,
        who=(Contact(beat.contact.name, (beat.contact.mail,), (beat.contact.phone,)),),
        text=beat.text,
        reading=_read(beat.text, beat.at, beat.direction, zone),
        thread=f"chat:{beat.contact.phone}" if beat.kind == "whatsapp" else "",
    )


def identity(beat: Beat) -> str:
    """The same for the same thing said."""
    return sha256(f"{beat.contact.mail} {beat.at.isoformat()} {beat.text}".encode()).hexdigest()[:32]


def _read(text: str, at: datetime, direction: str, zone: ZoneInfo):  # type: ignore[no-untyped-def]
    return read(text, reference=at.astimezone(zone), direction=direction)  # type: ignore[arg-type]
