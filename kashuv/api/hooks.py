"""Hooks: whoever carries our short messages tells here what came in, and what became of what went out.

The token in the address says whose gateway it is; the provider's signature, that it is really the provider who speaks.
What is told twice is heard once. An address that leads nowhere is not there, whoever asks.
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from kashuv.flows import hearing
from kashuv.foundation import clock
from kashuv.foundation.sealing import Unsealable
from kashuv.rooms.post import gateways
from kashuv.rooms.post.channels.phones import Posted, Unreadable, Unsigned

LONGEST = 65_536  # bytes


@csrf_exempt
@never_cache
def hook(request: HttpRequest, channel: str, token: str) -> HttpResponse:
    """POST tells something; GET changes nothing, and only echoes where a provider makes sure of the address so."""
    gateway = gateways.behind(channel, token)
    if gateway is None:
        raise Http404
    if request.method not in ("GET", "POST"):
        return HttpResponseNotAllowed(["GET", "POST"])
    body = request.read(LONGEST + 1) if request.method == "POST" else b""
    if len(body) > LONGEST:
        return _said(413)
    posted = _posted(request, body)
    try:
        if request.method == "GET":
            echoed = hearing.echo(gateway, posted, token)
            return HttpResponseNotAllowed(["POST"]) if echoed is None else _said(200, echoed)
        hearing.listen(gateway, posted)
    except Unsigned:
        return _said(403)
    except Unreadable:
        return _said(400)
    except Unsealable:
        return _said(503)
    return _said(200)


def _posted(request: HttpRequest, body: bytes) -> Posted:
    """As the provider sent it, who knows us by our public address."""
    path = request.get_full_path()
    return Posted(
        url=f"{settings.BASE_URL}{path}" if settings.BASE_URL else request.build_absolute_uri(path),
        headers={name.lower(): words for name, words in request.headers.items()},
        query={name: str(words) for name, words in request.GET.items()},
        body=body,
        at=clock.now(),
    )


def _said(status: int, words: str = "") -> HttpResponse:
    """Plain, and mostly empty: some providers would send what stands in an answer to the phone."""
    return HttpResponse(words, status=status, content_type="text/plain")
