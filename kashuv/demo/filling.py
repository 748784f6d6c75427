"""Filling: a whole year into an empty house, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from random import Random
from zoneinfo import ZoneInfo

from django.db import transaction

from kashuv.demo import aftermath, archive, arriving, casting, noise, writing
from kashuv.demo.cast import Character, Pack
from kashuv.demo.packs import pack_of
from kashuv.demo.stage import Beat, Stage
from kashuv.demo.stories import STORIES
from kashuv.demo.words import Word
from kashuv.flows.arrived import Arrived
from kashuv.flows.incoming import take_in
from kashuv.rooms.team.models import Member, Workspace

SEED = 19
BATCH = 400


@transaction.atomic
def fill(language: str, *, at: datetime, password: str, seed: int = SEED, only: Sequence[str] = ()) -> Member:
    """Plays the firm's year up to `at` and gives its owner; `only` names stories, for a smaller firm."""
    pack = pack_of(language)
    cast = [one for one in pack.clients if not only or one.story in only]
    team = casting.members(pack, password, at)
    clients = casting.clients(cast, pack, team, at)
    workspace = team["noa"].workspace
    beats, words = _play(cast, pack, at, workspace.zone, seed)
    _take_in(workspace, team, _arrivals(beats, pack, at, workspace.zone, seed), at)
    aftermath.give(words, clients, team)
    firm = aftermath.Firm(workspace, clients, cast, team)
    aftermath.decide(firm, at)
    aftermath.agree(firm, at)
    aftermath.see_to(firm, at)
    writing.lie(firm, pack, at)
    archive.bring(team["noa"], pack, at, seed)
    return team["noa"]


def _play(
    cast: Sequence[Character], pack: Pack, now: datetime, zone: ZoneInfo, seed: int
) -> tuple[list[Beat], list[Word]]:
    """Everything that is said and promised in the year."""
    told = [
        one
        for character in cast
        for one in STORIES[character.story](
            Stage(character, pack, now, zone, Random(f"{seed} {character.people[0].mail}"))
        )
    ]
    return [one for one in told if isinstance(one, Beat)], [one for one in told if isinstance(one, Word)]


def _arrivals(
    beats: Sequence[Beat], pack: Pack, now: datetime, zone: ZoneInfo, seed: int
) -> list[tuple[str, Arrived]]:
    """What comes in, each with the key of the colleague who had it on her desk, the oldest first."""
    rng = Random(f"{seed} noise")
    everything = [*beats, *noise.strangers(pack, now, zone, rng)]
    said = [(beat.colleague.key, arrival) for beat, arrival in arriving.arrivals(everything, pack, zone)]
    return said + [("noa", arriving.arrived(raw, "in", zone)) for raw in noise.machines(pack, now, zone, rng)]


def _take_in(
    workspace: Workspace, team: dict[str, Member], said: list[tuple[str, Arrived]], at: datetime
) -> None:
    for key, items in groupby(sorted(said, key=lambda one: one[0]), key=lambda one: one[0]):
        arrivals = [arrival for _, arrival in items]
        for start in range(0, len(arrivals), BATCH):
            take_in(workspace, arrivals[start : start + BATCH], shipment=None, by=team[key], at=at)
