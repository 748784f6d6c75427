"""The page of settings: me, the hours that are kept quiet, the workspace, the door, the calendar."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from importlib.metadata import version

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.layout.answers import again, back, say
from kashuv.desk.settings import quiet
from kashuv.desk.settings.forms import MeForm, WorkspaceForm, zones
from kashuv.desk.settings.quiet import QuietForm
from kashuv.foundation import clock
from kashuv.rooms.post.models import Mailbox
from kashuv.rooms.team import quieting, settling
from kashuv.rooms.team.models import Member, Pass

VERSION = version("kashuv")


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """`workspace` is None for whoever may not settle it; `troubled` are mailboxes of hers and the team's that don't open."""

    me: MeForm
    workspace: WorkspaceForm | None
    zones: str
    quiet: QuietForm
    quiet_hours: list[quiet.Told]
    calendars: list[Pass]
    troubled: list[Mailbox]
    version: str


def settings_page(
    member: Member,
    *,
    me: MeForm | None = None,
    firm: WorkspaceForm | None = None,
    hours: QuietForm | None = None,
) -> SettingsPage:
    """The page as it stands, or with a form that was sent and has mistakes."""
    calendars = Pass.objects.within(member.workspace_id).filter(
        member_id=member.id, opens=Pass.Opens.CALENDAR, revoked_at__isnull=True
    )
    return SettingsPage(
        me=me or MeForm(initial=_wishes(member, MeForm)),
        workspace=(firm or WorkspaceForm(initial=_wishes(member.workspace, WorkspaceForm)))
        if member.leads
        else None,
        zones=zones() if member.leads else "",
        quiet=hours or QuietForm(leads=member.leads),
        quiet_hours=quiet.told(member),
        calendars=list(calendars.order_by("made_at")),
        troubled=list(Mailbox.objects.written_from_by(member).troubled().order_by("address")),
        version=VERSION,
    )


@for_members
def settings(request: HttpRequest) -> HttpResponse:
    return render(request, "settings/page.html", {"page": settings_page(request.member)})


@require_POST
@for_members
def me(request: HttpRequest) -> HttpResponse:
    """What she says of herself."""
    form = MeForm(request.POST)
    if not form.is_valid():
        return again(request, "settings/page.html", settings_page(request.member, me=form))
    settling.member(request.member, at=clock.now(), **form.cleaned_data)
    with translation.override(form.cleaned_data["language"]):
        say(request, _("Saved."))
    return back(request, reverse("settings"))


@require_POST
@for_members
def workspace(request: HttpRequest) -> HttpResponse:
    """What a leader says of the firm."""
    if not request.member.leads:
        raise PermissionDenied
    form = WorkspaceForm(request.POST)
    if not form.is_valid():
        return again(request, "settings/page.html", settings_page(request.member, firm=form))
    settling.workspace(request.member.workspace, by=request.member, at=clock.now(), **form.cleaned_data)
    say(request, _("Saved."))
    return back(request, reverse("settings"))


@require_POST
@for_members
def quiet_hours(request: HttpRequest) -> HttpResponse:
    """Further hours that are kept quiet; only a leader's form says them for all."""
    form = QuietForm(request.POST, leads=request.member.leads)
    if not form.is_valid():
        return again(request, "settings/page.html", settings_page(request.member, hours=form))
    for_all = form.cleaned_data.get("whose") == "firm"
    quieting.keep(form.span, for_all=for_all, by=request.member, at=clock.now())
    say(request, _("Saved."))
    return back(request, reverse("settings"))


@require_POST
@for_members
def quiet_hours_end(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """They are quiet no longer."""
    hours = get_object_or_404(quieting.settled_by(request.member), pk=key)
    quieting.give_up(hours, by=request.member, at=clock.now())
    say(request, _("These hours are quiet no longer."))
    return back(request, reverse("settings"))


def _wishes(row: object, form: type[MeForm] | type[WorkspaceForm]) -> dict[str, object]:
    return {name: getattr(row, name) for name in form.base_fields}
