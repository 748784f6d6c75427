"""Sealing: what must be read again but by nobody else is kept under a key that lies outside the database.

AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits; workspace, row and field are the associated data, so that
a sealed value that is copied to another row, or to another firm, opens no more.
"""

from __future__ import annotations

import os
import uuid
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

FORM = b"\x01"  # of the sealed value: form, nonce, what AES-GCM made
NONCE = 12  # bytes


class Unsealable(Exception):
    """The value was sealed under another key, or for another place, or was changed since."""


def seal(plain: bytes, *, workspace_id: uuid.UUID, row: uuid.UUID, field: str) -> bytes:
    """The sealed form of these bytes, for that field of that row alone."""
    nonce = os.urandom(NONCE)
    return FORM + nonce + _cipher().encrypt(nonce, plain, _place(workspace_id, row, field))


def unseal(sealed: bytes, *, workspace_id: uuid.UUID, row: uuid.UUID, field: str) -> bytes:
    """The bytes as they were. Raises Unsealable."""
    whole = bytes(sealed)
    if whole[:1] != FORM:
        raise Unsealable("The sealed value is of no form that is known.")
    nonce, rest = whole[1 : 1 + NONCE], whole[1 + NONCE :]
    try:
        return _cipher().decrypt(nonce, rest, _place(workspace_id, row, field))
    except (InvalidTag, ValueError):
        raise Unsealable("The value was sealed under another key, or for another place.") from None


def _place(workspace_id: uuid.UUID, row: uuid.UUID, field: str) -> bytes:
    return workspace_id.bytes + row.bytes + field.encode()


def _cipher() -> AESGCM:
    return _of(settings.SEALING_KEY)


@cache
def _of(key: str) -> AESGCM:
    """The house's key is a long random text; HKDF (RFC 5869) makes 256 even bits of it."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"kashuv sealing").derive(key.encode())
    return AESGCM(derived)
