"""A passkey: added in the settings, and from then on it opens the door by itself."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.cast import PASSWORD
from tests.journeys.pages import Stage


def give_finger(page: Page) -> None:
    """A phone's authenticator, played by the browser."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    line.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_is_added_and_opens_the_door(guest, stage: Stage) -> None:
    page = guest("/accounts/login/", locale="he")
    give_finger(page)
    page.get_by_label("כתובת מייל").fill(stage.noa.email)
    page.get_by_label("סיסמה").fill(PASSWORD)
    page.get_by_role("button", name="כניסה", exact=True).click()
    page.wait_for_load_state("networkidle")
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("סיסמה").fill(PASSWORD)  # whoever changes the lock proves once more who she is
    page.get_by_role("button", name="המשך").click()
    page.locator("input[name=name]").fill("הטלפון שלי")
    page.locator("input[name=passwordless]").check()
    page.get_by_role("button", name="הוספה").click()
    page.wait_for_url(lambda address: not address.endswith("/add/"))

    page.goto("/accounts/2fa/webauthn/")
    expect(page.locator(".rows")).to_contain_text("הטלפון שלי")

    page.goto("/accounts/logout/")
    page.get_by_role("button", name="יציאה").click()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="כניסה עם מפתח גישה").click()

    page.wait_for_url("**/")
    expect(page.locator("h1")).to_contain_text("Noa")
