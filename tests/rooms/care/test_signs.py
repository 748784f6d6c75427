"""Signs: raised once from the words of an entry, closed by a person."""

from __future__ import annotations

from kashuv.language.reading import Reading, ToneFound, Words
from kashuv.rooms.care import signs
from kashuv.rooms.care.models import Sign
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team.models import Member
from tests.cast import NOW
from tests.rooms.saying import said


def reading(*tones: tuple[str, float]) -> Reading:
    found = tuple(ToneFound(kind, Words(0, 4, "זה לא"), certainty) for kind, certainty in tones)  # type: ignore[arg-type]
    return Reading("he", "זה לא ייתכן", tones=found)


def raised(client: Client, *tones: tuple[str, float]) -> list[signs.Raised]:
    entry = said(client, 1)
    return signs.in_reading(reading(*tones), client_id=client.id, entry_id=entry.id, at=entry.at)


def test_only_tones_that_hurt_and_are_fairly_sure_are_signs(gal: Client) -> None:
    found = raised(gal, ("anger", 0.9), ("anger", 0.5), ("thanks", 1.0), ("urgency", 1.0), ("worry", 0.3))
    assert [(sign.kind, sign.certainty) for sign in found] == [("anger", 0.9)]


def test_the_same_words_raise_a_sign_once_and_a_closed_one_stays_closed(gal: Client, noa: Member) -> None:
    found = raised(gal, ("anger", 0.9))
    assert signs.raise_all(gal.workspace_id, found) == 1
    (sign,) = Sign.objects.within(gal.workspace_id)
    assert signs.close(sign, by=noa, at=NOW)
    assert signs.raise_all(gal.workspace_id, found) == 0
    assert Sign.objects.within(gal.workspace_id).get().closed_at == NOW


def test_closing_can_be_undone(gal: Client, noa: Member) -> None:
    signs.raise_all(gal.workspace_id, raised(gal, ("upset", 0.9)))
    (sign,) = Sign.objects.within(gal.workspace_id)
    signs.close(sign, by=noa, at=NOW)
    assert not signs.close(sign, by=noa, at=NOW)
    assert signs.reopen(sign, by=noa, at=NOW)
    assert Sign.objects.within(gal.workspace_id).get().closed_at is None
