"""Threads come out the same in whatever order the letters arrive."""

from __future__ import annotations

import random
import uuid
from datetime import timedelta

import pytest

from kashuv.rooms.conversations import threads
from kashuv.rooms.conversations.models import Strand, Thread
from kashuv.rooms.conversations.rules import threading
from kashuv.rooms.conversations.rules.weaving import Knot, Loom
from tests.cast import NOW

WHO = uuid.uuid4()


def knot(*marks: str, subject: str = "", day: int = 0, person: uuid.UUID | None = None) -> Knot:
    return Knot(marks, NOW + timedelta(days=day), subject, person)


def groups(knots: list[Knot], batches: list[list[int]], workspace_id: uuid.UUID) -> set[frozenset[int]]:
    """Which knots end in one thread when they come in these batches."""
    for batch in batches:
        threads.weave(workspace_id, [knots[n] for n in batch])
    ties = dict(Strand.objects.within(workspace_id).values_list("mark", "thread_id"))
    grouped: dict[uuid.UUID, set[int]] = {}
    for n, one in enumerate(knots):
        grouped.setdefault(ties[one.marks[0]], set()).add(n)
    return {frozenset(some) for some in grouped.values()}


CHAIN = [
    knot("a@x"),
    knot("b@x", "a@x", day=1),
    knot("c@x", "b@x", day=2),  # names only its parent
    knot("d@x", "a@x", "b@x", "c@x", day=3),
    knot("z@x", day=1),
    knot("e@x", "gone@x", day=4),  # two answers to a letter that we never got
    knot("f@x", "gone@x", day=5),
]
TRUE = {frozenset({0, 1, 2, 3}), frozenset({4}), frozenset({5, 6})}


@pytest.mark.parametrize("seed", range(12))
def test_any_order_gives_the_same_threads(firm, seed: int) -> None:  # type: ignore[no-untyped-def]
    order = random.Random(seed).sample(range(len(CHAIN)), len(CHAIN))
    cut = seed % len(order)
    batches = [order[:cut], order[cut:]] if seed % 3 else [[n] for n in order]
    assert groups(CHAIN, batches, firm.id) == TRUE
    assert Thread.objects.within(firm.id).count() == len(TRUE)


def test_a_late_letter_unites_two_threads(firm) -> None:  # type: ignore[no-untyped-def]
    apart = threads.weave(firm.id, [knot("a@x"), knot("c@x", "b@x", day=2)])
    assert len(set(apart)) == 2
    (joined,) = threads.weave(firm.id, [knot("b@x", "a@x", day=1)])
    assert Thread.objects.within(firm.id).get().id == joined


def test_an_answer_without_a_mark_finds_its_letter_by_subject_and_person(firm) -> None:  # type: ignore[no-untyped-def]
    first = knot("1@x", subject="הצעת מחיר", person=WHO)
    answer = knot("2@x", subject="RE: השב: הצעת מחיר", person=WHO, day=2)
    anothers = knot("3@x", subject="Re: הצעת מחיר", person=uuid.uuid4(), day=2)
    assert groups([first, answer, anothers], [[0], [1], [2]], firm.id) == {frozenset({0, 1}), frozenset({2})}


def test_the_answer_may_come_before_its_letter(firm) -> None:  # type: ignore[no-untyped-def]
    answer = knot("2@x", subject="Re: Offer", person=WHO, day=2)
    first = knot("1@x", subject="Offer", person=WHO)
    assert groups([answer, first], [[0], [1]], firm.id) == {frozenset({0, 1})}


def test_letters_that_merely_share_a_subject_stay_apart(firm) -> None:  # type: ignore[no-untyped-def]
    monthly = [knot(f"{n}@x", subject="Invoice", person=WHO, day=30 * n) for n in range(3)]
    answer = knot("9@x", subject="Re: Invoice", person=WHO, day=61)
    assert groups([*monthly, answer], [[0, 1, 2], [3]], firm.id) == {
        frozenset({0}),
        frozenset({1}),
        frozenset({2, 3}),
    }


def test_a_bare_subject_does_not_reach_over_years(firm) -> None:  # type: ignore[no-untyped-def]
    old, new = knot("1@x", subject="Hello", person=WHO), knot("2@x", subject="Re: Hello", person=WHO, day=500)
    assert len(groups([old, new], [[0, 1]], firm.id)) == 2


def test_threads_of_two_firms_never_meet(firm, mallory) -> None:  # type: ignore[no-untyped-def]
    (ours,) = threads.weave(firm.id, [knot("a@x")])
    (theirs,) = threads.weave(mallory.workspace_id, [knot("b@x", "a@x", day=1)])
    assert ours != theirs


@pytest.mark.parametrize(
    ("subject", "answer", "base"),
    [
        ("Re: Offer", True, "offer"),
        ("RE[2]: Offer", True, "offer"),
        ("תשובה: הצעה", True, "הצעה"),
        ("Fwd: Offer", False, "offer"),
        ("Regarding: Offer", False, "regarding offer"),
        ("Rescheduled", False, "rescheduled"),
        ("", False, ""),
    ],
)
def test_subjects(subject: str, answer: bool, base: str) -> None:
    assert (threading.is_answer(subject), threading.base(subject)) == (answer, base)


def test_what_old_mailers_wrote_in_place_of_a_mark_ties_nothing() -> None:
    told = ["Your", "message", "yoav@gal.example", "real.1@gal.example"]
    assert threading.marks("own@x", told, ["yoav@gal.example"]) == ("own@x", "real.1@gal.example")


def test_the_loom_needs_no_database() -> None:
    loom = Loom({})
    one = loom.weave(knot("a@x"))
    assert loom.weave(knot("b@x", "a@x")) == one
