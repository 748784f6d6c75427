"""A stub of the providers' token endpoint: knows codes and refresh tokens, each good once, and what it is told to do wrong."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Endpoint:
    """`codes` leads from a code to the challenge it was given for; `good` are the refresh tokens that still count."""

    codes: dict[str, str] = field(default_factory=dict)
    good: set[str] = field(default_factory=set)
    asked: list[dict[str, str]] = field(default_factory=list)
    rotates: bool = True
    answer: tuple[int, bytes] | None = None
    pause: float = 0.0
    url: str = ""
    number: Iterator[int] = field(default_factory=lambda: count(1))
    turn: threading.Lock = field(default_factory=threading.Lock)

    def told(self, **more: Any) -> dict[str, Any]:
        """As MAIL_SIGN_IN says it."""
        way = {"authorize": f"{self.url}/authorize", "token": f"{self.url}/token"}
        return {
            "id": "ours",
            "secret": "our secret",
            **way,
            "scope": "mail",
            "asks": {"prompt": "consent"},
            **more,
        }

    def consent(self, page: str) -> dict[str, str]:
        """What a person brings back who said yes on that page."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(page).query).items()}
        code = f"code-{next(self.number)}"
        self.codes[code] = asked["code_challenge"]
        return {"code": code, "state": asked["state"]}

    def obey(self, said: dict[str, str]) -> tuple[int, bytes]:
        """One request to the token endpoint."""
        time.sleep(self.pause)
        with self.turn:
            self.asked.append(said)
            if self.answer:
                return self.answer
            if (said.get("client_id"), said.get("client_secret")) != ("ours", "our secret"):
                return _no(401, "invalid_client")
            return self._grant(said)

    def _grant(self, said: dict[str, str]) -> tuple[int, bytes]:
        if said["grant_type"] == "authorization_code":
            known = self.codes.pop(said["code"], None)
            return self._tokens() if known == _challenge(said["code_verifier"]) else _no(400, "invalid_grant")
        if said["refresh_token"] not in self.good:
            return _no(400, "invalid_grant")
        if self.rotates:
            self.good.remove(said["refresh_token"])
        return self._tokens(self.rotates)

    def _tokens(self, lasting: bool = True) -> tuple[int, bytes]:
        number = next(self.number)
        told: dict[str, Any] = {
            "access_token": f"access-{number}",
            "expires_in": 3600,
            "token_type": "Bearer",
        }
        if lasting:
            told["refresh_token"] = f"refresh-{number}"
            self.good.add(f"refresh-{number}")
        return 200, json.dumps(told).encode()


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _no(status: int, error: str) -> tuple[int, bytes]:
    return status, json.dumps({"error": error}).encode()


@contextmanager
def answering(endpoint: Endpoint) -> Iterator[Endpoint]:
    """The endpoint on a port of its own, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, told = endpoint.obey({name: values[0] for name, values in parse_qs(body).items()})
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"{endpoint.url}/elsewhere")
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(told)

        do_GET = do_POST

        def log_message(self, *_: object) -> None:
            """Nothing is to be said."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        endpoint.url = f"http://127.0.0.1:{listener.server_address[1]}"
        threading.Thread(target=listener.serve_forever, args=(0.02,), daemon=True).start()
        yield endpoint
        listener.shutdown()
