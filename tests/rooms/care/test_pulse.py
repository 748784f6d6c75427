"""The pulse, felt from the rows of the timeline."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.rooms.care import bulk, pulse
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations.models import Entry
from tests import cast
from tests.cast import NOW
from tests.rooms.saying import ago, back_and_forth, said

ASKED = {"asks": True, "text": "When will we get the specification?"}


def felt(client: Client) -> Pulse:
    pulse.feel(client.workspace_id, [client.id], NOW)
    return Pulse.objects.within(client.workspace_id).get(client_id=client.id)


def test_he_waits_since_his_first_question_without_an_answer(gal: Client) -> None:
    said(gal, 20, **ASKED)
    said(gal, 19, "out")
    question = said(gal, 12, **ASKED)
    said(gal, 5, **ASKED)
    assert felt(gal).waiting_since == ago(12)
    assert felt(gal).waiting_entry_id == question.id


def test_thanks_does_not_answer_his_own_question(gal: Client) -> None:
    said(gal, 12, **ASKED)
    said(gal, 11, text="תודה רבה!")
    assert felt(gal).waiting_since == ago(12)


@pytest.mark.parametrize("words", ["תודה רבה!", "מעולה, תודה נועה", "Got it, thanks", "👍"])
def test_a_closing_thanks_as_last_word_waits_for_nothing(gal: Client, words: str) -> None:
    back_and_forth(gal, [60, 50, 40, 30, 20])
    said(gal, 3, text=words)
    assert felt(gal).waiting_since is None


def test_plain_words_wait_only_where_our_custom_is_to_answer_those_too(gal: Client, dalia: Client) -> None:
    for days in (60, 50, 40, 30):
        said(gal, days)
        said(gal, days - 1, "out")
        said(dalia, days)
    said(dalia, 20, "out")
    last = said(gal, 4), said(dalia, 4)
    assert felt(gal).waiting_entry_id == last[0].id
    assert felt(dalia).waiting_since is None


@pytest.mark.parametrize("kind", ["call", "meeting"])
def test_calls_and_meetings_count_as_contact_and_as_an_answer(gal: Client, kind: str) -> None:
    said(gal, 12, **ASKED)
    said(gal, 2, "out", kind)
    assert felt(gal).waiting_since is None
    assert felt(gal).last_at == ago(2)


def test_a_call_that_nobody_took_answers_nothing(gal: Client) -> None:
    said(gal, 12, **ASKED)
    said(gal, 2, "out", "call", text="לא ענה, השארתי הודעה")
    assert felt(gal).waiting_since == ago(12)


def test_a_memo_of_ours_is_no_contact(gal: Client) -> None:
    said(gal, 12, **ASKED)
    said(gal, 2, "out", "memo")
    assert felt(gal).waiting_since == ago(12)
    assert felt(gal).last_at == ago(12)


def test_a_newsletter_is_no_tie_and_waits_for_nothing(gal: Client) -> None:
    for week in range(60):
        said(gal, 7 * week + 1, asks=week % 2 == 0)
    tie = felt(gal)
    assert (tie.waiting_since, tie.uneasy_at, tie.strength) == (None, None, 0)


def test_what_a_machine_sends_is_no_contact(gal: Client) -> None:
    machine = cast.person(gal, "Notices", "no-reply@gal.example", nature="automatic")
    said(gal, 30)
    said(gal, 1, person=machine, **ASKED)
    assert felt(gal).last_at == ago(30)
    assert felt(gal).waiting_since is None


def test_a_stranger_after_one_exchange_is_not_strong(gal: Client, dalia: Client) -> None:
    said(gal, 3, **ASKED)
    said(gal, 2, "out")
    back_and_forth(dalia, [10 * n for n in range(1, 20)])
    assert felt(gal).strength < 0.1
    assert felt(dalia).strength > 0.8


def test_three_times_his_own_rhythm_is_past_the_uneasy_moment(gal: Client) -> None:
    back_and_forth(gal, [30 + 10 * n for n in range(9)])
    tie = felt(gal)
    assert tie.rhythm_days == 10
    assert tie.uneasy_at < NOW - timedelta(days=5)


def test_where_we_take_turns_the_rhythm_is_that_of_either(gal: Client) -> None:
    for n in range(8):
        said(gal, 30 + 10 * n, "in" if n % 2 else "out")
    assert felt(gal).rhythm_days == 10
    assert felt(gal).uneasy_at < NOW


def test_one_who_seldom_answers_has_his_own_rhythm_not_ours(gal: Client) -> None:
    for n in range(40):
        said(gal, 1 + 3 * n, "out")
    for n in range(5):
        said(gal, 2 + 30 * n)
    assert felt(gal).rhythm_days == 30


def test_a_client_of_once_a_year_is_awaited_once_a_year(gal: Client) -> None:
    back_and_forth(gal, [200 + 365 * n for n in range(4)])
    assert felt(gal).uneasy_at > NOW + timedelta(days=250)


def test_the_cadence_he_asked_for_wins_over_what_we_observe(gal: Client) -> None:
    back_and_forth(gal, [40 + 40 * n for n in range(9)])
    gal.cadence_days = 14
    gal.save()
    assert felt(gal).uneasy_at == ago(40 - 1 / 12 - 14)


def test_who_asked_for_a_cadence_and_never_heard_from_us_is_not_forgotten(gal: Client) -> None:
    gal.cadence_days = 30
    gal.save()
    assert felt(gal).uneasy_at < NOW


def test_a_meeting_ahead_puts_uneasiness_off(gal: Client) -> None:
    back_and_forth(gal, [30 + 10 * n for n in range(9)])
    said(gal, -3, "out", "meeting")
    tie = felt(gal)
    assert tie.uneasy_at > NOW
    assert tie.last_at < NOW


@pytest.mark.parametrize("cadence", [None, 10])
def test_only_a_meeting_that_is_near_puts_uneasiness_off(gal: Client, cadence: int | None) -> None:
    back_and_forth(gal, [30 + 10 * n for n in range(9)])
    Client.objects.within(gal.workspace_id).filter(pk=gal.pk).update(cadence_days=cadence)
    said(gal, -300, "out", "meeting")
    said(gal, -11, "out", "meeting")
    assert felt(gal).uneasy_at < NOW
    said(gal, -9, "out", "meeting")
    assert felt(gal).uneasy_at == ago(-10)


def test_our_answer_takes_its_usual_hours(gal: Client) -> None:
    back_and_forth(gal, [50, 40, 30, 20, 10])
    assert felt(gal).answer_hours == pytest.approx(2)


def test_feeling_all_gives_the_same_as_feeling_each_and_writes_only_what_changed(
    gal: Client, dalia: Client, orit: Client
) -> None:
    back_and_forth(gal, [50, 40, 30, 20, 10])
    said(dalia, 12, **ASKED)
    workspace = gal.workspace_id
    each = pulse.feel(workspace, [gal.id, dalia.id, orit.id], NOW)
    assert each == 3
    assert pulse.feel_all(workspace, NOW) == 0
    said(gal, 1, **ASKED)
    assert pulse.feel_all(workspace, NOW) == 1
    assert pulse.feel(workspace, [gal.id], NOW) == 0


def test_more_pulses_than_a_statement_holds_are_written_by_several_and_read_back_the_same(
    gal: Client, dalia: Client, orit: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them is of somebody who never said a word: whole columns of the last statement are empty."""
    monkeypatch.setitem(bulk.WRITTEN, connection.vendor, 2)
    back_and_forth(gal, [50, 40, 30, 20, 10])
    said(dalia, 12, **ASKED)
    with CaptureQueriesContext(connection) as asked:
        assert pulse.feel_all(gal.workspace_id, NOW) == 3
    assert sum(query["sql"].startswith("INSERT") for query in asked.captured_queries) == 2
    assert pulse.feel_all(gal.workspace_id, NOW) == 0
    assert Pulse.objects.within(gal.workspace_id).get(client=dalia).waiting_since == ago(12)
    assert Pulse.objects.within(gal.workspace_id).get(client=orit).first_at is None


def test_an_emptied_timeline_empties_the_pulse(gal: Client) -> None:
    said(gal, 12, **ASKED)
    assert felt(gal).waiting_since
    Entry.objects.of(gal).delete()
    assert felt(gal).waiting_since is None
    assert felt(gal).entries == 0


def test_feeling_takes_the_same_statements_for_one_and_for_many(
    gal: Client, dalia: Client, orit: Client
) -> None:
    def statements(clients: list[Client]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            pulse.feel(gal.workspace_id, [client.id for client in clients], NOW)
        return len(asked)

    for client in (gal, dalia, orit):
        back_and_forth(client, [9, 8, 7])
    one = statements([gal])
    assert statements([dalia, orit]) == one
    assert one <= 8


def test_the_pulse_of_another_firm_is_left_alone(gal: Client, mallory: object) -> None:
    theirs = cast.client(mallory.workspace, "Theirs", mallory)
    said(theirs, 3, **ASKED)
    pulse.feel_all(gal.workspace_id, NOW)
    assert not Pulse.objects.within(theirs.workspace_id).exists()
