"""How the door is locked: the authenticator app, recovery codes, and the proof that comes before each change."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.urls import reverse

from kashuv.rooms.team.models import Member
from tests.cast import PASSWORD


@pytest.fixture(autouse=True)
def fresh_count() -> None:
    cache.clear()


@pytest.fixture
def proven(noa_at_desk):
    """Noa, who has just proven who she is."""
    noa_at_desk.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return noa_at_desk


def code(secret: str) -> str:
    """What the app shows just now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def lock(client) -> str:
    """Sets the app up; gives its secret."""
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    return secret


def sign_in(client, member: Member) -> None:
    client.post(reverse("account_login"), {"login": member.email, "password": PASSWORD})


@pytest.mark.parametrize("place", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_the_lock_is_changed_only_after_a_proof(noa_at_desk, place) -> None:
    answer = noa_at_desk.get(reverse(place))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_reauthenticate"))


def test_with_the_app_a_password_alone_opens_nothing(proven, noa, client) -> None:
    secret = lock(proven)
    client.logout()
    cache.clear()

    sign_in(client, noa)
    assert "_auth_user_id" not in client.session

    client.post(reverse("mfa_authenticate"), {"code": code(secret)})
    assert "_auth_user_id" in client.session


def test_a_recovery_code_opens_once(proven, noa, client) -> None:
    lock(proven)
    codes = proven.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]

    for expected in (True, False):
        client.logout()
        cache.clear()
        sign_in(client, noa)
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert ("_auth_user_id" in client.session) is expected


@pytest.mark.parametrize(
    "place",
    ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_list_webauthn", "account_change_password"],
)
def test_every_page_of_the_lock_speaks_hebrew_in_our_frame(proven, place) -> None:
    body = proven.get(reverse(place)).content.decode()

    assert 'lang="he" dir="rtl"' in body
    assert 'class="alone"' in body
