"""The closing of a day, below the doors: what stands, what the terminal says of it, and what can't be put off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.cli.today import told
from kashuv.foundation.clock import day_bounds
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.closing import cannot_wait, words_for_today
from kashuv.rooms.today.plan import plan_for
from tests import cast
from tests.cast import NOW

FIVE = NOW + timedelta(hours=8, minutes=30)
SIX = FIVE + timedelta(hours=1)


def word(client, by: Member, due=SIX) -> Promise:  # type: ignore[no-untyped-def]
    return ledger.note(client, "אשלח את המפרט", side="ours", due_at=due, by=by, at=NOW)


@pytest.mark.parametrize(
    ("language", "line"), [("en", "One word for today still stands"), ("he", "הבטחה אחת להיום עדיין פתוחה")]
)
def test_the_terminal_says_it_above_the_list(noa, gal, language, line):
    word(gal, noa)
    assert told(plan_for(noa, FIVE, language=language), language).splitlines()[2] == line
    assert line not in told(plan_for(noa, NOW, language=language), language)


def test_how_near_it_is_stands_in_the_reason(noa, gal):
    word(gal, noa)
    (item,) = plan_for(noa, SIX - timedelta(hours=2), language="en").items
    assert item.label == "Due in two hours"
    assert item.why[0].text == "We promised this for today, and it falls due in two hours."
    (item,) = plan_for(noa, NOW + timedelta(hours=4), language="he").items
    assert item.why[0].text == "הבטחה שלנו להיום, וחצי היום כבר עבר."


def test_a_deadline_at_midnight_is_the_end_of_its_day(noa, gal):
    begin, end = day_bounds(FIVE.astimezone(noa.workspace.zone).date(), noa.workspace.zone)
    word(gal, noa, begin)
    today = word(gal, noa, end)
    assert [one.promise for one in words_for_today(noa, FIVE)] == [today]


def test_those_of_the_clients_of_another_are_hers_to_close(noa, dana, gal):
    word(gal, noa)
    assert words_for_today(dana, FIVE) == []
    assert len(words_for_today(noa, FIVE)) == 1


def test_many_words_for_tomorrow_hide_none_for_today(noa, gal):
    for n in range(20):
        client = cast.client(noa.workspace, f"Client {n}", noa)
        word(client, noa, SIX + timedelta(days=1))
    word(gal, noa)
    assert plan_for(noa, FIVE).items[0].client.name == gal.name


@pytest.mark.parametrize(("at", "waits"), [(NOW, True), (FIVE, False)])
def test_what_is_for_today_can_wait_only_while_the_day_is_long(noa, gal, at, waits):
    word(gal, noa)
    (item,) = plan_for(noa, at).items
    assert cannot_wait(noa, item.key, at) is not waits
    assert item.presses is not waits
    assert not cannot_wait(noa, "waiting:1.silence:2", at)


def test_the_number_of_statements_does_not_move_with_the_number_of_words(noa, gal):
    def statements() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert plan_for(noa, FIVE).still
        return len(asked)

    word(gal, noa)
    one = statements()
    for n in range(20):
        client = cast.client(noa.workspace, f"Client {n}", noa)
        cast.person(client, f"P {n}", f"p{n}@client.example")
        word(client, noa)
    assert statements() == one
