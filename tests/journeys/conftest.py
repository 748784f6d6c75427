"""The browser of the journeys: Debian's Chromium, a signed-in member, and a desk with something on it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as told
from django.test import Client as Visitor
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.journeys.pages import Stage, set_stage

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs beside our own, synchronous code
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1360, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Open = Callable[..., Page]

expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the browser; without one it is skipped by name, but never where CI asks for all."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM.exists() and os.environ.get("CI") != "true":
                item.add_marker(pytest.mark.skip(reason="Chromium is not installed"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def stage(transactional_db: None) -> Stage:
    """A small firm with a late word, a word of others, a proposal and a call."""
    return set_stage()


@pytest.fixture
def guest(browser: Browser, live_server) -> Iterator[Callable[..., Page]]:  # type: ignore[no-untyped-def]
    """Opens a page for nobody in particular."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, *, size: dict[str, int] = WIDE, **options: object) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport=size, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def desk(browser: Browser, live_server, stage: Stage) -> Iterator[Open]:  # type: ignore[no-untyped-def]
    """Opens a page for Noa, in a tongue and a size; fails the test if a script breaks or the policy is hurt."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        address: str = "/", *, tongue: str = "he", size: dict[str, int] = WIDE, **options: object
    ) -> Page:
        type(stage.noa).objects.within(stage.noa.workspace_id).update(language=tongue)
        context = browser.new_context(
            base_url=live_server.url, viewport=size, reduced_motion="reduce", **options
        )
        contexts.append(context)
        context.add_cookies(
            [{"name": told.SESSION_COOKIE_NAME, "value": _session(stage), "url": live_server.url}]
        )
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if "Security" in said.text else None)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


def _session(stage: Stage) -> str:
    visitor = Visitor()
    visitor.force_login(stage.noa.login, backend=BACKEND)
    return visitor.cookies[told.SESSION_COOKIE_NAME].value
