"""Gateways on the screen. Only who leads sees them; the address of a hook is shown once."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kashuv.desk.doorway import for_members
from kashuv.desk.gateways.forms import GatewayForm
from kashuv.desk.gateways.page import CHANNELS, Line, channel_of, gateways_page
from kashuv.desk.layout.answers import onward, say
from kashuv.foundation import clock
from kashuv.foundation.sealing import Unsealable
from kashuv.rooms.post import gateways as verbs
from kashuv.rooms.post import phoning
from kashuv.rooms.post.channels.providers import PROVIDERS
from kashuv.rooms.post.models import Gateway


@require_safe
@for_members
def gateways(request: HttpRequest) -> HttpResponse:
    """Those that there are, and those that there could be."""
    if not request.member.leads:
        raise PermissionDenied
    return render(request, "gateways/list.html", {"page": gateways_page(request.member)})


@never_cache
@for_members
def new(request: HttpRequest, provider: str) -> HttpResponse:
    """Opens one; the answer is the only page that shows the address of its hook."""
    if not request.member.leads:
        raise PermissionDenied
    channel = channel_of(provider)
    if channel is None:
        raise Http404
    form = GatewayForm(request.POST or None, provider=provider, channel=channel)
    if request.method == "POST" and form.is_valid():
        try:
            opened, token = _open(request, form)
            return _shown(request, opened, token)
        except verbs.Taken:
            form.add_error("number", _("There is a gateway of this number already."))
    page = {
        "form": form,
        "provider": provider,
        "name": PROVIDERS[provider].name,
        "channel": CHANNELS[channel],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "gateways/new.html", {"page": page}, status=status)


def _open(request: HttpRequest, form: GatewayForm) -> tuple[Gateway, str]:
    return verbs.open_at(
        request.member.workspace,
        form.channel,
        form.cleaned_data["number"],
        provider=form.provider,
        secret=form.secret(),
        options=form.options(),
        by=request.member,
        at=clock.now(),
    )


@require_POST
@for_members
def trial(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Whether the provider takes the keys; no message is sent."""
    if phoning.try_out(_gateway(request, key)):
        say(request, _("The provider takes the keys."))
    else:
        say(request, _("The provider does not take the keys; what it said stands beside the gateway."))
    return onward("gateways")


@require_POST
@never_cache
@for_members
def hook(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Another address; the old one is dead."""
    gateway = _gateway(request, key)
    try:
        token = verbs.renew_hook(gateway, by=request.member, at=clock.now())
    except Unsealable:
        verbs.complain(gateway, phoning.UNSEALABLE)
        return onward("gateways")
    return _shown(request, gateway, token)


@for_members
def end(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Asks, and closes."""
    gateway = _gateway(request, key)
    if request.method != "POST":
        return render(request, "gateways/end.html", {"page": {"line": Line(gateway)}})
    verbs.close(gateway, by=request.member, at=clock.now())
    say(request, _("It is closed, and its keys are forgotten."))
    return onward("gateways")


def _gateway(request: HttpRequest, key: uuid.UUID) -> Gateway:
    """An open one; for whoever does not lead there is none."""
    if not request.member.leads:
        raise Http404
    return get_object_or_404(Gateway.objects.within(request.member.workspace_id).filter(active=True), pk=key)


def _shown(request: HttpRequest, gateway: Gateway, token: str) -> HttpResponse:
    path = reverse("hook", args=[gateway.channel, token])
    link = f"{settings.BASE_URL}{path}" if settings.BASE_URL else request.build_absolute_uri(path)
    page: dict[str, Any] = {"line": Line(gateway), "link": link, "token": token, "provider": gateway.provider}
    return render(request, "gateways/hook.html", {"page": page})
