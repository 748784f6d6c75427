"""One check for each kind of setting: what was said becomes a value, and nonsense becomes a plain sentence (`Wrong`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from zoneinfo import ZoneInfo

from kashuv.foundation import sqlite
from kashuv.foundation.network.table import Network, lies_in_private
from kashuv.foundation.wrong import Wrong

YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0")
LAST_PORT = 65535


def zone(name: str) -> str:
    """The name of a time zone that exists."""
    try:
        ZoneInfo(name)
    except Exception:  # ZoneInfo raises five kinds for as many spellings of nonsense
        raise Wrong(
            f"KASHUV_TIME_ZONE is {name!r}, which is no time zone; an example is Asia/Jerusalem."
        ) from None
    return name


def language(name: str) -> str:
    if name not in ("he", "en"):
        raise Wrong(f"KASHUV_LANGUAGE is {name!r}; it can be he or en.")
    return name


def count(name: str, text: str) -> int:
    """A whole number, nought or more."""
    if not text.isdecimal():
        raise Wrong(f"{name} is {text!r}; it has to be a whole number.")
    return int(text)


def port(name: str, text: str) -> int:
    number = count(name, text)
    if not 0 < number <= LAST_PORT:
        raise Wrong(f"{name} is {text!r}; a port is a number from 1 to {LAST_PORT}.")
    return number


def switch(name: str, text: str) -> bool:
    """A misspelt "yes" must not turn off what guards a password."""
    if text.lower() not in YES + NO:
        raise Wrong(f"{name} is {text!r}; it can be yes or no.")
    return text.lower() in YES


def base_url(text: str) -> str:
    """Where people reach the house: https://desk.example, without a path; empty if nobody said."""
    if not text:
        return ""
    parts = _split("KASHUV_BASE_URL", text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise Wrong(
            f"KASHUV_BASE_URL is {text!r}; it has to be like https://desk.example.com, without a path."
        )
    return text.rstrip("/")


def networks(text: str) -> tuple[Network, ...]:
    """The private networks in which servers may be reached that members name."""
    return tuple(_network(word) for word in text.replace(",", " ").split())


def _network(word: str) -> Network:
    """A public one needs no permission, and all of the world would be a slip."""
    try:
        network = ip_network(word, strict=False)
    except ValueError:
        network = None
    if network is None or not lies_in_private(network):
        raise Wrong(
            f"KASHUV_PRIVATE_NETWORKS names {word!r}, which is no private network; an example is 192.168.1.0/24."
        )
    return network


def google(told: Mapping[str, str]) -> dict[str, Any]:
    """How a Google mailbox is opened by Google's own sign-in page."""
    return {
        **_known_as("GOOGLE", told),
        "authorize": "https://accounts.google.com/o/oauth2/v2/auth",
        "token": "https://oauth2.googleapis.com/token",
        "scope": "https://mail.google.com/",
        "asks": {
            "access_type": "offline",
            "prompt": "consent",
        },  # else no refresh token comes the second time
    }


def microsoft(told: Mapping[str, str]) -> dict[str, Any]:
    """How a mailbox of Outlook or Microsoft 365 is opened; the tenant says whose accounts may sign in."""
    tenant = told.get("KASHUV_MICROSOFT_TENANT", "common")
    if not re.fullmatch(r"[\w.-]+", tenant):
        raise Wrong(
            f"KASHUV_MICROSOFT_TENANT is {tenant!r}; it can be common, or the directory's name or id."
        )
    home, mail = f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0", "https://outlook.office.com"
    return {
        **_known_as("MICROSOFT", told),
        "authorize": f"{home}/authorize",
        "token": f"{home}/token",
        "scope": f"offline_access {mail}/IMAP.AccessAsUser.All {mail}/SMTP.Send",
        "asks": {"prompt": "select_account"},
    }


def _known_as(name: str, told: Mapping[str, str]) -> dict[str, str]:
    """What the installation is known by there; empty where it is not."""
    id, secret = (told.get(f"KASHUV_{name}_CLIENT_{part}", "") for part in ("ID", "SECRET"))
    if bool(id) != bool(secret):
        raise Wrong(f"KASHUV_{name}_CLIENT_ID and KASHUV_{name}_CLIENT_SECRET go together; only one is set.")
    return {"id": id, "secret": secret}


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database of that address; SQLite in the data folder if the address is empty."""
    if not url:
        return _sqlite(folder / "kashuv.sqlite3")
    parts = _split("DATABASE_URL", url)
    if parts.scheme == "sqlite":
        return _sqlite(_file(Path(unquote(parts.path))))
    if parts.scheme in ("postgres", "postgresql"):
        return _postgresql(parts)
    begins = parts.scheme or url.partition(":")[0]
    raise Wrong(f"DATABASE_URL begins with {begins!r}; it can be postgres://… or sqlite:///….")


def _split(name: str, text: str) -> SplitResult:
    """The parts of an address; its own words are not repeated, since a password may be among them."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as why:
        raise Wrong(f"{name} can't be read as an address: {why}.") from None
    return parts


def _file(file: Path) -> Path:
    if not file.is_absolute() or file.is_dir() or not file.parent.is_dir():
        raise Wrong(
            f"DATABASE_URL names the file {file}, which can't be; an example is sqlite:////var/lib/kashuv/kashuv.sqlite3."
        )
    return file


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": sqlite.options(),
        "CONN_MAX_AGE": None,
    }


def _postgresql(parts: SplitResult) -> dict[str, Any]:
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise Wrong(
            "DATABASE_URL names no database; an example is postgres://kashuv:secret@db.example/kashuv."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": _host(parts.hostname, parts.query),
        "PORT": parts.port or "",
        "OPTIONS": _keeping_plans(),
        "CONN_MAX_AGE": 60,
    }


def _keeping_plans() -> dict[str, Any]:
    """For foundation/kept.py: the server keeps one plan for each statement that it is sent apart from its values.

    Our questions have one good plan whatever the values, the order of an index; SQLite knows no other either. Only
    these questions are sent so, Django's own are not.
    """
    return {"prepare_threshold": 0, "options": "-c plan_cache_mode=force_generic_plan"}


def _host(hostname: str | None, query: str) -> str:
    """The server's name, or the folder of its socket (`?host=/run/…`)."""
    named = dict(pair.split("=", 1) for pair in query.split("&") if "=" in pair)
    return unquote(named.get("host", hostname or ""))
