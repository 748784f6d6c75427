"""The morning after on the screen: their letter read slowly, our draft beside it; until when it waits is ours to say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from kashuv.flows.incoming import take_in
from kashuv.rooms.calm import guard, holding
from kashuv.rooms.calm.models import Hold, Weighing
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post.models import Dispatch
from tests.doors.desk.drafts.conftest import mailbox  # noqa: F401  a fixture
from tests.flows.writing import NOA, YOAV, arrived, letter

pytestmark = pytest.mark.django_db
TO = [["יואב גל", "yoav@gal.example"]]
THEIRS = "נועה, אני זועם שהמפרט עוד לא הגיע!!! זו אשמתכם. מתי הוא יהיה מוכן? ההדפסה ביום חמישי."
MORNING = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)


@pytest.fixture
def held(noa, gal, mailbox, now, monkeypatch):  # noqa: F811
    """An answer to a furious letter that was put off in the night; it is morning now."""
    raw = letter(YOAV, NOA, "המפרט", THEIRS, mark="1@gal")
    take_in(noa.workspace, [arrived(raw)], shipment=None, by=None, at=now)
    entry = Entry.objects.within(gal.workspace_id).get()
    draft = drafts.begin(
        gal, entry.person, by=noa, at=now, text="נמאס לי ממך.", to=TO, answers=entry, mailbox_id=mailbox.pk
    )
    holding.hold(draft, until=MORNING - timedelta(minutes=30), by=noa, at=now)
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: MORNING)
    return draft


def test_the_list_leads_to_their_letter_without_its_heat(noa_at_desk, held):
    address = reverse("draft-morning", args=[held.pk])
    assert address in noa_at_desk.get(reverse("drafts")).text
    page = noa_at_desk.get(address).text
    assert "המפרט עוד לא הגיע.</span></li>" in page and ">מתי הוא יהיה מוכן?</span></li>" in page
    assert "<mark>נמאס לי</mark>" in page
    folded = page[page.index("<details") :]
    assert "זו אשמתכם." in folded and "זו אשמתכם.</span></li>" not in page[: page.index("<details")]


def test_looking_changes_nothing(noa_at_desk, held):
    noa_at_desk.get(reverse("draft-morning", args=[held.pk]))
    assert holding.standing(held) and not Weighing.objects.within(held.workspace_id).exists()


def test_sent_in_the_morning_the_waiting_has_ended_in_its_time(noa_at_desk, held):
    noa_at_desk.post(reverse("draft-release", args=[held.pk]))
    assert Dispatch.objects.within(held.workspace_id).get().state == "waiting"
    assert Hold.objects.within(held.workspace_id).get().ended == "sent"


def test_a_mended_letter_that_just_leaves_ends_the_waiting_too(noa_at_desk, held):
    typed = {
        "mailbox": held.mailbox_id,
        "to": "yoav@gal.example",
        "text": "בוקר טוב יואב.",
        "version": held.version,
    }
    noa_at_desk.post(reverse("draft-sending", args=[held.pk]), typed)
    assert Dispatch.objects.within(held.workspace_id).count() == 1
    assert Hold.objects.within(held.workspace_id).get().ended == "sent"


def test_the_editor_says_that_it_waits_and_why_and_offers_no_other_waiting(noa_at_desk, noa, held):
    seen = guard.look(held, workspace=noa.workspace, at=MORNING)
    holding.hold(
        held,
        until=MORNING + timedelta(hours=2),
        because=[one.plain() for one in seen.concerns],
        by=noa,
        at=MORNING,
    )
    address = reverse("draft", args=[held.pk])
    page = noa_at_desk.get(address).text
    assert "מחכה עד" in page and '<q dir="auto">נמאס לי</q>' in page and 'name="morning"' not in page
    for deed in ("draft-sending", "draft-waiting", "draft-unwaiting"):
        assert f'form="letter" formaction="{reverse(deed, args=[held.pk])}"' in page
    typed = {
        "mailbox": held.mailbox_id,
        "to": "yoav@gal.example",
        "text": "בוקר טוב.",
        "version": held.version,
    }
    noa_at_desk.post(reverse("draft-unwaiting", args=[held.pk]), typed)
    kept = Draft.objects.within(held.workspace_id).get(pk=held.pk)
    assert kept.text == "בוקר טוב." and 'name="morning"' in noa_at_desk.get(address).text


def test_dropped_it_waits_no_longer(noa_at_desk, held):
    noa_at_desk.post(reverse("draft-dropping", args=[held.pk]))
    assert Hold.objects.within(held.workspace_id).get().ended == "dropped"


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("עד יום חמישי", datetime(2026, 11, 26, 7, 0, tzinfo=UTC)),
        ("tomorrow at noon", datetime(2026, 11, 25, 10, 0, tzinfo=UTC)),
    ],
)
def test_it_waits_on_until_the_time_one_says(noa_at_desk, held, said, until):
    noa_at_desk.post(reverse("draft-waiting", args=[held.pk]), {"when": said})
    assert holding.standing(held).until == until


@pytest.mark.parametrize("said", ["yesterday", "מתישהו"])
def test_what_is_no_time_to_come_is_said_and_moves_nothing(noa_at_desk, held, said):
    answer = noa_at_desk.post(reverse("draft-waiting", args=[held.pk]), {"when": said})
    assert answer.status_code == 422 and said in answer.text
    assert holding.standing(held).until == MORNING - timedelta(minutes=30)


def test_the_button_of_the_morning_means_it_whatever_is_typed(noa_at_desk, held):
    noa_at_desk.post(reverse("draft-waiting", args=[held.pk]), {"when": "20.12", "morning": ""})
    assert holding.standing(held).until == datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


def test_a_letter_of_ours_is_read_beside_the_last_that_they_wrote(noa_at_desk, held, gal, noa, now):
    ours = drafts.begin(gal, None, by=noa, at=now, text="שלום", to=TO)
    assert "מתי הוא יהיה מוכן?" in noa_at_desk.get(reverse("draft-morning", args=[ours.pk])).text


def test_the_questions_to_the_database_do_not_grow(noa_at_desk, held, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        noa_at_desk.get(reverse("draft-morning", args=[held.pk]))


def test_what_waits_until_the_morning_is_not_asked_to_wait_until_then(noa, noa_at_desk, held, monkeypatch):
    address, put_off = reverse("draft-morning", args=[held.pk]), 'name="morning"'
    assert put_off in noa_at_desk.get(address).text
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: MORNING - timedelta(hours=8))
    assert put_off not in noa_at_desk.get(address).text


def test_whom_nobody_knows_is_named_by_the_address_that_is_written(noa_at_desk, held):
    drafts.save(held, version=held.version, by=held.member, at=MORNING, to=[["יואב גל", "who@else.example"]])
    page = noa_at_desk.get(reverse("draft-guard", args=[held.pk])).text
    assert "הכתובת <bdi>who@else.example</bdi> לא מוכרת כאן" in page
