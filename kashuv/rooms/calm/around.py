"""Around a draft: gathers the hour, the client, those who will read it and what they agreed to, for the guard."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q

from kashuv.foundation import clock
from kashuv.foundation.folding import digits
from kashuv.rooms.calm.rules.concerns import Circumstances, Recipient
from kashuv.rooms.care.models import Sign
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Address, Client, Consent, Detail
from kashuv.rooms.conversations.models import Draft, Enclosure
from kashuv.rooms.conversations.rules import filling
from kashuv.rooms.post.models import Letter
from kashuv.rooms.team import quieting
from kashuv.rooms.team.models import Workspace
from kashuv.rooms.team.rules import quiet

ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
MOST_READ = 50_000  # characters


def around(draft: Draft, *, workspace: Workspace, at: datetime) -> Circumstances:
    """Everything but the words, in a number of questions that does not grow with the recipients."""
    client = draft.client
    here = Enclosure.objects.within(draft.workspace_id).filter(draft_id=draft.id)
    local = clock.local(at, workspace.zone)
    return Circumstances(
        local=local,
        rest=clock.rests(at, workspace.zone, workspace.language) or "",
        quiet=quiet.covering(quieting.spans(workspace.id, draft.member_id), local),
        frame=client.frame if client else Client.Frame.NATURAL,
        uneasy=client is not None and _uneasy(client),
        has_client=client is not None,
        exclusive=bool(client and client.exclusive),
        advertisement=draft.nature == Draft.Nature.ADVERTISEMENT,
        peace=_peace(client, at) if client else "",
        recipients=_recipients(draft, workspace),
        enclosures=tuple(here.values_list("name", flat=True)),
        unfilled=tuple(filling.unfilled(f"{draft.subject}\n{draft.text}")),
    )


def _uneasy(client: Client) -> bool:
    standing = Sign.objects.within(client.workspace_id).filter(client_id=client.id, closed_at__isnull=True)
    return standing.exists()


def _peace(client: Client, at: datetime) -> str:
    asked = Detail.objects.within(client.workspace_id).filter(client_id=client.id, leave_alone=True)
    still = asked.filter(Q(leave_alone_until__isnull=True) | Q(leave_alone_until__gt=at))
    return still.order_by("-id").values_list("words", flat=True).first() or ""


def _recipients(draft: Draft, workspace: Workspace) -> tuple[Recipient, ...]:
    phones = draft.kind != Draft.Kind.MAIL
    normal = digits if phones else _mail
    typed = {normal(address): (name, address) for name, address in [*draft.to, *draft.cc, *draft.bcc]}
    kind = Address.Kind.PHONE if phones else Address.Kind.MAIL
    known = {one.normal: one for one in _known(draft.workspace_id, kind, list(typed))}
    agreed = _agreed(draft.workspace_id, [one.person_id for one in known.values()])
    ours = set() if phones else set(register.our_addresses(workspace))
    seen = _in_thread(draft)
    read = _read_in(draft)
    return tuple(
        _recipient(
            draft,
            name,
            address,
            known.get(key),
            key in ours,
            agreed,
            key in seen,
            key not in seen and key in read,
        )
        for key, (name, address) in typed.items()
    )


def _mail(address: str) -> str:
    return address.strip().lower()


def _known(workspace_id: uuid.UUID, kind: str, normals: Sequence[str]) -> Iterable[Address]:
    here = Address.objects.within(workspace_id).filter(kind=kind, normal__in=normals)
    return here.select_related("person__client")


def _agreed(workspace_id: uuid.UUID, people: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    given = Consent.objects.within(workspace_id).filter(person_id__in=people, withdrawn_at__isnull=True)
    return set(given.values_list("person_id", flat=True))


def _in_thread(draft: Draft) -> set[str]:
    """The addresses that stand on the letter which the draft answers."""
    if draft.answers is None or draft.answers.letter_id is None:
        return set()
    here = Letter.objects.within(draft.workspace_id).filter(pk=draft.answers.letter_id)
    envelope = here.values_list("envelope", flat=True).first() or {}
    boxes = [envelope.get("from") or ["", ""], *envelope.get("to", []), *envelope.get("cc", [])]
    return {_mail(address) for _, address in boxes}


def _read_in(draft: Draft) -> set[str]:
    """The addresses in the words of the letter that it answers, in which another may lie that was only passed on."""
    answered = draft.answers
    if answered is None:
        return set()
    return {
        _mail(one) for words in (answered.text, answered.echo) for one in ADDRESS.findall(words[:MOST_READ])
    }


def _recipient(
    draft: Draft,
    name: str,
    address: str,
    known: Address | None,
    ours: bool,
    agreed: set[uuid.UUID],
    in_thread: bool,
    passed_on: bool,
) -> Recipient:
    if known is None:
        return Recipient(address, name, ours=ours, wrote_in_thread=in_thread, passed_on=passed_on)
    person, client = known.person, known.person.client
    return Recipient(
        address=address,
        name=person.name,
        client=client.name if client else "",
        ours=ours or person.nature == person.Nature.OURSELVES,
        at_this_client=client is not None and client.id == draft.client_id,
        exclusive=bool(client and client.exclusive),
        may_be_contacted=person.contact_allowed,
        agreed=person.id in agreed,
        wrote_in_thread=in_thread,
        passed_on=passed_on,
    )
