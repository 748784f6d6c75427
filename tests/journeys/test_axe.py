"""No page stands in anybody's way: audited in both tongues, wide and on a phone, in light and in dark.

Each page is looked at by our own eyes in every size and both tongues. The auditor, which takes four times as long, looks at
one page on a phone in Hebrew and wide in English, at the next one the other way round; with KASHUV_NIGHTLY=1 at all of both.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import NARROW, PHONE, WIDE
from tests.journeys.pages import GUEST_PAGES, PAGES

HERE = Path(__file__).parent
AXE = (HERE / "axe" / "axe.min.js").read_text(encoding="utf-8")
EYES = (HERE / "eyes.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = ((NARROW, True), (PHONE, True), (WIDE, False))
ALL = os.environ.get("KASHUV_NIGHTLY") == "1"
CONTRAST = ["color-contrast"]  # all that the colours of the night can change


def violations(page: Page, *, rules: list[str] = RULES) -> list[str]:
    """What axe finds, each with the places where it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"() => {{ {AXE} }}")
    kind: Literal["rule", "tag"] = "rule" if rules is CONTRAST else "tag"
    found: dict[str, Any] = page.evaluate("only => axe.run({runOnly: only})", {"type": kind, "values": rules})
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']]}"
        for one in found["violations"]
    ]


def audited(place: int, tongue: str) -> tuple[dict[str, int], ...]:
    """The sizes in which the auditor looks at the page of that place in its list."""
    return (PHONE, WIDE) if ALL else (PHONE,) if (place % 2 == 0) == (tongue == "he") else (WIDE,)


def complaints(page: Page, sizes: tuple[dict[str, int], ...]) -> list[str]:
    """What is found on the page with its folds open, in one load: wide and on a phone, by day and by night."""
    found: list[str] = []
    page.evaluate("document.querySelectorAll('details:not(.sent)').forEach(fold => fold.open = true)")
    for size, phone in SIZES:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme="light")
        found += [f"{size['width']}: {said}" for said in page.evaluate(f"({EYES})({str(phone).lower()})")]
        if size in sizes:
            found += [f"{size['width']}: {said}" for said in violations(page)]
            page.emulate_media(color_scheme="dark")
            found += [f"{size['width']}, dark: {said}" for said in violations(page, rules=CONTRAST)]
    return found


@pytest.mark.parametrize("tongue", ["he", "en"])
@pytest.mark.parametrize("place, name", list(enumerate(PAGES)), ids=list(PAGES))
def test_a_page_of_the_desk_stands_in_nobodys_way(desk, stage, place, name, tongue) -> None:
    page = desk(PAGES[name](stage), tongue=tongue)

    assert page.evaluate("document.documentElement.lang") == tongue
    assert complaints(page, audited(place, tongue)) == []


@pytest.mark.parametrize("tongue", ["he", "en"])
@pytest.mark.parametrize("place, address", list(enumerate(GUEST_PAGES)), ids=list(GUEST_PAGES))
def test_the_door_stands_in_nobodys_way(guest, transactional_db, place, address, tongue) -> None:
    assert complaints(guest(address, locale=tongue), audited(place, tongue)) == []


@pytest.mark.parametrize("tongue", ["he", "en"])
@pytest.mark.parametrize("place, key", list(enumerate("c/?")))
def test_what_lies_on_top_stands_in_nobodys_way(desk, place, key, tongue) -> None:
    page = desk("/", tongue=tongue)
    page.keyboard.press(key)
    page.locator("dialog[open]").wait_for()

    assert complaints(page, audited(place, tongue)) == []
