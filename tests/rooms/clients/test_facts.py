"""What is read out of sentences in a client's file, in both languages."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kashuv.rooms.clients.rules import facts

JERUSALEM = ZoneInfo("Asia/Jerusalem")
NOW = datetime(2026, 11, 24, 8, 30, tzinfo=JERUSALEM)


def local(when: datetime | None) -> str | None:
    return when.astimezone(JERUSALEM).date().isoformat() if when else None


@pytest.mark.parametrize(
    ("words", "kind", "month", "day", "year"),
    [
        ("יום הולדת של מיה: 23 בנובמבר", "birthday", 11, 23, None),
        ("יום ההולדת של אורי ב-4 במרץ", "birthday", 3, 4, None),
        ("מיה נולדה ב-23.11.1980", "birthday", 11, 23, 1980),
        ("Mia's birthday is November 23", "birthday", 11, 23, None),
        ("Her birthday: 23 November", "birthday", 11, 23, None),
        ("Birthday on 5 June 1979", "birthday", 6, 5, 1979),
        ("יום נישואין 12 באוגוסט", "anniversary", 8, 12, None),
        ("Their anniversary is on 12 August", "anniversary", 8, 12, None),
        ("The contract ends on 31 March 2027", "contract", 3, 31, 2027),
        ("החוזה מסתיים ב-31.3.2027", "contract", 3, 31, 2027),
        ("Contract runs until 30 June 2027", "contract", 6, 30, 2027),
        ("ההסכם בתוקף עד 30.6.2027", "contract", 6, 30, 2027),
    ],
)
def test_days(words: str, kind: str, month: int, day: int, year: int | None) -> None:
    found = facts.read(words, NOW).day
    assert found is not None
    assert (found.kind, found.month, found.day, found.year) == (kind, month, day, year)
    assert found.returns == (kind != "contract")


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("asked not to be written to until after the move", None),
        ("Asked not to be contacted until March", "2027-03-01"),
        ("לא להתקשר עד אחרי החגים", None),
        ("ביקש לא לפנות אליו עד ינואר", "2027-01-01"),
        ("Please do not call before December 6", "2026-12-06"),
        ("לא לכתוב לה עד 10 בדצמבר", "2026-12-10"),
        ("ביקשה שלא נתקשר אליה", None),
        ("Leave her alone for now", None),
        ("Don't call before 6 December", "2026-12-06"),
        ("Don't call until after December 10", "2026-12-11"),
    ],
)
def test_wishes_to_be_left_alone(words: str, until: str | None) -> None:
    fact = facts.read(words, NOW)
    assert fact.leave_alone
    if until:
        assert local(fact.leave_alone_until) == until


@pytest.mark.parametrize(
    "words",
    [
        "his brother runs the port",
        "אוהב קפה חזק",
        "Prefers a call to a mail",
        "Does not like to be called on Fridays",
        "The contract was long",
        "Never misses a meeting",
        "He never emails us, he calls",
        "does not write much",
        "לא אוהב לכתוב מיילים",
        "Don't call on Fridays",
        "לא להתקשר בשבת",
        "לא אוהב הפתעות",
    ],
)
def test_plain_sentences_say_nothing_of_the_kind(words: str) -> None:
    fact = facts.read(words, NOW)
    assert (fact.day, fact.leave_alone) == (None, False)


def test_a_wish_that_names_no_end_has_none() -> None:
    assert facts.read("asked not to be written to until after the move", NOW).leave_alone_until is None


@pytest.mark.parametrize(
    ("words", "name", "named"),
    [
        ("יום הולדת של מיה: 23 בנובמבר", "מיה לוי", True),
        ("יום הולדת למיה", "מיה לוי", True),
        ("Mia's birthday is November 23", "Mia Levi", True),
        ("Birthday is November 23", "Mia Levi", False),
    ],
)
def test_who_is_named(words: str, name: str, named: bool) -> None:
    assert facts.names(words, name) == named
