"""What lies on her own desk: drafts whose time of waiting is over, opinions asked of her or given to her, and what
she sent and did not arrive. One question for all of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, UUIDField, Value, When
from django.db.models.functions import Cast, Coalesce

from kashuv.foundation.prepared import prepared
from kashuv.foundation.together import Gather
from kashuv.rooms.calm.models import Hold, Opinion
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.today.gather.scope import Scope
from kashuv.rooms.today.gather.unmarked import REMEMBERED, named, unmarked
from kashuv.rooms.today.rules.matters import DraftMatter

MOST = 50
NOBODY = Cast(Value(None), UUIDField())


@dataclass(frozen=True, slots=True)
class Papers:
    """`apart` counts drafts to people who are with no client, or with one whom she may not see; `stuck` what she sent
    and somebody must look at."""

    matters: tuple[DraftMatter, ...] = ()
    apart: int = 0
    stuck: int = 0


def papers(scope: Scope) -> Gather[Papers]:
    (rows,) = yield [_lying.asking(scope, scope.ago(REMEMBERED))]
    drafts = [row for row in rows if row[0] != "stuck"]
    return Papers(
        matters=tuple(_matter(*row) for row in drafts if row[1] is not None),
        apart=sum(row[1] is None for row in drafts),
        stuck=len(rows) - len(drafts),
    )


def _matter(what: Any, client: Any, draft: Any, paper: Any, at: Any, who: str, subject: str) -> DraftMatter:
    return DraftMatter(client, draft, paper, what, at, who, subject)


@prepared
def _lying(scope: Scope, marked_since: datetime) -> QuerySet[Any]:
    return _held(scope, marked_since).union(
        _wanted(scope, marked_since), _given(scope, marked_since), _stuck(scope), all=True
    )[:MOST]


def _held(scope: Scope, marked_since: datetime) -> QuerySet[Any]:
    over = Hold.objects.within(scope.workspace_id).filter(
        _whose(scope, "draft__member_id"), until__lte=scope.at, ended_at__isnull=True,
        draft__state=Draft.State.WRITING,
    )  # fmt: skip
    return unmarked(scope, over, named("held", "id"), marked_since).values_list(
        _word("held"), _client(scope), "draft_id", "id", "until", "by__name", "draft__subject"
    )


def _wanted(scope: Scope, marked_since: datetime) -> QuerySet[Any]:
    asked = _opinions(scope).filter(_whose(scope, "of_id"), of_id__isnull=False, answered_at__isnull=True)
    return unmarked(scope, asked, named("wanted", "id"), marked_since).values_list(
        _word("wanted"), _client(scope), "draft_id", "id", "asked_at", "asked_by__name", "subject"
    )


def _given(scope: Scope, marked_since: datetime) -> QuerySet[Any]:
    """Until the draft was worked on after the answer had come."""
    answered = _opinions(scope).filter(_whose(scope, "asked_by_id"), answered_at__gt=F("draft__saved_at"))
    return unmarked(scope, answered, named("given", "id"), marked_since).values_list(
        _word("given"),
        _client(scope),
        "draft_id",
        "id",
        "answered_at",
        Coalesce("of__name", "name"),
        "subject",
    )


def _stuck(scope: Scope) -> QuerySet[Any]:
    sent = Dispatch.objects.within(scope.workspace_id).filter(_whose(scope, "by_id")).troubled()
    return sent.values_list(_word("stuck"), NOBODY, "source", "id", "troubled_at", "sender", "message_id")


def _opinions(scope: Scope) -> QuerySet[Any]:
    here = Opinion.objects.within(scope.workspace_id).filter(withdrawn_at__isnull=True)
    return here.filter(draft__state=Draft.State.WRITING)


def _whose(scope: Scope, field: str) -> Q:
    return Q(**{field: scope.owner}) if scope.owner is not None else Q()


def _client(scope: Scope) -> Any:
    """The client of the draft, if the reader may see him."""
    if scope.reader_leads:
        return F("draft__client_id")
    seen = Q(draft__client__exclusive=False) | Q(draft__client__owner_id=scope.reader)
    return Case(When(seen, then=F("draft__client_id")), output_field=UUIDField())


def _word(word: str) -> Value:
    return Value(word, output_field=CharField())
