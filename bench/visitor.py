"""A visitor who is signed in: calls the WSGI application itself, with no server and no test client between."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application

from kashuv.cli.serving.settling import settle
from kashuv.rooms.team.models import Member


class Visitor:
    """One member with a session of her own."""

    def __init__(self, member: Member) -> None:
        assert member.login is not None
        session = SessionStore()
        session[SESSION_KEY] = str(member.login.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = member.login.get_session_auth_hash()
        session["workspace"] = str(member.workspace_id)
        session.create()
        self.cookie = f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
        self.application = get_wsgi_application()
        settle()  # as each web process of `kashuv serve` does

    def get(self, address: str) -> bytes:
        """The finished page; anything but 200 is an error."""
        said: dict[str, Any] = {}
        parts = urlsplit(address)
        answer = self.application(
            {
                "REQUEST_METHOD": "GET",
                "PATH_INFO": parts.path,
                "QUERY_STRING": quote(parts.query, safe="=&+%"),
                "SERVER_NAME": "localhost",
                "SERVER_PORT": "80",
                "HTTP_HOST": "localhost",
                "HTTP_COOKIE": self.cookie,
                "wsgi.url_scheme": "http",
                "wsgi.input": BytesIO(),
            },
            lambda status, headers, *rest: said.update(status=status),
        )
        body = b"".join(answer)
        close = getattr(answer, "close", None)
        if close:
            close()
        if not said["status"].startswith("200"):
            raise RuntimeError(f"{address} answered {said['status']}")
        return body
