"""What lies on her own desk stands in her plan: drafts that waited, opinions asked and given, letters that did not leave."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kashuv.rooms.calm import holding, opinions
from kashuv.rooms.calm.models import Hold
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post import outbox, parcels
from kashuv.rooms.post.models import Dispatch
from kashuv.rooms.promises import ledger
from kashuv.rooms.today.marks import mark
from kashuv.rooms.today.plan import how_many, plan_for
from tests.cast import NOW
from tests.flows.outgoing import mailbox
from tests.rooms.saying import ago


def draft_to(client, by, **written) -> Draft:  # type: ignore[no-untyped-def]
    return drafts.begin(client, None, by=by, at=ago(1), **{"subject": "המפרט", "text": "די כבר!", **written})


def hold(draft: Draft, by, hours: float = -0.5) -> Hold:  # type: ignore[no-untyped-def]
    return holding.hold(draft, until=NOW + timedelta(hours=hours), by=by, at=ago(0.5))


def test_a_draft_whose_time_has_come_is_on_top_in_the_morning(noa, gal, dalia):
    ledger.note(dalia, "לשלוח", side="ours", due_at=ago(20), by=noa, at=ago(30))
    draft = draft_to(gal, noa)
    hold(draft, noa)
    first, second = plan_for(noa, NOW).items
    assert (first.kind, first.client.name, second.kind) == ("held_draft", gal.name, "promise_late")
    assert first.why[0].draft_id == draft.id and "המפרט" in first.why[0].text
    assert not first.next.say  # words that were too hot are not offered as a beginning


def test_one_that_still_waits_or_was_let_go_is_not_shown(noa, gal, dalia):
    hold(draft_to(gal, noa), noa, hours=3)
    holding.end(hold(draft_to(dalia, noa), noa), Hold.End.MENDED, by=noa, at=NOW)
    assert plan_for(noa, NOW).items == ()


def test_an_opinion_that_is_wanted_stands_with_who_is_asked_and_goes_when_it_is_given(noa, amit, gal):
    asked = opinions.ask(draft_to(gal, noa), amit, question="חריף מדי?", by=noa, at=ago(0.1))
    (item,) = plan_for(amit, NOW).items
    assert (item.kind, item.why[0].opinion_id) == ("second_opinion", asked.id)
    assert "Noa" in item.why[0].text
    assert plan_for(noa, NOW).items == ()

    opinions.answer(asked, "soften", words="רך יותר", marks=[], by=amit, at=ago(0.01))
    assert plan_for(amit, NOW).items == ()
    (item,) = plan_for(noa, NOW).items
    assert (item.kind, item.why[0].draft_id) == ("second_opinion", asked.draft_id)
    assert "Amit" in item.why[0].text


def test_an_answer_that_was_worked_in_is_no_news(noa, amit, gal):
    draft = draft_to(gal, noa)
    asked = opinions.ask(draft, amit, question="", by=noa, at=ago(0.2))
    opinions.answer(asked, "soften", words="", marks=[], by=amit, at=ago(0.1))
    drafts.save(draft, version=draft.version, by=noa, at=ago(0.05), text="תודה, נדבר מחר.")
    assert plan_for(noa, NOW).items == ()


def test_what_lies_on_the_desk_of_another_is_not_mine(noa, dana, gal):
    hold(draft_to(gal, noa), noa)
    assert plan_for(dana, NOW).items == ()
    assert how_many(dana, NOW) == 0 and how_many(noa, NOW) == 1


def test_the_client_of_another_is_not_named_where_she_may_not_see_him(noa, dana, gal):
    gal.exclusive = True
    gal.save()
    opinions.ask(draft_to(gal, noa), dana, question="", by=noa, at=ago(0.1))
    plan = plan_for(dana, NOW)
    assert (plan.items, plan.apart) == ((), 1)


def test_a_draft_to_a_stranger_is_counted(noa):
    hold(draft_to(None, noa), noa)
    plan = plan_for(noa, NOW)
    assert (plan.items, plan.apart) == ((), 1)


def test_later_puts_it_off_and_a_new_hold_brings_it_back(noa, gal):
    draft = draft_to(gal, noa)
    held = hold(draft, noa)
    mark(noa, plan_for(noa, NOW).items[0].key, gal, "not_needed", at=NOW)
    assert plan_for(noa, NOW).items == ()
    holding.end(held, Hold.End.MENDED, by=noa, at=NOW)
    hold(draft, noa)
    assert [item.kind for item in plan_for(noa, NOW).items] == ["held_draft"]


@pytest.mark.parametrize("seen_to", [False, True])
def test_what_did_not_leave_is_counted_until_somebody_has_seen_to_it(noa, amit, gal, seen_to):
    box = mailbox(noa, 1)
    (parcel,) = parcels.keep(noa.workspace_id, [b"Subject: x\r\n\r\nx"]).values()
    sent = outbox.put(
        noa.workspace_id, by=noa, channel="mail", source=draft_to(gal, noa).id, parcel=parcel, message_id="<x@y>",
        sender=box.address, recipients=["yoav@gal.example"], leave_at=NOW, at=NOW, mailbox=box,
    )  # fmt: skip
    Dispatch.objects.within(noa.workspace_id).update(state="failed", ended_at=NOW, troubled_at=NOW)
    if seen_to:
        assert outbox.see_to(Dispatch.objects.within(noa.workspace_id).get(pk=sent.pk), by=noa, at=NOW)
    assert plan_for(noa, NOW).stuck == (0 if seen_to else 1)
    assert plan_for(amit, NOW).stuck == 0
