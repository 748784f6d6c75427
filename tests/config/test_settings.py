"""Settings: what is nonsense is refused in one plain sentence, by the house itself and by its commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.config import checks, environment
from kashuv.foundation.wrong import Wrong
from tests.doors.cli.house import House

NONSENSE = {
    "KASHUV_TIME_ZONE": ("Jerusalem", "../etc/passwd", "Asia/", "/etc/passwd", "Asia", " "),
    "KASHUV_LANGUAGE": ("fr", "HE", "hebrew"),
    "KASHUV_SECRET_KEY": ("short", "x" * 31),
    "KASHUV_TRUSTED_PROXIES": ("-1", "one", "1.5", "²"),
    "KASHUV_SMTP_PORT": ("0", "65536", "smtp", "-25"),
    "KASHUV_SMTP_TLS": ("ja", "starttls", "2"),
    "KASHUV_BASE_URL": (
        "desk.example.com",
        "ftp://desk.example.com",
        "https://",
        "https://desk.example.com/kashuv",
        "https://[::1",
        "https://desk.example.com:port",
    ),
    "KASHUV_GOOGLE_CLIENT_ID": ("an id without its secret",),
    "KASHUV_MICROSOFT_CLIENT_SECRET": ("a secret without its id",),
    "KASHUV_PRIVATE_NETWORKS": ("office", "10.0.0.1/33", "0.0.0.0/0", "8.8.8.8", "10.0.0.0/8 ::/0"),
    "KASHUV_MICROSOFT_TENANT": ("our firm", "common/evil", "../x"),
    "DATABASE_URL": (
        "mysql://x@y/z",
        "kashuv.sqlite3",
        "sqlite://",
        "sqlite:///",
        "sqlite:////nowhere/at/all/kashuv.sqlite3",
        "postgres://kashuv@db.example",
        "postgres://kashuv@db.example:port/kashuv",
        "postgres://[::1/kashuv",
    ),
}
CASES = [(name, text) for name, texts in NONSENSE.items() for text in texts]
FILES = {
    "no TOML": "base_url = https://desk.example.com",
    "no such name": 'base_ulr = "https://desk.example.com"',
    "a table": "[smtp]\nport = 25",
    "a list": 'language = ["he", "en"]',
    "wrong value": "smtp_port = 70000",
}


def _settle(folder: Path, **said: str) -> None:
    """What settings.py does with what was said."""
    checks.zone(said.get("KASHUV_TIME_ZONE", "Asia/Jerusalem"))
    checks.language(said.get("KASHUV_LANGUAGE", "he"))
    environment.secret_key(folder, said.get("KASHUV_SECRET_KEY"))
    checks.count("KASHUV_TRUSTED_PROXIES", said.get("KASHUV_TRUSTED_PROXIES", "0"))
    checks.port("KASHUV_SMTP_PORT", said.get("KASHUV_SMTP_PORT", "587"))
    checks.switch("KASHUV_SMTP_TLS", said.get("KASHUV_SMTP_TLS", "yes"))
    checks.base_url(said.get("KASHUV_BASE_URL", ""))
    checks.networks(said.get("KASHUV_PRIVATE_NETWORKS", ""))
    checks.google(said)
    checks.microsoft(said)
    checks.database(said.get("DATABASE_URL", ""), folder)


@pytest.mark.parametrize(("name", "text"), CASES)
def test_each_wrong_setting_is_named_in_one_sentence(tmp_path, name, text):
    with pytest.raises(Wrong, match=rf"\b{name}\b") as refused:
        _settle(tmp_path, **{name: text})
    said = str(refused.value)
    assert "\n" not in said and said.endswith((".", "…"))


def test_a_password_is_not_repeated(tmp_path):
    for text in ("postgres://me:hush-hush@[::1/kashuv", "postgres://me:hush-hush@db:port/kashuv"):
        with pytest.raises(Wrong) as refused:
            checks.database(text, tmp_path)
        assert "hush-hush" not in str(refused.value)


@given(st.text(max_size=40))
def test_whatever_is_said_is_a_value_or_a_sentence(text):
    folder = Path("/nowhere")
    for check in (
        checks.zone,
        checks.language,
        checks.base_url,
        lambda said: checks.count("COUNT", said),
        lambda said: checks.port("PORT", said),
        lambda said: checks.switch("SWITCH", said),
        lambda said: checks.database(said, folder),
        lambda said: checks.database(f"postgres://{said}", folder),
        lambda said: checks.database(f"sqlite:///{said}", folder),
    ):
        try:
            check(text)
        except Wrong as why:
            assert str(why)


@pytest.mark.parametrize(
    ("text", "is_on"), [("yes", True), ("TRUE", True), ("1", True), ("no", False), ("off", False)]
)
def test_a_switch_is_said_in_several_ways(text, is_on):
    assert checks.switch("KASHUV_SMTP_TLS", text) is is_on


def test_an_address_of_a_server_is_taken_apart(tmp_path):
    told = checks.database("postgresql://me:p%40ss@db.example:5433/the%20house", tmp_path)
    assert (told["USER"], told["PASSWORD"], told["HOST"], told["PORT"], told["NAME"]) == (
        "me",
        "p@ss",
        "db.example",
        5433,
        "the house",
    )
    assert (
        checks.database("postgres://me@/kashuv?host=/run/postgresql", tmp_path)["HOST"] == "/run/postgresql"
    )


def test_the_environment_goes_before_the_file(tmp_path, monkeypatch):
    (tmp_path / "kashuv.toml").write_text('language = "en"\nsmtp_tls = false\nsmtp_port = 25\n')
    monkeypatch.setenv("KASHUV_LANGUAGE", "he")
    monkeypatch.setenv("KASHUV_TIME_ZONE", "")
    said = environment.told(tmp_path)
    assert (said["KASHUV_LANGUAGE"], said["KASHUV_SMTP_TLS"], said["KASHUV_SMTP_PORT"]) == ("he", "no", "25")
    assert "KASHUV_TIME_ZONE" not in said


@pytest.mark.parametrize("content", [value for name, value in FILES.items() if name != "wrong value"])
def test_a_file_of_nonsense_is_refused_by_name(tmp_path, content):
    (tmp_path / "kashuv.toml").write_text(content)
    with pytest.raises(Wrong, match=re.escape("kashuv.toml")):
        environment.told(tmp_path)


def test_a_key_is_made_once_and_kept_from_others(tmp_path):
    first = environment.secret_key(tmp_path, None)
    assert environment.secret_key(tmp_path, None) == first and len(first) >= 32
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 64])
def test_a_key_that_was_spoiled_is_never_used(tmp_path, content):
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(Wrong, match=r"secret\.key"):
        environment.secret_key(tmp_path, None)


def _refused(house: House, **said: str) -> str:
    done = house.kashuv("today", **said)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 1
    return done.stderr


@pytest.mark.parametrize("name", NONSENSE)
def test_a_command_refuses_it_without_a_traceback(tmp_path, name):
    assert name in _refused(House(tmp_path / "data"), **{name: NONSENSE[name][0]})


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_command_refuses_a_file_of_nonsense(tmp_path, content):
    (tmp_path / "kashuv.toml").write_text(content)
    _refused(House(tmp_path))


def test_a_command_refuses_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "data").write_text("dear")
    assert "KASHUV_DATA" in _refused(House(tmp_path / "data"))


def test_a_directory_of_ones_own_has_its_own_sign_in_page():
    told = {"KASHUV_MICROSOFT_CLIENT_ID": "id", "KASHUV_MICROSOFT_CLIENT_SECRET": "secret"}
    common = checks.microsoft(told)
    ours = checks.microsoft({**told, "KASHUV_MICROSOFT_TENANT": "rosen-levy.co.il"})
    assert common["authorize"] == "https://login.microsoftonline.com/common/oauth2/v2.0/authorize"
    assert ours["token"] == "https://login.microsoftonline.com/rosen-levy.co.il/oauth2/v2.0/token"
    assert (ours["id"], ours["secret"]) == ("id", "secret")
    assert checks.google({})["id"] == ""
