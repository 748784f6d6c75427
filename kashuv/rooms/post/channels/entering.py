"""Entering: where a mail server stands, and by what it knows us."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from django.conf import settings

Security = Literal["tls", "starttls", "none"]
PATIENCE = 30.0  # seconds without a byte after which a server counts as silent


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server as it is reached; `security` "none" is for a server on this very machine or network."""

    host: str
    port: int
    security: Security
    login: str

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Server:
        """As a mailbox keeps it."""
        return cls(said["host"], int(said["port"]), said["security"], said["login"])

    def said(self) -> dict[str, Any]:
        """As a mailbox keeps it."""
        return {"host": self.host, "port": self.port, "security": self.security, "login": self.login}


@dataclass(frozen=True, slots=True)
class Proof:
    """What is shown at the door: a password, or an access token that Google or Microsoft gave (XOAUTH2)."""

    kind: Literal["password", "token"]
    words: str

    def __repr__(self) -> str:
        return f"Proof({self.kind})"  # never the words: a log keeps what it is shown


@cache
def safety() -> ssl.SSLContext:
    """TLS with the machine's own authorities and, if KASHUV_MAIL_CA names a file, with a firm's own."""
    context = ssl.create_default_context()
    if settings.MAIL_CA:
        context.load_verify_locations(settings.MAIL_CA)
    return context
