"""Every address × every role × what belongs to somebody else: answered as if it were not there, and nothing changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as told
from django.db import transaction
from django.test import Client as Visitor
from django.urls import reverse

from kashuv.flows import acquaintance
from kashuv.foundation import clock
from kashuv.rooms.clients.models import Client, Person
from kashuv.rooms.team import passes
from kashuv.rooms.team.models import Member
from kashuv.transfer.arriving import shipping
from tests import cast
from tests.house.addresses import GUARDED, REGISTER, Address, routes
from tests.house.belongings import TABLE, Firm, everything, firm, missing

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DOOR = "/accounts/login/"
every_address = pytest.mark.parametrize(
    "address", REGISTER, ids=lambda one: f"{one.name}-{'-'.join(one.about)}"
)
guarded_address = pytest.mark.parametrize(
    "address", GUARDED, ids=lambda one: f"{one.name}-{'-'.join(one.about)}"
)


@pytest.fixture(scope="module")
def firms(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[tuple[Firm, Firm]]:  # type: ignore[no-untyped-def]
    """Two firms, each with an exclusive client and one of everything; made once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield (
            firm("Rosen & Levy", "rosen-levy", "Hush", ("Noa", "Amit", "Dana")),
            firm("Elsewhere", "elsewhere", "Whisper", ("Mallory", "Max", "Mia")),
        )
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def data(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.DATA = tmp_path


def _enter(member: Member | None, owns: Firm | None = None) -> Visitor:
    """A browser of hers; the owner's own session remembers what she handed over and whom she introduced."""
    visitor = Visitor()
    if member is not None:
        visitor.force_login(member.login, backend=BACKEND)
    if owns is not None:
        session = visitor.session
        session["introduced"] = {"number": owns.keys["introduced"], "clients": [owns.keys["declined"]]}
        session["handed_over"] = [owns.keys["handed"]]
        session.save()
        _lay(owns)
    return visitor


def _lay(owns: Firm) -> None:
    """The files that the owner's session speaks of."""
    folder = shipping.folder_of(owns.keys["handed"]) / "given" / "000"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "contacts.csv").write_text(TABLE)


def _ask(visitor: Visitor, address: Address, keys, method: str):  # type: ignore[no-untyped-def]
    visitor.cookies.pop("messages", None)  # what was said of an earlier deed is no part of this answer
    if method == "get":
        return visitor.get(address.path(keys))
    return visitor.post(address.path(keys), address.sent(keys))


def _told(answer) -> tuple[int, str, bytes]:  # type: ignore[no-untyped-def]
    """All that the visitor learns of it."""
    body = b"".join(answer) if answer.streaming else answer.content
    body = re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", body)
    unkeyed = re.sub(rb"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b[0-9a-f]{32}\b", b"KEY", body)
    return answer.status_code, answer.get("Location", ""), unkeyed


def _methods(address: Address) -> tuple[str, ...]:
    return ("get",) if address.form is None else ("get", "post")


def _strangers(address: Address, firms: tuple[Firm, Firm]) -> list[tuple[Member, Firm]]:
    """Who asks for what of whom, and must not get it."""
    ours, others = firms
    crossing = [(one, others) for one in (*ours.leaders, ours.member)]
    crossing += [(one, ours) for one in (*others.leaders, others.member)]
    inside = [ours.member, ours.manager] if address.reach == "own" else [ours.member]
    return [*crossing, *((one, ours) for one in inside)]


def test_every_address_is_in_the_register():
    names = {route.name for route in routes()}
    assert None not in names
    assert names == {address.name for address in REGISTER}


def test_what_is_open_to_guests_is_open_on_purpose():
    guarded = {route.name for route in routes() if getattr(route.callback, "for_members", False)}
    ours = {route.name for route in routes() if route.callback.__module__.startswith("kashuv.")}
    open_ = {address.name for address in REGISTER if address.reach == "open"}
    on_purpose = {"calendar", "accessibility", "healthz", "opinion-outside", "hook"}
    assert ours - guarded == open_ & ours == on_purpose
    assert not open_ & guarded


