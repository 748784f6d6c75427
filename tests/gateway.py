"""A stub of a provider of short messages: takes what is posted, and answers as it was told, or falls silent."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

TWILIO_TAKEN = (201, b'{"sid": "SM11111111111111111111111111111111", "status": "queued", "error_code": null}')
VONAGE_TAKEN = (200, b'{"message-count": "1", "messages": [{"to": "972541234567", "message-id": "0A0000000123ABCD1", "status": "0"}]}')  # fmt: skip
CLOUD_TAKEN = (200, b'{"messaging_product": "whatsapp", "contacts": [{"input": "972541234567", "wa_id": "972541234567"}], "messages": [{"id": "wamid.HBgL", "message_status": "accepted"}]}')  # fmt: skip


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> dict[str, str]:
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


@dataclass
class Stub:
    """`answer` is what each request gets; `hangs_up` reads the request and breaks the line without a word."""

    answer: tuple[int, bytes] = TWILIO_TAKEN
    hangs_up: bool = False
    asked: list[Asked] = field(default_factory=list)
    url: str = ""


@contextmanager
def answering(stub: Stub) -> Iterator[Stub]:
    """The stub on a port of its own, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): words for name, words in self.headers.items()}
            stub.asked.append(Asked(self.path, headers, body))
            if stub.hangs_up:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            status, told = stub.answer
            self.send_response(status)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        do_GET = do_POST

        def log_message(self, *_: object) -> None:
            """Nothing is to be said."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        listener.daemon_threads = True
        stub.url = f"http://127.0.0.1:{listener.server_address[1]}"
        threading.Thread(target=listener.serve_forever, args=(0.02,), daemon=True).start()
        yield stub
        listener.shutdown()
