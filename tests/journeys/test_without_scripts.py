"""Without a script: everything is read, every form is sent."""

from __future__ import annotations

from playwright.sync_api import expect

from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises.models import Promise
from tests.cast import PASSWORD
from tests.journeys.pages import Stage


def test_a_day_without_scripts(guest, stage: Stage) -> None:
    page = guest("/", java_script_enabled=False, locale="he")
    page.get_by_label("כתובת מייל").fill(stage.noa.email)
    page.get_by_label("סיסמה").fill(PASSWORD)
    page.get_by_role("button", name="כניסה", exact=True).click()
    expect(page.locator(".need")).to_contain_text("מרכז גל")

    page.get_by_role("button", name="קוימה").first.click()
    expect(page.locator(".toast")).to_contain_text("קוימה")
    page.get_by_role("button", name="ביטול").click()
    expect(page.locator(".need")).to_contain_text("מרכז גל")
    assert Promise.objects.within(stage.late.workspace_id).get(pk=stage.late.pk).state == "open"

    page.get_by_role("link", name="רישום מהיר").click()
    page.get_by_label("עם מי").fill("יואב גל")
    page.get_by_label("מה נאמר").fill("בלי סקריפט")
    page.get_by_role("button", name="רישום", exact=True).click()
    assert (
        Entry.objects.within(stage.gal.workspace_id).filter(identity__startswith="hand:").latest("id").text
        == "בלי סקריפט"
    )
