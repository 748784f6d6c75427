"""A day by the keyboard alone: walk, do, undo, take down, find, go."""

from __future__ import annotations

from playwright.sync_api import expect

from kashuv.rooms.conversations.models import Entry
from kashuv.rooms.promises.models import Promise
from tests.journeys.pages import Stage


def state_of(promise: Promise) -> str:
    return Promise.objects.within(promise.workspace_id).get(pk=promise.pk).state


def test_e_keeps_the_word_and_z_takes_it_back(desk, stage: Stage) -> None:
    page = desk("/promises/")
    late = page.locator("[data-item]", has_text="המפרט המלא")

    page.keyboard.press("j")
    expect(late).to_be_focused()
    page.keyboard.press("e")

    expect(page.locator(".toast")).to_contain_text("קוימה")
    assert state_of(stage.late) == "kept"
    expect(page.locator("[data-item]:focus, main:focus")).to_have_count(1)

    page.keyboard.press("z")
    expect(page.locator(".toast")).to_contain_text("שוב עומדת")
    assert state_of(stage.late) == "open"


def test_s_puts_an_item_of_today_off_in_place(desk, stage: Stage) -> None:
    page = desk("/")
    before = page.url
    page.keyboard.press("j")
    page.keyboard.press("s")

    expect(page.locator(".toast")).to_be_visible()
    expect(page.locator("[data-item]")).to_have_count(0)
    assert page.url == before
    expect(page.locator("#count-today")).to_have_text("")


def test_on_today_the_first_is_meant_from_the_start(desk, stage: Stage) -> None:
    page = desk("/")
    page.keyboard.press("e")

    expect(page.locator(".toast")).to_contain_text("קוימה")
    assert state_of(stage.late) == "kept"


def test_a_hebrew_keyboard_presses_the_same_keys(desk, stage: Stage) -> None:
    page = desk("/promises/")
    page.locator("body").dispatch_event("keydown", {"key": "ח", "code": "KeyJ"})

    expect(page.locator("[data-item]").first).to_be_focused()


def test_c_takes_a_call_down_from_any_page(desk, stage: Stage) -> None:
    page = desk("/promises/")
    page.keyboard.press("c")
    sheet = page.locator("#sheet")
    expect(sheet.get_by_label("עם מי")).to_be_focused()

    page.keyboard.type("יואב")
    sheet.get_by_role("button", name="יואב גל").click()
    sheet.get_by_label("מה נאמר").fill("שמח מאוד")
    sheet.get_by_text("הובטח משהו").click()
    sheet.get_by_label("מה הובטח").fill("טיוטה")
    sheet.get_by_label("עד מתי").press_sequentially("מחר")
    expect(sheet.locator("output time")).to_contain_text("מחר")
    sheet.get_by_role("button", name="רישום", exact=True).click()

    expect(page.locator(".toast")).to_contain_text("נרשם: מרכז גל")
    entry = Entry.objects.within(stage.gal.workspace_id).filter(identity__startswith="hand:").latest("id")
    assert (entry.person_id, entry.text) == (stage.yoav.pk, "שמח מאוד")
    assert page.url.endswith("/promises/")


def test_what_is_wrong_in_the_sheet_is_said_in_the_sheet(desk, stage: Stage) -> None:
    page = desk("/")
    page.keyboard.press("c")
    page.locator("#sheet").get_by_label("עם מי").fill("מישהו חדש")
    page.locator("#sheet").get_by_role("button", name="רישום", exact=True).click()

    expect(page.locator("#sheet .wrong")).to_be_visible()
    assert not page.url.endswith("/capture/")


def test_enter_takes_the_first_who_was_found(desk, stage: Stage) -> None:
    page = desk("/promises/")
    page.keyboard.press("c")
    sheet = page.locator("#sheet")
    sheet.get_by_label("עם מי").press_sequentially("יואב")
    expect(sheet.locator("[data-who]").first).to_be_visible()
    page.keyboard.press("Enter")

    expect(sheet.get_by_label("עם מי")).to_have_value("יואב גל")
    expect(sheet.locator(".wrong")).to_have_count(0)


def test_ctrl_k_finds_a_client_and_arrows_lead_to_it(desk, stage: Stage) -> None:
    page = desk("/settings/")
    page.keyboard.press("Control+k")
    expect(page.locator("#sheet input[type=search]")).to_be_focused()
    page.keyboard.type("גל")
    expect(page.locator("#found a").first).to_contain_text("גל")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/clients/{stage.gal.pk}/**")


def test_enter_opens_the_only_thing_that_was_found(desk, stage: Stage) -> None:
    page = desk("/settings/")
    page.keyboard.press("Control+k")
    page.keyboard.type("מרכז גל")
    expect(page.locator("#found .found :is(a, button)")).to_have_count(1)
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/clients/{stage.gal.pk}/**")


def test_g_and_a_letter_go_elsewhere(desk) -> None:
    page = desk("/")
    page.keyboard.press("g")
    page.keyboard.press("p")

    page.wait_for_url("**/promises/")


def test_single_keys_can_be_silenced(desk, stage: Stage) -> None:
    page = desk("/promises/")
    page.keyboard.press("?")
    page.get_by_label("מקשים בודדים").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("e")

    expect(page.locator("[data-item]:focus")).to_have_count(0)
    assert state_of(stage.late) == "open"


def test_trouble_on_the_way_is_said(desk, stage: Stage) -> None:
    page = desk("/promises/")
    page.route("**/keeping/", lambda route: route.abort())
    page.keyboard.press("j")
    page.keyboard.press("e")

    expect(page.locator(".toast.error")).to_contain_text("לא עבר")


def test_the_first_tab_leads_past_the_places(desk) -> None:
    page = desk("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_enter_takes_the_main_step_of_today(desk, stage: Stage) -> None:
    page = desk("/")
    page.evaluate("""document.addEventListener("click", (event) => {
        window.taken = event.target.closest("a")?.getAttribute("href");
        event.preventDefault();
    }, true)""")
    main = page.locator(".need .do.main").first.get_attribute("href")
    page.keyboard.press("j")
    page.keyboard.press("Enter")

    assert page.evaluate("window.taken") == main


def test_enter_opens_the_client_where_one_stands(desk, stage: Stage) -> None:
    page = desk("/clients/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**/clients/{stage.gal.pk}/")


def test_a_sheet_that_is_left_gives_the_focus_back(desk, stage: Stage) -> None:
    page = desk(f"/clients/{stage.gal.pk}/")
    opener = page.locator(".heading a", has_text="עריכה")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sheet input[name=name]")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("#sheet")).not_to_be_visible()
    expect(opener).to_be_focused()


def test_a_file_is_chosen_and_looked_at_by_keys_alone(desk, settings, tmp_path) -> None:
    settings.DATA = tmp_path
    page = desk("/bringing/", tongue="en")
    field = page.get_by_label("Files")
    field.focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    table = b"Name,Mail\nDana Lev,dana@lev.example\n"
    chooser.value.set_files({"name": "people.csv", "mimeType": "text/csv", "buffer": table})
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name="Bring it in")).to_be_visible()
