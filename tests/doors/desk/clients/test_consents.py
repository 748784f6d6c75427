"""Consents on a person's page: noted, shown with their words, taken back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kashuv.rooms.clients.models import Consent, Person

pytestmark = pytest.mark.django_db


def test_a_consent_is_noted_shown_and_taken_back(noa_at_desk, gal):
    yoav = Person.objects.of(gal).get()
    noa_at_desk.post(reverse("person-consent", args=[gal.pk, yoav.pk]), {"words": "אמר בטלפון"})
    page = reverse("person", args=[gal.pk, yoav.pk])
    assert "אמר בטלפון" in noa_at_desk.get(page).text
    given = Consent.objects.within(gal.workspace_id).get()
    noa_at_desk.post(reverse("consent-withdrawal", args=[gal.pk, yoav.pk, given.pk]))
    assert "בוטלה" in noa_at_desk.get(page).text
    assert Consent.objects.within(gal.workspace_id).get().withdrawn_at


def test_without_words_there_is_no_consent(noa_at_desk, gal):
    yoav = Person.objects.of(gal).get()
    answer = noa_at_desk.post(reverse("person-consent", args=[gal.pk, yoav.pk]), {"words": " "})
    assert answer.status_code == 422 and not Consent.objects.within(gal.workspace_id).exists()
