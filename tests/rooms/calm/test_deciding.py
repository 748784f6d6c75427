"""What the writer does and its record are one: neither stands without the other, and nothing waits that is gone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kashuv.flows import outgoing
from kashuv.rooms.calm import deciding, guard, holding, opinions
from kashuv.rooms.calm.models import Hold, Opinion, Weighing
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.post.models import Dispatch
from tests.flows.outgoing import mailbox
from tests.smtp import closed_port

HOT = "זה פשוט חוסר מקצועיות, ונמאס לי מכם!!!"
TO = [["יואב גל", "yoav@gal.example"]]


@pytest.fixture
def draft(gal, noa, now):
    box = mailbox(noa, closed_port())
    return drafts.begin(gal, None, by=noa, at=now, text=HOT, to=TO, mailbox_id=box.id)


@pytest.fixture
def seen(draft, noa, now):
    found = guard.look(draft, workspace=noa.workspace, at=now)
    assert found.concerns
    return found


@pytest.fixture
def broken(monkeypatch):
    """The record can't be written."""

    def fall(*_: object, **__: object) -> None:
        raise RuntimeError("the power went out")

    monkeypatch.setattr(guard, "decide", fall)
    monkeypatch.setattr(holding, "end", fall)


def standing(draft):
    return Draft.objects.within(draft.workspace_id).get(pk=draft.pk).state


def test_who_sends_in_spite_of_it_is_recorded_with_it(draft, seen, noa, now):
    outgoing.release(draft, by=noa, at=now, seen=seen)
    weighing = Weighing.objects.within(noa.workspace_id).get()
    assert (standing(draft), weighing.decision, weighing.decided_by_id) == ("leaving", "went", noa.id)


def test_without_its_record_nothing_leaves_waits_or_is_dropped(draft, seen, noa, now, broken):
    with pytest.raises(RuntimeError):
        outgoing.release(draft, by=noa, at=now, seen=seen)
    with pytest.raises(RuntimeError):
        deciding.wait(draft, seen, until=now + timedelta(hours=9), by=noa, at=now)
    assert not Dispatch.objects.within(noa.workspace_id).exists()
    assert not Hold.objects.within(noa.workspace_id).exists()
    holding.hold(draft, until=now + timedelta(hours=9), by=noa, at=now)
    with pytest.raises(RuntimeError):
        deciding.drop(draft, by=noa, at=now)
    assert standing(draft) == "writing"


def test_what_is_dropped_waits_for_nothing(draft, noa, now):
    holding.hold(draft, until=now + timedelta(hours=9), by=noa, at=now)
    assert deciding.drop(draft, by=noa, at=now) and not deciding.drop(draft, by=noa, at=now)
    assert (standing(draft), Hold.objects.within(noa.workspace_id).get().ended) == ("dropped", "dropped")


@pytest.mark.parametrize("gone", ["released", "dropped"])
def test_what_is_written_no_more_is_neither_held_nor_asked_about(draft, noa, amit, now, gone):
    """Whoever looked at it a moment ago, when it still was, comes too late."""
    as_she_saw_it = Draft.objects.within(noa.workspace_id).get(pk=draft.pk)
    if gone == "released":
        outgoing.release(draft, by=noa, at=now)
    else:
        drafts.drop(draft, by=noa, at=now)
    for deed in (
        lambda: holding.hold(as_she_saw_it, until=now + timedelta(hours=9), by=noa, at=now),
        lambda: opinions.ask(as_she_saw_it, amit, question="", by=noa, at=now),
        lambda: opinions.ask_outside(as_she_saw_it, "רונית", question="", by=noa, at=now),
    ):
        with pytest.raises(drafts.Ended):
            deed()
    assert not Hold.objects.within(noa.workspace_id).exists()
    assert not Opinion.objects.within(noa.workspace_id).exists()
