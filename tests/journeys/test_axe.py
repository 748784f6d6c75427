"""No page stands in anybody's way: axe finds nothing, in either tongue, wide and on a phone, in light and in dark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import PHONE, WIDE
from tests.journeys.pages import GUEST_PAGES, PAGES

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WAYS = {"he": (PHONE, "light"), "en": (WIDE, "dark")}


def violations(page: Page) -> list[str]:
    """What axe finds, each with the places where it is."""
    page.evaluate(f"() => {{ {AXE} }}")
    found: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [
        f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']]}"
        for one in found["violations"]
    ]


def cut(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("tongue", WAYS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_desk_stands_in_nobodys_way(desk, stage, name, tongue) -> None:
    size, scheme = WAYS[tongue]
    page = desk(PAGES[name](stage), tongue=tongue, size=size, color_scheme=scheme)

    assert page.evaluate("document.documentElement.lang") == tongue
    assert violations(page) == []
    assert not cut(page)


@pytest.mark.parametrize("tongue", ["he", "en"])
@pytest.mark.parametrize("address", GUEST_PAGES)
def test_the_door_stands_in_nobodys_way(guest, transactional_db, address, tongue) -> None:
    page = guest(address, size=PHONE, locale=tongue)

    assert violations(page) == []
    assert not cut(page)


@pytest.mark.parametrize("key", ["c", "/", "?"])
def test_what_lies_on_top_stands_in_nobodys_way(desk, key) -> None:
    page = desk("/")
    page.keyboard.press(key)
    page.locator("dialog[open]").wait_for()

    assert violations(page) == []
