"""Passing on: what a forward and a letter have in common, and what they have by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kashuv.rooms.conversations.rules.passing import Voice, is_same, nearest
from tests.cast import NOW

HOUR = timedelta(hours=1)
WORDS = "When does the plan come? We print on Thursday."
DIRECT = Voice(NOW, WORDS, mark="direct@x")


def forward(after: timedelta = HOUR, words: str = WORDS, inside: str = "") -> Voice:
    return Voice(NOW + after, words, "forward@x", forward=True, inside=inside)


def test_the_same_words_are_the_same_however_lines_break_and_hours_are_told():
    assert is_same(forward(3 * HOUR, "> When does the plan\n> come?  We print on *Thursday*."), DIRECT)
    assert is_same(DIRECT, forward(-2 * HOUR))


def test_other_words_or_another_day_are_another_letter():
    assert not is_same(forward(words="When does the plan come? We print on Friday."), DIRECT)
    assert not is_same(forward(48 * HOUR), DIRECT)


def test_few_words_need_the_very_minute():
    short = Voice(NOW, "Thanks!")
    assert is_same(forward(timedelta(seconds=30), "Thanks!"), short)
    assert not is_same(forward(words="Thanks!"), short)


def test_a_name_tells_more_than_the_words():
    assert is_same(forward(48 * HOUR, "cut off", inside="direct@x"), DIRECT)
    assert not is_same(forward(inside="another@x"), DIRECT)


def test_two_letters_that_both_came_by_themselves_are_two():
    assert not is_same(DIRECT, Voice(NOW, WORDS, mark="second@x"))


def test_of_several_the_nearest_is_meant():
    others = [
        (Voice(NOW - 5 * HOUR, WORDS), "far"),
        (DIRECT, "near"),
        (Voice(NOW, "Other words of the day"), "other"),
    ]
    assert nearest(forward(), others) == "near" and nearest(forward(48 * HOUR), others) is None


INVOICE = replace(DIRECT, subject="Invoice 1042", files=frozenset({("invoice.pdf", 900)}))


@pytest.mark.parametrize(
    ("subject", "files", "same"),
    [
        ("Fwd: Invoice 1042", {("invoice.pdf", 900)}, True),
        ("Invoice 1042", set(), True),
        ("Invoice 1041", {("invoice.pdf", 900)}, False),
        ("Invoice 1042", {("invoice.pdf", 901)}, False),
        ("Invoice 1042", {("invoice.pdf", 900), ("terms.pdf", 40)}, False),
    ],
)
def test_the_same_words_over_another_subject_or_other_files_are_another_letter(subject, files, same):
    assert is_same(replace(forward(), subject=subject, files=frozenset(files)), INVOICE) is same


def test_subject_and_files_do_not_part_what_bears_the_same_name():
    assert is_same(replace(forward(inside="direct@x"), subject="Look at this"), INVOICE)
