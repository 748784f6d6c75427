"""The stage of all tests: the cast, and the watch over every statement.

With CI=true nothing may be skipped; with KASHUV_NIGHTLY=1 the property tests try many more examples.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from datetime import datetime

import pytest
from django.db import connection
from hypothesis import settings as trials

from tests import cast
from tests.statements import watch

trials.register_profile("gate", max_examples=40, deadline=None, derandomize=True)
trials.register_profile("nightly", max_examples=1000, deadline=None)
trials.load_profile("nightly" if os.environ.get("KASHUV_NIGHTLY") == "1" else "gate")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI asks for everything, what is missing is a failure that names it."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.outcome = "failed"
        *_, why = report.longrepr if isinstance(report.longrepr, tuple) else [report.longrepr]
        report.longrepr = f"With CI=true nothing may be skipped. {why}"
    return report


@pytest.fixture(autouse=True)
def every_statement_names_its_workspace(request: pytest.FixtureRequest) -> Iterator[None]:
    """The watch is on wherever a test may touch the database; it begins after the database stands and ends before it is emptied."""
    with ExitStack() as stack:
        if _stands_on_database(request):
            stack.enter_context(connection.execute_wrapper(watch))
        yield


def _stands_on_database(request: pytest.FixtureRequest) -> bool:
    for name in ("live_server", "transactional_db", "db"):
        if name in request.fixturenames:
            request.getfixturevalue(name)
            return True
    return request.node.get_closest_marker("django_db") is not None


@pytest.fixture(autouse=True)
def plain_static(settings: object) -> None:
    """Pages of tests need no collected files."""
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture
def now() -> datetime:
    return cast.NOW


@pytest.fixture
def firm(db: None):  # type: ignore[no-untyped-def]
    return cast.firm()


@pytest.fixture
def noa(firm):  # type: ignore[no-untyped-def]
    return cast.member(firm, "Noa", "owner")


@pytest.fixture
def amit(firm):  # type: ignore[no-untyped-def]
    return cast.member(firm, "Amit", "manager")


@pytest.fixture
def dana(firm):  # type: ignore[no-untyped-def]
    return cast.member(firm, "Dana", "member")


@pytest.fixture
def mallory(db: None):  # type: ignore[no-untyped-def]
    return cast.member(cast.firm("Elsewhere", "elsewhere"), "Mallory", "owner")


@pytest.fixture
def gal(noa):  # type: ignore[no-untyped-def]
    client = cast.client(noa.workspace, "מרכז גל", noa)
    cast.person(client, "יואב גל", "yoav@gal.example", "054-123-4567", form="him")
    return client


@pytest.fixture
def dalia(noa):  # type: ignore[no-untyped-def]
    client = cast.client(noa.workspace, "סטודיו רוזן", noa)
    cast.person(client, "דליה רוזן", "dalia@rosen.example", "052-765-4321", form="her")
    return client


@pytest.fixture
def orit(noa):  # type: ignore[no-untyped-def]
    client = cast.client(noa.workspace, "Shaham & Co", noa, language="en")
    cast.person(client, "Orit Shaham", "orit@shaham.example", form="her")
    return client


@pytest.fixture
def noa_at_desk(noa, client):  # type: ignore[no-untyped-def]
    client.force_login(noa.login, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
