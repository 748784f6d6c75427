"""Without a script every form of the desk is sent, and says what became of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from kashuv.rooms.clients import register
from kashuv.rooms.clients.models import Client, Detail, KeyDate, Manner, Person
from kashuv.rooms.conversations.models import Finding
from kashuv.rooms.promises.models import Promise
from kashuv.rooms.team.models import Member
from tests.journeys.pages import Stage


@pytest.fixture
def plain(desk):  # type: ignore[no-untyped-def]
    """Opens a page for Noa in a browser that runs no script."""
    return lambda address: desk(address, tongue="en", java_script_enabled=False)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def told(page: Page, words: str) -> None:
    expect(page.locator(".toast").last).to_contain_text(words)


def test_promises_are_written_moved_and_decided(plain, stage: Stage) -> None:
    page = plain("/promises/new/")
    page.get_by_label("To whom, or who").fill("יואב גל")
    page.get_by_label("What", exact=True).fill("A second draft")
    page.get_by_label("Until when").fill("tomorrow")
    press(page, "Write it down")
    told(page, "Written down")

    page.goto(f"/promises/{stage.late.pk}/moves/")
    page.get_by_label("Until when now").fill("no day at all")
    press(page, "Move")
    expect(page.locator(".wrong")).to_contain_text("No date was found")
    page.get_by_label("Until when now").fill("tomorrow")
    page.get_by_label("What came up").fill("The printer is ill")
    press(page, "Move")
    told(page, "Moved")

    page.goto("/promises/")
    press(page, "We did")
    told(page, "Taken into the ledger")
    promises = Promise.objects.within(stage.noa.workspace_id)
    assert promises.filter(words="A second draft", state="open").exists()
    assert not promises.filter(words="אחזור אליך עם הצעה", state="proposed").exists()


def test_a_clients_file_is_written(plain, stage: Stage) -> None:
    here = f"/clients/{stage.gal.pk}"
    page = plain(f"{here}/edit/")
    page.get_by_label("Name").fill("Gal Centre")
    press(page, "Save")
    told(page, "Saved")

    page.goto(f"{here}/people/new/")
    page.get_by_label("Name").fill("Shira Gal")
    page.get_by_label("Mail addresses").fill("shira@gal.example")
    press(page, "Add")
    told(page, "Shira Gal is written down")

    page.goto(f"{here}/manners/new/")
    page.get_by_label("What they said").fill("Never on Fridays")
    press(page, "Add")
    told(page, "Written down")
    page.goto(f"{here}/days/new/")
    page.get_by_label("In words").fill("The centre's birthday")
    page.get_by_label("Date").fill("2026-12-01")
    press(page, "Add")
    told(page, "Written down")

    assert page.url.endswith(f"{here}/")  # a form that was sent leads on
    page.get_by_label("A fact, as if they will read it").fill("Her brother runs the port")
    press(page, "Remember")
    told(page, "Remembered")
    page.goto(f"{here}/details/{stage.fact.pk}/removal/")
    press(page, "Take out")
    told(page, "Taken out")

    ours = stage.noa.workspace_id
    assert Client.objects.within(ours).get(pk=stage.gal.pk).name == "Gal Centre"
    assert Person.objects.within(ours).filter(name="Shira Gal", client_id=stage.gal.pk).exists()
    assert Manner.objects.within(ours).filter(words="Never on Fridays").exists()
    assert KeyDate.objects.within(ours).filter(words="The centre's birthday").exists()
    assert list(Detail.objects.within(ours).values_list("words", flat=True)) == ["Her brother runs the port"]


def test_letters_are_decided_and_the_frame_is_chosen(plain, stage: Stage) -> None:
    page = plain(f"/clients/{stage.gal.pk}/")
    page.locator("details.frame summary").click()
    press(page, "Pressed")
    told(page, "Pressed")
    page.locator(".finding").get_by_role("button", name="Not so").first.click()
    told(page, "that was not so")

    ours = stage.noa.workspace_id
    assert Client.objects.within(ours).get(pk=stage.gal.pk).frame == "pressed"
    assert Finding.objects.within(ours).filter(state="dismissed").count() == 1


def test_clients_are_made_and_introduced(plain, stage: Stage) -> None:
    twins = Person.objects.within(stage.noa.workspace_id).filter(client_id=stage.gal.pk)
    register.refresh_lines(stage.noa.workspace_id, person_ids=[one.pk for one in twins])
    page = plain("/clients/new/")
    page.get_by_label("Name").fill("South Pier")
    press(page, "Take in")
    told(page, "South Pier is in")

    page.goto("/clients/introductions/")
    page.get_by_label("Choose North Pier").check()
    press(page, "Confirm the chosen")
    told(page, "1 client is confirmed")

    page.goto("/clients/introductions/same/")
    press(page, "Two people")
    told(page, "not asked again")
    confirmed = Client.objects.within(stage.noa.workspace_id).filter(standing="current")
    assert {"South Pier", "North Pier"} <= set(confirmed.values_list("name", flat=True))


def test_a_file_is_looked_at_and_brought(plain, stage: Stage, settings, tmp_path) -> None:
    settings.DATA = tmp_path
    page = plain("/bringing/")
    table = b"Name,Mail\nDana Lev,dana@lev.example\n"
    page.get_by_label("Files").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": table})
    press(page, "Look at them")
    expect(page.get_by_label("Mail", exact=True)).to_have_value("mail")
    press(page, "Bring it in")
    expect(page.get_by_role("progressbar")).to_be_visible()


def test_words_are_found_and_settings_are_kept(plain, stage: Stage) -> None:
    for address, field in (("/find/", "q"), ("/search/", "q"), ("/clients/", "q")):
        page = plain(address)
        page.locator(f"main input[name={field}]").fill("יואב")
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text("גל")

    page.goto("/settings/")
    page.get_by_label("Name", exact=True).first.fill("Noa Levi")
    press(page, "Save")
    told(page, "Saved")
    assert Member.objects.within(stage.noa.workspace_id).get(pk=stage.noa.pk).name == "Noa Levi"
