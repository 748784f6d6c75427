"""The client pages in a browser: letters decided with one key, clients introduced in bulk, a file brought in."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from kashuv.foundation import clock
from kashuv.foundation.queue.job import Job
from kashuv.rooms.clients.models import Client, Manner, Person
from kashuv.rooms.conversations.models import Finding
from kashuv.transfer.arriving import job
from tests.journeys.pages import Stage
from tests.journeys.test_axe import violations


def _states(stage: Stage) -> set[str]:
    return set(
        Finding.objects.within(stage.noa.workspace_id).filter(kind="request").values_list("state", flat=True)
    )


def test_a_finding_is_decided_with_one_key_and_undone_with_another(desk, stage: Stage) -> None:
    page: Page = desk(f"/clients/{stage.gal.pk}/", tongue="en")
    page.locator("article", has_text="Offer 0").focus()
    page.keyboard.press("e")  # the promise comes first
    expect(page.locator(".toast")).to_contain_text("Taken into the ledger")
    page.locator("article", has_text="Offer 0").focus()
    page.keyboard.press("x")
    expect(page.locator(".toast")).to_contain_text("that was not so")
    assert "dismissed" in _states(stage)
    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("waits for a decision again")
    assert _states(stage) == {"proposed"}


def test_what_they_said_is_written_down_on_top_of_the_page(desk, stage: Stage) -> None:
    page: Page = desk(f"/clients/{stage.gal.pk}/", tongue="en")
    page.get_by_role("link", name="Add what they said").click()
    page.get_by_label("What they said").fill("Never on Fridays")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#margin")).to_contain_text("Never on Fridays")
    assert Manner.objects.within(stage.noa.workspace_id).filter(words="Never on Fridays").exists()


def test_a_fact_is_remembered_where_one_stands(desk, stage: Stage) -> None:
    page: Page = desk(f"/clients/{stage.gal.pk}/", tongue="en")
    page.get_by_label("A fact, as if they will read it").fill("His brother runs the port")
    page.get_by_role("button", name="Remember").click()
    expect(page.locator("#margin")).to_contain_text("His brother runs the port")


def test_clients_are_introduced_with_the_keyboard_and_taken_back(desk, stage: Stage) -> None:
    page: Page = desk("/clients/introductions/", tongue="en")
    page.keyboard.press("j")
    page.keyboard.press(" ")
    expect(page.get_by_label("Choose North Pier")).to_be_checked()
    page.keyboard.press("a")
    expect(page.get_by_label("Choose North Pier")).not_to_be_checked()
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("1 client is confirmed")
    page.keyboard.press("z")
    expect(page.get_by_label("Choose North Pier")).to_be_visible()
    assert Client.objects.within(stage.noa.workspace_id).get(name="North Pier").standing == "proposed"


def test_enter_confirms_all_who_are_chosen(desk, stage: Stage) -> None:
    page: Page = desk("/clients/introductions/", tongue="en")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("1 client is confirmed")


def test_the_list_narrows_while_one_types(desk, stage: Stage) -> None:
    page: Page = desk("/clients/", tongue="en")
    page.get_by_label("Name, phone or mail").fill("yoav")
    expect(page).to_have_url(re.compile(r"q=yoav"))
    expect(page.locator("#clients")).to_contain_text("מרכז גל")
    page.get_by_label("Name, phone or mail").fill("xyzzyq")
    expect(page.locator("#clients")).to_contain_text("No client fits")


def test_a_file_is_brought_in_by_the_browser(desk, stage: Stage, settings, tmp_path) -> None:
    settings.DATA = tmp_path
    table = b"Name,Mail\nDana Lev,dana@lev.example\n"
    page: Page = desk("/bringing/", tongue="en")
    page.get_by_label("Files").set_input_files(
        {"name": "people.csv", "mimeType": "text/csv", "buffer": table}
    )
    page.get_by_role("button", name="Look at them").click()
    expect(page.get_by_label("Mail", exact=True)).to_have_value("mail")
    assert violations(page) == []
    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    job.carry(
        stage.noa.workspace,
        Job.objects.within(stage.noa.workspace_id).get(task="carry").arguments,
        clock.now(),
    )
    expect(page.get_by_role("heading", level=1)).to_have_text("Arrived")
    assert Person.objects.within(stage.noa.workspace_id).filter(name="Dana Lev").exists()


def test_a_letter_as_it_was_sent_does_not_reach_out(desk, stage: Stage) -> None:
    """The sandboxed frame shows the words; nothing is asked of anybody else's host (the desk fails on any error)."""
    page: Page = desk(f"/clients/{stage.gal.pk}/", tongue="en")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert {url.split("/")[2] for url in asked if url.startswith("http")} == {page.url.split("/")[2]}
