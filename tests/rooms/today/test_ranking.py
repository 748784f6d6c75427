"""Who stands on top, by the pure rule: plain values in, an order with its reasons out."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.rooms.today.rules.days import Day
from kashuv.rooms.today.rules.hours import part_of
from kashuv.rooms.today.rules.hurts import hurt
from kashuv.rooms.today.rules.matters import (
    DateMatter,
    LeftAlone,
    Matter,
    PromiseMatter,
    Said,
    SignMatter,
    SilenceMatter,
    Tie,
    WaitingMatter,
)
from kashuv.rooms.today.rules.ranking import Ranked, rank, together

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Asia/Jerusalem"))
TODAY = Day(NOW, ZoneInfo("Asia/Jerusalem"))
STRONG = 0.95


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def key() -> uuid.UUID:
    return uuid.uuid4()


def tie(**fields: object) -> Tie:
    return Tie(key(), **{"strength": STRONG, "rhythm_days": 10.0, "last_at": ago(5), **fields})  # type: ignore[arg-type]


def waits(client: Tie, days: float, **fields: object) -> WaitingMatter:
    return WaitingMatter(client.client_id, ago(days), said=Said(key(), ago(days)), **fields)  # type: ignore[arg-type]


def silent(client: Tie, days: float) -> SilenceMatter:
    return SilenceMatter(client.client_id, ago(days), ago(days - 20), key())


def angry(client: Tie, days: float, tone: str = "anger") -> SignMatter:
    return SignMatter(
        client.client_id, key(), tone, 0.9, ago(days), Said(key(), ago(days), "mail", "in", "די!")
    )


def promised(client: Tie, due_in_days: float | None, side: str = "ours", **fields: object) -> PromiseMatter:
    due = None if due_in_days is None else NOW + timedelta(days=due_in_days)
    return PromiseMatter(client.client_id, key(), side, "לשלוח", ago(20), due, **fields)  # type: ignore[arg-type]


def birthday(client: Tie, day: date | None = None) -> DateMatter:
    return DateMatter(client.client_id, key(), "birthday", "יום הולדת", day or TODAY.date)


def ranked(*told: tuple[Tie, Matter]) -> list[Ranked]:
    return rank([matter for _, matter in told], {client.client_id: client for client, _ in told}, TODAY)


def kinds(items: list[Ranked]) -> list[str]:
    return [item.kind for item in items]


def test_one_who_waits_twelve_days_and_a_loyal_silent_one_stand_on_top() -> None:
    waiting, loyal = tie(), tie()
    others = [(tie(), promised(tie(), 1.2)) for _ in range(3)]
    told = [
        *(
            (client, PromiseMatter(client.client_id, key(), "ours", "w", ago(9), NOW + timedelta(days=1)))
            for client, _ in others
        ),
        *((client, birthday(client)) for client in (tie(), tie(), tie())),
        *((client, waits(client, 1)) for client in (tie(), tie())),
        *((client, angry(client, 9, "worry")) for client in (tie(),)),
        (waiting, waits(waiting, 12)),
        (loyal, silent(loyal, 30)),
    ]
    assert {item.client_id for item in ranked(*told)[:2]} == {waiting.client_id, loyal.client_id}


def test_the_order_of_hurts() -> None:
    late, waiting, silence, anger, today, soon, theirs, glad = (tie() for _ in range(8))
    items = ranked(
        (glad, birthday(glad)),
        (theirs, promised(theirs, -6, "theirs")),
        (soon, promised(soon, 1)),
        (today, promised(today, 0.2)),
        (anger, angry(anger, 0)),
        (silence, silent(silence, 30)),
        (waiting, waits(waiting, 12)),
        (late, promised(late, -5)),
    )
    wanted = [late, waiting, silence, anger, today]
    assert [item.client_id for item in items][:5] == [client.client_id for client in wanted]
    assert {item.client_id for item in items[5:]} == {soon.client_id, theirs.client_id, glad.client_id}


def test_an_angry_client_is_a_warning_sign_however_often_he_writes() -> None:
    daily = tie(rhythm_days=1.0, last_at=ago(0))
    (item,) = ranked((daily, angry(daily, 0)))
    assert item.kind == "warning_sign"


def test_many_birthdays_are_one_item_and_crowd_nobody_out() -> None:
    glad = [tie() for _ in range(12)]
    waiting = tie()
    items = ranked(*((client, birthday(client)) for client in glad), (waiting, waits(waiting, 5)))
    assert kinds(items) == ["waiting_for_us", "date"]
    assert len(items[1].others) == 11
    assert len(items[1].key.split(".")) == 12


def test_a_birthday_of_one_who_also_waits_stays_with_him() -> None:
    waiting, *glad = (tie() for _ in range(5))
    items = ranked((waiting, waits(waiting, 5)), *((client, birthday(client)) for client in (waiting, *glad)))
    assert [reason.kind for reason in items[0].reasons] == ["waiting_for_us", "date"]
    assert len(items) == 2


def test_one_item_for_each_client_with_all_its_reasons() -> None:
    client = tie()
    (item,) = ranked((client, waits(client, 12)), (client, angry(client, 1)), (client, promised(client, -2)))
    assert [reason.kind for reason in item.reasons] == ["promise_late", "waiting_for_us", "warning_sign"]
    assert item.score > hurt(promised(client, -2), client, TODAY)


@pytest.mark.parametrize("years", [2, 4, 9])
def test_old_mail_that_was_brought_in_does_not_flood_today(years: int) -> None:
    dead = [tie(confirmed=confirmed, last_at=ago(365 * years)) for confirmed in (True, False)]
    told = [
        (client, matter)
        for client in dead
        for matter in (waits(client, 365 * years), silent(client, 365 * years))
    ]
    told += [(client, promised(client, -365 * years, proposed=True, certainty=0.9)) for client in dead]
    assert ranked(*told) == []


def test_many_silent_at_once_do_not_fill_the_page() -> None:
    silent_ones = [tie() for _ in range(20)]
    soon = tie()
    items = ranked(*((client, silent(client, 30)) for client in silent_ones), (soon, promised(soon, 1)))
    assert [item.client_id for item in items].index(soon.client_id) < 13
    assert len(items) == 21


def test_how_old_a_matter_may_be_follows_the_rhythm_and_the_standing() -> None:
    weekly, yearly = tie(rhythm_days=7.0), tie(rhythm_days=365.0)
    unknown = tie(rhythm_days=7.0, confirmed=False)
    told = [(client, waits(client, 40)) for client in (weekly, yearly, unknown)]
    assert {item.client_id for item in ranked(*told)} == {weekly.client_id, yearly.client_id}


def test_a_promise_only_read_counts_softer_than_one_confirmed() -> None:
    sure, read = tie(), tie()
    items = ranked((read, promised(read, -3, proposed=True, certainty=0.8)), (sure, promised(sure, -3)))
    assert [item.client_id for item in items] == [sure.client_id, read.client_id]
    assert items[1].score < 0.6 * items[0].score


def test_theirs_is_a_gentle_reminder_only_once_it_is_late() -> None:
    late, soon = tie(), tie()
    items = ranked((late, promised(late, -3, "theirs")), (soon, promised(soon, 0.4, "theirs")))
    assert [item.client_id for item in items] == [late.client_id]
    assert items[0].score < 50


def test_a_promise_without_a_date_is_asked_about_after_a_week() -> None:
    client = tie()
    young = PromiseMatter(client.client_id, key(), "ours", "לבדוק", ago(2), None)
    assert ranked((client, young)) == []
    assert kinds(ranked((client, promised(client, None)))) == ["promise_due"]


def test_one_who_asked_to_be_left_alone_is_not_nagged_but_our_late_word_stands() -> None:
    wish = LeftAlone("ביקש לא לכתוב לו עד אחרי המעבר", NOW + timedelta(days=20))
    client = tie(alone=wish)
    assert (
        ranked(
            (client, silent(client, 30)), (client, birthday(client)), (client, promised(client, -3, "theirs"))
        )
        == []
    )
    (item,) = ranked((client, silent(client, 30)), (client, promised(client, -3)))
    assert kinds([item]) == ["promise_late"]
    assert item.alone == wish


def test_a_wish_that_has_run_out_quiets_nothing() -> None:
    client = tie(alone=LeftAlone("עד אתמול", ago(1)))
    (item,) = ranked((client, silent(client, 30)))
    assert item.alone is None


def test_the_cadence_he_asked_for_counts_whatever_the_tie() -> None:
    wished = tie(cadence_days=14, strength=0.0, rhythm_days=None)
    (item,) = ranked((wished, silent(wished, 15)))
    assert item.kind == "cadence"


def test_a_weekend_makes_nobody_late() -> None:
    sunday = Day(datetime(2026, 11, 22, 9, 0, tzinfo=TODAY.zone), TODAY.zone)
    client = tie()
    thursday_noon = WaitingMatter(client.client_id, datetime(2026, 11, 19, 12, 0, tzinfo=TODAY.zone))
    saturday = WaitingMatter(client.client_id, datetime(2026, 11, 21, 12, 0, tzinfo=TODAY.zone))
    assert hurt(thursday_noon, client, sunday) == hurt(saturday, client, sunday)


days_waited = st.integers(0, 45)


@given(days_waited, days_waited, st.floats(0, 1))
def test_more_days_of_waiting_never_rank_lower(some: int, more: int, strength: float) -> None:
    client = tie(strength=strength)
    less, longer = sorted((some, more))
    assert hurt(waits(client, longer), client, TODAY) >= hurt(waits(client, less), client, TODAY)


@given(st.integers(20, 180), st.integers(20, 180), st.floats(0, 1), st.one_of(st.none(), st.integers(1, 90)))
def test_longer_silence_never_ranks_lower(some: int, more: int, strength: float, cadence: int | None) -> None:
    client = tie(strength=strength, cadence_days=cadence)
    less, longer = sorted((some, more))
    assert hurt(silent(client, longer), client, TODAY) >= hurt(silent(client, less), client, TODAY)


@given(st.floats(-60, 2), st.floats(-60, 2))
def test_a_later_promise_never_ranks_lower(some: float, more: float) -> None:
    client = tie()
    later, sooner = sorted((some, more))
    assert hurt(promised(client, later), client, TODAY) >= hurt(promised(client, sooner), client, TODAY)


points = st.floats(0, 100)


@given(points, st.lists(points, max_size=6), points)
def test_one_more_reason_never_lowers_a_score_nor_passes_a_hundred(
    first: float, rest: list[float], more: float
) -> None:
    gravest, *others = sorted((first, *rest), reverse=True)
    with_more, *beside = sorted((first, *rest, more), reverse=True)
    assert together(gravest, others) <= together(with_more, beside) + 0.01 <= 100.02


matters = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from(["waits", "silent", "angry", "promised", "birthday"]),
        st.integers(0, 40),
    ),
    max_size=25,
)


@given(matters, st.randoms())
def test_the_order_does_not_hang_on_the_order_of_asking(
    told: list[tuple[int, str, int]], chance: object
) -> None:
    clients = [tie() for _ in range(5)]
    made = [_made(clients[n], what, days) for n, what, days in told]
    ties = {client.client_id: client for client in clients}
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = rank(made, ties, TODAY), rank(shuffled, ties, TODAY)
    assert one == other
    assert [item.score for item in one] == sorted((item.score for item in one), reverse=True)
    everyone = [c for item in one for c in (item.client_id, *(o.client_id for o in item.others))]
    assert len(everyone) == len(set(everyone))


def _made(client: Tie, what: str, days: int) -> Matter:
    return {
        "waits": lambda: waits(client, days),
        "silent": lambda: silent(client, days),
        "angry": lambda: angry(client, days),
        "promised": lambda: promised(client, 1 - days),
        "birthday": lambda: birthday(client),
    }[what]()


def at_hour(hour: int, minute: int = 0) -> Day:
    return Day(NOW.replace(hour=hour, minute=minute), TODAY.zone)


def for_today(client: Tie, hour: int = 18, **fields: object) -> PromiseMatter:
    due = NOW.replace(hour=hour, minute=0)
    return PromiseMatter(client.client_id, key(), "ours", "לשלוח", ago(2), due, **fields)  # type: ignore[arg-type]


def first_at(day: Day, *told: tuple[Tie, Matter]) -> Ranked:
    return rank([matter for _, matter in told], {client.client_id: client for client, _ in told}, day)[0]


@pytest.mark.parametrize(
    ("hour", "on_top"), [(8, False), (11, False), (12, True), (16, True), (19, True), (23, True)]
)
def test_from_noon_on_what_was_promised_for_today_is_on_top(hour: int, on_top: bool) -> None:
    today, late = tie(confirmed=False), tie()
    worst = [(late, promised(late, -60)), (late, waits(late, 90)), (late, angry(late, 0, "insult"))]
    top = first_at(at_hour(hour), (today, for_today(today)), *worst)
    assert (top.client_id == today.client_id) is on_top


def test_of_two_words_for_today_the_sooner_is_first_and_the_one_just_missed_before_both() -> None:
    soon, later, missed = tie(), tie(), tie()
    told = [(later, for_today(later, 18)), (soon, for_today(soon, 15)), (missed, for_today(missed, 13))]
    items = rank(
        [matter for _, matter in told], {client.client_id: client for client, _ in told}, at_hour(14)
    )
    assert [item.client_id for item in items] == [one.client_id for one in (missed, soon, later)]


@pytest.mark.parametrize("fields", [{"proposed": True, "certainty": 0.9}])
def test_what_was_only_read_does_not_press(fields: dict[str, object]) -> None:
    read, late = tie(), tie()
    top = first_at(at_hour(17), (read, for_today(read, **fields)), (late, promised(late, -5)))
    assert top.client_id == late.client_id


def test_a_word_for_tomorrow_and_a_word_of_theirs_do_not_press() -> None:
    tomorrow, theirs, late = tie(), tie(), tie()
    mine = (tomorrow, promised(tomorrow, 1))
    owed = (theirs, PromiseMatter(theirs.client_id, key(), "theirs", "w", ago(3), NOW.replace(hour=12)))
    assert first_at(at_hour(17), mine, owed, (late, promised(late, -1))).client_id == late.client_id


@pytest.mark.parametrize(
    ("hour", "part"), [(8, "morning"), (12, "afternoon"), (15, "afternoon"), (16, "closing")]
)
def test_the_parts_of_a_day_follow_its_own_end(hour: int, part: str) -> None:
    assert part_of(at_hour(hour)) == part
    assert part_of(Day(NOW.replace(hour=hour), TODAY.zone, time(13))) == (
        "morning" if hour < 11 else "closing"
    )
