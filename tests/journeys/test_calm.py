"""The calm road in a browser: hot at one in the night, held; read slowly in the morning; softened; sent once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urljoin

import pytest
from django.conf import settings as told
from django.test import Client as Visitor
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from kashuv.flows.incoming import take_in
from kashuv.language import mime
from kashuv.rooms.calm.models import Hold, Opinion, Weighing
from kashuv.rooms.conversations import drafts
from kashuv.rooms.conversations.models import Draft, Entry
from kashuv.rooms.post.models import Dispatch, Mailbox
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from tests.flows.outgoing import work
from tests.flows.writing import NOA, YOAV, arrived, letter
from tests.journeys.conftest import BACKEND
from tests.journeys.pages import Stage
from tests.smtp import Post, listening

NIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # one o'clock on Tuesday, where the firm is
MORNING = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
THURSDAY = date(2026, 11, 26)
SAID = {
    "he": {
        "theirs": "אני זועם שהמפרט עוד לא הגיע!!! זו אשמתכם. מתי הוא יהיה מוכן?",
        "bare": "המפרט עוד לא הגיע.",
        "asked": "מתי הוא יהיה מוכן?",
        "heat": "זו אשמתכם.",
        "hot": "יואב, נמאס לי מהתלונות שלך. אתה פשוט חצוף.",
        "soft": "יואב שלום, המפרט מתעכב וצר לי על כך. אשלח אותו עד יום חמישי.",
        "send": "שליחה",
        "wait": "להשאיר עד הבוקר",
        "ask": "דעה שנייה",
        "answer": "לרכך",
        "advice": "אפשר להתחיל בהתנצלות.",
    },
    "en": {
        "theirs": "I am furious that the specification has not come!!! This is all your fault. When will it be ready?",
        "bare": "The specification has not come.",
        "asked": "When will it be ready?",
        "heat": "This is all your fault.",
        "hot": "Yoav, I am sick of your complaints. You are being ridiculous.",
        "soft": "Yoav, the specification is late, and I'm sorry about that. I will send it by Thursday.",
        "send": "Send",
        "wait": "Wait until the morning",
        "ask": "A second opinion",
        "answer": "Soften it",
        "advice": "Begin with the apology.",
    },
}


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch) -> dict[str, datetime]:
    """The clock of the doors, to be turned."""
    turned = {"now": NIGHT}
    monkeypatch.setattr("kashuv.foundation.clock.now", lambda: turned["now"])
    return turned


@pytest.fixture
def post() -> Iterator[Post]:
    with listening(Post()) as server:
        yield server


def answered(stage: Stage, post: Post, theirs: str) -> Draft:
    """An empty answer to Yoav's furious letter, from a mailbox whose server we are."""
    boxes = Mailbox.objects.within(stage.noa.workspace_id)
    box = boxes.get(address="noa@rosen-levy.example")
    sending = {**box.sending, "host": "127.0.0.1", "port": post.port, "security": "none"}
    boxes.filter(pk=box.pk).update(sending=sending)
    raw = letter(YOAV, NOA, "?", theirs, mark="fury@gal", at=NIGHT - timedelta(hours=2))
    take_in(stage.noa.workspace, [arrived(raw)], shipment=None, by=None, at=NIGHT)
    entry = Entry.objects.within(stage.noa.workspace_id).filter(letter__message_id="fury@gal").get()
    return drafts.begin(
        stage.gal, stage.yoav, by=stage.noa, at=NIGHT, answers=entry, subject="Re: ?",
        to=[["", "yoav@gal.example"]], mailbox_id=box.pk,
    )  # fmt: skip


def advise(browser: Browser, page: Page, stage: Stage, draft: Draft, said: dict[str, str]) -> None:
    """Amit, in a browser of his own, marks what hurts and says that it should be softer."""
    amit = Member.objects.get(workspace_id=stage.noa.workspace_id, name="Amit")
    asked = Opinion.objects.within(stage.noa.workspace_id).get(draft_id=draft.pk, of_id=amit.pk)
    visitor = Visitor()
    visitor.force_login(amit.login, backend=BACKEND)
    with browser.new_context(reduced_motion="reduce") as context:
        session = visitor.cookies[told.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": told.SESSION_COOKIE_NAME, "value": session, "url": urljoin(page.url, "/")}]
        )
        his = context.new_page()
        his.goto(urljoin(page.url, reverse("opinion", args=[asked.pk])))
        his.get_by_label(said["hot"].split(". ")[1]).check()
        his.locator("input[name=answer][value=soften]").check()
        his.locator("textarea[name=words]").fill(said["advice"])
        his.locator("main form button.main").click()
        his.wait_for_load_state("networkidle")


@pytest.mark.parametrize("tongue", ["he", "en"])
def test_an_angry_letter_at_night_becomes_a_good_one_in_the_morning(
    hours: dict[str, datetime], desk, browser: Browser, stage: Stage, post: Post, tongue: str
) -> None:
    said = SAID[tongue]
    draft = answered(stage, post, said["theirs"])
    here = stage.noa.workspace_id

    page = desk(f"/drafts/{draft.pk}/", tongue=tongue)
    page.locator("textarea[name=text]").fill(said["hot"])
    page.get_by_role("button", name=said["send"], exact=True).click()
    expect(page).to_have_url(re.compile(r"/guard/$"))
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_role("button", name=said["wait"]).click()
    expect(page).to_have_url(re.compile(r"/drafts/$"))
    assert Hold.objects.within(here).get().until == MORNING - timedelta(minutes=30)

    hours["now"] = MORNING
    page.goto("/drafts/")
    page.locator(f"a[href='/drafts/{draft.pk}/morning/']").click()
    slow = page.locator(".slow")
    expect(slow.get_by_text(said["bare"], exact=True)).to_be_visible()
    expect(slow.get_by_text(said["asked"], exact=True)).to_be_visible()
    expect(slow.get_by_text(said["heat"], exact=True)).not_to_be_visible()

    page.get_by_role("link", name=said["ask"]).click()
    page.get_by_label("Amit").check()
    page.locator("main form button.main").click()
    expect(page).to_have_url(re.compile(rf"/drafts/{draft.pk}/$"))
    advise(browser, page, stage, draft, said)
    page.reload()
    for words in (said["answer"], said["advice"], said["hot"].split(". ")[1]):
        expect(page.locator(".opinions")).to_contain_text(words)

    page.locator("textarea[name=text]").fill(said["soft"])
    expect(page.locator(".vows")).to_be_visible()
    page.get_by_role("button", name=said["send"], exact=True).click()
    expect(page).not_to_have_url(re.compile("/drafts/"))
    sent = Dispatch.objects.within(here).get(source=draft.pk)
    work(MORNING + timedelta(seconds=9))
    assert sent.message_id not in post.marks()  # it can still be called back
    for seconds in (11, 30, 3600):
        work(MORNING + timedelta(seconds=seconds))

    [taken] = [one for one in post.taken if one.message_id == sent.message_id]
    assert taken.recipients == ("yoav@gal.example",)
    arrived_words = mime.open_letter(taken.raw).text
    assert said["soft"] in arrived_words and said["hot"] not in arrived_words
    assert Hold.objects.within(here).get().ended == Hold.End.SENT
    assert Weighing.objects.within(here).filter(decision="held", advised_hold=True).exists()
    [promise] = Promise.objects.within(here).filter(entry__letter__message_id=sent.message_id)
    assert (promise.side, promise.state, promise.due_at.date()) == ("ours", "open", THURSDAY)
    page.goto("/promises/")
    expect(page.locator("main")).to_contain_text(promise.words)
