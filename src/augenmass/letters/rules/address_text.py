"""Reading a postal address that was recorded as one text, such as „Kanzlei Lindqvist, Am Ring 3, 06999 Ellerstadt“."""

from __future__ import annotations

import re

from augenmass.letters.rules.inputs import Address, Office

_PLACE = re.compile(r"^(?:D-)?(\d{5})\s+(.+)$")


def read_address(text: str) -> Address:
    """Parts are set apart by commas or lines. What cannot be told apart stays empty, so that the address counts as incomplete."""
    parts = [part.strip() for part in re.split(r"[,\n;]", text) if part.strip()]
    for position, part in enumerate(parts):
        found = _PLACE.match(part)
        if found:
            before = parts[:position]
            return Address(
                street=before[-1] if before else "",
                postcode=found.group(1),
                town=found.group(2),
                care_of=", ".join(before[:-1]),
                country=", ".join(parts[position + 1 :]),
            )
    return Address(street=", ".join(parts))


def read_office(text: str) -> Office:
    """A body or court with its seat: the name comes first."""
    name, _, rest = text.partition(",")
    return Office(name.strip(), read_address(rest))
