"""The page of promises: what falls due, and what one key does to it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kashuv.desk.promises.page import older_page, promises_page
from kashuv.foundation import clock
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Move, Promise


@pytest.fixture
def word(gal, noa):
    """A word of ours that falls due in two days."""
    now = clock.now()
    return ledger.note(gal, "המפרט המלא", side="ours", due_at=now + timedelta(days=2), by=noa, at=now)


def state_of(promise: Promise) -> str:
    return Promise.objects.within(promise.workspace_id).get(pk=promise.pk).state


def undo_of(answer) -> str:
    """The address of the undo button that the page offers."""
    return [message.extra_tags for message in answer.context["messages"]][-1]


@pytest.mark.parametrize(
    ("noun", "becomes", "undone"), [("keeping", "kept", "open"), ("release", "released", "open")]
)
def test_one_key_ends_a_promise_and_one_undoes_it(word, noa_at_desk, noun, becomes, undone) -> None:
    answer = noa_at_desk.post(reverse(f"promise-{noun}", args=[word.pk]), follow=True)
    assert state_of(word) == becomes

    noa_at_desk.post(undo_of(answer))
    assert state_of(word) == undone


@pytest.mark.parametrize(("noun", "becomes"), [("acceptance", "open"), ("dismissal", "dismissed")])
def test_what_was_read_is_accepted_or_dismissed_and_both_are_undone(
    gal, noa, noa_at_desk, noun, becomes
) -> None:
    read = ledger.note(gal, "אחזור אליך", side="ours", due_at=None, by=None, at=clock.now(), state="proposed")

    answer = noa_at_desk.post(reverse(f"promise-{noun}", args=[read.pk]), follow=True)
    assert state_of(read) == becomes

    noa_at_desk.post(undo_of(answer))
    assert state_of(read) == "proposed"


def test_pressing_twice_changes_nothing_and_says_so(word, noa_at_desk) -> None:
    noa_at_desk.post(reverse("promise-keeping", args=[word.pk]))
    answer = noa_at_desk.post(reverse("promise-keeping", args=[word.pk]), follow=True)

    assert undo_of(answer) == ""
    assert state_of(word) == "kept"


def test_a_move_keeps_the_old_date_and_can_be_taken_back(word, noa_at_desk) -> None:
    before = word.due_at
    said = {"to": "in 5 days", "reason": "the printer is ill", "told": "on"}
    answer = noa_at_desk.post(reverse("promise-moves", args=[word.pk]), said, follow=True)

    move = Move.objects.within(word.workspace_id).get()
    assert (move.due_before, move.told, move.reason) == (before, True, "the printer is ill")
    assert Promise.objects.within(word.workspace_id).get().due_at > before
    assert "the printer is ill" in answer.content.decode()

    noa_at_desk.post(undo_of(answer))
    assert Promise.objects.within(word.workspace_id).get().due_at == before
    assert not Move.objects.within(word.workspace_id).exists()


def test_a_date_that_is_none_is_refused_in_a_sentence(word, noa_at_desk) -> None:
    answer = noa_at_desk.post(reverse("promise-moves", args=[word.pk]), {"to": "שטויות"})

    assert answer.status_code == 422
    assert "שטויות" in answer.content.decode()


def test_a_promise_is_written_by_hand(gal, noa_at_desk) -> None:
    said = {"side": "theirs", "who": "מרכז גל", "who_key": f"client:{gal.pk}", "words": "לוגו", "due": "מחר"}
    noa_at_desk.post(reverse("promise-new"), said)

    made = Promise.objects.within(gal.workspace_id).get()
    assert (made.client_id, made.side, made.words, made.state) == (gal.pk, "theirs", "לוגו", "open")
    assert made.due_at > clock.now()


def test_promises_stand_in_the_part_of_their_day(gal, noa, now) -> None:
    for words, due in (
        ("late", now - timedelta(hours=1)),
        ("today", now + timedelta(hours=2)),
        ("week", now + timedelta(days=3)),
        ("later", now + timedelta(days=30)),
        ("undated", None),
    ):
        ledger.note(gal, words, side="ours", due_at=due, by=noa, at=now - timedelta(days=2))
    ledger.note(gal, "theirs", side="theirs", due_at=now, by=noa, at=now)

    page = promises_page(noa, now)

    assert [(part.name, [row.promise.words for row in part.rows]) for part in page.parts] == [
        (name, [name]) for name in ("late", "today", "week", "later", "undated", "theirs")
    ]


def test_mallory_finds_no_such_promise(word, mallory, client) -> None:
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert client.post(reverse("promise-keeping", args=[word.pk])).status_code == 404
    assert client.get(reverse("promise-moves", args=[word.pk])).status_code == 404
    assert word.words not in client.get(reverse("promises")).content.decode()
    assert state_of(word) == "open"


def test_the_page_asks_as_much_for_thirty_as_for_one(gal, noa, noa_at_desk) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as questions:
            assert noa_at_desk.get(reverse("promises")).status_code == 200
        return len(questions)

    now = clock.now()

    def note(n: int) -> Promise:
        return ledger.note(gal, f"word {n}", side="ours", due_at=now + timedelta(days=n), by=noa, at=now)

    note(1)
    asked()  # the session's first page also remembers the workspace
    one = asked()
    for n in range(2, 31):
        ledger.move(note(n), now + timedelta(days=n + 1), reason="", told=False, by=noa, at=now)

    assert asked() == one


def test_an_old_archive_does_not_flood_the_page(gal, dalia, noa, mallory, noa_at_desk, client) -> None:
    now = clock.now()
    for client_, days in ((gal, 1), (gal, 59), (gal, 61), (gal, 3000), (dalia, 90)):
        given = now - timedelta(days=days)
        ledger.note(client_, f"read {days}", side="ours", due_at=None, by=None, at=given, state="proposed")

    page = promises_page(noa, now)
    assert [row.promise.words for part in page.parts for row in part.rows] == ["read 1", "read 59"]
    assert page.older == 3
    mine = promises_page(noa, now, mine=True)
    assert (mine.older, mine.query) == (0, "?whose=mine")

    (part,) = older_page(noa, now, of=gal.pk).parts
    assert [row.promise.words for row in part.rows] == ["read 61", "read 3000"]
    assert "read 90" in noa_at_desk.get(reverse("promises-older")).content.decode()
    assert noa_at_desk.get(reverse("promises-older"), {"of": "nobody"}).status_code == 200
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "read" not in [row.promise.words for part in older_page(mallory, now).parts for row in part.rows]
    assert "read 90" not in client.get(reverse("promises-older")).content.decode()
