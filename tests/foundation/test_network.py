"""Nobody is led into this machine or its own network, however the way there is spelled."""

from __future__ import annotations

import socket
import threading
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.foundation.network import Lasting, Private, addresses_of, reach, resolving
from kashuv.foundation.network.table import CLOSED, lies_in_private, may_be_reached, meant
from tests.smtp import closed_port

PUBLIC = (
    "1.1.1.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.0.1.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450::1",
)


def within(network: IPv4Network | IPv6Network) -> st.SearchStrategy[int]:
    return st.integers(int(network[0]), int(network[-1]))


private_ipv4 = st.sampled_from([one for one in CLOSED if one.version == 4]).flatmap(within).map(IPv4Address)


@given(private_ipv4)
def test_a_private_address_is_one_in_every_wrapping(address):
    number = int(address)
    wrapped = (
        address,
        IPv6Address(f"::ffff:{address}"),
        IPv6Address(f"::{address}"),  # IPv4-compatible
        IPv6Address(f"64:ff9b::{address}"),  # NAT64
        IPv6Address(f"64:ff9b:1::{address}"),  # NAT64 of a network of one's own
        IPv6Address((0x2002 << 112) | (number << 80) | 1),  # 6to4
        IPv6Address((0x20010000 << 96) | (number ^ 0xFFFF_FFFF)),  # Teredo
    )
    assert not any(may_be_reached(str(one)) for one in wrapped)


@given(
    st.sampled_from(["::/8", "100::/8", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001::/23",
                     "2001:db8::/32", "2002::/16", "3fff::/20", "4000::/3"]).map(ip_network).flatmap(within).map(IPv6Address)
)  # fmt: skip
def test_nothing_of_ipv6_is_reached_but_what_was_given_out(address):
    assert not may_be_reached(str(address)) or meant(str(address)).version == 4
    assert not may_be_reached(f"fe80::1%{address.compressed.count(':')}")


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_reached_also_through_a_translation(address):
    assert may_be_reached(address)
    if "." in address:
        assert may_be_reached(f"::ffff:{address}") and may_be_reached(f"64:ff9b::{address}")


@pytest.mark.parametrize(
    "metadata",
    ["169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fd20:ce::254"],
)
def test_no_cloud_tells_us_its_secrets(metadata):
    assert not may_be_reached(metadata)


@pytest.mark.parametrize(
    "spelling",
    ["127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "017700000001", "2130706433", "0", "localhost", "::1", "0:0::1",
     "::ffff:127.0.0.1", "::ffff:7f00:1"],
)  # fmt: skip
def test_every_spelling_of_this_machine_is_refused(settings, spelling):
    settings.PRIVATE_NETWORKS = ()
    with pytest.raises(OSError) as refused:  # what the system does not take for an address is no name either
        reach(spelling, closed_port(), 1)
    assert isinstance(refused.value, Private | socket.gaierror)
    assert isinstance(refused.value, Private) or not spelling[0].isdigit() or spelling == "0:0::1"


def test_one_private_address_of_a_name_closes_it_whole(monkeypatch, settings):
    settings.PRIVATE_NETWORKS = ()
    answers(monkeypatch, "1.1.1.1", "10.0.0.7")
    with pytest.raises(Private):
        addresses_of("mail.example", 993)


def test_a_name_is_asked_for_once_and_the_looked_at_address_is_the_one_that_is_called(monkeypatch):
    asked = answers(monkeypatch, "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with reach("mail.example", port, 2) as line:
            assert line.getpeername() == ("127.0.0.1", port)
            assert line.gettimeout() == 2
    assert asked == ["mail.example"]


@pytest.mark.parametrize(("patience", "whole"), [(0.05, 60.0), (60.0, 0.05)])
def test_a_resolver_that_falls_silent_is_waited_for_no_longer_than_a_server(monkeypatch, patience, whole):
    enough = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_how, **_more: enough.wait(10) and [])
    with Lasting(whole) as lasting, pytest.raises(TimeoutError, match=r"mail\.example"):
        reach("mail.example", 993, patience, lasting)
    enough.set()


def test_the_next_address_is_tried_where_the_first_is_dead(monkeypatch, settings):
    settings.PRIVATE_NETWORKS = (ip_network("127.0.0.0/8"),)
    answers(monkeypatch, "127.0.0.2", "127.0.0.1")
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        reach("mail.example", listener.getsockname()[1], 2) as line,
    ):
        assert line.getpeername()[0] == "127.0.0.1"


def test_only_what_was_named_is_opened(settings):
    office = (ip_network("192.168.7.0/24"),)
    assert may_be_reached("192.168.7.9", office) and may_be_reached("::ffff:192.168.7.9", office)
    assert not may_be_reached("192.168.8.9", office) and not may_be_reached("127.0.0.1", office)


@pytest.mark.parametrize(
    ("network", "is_private"),
    [("10.1.0.0/16", True), ("127.0.0.1/32", True), ("fd12::/16", True), ("::1/128", True), ("0.0.0.0/0", False),
     ("8.8.8.0/24", False), ("::/0", False), ("2a00::/16", False)],
)  # fmt: skip
def test_what_may_be_named_at_all(network, is_private):
    assert lies_in_private(ip_network(network)) is is_private


def answers(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Whoever asks for a name is told these; who asked is kept."""
    asked: list[str] = []

    def tell(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(resolving.socket, "getaddrinfo", tell)
    return asked
