"""The guard: what it sees in a draft before it leaves, what it advises, and what it leaves alone."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from kashuv.flows.incoming import take_in
from kashuv.rooms.calm import guard
from kashuv.rooms.calm.models import Weighing
from kashuv.rooms.clients.models import Client, Consent, Detail, Person
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.team import quieting
from kashuv.rooms.team.rules.quiet import Span
from tests.flows.writing import NOA, arrived, letter
from tests.flows.writing import YOAV as YOAV_WRITES

pytestmark = pytest.mark.django_db

AT_ONE_AT_NIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # one o'clock on Tuesday in Jerusalem
AT_FIVE = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
ON_SHABBAT = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
YOAV = [["יואב גל", "yoav@gal.example"]]
RON = "ron@supplier.example"
HOT = "יואב, זו חוצפה. נמאס לי מהתלונות שלך, אתה פשוט חסר בושה!"


@pytest.fixture
def weighed(gal, noa, now):
    def weigh(text, at=now, to=YOAV, client=gal, **fields):
        draft = drafts.begin(client, None, by=noa, at=now, text=text, to=to, **fields)
        return guard.look(draft, workspace=noa.workspace, at=at)

    return weigh


def kinds(weighed):
    return {one.kind for one in weighed.concerns}


def test_an_ordinary_letter_passes(weighed):
    seen = weighed("יואב שלום, מצורפת תזכורת: אשלח את ההצעה עד יום חמישי. תודה, נועה")
    assert kinds(seen) <= {"attachment_missing"} and not seen.advises_hold


def test_hot_words_are_seen_where_they_stand_and_wait(weighed):
    seen = weighed(HOT)
    hot = [one for one in seen.concerns if one.kind in ("anger", "insult", "blame")]
    assert hot and all(HOT[one.start : one.end] == one.words for one in hot)
    assert seen.advises_hold


def test_the_hour_alone_is_said_but_holds_nothing(weighed):
    seen = weighed("יואב שלום, ההצעה מוכנה. בוקר טוב!", at=AT_ONE_AT_NIGHT)
    assert "night" in kinds(seen) and not seen.advises_hold


def test_quiet_hours_are_said_and_a_heated_letter_waits_in_them(weighed, noa):
    quieting.keep(Span(frozenset(range(7)), time(16), time(7)), for_all=True, by=noa, at=AT_FIVE)
    (quiet,) = weighed("יואב שלום, ההצעה מוכנה.", at=AT_FIVE).concerns
    assert (quiet.kind, quiet.told) == ("quiet", {"hour": "17:00", "since": "16:00", "until": "07:00"})
    assert weighed("שוב לא ענית לנו.", at=AT_FIVE).advises_hold


def test_shabbat_is_named(weighed):
    (rest,) = [one for one in weighed("שבוע טוב", at=ON_SHABBAT).concerns if one.kind == "rest"]
    assert rest.told == {"rest": "שבת"}


def test_a_word_without_a_day_and_a_day_that_has_passed(weighed):
    assert "promise_without_date" in kinds(weighed("אשלח לך את ההצעה."))
    (past,) = [one for one in weighed("I will send you the offer by last Monday.").concerns if one.told]
    assert past.kind == "promise_past" and past.told["day"].startswith("2026-11-23T23:59")
    assert "promise_at_rest" in kinds(weighed("אשלח לך את ההצעה ביום שבת."))
    assert "promise_at_rest" not in kinds(weighed("אשלח לך את ההצעה עד יום שישי."))


def test_who_does_not_belong_is_named(weighed, dalia):
    seen = weighed("שלום", to=[*YOAV, ["", "dalia@rosen.example"], ["", "who@else.example"]])
    told = {one.kind: one.told["address"] for one in seen.concerns if "address" in one.told}
    assert told == {"other_client": "dalia@rosen.example", "unknown_recipient": "who@else.example"}


def test_whose_address_was_only_passed_on_is_told_apart(weighed, noa, gal, now):
    passed_on = (
        f"לטיפולכם\n\n---------- Forwarded message ---------\nFrom: Ron <{RON}>\nSubject: לוח זמנים\n\nבהצלחה"
    )
    raw = letter(YOAV_WRITES, f"{NOA}, Ruth <ruth@else.example>", "Fwd: לוח זמנים", passed_on, mark="f@gal")
    take_in(noa.workspace, [arrived(raw)], shipment=None, by=None, at=now)
    entry = Entry.objects.within(gal.workspace_id).get()
    to = [*YOAV, ["", RON.upper()], ["", "ruth@else.example"], ["", "who@else.example"]]
    told = {
        one.told["address"]: one.kind
        for one in weighed("שלום", to=to, answers=entry).concerns
        if "address" in one.told
    }
    assert told == {
        RON.upper(): "passed_on",
        "ruth@else.example": "stranger",
        "who@else.example": "unknown_recipient",
    }


def test_an_exclusive_tie_weighs_more(weighed, dalia):
    Client.objects.within(dalia.workspace_id).filter(pk=dalia.pk).update(exclusive=True)
    assert "exclusive" in kinds(weighed("שלום", to=[*YOAV, ["", "dalia@rosen.example"]]))


def test_an_advertisement_goes_only_to_those_who_agreed(weighed, gal, noa, now):
    assert "advertisement" in kinds(weighed("מבצע!", nature="advertisement"))
    yoav = Person.objects.of(gal).get()
    Consent.objects.create(workspace_id=gal.workspace_id, person=yoav, words="בטופס", by=noa, given_at=now)
    assert "advertisement" not in kinds(weighed("מבצע!", nature="advertisement"))


def test_who_asked_to_be_left_in_peace_and_who_may_not_be_written_to(weighed, gal, now):
    Detail.objects.create(
        workspace_id=gal.workspace_id, client=gal, words="לא לכתוב עד אחרי המעבר", leave_alone=True, at=now
    )
    Person.objects.of(gal).update(contact_allowed=False)
    assert {"left_in_peace", "not_to_be_contacted"} <= kinds(weighed("שלום"))


def test_a_place_that_was_not_filled_and_nobody_to_send_to(weighed):
    assert {"place_unfilled", "no_recipient"} <= kinds(weighed("{name} שלום", to=[]))


def test_with_a_fragile_client_a_colder_word_is_enough_to_wait(weighed, gal, now):
    blame = "יואב שלום, כמו שכבר כתבתי, המחיר כולל שני סבבים."
    calm = weighed(blame)
    Client.objects.within(gal.workspace_id).filter(pk=gal.pk).update(frame="dispute")
    gal.refresh_from_db(from_queryset=Client.objects.within(gal.workspace_id))
    tense = weighed(blame)
    assert kinds(calm) == kinds(tense) and tense.advises_hold and not calm.advises_hold


def test_a_version_is_weighed_once_and_what_was_decided_is_kept(gal, noa, now):
    draft = drafts.begin(gal, None, by=noa, at=now, text=HOT, to=YOAV)
    seen = guard.look(draft, workspace=noa.workspace, at=now)
    assert not Weighing.objects.within(gal.workspace_id).exists()
    guard.decide(draft, seen, "went", by=noa, at=now)
    guard.weigh(draft, seen, at=now)
    row = Weighing.objects.within(gal.workspace_id).get()
    assert row.decision == "went" and row.advised_hold and row.concerns
