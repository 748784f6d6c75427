"""Today: who needs us, why, and the next step; marks and their undo."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kashuv.desk.today.page import greeting
from kashuv.desk.today.steps import dialled, steps
from kashuv.foundation import clock
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.today.items import Because, Item, Step, Whom
from kashuv.rooms.today.models import Mark
from kashuv.rooms.today.plan import plan_for
from kashuv.rooms.today.rules.choice import Known
from tests import cast


@pytest.fixture
def late_word(gal, noa):
    """A word of ours that was due yesterday."""
    now = clock.now()
    return ledger.note(
        gal, "המפרט המלא", side="ours", due_at=now - timedelta(days=1), by=noa, at=now - timedelta(days=4)
    )


def item_for(person: Known | None, channel: str = "call", draft: str = "") -> Item:
    return Item(
        rank=1,
        kind="cadence",
        client=Whom(id=person.id if person else None, name="גל"),
        person=person,
        why=(Because("why"),),
        next=Step(channel, "", draft),
        due=None,
        score=1,
        key="silence:1",
    )


def test_a_late_word_stands_on_top_with_its_reason(late_word, noa_at_desk) -> None:
    page = noa_at_desk.get("/").context["page"]

    assert page.cards[0].item.client.id == late_word.client_id
    assert page.cards[0].colour == "hurt"
    assert page.cards[0].because.why.text


def test_red_is_kept_for_what_hurts_today(gal, dalia, noa, noa_at_desk) -> None:
    now = clock.now()
    given = now - timedelta(days=9)
    ledger.note(gal, "a", side="ours", due_at=now - timedelta(days=2), by=noa, at=given)
    ledger.note(dalia, "b", side="theirs", due_at=now - timedelta(days=2), by=noa, at=given)

    cards = noa_at_desk.get("/").context["page"].cards

    assert {card.item.client.id: card.colour for card in cards} == {gal.pk: "hurt", dalia.pk: "wait"}


def test_an_empty_desk_teaches_how_to_fill_it(noa_at_desk) -> None:
    body = noa_at_desk.get("/").content.decode()

    assert reverse("bringing") in body
    assert 'class="need' not in body


def test_a_clear_day_is_no_empty_desk(gal, noa_at_desk) -> None:
    page = noa_at_desk.get("/").context["page"]

    assert page.has_clients
    assert not page.cards


@pytest.mark.parametrize("word", ["later", "not_needed", "done"])
def test_a_mark_takes_the_item_off_and_undo_brings_it_back(late_word, noa, noa_at_desk, word) -> None:
    item = plan_for(noa, clock.now()).items[0]

    answer = noa_at_desk.post(
        reverse("marks"), {"item": item.key, "client": item.client.id, "word": word}, follow=True
    )
    assert not answer.context["page"].cards

    undo = next(message.extra_tags for message in answer.context["messages"])
    assert noa_at_desk.post(undo, follow=True).context["page"].cards[0].item.key == item.key


def test_later_comes_back_when_the_next_working_day_begins(late_word, noa, noa_at_desk) -> None:
    item = plan_for(noa, clock.now()).items[0]
    noa_at_desk.post(reverse("marks"), {"item": item.key, "client": item.client.id, "word": "later"})

    until = Mark.objects.within(noa.workspace_id).get().until

    here = clock.local(until, noa.workspace.zone)
    assert here.time() == noa.workspace.day_starts
    assert clock.is_workday(here.date())
    assert until > clock.now()


def test_the_first_button_of_a_promise_keeps_it(late_word, noa_at_desk) -> None:
    body = noa_at_desk.get("/").content.decode()

    assert reverse("promise-keeping", args=[late_word.pk]) in body
    noa_at_desk.post(reverse("promise-keeping", args=[late_word.pk]))
    assert Promise.objects.within(late_word.workspace_id).get().state == "kept"
    assert not noa_at_desk.get("/").context["page"].cards


def test_nobody_marks_what_is_not_his(late_word, mallory, client) -> None:
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")

    answer = client.post(
        reverse("marks"), {"item": "promise:1", "client": late_word.client_id, "word": "done"}
    )

    assert answer.status_code == 404


def test_nonsense_is_no_mark(gal, noa_at_desk) -> None:
    assert (
        noa_at_desk.post(reverse("marks"), {"item": "x", "client": gal.pk, "word": "maybe"}).status_code
        == 400
    )


def test_the_way_that_suits_him_comes_first(gal) -> None:
    yoav = Known(id=gal.pk, name="יואב גל", mail="yoav@gal.example", phone="054-123-4567")

    assert [step.link for step in steps(item_for(yoav))] == ["tel:+972541234567", "mailto:yoav@gal.example?"]
    whatsapp = steps(item_for(yoav, "whatsapp", "שלום יואב"))[0].link
    assert whatsapp.startswith("https://wa.me/972541234567?text=")
    assert unquote(whatsapp).endswith("שלום יואב")
    assert "+" not in whatsapp


def test_without_a_phone_a_letter_is_offered_and_without_both_nothing(gal) -> None:
    written = Known(id=gal.pk, name="יואב", mail="yoav@gal.example")

    assert [step.link for step in steps(item_for(written, draft="a b"))] == [
        "mailto:yoav@gal.example?body=a%20b"
    ]
    assert steps(item_for(Known(id=gal.pk, name="יואב"))) == ()
    assert steps(item_for(None)) == ()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("054-123-4567", "+972541234567"), ("+44 20 7946 0958", "+442079460958"), ("*6050", "*6050"), ("", "")],
)
def test_a_number_is_never_refused(typed: str, number: str) -> None:
    assert dialled(typed) == number


def test_each_hour_has_its_greeting(settings) -> None:
    settings.LANGUAGE_CODE = "he"
    assert [str(greeting(hour)) for hour in (6, 13, 19, 2)] == [
        "בוקר טוב",
        "צהריים טובים",
        "ערב טוב",
        "לילה שקט",
    ]


@pytest.mark.parametrize("language", ["he", "en"])
def test_the_page_asks_as_much_for_thirty_as_for_one(gal, noa, noa_at_desk, language) -> None:
    type(noa).objects.within(noa.workspace_id).update(language=language)
    now = clock.now()

    def late(client) -> None:
        ledger.note(
            client, "a word", side="ours", due_at=now - timedelta(days=2), by=noa, at=now - timedelta(days=9)
        )

    def asked() -> int:
        with CaptureQueriesContext(connection) as questions:
            assert noa_at_desk.get("/", {"all": 1}).status_code == 200
        return len(questions)

    late(gal)
    asked()  # the session's first page also remembers the workspace
    one = asked()
    for n in range(29):
        client = cast.client(noa.workspace, f"Client {n}", noa)
        cast.person(client, f"Person {n}", f"p{n}@x.example", f"054-765-{n:04}")
        late(client)

    assert asked() == one


def test_at_most_seven_stand_and_the_rest_is_a_step_away(noa, noa_at_desk) -> None:
    now = clock.now()
    for n in range(10):
        client = cast.client(noa.workspace, f"Client {n}", noa)
        ledger.note(
            client, "a word", side="ours", due_at=now - timedelta(days=2), by=noa, at=now - timedelta(days=9)
        )

    folded = noa_at_desk.get("/").context["page"]
    assert (len(folded.cards), folded.folded) == (7, 3)
    unfolded = noa_at_desk.get("/", {"all": 1}).context["page"]
    assert (len(unfolded.cards), unfolded.folded) == (10, 0)


def test_numbers_stand_beside_the_places(late_word, noa_at_desk) -> None:
    assert noa_at_desk.get(reverse("counts")).context["numbers"] == {
        "today": 1, "clients": 1, "promises": 1, "drafts": 0, "settings": 0,
    }  # fmt: skip
