"""The frame: what every page carries, what is said when something fails, and how a deed is answered."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.test import RequestFactory
from django.urls import reverse

from kashuv.config.settings import HOUSE
from kashuv.desk.layout.answers import back

HTMX = Path(__import__("django_htmx").__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "says"), [("he", "העמוד הזה לא כאן"), ("en", "This page is not here")])
def test_what_is_not_here_is_said_plainly(client, language, says) -> None:
    answer = client.get("/nowhere/", headers={"Accept-Language": language})

    assert answer.status_code == 404
    assert says in answer.content.decode()


@pytest.mark.django_db
def test_a_form_that_grew_old_is_said_plainly(noa) -> None:
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(noa.login, backend="allauth.account.auth_backends.AuthenticationBackend")

    answer = strict.post(reverse("settings-me"), {"name": "x"})

    assert answer.status_code == 403
    assert "הטופס הזה התיישן" in answer.content.decode()


def test_more_than_fits_at_once_is_said_plainly(noa_at_desk, settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answer = noa_at_desk.post(reverse("settings-me"), {f"field-{n}": "x" for n in range(9)})

    assert answer.status_code == 400
    assert "אי אפשר לקבל את זה" in answer.content.decode()


def test_no_cache_that_serves_others_keeps_a_page(noa_at_desk) -> None:
    assert "private" in noa_at_desk.get("/")["Cache-Control"]


def test_the_page_says_where_one_is(noa_at_desk) -> None:
    body = noa_at_desk.get(reverse("promises")).content.decode()

    assert body.count('aria-current="page"') == 1
    assert 'class="skip" href="#main"' in body
    assert 'id="toasts" role="status"' in body


@pytest.mark.parametrize(
    ("came_from", "goes_to"),
    [
        ("http://testserver/promises/?whose=mine", "http://testserver/promises/?whose=mine"),
        ("https://evil.example/", "/"),
        ("", "/"),
    ],
)
def test_a_deed_leads_back_to_its_page_and_never_elsewhere(came_from, goes_to) -> None:
    answer = back(RequestFactory().post("/", headers={"Referer": came_from}))

    assert (answer.status_code, answer["Location"]) == (303, goes_to)


def test_a_first_visit_weighs_less_than_100_kilobytes(noa_at_desk) -> None:
    static = HOUSE / "desk" / "static"
    parts = [*static.rglob("*.css"), *static.rglob("*.js"), *static.glob("*.svg"), HTMX]
    page = noa_at_desk.get("/").content

    weight = sum(len(gzip.compress(part.read_bytes(), 9)) for part in parts) + len(gzip.compress(page, 6))

    assert weight < 100_000
    assert len(gzip.compress(page, 6)) < 20_000


def test_nothing_is_loaded_from_anybody_else(noa_at_desk) -> None:
    for place in ("today", "promises", "settings", "capture"):
        body = noa_at_desk.get(reverse(place)).content.decode()
        assert 'src="http' not in body
        assert '<link rel="stylesheet" href="http' not in body
