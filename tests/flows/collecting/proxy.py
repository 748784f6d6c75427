"""A proxy between us and a server: cuts a connection after so many of the server's bytes, or at a word of its, or lets
nobody through."""

from __future__ import annotations

import select
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

AT_ONCE = struct.pack("ii", 1, 0)  # SO_LINGER: what is under way is lost, as when a cable is pulled


class Proxy:
    """`cut_after` bytes the next connection breaks off, once; at `poison` each does; while `down`, none comes through."""

    def __init__(self, behind: int) -> None:
        self._behind = behind
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self.cut_after: int | None = None
        self.poison: bytes | None = None
        self.down = False
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._door.close()

    def _serve(self) -> None:
        with suppress(OSError):  # the door was closed
            while True:
                near, _ = self._door.accept()
                if self.down:
                    _break(near)
                else:
                    threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        left, self.cut_after = self.cut_after, None
        with near, socket.create_connection(("127.0.0.1", self._behind)) as far, suppress(OSError):
            while True:
                for side in select.select([near, far], [], [])[0]:
                    chunk = side.recv(65536)
                    if not chunk:
                        return
                    if side is far and left is not None:
                        chunk, left = chunk[:left], left - len(chunk)
                    if side is far and self.poison and self.poison in chunk:
                        return _break(near)
                    (far if side is near else near).sendall(chunk)
                    if left is not None and left <= 0:
                        return _break(near)


def _break(side: socket.socket) -> None:
    side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    side.close()


@contextmanager
def before(port: int) -> Iterator[Proxy]:
    """A proxy before the server at that port."""
    proxy = Proxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
