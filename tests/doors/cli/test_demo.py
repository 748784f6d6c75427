"""`kashuv demo`: fills once, serves, and keeps out of a real house."""

from __future__ import annotations

import signal
import socket
import time
import urllib.error
import urllib.request


def _wait_for(address: str, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} never answered")


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def test_it_fills_once_and_says_how_to_sign_in(house):
    port = _free_port()
    said = []
    for _ in range(2):
        process = house.start("demo", "--port", str(port), "--lang", "en")
        _wait_for(f"http://127.0.0.1:{port}/accounts/login/", 180)
        process.send_signal(signal.SIGTERM)
        said.append(process.communicate(timeout=10)[0])
        assert process.returncode == 0
    assert "Filling" in said[0] and "Filling" not in said[1]
    assert all("noa@demo.kashuv.example" in words and "attentive-desk" in words for words in said)
    other = house.kashuv("demo", "--lang", "he", "--port", str(port))
    assert other.returncode == 1 and "language" in other.stderr


def test_it_keeps_out_of_a_real_house(founded):
    refused = founded.kashuv("demo", "--port", str(_free_port()))
    assert refused.returncode == 1 and "real" in refused.stderr
