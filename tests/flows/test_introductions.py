"""Who may be a client: proposed from the archive with reasons, confirmed or declined, and what was said follows."""

from __future__ import annotations

from datetime import timedelta

from kashuv.flows import acquaintance
from kashuv.flows.incoming import take_in
from kashuv.rooms.care.models import Pulse
from kashuv.rooms.clients import introductions
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.conversations.models import Entry, Finding, Thread
from kashuv.rooms.promises.models import Promise
from tests.cast import NOW
from tests.flows.writing import NOA, arrived, letter

RONIT = "Ronit Bar <ronit@bar-studio.example>"
TAL = "Tal Bar <tal@bar-studio.example>"


def bring(member, *raws):  # type: ignore[no-untyped-def]
    return take_in(member.workspace, [arrived(raw) for raw in raws], shipment=None, by=member, at=NOW)


def exchange(other: str, times: int, subject: str = "Work") -> list[bytes]:
    """So many letters to and fro, one a day."""
    letters = []
    for n in range(times):
        at = NOW - timedelta(days=10 * times - 10 * n)
        sides = (other, NOA) if n % 2 == 0 else (NOA, other)
        letters.append(
            letter(
                *sides,
                f"{subject} {n}",
                f"Words number {n} of {other[:3]}.",
                at=at,
                mark=f"{n}.{other[:3]}@x",
            )
        )
    return letters


def proposed(member) -> list[Client]:  # type: ignore[no-untyped-def]
    return list(Client.objects.within(member.workspace_id).proposed().order_by("name"))


def test_whom_we_answer_is_proposed_with_his_colleagues_and_a_reason(noa) -> None:  # type: ignore[no-untyped-def]
    bring(noa, *exchange(RONIT, 4), letter(TAL, NOA, "Also me", "Hello.", mark="t@x"))
    assert acquaintance.propose(noa.workspace, NOW) == 1
    (studio,) = proposed(noa)
    assert (studio.name, studio.language, studio.owner_id) == ("Bar Studio", "en", noa.id)
    assert studio.because[0] == {"reason": "to_and_fro", "ins": 3, "outs": 2}
    assert {"reason": "domain", "domain": "bar-studio.example", "people": 2} in studio.because
    assert set(Person.objects.within(noa.workspace_id).values_list("client_id", flat=True)) == {studio.id}
    assert set(Entry.objects.within(noa.workspace_id).values_list("client_id", flat=True)) == {studio.id}
    assert set(Thread.objects.within(noa.workspace_id).values_list("client_id", flat=True)) == {studio.id}
    assert Pulse.objects.within(noa.workspace_id).get().entries == 5


def test_a_stranger_after_one_exchange_is_not_proposed(noa) -> None:  # type: ignore[no-untyped-def]
    bring(noa, *exchange(RONIT, 2))
    assert acquaintance.propose(noa.workspace, NOW) == 0


def test_who_keeps_writing_by_hand_unanswered_is_proposed(noa) -> None:  # type: ignore[no-untyped-def]
    bring(noa, *exchange(RONIT, 6)[::2])
    acquaintance.propose(noa.workspace, NOW)
    assert [client.because[0]["reason"] for client in proposed(noa)] == ["writes"]


def test_a_newsletter_of_sixty_letters_is_never_proposed(noa) -> None:  # type: ignore[no-untyped-def]
    bring(
        noa,
        *(
            letter("Deals <news@deals.example>", NOA, f"Sale {n}", f"Buy {n}", mark=f"{n}@d",
                   at=NOW - timedelta(days=n), List_Unsubscribe="<https://deals.example/u>")
            for n in range(60)
        ),
    )  # fmt: skip
    assert acquaintance.propose(noa.workspace, NOW) == 0


def test_a_desk_that_was_never_answered_is_no_client(noa) -> None:  # type: ignore[no-untyped-def]
    bring(noa, *exchange("Orders <orders@shop.example>", 6)[::2])
    assert acquaintance.propose(noa.workspace, NOW) == 0


def test_people_of_a_public_provider_are_clients_of_their_own(noa) -> None:  # type: ignore[no-untyped-def]
    bring(noa, *exchange("Dan Cohen <dan@walla.co.il>", 4), *exchange("Gil Mor <gil@walla.co.il>", 4))
    assert acquaintance.propose(noa.workspace, NOW) == 2
    assert [client.name for client in proposed(noa)] == ["Dan Cohen", "Gil Mor"]


def test_proposing_twice_proposes_once_and_declined_is_not_proposed_again(noa) -> None:  # type: ignore[no-untyped-def]
    bring(noa, *exchange(RONIT, 4))
    acquaintance.propose(noa.workspace, NOW)
    assert introductions.decline(proposed(noa), by=noa, at=NOW) == 1
    assert acquaintance.propose(noa.workspace, NOW) == 0
    studio = Client.objects.within(noa.workspace_id).get()
    assert introductions.reconsider([studio], by=noa, at=NOW) == 1
    assert introductions.confirm([studio], by=noa, at=NOW) == 1
    assert Client.objects.within(noa.workspace_id).get().standing == "current"


def test_a_promise_to_a_stranger_reaches_the_ledger_when_he_is_a_client(noa) -> None:  # type: ignore[no-untyped-def]
    words = "Thank you. I will send you the signed contract by Thursday."
    at = NOW - timedelta(days=1)
    tally = bring(noa, *exchange(RONIT, 4), letter(NOA, RONIT, "Contract", words, at=at, mark="p@x"))
    assert (tally.promises, Promise.objects.within(noa.workspace_id).count()) == (0, 0)
    acquaintance.propose(noa.workspace, NOW)
    promise = Promise.objects.within(noa.workspace_id).get()
    assert (promise.side, promise.state) == ("ours", "proposed")
    assert promise.due_at is not None
    assert not Finding.objects.within(noa.workspace_id).filter(kind="promise").exists()


def test_a_person_who_moves_takes_what_was_said_along(noa, gal, dalia) -> None:  # type: ignore[no-untyped-def]
    bring(
        noa, letter("יואב גל <yoav@gal.example>", NOA, "Hi", "I will send you the file tomorrow.", mark="m@x")
    )
    yoav = Person.objects.within(noa.workspace_id).get(name="יואב גל")
    acquaintance.assign(yoav, dalia, by=noa, at=NOW)
    assert Entry.objects.within(noa.workspace_id).get().client_id == dalia.id
    assert set(Promise.objects.within(noa.workspace_id).values_list("client_id", flat=True)) == {dalia.id}
    assert Pulse.objects.within(noa.workspace_id).get(client=gal).entries == 0
