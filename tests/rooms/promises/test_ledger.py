"""The ledger: what was promised stands until a person, not a courtesy, ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kashuv.foundation.journal.event import Event
from kashuv.foundation.search.lines import SaidLine
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Move, Promise
from kashuv.rooms.promises.note import Note
from kashuv.rooms.team.models import Member
from tests.cast import NOW
from tests.rooms.saying import ago, said

TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def entry(gal: Client) -> Entry:
    return said(gal, 1, "out", text="אשלח את המפרט עד מחר")


@pytest.fixture
def spec(gal: Client, noa: Member) -> Promise:
    return ledger.note(gal, "לשלוח את המפרט", side="ours", due_at=TOMORROW, by=noa, at=ago(1))


def read(entry: Entry, quote: str = "אשלח את המפרט עד מחר") -> Note:
    return Note(entry.client_id, entry.id, "ours", quote, entry.at, quote, TOMORROW, certainty=0.8)


def stored(promise: Promise) -> Promise:
    return Promise.objects.within(promise.workspace_id).get(pk=promise.pk)


def test_what_was_read_is_proposed_once_however_often_it_is_read(entry: Entry) -> None:
    again = read(entry, "אשלח  את המפרט, עד מחר")
    assert ledger.note_all(entry.workspace_id, [read(entry), again]) == 1
    assert ledger.note_all(entry.workspace_id, [again]) == 0
    (promise,) = Promise.objects.within(entry.workspace_id)
    assert (promise.state, promise.certainty, promise.entry_id) == ("proposed", 0.8, entry.id)


def test_reading_again_does_not_raise_what_was_dismissed(entry: Entry, noa: Member) -> None:
    ledger.note_all(entry.workspace_id, [read(entry)])
    (promise,) = Promise.objects.within(entry.workspace_id)
    assert ledger.dismiss(promise, by=noa, at=NOW)
    assert ledger.note_all(entry.workspace_id, [read(entry)]) == 0
    assert stored(promise).state == "dismissed"


def test_a_second_press_changes_nothing(spec: Promise, noa: Member) -> None:
    assert ledger.keep(spec, by=noa, at=NOW)
    assert not ledger.keep(stored(spec), by=noa, at=TOMORROW)
    assert stored(spec).ended_at == NOW
    assert Event.objects.within(spec.workspace_id).filter(verb="promise.kept").count() == 1


@pytest.mark.parametrize("verb", [ledger.keep, ledger.release])
def test_every_end_can_be_undone(spec: Promise, noa: Member, verb: object) -> None:
    verb(spec, by=noa, at=NOW)  # type: ignore[operator]
    assert ledger.reopen(spec, by=noa, at=NOW)
    assert (stored(spec).state, stored(spec).ended_at) == ("open", None)


def test_a_dismissed_reading_comes_back_as_a_proposal(entry: Entry, noa: Member) -> None:
    ledger.note_all(entry.workspace_id, [read(entry)])
    (promise,) = Promise.objects.within(entry.workspace_id)
    ledger.dismiss(promise, by=noa, at=NOW)
    ledger.reopen(promise, by=noa, at=NOW)
    assert stored(promise).state == "proposed"


def test_a_move_keeps_its_history(spec: Promise, noa: Member) -> None:
    later = TOMORROW + timedelta(days=3)
    moved = ledger.move(spec, later, reason="המעצבת חולה", told=True, by=noa, at=NOW)
    assert moved is not None
    assert (moved.due_before, moved.due_after, moved.told) == (TOMORROW, later, True)
    assert (stored(spec).due_at, stored(spec).first_due_at) == (later, TOMORROW)


def test_a_move_can_be_taken_back_while_it_is_the_last(spec: Promise, noa: Member) -> None:
    first = ledger.move(spec, TOMORROW + timedelta(days=3), reason="", told=False, by=noa, at=NOW)
    second = ledger.move(spec, TOMORROW + timedelta(days=9), reason="", told=False, by=noa, at=NOW)
    assert first and second
    assert not ledger.move_back(first, by=noa, at=NOW)
    assert ledger.move_back(second, by=noa, at=NOW)
    assert stored(spec).due_at == TOMORROW + timedelta(days=3)
    assert Move.objects.within(spec.workspace_id).count() == 1


def test_what_has_ended_is_not_moved(spec: Promise, noa: Member) -> None:
    ledger.release(spec, by=noa, at=NOW)
    assert ledger.move(spec, TOMORROW, reason="", told=False, by=noa, at=NOW) is None


def test_a_promise_is_found_by_its_words(spec: Promise) -> None:
    line = SaidLine.objects.within(spec.workspace_id).get(ref=spec.id)
    assert (line.kind, line.text, line.client_id) == ("promise", "לשלוח את המפרט", spec.client_id)


def test_kept_later_than_it_was_due_is_not_on_time(spec: Promise, noa: Member) -> None:
    ledger.keep(spec, by=noa, at=TOMORROW + timedelta(hours=1))
    assert not stored(spec).on_time


def test_a_word_that_was_read_already_is_confirmed_not_doubled(
    entry: Entry, gal: Client, noa: Member
) -> None:
    ledger.note_all(entry.workspace_id, [read(entry)])
    promise = ledger.note(gal, "לשלוח מפרט מלא", side="ours", due_at=TOMORROW, by=noa, at=NOW)
    (only,) = Promise.objects.within(entry.workspace_id)
    assert only.id == promise.id
    assert (only.state, only.words, only.entry_id) == ("open", "לשלוח מפרט מלא", entry.id)
    assert only.quote == "אשלח את המפרט עד מחר"


def test_another_word_to_the_same_client_stands_by_itself(entry: Entry, gal: Client, noa: Member) -> None:
    ledger.note_all(entry.workspace_id, [read(entry)])
    ledger.note(gal, "להזמין אולם", side="ours", due_at=NOW + timedelta(days=9), by=noa, at=NOW)
    assert Promise.objects.within(entry.workspace_id).count() == 2


CONTRACT, CALL = "אשלח מחר את החוזה", "אתקשר מחר לדנה"


def words_of(entry: Entry) -> set[str]:
    return set(Promise.objects.within(entry.workspace_id).values_list("words", flat=True))


def test_two_words_of_one_sentence_and_one_day_are_two_promises(entry: Entry) -> None:
    both = [replace(read(entry, f"{CONTRACT} ו{CALL}"), words=words) for words in (CONTRACT, CALL)]
    assert ledger.note_all(entry.workspace_id, both) == 2
    assert ledger.note_all(entry.workspace_id, both) == 0
    assert words_of(entry) == {CONTRACT, CALL}


def test_a_better_reader_that_cuts_otherwise_adds_only_what_was_not_heard(entry: Entry, noa: Member) -> None:
    ledger.note_all(entry.workspace_id, [read(entry, f"{CONTRACT}.")])
    (promise,) = Promise.objects.within(entry.workspace_id)
    ledger.accept(promise, by=noa, at=NOW)
    better = [read(entry, "אז אני אשלח לך מחר את החוזה"), read(entry, CALL)]
    assert ledger.note_all(entry.workspace_id, better) == 1
    assert stored(promise).state == "open" and words_of(entry) == {f"{CONTRACT}.", CALL}


def test_one_promise_that_stands_answers_for_one_of_two_that_are_alike(entry: Entry) -> None:
    ledger.note_all(entry.workspace_id, [read(entry, "אשלח את החוזה")])
    later = [read(entry, "אשלח את החוזה מחר"), read(entry, "אשלח את החוזה החתום בשבוע הבא")]
    assert ledger.note_all(entry.workspace_id, later) == 1


def test_another_word_of_the_same_day_is_not_taken_for_the_one_that_was_read(
    entry: Entry, gal: Client, noa: Member
) -> None:
    ledger.note_all(entry.workspace_id, [read(entry)])
    ledger.note(gal, "להזמין אולם", side="ours", due_at=TOMORROW, by=noa, at=entry.at)
    assert words_of(entry) == {"אשלח את המפרט עד מחר", "להזמין אולם"}
