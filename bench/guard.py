"""The guard: how fast a draft is looked at with everything around it, and how it judges drafts of our own making."""

from __future__ import annotations

import argparse
import time
from statistics import median

from bench.table import Row
from kashuv.foundation import clock
from kashuv.language import guard as language
from kashuv.rooms.calm import guard
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft
from kashuv.rooms.team.models import Member
from tests import cast
from tests.language import drafts as written

TONGUES = {"he": "Hebrew", "en": "English"}
LINES = 8  # of a letter, some 500 characters
ROUNDS = 5
HEAT = {*language.HEATED, "coldness"}


def measure(_: argparse.Namespace) -> list[Row]:
    noa = cast.member(cast.firm("Guarding", "guarding"), "Guard", "owner")
    client = cast.client(noa.workspace, "Gal", noa)
    cast.person(client, "Yoav", "yoav@gal.example")
    rows = [_speed(tongue, noa, client) for tongue in TONGUES]
    return rows + [row for tongue in TONGUES for row in _judgement(tongue)]


def _speed(tongue: str, noa: Member, client: Client) -> Row:
    """In processor time, which a busy machine disturbs least."""
    letters = [_draft(text, noa, client) for text in _letters(tongue)]
    for letter in letters:  # the patterns are made ready when they are first tried
        _look(letter, noa)
    took = median(_look(letter, noa) for letter in letters * ROUNDS)
    return Row(f"the guard's whole look at a draft (processor), {TONGUES[tongue]}", took * 1000, "ms", "≤ 20")


def _letters(tongue: str) -> list[str]:
    lines = written.ordinary(tongue)
    return ["\n".join(lines[first : first + LINES]) for first in range(0, 20 * LINES, LINES)]


def _draft(text: str, noa: Member, client: Client) -> Draft:
    return drafts.begin(client, None, by=noa, at=clock.now(), text=text, to=[["", "yoav@gal.example"]])


def _look(letter: Draft, noa: Member) -> float:
    began = time.process_time()
    guard.look(letter, workspace=noa.workspace, at=clock.now())
    return time.process_time() - began


def _judgement(tongue: str) -> list[Row]:
    """In per cent: caught and held, by which drafts they are."""
    judged = written.of_kinds(f"judged_{tongue}")
    sets = {
        "heated drafts, judged": ([one.text for one in judged if one.kind not in written.CALM], "≥ 85"),
        "ordinary mail, judged": ([one.text for one in judged if one.kind == "none"], "≤ 5"),
        "calm but hard drafts, judged": ([one.text for one in judged if one.kind == "hard"], ""),
        "heated drafts, those kept aside": (written.heated(tongue, "aside"), "≥ 85"),
        "heated drafts, written last": (written.lines(f"fresh_{tongue}"), ""),
        "ordinary letters, those kept aside": (written.ordinary(tongue, "aside"), "≤ 5"),
    }
    return [
        Row(f"{name}, {TONGUES[tongue]}", _share(found), "% seen", bar, f"{_held(found):.1f} % held")
        for name, (found, bar) in sets.items()
    ] + [_kinds(tongue, judged)]


def _kinds(tongue: str, judged: list[written.Draft]) -> Row:
    """Of the heated drafts in which something is seen, those in which it is the right thing."""
    found = [
        (one.kind, {concern.kind for concern in language.weigh(one.text)[0]} & HEAT)
        for one in judged
        if one.kind not in written.CALM
    ]
    right = [kind in kinds for kind, kinds in found if kinds]
    return Row(f"the kind of heat, judged, {TONGUES[tongue]}", 100 * sum(right) / len(right), "% right")


def _share(found: list[str]) -> float:
    return 100 * sum(any(one.kind in HEAT for one in language.weigh(text)[0]) for text in found) / len(found)


def _held(found: list[str]) -> float:
    return 100 * sum(language.weigh(text)[1] for text in found) / len(found)