@pytest.mark.parametrize(
    "address", [one for one in REGISTER if one.reach != "open"], ids=lambda one: one.name
)
def test_a_guest_is_sent_to_sign_in(firms, address):
    before = everything()
    answers = [_ask(Visitor(), address, firms[0].keys, method) for method in ("get", "post")]
    sent = [one for one in answers if one.status_code == 302]
    assert sent, [one.status_code for one in answers]
    assert all(one["Location"].startswith(DOOR) for one in sent)
    assert all(one.status_code == 405 for one in answers if one not in sent)
    assert everything() == before


@pytest.mark.parametrize(
    "address",
    [one for one in REGISTER if one.form is not None and one.reach != "open"],
    ids=lambda one: one.name,
)
def test_a_form_from_elsewhere_is_refused(firms, address):
    """Another site's page can send a form in her name, but not with the secret of ours."""
    ours = firms[0]
    visitor = _enter(ours.owner, ours)
    visitor.handler.enforce_csrf_checks = True
    before = everything()
    assert _ask(visitor, address, ours.keys, "post").status_code == 403
    assert everything() == before


def test_who_is_no_member_any_more_gets_nothing(firms):
    """Her session lives on, and opens nothing."""
    ours = firms[0]
    visitor = _enter(ours.owner, ours)
    assert visitor.get("/").status_code == 200
    Member.objects.within(ours.owner.workspace_id).filter(pk=ours.owner.pk).update(active=False)
    before = everything()
    for address in (*GUARDED, Address("today"), Address("clients")):
        for method in _methods(address):
            answer = _ask(visitor, address, ours.keys, method)
            assert answer.status_code in (403, 405) and ours.secret not in answer.content.decode()
    assert visitor.get(f"/calendar/{ours.keys['token']}.ics").status_code == 404
    assert everything() == before


@guarded_address
def test_what_belongs_to_others_is_answered_as_what_is_not_there(firms, address):
    strangers = [(_enter(who), who, owner) for who, owner in _strangers(address, firms)]
    before = everything()
    for visitor, who, owner in strangers:
        for method in _methods(address):
            there = _told(_ask(visitor, address, owner.keys, method))
            nowhere = _told(_ask(visitor, address, missing(owner.keys), method))
            assert there == nowhere, f"{method} by {who.name}"
            assert there[0] in ((404, 405) if address.hides else (303, 405, 422, 200)), (
                f"{method} by {who.name}"
            )
            assert owner.secret.encode() not in there[2]
    assert everything() == before


@guarded_address
def test_whoever_may_gets_it(firms, address):
    """The test above would prove nothing if the keys or the forms were wrong."""
    ours = firms[0]
    visitor = _enter(ours.owner, ours)
    before = everything()
    answer = _ask(visitor, address, ours.keys, "get" if address.form is None else "post")
    assert answer.status_code in (200, 303)
    if address.form is not None and address.name not in ("bringing-withdrawal", "draft-files"):
        assert everything() != before


@guarded_address
def test_a_manager_sees_what_is_not_one_members_alone(firms, address):
    if address.reach == "own":
        return
    ours = firms[0]
    answer = _ask(_enter(ours.manager), address, ours.keys, "get" if address.form is None else "post")
    assert answer.status_code in (200, 303)


@every_address
def test_asking_changes_nothing(firms, address):
    ours, others = firms
    visitors = [_enter(ours.owner, ours), *(map(_enter, (ours.manager, ours.member, others.owner, None)))]
    before = everything()
    for visitor in visitors:
        assert _ask(visitor, address, ours.keys, "get").status_code < 500
    assert everything() == before


QUERIES = (
    "find?q={}",
    "search?q={}",
    "search?q={}&said=1",
    "asking-who?who={}",
    "clients?q={}",
    "clients?sort=name",
)


@pytest.mark.parametrize("query", [*QUERIES, "today", "counts", "promises", "introductions", "joining-page"])
def test_no_list_tells_a_name_that_is_not_hers_to_know(firms, query):
    ours, others = firms
    name, _, words = query.partition("?")
    path = f"{reverse(name)}?{words.format(ours.secret)}"
    seen = {
        who.name: _enter(who).get(path).content.decode() for who in (ours.owner, ours.member, others.owner)
    }
    said = "" if words.startswith(("q=", "who=")) else ours.secret
    for who in (ours.member, others.owner):
        told_of = seen[who.name].replace(f'value="{ours.secret}"', "")
        assert f"{ours.secret} Ltd" not in told_of and f"{ours.secret} a" not in told_of
        assert not said or said not in told_of
    if name != "counts":
        assert f"{ours.secret} " in seen[ours.owner.name]


