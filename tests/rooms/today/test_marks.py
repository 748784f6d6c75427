"""Marks: what was said of an item holds for the evidence that was seen, and can be undone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kashuv.rooms.care import pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.promises import ledger
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.marks import mark, unmark
from kashuv.rooms.today.models import Mark
from kashuv.rooms.today.plan import plan_for
from tests.cast import NOW
from tests.rooms.saying import ago, back_and_forth, said


def kinds(member: Member, at: datetime = NOW) -> list[str]:
    pulse.feel_all(member.workspace_id, at)
    return [because.kind for item in plan_for(member, at).items for because in item.why]


def mark_all(member: Member, word: str, at: datetime = NOW) -> list[Mark]:
    pulse.feel_all(member.workspace_id, at)
    clients = {client.id: client for client in Client.objects.within(member.workspace_id)}
    return [
        mark(member, item.key, clients[item.client.id], word, at=at) for item in plan_for(member, at).items
    ]


@pytest.fixture
def waiting(gal: Client) -> Client:
    said(gal, 5, asks=True)
    return gal


@pytest.mark.parametrize("word", ["done", "not_needed"])
def test_done_and_not_needed_hold_for_all_of_us(
    noa: Member, amit: Member, waiting: Client, word: str
) -> None:
    Client.objects.within(waiting.workspace_id).filter(pk=waiting.pk).update(owner=None)
    assert kinds(amit) == ["waiting_for_us"]
    mark_all(noa, word)
    assert kinds(noa) == kinds(amit) == []


def test_later_is_until_tomorrow_morning_and_only_for_her(noa: Member, amit: Member, waiting: Client) -> None:
    Client.objects.within(waiting.workspace_id).filter(pk=waiting.pk).update(owner=None)
    mark_all(noa, "later")
    assert kinds(noa) == []
    assert kinds(amit) == ["waiting_for_us"]
    assert kinds(noa, NOW + timedelta(hours=12)) == []
    assert kinds(noa, NOW + timedelta(days=1, hours=1)) == ["waiting_for_us"]


def test_undoing_brings_the_item_back_with_all_its_reasons(noa: Member, waiting: Client) -> None:
    ledger.note(waiting, "לשלוח", side="ours", due_at=ago(2), by=noa, at=ago(4))
    (marked,) = mark_all(noa, "done")
    assert kinds(noa) == []
    assert Mark.objects.within(noa.workspace_id).count() == 2
    unmark(marked, at=NOW)
    assert kinds(noa) == ["promise_late", "waiting_for_us"]


def test_new_words_bring_the_item_back(noa: Member, waiting: Client) -> None:
    mark_all(noa, "not_needed")
    assert kinds(noa) == []
    said(waiting, 4, "out")
    said(waiting, 3, asks=True)
    assert kinds(noa) == ["waiting_for_us"]


def test_a_promise_that_is_moved_comes_back(noa: Member, gal: Client) -> None:
    promise = ledger.note(gal, "לשלוח", side="ours", due_at=ago(2), by=noa, at=ago(4))
    mark_all(noa, "not_needed")
    assert kinds(noa) == []
    ledger.move(promise, NOW + timedelta(hours=3), reason="", told=True, by=noa, at=NOW)
    assert kinds(noa) == ["promise_due"]


def test_one_who_was_called_about_his_silence_is_missed_again_after_a_rhythm(
    noa: Member, orit: Client
) -> None:
    back_and_forth(orit, [30 + 10 * n for n in range(12)])
    assert kinds(noa) == ["cadence"]
    mark_all(noa, "done")
    assert kinds(noa, NOW + timedelta(days=9)) == []
    assert kinds(noa, NOW + timedelta(days=11)) == ["cadence"]
