"""The door: who comes in, in which tongue, how often one may try; and under which policy a browser reads our pages."""

from __future__ import annotations

import re

import pytest
from django.conf import settings as told
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation

from kashuv.config.settings import HOUSE
from kashuv.desk.layout import drawing
from tests.cast import PASSWORD

TEMPLATES = sorted(path for kind in ("html", "jinja") for path in (HOUSE / "desk").rglob(f"*.{kind}"))


@pytest.fixture(autouse=True)
def fresh_count() -> None:
    """Tries at the door are counted anew in each test."""
    cache.clear()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "place", ["today", "promises", "capture", "find", "settings", "counts", "asking-who"]
)
def test_a_guest_is_sent_to_sign_in(client, place: str) -> None:
    answer = client.get(reverse(place))

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.django_db
def test_where_nobody_can_sign_in_yet_the_door_says_what_to_do(client) -> None:
    assert "kashuv init" in client.get(reverse("account_login")).content.decode()


def test_the_door_of_a_house_that_is_lived_in_says_nothing_of_it(noa, client) -> None:
    assert "kashuv init" not in client.get(reverse("account_login")).content.decode()
    assert "kashuv password" in client.get(reverse("account_reset_password")).content.decode()


def test_why_a_password_is_too_weak_is_said_in_one_tongue() -> None:
    with translation.override("he"), pytest.raises(ValidationError) as weak:
        validate_password("password")
    assert not re.search("[a-z]", " ".join(weak.value.messages))


def test_a_login_opens_the_desk(noa, client) -> None:
    answer = client.post(reverse("account_login"), {"login": noa.email, "password": PASSWORD}, follow=True)

    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == "/"


def test_a_login_without_a_workspace_is_told_so(noa, noa_at_desk) -> None:
    type(noa).objects.within(noa.workspace_id).filter(pk=noa.pk).update(active=False)

    answer = noa_at_desk.get("/")

    assert answer.status_code == 403
    assert noa.email in answer.content.decode()


def test_who_left_one_workspace_comes_into_her_other(noa, mallory, noa_at_desk) -> None:
    noa_at_desk.get("/")
    type(noa).objects.within(noa.workspace_id).filter(pk=noa.pk).update(active=False)
    type(noa).objects.within(mallory.workspace_id).filter(pk=mallory.pk).update(login_id=noa.login_id)

    assert noa_at_desk.get("/").status_code == 200
    assert noa_at_desk.session["workspace"] == str(mallory.workspace_id)


def test_guessing_passwords_is_stopped(noa, client) -> None:
    for n in range(12):
        client.post(reverse("account_login"), {"login": noa.email, "password": f"guess number {n}"})

    client.post(reverse("account_login"), {"login": noa.email, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_tries_are_counted_for_all_workers_alike() -> None:
    assert "locmem" not in told.CACHES["default"]["BACKEND"]


@pytest.mark.django_db
def test_a_guest_chooses_her_tongue(client) -> None:
    client.post(reverse("language"), {"language": "en", "next": reverse("account_login")})
    assert 'lang="en" dir="ltr"' in client.get(reverse("account_login")).content.decode()

    client.post(reverse("language"), {"language": "he", "next": reverse("account_login")})
    assert 'lang="he" dir="rtl"' in client.get(reverse("account_login")).content.decode()


@pytest.mark.django_db
def test_a_forgotten_password_is_not_promised_by_mail(client) -> None:
    answer = client.get(reverse("account_reset_password"))

    assert answer.status_code == 200
    assert "<form" not in answer.content.decode().split("<footer")[0]


@pytest.mark.django_db
def test_nobody_signs_up_alone(client) -> None:
    before = client.post(
        reverse("account_signup"), {"email": "stranger@x.example", "password1": "a long enough word"}
    )

    assert before.status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/accessibility/", "/accounts/login/", "/nowhere/"])
def test_every_answer_carries_the_strict_policy(client, address: str) -> None:
    policy = client.get(address)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(HOUSE / "desk")))
def test_no_template_holds_a_style_or_a_script_of_its_own(path) -> None:
    text = path.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle=|<style|\son(?!e=)[a-z]+=|javascript:", text)
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or 'type="application/json"' in script
    get = get_template if path.suffix == ".html" else drawing.house().get_template
    get(str(path.relative_to(HOUSE / "desk")))


def test_style_sheets_know_no_left_and_no_right() -> None:
    for sheet in (HOUSE / "desk" / "static").rglob("*.css"):
        bare = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.S)
        assert not re.search(r"\b(left|right)\b", bare), sheet.name
        assert "http" not in bare, sheet.name


@pytest.mark.django_db
def test_the_house_says_whether_it_stands(client) -> None:
    assert client.get("/healthz").status_code == 200
