"""The aftermath: what the three have done with what was read, so that their desks look like desks in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from kashuv.demo import arriving, letters, stories
from kashuv.demo.cast import Character
from kashuv.demo.stage import Beat
from kashuv.demo.words import Word
from kashuv.rooms.care import signs
from kashuv.rooms.care.models import Sign
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations import findings
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.post.models import Letter
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member, Workspace

FRESH = timedelta(days=5)  # what was read since then still waits for somebody's yes
SOON = timedelta(days=2)
SEEN_TO = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Firm:
    """Who plays, and as whom they stand in the house."""

    workspace: Workspace
    clients: Mapping[str, Client]
    cast: Sequence[Character]
    team: Mapping[str, Member]

    @property
    def who(self) -> dict[UUID, Character]:
        """The characters by their clients' keys."""
        return {self.clients[one.people[0].mail].id: one for one in self.cast}

    @property
    def owners(self) -> dict[UUID, Member]:
        return {key: self.team[one.owner] for key, one in self.who.items()}


def give(words: Iterable[Word], clients: Mapping[str, Client], team: Mapping[str, Member]) -> None:
    """Puts the promises of the stories into the ledger, with what became of them."""
    for word in words:
        client, member = clients[word.beat.character.people[0].mail], team[word.beat.colleague.key]
        promise = _accepted(client, word, member) or _noted(client, word, member)
        for move in word.moves:
            ledger.move(promise, move.to, reason=move.reason, told=move.told, by=member, at=move.at)
        if word.kept_at:
            ledger.keep(promise, by=member, at=word.kept_at)


def _accepted(client: Client, word: Word, member: Member) -> Promise | None:
    """The promise as it was read out of the line itself, if it was read with its day; what else was read falls."""
    zone = member.workspace.zone
    day = word.due_at.astimezone(zone).date()
    found = None
    for read in _read_in(_entry(client, word.beat)):
        if (
            found is None
            and read.side == word.side
            and read.due_at
            and read.due_at.astimezone(zone).date() == day
        ):
            ledger.accept(read, by=member, at=word.beat.at)
            found = read
        else:
            ledger.dismiss(read, by=member, at=word.beat.at)
    return found


def _read_in(entry: Entry) -> list[Promise]:
    proposed = Promise.objects.within(entry.workspace_id).filter(entry=entry, state=Promise.State.PROPOSED)
    return list(proposed.order_by("quote"))


def _noted(client: Client, word: Word, member: Member) -> Promise:
    """As somebody writes it down by hand."""
    entry = _entry(client, word.beat)
    return ledger.note(
        client, word.words, side=word.side, due_at=word.due_at, by=member, at=word.beat.at, entry=entry
    )


def _entry(client: Client, beat: Beat) -> Entry:
    """The line in which the word was given."""
    ours = Entry.objects.within(client.workspace_id)
    if beat.kind != "mail":
        return ours.get(identity=arriving.identity(beat))
    letter = Letter.objects.within(client.workspace_id).get(message_id=letters.mark(beat))
    return ours.get(letter_id=letter.pk)


def decide(firm: Firm, now: datetime) -> None:
    """Decides what was read long ago: most promises were kept in time, a few late, some were none."""
    owners, rng = firm.owners, Random(now.date().isoformat())
    for promise in (
        Promise.objects.within(firm.workspace.id)
        .filter(state=Promise.State.PROPOSED)
        .order_by("given_at", "quote")
    ):
        if _is_open_matter(promise, now):
            continue
        member = owners[promise.client_id]
        if promise.due_at is None:
            ledger.dismiss(promise, by=member, at=promise.given_at + timedelta(hours=20))
        else:
            ledger.keep(promise, by=member, at=_kept_at(promise.given_at, promise.due_at, now, rng))


def _is_open_matter(promise: Promise, now: datetime) -> bool:
    """Read of late, and not due in the next days: nobody has got to it yet."""
    undated = promise.due_at is None
    return promise.given_at > now - FRESH and (undated or promise.due_at > now + SOON)  # type: ignore[operator]


def _kept_at(given: datetime, due: datetime, now: datetime, rng: Random) -> datetime:
    lateness = rng.uniform(4, 40) if rng.random() < 0.07 else -rng.uniform(0, 6)
    return min(max(due + timedelta(hours=lateness), given + timedelta(minutes=30)), now - timedelta(hours=1))


def see_to(firm: Firm, now: datetime) -> None:
    """Closes the warnings that were seen to: all the older ones, and whatever a machine heard where all is well."""
    who = firm.who
    for sign in _open_signs(firm.workspace):
        one = who[sign.client_id]
        if sign.at < now - SEEN_TO or one.story not in stories.TROUBLED:
            signs.close(sign, by=firm.team[one.owner], at=min(sign.at + timedelta(hours=5), now))


def _open_signs(workspace: Workspace) -> Iterator[Sign]:
    yield from Sign.objects.within(workspace.id).filter(closed_at__isnull=True).order_by("at")


def agree(firm: Firm, now: datetime) -> None:
    """Says yes to what was read in older letters; of late nobody has got to it."""
    owners = firm.owners
    proposed = Finding.objects.within(firm.workspace.id).filter(
        state=Finding.State.PROPOSED, entry__at__lt=now - FRESH
    )
    for finding in (
        proposed.filter(entry__client__isnull=False)
        .select_related("entry")
        .defer("entry__text", "entry__echo")
    ):
        entry = finding.entry
        assert entry.client_id is not None
        findings.accept(finding, by=owners[entry.client_id], at=entry.at + timedelta(hours=20))