@pytest.mark.parametrize("page", ["capture", "client-new", "bringing", "settings"])
def test_no_page_begins_with_what_is_not_hers_to_know(firms, page):
    ours, others = firms
    for who in (ours.member, others.owner):
        body = _enter(who).get(reverse(page), {"client": ours.keys["client"]}).content.decode()
        assert ours.secret not in body


def test_a_chosen_key_that_is_not_hers_is_as_good_as_none(firms):
    """Capture makes a new client of the name that was typed; the one whose key was sent stays untouched."""
    ours, others = firms
    form = {"who": "Somebody", "kind": "call", "words": "hello", "direction": "out"}
    for who in (ours.member, others.owner):
        for key in (f"client:{ours.keys['client']}", f"person:{ours.keys['person']}"):
            _enter(who).post(reverse("capture"), {**form, "who_key": key})
        assert Client.objects.within(who.workspace_id).filter(name="Somebody", owner=who).count() == 2


def test_people_can_not_be_moved_to_a_client_of_another_firm(firms):
    ours, others = firms
    form = {"people": ours.keys["person"], "to": "", "to_key": f"client:{others.keys['client']}"}
    noa = _enter(ours.owner)
    before = everything()
    assert noa.post(reverse("grouping", args=[ours.keys["client"]]), form).status_code == 422
    assert everything() == before


def test_a_client_is_not_given_to_a_member_of_another_firm(firms):
    ours, others = firms
    form = {"name": "Fresh", "language": "en", "owner": str(others.owner.pk)}
    assert _enter(ours.owner).post(reverse("client-new"), form).status_code == 422


def test_a_taken_address_does_not_tell_whose_it_is(firms):
    """A member writes down an address of somebody whom she may not see: refused, without a name."""
    ours, _ = firms
    hers = cast.client(ours.owner.workspace, "Plain")
    form = {"name": "New", "form": "him", "mails": f"a@{ours.secret.lower()}.example"}
    answer = _enter(ours.member).post(reverse("person-new", args=[hers.pk]), form)
    assert answer.status_code == 422
    assert f"{ours.secret} a" not in answer.content.decode()


def test_two_who_were_joined_are_parted_only_by_who_may_see_both(firms):
    ours, _ = firms
    ws, now = ours.owner.workspace_id, clock.now()
    plain = cast.client(ours.owner.workspace, "Plain")
    seen = cast.person(plain, "Plain")
    hidden = Person.objects.within(ws).get(pk=ours.keys["twin"])
    joined = acquaintance.merge(seen, hidden, [{"reason": "by_hand"}], by=ours.owner, at=now)
    path = reverse("parting", args=[joined.pk])
    assert _enter(ours.member).post(path).status_code == 404
    assert _enter(ours.manager).post(path).status_code == 303


def test_only_a_leader_settles_the_firm(firms):
    dana = _enter(firms[0].member)
    before = everything()
    assert dana.post(reverse("settings-workspace"), {"name": "Mine"}).status_code == 403
    assert everything() == before


def test_a_link_that_opens_nothing_is_not_there(firms):
    ours, others = firms
    token = ours.keys["token"]
    workspace, _, secret = token.partition("-")
    revoked, dead = passes.issue(ours.owner, "calendar", at=clock.now())
    passes.revoke(revoked, by=ours.owner, at=clock.now())
    crossed = f"{others.owner.workspace_id.hex}-{secret}"
    before = everything()
    answers = [
        _told(Visitor().get(f"/calendar/{one}.ics"))
        for one in (dead, crossed, f"{workspace}-{'x' * len(secret)}", "nothing", f"{workspace}-", secret)
    ]
    assert {one[0] for one in answers} == {404}
    assert len({one[2] for one in answers}) == 1
    assert Visitor().get(f"/calendar/{token}.ics").status_code == 200
    assert everything() == before


def test_the_door_is_where_the_tests_look_for_it():
    assert reverse(told.LOGIN_URL) == DOOR
