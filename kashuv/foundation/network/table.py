"""The table of what is not public: who names a server must not lead us into this machine, or into its own network.

`ipaddress.is_global` is not asked: it judges by each Python's copy of the registries, and by the spelling of an IPv4
address within an IPv6 one. Here such an address is judged by what it leads to, or not reached at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

CLOSED: tuple[Network, ...] = tuple(
    ip_network(one)
    for one in (
        "0.0.0.0/8",  # "this host": most systems take it for themselves
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a provider's translation, with one cloud's metadata (100.100.100.200)
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # Azure's own host, at an address that looks public
        "169.254.0.0/16",  # the same wire, with the metadata of nearly all clouds (169.254.169.254)
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocols; one cloud's metadata (192.0.0.192)
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4, given up
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # measurements between networks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "2001::/23",  # protocols, Teredo among them, which holds an IPv4 address turned inside out
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: holds an IPv4 address
        "3fff::/20",  # documentation
    )
)
OPEN_IPV6 = IPv6Network(
    "2000::/3"
)  # all that was given out; loopback, local, multicast and reserved lie outside
MAPPED = IPv6Network("::ffff:0:0/96")
TRANSLATED = IPv6Network("64:ff9b::/96")  # NAT64 (RFC 6052): how a network without IPv4 reaches all of it


def meant(spelled: str) -> Address:
    """The address to which packets go: of one that only wraps an IPv4 address, that one."""
    address = ip_address(spelled.partition("%")[0])
    if isinstance(address, IPv6Address) and (address in MAPPED or address in TRANSLATED):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


def is_private(address: Address) -> bool:
    """Whether it is anything but an address at which the whole world meets the same machine."""
    if isinstance(address, IPv6Address) and address not in OPEN_IPV6:
        return True
    return any(address in network for network in CLOSED)


def may_be_reached(spelled: str, allowed: Iterable[Network] = ()) -> bool:
    """Whether it is public, or lies in a network that whoever runs this installation has named."""
    address = meant(spelled)
    return not is_private(address) or any(address in network for network in allowed)


def lies_in_private(network: Network) -> bool:
    """Whether all of it is private, so that naming it opens what was closed, and no more."""
    if isinstance(network, IPv6Network) and not network.overlaps(OPEN_IPV6):
        return True
    return any(network.version == one.version and network.subnet_of(one) for one in CLOSED)  # type: ignore[arg-type]
