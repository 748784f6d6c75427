"""The plan through the database: the same cases as the pure rule, from rows to sentences."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.rooms.care import pulse, signs
from kashuv.rooms.care.models import Sign
from kashuv.rooms.clients.models import Client, Detail, KeyDate, Manner, Person
from kashuv.rooms.promises import ledger
from kashuv.rooms.promises.note import Note
from kashuv.rooms.team.models import Member
from kashuv.rooms.today.items import Item, Plan
from kashuv.rooms.today.plan import plan_for, plan_of
from tests import cast
from tests.cast import NOW
from tests.rooms.saying import ago, back_and_forth, said

QUESTION = "שלום נועה,\nמתי אפשר לקבל את המפרט המלא? זה מעכב אותנו."


def plan(member: Member, at: datetime = NOW) -> Plan:
    pulse.feel_all(member.workspace_id, at)
    return plan_for(member, at)


def names(today: Plan) -> list[str]:
    return [item.client.name for item in today.items]


def only(today: Plan) -> Item:
    (item,) = today.items
    return item


def person_of(client: Client) -> Person:
    return Person.objects.of(client).get()


def angry(client: Client, days_ago: float) -> Sign:
    entry = said(client, days_ago, text="זה פשוט לא ייאמן", person=person_of(client))
    signs.raise_all(
        client.workspace_id, [signs.Raised(client.id, entry.id, "anger", "לא ייאמן", 0.9, entry.at)]
    )
    return Sign.objects.within(client.workspace_id).get(entry=entry)


def birthday(client: Client, day: datetime = NOW, **fields: object) -> KeyDate:
    return KeyDate.objects.create(
        workspace_id=client.workspace_id,
        client=client,
        kind="birthday",
        words=f"יום הולדת של {client.name}",
        month=day.month,
        day=day.day,
        **fields,
    )


def left_alone(client: Client, until: datetime | None) -> None:
    Detail.objects.create(
        workspace_id=client.workspace_id,
        client=client,
        words="ביקש שלא לכתוב לו עד אחרי המעבר",
        leave_alone=True,
        leave_alone_until=until,
        at=ago(9),
    )


def test_one_who_waits_twelve_days_and_a_loyal_silent_one_stand_on_top(
    noa: Member, gal: Client, dalia: Client, orit: Client
) -> None:
    back_and_forth(gal, [60, 50, 40, 30, 20])
    said(gal, 12, asks=True, text=QUESTION)
    back_and_forth(orit, [30 + 10 * n for n in range(12)])
    ledger.note(dalia, "לשלוח סקיצה", side="ours", due_at=NOW + timedelta(days=1), by=noa, at=ago(1))
    others = [cast.client(noa.workspace, f"לקוח {n}", noa) for n in range(4)]
    for client in others:
        birthday(client)
    back_and_forth(others[0], [9, 6])
    said(others[0], 1, asks=True)
    assert set(names(plan(noa))[:2]) == {gal.name, orit.name}


def test_the_waiting_item_quotes_the_question_and_names_the_days(noa: Member, gal: Client) -> None:
    back_and_forth(gal, [60, 50, 40, 30, 20])
    entry = said(gal, 12, asks=True, text=QUESTION, person=person_of(gal))
    item = only(plan(noa))
    assert (item.kind, item.rank, item.person and item.person.name) == ("waiting_for_us", 1, "יואב גל")
    (because,) = item.why
    assert because.text == "יואב ממתין לתשובה שלנו כבר 12 יום. בדרך כלל התשובה שלנו מגיעה תוך שעתיים."
    assert because.quote == "מתי אפשר לקבל את המפרט המלא?"
    assert (because.entry_id, because.cite) == (entry.id, "יואב גל, 12 בנובמבר")
    assert item.next.draft.startswith("שלום יואב,\n\nלגבי מה שכתבת: ״מתי אפשר לקבל את המפרט המלא?״")


def test_a_newsletter_with_sixty_mails_never_appears(noa: Member, gal: Client) -> None:
    for week in range(60):
        said(gal, 3 + 7 * week, asks=week % 3 == 0, text="מבצע! רוצים לשמוע עוד?")
    assert plan(noa).items == ()


def test_an_angry_client_is_a_warning_sign_however_often_he_writes(noa: Member, gal: Client) -> None:
    back_and_forth(gal, [n / 2 for n in range(2, 40)])
    angry(gal, 0.2)
    item = only(plan(noa))
    assert item.kind == "warning_sign"
    assert item.why[0].quote == "לא ייאמן"
    assert item.next.channel == "call"


def test_a_sign_that_was_seen_to_is_gone(noa: Member, gal: Client) -> None:
    sign = angry(gal, 1)
    signs.close(sign, by=noa, at=NOW)
    assert plan(noa).items == ()


@pytest.mark.parametrize("kind", ["call", "meeting"])
def test_calls_and_meetings_count_as_contact(noa: Member, orit: Client, kind: str) -> None:
    last = back_and_forth(orit, [30 + 10 * n for n in range(12)])[-1]
    item = only(plan(noa))
    assert (item.client.name, item.why[0].entry_id) == (orit.name, last.id)
    said(orit, 4, "out", kind)
    assert plan(noa).items == ()


def test_a_client_of_once_a_year_is_not_nagged_about_monthly(noa: Member, orit: Client) -> None:
    back_and_forth(orit, [90 + 365 * n for n in range(5)])
    assert plan(noa).items == ()


def test_many_birthdays_on_one_day_are_one_item(noa: Member, gal: Client) -> None:
    glad = [cast.client(noa.workspace, f"לקוח {n:02}", noa) for n in range(15)]
    for client in glad:
        birthday(client)
    back_and_forth(gal, [50, 40, 30, 20])
    said(gal, 6, asks=True)
    today = plan(noa)
    assert [item.kind for item in today.items] == ["waiting_for_us", "date"]
    assert len(today.items[1].why) == 15
    assert len(today.items[1].also) == 14


def test_tomorrows_birthday_is_seen_today_and_the_29th_of_february_on_the_28th(
    noa: Member, gal: Client
) -> None:
    leap = birthday(gal, datetime(2024, 2, 29, tzinfo=UTC))
    assert only(plan(noa, datetime(2027, 2, 28, 8, tzinfo=UTC))).why[0].text.endswith("היום.")
    assert only(plan(noa, datetime(2027, 2, 27, 20, tzinfo=UTC))).why[0].text.endswith("מחר.")
    assert plan(noa, datetime(2028, 2, 27, 8, tzinfo=UTC)).items == ()
    assert leap.day == 29


def test_importing_old_mail_does_not_flood_today(noa: Member) -> None:
    for n in range(40):
        standing = Client.Standing.PROPOSED if n % 2 else Client.Standing.CURRENT
        client = cast.client(noa.workspace, f"לקוח {n}", noa, standing=standing)
        begin = 700 + 70 * n
        back_and_forth(client, [begin + (14 if n % 3 else 300) * k for k in range(8)])
        entry = said(client, begin - 2, asks=True)
        ledger.note_all(
            noa.workspace_id,
            [Note(client.id, entry.id, "ours", "נשלח", entry.at, "נשלח", entry.at + timedelta(days=3))],
        )
    assert plan(noa).items == ()


def test_our_late_promise_comes_first_and_theirs_is_a_gentle_reminder(
    noa: Member, gal: Client, dalia: Client
) -> None:
    ledger.note(gal, "לשלוח הצעה", side="ours", due_at=ago(3), by=noa, at=ago(9))
    ledger.note(dalia, "להעביר חומרים", side="theirs", due_at=ago(3), by=noa, at=ago(9))
    ours, theirs = plan(noa).items
    assert (ours.client.name, ours.kind) == (gal.name, "promise_late")
    assert ours.promise_id is not None
    assert "אפשר להזכיר בעדינות" in theirs.why[0].text
    assert ours.score > 1.5 * theirs.score


def test_a_promise_that_was_only_read_says_so_and_counts_softer(noa: Member, gal: Client) -> None:
    entry = said(gal, 5, "out", text="אשלח עד יום ראשון")
    ledger.note_all(
        gal.workspace_id,
        [Note(gal.id, entry.id, "ours", "אשלח עד יום ראשון", entry.at, "", ago(2), certainty=0.8)],
    )
    read = only(plan(noa))
    assert read.why[0].text.startswith("כנראה הבטחה, שזוהתה בטקסט ועוד לא אושרה.")
    (promise,) = ledger.Promise.objects.of(gal)
    ledger.accept(promise, by=noa, at=NOW)
    assert only(plan(noa)).score > 1.5 * read.score


def test_a_promise_that_was_only_read_fades_once_we_have_turned_to_him_again(
    noa: Member, gal: Client
) -> None:
    entry = said(gal, 12, "out")
    ledger.note_all(
        gal.workspace_id, [Note(gal.id, entry.id, "ours", "אשלח", entry.at, "", ago(6), certainty=0.9)]
    )
    before = only(plan(noa)).score
    said(gal, 9, "out")
    assert only(plan(noa)).score < 0.7 * before
    said(gal, 5, "out")
    assert plan(noa).items == ()


def test_thanks_neither_answers_his_question_nor_closes_a_promise(noa: Member, gal: Client) -> None:
    ledger.note(gal, "לשלוח הצעה", side="ours", due_at=ago(3), by=noa, at=ago(9))
    said(gal, 6, asks=True)
    said(gal, 1, text="תודה רבה!")
    assert [because.kind for because in only(plan(noa)).why] == ["promise_late", "waiting_for_us"]


def test_a_closing_thanks_makes_nobody_wait(noa: Member, gal: Client) -> None:
    back_and_forth(gal, [50, 40, 30, 20, 10, 4])
    said(gal, 3, text="מעולה, תודה!")
    assert plan(noa).items == ()


def test_one_who_asked_to_be_left_alone_is_not_nagged_but_our_late_word_stands(
    noa: Member, gal: Client
) -> None:
    back_and_forth(gal, [30 + 10 * n for n in range(12)])
    left_alone(gal, NOW + timedelta(days=20))
    assert plan(noa).items == ()
    ledger.note(gal, "לשלוח הצעה", side="ours", due_at=ago(3), by=noa, at=ago(9))
    item = only(plan(noa))
    assert item.kind == "promise_late"
    assert item.why[-1].text == "יש בקשה לא לפנות עד 14 בדצמבר; זה כאן בכל זאת, כי הדבר תלוי בנו."
    assert item.why[-1].quote == "ביקש שלא לכתוב לו עד אחרי המעבר"


def test_one_who_may_not_be_contacted_is_never_the_one_to_call(noa: Member, gal: Client) -> None:
    Person.objects.of(gal).update(contact_allowed=False)
    said(gal, 5, asks=True, person=person_of(gal))
    item = only(plan(noa))
    assert item.person is None
    assert item.why[-1].text == "לפי הכרטיס, אין אצל הלקוח מי שמותר לפנות אליו."
    cast.person(gal, "נטע לב", "neta@gal.example")
    assert only(plan(noa)).person.name == "נטע לב"  # type: ignore[union-attr]


def test_the_cadence_that_was_agreed_wins_over_the_rhythm(noa: Member, gal: Client) -> None:
    back_and_forth(gal, [16 + 60 * n for n in range(6)])
    assert plan(noa).items == ()
    Client.objects.within(gal.workspace_id).filter(pk=gal.pk).update(cadence_days=14)
    assert only(plan(noa)).why[0].text == "סוכם על קשר כל שבועיים; עברו 16 יום מאז הפעם האחרונה."


def test_what_he_stated_wins_over_what_he_is_seen_to_use(noa: Member, gal: Client) -> None:
    for days in (30, 20, 12):
        said(gal, days, kind="whatsapp", asks=True)
    assert only(plan(noa)).next.channel == "whatsapp"
    Manner.objects.create(
        workspace_id=gal.workspace_id,
        client=gal,
        kind="channel",
        words="רק בטלפון, אף פעם לא במייל",
        at=ago(1),
    )
    assert only(plan(noa)).next.channel == "call"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ("him", "לגבי מה שכתבת"),
        ("them", "לגבי מה שכתבתם"),
        ("unknown", "לגבי מה שכתבת"),
    ],
)
def test_a_draft_addresses_him_in_his_own_form(noa: Member, gal: Client, form: str, sentence: str) -> None:
    Person.objects.of(gal).update(form=form)
    said(gal, 5, asks=True, text=QUESTION)
    assert f"{sentence}:" in only(plan(noa)).next.draft


def test_the_reason_is_in_the_readers_tongue_and_the_draft_in_the_clients(noa: Member, orit: Client) -> None:
    said(orit, 5, asks=True, text="When can we have the drafts?")
    item = only(plan(noa))
    assert "לתשובה שלנו כבר 5 ימים" in item.why[0].text
    assert item.next.draft.startswith("Hello Orit,\n\nAbout what you wrote: “When can we have the drafts?”")


def test_an_exclusive_tie_is_seen_by_its_owner_and_leaders_alone(
    noa: Member, amit: Member, dana: Member, gal: Client
) -> None:
    said(gal, 5, asks=True)
    pulse.feel_all(noa.workspace_id, NOW)
    Client.objects.within(gal.workspace_id).filter(pk=gal.pk).update(exclusive=True)
    whole = {member.name: plan_of(noa.workspace, NOW, reader=member).items for member in (noa, amit, dana)}
    assert {name: len(items) for name, items in whole.items()} == {"Noa": 1, "Amit": 1, "Dana": 0}


def test_each_has_her_own_clients_and_a_leader_also_those_of_nobody(
    noa: Member, amit: Member, dana: Member, gal: Client
) -> None:
    hers, nobodys = cast.client(noa.workspace, "של דנה", dana), cast.client(noa.workspace, "של אף אחד")
    for client in (gal, hers, nobodys):
        said(client, 5, asks=True)
    pulse.feel_all(noa.workspace_id, NOW)
    seen = {member.name: set(names(plan_for(member, NOW))) for member in (noa, amit, dana)}
    assert seen == {
        "Noa": {gal.name, nobodys.name},
        "Amit": {nobodys.name},
        "Dana": {hers.name},
    }


def test_another_firm_sees_nothing(mallory: Member, gal: Client) -> None:
    said(gal, 5, asks=True)
    pulse.feel_all(gal.workspace_id, NOW)
    assert plan_for(mallory, NOW).items == ()


def test_one_who_has_parted_is_left_in_peace(noa: Member, gal: Client) -> None:
    said(gal, 5, asks=True)
    Client.objects.within(gal.workspace_id).filter(pk=gal.pk).update(standing=Client.Standing.PARTED)
    assert plan(noa).items == ()


def test_our_word_tells_what_was_kept_moved_and_late(noa: Member, gal: Client) -> None:
    kept, moved, late = (
        ledger.note(gal, words, side="ours", due_at=ago(days), by=noa, at=ago(25))
        for words, days in (("א", 8), ("ב", 7), ("ג", 3))
    )
    ledger.keep(kept, by=noa, at=ago(9))
    ledger.move(moved, ago(5), reason="", told=True, by=noa, at=ago(8))
    ledger.keep(moved, by=noa, at=ago(5.1))
    word = plan(noa).our_word
    assert word.marks == ("kept", "moved", "late")
    assert late.state == "open"


def test_what_was_kept_yesterday_is_counted_by_the_local_day(noa: Member, gal: Client) -> None:
    for words, days in (("א", 0.1), ("ב", 0.9), ("ג", 1.2), ("ד", 1.5)):
        promise = ledger.note(gal, words, side="ours", due_at=ago(1), by=noa, at=ago(5))
        ledger.keep(promise, by=noa, at=ago(days))
    assert plan(noa).kept_yesterday == 2


def test_the_good_and_quiet_are_remembered(noa: Member, gal: Client) -> None:
    back_and_forth(gal, [30 + 40 * n for n in range(12)])
    today = plan(noa)
    assert today.items == ()
    (quiet,) = today.quiet_good_clients
    assert quiet.client.name == gal.name
    assert quiet.because == "שנה ביחד, השנה בלי אף סימן אזהרה; הקשר האחרון לפני 30 יום."


def test_the_number_of_statements_does_not_move_with_the_number_of_clients(noa: Member) -> None:
    def statements() -> int:
        pulse.feel_all(noa.workspace_id, NOW)
        with CaptureQueriesContext(connection) as asked:
            assert plan_for(noa, NOW).items
        return len(asked)

    def busy(n: int) -> None:
        client = cast.client(noa.workspace, f"לקוח {n}", noa)
        cast.person(client, "דנה לב", f"dana{n}@client.example")
        back_and_forth(client, [50, 40, 30, 20])
        said(client, 6, asks=True)
        angry(client, 2)
        birthday(client)
        ledger.note(client, "לשלוח", side="ours", due_at=ago(1), by=noa, at=ago(3))

    busy(0)
    one = statements()
    for n in range(1, 30):
        busy(n)
    assert statements() == one
    assert one <= 22


def test_anger_never_hides_a_birthday_of_today_or_a_meeting_that_is_agreed(noa: Member, gal: Client) -> None:
    for days in (0.2, 1, 2, 3):
        angry(gal, days)
    birthday(gal)
    said(gal, -1.5 / 24, kind="meeting", text="", subject="סיור באתר")
    said(gal, -1, kind="meeting", text="")
    said(gal, -3, kind="meeting", text="")
    item = only(plan(noa))
    assert item.kind == "warning_sign"
    assert [because.text for because in item.why if because.at_hand] == [
        f"יום הולדת של {gal.name}: היום.",
        "נקבעה פגישה להיום ב־10:00.",
        "נקבעה פגישה למחר ב־08:30.",
    ]
    assert "סיור באתר" in [because.quote for because in item.why]
