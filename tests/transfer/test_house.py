"""Our own archive: what was exported comes back as it was, once, and what a hand has changed comes not at all."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from kashuv.demo.filling import fill
from kashuv.foundation.clock import now as clock_now
from kashuv.foundation.search.finding import said, who
from kashuv.rooms.clients.models import Client
from kashuv.rooms.conversations import enclosures
from kashuv.rooms.conversations.models import Draft, Enclosure, Entry
from kashuv.rooms.post import parcels
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team import quieting, roster
from kashuv.rooms.team.models import Member, Workspace
from kashuv.rooms.team.rules.quiet import Span
from kashuv.transfer.arriving import carrying, shipping
from kashuv.transfer.arriving.house import moving, opening
from kashuv.transfer.arriving.pieces import Unfit
from kashuv.transfer.leaving import bundle
from kashuv.transfer.leaving.nouns import Scope, nouns
from tests.cast import NOW

NIGHTS = Span(frozenset(range(7)), time(20), time(7))
STORIES = ("natural", "pressed", "leaving")
KEY = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"
)
LEFT_OUT = {"members", "passes", "shipments", "journal"}  # where each house has something of its own
Held = dict[str, Any]


@pytest.fixture(autouse=True)
def own_shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipping, "shelf", lambda: tmp_path / "shelf")


@pytest.fixture
def lived(db: None) -> Workspace:
    """A firm that has lived for a year, with everything decided that people decide."""
    noa = fill("he", at=NOW, password="a long enough word", only=STORIES)
    keep_quiet_and_enclose(noa)
    return noa.workspace


def keep_quiet_and_enclose(noa: Member) -> None:
    """What the demo has none of: hours of hers and of all, and a file in a draft."""
    for for_all in (True, False):
        quieting.keep(NIGHTS, for_all=for_all, by=noa, at=NOW)
    draft = Draft.objects.within(noa.workspace_id).unsent().order_by("pk").first()
    enclosures.enclose(draft, "הצעה ../v2.pdf", "application/pdf", b"%PDF of the offer", by=noa, at=NOW)


@pytest.fixture
def empty(db: None) -> Member:
    return roster.found(
        "Empty", owner="Noa", email="owner@empty.example", password="a long enough word", at=NOW
    )


def exported(workspace: Workspace, file: Path) -> Path:
    bundle.write(Scope(workspace), file, at=NOW)
    return file


def brought(member: Member, file: Path) -> dict[str, int]:
    shipment = shipping.prepare(member.workspace, [file], {}, member, clock_now())
    return carrying.carry(shipment, clock_now()).counts


def told(file: Path) -> Held:
    """What an archive holds, with each key called by the place where it is first spoken of."""
    with zipfile.ZipFile(file) as box:
        rows = {name: json.loads(box.read(f"{name}.json")) for name in nouns() if name not in LEFT_OUT}
        bytes_ = sorted(box.read(name) for name in box.namelist() if name.count("/"))
    names = {key: str(place) for place, key in enumerate(dict.fromkeys(_spoken(rows)))}
    return {"bytes": bytes_} | {noun: [_called(row, names) for row in some] for noun, some in rows.items()}


def _spoken(rows: Held) -> Iterator[str]:
    for noun in sorted(rows):
        yield from (row["id"].replace("-", "") for row in rows[noun])


def _called(row: Held, names: dict[str, str]) -> str:
    plain = {name: value for name, value in row.items() if name != "workspace_id"}
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return KEY.sub(lambda found: names.get(found.group().replace("-", ""), "?"), text)


def test_an_export_brought_into_an_empty_house_is_the_same_export(lived, empty, tmp_path) -> None:  # type: ignore[no-untyped-def]
    first = exported(lived, tmp_path / "first.zip")
    counts = brought(empty, first)
    second = exported(empty.workspace, tmp_path / "second.zip")
    before, after = told(first), told(second)
    for noun in before:
        assert after[noun] == before[noun], noun
    assert counts["new"] == counts["messages"] == len(before["entries"]) > 50
    assert counts["promises"] == len(before["promises"]) > 3 and counts["clients"] == len(before["clients"])
    (enclosed,) = Enclosure.objects.within(empty.workspace.id).select_related("parcel")
    assert parcels.open(enclosed.parcel) == b"%PDF of the offer" and len(after["quiet_hours"]) == 2


def test_brought_twice_it_is_there_once(lived, empty, tmp_path) -> None:  # type: ignore[no-untyped-def]
    first = exported(lived, tmp_path / "first.zip")
    brought(empty, first)
    whole = told(exported(empty.workspace, tmp_path / "once.zip"))
    counts = brought(empty, first)
    assert (counts["new"], counts["people"], counts["clients"], counts["promises"]) == (0, 0, 0, 0)
    assert counts["duplicates"] == counts["messages"] == len(whole["entries"])
    assert told(exported(empty.workspace, tmp_path / "twice.zip")) == whole


def test_brought_into_the_house_it_left_nothing_is_there_twice(lived, tmp_path) -> None:  # type: ignore[no-untyped-def]
    first = exported(lived, tmp_path / "first.zip")
    owner = Member.objects.within(lived.id).filter(role="owner").first()
    counts = brought(owner, first)
    assert counts["new"] == 0
    assert told(exported(lived, tmp_path / "second.zip")) == told(first)


def test_what_came_home_is_found(lived, empty, tmp_path) -> None:  # type: ignore[no-untyped-def]
    brought(empty, exported(lived, tmp_path / "first.zip"))
    home = empty.workspace.id
    client = Client.objects.within(home).current().first()
    assert client.id in {found.client_id for found in who(home, client.name)}
    promise = Promise.objects.within(home).first()
    assert promise.id in {found.ref for found in said(home, promise.words, client_id=promise.client_id)}


def test_a_colleague_comes_as_one_who_may_not_sign_in(lived, empty, tmp_path) -> None:  # type: ignore[no-untyped-def]
    brought(empty, exported(lived, tmp_path / "first.zip"))
    came = Member.objects.filter(workspace_id=empty.workspace.id).exclude(pk=empty.pk)
    assert (
        came.count() == 3 and not came.filter(active=True).exists() and not came.exclude(login=None).exists()
    )
    owners = (
        Client.objects.within(empty.workspace.id).exclude(owner=None).values_list("owner__email", flat=True)
    )
    assert set(owners) <= set(came.values_list("email", flat=True))


def test_it_joins_what_is_known_already(lived, empty, noa, gal, tmp_path) -> None:  # type: ignore[no-untyped-def]
    first = exported(noa.workspace, tmp_path / "first.zip")
    brought(empty, first)
    again = exported(empty.workspace, tmp_path / "again.zip")
    counts = brought(noa, again)
    assert (counts["clients"], counts["people"]) == (0, 0)
    assert Client.objects.within(noa.workspace.id).filter(name=gal.name).count() == 1


def test_one_client_alone_comes_too(lived, empty, tmp_path) -> None:  # type: ignore[no-untyped-def]
    client = Client.objects.within(lived.id).current().first()
    bundle.write(Scope(lived, client), tmp_path / "one.zip", at=NOW)
    brought(empty, tmp_path / "one.zip")
    assert Client.objects.within(empty.workspace.id).get().name == client.name
    assert Entry.objects.within(empty.workspace.id).count() == Entry.objects.of(client).count()


def test_an_archive_that_was_changed_or_is_newer_leaves_nothing(lived, empty, tmp_path) -> None:  # type: ignore[no-untyped-def]
    whole = exported(lived, tmp_path / "first.zip")
    changed = {
        "promises.json": lambda text: text.replace(b'"side": "ours"', b'"side": ["ours"]'),
        "entries.json": lambda text: text.replace(b'"id": "', b'"id": "x'),
        "manifest.json": lambda text: text.replace(b'"format": 1', b'"format": 9'),
    }
    for name, change in changed.items():
        bad = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(whole) as good, zipfile.ZipFile(bad, "w") as box:
            for one in good.namelist():
                box.writestr(one, change(good.read(one)) if one == name else good.read(one))
        with pytest.raises(Unfit, match=opening.NEWER if name == "manifest.json" else opening.BROKEN):
            brought(empty, bad)
        assert not Client.objects.within(empty.workspace.id).exists()


def test_every_noun_that_leaves_comes_back_or_is_left_behind_on_purpose() -> None:
    assert set(moving.ORDER) | moving.LEFT_BEHIND == set(nouns())
