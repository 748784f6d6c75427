"""Sealing: a secret opens in its own place, and nowhere else."""

from __future__ import annotations

import uuid

import pytest

from kashuv.foundation.sealing import Unsealable, seal, unseal

FIRM, ELSEWHERE, ROW, OTHER = (uuid.uuid4() for _ in range(4))
PLACE = {"workspace_id": FIRM, "row": ROW, "field": "secret"}


def test_what_was_sealed_opens_again() -> None:
    assert unseal(seal("סיסמה ארוכה".encode(), **PLACE), **PLACE).decode() == "סיסמה ארוכה"


def test_the_same_words_are_never_sealed_alike() -> None:
    assert seal(b"word", **PLACE) != seal(b"word", **PLACE)


@pytest.mark.parametrize("moved", [{"workspace_id": ELSEWHERE}, {"row": OTHER}, {"field": "other"}])
def test_it_opens_in_no_other_place(moved: dict[str, object]) -> None:
    with pytest.raises(Unsealable):
        unseal(seal(b"word", **PLACE), **{**PLACE, **moved})


@pytest.mark.parametrize(
    "spoil", [lambda it: it[:-1] + bytes([it[-1] ^ 1]), lambda it: it[:5], lambda it: b""]
)
def test_what_was_changed_does_not_open(spoil) -> None:
    with pytest.raises(Unsealable):
        unseal(spoil(seal(b"word", **PLACE)), **PLACE)


def test_another_key_does_not_open_it(settings) -> None:
    sealed = seal(b"word", **PLACE)
    settings.SEALING_KEY = "a key of another house, long enough for anyone"
    with pytest.raises(Unsealable):
        unseal(sealed, **PLACE)
