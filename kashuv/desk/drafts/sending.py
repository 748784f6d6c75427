"""Sending: saves, looks whether it can reach anybody, lets the guard look, and lets it go; calls it back in time."""

from __future__ import annotations

import uuid
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kashuv.desk.doorway import for_members
from kashuv.desk.drafts import boxes, hours
from kashuv.desk.drafts.form import DraftForm
from kashuv.desk.drafts.page import draft_of
from kashuv.desk.drafts.views import aside, save, wrong
from kashuv.desk.layout.answers import onward, say
from kashuv.flows import outgoing
from kashuv.foundation import clock
from kashuv.rooms.calm import guard
from kashuv.rooms.calm.guard import Seen
from kashuv.rooms.conversations.models import Draft


@require_POST
@for_members
def sending(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """What was typed is kept first. Where the guard sees something, it says so before anything leaves."""
    return _send(request, key, None)


@require_POST
@for_members
def later(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The same at another hour: at that which suits the client, or at the one that she names."""
    found, now, firm = draft_of(request.member, key), clock.now(), request.member.workspace
    when = request.POST.get("when", "").strip()
    at = hours.named(when, now, firm) if when else hours.better_for(found, firm, now)
    if at is not None:
        return _send(request, key, at)
    form = DraftForm(request.POST, draft=found, member=request.member)
    told = _("No hour to come was found in “%(text)s”. Try “tomorrow at nine”.") % {"text": when}
    form.add_error(None, told if when else _("This hour is as good as any; it can go now."))
    return wrong(request, found, form)


def _send(request: HttpRequest, key: uuid.UUID, leave_at: datetime | None) -> HttpResponse:
    found = draft_of(request.member, key)
    form = DraftForm(request.POST, draft=found, member=request.member)
    if not form.is_valid() or not _can_leave(found, form):
        return wrong(request, found, form)
    saved = save(request, found, form)
    if saved.other is not None:
        return aside(request, saved)
    now = clock.now()
    seen = guard.look(saved.draft, workspace=request.member.workspace, at=leave_at or now)
    if not seen.concerns:
        return leave(request, saved.draft, leave_at)
    guard.weigh(saved.draft, seen, at=now)
    there = reverse("draft-guard", args=[key])
    return HttpResponseRedirect(
        f"{there}?{urlencode({'at': leave_at.isoformat()})}" if leave_at else there, status=303
    )


def _can_leave(found: Draft, form: DraftForm) -> bool:
    """Whether it says something and every recipient can be reached; what is missing is said at its field."""
    said = form.cleaned_data
    phones = found.kind != Draft.Kind.MAIL
    for name in ("to", "cc", "bcc"):
        if lost := boxes.wrong(said.get(name, []), phones=phones):
            told = _("This reaches nobody: %(typed)s.") % {"typed": ", ".join(lost)}
            form.add_error(name, told)
    if not said.get("to"):
        form.add_error("to", _("To whom does it go?"))
    if phones and len(said.get("to", [])) > 1:
        form.add_error("to", _("A message to a phone goes to one number; write to the others by themselves."))
    if not said.get("text", "").strip():
        form.add_error("text", _("There is nothing in it yet."))
    return not form.errors


def leave(
    request: HttpRequest, found: Draft, leave_at: datetime | None = None, seen: Seen | None = None
) -> HttpResponse:
    """It goes out, with ten seconds to think again; `seen` is what the guard saw, and she goes in spite of."""
    now = clock.now()
    try:
        dispatch = outgoing.release(found, by=request.member, at=now, leave_at=leave_at, seen=seen)
    except outgoing.Unsendable as refusal:
        if refusal.why == "no_way" and found.kind == Draft.Kind.MAIL:
            return onward("draft-elsewhere", found.pk)
        say(request, unsendable(refusal))
        return onward("draft", found.pk)
    said = _("It leaves in ten seconds.") if leave_at is None else _("It leaves when you said.")
    if dispatch.made_at != now:
        said = _("It was sent before; the outbox shows what became of it.")
    say(request, said, undo=reverse("draft-recalling", args=[found.pk]) if dispatch.made_at == now else "")
    return onward("client", found.client_id) if found.client_id else onward("drafts")


def unsendable(refusal: outgoing.Unsendable) -> str:
    """Why it did not leave; the draft stands as it was."""
    told = {
        "nobody": _("There is nobody in it whom it could reach. What you wrote is kept."),
        "no_way": _(
            "There is no mailbox or gateway to send it from yet. Connect one in the settings; what you wrote is kept."
        ),
        "empty": _("There is nothing in it yet."),
        "window": _(
            "WhatsApp lets us write in our own words only within a day after they last wrote to us. The message is kept; "
            "open the chat on your own phone instead."
        ),
        "dropped": _("It was dropped meanwhile; bring it back to send it."),
        "changed": _("Somebody has changed it meanwhile; look at it once more before it goes."),
        "not_yours": _(
            "It would leave from %(name)s's own mailbox. Choose one that is yours; the letter is kept."
        )
        % {"name": refusal.what},
        "several": _("A message to a phone goes to one number; take %(number)s out. The message is kept.")
        % {"number": refusal.what},
    }
    unfit = _("“%(what)s” can't be written to. What you wrote is kept.") % {"what": refusal.what}
    return str(told.get(refusal.why, unfit))


@require_POST
@for_members
def recalling(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Back on the desk, if it has not left yet."""
    found = draft_of(request.member, key)
    if outgoing.recall(found, by=request.member, at=clock.now()):
        say(request, _("It did not leave; here it is."))
    else:
        say(request, _("It has left already."))
    return onward("draft", key)
