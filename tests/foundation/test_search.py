"""Any part of a name, a number or a sentence finds the thing it belongs to."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kashuv.foundation.folding import fold
from kashuv.foundation.keys import uuid7
from kashuv.foundation.search import finding, index, matching
from kashuv.foundation.search.lines import SaidLine, WhoLine

PEOPLE = {
    "דליה רוזן": "dalia@rosen.example 527654321",
    "Orit Shaham": "orit@shaham.example 541112222",
    "יואב גל": "yoav@gal.example 541234567",
    "Benny Lev": "benny@lev.example *6050",
}


@pytest.fixture
def people(firm) -> dict:  # type: ignore[type-arg,no-untyped-def]
    keys = {name: uuid7() for name in PEOPLE}
    index.write(
        WhoLine(
            workspace_id=firm.id,
            kind="person",
            ref=keys[name],
            text=f"{fold(name)} {ways} {finding.sounding(name)}",
        )
        for name, ways in PEOPLE.items()
    )
    return keys


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("דליה", "דליה רוזן"), ("וזן", "דליה רוזן"), ("Dalia Rosen", "דליה רוזן"), ("dalya", "דליה רוזן"),
        ("shaham", "Orit Shaham"), ("אורית שחם", "Orit Shaham"), ("Orit Shahm", "Orit Shaham"), ("Orti Shaham", "Orit Shaham"),
        ("054-123-4567", "יואב גל"), ("4567", "יואב גל"), ("yoav@gal", "יואב גל"), ("גל", "יואב גל"), ("be", "Benny Lev"),
    ],
)  # fmt: skip
def test_a_person_is_found(people, firm, asked: str, name: str) -> None:  # type: ignore[no-untyped-def]
    found = finding.who(firm.id, asked)
    assert found and found[0].ref == people[name]


@pytest.mark.parametrize(
    "asked", ["", "   ", "%", '"', "') DROP TABLE x --", "zzzzzz", "x" * 5000, "NEAR(a b)"]
)
def test_what_is_not_there_is_not_found(people, firm, asked: str) -> None:  # type: ignore[no-untyped-def]
    assert finding.who(firm.id, asked) == []


def test_nobody_finds_what_is_in_another_firm(people, mallory) -> None:  # type: ignore[no-untyped-def]
    assert finding.who(mallory.workspace_id, "דליה") == []


def test_a_line_is_replaced_and_forgotten(firm) -> None:  # type: ignore[no-untyped-def]
    key = uuid7()
    for text in ("the first words", "the second words"):
        index.write([SaidLine(workspace_id=firm.id, kind="entry", ref=key, text=text)])
    assert finding.said(firm.id, "first") == []
    assert [one.ref for one in finding.said(firm.id, "second words")] == [key]
    index.drop(SaidLine, firm.id, [key])
    assert finding.said(firm.id, "second") == []


def test_words_are_found_inside_hebrew_prefixes_and_within_a_client(firm) -> None:  # type: ignore[no-untyped-def]
    client, mine, other = uuid7(), uuid7(), uuid7()
    index.write(
        [
            SaidLine(
                workspace_id=firm.id, kind="entry", ref=mine, client_id=client, text=fold("נדבר על זה בפגישה")
            ),
            SaidLine(
                workspace_id=firm.id, kind="entry", ref=other, client_id=uuid7(), text=fold("הפגישה נדחתה")
            ),
        ]
    )
    assert {one.ref for one in finding.said(firm.id, "פגישה")} == {mine, other}
    assert [one.ref for one in finding.said(firm.id, "פגישה", client_id=client)] == [mine]


@pytest.mark.parametrize("asked", ["גל", "מחיר גל"])
def test_two_letters_are_looked_for_in_the_newest_of_what_was_said(firm, asked, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """No index holds so little; a search must not read through a million lines for it."""
    told = ["המחיר של גל", "המחיר של יואב", "המחיר של גל ושל בני", "המחיר של דליה"]
    keys = [uuid7() for _ in told]
    for key, text in zip(keys, told, strict=True):
        index.write([SaidLine(workspace_id=firm.id, kind="entry", ref=key, text=fold(text))])
    assert {found.ref for found in finding.said(firm.id, asked)} == {keys[0], keys[2]}
    monkeypatch.setattr(matching, "LOOKED_THROUGH", 3)
    assert [found.ref for found in finding.said(firm.id, asked)] == [keys[2]]


@pytest.mark.parametrize("asked", ["acme", "acmee works", "ac"])
def test_whoever_is_hidden_takes_nobodys_place(firm, asked) -> None:  # type: ignore[no-untyped-def]
    own, stranger, *hidden = (uuid7() for _ in range(matching.CANDIDATES + 2))
    names = {own: "big acme works", stranger: "acme of no client"} | dict.fromkeys(hidden, "acme works")
    index.write(
        WhoLine(
            workspace_id=firm.id,
            kind="client",
            ref=key,
            client_id=None if key == stranger else key,
            text=name,
        )
        for key, name in names.items()
    )
    assert own not in {one.ref for one in finding.who(firm.id, asked)}
    found = [one.ref for one in finding.who(firm.id, asked, hidden=hidden)]
    assert own in found and not {*found} - {own, stranger}


@pytest.mark.parametrize("asked", ["invoice", "acme invoice", "in invoice"])
def test_what_the_hidden_said_takes_no_place(firm, asked, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(matching, "LOOKED_THROUGH", 3)
    own, *hidden = (uuid7() for _ in range(14))
    for key in (own, *hidden):
        who = WhoLine(workspace_id=firm.id, kind="client", ref=key, client_id=key, text="the acme works")
        told = SaidLine(workspace_id=firm.id, kind="entry", ref=key, client_id=key, text="in the invoice")
        index.write([who, told])
    assert own not in {one.ref for one in finding.said(firm.id, asked, limit=8)}
    assert [one.ref for one in finding.said(firm.id, asked, limit=8, hidden=hidden)] == [own]


def test_two_letters_name_whom_they_stand_for_by_themselves(firm) -> None:  # type: ignore[no-untyped-def]
    names = ["גל כהן =kn=", "מרכז גל =gl=", "גלית לב =lb=", "סגל לב =lb="]
    keys = [uuid7() for _ in names]
    for key, name in zip(keys, names, strict=True):
        who = WhoLine(workspace_id=firm.id, kind="client", ref=key, client_id=key, text=fold(name))
        index.write(
            [who, SaidLine(workspace_id=firm.id, kind="entry", ref=key, client_id=key, text="invoice")]
        )
    with CaptureQueriesContext(connection) as asked:
        assert {one.ref for one in finding.said(firm.id, "גל invoice")} == {*keys[:2]}
    of_names = [one["sql"] for one in asked if "kashuv_wholine" in one["sql"]]
    assert of_names and all(
        "MATCH" in sql or "LIKE" in sql for sql in of_names
    )  # each has an index, none looks at all


def test_a_name_is_heard_in_both_alphabets_though_it_stands_in_one(firm) -> None:  # type: ignore[no-untyped-def]
    names = {name: uuid7() for name in ("שירה לוי", "Shira Levy", "Dan Levy")}
    index.write(
        WhoLine(workspace_id=firm.id, kind="client", ref=key, client_id=key, text=f"{fold(name)} {finding.sounding(name)}")
        for name, key in names.items()
    )  # fmt: skip
    hebrew, latin, _ = names.values()
    assert [one.ref for one in finding.who(firm.id, "shira")] == [latin, hebrew]
    assert [one.ref for one in finding.who(firm.id, "שירה לוי")] == [hebrew, latin]
    assert [one.ref for one in finding.who(firm.id, "shira", 1)] == [latin]
