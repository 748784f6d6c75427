"""Casting: the firm, its members and its clients, written into the rooms before anything is said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kashuv.demo.cast import Character, Pack
from kashuv.rooms.clients import filing, register
from kashuv.rooms.clients.models import Client
from kashuv.rooms.team import roster
from kashuv.rooms.team.models import Member, Workspace

FIRST = timedelta(days=365)  # the firm began to use the product a year ago
ROLES = {"noa": Member.Role.OWNER, "amit": Member.Role.MANAGER, "dana": Member.Role.MEMBER}


def members(pack: Pack, password: str, at: datetime) -> dict[str, Member]:
    """The firm and its three people, by the pack's keys."""
    owner, *others = pack.colleagues
    noa = roster.found(
        pack.firm,
        owner=owner.name,
        email=owner.email,
        password=password,
        at=at - FIRST,
        language=pack.language,
    )
    joined = {
        one.key: roster.join(
            noa.workspace,
            one.name,
            email=one.email,
            password=password,
            role=ROLES[one.key],
            by=noa,
            at=at - FIRST,
        )
        for one in others
    }
    return {owner.key: noa, **joined}


def clients(
    cast: Sequence[Character], pack: Pack, team: dict[str, Member], at: datetime
) -> dict[str, Client]:
    """The clients with their people and what is known of them, by the first person's mail address."""
    workspace = team["noa"].workspace
    return {one.people[0].mail: _client(one, pack, workspace, team[one.owner], at) for one in cast}


def _client(one: Character, pack: Pack, workspace: Workspace, owner: Member, at: datetime) -> Client:
    began = at - timedelta(days=7 if not one.years else 365)
    client = register.admit(
        workspace,
        one.name,
        owner=owner,
        by=owner,
        at=began,
        since=_since(one, at),
        frame=one.frame,
        cadence_days=one.cadence,
        exclusive=one.exclusive,
        services=list(one.services),
    )
    _people(one, client, owner, began)
    _file(one, client, pack, owner, at)
    return client


def _since(one: Character, at: datetime) -> date:
    return (at - timedelta(days=365 * one.years + (sum(one.name.encode()) % 90 if one.years else 7))).date()


def _people(one: Character, client: Client, owner: Member, at: datetime) -> None:
    for place, contact in enumerate(one.people):
        filing.introduce(
            client,
            contact.name,
            mails=[contact.mail],
            phones=[contact.phone],
            by=owner,
            at=at,
            role=contact.role,
            form=contact.gender,
            decides=place == 0,
        )


def _file(one: Character, client: Client, pack: Pack, owner: Member, at: datetime) -> None:
    """What stands in the margin of his page."""
    told = at - timedelta(days=20)
    for kind, words in one.manners:
        register.state_manner(client, kind, words, by=owner, at=told)
    for words in (*one.facts, *_days(one, pack, at)):
        register.remember(client, words, by=owner, at=told)


def _days(one: Character, pack: Pack, at: datetime) -> list[str]:
    """Birthdays and ends of contracts, as one writes them down."""
    told = []
    if one.birthday_in is not None:
        told.append(pack.wording.birthday(one.people[0].first, at + timedelta(days=one.birthday_in)))
    if one.contract_ends_in is not None:
        told.append(pack.wording.contract_end(at + timedelta(days=one.contract_ends_in)))
    return told
