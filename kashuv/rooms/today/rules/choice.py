"""The choice of whom to turn to, and how."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from kashuv.foundation.folding import fold, sounds

Channel = Literal["call", "mail", "sms", "whatsapp", "meeting"]
BY_MOUTH = ("call", "meeting")

TITLE = re.compile(
    r"(?:mrs?|ms|dr|prof|adv|ד[\"״']ר|פרופ['׳]?|עו[\"״]ד|רו[\"״]ח|מר|גב['׳]|הרב)\.?", re.IGNORECASE
)

SPOKEN_OF: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    ("whatsapp", re.compile(r"what'?s ?app|ווא?טס ?אפ|וו?צאפ|ווטסאפ|וואצאפ", re.IGNORECASE)),
    ("sms", re.compile(r"\bsms\b|\btext(?: message)?s?\b|מסרון|הודעת טקסט|סמס|אס אם אס", re.IGNORECASE)),
    ("mail", re.compile(r"e-?mail|\bmail\b|מייל|דוא\"?ל", re.IGNORECASE)),
    ("meeting", re.compile(r"meet|in person|face to face|פגיש|פנים אל פנים", re.IGNORECASE)),
    ("call", re.compile(r"phone|\bcalls?\b|טלפון|שיח|להתקשר|נייד", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A human being at a client, with how he is addressed and reached."""

    id: uuid.UUID
    name: str
    form: str = "unknown"
    contact_allowed: bool = True
    hears_first: bool = False
    decides: bool = False
    mail: str = ""
    phone: str = ""
    is_firm: bool = False

    @property
    def first_name(self) -> str:
        """What one calls him by: the first word of the name that is no title; a firm is called by none."""
        if self.is_firm:
            return ""
        called = [word for word in self.name.split() if not TITLE.fullmatch(word)]
        return called[0] if called else ""


def whom(people: Sequence[Known], concerned: uuid.UUID | None) -> Known | None:
    """The one whom it concerns, else who must hear first, else who decides, else the first; never one who may not
    be turned to."""
    allowed = [person for person in people if person.contact_allowed]
    if not allowed:
        return None
    return min(allowed, key=lambda one: (one.id != concerned, not one.hears_first, not one.decides))


def at(firm: str, person: Known) -> Known:
    """The person as one at this client. Who bears only the firm's name may be the firm's own line, and nobody's.

    He is a human being all the same if we know how he is addressed, or if his own address bears his name.
    """
    if fold(person.name) != fold(firm) or person.form in ("him", "her"):
        return person
    local, _, home = person.mail.partition("@")
    own = sounds(person.first_name) & {sound for word in re.split(r"[^\w]+", local) for sound in sounds(word)}
    return replace(person, is_firm=not own or fold(local) == fold(home.partition(".")[0]))


def channel(stated: str, observed: str, kind: str, person: Known | None) -> Channel:
    """What he stated; else, for what is better spoken than written, a call; else what he himself uses."""
    wished = _understood(stated)
    if wished:
        return wished
    if kind in ("warning_sign", "cadence") and (person is None or person.phone):
        return "call"
    if observed in ("call", "mail", "sms", "whatsapp", "meeting"):
        return observed if observed != "meeting" else "call"  # type: ignore[return-value]
    return "mail" if person is not None and person.mail and not person.phone else "call"


def possible(wished: Channel, person: Known | None) -> Channel:
    """The way by which the word can really go: a meeting is no way for it, and each needs its address."""
    if person is None:
        return "call"
    if wished in ("sms", "whatsapp") and person.phone:
        return wished
    if wished == "mail" and person.mail:
        return "mail"
    return "call" if person.phone else "mail"


def _understood(words: str) -> Channel | None:
    """The channel that comes first in his words ("phone, mail only in an emergency")."""
    found = [(match.start(), name) for name, pattern in SPOKEN_OF if (match := pattern.search(words))]
    return min(found)[1] if found else None
