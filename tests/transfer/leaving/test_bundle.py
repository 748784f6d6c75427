"""The bundle: all of one client and nothing of another, mails byte for byte."""

from __future__ import annotations

import json
import zipfile

import pytest

from kashuv.foundation.keys import uuid7
from kashuv.rooms.calm import guard, holding, opinions
from kashuv.rooms.clients import consents
from kashuv.rooms.clients.models import Person
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Attachment, Entry
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Letter
from kashuv.rooms.promises.models import Promise
from kashuv.transfer.leaving import bundle
from kashuv.transfer.leaving.nouns import Scope
from tests import cast


def _mail(client, raw: bytes) -> Entry:
    parcel = next(iter(parcels.keep(client.workspace_id, [raw]).values()))
    letter = Letter.objects.create(
        workspace_id=client.workspace_id,
        identity=raw[:32],
        taken_at=cast.NOW,
        sent_at=cast.NOW,
        parcel=parcel,
    )
    return Entry.objects.create(
        workspace_id=client.workspace_id, client=client, letter=letter, kind="mail", direction="in", at=cast.NOW,
        identity=str(uuid7()), text=raw.decode("windows-1255"),
    )  # fmt: skip


@pytest.fixture
def told(gal, dalia):
    """Gal wrote a mail and sent a file by chat, and holds a promise; Dalia wrote another mail."""
    entry = _mail(gal, "שלום, מה עם ההצעה?".encode("windows-1255"))
    _mail(dalia, "רק דליה".encode("windows-1255"))
    parcel = next(iter(parcels.keep(gal.workspace_id, [b"picture"]).values()))
    Attachment.objects.create(
        workspace_id=gal.workspace_id,
        entry=entry,
        name="../../etc/קיר.jpg",
        media_type="image/jpeg",
        size=7,
        parcel=parcel,
    )
    Promise.objects.create(
        workspace_id=gal.workspace_id,
        client=gal,
        side="ours",
        words="הצעה",
        identity="1",
        state="open",
        given_at=cast.NOW,
    )


def _read(file):
    with zipfile.ZipFile(file) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_one_client_leaves_with_all_that_is_his_and_nothing_else(told, gal, firm, tmp_path):
    counts = bundle.write(Scope(firm, gal), tmp_path / "gal.zip", at=cast.NOW)
    held = _read(tmp_path / "gal.zip")
    assert [row["name"] for row in json.loads(held["clients.json"])] == ["מרכז גל"]
    assert [row["typed"] for row in json.loads(held["addresses.json"])] == [
        "yoav@gal.example",
        "054-123-4567",
    ]
    assert counts["entries"] == counts["mails"] == counts["files"] == counts["promises"] == 1
    assert not any("דליה" in content.decode("utf-8", "replace") for content in held.values())
    assert json.loads(held["manifest.json"])["counts"] == counts


def test_mails_leave_byte_for_byte_and_no_name_leads_out_of_the_bundle(told, gal, firm, tmp_path):
    bundle.write(Scope(firm, gal), tmp_path / "gal.zip", at=cast.NOW)
    held = _read(tmp_path / "gal.zip")
    mails = [content for name, content in held.items() if name.startswith("mails/")]
    assert mails == ["שלום, מה עם ההצעה?".encode("windows-1255")]
    assert [name.count("/") for name in held if name.startswith("files/")] == [2]
    assert not any(".." in name for name in held)


def test_a_workspace_leaves_whole_and_its_neighbour_stays(told, firm, mallory, tmp_path):
    foreign = cast.client(mallory.workspace, "Foreign", mallory)
    counts = bundle.write(Scope(firm), tmp_path / "all.zip", at=cast.NOW)
    held = _read(tmp_path / "all.zip")
    assert counts["clients"] == counts["mails"] == 2
    assert not any(foreign.name.encode() in content for content in held.values())


def test_a_bundle_overwrites_nothing(told, firm, tmp_path):
    (tmp_path / "all.zip").write_text("dear")
    with pytest.raises(FileExistsError):
        bundle.write(Scope(firm), tmp_path / "all.zip", at=cast.NOW)


def test_what_was_drafted_held_weighed_and_asked_leaves_with_its_client_alone(
    gal, dalia, noa, amit, tmp_path
):
    person = Person.objects.of(gal).get()
    consents.note(person, "כן", by=noa, at=cast.NOW)
    for client in (gal, dalia):
        draft = drafts.begin(client, None, by=noa, at=cast.NOW, text="נמאס לי ממך.", to=[["", "x@y.example"]])
        guard.weigh(draft, guard.look(draft, workspace=noa.workspace, at=cast.NOW), at=cast.NOW)
        holding.hold(draft, until=cast.NOW, by=noa, at=cast.NOW)
        opinions.ask(draft, amit, question="?", by=noa, at=cast.NOW)
    counts = bundle.write(Scope(noa.workspace, gal), tmp_path / "gal.zip", at=cast.NOW)
    assert [
        counts[one] for one in ("consents", "drafts", "weighings", "holds", "opinions", "dispatches")
    ] == [1, 1, 1, 1, 1, 0]
