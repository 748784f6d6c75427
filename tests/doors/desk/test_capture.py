"""Capture: ten seconds from a call to the timeline."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kashuv.desk.asking.due import due_of
from kashuv.foundation import clock
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises.models import Promise

CALL = {"kind": "call", "direction": "out", "side": "ours", "promise": "", "due": ""}


@pytest.fixture
def found(gal):
    """Gal and Yoav, as search knows them."""
    yoav = Person.objects.within(gal.workspace_id).get()
    register.refresh_lines(gal.workspace_id, client_ids=[gal.pk], person_ids=[yoav.pk])
    return gal


def test_a_call_is_taken_down_with_its_promise(found, noa, noa_at_desk) -> None:
    yoav = Person.objects.within(found.workspace_id).get()
    said = CALL | {
        "who": "יואב גל",
        "who_key": f"person:{yoav.pk}",
        "words": "שמח מהמצגת",
        "promise": "הצעת מחיר",
        "due": "מחר",
    }
    answer = noa_at_desk.post(reverse("capture"), said)

    entry = Entry.objects.within(found.workspace_id).get()
    promise = Promise.objects.within(found.workspace_id).get(state="open")
    assert answer.status_code == 303
    assert (entry.client_id, entry.person_id, entry.kind, entry.text) == (
        found.pk,
        yoav.pk,
        "call",
        "שמח מהמצגת",
    )
    assert (promise.words, promise.entry_id, promise.member_id) == ("הצעת מחיר", entry.pk, noa.pk)
    assert Pulse.objects.within(found.workspace_id).get().last_entry_id == entry.pk


def test_undo_leaves_nothing_behind(found, noa_at_desk) -> None:
    said = CALL | {
        "who": "x",
        "who_key": f"client:{found.pk}",
        "words": "אחזור אליך מחר עם ההצעה",
        "promise": "הצעה",
    }
    answer = noa_at_desk.post(reverse("capture"), said, follow=True)
    undo = next(message.extra_tags for message in answer.context["messages"])

    noa_at_desk.post(undo)

    assert not Entry.objects.within(found.workspace_id).exists()
    assert not Promise.objects.within(found.workspace_id).exists()


def test_a_name_is_enough_where_there_is_only_one(found, noa_at_desk) -> None:
    noa_at_desk.post(reverse("capture"), CALL | {"who": "מרכז גל", "words": "מילה במסדרון", "kind": "memo"})

    assert Entry.objects.within(found.workspace_id).get().client_id == found.pk


def test_a_new_name_becomes_a_client(found, noa, noa_at_desk) -> None:
    noa_at_desk.post(reverse("capture"), CALL | {"who": "נגריית אלון", "words": "מחפשים אתר"})

    fresh = Client.objects.within(found.workspace_id).get(name="נגריית אלון")
    assert fresh.owner_id == noa.pk
    assert Entry.objects.within(found.workspace_id).get().client_id == fresh.pk


def test_two_of_one_name_are_not_guessed_between(found, noa, noa_at_desk) -> None:
    other = register.admit(noa.workspace, "מרכז גל", owner=noa, by=noa, at=clock.now())

    answer = noa_at_desk.post(reverse("capture"), CALL | {"who": "מרכז גל", "words": "?"})

    assert answer.status_code == 422
    assert not Entry.objects.within(other.workspace_id).exists()


def test_neither_words_nor_promise_is_nothing_to_take_down(found, noa_at_desk) -> None:
    assert noa_at_desk.post(reverse("capture"), CALL | {"who": "מרכז גל", "words": ""}).status_code == 422


def test_a_foreign_key_in_the_form_is_only_a_name(found, mallory, client) -> None:
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")

    client.post(reverse("capture"), CALL | {"who": "Gal", "who_key": f"client:{found.pk}", "words": "x"})

    assert not Entry.objects.within(found.workspace_id).exists()


def test_the_sheet_closes_and_the_page_below_is_drawn_anew(found, noa_at_desk) -> None:
    said = CALL | {"who": "מרכז גל", "words": "מילה"}
    answer = noa_at_desk.post(
        reverse("capture"), said, headers={"HX-Request": "true", "HX-Target": "sheet-body"}
    )

    assert answer["HX-Refresh"] == "true"


def test_the_form_begins_with_the_client_whose_page_it_came_from(found, noa_at_desk) -> None:
    body = noa_at_desk.get(reverse("capture"), {"client": found.pk}).content.decode()

    assert f"client:{found.pk}" in body


@pytest.mark.parametrize(
    ("said", "day", "hour"), [("עד יום חמישי", 26, 18), ("tomorrow at 10:00", 25, 10), ("היום", 24, 18)]
)
def test_a_due_time_is_understood_as_it_is_said(firm, now, said, day, hour) -> None:
    here = clock.local(due_of(said, now, firm), firm.zone)

    assert (here.day, here.hour) == (day, hour)


def test_no_date_is_no_date(firm, now) -> None:
    assert due_of("בלי לחץ", now, firm) is None


def test_the_understood_moment_is_shown_while_typing(noa_at_desk) -> None:
    body = noa_at_desk.get(reverse("asking-due"), {"due": "מחר"}).content.decode()

    tomorrow = (clock.now() + timedelta(days=1)).date()
    assert f'datetime="{tomorrow:%Y-%m}' in body


def test_names_are_offered_while_typing_to_whom_they_belong(found, mallory, noa_at_desk, client) -> None:
    assert f"client:{found.pk}" in noa_at_desk.get(reverse("asking-who"), {"who": "גל"}).content.decode()

    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "client:" not in client.get(reverse("asking-who"), {"who": "גל"}).content.decode()


def test_from_a_page_of_its_own_it_goes_on_to_the_clients_page_as_a_whole(found, noa_at_desk) -> None:
    """The client's page has a margin and style sheets that a change of the middle alone would leave out."""
    here = {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": f"http://testserver{reverse('capture')}"}
    said = CALL | {"who": found.name, "who_key": f"client:{found.pk}", "words": "שמח מהמצגת"}

    answer = noa_at_desk.post(reverse("capture"), said, **here)

    assert answer.headers["HX-Redirect"] == reverse("client", args=[found.pk])
