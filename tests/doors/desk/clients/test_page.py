"""One client's page: what stands on it, for whom, and at what cost."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.desk.clients.page.page import client_page
from kashuv.desk.promises.page import promises_page
from kashuv.foundation import clock
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from tests import cast
from tests.cast import NOW
from tests.doors.desk.clients.lives import file, life


def _statements(call) -> int:
    with CaptureQueriesContext(connection) as asked:
        call()
    return len(asked)


def test_thirty_entries_cost_as_many_statements_as_one(noa_at_desk, gal, dalia):
    life(gal, 1), file(gal, 1)
    life(dalia, 30), file(dalia, 30)
    noa_at_desk.get(f"/clients/{gal.id}/")
    few = _statements(lambda: noa_at_desk.get(f"/clients/{gal.id}/"))
    many = _statements(lambda: noa_at_desk.get(f"/clients/{dalia.id}/"))
    assert few == many <= 8


def test_words_are_shown_with_what_was_read_marked(noa, gal):
    life(gal, 1)
    head = client_page(noa, gal.id, NOW).stream.strands[0].head
    assert '<mark class="request">send the offer</mark>' in head.body
    assert '<mark class="promise">We promise to answer at once.</mark>' in head.body
    assert [one.words for one in head.read] == ["send the offer"]
    assert [one.words for one in head.proposals] == ["answer at once"]


def test_letters_of_one_matter_fold_under_the_latest(noa, gal):
    life(gal, 4)
    (strand,) = client_page(noa, gal.id, NOW).stream.strands
    assert strand.head.line.subject == "Offer 0"
    assert [one.line.subject for one in strand.older] == ["Offer 1", "Offer 2", "Offer 3"]


def test_older_goes_on_where_the_page_ended(noa, gal):
    life(gal, 35)
    first = client_page(noa, gal.id, NOW).stream
    second = client_page(noa, gal.id, NOW, after=first.onward).stream
    seen = [
        one.line.subject
        for strand in (*first.strands, *second.strands)
        for one in (strand.head, *strand.older)
    ]
    assert seen == [f"Offer {n}" for n in range(35)]
    assert second.onward == ""


def test_a_place_that_makes_no_sense_is_the_beginning(noa, gal):
    life(gal, 2)
    assert client_page(noa, gal.id, NOW, after="%%%").stream == client_page(noa, gal.id, NOW).stream


def test_an_exclusive_tie_is_not_there_for_others(client, dana, noa, mallory):
    tie = cast.client(noa.workspace, "Hush", noa, exclusive=True)
    for member, status in ((dana, 404), (mallory, 404), (noa, 200)):
        client.force_login(member.login, backend="allauth.account.auth_backends.AuthenticationBackend")
        assert client.get(f"/clients/{tie.id}/").status_code == status


def test_a_client_whose_pulse_was_never_felt_has_a_page(noa_at_desk, gal):
    assert noa_at_desk.get(f"/clients/{gal.id}/").status_code == 200


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a & b <b>"])
def test_peoples_words_are_never_markup(noa_at_desk, gal, text):
    (entry,) = life(gal, 1)
    type(entry).objects.within(gal.workspace_id).filter(pk=entry.pk).update(
        text=text, echo=text, subject=text
    )
    assert text not in noa_at_desk.get(f"/clients/{gal.id}/").content.decode()


def test_what_was_said_long_ago_keeps_its_marks_and_asks_nothing(noa, gal):
    life(gal, 1)
    later = NOW + timedelta(days=31)
    page = client_page(noa, gal.id, later)
    head = page.stream.strands[0].head
    assert '<mark class="request">' in head.body
    assert (head.read, head.proposals, head.undecided) == ((), (), True)
    assert not client_page(noa, gal.id, NOW).stream.strands[0].head.undecided
    assert [one.words for one in page.owed.proposed] == ["answer at once"]


def test_its_own_page_still_asks(noa_at_desk, gal):
    (entry,) = life(gal, 1)
    Entry.objects.within(gal.workspace_id).update(at=NOW - timedelta(days=400))
    body = noa_at_desk.get(f"/clients/{gal.id}/entries/{entry.id}/reading/").content.decode()
    assert all(f'/{noun}/" data-key' in body for noun in ("acceptance", "dismissal"))


def test_proposals_of_long_ago_are_a_number_with_a_link(noa, noa_at_desk, gal):
    life(gal, 90)
    Promise.objects.within(gal.workspace_id).update(entry=None)
    page = client_page(noa, gal.id, NOW)
    assert (len(page.owed.proposed), page.owed.more, page.owed.older) == (12, 48, 30)
    assert client_page(noa, gal.id, NOW + timedelta(days=100)).owed.proposed == ()
    assert f"/promises/older/?of={gal.id}" in noa_at_desk.get(f"/clients/{gal.id}/").content.decode()


@pytest.mark.parametrize("days", [-20, 0, 30])
def test_what_falls_due_is_in_sight_however_long_ago_it_was_read(noa, gal, days):
    life(gal, 1)
    long_ago, due = NOW - timedelta(days=100), NOW + timedelta(days=days)
    Promise.objects.within(gal.workspace_id).update(entry=None, given_at=long_ago, due_at=due)
    owed = client_page(noa, gal.id, NOW).owed
    assert (len(owed.proposed), owed.older) == (1, 0)
    parts = promises_page(noa, NOW)
    assert ([part.name for part in parts.parts], parts.older) == (["proposed"], 0)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "2026-13-45T00:00", "2026-11-24T08:00"])
def test_a_moment_that_nobody_can_have_seen_is_no_error(noa_at_desk, gal, at):
    place = base64.urlsafe_b64encode(f"{at} {gal.id.hex}".encode()).decode()
    assert noa_at_desk.get(f"/clients/{gal.id}/", {"after": place}).status_code == 200
    place = base64.urlsafe_b64encode(json.dumps([at, gal.id.hex]).encode()).decode()
    assert noa_at_desk.get("/clients/", {"after": place, "sort": "last"}).status_code == 200


def test_an_address_cannot_add_lines_to_a_letter(noa_at_desk, gal):
    cast.person(gal, "Odd", "odd@gal.example?bcc=spy@away.example", "")
    assert (
        "?bcc="
        not in noa_at_desk.get(f"/clients/{gal.id}/")
        .content.decode()
        .replace("</bdi>", "")
        .split("mailto:")[-1]
        .split('"')[0]
    )


def test_a_long_file_begins_with_a_dozen_of_each_and_leads_to_the_whole(noa_at_desk, gal):
    file(gal, 15)
    address = f"/clients/{gal.id}/"
    body = noa_at_desk.get(address).content.decode()
    short = noa_at_desk.get(address).context["page"].margin
    assert [len(part) for part in (short.people, short.wishes, short.days, short.details)] == [12] * 4
    assert short.more == {"people": 4, "wishes": 3, "days": 3, "details": 3}  # Yoav himself is one more
    assert f'href="{address}?whole=1#people"' in body

    whole = noa_at_desk.get(address, {"whole": "1"}).context["page"].margin
    assert [len(part) for part in (whole.people, whole.wishes, whole.days, whole.details)] == [16, 15, 15, 15]
    assert not whole.more


def test_many_words_between_us_begin_with_a_dozen_and_lead_to_those_of_this_client(
    noa, noa_at_desk, gal, dalia
):
    for n in range(14):
        ledger.note(gal, f"word {n}", side="ours", due_at=None, by=noa, at=NOW)
    ledger.note(dalia, "another's", side="ours", due_at=None, by=noa, at=NOW)
    page = client_page(noa, gal.id, NOW)
    assert (len(page.owed.ours), page.owed.more) == (12, 2)

    there = f"/promises/{page.of_client}"
    assert there in noa_at_desk.get(f"/clients/{gal.id}/").content.decode()
    (part,) = noa_at_desk.get(there).context["page"].parts
    assert {row.promise.client_id for row in part.rows} == {gal.id} and len(part.rows) == 14


def test_how_our_word_was_kept_to_this_client_stands_with_its_numbers(noa, noa_at_desk, gal):
    now = clock.now()
    kept, _ = (
        ledger.note(
            gal, words, side="ours", due_at=now - timedelta(days=2), by=noa, at=now - timedelta(days=4)
        )
        for words in ("a", "b")
    )
    ledger.keep(kept, by=noa, at=now - timedelta(days=3))
    assert "1 מתוך 2 בזמן, 1 באיחור" in noa_at_desk.get(f"/clients/{gal.id}/").content.decode()


def test_a_meeting_that_is_agreed_stands_first_and_is_no_contact_yet(noa, gal):
    Entry.objects.create(
        workspace_id=gal.workspace_id, client=gal, identity="soon", kind="meeting", direction="out",
        at=NOW + timedelta(days=1), subject="Kickoff",
    )  # fmt: skip
    page = client_page(noa, gal.id, NOW)
    assert page.stream.strands[0].head.coming and page.how.at is None
    assert page.warmth.lately == 0
