"""The sign-in log keeps the network of an address, not the address."""

import pytest

from augenmass.access.sign_in_log import network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:aaaa:bbbb::1", "2001:db8:aaaa::/48"),
        ("::ffff:203.0.113.77", "203.0.113.0/24"),
        ("", ""),
        ("unix:", ""),
        ("<script>", ""),
    ],
)
def test_an_address_is_cut(address: str, network: str) -> None:
    assert network_of(address) == network
