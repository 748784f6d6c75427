"""Secrets that a link may carry: at least 128 bits, shown once, kept only as a hash."""

from __future__ import annotations

import hashlib
import secrets


def mint() -> str:
    """A new secret of 192 bits, fit for an address."""
    return secrets.token_urlsafe(24)


def fingerprint(secret: str) -> str:
    """What is stored in place of the secret: SHA-256 in hex. A random secret needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()
