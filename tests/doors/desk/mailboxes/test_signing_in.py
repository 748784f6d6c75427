"""By Google's own page: there, back, kept; and nobody else's code, state or session opens anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.urls import reverse

from kashuv.rooms.post import mailboxes
from kashuv.rooms.post.channels import trying
from kashuv.rooms.post.channels.oauth import Tokens
from kashuv.rooms.post.channels.trying import Trial
from kashuv.rooms.post.models import Mailbox
from tests.cast import NOW
from tests.doors.desk.mailboxes.conftest import at_desk
from tests.oauth import Endpoint, answering

WISH = {
    "address": "noa@gmail.com",
    "provider": "gmail",
    "whose": "mine",
    "name": "נועה",
    "since": "2026-02-01",
}
RETURN = "mailbox-return"


@pytest.fixture
def google(settings, monkeypatch) -> Iterator[Endpoint]:
    """The provider; its mail servers, which are elsewhere, let everybody in."""
    monkeypatch.setattr(trying, "_fetching", lambda *_: Trial(True, "open"))
    monkeypatch.setattr(trying, "_sending", lambda *_: Trial(True, "open"))
    with answering(Endpoint()) as running:
        settings.MAIL_SIGN_IN = {"google": running.told()}
        yield running


def _page(visitor, wish=WISH) -> str:
    """The link that leads to the provider."""
    page = visitor.post(reverse("mailbox-onward"), wish).content.decode()
    found = re.search(r'href="(http://127[^"]+)"', page)
    assert found, page
    return unescape(found[1])


def _kept(noa) -> Mailbox | None:
    return Mailbox.objects.within(noa.workspace_id).first()


def test_there_and_back(noa, noa_at_desk, google):
    told = google.consent(_page(noa_at_desk))
    asked = noa_at_desk.get(reverse(RETURN), told)
    assert asked.status_code == 200 and _kept(noa) is None  # a GET changes nothing
    noa_at_desk.post(reverse(RETURN), told)
    mailbox = _kept(noa)
    assert mailbox and (mailbox.address, mailbox.proof, mailbox.name) == ("noa@gmail.com", "google", "נועה")
    assert mailbox.fetching["host"] == "imap.gmail.com" and mailbox.sending["host"] == "smtp.gmail.com"
    assert mailbox.since and mailbox.since.isoformat() == "2026-02-01"
    assert Tokens.of(mailboxes.secret_of(mailbox)).refresh in google.good


def test_the_way_back_leads_to_the_address_that_people_use(noa_at_desk, google, settings):
    settings.BASE_URL = "https://desk.example"
    assert "redirect_uri=https%3A%2F%2Fdesk.example%2Fsettings%2Fmailboxes%2Freturn%2F" in _page(noa_at_desk)


def test_the_page_offers_it_only_where_this_installation_is_known(noa_at_desk, google, settings):
    page = reverse("mailbox-new") + "?address=noa@gmail.com"
    assert reverse("mailbox-onward") in noa_at_desk.get(page).content.decode()
    settings.MAIL_SIGN_IN = {}
    assert reverse("mailbox-onward") not in noa_at_desk.get(page).content.decode()
    assert noa_at_desk.post(reverse("mailbox-onward"), WISH).status_code == 303


def test_a_way_back_is_good_once(noa, noa_at_desk, google):
    told = google.consent(_page(noa_at_desk))
    noa_at_desk.post(reverse(RETURN), told)
    asked = len(google.asked)
    noa_at_desk.post(reverse(RETURN), told)
    assert len(google.asked) == asked


def test_nobody_finishes_what_another_began(noa, dana, noa_at_desk, google):
    """Else Mallory could send Noa a link that connects Mallory's mailbox in Noa's name, or the reverse."""
    told = google.consent(_page(noa_at_desk))
    for visitor in (
        at_desk(dana),
        at_desk(noa),
    ):  # somebody else; herself, but in a browser that began nothing
        for answer in (visitor.get(reverse(RETURN), told), visitor.post(reverse(RETURN), told)):
            assert answer.status_code == 303
    _page(noa_at_desk)  # she has begun anew since, so that the older way leads nowhere
    noa_at_desk.post(reverse(RETURN), told)
    assert _kept(noa) is None and google.asked == []


@pytest.mark.parametrize("told", [{}, {"error": "access_denied"}, {"state": "x", "code": "y"}], ids=str)
def test_a_no_is_said_and_nothing_is_connected(noa, noa_at_desk, google, told):
    _page(noa_at_desk)
    assert noa_at_desk.get(reverse(RETURN), told).status_code == 303
    assert _kept(noa) is None


def test_what_the_provider_refuses_is_said(noa, noa_at_desk, google):
    told = google.consent(_page(noa_at_desk))
    google.codes.clear()
    answer = noa_at_desk.post(reverse(RETURN), told, follow=True)
    assert "Google" in answer.content.decode() and _kept(noa) is None


def test_what_does_not_open_is_kept_and_its_page_says_so(noa, noa_at_desk, google, monkeypatch):
    monkeypatch.setattr(trying, "_fetching", lambda *_: Trial(False, "IMAP כבוי"))
    noa_at_desk.post(reverse(RETURN), google.consent(_page(noa_at_desk)))
    mailbox = _kept(noa)
    assert mailbox and mailbox.trouble == "IMAP כבוי"


def test_one_that_stands_is_opened_anew(noa, noa_at_desk, google):
    noa_at_desk.post(reverse(RETURN), google.consent(_page(noa_at_desk)))
    before = _kept(noa)
    assert before
    mailboxes.complain(before, "withdrawn", at=NOW)
    told = google.consent(_page(noa_at_desk, {"mailbox": str(before.pk)}))
    noa_at_desk.post(reverse(RETURN), told)
    after = _kept(noa)
    assert after and (after.pk, after.trouble, after.name) == (before.pk, "", "נועה")
    assert bytes(after.secret) != bytes(before.secret)


@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-0000-0000-000000000001"])
def test_one_that_is_not_hers_is_not_there(noa_at_desk, google, key):
    assert noa_at_desk.post(reverse("mailbox-onward"), {"mailbox": key}).status_code == 404


def test_the_teams_is_opened_by_those_who_lead_alone(noa, dana, google):
    visitor = at_desk(dana)
    visitor.post(reverse(RETURN), google.consent(_page(visitor, WISH | {"whose": "team"})))
    mailbox = _kept(noa)
    assert mailbox and mailbox.member_id == dana.pk
