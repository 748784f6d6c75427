"""Consents: noted in their words, taken back once, and given anew by a new word only."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kashuv.rooms.clients import consents
from kashuv.rooms.clients.models import Consent, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def yoav(gal):
    return Person.objects.of(gal).get()


def test_a_consent_stands_with_its_words_until_it_is_taken_back(yoav, noa, now):
    given = consents.note(yoav, "בטופס ההרשמה", by=noa, at=now)
    assert [(one.words, one.withdrawn_at) for one in consents.of(yoav)] == [("בטופס ההרשמה", None)]
    assert consents.withdraw(given, by=noa, at=now + timedelta(days=1))
    assert not consents.withdraw(given, by=noa, at=now + timedelta(days=2))
    assert Consent.objects.within(yoav.workspace_id).get().withdrawn_at == now + timedelta(days=1)


def test_whoever_agrees_again_has_agreed_anew(yoav, noa, now):
    consents.withdraw(consents.note(yoav, "one", by=noa, at=now), by=noa, at=now)
    consents.note(yoav, "two", by=noa, at=now + timedelta(days=1))
    assert [one.words for one in consents.of(yoav)] == ["two", "one"]
