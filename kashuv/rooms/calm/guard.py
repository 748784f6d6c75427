"""The guard: looks at a draft before it leaves, says what it saw, and keeps what the writer decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction

from kashuv.foundation import clock
from kashuv.foundation.journal import writing as journal
from kashuv.language import dates, guard, promises
from kashuv.language.reading import Moment, PromiseFound
from kashuv.rooms.calm.around import around
from kashuv.rooms.calm.models import Weighing
from kashuv.rooms.calm.rules import concerns as thoughts
from kashuv.rooms.calm.rules.concerns import Circumstances, Concern
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.conversations.rules.worth import TIMED, last_moment
from kashuv.rooms.team.models import Member, Workspace

NOON = time(12)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen, that in the words first, in their order."""

    concerns: tuple[Concern, ...]
    advises_hold: bool


def look(draft: Draft, *, workspace: Workspace, at: datetime) -> Seen:
    """Looks at the draft as it would leave at that moment. Offline; writes nothing."""
    facts = around(draft, workspace=workspace, at=at)
    seen = (*_in_words(draft, facts, workspace), *_around(facts))
    return Seen(seen, thoughts.advises_hold(seen, facts))


def weigh(draft: Draft, seen: Seen, *, at: datetime) -> Weighing:
    """Keeps what was seen, for the decision to be written on; the same version weighed twice is one row."""
    weighing, _ = Weighing.objects.update_or_create(
        workspace_id=draft.workspace_id,
        draft_id=draft.id,
        version=draft.version,
        defaults={
            "concerns": [one.plain() for one in seen.concerns],
            "advised_hold": seen.advises_hold,
            "at": at,
        },
    )
    return weighing


@transaction.atomic
def decide(draft: Draft, seen: Seen, decision: str, *, by: Member, at: datetime) -> None:
    """Keeps what the writer did in spite of what was seen, or because of it."""
    weighing = weigh(draft, seen, at=at)
    here = Weighing.objects.within(weighing.workspace_id).filter(pk=weighing.pk)
    here.update(decision=decision, decided_by=by, decided_at=at)
    kinds = sorted({one.kind for one in seen.concerns})
    journal.write(
        journal.line(
            draft.workspace_id,
            f"draft.{decision}",
            draft.id,
            at=at,
            by=by.id,
            client=draft.client_id,
            saw=kinds,
        )
    )


def _in_words(draft: Draft, facts: Circumstances, workspace: Workspace) -> Iterator[Concern]:
    found, _ = guard.weigh(draft.text, facts.local, facts.enclosures)
    yield from thoughts.of_words(found)
    moments = dates.find(draft.text, facts.local)
    given = promises.find(draft.text, None, moments)
    yield from thoughts.of_promises(given, facts.local, _resting(given, workspace))


def _resting(given: Sequence[PromiseFound], workspace: Workspace) -> dict[int, str]:
    """Which of the words given fall due on a day of rest, by where they begin, and what the day is called."""
    due = {one.words.start: _moment(one.due) for one in given if one.due and one.due.deadline}
    names = {start: clock.rests(at, workspace.zone, workspace.language) for start, at in due.items() if at}
    return {start: name for start, name in names.items() if name}


def _moment(due: Moment) -> datetime | None:
    """The hour that was named; of a whole day its noon, for Friday's last hour is Shabbat though Friday is none."""
    last = last_moment(due)
    if last is None or due.grain in TIMED:
        return last
    return datetime.combine(last.date(), NOON, last.tzinfo)


def _around(facts: Circumstances) -> Iterator[Concern]:
    for look in (
        thoughts.of_recipients,
        thoughts.of_the_law,
        thoughts.of_wishes,
        thoughts.of_form,
        thoughts.of_the_hour,
    ):
        yield from look(facts)
