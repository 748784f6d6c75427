"""One mailbox and the list of all: how each is, who may change it, what was refused, and its end."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from kashuv.foundation import clock, sentences
from kashuv.foundation.queue.job import Job
from kashuv.rooms.post import mailboxes, parcels
from kashuv.rooms.post.channels.entering import Server
from kashuv.rooms.post.models import Copy, Folder, Mailbox
from kashuv.rooms.team.models import Member
from tests import dovecot
from tests.cast import NOW
from tests.doors.desk.mailboxes.conftest import ADDRESS, at_desk, typed

RAW = b"From: nobody\r\n\r\n\xff<script>alert(1)</script>"


@pytest.fixture
def mailbox(noa, open_mailbox) -> Mailbox:
    return open_mailbox(noa, member=noa)


def _folder(mailbox: Mailbox, path: str = "INBOX", **more: object) -> Folder:
    return Folder.objects.create(workspace_id=mailbox.workspace_id, mailbox=mailbox, path=path, **more)


def _refused(folder: Folder, raw: bytes = RAW) -> Copy:
    kept = list(parcels.keep(folder.workspace_id, [raw]).values()) if raw else [None]
    return Copy.objects.create(
        workspace_id=folder.workspace_id, folder=folder, uid=9, parcel=kept[0], refused="broken", seen_at=NOW
    )


def _fresh(mailbox: Mailbox) -> Mailbox:
    return Mailbox.objects.within(mailbox.workspace_id).get(pk=mailbox.pk)


def _lead(mailbox: Mailbox, noa: Member, imap_port: int, smtp_port: int) -> None:
    """The mailbox as it would be after it was connected to these servers."""
    ways = {
        side: Server("127.0.0.1", port, "none", ADDRESS).said()
        for side, port in (("fetching", imap_port), ("sending", smtp_port))
    }
    mailboxes.change(mailbox, by=noa, at=NOW, secret={"password": dovecot.PASSWORD}, **ways)


def _asked(mailbox: Mailbox) -> bool:
    return Job.objects.within(mailbox.workspace_id).filter(task="collect").exists()


class TestHowItIs:
    def test_a_list_says_of_each_how_it_is_in_three_questions(
        self, noa, noa_at_desk, open_mailbox, django_assert_max_num_queries
    ):
        for number in range(8):
            box = open_mailbox(noa, f"n{number}@kashuv.example", member=noa)
            _folder(box, followed=True, above=1, theirs=1204, ours=1204)
            mailboxes.recover(box, at=clock.now())
        mailboxes.complain(box, "אין שרת בשם הזה.", at=NOW)
        noa_at_desk.get(reverse("mailboxes"))
        with django_assert_max_num_queries(5):  # session, login, member; mailboxes, folders
            page = noa_at_desk.get(reverse("mailboxes")).content.decode()
        assert page.count("1,204") == 7 and page.count("אין שרת בשם הזה.") == 1

    def test_it_is_in_step_only_when_every_folder_is(self, mailbox, noa_at_desk):
        path = reverse("mailbox", args=[mailbox.pk])
        assert "tag wait" in noa_at_desk.get(path).content.decode()
        _folder(mailbox, followed=True, above=1, theirs=10, ours=10)
        sent = _folder(mailbox, "Sent", followed=True, above=5, theirs=20, ours=7)
        mailboxes.recover(mailbox, at=clock.now())
        page = noa_at_desk.get(path).content.decode()
        assert "tag wait" in page and "17 מתוך 30" in page and "7 מתוך 20" in page
        assert 'hx-trigger="every' in page  # it goes on by itself
        Folder.objects.within(mailbox.workspace_id).filter(pk=sent.pk).update(above=1, ours=20)
        page = noa_at_desk.get(path).content.decode()
        assert "tag calm" in page and 'hx-trigger="every' not in page

    def test_the_teams_is_seen_by_all_and_changed_by_leaders(self, noa, dana, amit, open_mailbox):
        office = open_mailbox(noa, "office@kashuv.example")
        path, about = reverse("mailbox", args=[office.pk]), reverse("mailbox-about", args=[office.pk])
        assert 'name="signature"' not in at_desk(dana).get(path).content.decode()
        assert at_desk(dana).post(about, {"name": "x"}).status_code == 404
        assert at_desk(amit).post(about, {"name": "המשרד"}).status_code == 303
        assert _fresh(office).name == "המשרד"

    def test_a_leader_sees_how_a_members_own_is_and_nothing_else(self, noa, dana, open_mailbox):
        hers = open_mailbox(dana, "dana@kashuv.example", member=dana, signature="a private word")
        _refused(_folder(hers, "Diary"))
        page = at_desk(noa).get(reverse("mailbox", args=[hers.pk])).content.decode()
        assert "dana@kashuv.example" in page
        assert "a private word" not in page and "broken" not in page and "Diary" not in page
        assert reverse("mailbox-servers", args=[hers.pk]) not in page

    def test_no_page_ever_shows_the_secret(self, mailbox, noa_at_desk):
        for name in ("mailbox", "mailbox-servers", "mailbox-end"):
            page = noa_at_desk.get(reverse(name, args=[mailbox.pk])).content.decode()
            assert "hush-hush" not in page


class TestFolders:
    def test_a_folder_is_followed_and_left(self, mailbox, noa_at_desk):
        folder = _folder(mailbox, "ספקים")
        path = reverse("mailbox-folder", args=[mailbox.pk, folder.pk])
        noa_at_desk.post(path, {"followed": "on"})
        assert Folder.objects.within(mailbox.workspace_id).get().followed and _asked(mailbox)
        noa_at_desk.post(path, {"followed": ""})
        assert not Folder.objects.within(mailbox.workspace_id).get().followed

    def test_a_folder_of_another_mailbox_is_not_there(self, noa, mailbox, noa_at_desk, open_mailbox):
        other = _folder(open_mailbox(noa, "other@kashuv.example", member=noa))
        path = reverse("mailbox-folder", args=[mailbox.pk, other.pk])
        assert noa_at_desk.post(path, {"followed": "on"}).status_code == 404

    def test_a_refused_letter_is_handed_over_as_it_came_and_opened_by_no_browser(self, mailbox, noa_at_desk):
        copy = _refused(_folder(mailbox, followed=True))
        path = reverse("mailbox-refused", args=[mailbox.pk, copy.pk])
        page = noa_at_desk.get(reverse("mailbox", args=[mailbox.pk])).content.decode()
        assert path in page and "broken" in page
        answer = noa_at_desk.get(path)
        assert answer.content == RAW
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment")

    def test_of_one_whose_bytes_never_came_only_the_reason_is_shown(self, mailbox, noa_at_desk):
        copy = _refused(_folder(mailbox, followed=True), b"")
        path = reverse("mailbox-refused", args=[mailbox.pk, copy.pk])
        assert path not in noa_at_desk.get(reverse("mailbox", args=[mailbox.pk])).content.decode()
        assert noa_at_desk.get(path).status_code == 404


class TestChanging:
    def test_name_and_signature_leave_trouble_and_secret_as_they_are(self, mailbox, noa_at_desk):
        mailboxes.complain(mailbox, "closed", at=NOW)
        said = {"name": "נועה", "signature": "בברכה,\nנועה", "capture": "in@kashuv.example"}
        noa_at_desk.post(reverse("mailbox-about", args=[mailbox.pk]), said)
        after = _fresh(mailbox)
        assert (after.name, after.capture, after.trouble) == ("נועה", "in@kashuv.example", "closed")
        assert after.signature.replace("\r", "") == said["signature"]
        assert mailboxes.secret_of(after) == {"password": "hush-hush"}

    def test_a_clients_address_takes_no_copies(self, mailbox, noa_at_desk, gal):
        path = reverse("mailbox-about", args=[mailbox.pk])
        assert noa_at_desk.post(path, {"capture": "yoav@gal.example"}).status_code == 422

    @pytest.mark.dovecot
    def test_a_new_password_is_tried_before_it_is_kept(self, mailbox, noa_at_desk, imap, post):
        path = reverse("mailbox-servers", args=[mailbox.pk])
        answer = noa_at_desk.post(path, typed(imap.port, post.port, password="not this one"))
        assert answer.status_code == 422
        assert mailboxes.secret_of(_fresh(mailbox)) == {"password": "hush-hush"}
        assert noa_at_desk.post(path, typed(imap.port, post.port)).status_code == 303
        assert mailboxes.secret_of(_fresh(mailbox)) == {"password": dovecot.PASSWORD}
        assert _fresh(mailbox).fetching["port"] == imap.port and _asked(mailbox)

    @pytest.mark.dovecot
    def test_without_a_new_password_the_old_one_is_tried_and_stays(
        self, mailbox, noa, noa_at_desk, imap, post
    ):
        _lead(mailbox, noa, imap.port, post.port)
        said = typed(imap.port, post.port, password="")
        assert noa_at_desk.post(reverse("mailbox-servers", args=[mailbox.pk]), said).status_code == 303
        assert mailboxes.secret_of(_fresh(mailbox)) == {"password": dovecot.PASSWORD}

    @pytest.mark.parametrize(
        "elsewhere",
        [
            {"fetching_host": "imap.mallory.example"},
            {"sending_host": "smtp.mallory.example"},
            {"sending_port": "2525"},
            {"fetching_security": "tls"},
            {"login": "mallory"},
        ],
        ids=lambda said: next(iter(said)),
    )
    def test_what_is_kept_of_a_password_goes_to_no_other_server(self, mailbox, noa_at_desk, elsewhere):
        """Else whoever sits at an open desk would have the password told to a server of his own."""
        path, said = reverse("mailbox-servers", args=[mailbox.pk]), typed(1, 1, password="", even_so="on")
        assert noa_at_desk.post(path, said | elsewhere).status_code == 422
        assert _fresh(mailbox).fetching == mailbox.fetching and _fresh(mailbox).sending == mailbox.sending
        assert noa_at_desk.post(path, said).status_code == 303

    @pytest.mark.dovecot
    def test_a_trial_of_what_stands_says_what_is_wrong_on_its_page(
        self, mailbox, noa, noa_at_desk, imap, post
    ):
        path = reverse("mailbox-trial", args=[mailbox.pk])
        noa_at_desk.post(path)
        assert "127.0.0.1" in _fresh(mailbox).trouble and not _asked(mailbox)
        _lead(mailbox, noa, imap.port, post.port)
        noa_at_desk.post(path)
        assert not _fresh(mailbox).trouble and _asked(mailbox)

    def test_a_secret_of_another_key_is_said_and_entered_anew(self, mailbox, noa_at_desk, settings):
        settings.SEALING_KEY = "another key, as after a restore without it, long enough"
        noa_at_desk.post(reverse("mailbox-trial", args=[mailbox.pk]))
        path = reverse("mailbox", args=[mailbox.pk])
        assert "מחדש" in noa_at_desk.get(path).content.decode()
        with translation.override("en"):  # another of us, who reads English
            assert "enter it anew" in sentences.read(_fresh(mailbox).trouble)


class TestItsEnd:
    def test_it_is_asked_first_then_the_secret_is_gone_and_the_rest_stays(self, mailbox, noa_at_desk):
        folder, path = _folder(mailbox, followed=True), reverse("mailbox-end", args=[mailbox.pk])
        assert noa_at_desk.get(path).status_code == 200 and _fresh(mailbox).active
        noa_at_desk.post(path)
        after = _fresh(mailbox)
        assert (after.active, bytes(after.secret)) == (False, b"")
        assert Folder.objects.within(mailbox.workspace_id).get() == folder
        assert "hush-hush" not in noa_at_desk.get(reverse("mailbox", args=[mailbox.pk])).content.decode()

    def test_a_leader_ends_the_mailbox_of_who_has_left_but_never_changes_it(self, noa, dana, open_mailbox):
        hers = open_mailbox(dana, "dana@kashuv.example", member=dana)
        desk = at_desk(noa)
        assert desk.post(reverse("mailbox-about", args=[hers.pk]), {"name": "x"}).status_code == 404
        assert desk.post(reverse("mailbox-end", args=[hers.pk])).status_code == 303
        assert not _fresh(hers).active

    @pytest.mark.parametrize("deed", ["trial", "fetching", "end", "servers"])
    def test_with_a_closed_one_nothing_can_be_done(self, mailbox, noa, noa_at_desk, deed):
        mailboxes.close(mailbox, by=noa, at=NOW)
        assert noa_at_desk.post(reverse(f"mailbox-{deed}", args=[mailbox.pk])).status_code == 404


def test_it_is_fetched_when_somebody_wants_it(mailbox, noa_at_desk):
    noa_at_desk.post(reverse("mailbox-fetching", args=[mailbox.pk]))
    assert _asked(mailbox)


def test_settings_and_empty_pages_lead_here(noa_at_desk):
    for name in ("settings", "drafts"):
        assert reverse("mailboxes") in noa_at_desk.get(reverse(name)).content.decode()
    assert reverse("mailbox-new") in noa_at_desk.get("/").content.decode()


def test_a_mailbox_in_trouble_is_told_beside_settings_to_those_whom_it_serves(noa, dana, open_mailbox):
    hers, office = open_mailbox(noa, member=noa), open_mailbox(noa, "office@kashuv.example")
    for box in (hers, office):
        mailboxes.complain(box, "closed", at=NOW)
    for member, number in ((noa, 2), (dana, 1)):
        desk = at_desk(member)
        assert (
            f'id="count-settings" hx-swap-oob="true">{number}<'
            in desk.get(reverse("counts")).content.decode()
        )
        assert desk.get(reverse("settings")).content.decode().count("tag hurt") == number
    mailboxes.close(hers, by=noa, at=NOW)
    mailboxes.recover(office, at=NOW)
    assert "tag hurt" not in at_desk(noa).get(reverse("settings")).content.decode()
