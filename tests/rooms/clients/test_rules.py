"""What the clients room thinks: domains, names, noise, ties, sameness, phones."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from kashuv.foundation.folding import fold
from kashuv.rooms.clients.rules import domains, names, phones, sameness, sources, ties
from kashuv.rooms.clients.rules.sameness import Face
from kashuv.rooms.clients.rules.ties import Tie

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.mark.parametrize(
    ("mail", "domain"),
    [
        ("yoav@mail.gal.co.il", "gal.co.il"),
        ("yoav@gal.com", "gal.com"),
        ("yoav@sub.gal.com", "gal.com"),
        ("yoav@gmail.com", ""),
        ("yoav@bezeqint.net", ""),
        ("yoav@walla.co.il", ""),
        ("yoav@localhost", ""),
        ("yoav", ""),
    ],
)
def test_own_domains(mail: str, domain: str) -> None:
    assert domains.own_domain(mail) == domain


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("'Yoav Gal'", "Yoav Gal"),
        ("Gal, Yoav", "Yoav Gal"),
        ("Yoav Gal via Google Docs", "Yoav Gal"),
        ("yoav@gal.example", ""),
        ("Yoav Gal <yoav@gal.example>", "Yoav Gal"),
        ("Gal Ltd, Inc", "Gal Ltd, Inc"),
        ("  יואב   גל ", "יואב גל"),
    ],
)
def test_display_names_are_cleaned(told: str, shown: str) -> None:
    assert names.clean(told) == shown


def test_a_name_is_guessed_only_where_the_address_holds_one() -> None:
    assert names.guessed("yoav.gal@x.example") == "Yoav Gal"
    assert names.guessed("info@x.example") == "info@x.example"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Yoav Gal", "יואב גל", True),
        ("Yoav", "Yoav Gal", True),
        ("Yoav Gal", "Sara Klein", False),
        ("Dana Gal", "Yoav Gal", False),
        ("yoav@gal.example", "Anybody", True),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, alike: bool) -> None:
    assert names.alike(one, other) == alike


def test_a_firm_is_known_by_the_letters_of_the_law() -> None:
    assert names.firm_in("יואב גל\nגל יבוא בע״מ\n03-5551234") == "גל יבוא בע״מ"
    assert names.firm_in("Yoav\nGal Imports Ltd.\nyoav@gal.example") == "Gal Imports Ltd."
    assert names.firm_in("Yoav\nSent from my phone") == ""


@pytest.mark.parametrize(
    ("mail", "kinds", "nature"),
    [
        ("no-reply@shop.example", ["person"], "automatic"),
        ("dana@gal.example", ["answer"], "human"),
        ("dana@gal.example", ["newsletter", "person"], "human"),
        ("news@deals.example", ["newsletter"], "newsletter"),
        ("billing@utility.example", ["automatic"], "automatic"),
        ("norea.ply@gal.example", [], "human"),
    ],
)
def test_who_is_noise(mail: str, kinds: list[str], nature: str) -> None:
    assert sources.nature_of(mail, kinds) == nature


@pytest.mark.parametrize(
    ("signature", "phone"),
    [
        ("Yoav\n054-1234567", "054-1234567"),
        ("Yoav | +972 54 123 4567 | gal.example", "+972 54 123 4567"),
        ("Office 03-5551234\nנייד: 0541234567", "0541234567"),
        ("Office 03-5551234", ""),
        ("054-1234567 or 052-7654321", ""),
        ("Mobile: +44 7700 900123", "+44 7700 900123"),
    ],
)
def test_the_number_of_a_signature(signature: str, phone: str) -> None:
    assert phones.mobile_in(signature) == phone


def tie(*heard: str) -> Tie:
    """One entry a day: "in", "out", or "call"."""
    one = Tie()
    for day, what in enumerate(heard):
        at = NOW + timedelta(days=day)
        one.hear(uuid.uuid4(), at, incoming=what != "out", mail=what != "call", tongue="he")
    return one


@pytest.mark.parametrize(
    ("heard", "reason"),
    [
        (["in", "out", "in"], "to_and_fro"),
        (["in", "out"], None),
        (["in"], None),
        (["out", "out", "out"], None),
        (["in", "in", "in"], "writes"),
        (["call", "call"], "talks"),
        (["call"], None),
        (["in", "call"], "talks"),
        ([], None),
    ],
)
def test_who_may_be_a_client(heard: list[str], reason: str | None) -> None:
    found = ties.reasons(tie(*heard))
    assert (found[0]["reason"] if found else None) == reason


def test_ties_with_an_organisation_are_its_peoples_together() -> None:
    whole = ties.together([tie("in", "out"), tie("in")])
    assert (whole.ins, whole.outs, whole.first) == (2, 1, NOW)
    assert ties.reasons(whole)[0]["reason"] == "to_and_fro"


def face(name: str, *mails: str, phone: str = "", client: uuid.UUID | None = None) -> Face:
    one = Face(uuid.uuid4(), name, fold(name), client)
    for mail in mails:
        one.reach("mail", mail, domains.own_domain(mail))
    if phone:
        one.reach("phone", phone, "")
    return one


def test_a_better_known_face_is_kept() -> None:
    client = uuid.uuid4()
    stranger, known = face("Yoav Gal", phone="541234567"), face("יואב גל", phone="541234567", client=client)
    (found,) = sameness.pairs([stranger, known])
    assert (found.kept, found.gone) == (known.key, stranger.key)


def test_many_of_one_name_are_no_hint() -> None:
    crowd = [face("Dan Cohen", f"dan{n}@gal.example") for n in range(8)]
    assert sameness.pairs(crowd) == []


def test_two_of_one_house_with_two_names_stay_two() -> None:
    assert sameness.pairs([face("Yoav Gal", phone="35551234"), face("Sara Klein", phone="35551234")]) == []
