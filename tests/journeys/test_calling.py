"""Whoever comes back from a call is asked how it went, and is led to what follows."""

from __future__ import annotations

from playwright.sync_api import expect

COME_BACK = "document.dispatchEvent(new Event('visibilitychange'))"


def test_coming_back_from_a_call_the_sheet_asks_once(desk, stage) -> None:
    page = desk(f"/clients/{stage.gal.pk}/", tongue="en")
    page.evaluate(
        "document.addEventListener('click', (event) => event.preventDefault(), {capture: true, once: true})"
    )
    page.locator("#margin a[href^='tel:']").first.click()
    page.evaluate(COME_BACK)
    sheet = page.locator("dialog[open]")
    expect(sheet.get_by_role("heading")).to_have_text("How did the call go?")
    sheet.locator("textarea").fill("We agreed on Sunday.")
    sheet.get_by_role("button", name="Take it down").click()
    expect(page.locator("#toasts")).to_contain_text("Noted")
    expect(page.locator("main")).to_contain_text("We agreed on Sunday.")
    page.evaluate(COME_BACK)
    expect(sheet).to_have_count(0)


def test_coming_back_from_a_chat_one_tap_takes_it_down(desk, stage) -> None:
    page = desk("/", tongue="en")
    page.evaluate(
        """(person) => { const link = Object.assign(document.createElement("a"), {href: "sms:+972541234567?body=At%20ten%3F"});
        link.dataset.call = `/capture/messages/${person}/sms/`;
        link.addEventListener("click", (event) => event.preventDefault());
        document.querySelector("main").append(link); link.click(); }""",
        str(stage.yoav.pk),
    )
    page.evaluate(COME_BACK)
    sheet = page.locator("dialog[open]")
    expect(sheet.locator("textarea")).to_have_value("At ten?")
    sheet.get_by_role("button", name="Sent").click()
    expect(page.locator("#toasts")).to_contain_text("Recorded")


def test_a_letter_is_begun_where_nobody_answered(desk, stage) -> None:
    page = desk(f"/clients/{stage.gal.pk}/", tongue="en")
    page.locator("#margin").get_by_role("link", name="How did it go?").first.click()
    page.locator("dialog[open]").get_by_role("button", name="Write an SMS").click()
    page.wait_for_url("**/drafts/*/")
    expect(page.locator("#kept")).to_contain_text("SMS")
