"""OAuth: the sign-in pages of Google and Microsoft, by which a mailbox is opened without its password.

The authorization code flow with PKCE (RFC 6749, RFC 7636): we send a person to the provider's page, she comes back with a
code, and the code is exchanged for two tokens: one that opens the mailbox for an hour, and one that gets the next.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.utils.translation import gettext_noop as _

from kashuv.rooms.post.channels import https
from kashuv.rooms.post.channels.phones import Asked
from kashuv.rooms.post.channels.troubles import Cut, Trouble

PATIENCE = 15.0  # seconds without a byte
FORM = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
HOUR = 3600
STATE = "kashuv.mailbox.sign-in"
STATE_LASTS = timedelta(minutes=15)
NAMES = {"google": "Google", "microsoft": "Microsoft"}


class Withdrawn(Trouble):
    """The provider does not renew this permission any more; a person has to sign in anew."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """One provider's sign-in, with what this installation is known by there (see config/settings.py, MAIL_SIGN_IN)."""

    key: str
    id: str
    secret: str
    authorize: str
    token: str
    scope: str
    asks: Mapping[str, str]

    @property
    def name(self) -> str:
        return NAMES[self.key]

    def __repr__(self) -> str:
        return f"SignIn({self.key})"


@dataclass(frozen=True, slots=True)
class Tokens:
    """`access` opens the mailbox until `until`; `refresh` gets the next."""

    access: str
    refresh: str
    until: datetime

    @classmethod
    def of(cls, secret: Mapping[str, str]) -> Tokens:
        """As a mailbox keeps them, sealed."""
        return cls(secret["access"], secret["refresh"], datetime.fromisoformat(secret["until"]))

    def secret(self) -> dict[str, str]:
        """As a mailbox keeps them, sealed."""
        return {"access": self.access, "refresh": self.refresh, "until": self.until.isoformat()}

    def __repr__(self) -> str:
        return f"Tokens(until {self.until})"  # never the words: a log keeps what it is shown


def sign_in(key: str) -> SignIn | None:
    """That provider's, if this installation is known there."""
    told = settings.MAIL_SIGN_IN.get(key)
    return SignIn(key, **told) if told and told["id"] else None


def unknown_here(key: str) -> Trouble:
    """The installation has lost what it was known by."""
    setting = f"KASHUV_{key.upper()}_CLIENT_ID"
    said = _("This mailbox is opened by %(name)s, but %(setting)s is not set any more.")
    return Trouble(said, name=NAMES.get(key, key), setting=setting)


def busy(key: str) -> Cut:
    """Another has been waiting for the provider too long."""
    return Cut(_("%(name)s can't be reached just now."), name=NAMES.get(key, key))


def fresh_verifier() -> str:
    """What only we know until the code is exchanged."""
    return secrets.token_urlsafe(64)


def state_of(said: Mapping[str, str]) -> str:
    """What goes along to the provider and comes back; signed, so that nobody else can have made it."""
    return signing.dumps(dict(said), salt=STATE, compress=True)


def read_state(state: str) -> dict[str, str] | None:
    """What went along, or None if it is not ours or too old."""
    try:
        said: dict[str, str] = signing.loads(state, salt=STATE, max_age=STATE_LASTS)
    except signing.BadSignature:
        return None
    return said


def page_of(sign_in: SignIn, *, address: str, back: str, state: str, verifier: str) -> str:
    """The provider's own page, where she says yes; it leads `back`."""
    digest = hashlib.sha256(verifier.encode()).digest()
    asked = {
        "client_id": sign_in.id,
        "response_type": "code",
        "redirect_uri": back,
        "scope": sign_in.scope,
        "state": state,
        "login_hint": address,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
        **sign_in.asks,
    }
    return f"{sign_in.authorize}?{urlencode(asked)}"


def exchange(sign_in: SignIn, code: str, *, back: str, verifier: str, at: datetime) -> Tokens:
    """The tokens for a code, which is good once. Raises Trouble."""
    asked = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": verifier,
    }
    told = _ask(sign_in, asked)
    if not told.get("refresh_token"):
        raise Trouble(_("%(name)s gave no lasting permission; sign in once more."), name=sign_in.name)
    return _tokens(sign_in, told, "", at)


def renew(sign_in: SignIn, refresh: str, *, at: datetime) -> Tokens:
    """The next tokens; where the provider gives no new refresh token, the old one goes on. Raises Trouble."""
    told = _ask(sign_in, {"grant_type": "refresh_token", "refresh_token": refresh, "scope": sign_in.scope})
    return _tokens(sign_in, told, refresh, at)


def _tokens(sign_in: SignIn, told: Mapping[str, Any], refresh: str, at: datetime) -> Tokens:
    try:
        lasts = timedelta(seconds=int(told.get("expires_in") or HOUR))
        return Tokens(str(told["access_token"]), str(told.get("refresh_token") or refresh), at + lasts)
    except (KeyError, ValueError, OverflowError) as fault:
        raise _unclear(sign_in) from fault


def _ask(sign_in: SignIn, asked: Mapping[str, str]) -> Mapping[str, Any]:
    """What the token endpoint answers; redirections are not followed: our secret is taken nowhere else."""
    known = {"client_id": sign_in.id, "client_secret": sign_in.secret}
    form = urlencode({**known, **asked}).encode()
    try:
        status, said = https.ask(Asked(sign_in.token, FORM, form), patience=PATIENCE)
    except (OSError, HTTPException) as fault:
        raise Cut(_("%(name)s can't be reached just now."), name=sign_in.name) from fault
    if status != 200:
        raise _refused(sign_in, status, said)
    return _read(sign_in, said)


def _read(sign_in: SignIn, said: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(said)
    except ValueError as fault:
        raise _unclear(sign_in) from fault
    if not isinstance(told, dict):
        raise _unclear(sign_in)
    return told


def _refused(sign_in: SignIn, status: int, told: bytes) -> Trouble:
    """By RFC 6749, 5.2: invalid_grant is about this permission; invalid_client and others about this installation."""
    if status >= 500 or status == 429:
        return Cut(_("%(name)s can't be reached just now."), name=sign_in.name)
    try:
        error = str(_read(sign_in, told).get("error", ""))
    except Trouble:
        error = ""
    if error in ("invalid_grant", "interaction_required"):
        return Withdrawn(_("%(name)s lets us in no more; sign in there once more."), name=sign_in.name)
    said = _(
        "%(name)s does not accept this installation (it said: %(said)s); look at %(setting)s and its secret."
    )
    setting = f"KASHUV_{sign_in.key.upper()}_CLIENT_ID"
    return Trouble(said, name=sign_in.name, setting=setting, said=error[:80] or status)


def _unclear(sign_in: SignIn) -> Trouble:
    return Trouble(_("%(name)s gave an answer that could not be understood."), name=sign_in.name)
