"""Joining: two names that may be one person, with the reason; made one, kept two, and parted again if it was wrong."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import back, say
from kashuv.flows import acquaintance
from kashuv.foundation import clock
from kashuv.rooms.clients import union, wording
from kashuv.rooms.clients.models import Merging, Person
from kashuv.rooms.team.models import Member

SHOWN = 20
BY_HAND = ({"reason": "by_hand"},)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two who may be one, and why."""

    kept: Person
    gone: Person
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """A decision that can be turned round: two that were made one, or (`apart`) were kept two."""

    id: uuid.UUID
    kept: Person
    gone: Person
    because: tuple[str, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class JoiningPage:
    alike: tuple[Alike, ...]
    joined: tuple[Joined, ...]


def joining_page(member: Member) -> JoiningPage:
    """What is suggested and what was decided of late, of people whom this member may see."""
    pairs = union.suggest(member.workspace)
    latest = Merging.objects.within(member.workspace_id).select_related("kept", "gone").order_by("-at", "-id")
    decided = list(latest[: union.MOST])
    keys = {person.id for two in (*pairs, *decided) for person in (two.kept, two.gone)}
    seen = set(Person.objects.seen_by(member).filter(id__in=keys).values_list("id", flat=True))
    alike = [two for two in pairs if {two.kept.id, two.gone.id} <= seen]
    joined = [one for one in decided if {one.kept_id, one.gone_id} <= seen]
    return JoiningPage(tuple(map(_alike, alike[:SHOWN])), tuple(map(_joined, joined[:SHOWN])))


def _alike(two: union.Pair) -> Alike:
    return Alike(two.kept, two.gone, tuple(wording.sentences(two.because)))


def _joined(one: Merging) -> Joined:
    because = tuple(wording.sentences(one.because))
    return Joined(one.id, one.kept, one.gone, because, apart=one.undone_at is not None)


@require_safe
@for_members
def alike(request: HttpRequest) -> HttpResponse:
    """Who may be the same person."""
    return render(request, "clients/introductions/joining.html", {"page": joining_page(request.member)})


@require_POST
@for_members
def joining(request: HttpRequest, kept: uuid.UUID, gone: uuid.UUID) -> HttpResponse:
    """They are one."""
    first, second = _seen(request.member, kept), _seen(request.member, gone)
    because = _because(request.member, first, second)
    try:
        done = acquaintance.merge(first, second, because, by=request.member, at=clock.now())
    except union.Entwined:
        raise Http404 from None
    say(
        request,
        gettext("One person now: %(name)s.") % {"name": first.name},
        undo=reverse("parting", args=[done.id]),
    )
    return back(request, reverse("joining-page"))


@require_POST
@for_members
def keeping_apart(request: HttpRequest, kept: uuid.UUID, gone: uuid.UUID) -> HttpResponse:
    """They are two."""
    first, second = _seen(request.member, kept), _seen(request.member, gone)
    if first == second:
        raise Http404
    union.refuse(first, second, by=request.member, at=clock.now())
    say(request, gettext("Two people, and not asked again. It can be turned round below."))
    return back(request, reverse("joining-page"))


@require_POST
@for_members
def parting(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Undoes a wrong joining."""
    merging = (
        Merging.objects.within(request.member.workspace_id)
        .select_related("kept", "gone")
        .filter(pk=key)
        .first()
    )
    if merging is None or not Person.objects.seen_by(request.member).filter(pk=merging.gone_id).exists():
        raise Http404
    _seen(request.member, merging.kept_id)
    if acquaintance.part(merging, by=request.member, at=clock.now()):
        say(request, gettext("Two people again, each with what was theirs."))
    return back(request, reverse("joining-page"))


def _because(member: Member, first: Person, second: Person) -> Any:
    """The reasons of the suggestion, if it still stands; else it was done by hand."""
    pairs = union.suggest(member.workspace)
    return next(
        (two.because for two in pairs if {two.kept.id, two.gone.id} == {first.id, second.id}), BY_HAND
    )


def _seen(member: Member, key: uuid.UUID) -> Person:
    """The person through the gate; Http404 if there is none to see, or he is already part of another."""
    found = Person.objects.seen_by(member).filter(pk=key, merged_into__isnull=True).first()
    if found is None:
        raise Http404
    return found
