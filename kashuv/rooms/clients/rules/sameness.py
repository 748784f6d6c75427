"""Who may be the same person: by phone, by name in either alphabet, by the name in the address; with the reasons."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from kashuv.foundation.folding import sounds
from kashuv.rooms.clients.rules import names

CROWD = 6  # so many of one name or sound are no hint any more
SURE = {"same_phone": 5, "same_name": 3, "same_sound": 2, "same_mail_name": 2}
NEAR = {"same_client": 2, "same_domain": 2}
ENOUGH = 4
COMMON = frozenset("info office mail contact hello admin sales support team service work home me".split())
Reason = dict[str, Any]
Mark = tuple[str, str]  # of which kind, and the word; by name they stand in order of certainty


@dataclass(slots=True)
class Face:
    """One person as others may resemble him."""

    key: uuid.UUID
    name: str
    folded: str
    client: uuid.UUID | None
    phones: set[str] = field(default_factory=set)
    mails: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)

    def reach(self, kind: str, normal: str, domain: str) -> None:
        """Adds an address."""
        (self.phones if kind == "phone" else self.mails).add(normal)
        if domain:
            self.domains.add(domain)

    @property
    def weight(self) -> tuple[bool, int]:
        """How much we know of him."""
        return self.client is not None, len(self.phones) + len(self.mails)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two keys and why they may be one; `kept` is the better known."""

    kept: uuid.UUID
    gone: uuid.UUID
    because: tuple[Reason, ...]
    score: int


def pairs(
    faces: Sequence[Face],
    *,
    decided: Collection[frozenset[uuid.UUID]] = (),
    of: Collection[Mark] | None = None,
) -> list[Likeness]:
    """All well founded pairs, the best first; near-linear, since only who shares a mark (one `of` these) is compared."""
    seen = set(decided)
    found = []
    for one, other in _candidates(faces, of):
        pair = frozenset((one.key, other.key))
        if pair in seen:
            continue
        seen.add(pair)
        if likeness := _likeness(one, other):
            found.append(likeness)
    return sorted(found, key=lambda likeness: -likeness.score)


def _candidates(faces: Iterable[Face], of: Collection[Mark] | None) -> Iterator[tuple[Face, Face]]:
    sharing: dict[Mark, list[Face]] = defaultdict(list)
    for face in faces:
        for mark in {("phone", phone) for phone in face.phones} | marks(face.folded, face.mails):
            if of is None or mark in of:
                sharing[mark].append(face)
    for some in sharing.values():
        if 1 < len(some) <= CROWD:
            yield from combinations(some, 2)


def marks(folded: str, mails: Iterable[str]) -> set[Mark]:
    """What another may share who is the same: the full name, the name in an address, the sound of the name."""
    words = folded.split()
    found = {("mail", local) for local in _locals(mails)}
    if len(words) > 1:
        found.add(("full", " ".join(sorted(words))))
        found |= {("sound", f"{first} {last}") for first in sounds(words[0]) for last in sounds(words[-1])}
    return found


def _locals(mails: Iterable[str]) -> set[str]:
    locals_ = {mail.partition("@")[0] for mail in mails}
    return {local for local in locals_ if len(local) > 4 and local not in COMMON}


def _likeness(one: Face, other: Face) -> Likeness | None:
    because = [*_same(one, other)]
    near = [*_near(one, other)]
    score = sum(SURE[reason["reason"]] for reason in because) + sum(NEAR[reason["reason"]] for reason in near)
    if not because or score < ENOUGH or not names.alike(one.name, other.name):
        return None
    kept, gone = (one, other) if one.weight >= other.weight else (other, one)
    return Likeness(kept.key, gone.key, tuple(because + near), score)


def _same(one: Face, other: Face) -> Iterator[Reason]:
    if phones := one.phones & other.phones:
        yield {"reason": "same_phone", "phone": min(phones)}
    if len(one.folded.split()) > 1 and sorted(one.folded.split()) == sorted(other.folded.split()):
        yield {"reason": "same_name", "name": one.name}
    elif _sound_alike(one, other):
        yield {"reason": "same_sound", "name": one.name, "other": other.name}
    if shared := _locals(one.mails) & _locals(other.mails):
        yield {"reason": "same_mail_name", "mail": min(shared)}


def _sound_alike(one: Face, other: Face) -> bool:
    ours, theirs = one.folded.split(), other.folded.split()
    if len(ours) < 2 or len(theirs) < 2 or ours[0].isascii() == theirs[0].isascii():
        return False
    return bool(sounds(ours[0]) & sounds(theirs[0])) and bool(sounds(ours[-1]) & sounds(theirs[-1]))


def _near(one: Face, other: Face) -> Iterator[Reason]:
    if one.client and one.client == other.client:
        yield {"reason": "same_client"}
    if domains := one.domains & other.domains:
        yield {"reason": "same_domain", "domain": min(domains)}
