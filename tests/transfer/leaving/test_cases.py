"""Decisions on the reading leave as cases: the sentence alone, ready for `kashuv read`, and only when somebody asks."""

from __future__ import annotations

import json

import pytest

from kashuv.cli.read import answer
from kashuv.foundation.keys import uuid7
from kashuv.rooms.conversations.models import Entry, Finding
from kashuv.rooms.promises.models import Promise
from kashuv.transfer.leaving import cases
from tests import cast

TEXT = "היה נעים להיפגש. תוכלי לשלוח לי את החוזה? המספר של דוד שלי הוא סודי. אני אעביר את הכסף מחר."
ASKED = "תוכלי לשלוח לי את החוזה?"
PROMISED = "אני אעביר את הכסף מחר."


@pytest.fixture
def entry(gal) -> Entry:
    return Entry.objects.create(
        workspace_id=gal.workspace_id, client=gal, kind="mail", direction="in", at=cast.NOW, identity=str(uuid7()),
        text=TEXT,
    )  # fmt: skip


def _finding(entry: Entry, words: str, state: str, kind: str = "request") -> Finding:
    start = entry.text.index(words)
    return Finding.objects.create(
        workspace_id=entry.workspace_id, entry=entry, kind=kind, words=words, start=start, end=start + len(words),
        certainty=0.8, state=state,
    )  # fmt: skip


def _promise(entry: Entry, state: str, certainty: float) -> Promise:
    return Promise.objects.create(
        workspace_id=entry.workspace_id, client=entry.client, entry=entry, side="theirs", words=PROMISED,
        quote=PROMISED, identity=str(uuid7()), state=state, certainty=certainty, given_at=cast.NOW,
        ended_at=cast.NOW if state == "dismissed" else None,
    )  # fmt: skip


def test_a_case_is_the_sentence_and_what_was_said_of_it(entry, noa):
    _finding(entry, "לשלוח לי את החוזה", "accepted")
    (case,) = cases.cases(noa.workspace)
    assert case["text"] == ASKED
    start, end = case["span"]
    assert ASKED[start:end] == "לשלוח לי את החוזה"
    assert (case["kind"], case["right"], case["direction"]) == ("request", True, "in")
    assert case["reference"].endswith("+02:00") or case["reference"].endswith("+03:00")


def test_what_nobody_decided_and_what_a_hand_wrote_stay_at_home(entry, noa):
    _finding(entry, "לשלוח", "proposed")
    _promise(entry, "open", certainty=1)
    _promise(entry, "proposed", certainty=0.7)
    assert list(cases.cases(noa.workspace)) == []


@pytest.mark.parametrize(("state", "right"), [("open", True), ("dismissed", False)])
def test_a_promise_that_was_read_is_a_case_too(entry, noa, state, right):
    _promise(entry, state, certainty=0.7)
    (case,) = cases.cases(noa.workspace)
    assert (case["text"], case["kind"], case["what"], case["right"]) == (PROMISED, "promise", "theirs", right)


def test_another_firms_decisions_are_not_among_them(entry, mallory):
    _finding(entry, "לשלוח", "dismissed")
    assert list(cases.cases(mallory.workspace)) == []


def test_the_reader_takes_each_line_as_it_is(entry, noa, tmp_path):
    _finding(entry, "לשלוח לי את החוזה", "accepted")
    _promise(entry, "open", certainty=0.7)
    assert cases.write(noa.workspace, tmp_path / "cases.jsonl") == 2
    for line in (tmp_path / "cases.jsonl").read_bytes().splitlines():
        answered = answer(line)
        assert answered["id"] == json.loads(line)["id"]
        assert answered["reading"]["own"] == json.loads(line)["text"]
