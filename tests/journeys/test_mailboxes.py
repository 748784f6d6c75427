"""A mailbox from its address to its first letter, on real servers, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from kashuv.flows.collecting import jobs
from kashuv.foundation import clock
from kashuv.rooms.post.models import Mailbox
from tests import dovecot
from tests.flows.collecting.conftest import room
from tests.flows.collecting.test_visit import mail
from tests.journeys.conftest import PHONE
from tests.journeys.pages import Stage
from tests.smtp import Post, listening

pytestmark = pytest.mark.dovecot
ADDRESS = "noa.journey@kashuv.example"


@pytest.fixture
def imap() -> Iterator[dovecot.Dovecot]:
    if dovecot.PROGRAM is None:
        pytest.skip("dovecot-imapd is not installed")
    with dovecot.serving() as running:
        yield running


@pytest.fixture
def post() -> Iterator[Post]:
    with listening(Post(password=dovecot.PASSWORD)) as running:
        yield running


def _fill(page: Page, imap: dovecot.Dovecot, post: Post, password: str) -> None:
    page.get_by_label("Password").fill(password)
    for kind, port in (("IMAP", imap.port), ("SMTP", post.port)):
        page.get_by_label(f"({kind})").first.fill("127.0.0.1")
        page.get_by_label(f"Port ({kind})").fill(str(port))
        page.get_by_label(f"Security ({kind})").select_option("none")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_from_the_address_to_the_first_letter(desk, stage: Stage, imap, post, scripts) -> None:
    with imap.enter(ADDRESS) as server:
        server.append("INBOX", mail(1))
    page = desk("/settings/", tongue="en", size=PHONE, java_script_enabled=scripts)
    page.get_by_role("link", name="Mailboxes").click()
    page.get_by_role("link", name="Connect a mailbox").click()
    page.get_by_label("Mail address").fill(ADDRESS)
    page.get_by_role("button", name="Go on").click()
    _fill(page, imap, post, "not this one")
    page.get_by_role("button", name="Connect", exact=True).click()
    expect(page.locator("#trial .tag.hurt")).to_have_count(2)
    expect(page.get_by_label("Password")).to_have_value("")

    page.get_by_label("Password").fill(dovecot.PASSWORD)
    page.get_by_role("button", name="Connect", exact=True).click()
    expect(page.locator("h1")).to_contain_text(ADDRESS)
    mailbox = Mailbox.objects.within(stage.noa.workspace_id).get(address=ADDRESS)
    jobs.collect(stage.noa.workspace, {"mailbox": str(mailbox.pk)}, clock.now(), room=room)
    page.reload()
    expect(page.locator("#how")).to_contain_text("In step")
    expect(page.locator("#how")).to_contain_text("1 letter")
    assert post.taken == []


def test_a_trial_answers_in_its_place_and_leaves_what_was_typed(desk, stage: Stage, imap, post) -> None:
    page = desk(f"/settings/mailboxes/new/?address={ADDRESS}", tongue="en")
    _fill(page, imap, post, dovecot.PASSWORD)
    page.get_by_label("(IMAP)").first.fill("my server")
    page.get_by_role("button", name="Test the connection").click()
    expect(page.locator("#id_fetching_host_error")).to_contain_text("no server's name")
    expect(page.get_by_label("(IMAP)").first).to_be_focused()
    page.get_by_label("(IMAP)").first.fill("127.0.0.1")
    page.get_by_role("button", name="Test the connection").click()
    expect(page.locator("#trial .tag.calm")).to_have_count(2)
    expect(page.get_by_label("Password")).to_have_value(dovecot.PASSWORD)
    assert not Mailbox.objects.within(stage.noa.workspace_id).filter(address=ADDRESS).exists()


def test_the_end_is_asked_on_a_sheet(desk, stage: Stage) -> None:
    page = desk(f"/settings/mailboxes/{stage.mailbox.pk}/", tongue="en")
    page.get_by_role("link", name="Close it").click()
    expect(page.locator("#sheet")).to_contain_text("can't be undone")
    page.locator("#sheet").get_by_role("button", name="Close it").click()
    expect(page.locator(".toast")).to_contain_text("Its letters stay")
    assert not Mailbox.objects.within(stage.noa.workspace_id).get(pk=stage.mailbox.pk).active
