"""The ways to turn to a client from a card: the channel that suits him first, each as a link that opens it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from kashuv.desk.layout.addresses import address
from kashuv.rooms.clients.rules.numbers import international
from kashuv.rooms.today.items import Item
from kashuv.rooms.today.rules.choice import Known


@dataclass(frozen=True, slots=True)
class Step:
    """What the button says, and where it leads; `asks` is the page that asks afterwards how it went."""

    label: str
    link: str
    asks: str = ""


def steps(item: Item) -> tuple[Step, ...]:
    """The step of the plan, and a letter beside a call where one is drafted; none if nobody can be reached."""
    if item.draft_id is not None:
        return (_to_draft(item, item.draft_id),)
    person = item.person
    if person is None:
        return ()
    wished = item.next.channel if item.next.channel in WAYS else "call"
    order = dict.fromkeys([wished, "call", "mail"])
    possible = [step for way in order if (step := WAYS[way](person, item.next.draft))]
    return tuple(possible[:2])


def _to_draft(item: Item, draft: uuid.UUID) -> Step:
    """Where a draft is read again, or where somebody says what she thinks of it."""
    if item.opinion_id is not None:
        return Step(_("Read it and say"), address("opinion", item.opinion_id))
    if item.kind == "held_draft":
        return Step(_("Read it with a cool head"), address("draft-morning", draft))
    return Step(_("To the draft"), address("draft", draft))


def _called(person: Known) -> str:
    return person.first_name or person.name


def _call(person: Known, draft: str) -> Step | None:
    number = dialled(person.phone)
    if not number:
        return None
    return Step(_("Call %(name)s") % {"name": _called(person)}, f"tel:{number}", _asks(person, "calling"))


def _asks(person: Known, page: str, *more: str) -> str:
    """A firm's own number is nobody's in particular, so nothing is asked of it."""
    return "" if person.is_firm else reverse(page, args=[person.id, *more])


def _sms(person: Known, draft: str) -> Step | None:
    number = dialled(person.phone)
    link = f"sms:{number}?{_asked(body=draft)}"
    if not number:
        return None
    return Step(_("Text %(name)s") % {"name": _called(person)}, link, _asks(person, "texting", "sms"))


def _whatsapp(person: Known, draft: str) -> Step | None:
    number = dialled(person.phone).lstrip("+")
    link = f"https://wa.me/{number}?{_asked(text=draft)}"
    if not number:
        return None
    return Step(
        _("WhatsApp to %(name)s") % {"name": _called(person)}, link, _asks(person, "texting", "whatsapp")
    )


def _mail(person: Known, draft: str) -> Step | None:
    if not person.mail:
        return None
    link = f"mailto:{quote(person.mail, safe='@')}?{_asked(body=draft)}"
    return Step(_("Write to %(name)s") % {"name": _called(person)}, link)


WAYS = {"call": _call, "meeting": _call, "sms": _sms, "whatsapp": _whatsapp, "mail": _mail}


def _asked(**words: str) -> str:
    """Mail and message programs read %20, never a plus."""
    return urlencode({name: text for name, text in words.items() if text}, quote_via=quote)


@lru_cache(maxsize=4096)
def dialled(typed: str) -> str:
    """A number as a phone dials it from anywhere; as it was typed if it is no usual one (*6050)."""
    return international(typed) or quote(typed.replace(" ", ""), safe="+*#")
