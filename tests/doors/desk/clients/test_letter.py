"""One entry by itself: the letter behind glass, its files, and how it was read."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from kashuv.desk.clients.letter.handing import disposition
from kashuv.language import mime
from kashuv.rooms.conversations.models import Attachment, Entry, Finding
from kashuv.rooms.post import parcels
from kashuv.rooms.post.models import Letter
from tests.cast import NOW
from tests.doors.desk.clients.lives import life

PDF = b"%PDF-1.4 the offer"


@pytest.fixture
def entry(gal) -> Entry:
    """A mail with an HTML dress and a file whose name is Hebrew."""
    raw = _raw()
    (parcel,) = parcels.keep(gal.workspace_id, [raw]).values()
    letter = Letter.objects.create(
        workspace_id=gal.workspace_id, identity=b"1" * 32, parcel=parcel, taken_at=NOW
    )
    (entry,) = life(gal, 1)
    Entry.objects.within(gal.workspace_id).filter(pk=entry.pk).update(letter=letter, html=True)
    (file,) = mime.open_letter(raw).attachments
    Attachment.objects.within(gal.workspace_id).filter(entry_id=entry.pk).update(
        part=file.path, name=file.name
    )
    return entry


def _raw() -> bytes:
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "yoav@gal.example", "noa@x.example", "Offer"
    letter.set_content("Here it is")
    letter.add_alternative('<p>Here <b>it</b> is</p><img src="https://away.example/pixel">', subtype="html")
    letter.add_attachment(PDF, maintype="application", subtype="pdf", filename="הצעת מחיר.pdf")
    return letter.as_bytes()


def test_the_letter_is_shown_behind_glass(noa_at_desk, entry):
    answer = noa_at_desk.get(f"/clients/{entry.client_id}/entries/{entry.pk}/letter/")
    body = answer.content.decode()
    assert "<p>Here <b>it</b> is</p>" in body and "away.example" not in body
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_frame_on_the_page_may_do_nothing(noa_at_desk, entry):
    body = noa_at_desk.get(f"/clients/{entry.client_id}/").content.decode()
    assert '<iframe sandbox=""' in body


def test_a_file_is_handed_out_as_it_was_sent(noa_at_desk, entry):
    file = Attachment.objects.within(entry.workspace_id).get(entry_id=entry.pk)
    answer = noa_at_desk.get(f"/clients/{entry.client_id}/entries/{entry.pk}/attachments/{file.pk}/")
    assert answer.content == PDF
    assert answer["Content-Disposition"] == disposition("הצעת מחיר.pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("offer.pdf", "attachment; filename=\"offer.pdf\"; filename*=UTF-8''offer.pdf"),
        ('a"b.pdf', "attachment; filename=\"a_b.pdf\"; filename*=UTF-8''a_b.pdf"),
        ("../../etc/passwd", "attachment; filename=\"_.._etc_passwd\"; filename*=UTF-8''_.._etc_passwd"),
        (
            "x\r\nSet-Cookie: a",
            "attachment; filename=\"x_Set-Cookie_ a\"; filename*=UTF-8''x_Set-Cookie_%20a",
        ),
        ("cod\u202egpj.exe", "attachment; filename=\"cod_gpj.exe\"; filename*=UTF-8''cod_gpj.exe"),
        ("", "attachment; filename=\"file\"; filename*=UTF-8''file"),
    ],
)
def test_a_files_name_is_told_right_and_harmless(name, told):
    assert disposition(name) == told


def test_the_reading_is_explained(noa_at_desk, entry):
    body = noa_at_desk.get(f"/clients/{entry.client_id}/entries/{entry.pk}/reading/").content.decode()
    assert '<mark class="request">send the offer</mark>' in body
    assert "80%" in body
    assert "the old words" in body


def test_what_was_not_so_is_no_longer_marked_and_can_be_thought_over(noa_at_desk, entry):
    Finding.objects.within(entry.workspace_id).filter(entry_id=entry.pk).update(state="dismissed")
    body = noa_at_desk.get(f"/clients/{entry.client_id}/entries/{entry.pk}/reading/").content.decode()
    assert '<mark class="request">' not in body
    finding = Finding.objects.within(entry.workspace_id).get(entry_id=entry.pk)
    assert f"/{finding.pk}/reconsidering/" in body and f"/{finding.pk}/dismissal/" not in body


@pytest.mark.parametrize(("certainty", "said"), [(0.9, "כמעט ודאי"), (0.7, "סביר להניח"), (0.5, "ניחוש")])
def test_how_sure_is_told_in_words_too(noa_at_desk, entry, certainty, said):
    Finding.objects.within(entry.workspace_id).filter(entry_id=entry.pk).update(certainty=certainty)
    body = noa_at_desk.get(f"/clients/{entry.client_id}/entries/{entry.pk}/reading/").content.decode()
    assert f"{said} · {certainty:.0%}" in body


def test_a_letter_that_was_passed_on_tells_by_whom(noa_at_desk, entry):
    address = f"/clients/{entry.client_id}/entries/{entry.pk}/reading/"
    assert "הועבר אלינו" not in noa_at_desk.get(address).content.decode()
    Letter.objects.within(entry.workspace_id).update(
        envelope={"forwarded": ["Amit", "amit@rosen-levy.example"]}
    )
    assert "הועבר אלינו על ידי <bdi>Amit</bdi>" in noa_at_desk.get(address).content.decode()


def test_another_firm_finds_nothing(client, mallory, entry):
    client.force_login(mallory.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    file = Attachment.objects.within(entry.workspace_id).get(entry_id=entry.pk)
    for leaf in ("letter/", "reading/", f"attachments/{file.pk}/"):
        assert client.get(f"/clients/{entry.client_id}/entries/{entry.pk}/{leaf}").status_code == 404


def test_an_entry_is_not_found_under_another_client(noa_at_desk, entry, dalia):
    assert noa_at_desk.get(f"/clients/{dalia.id}/entries/{entry.pk}/reading/").status_code == 404


def test_a_letter_without_a_dress_keeps_its_angle_brackets(noa_at_desk, gal, entry):
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "yoav@gal.example", "noa@x.example", "Plain"
    letter.set_content("1 < 2, says <Yoav>")
    (parcel,) = parcels.keep(gal.workspace_id, [letter.as_bytes()]).values()
    Letter.objects.within(gal.workspace_id).update(parcel=parcel)
    Entry.objects.within(gal.workspace_id).update(text="1 < 2, says <Yoav>")
    body = noa_at_desk.get(f"/clients/{gal.id}/entries/{entry.pk}/letter/").content.decode()
    assert "1 &lt; 2, says &lt;Yoav&gt;" in body


def test_a_file_whose_letter_is_gone_is_not_there(noa_at_desk, gal):
    (bare,) = life(gal, 1)
    file = Attachment.objects.within(gal.workspace_id).get(entry_id=bare.pk)
    answer = noa_at_desk.get(f"/clients/{gal.id}/entries/{bare.pk}/attachments/{file.pk}/")
    assert answer.status_code == 404
