"""Pure rules at the door of the central office: what a referral must carry, what of it is missing, when the clock ends.

What is asked for is a dated parameter of the Land (``central_referral_needs``: ``fact:<name>``, ``document:<kind>``); where
it holds none that is confirmed, the list below. It asks whether something is there, never what it says.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from augenmass.directory.land import LandProfile

NEEDS_OF_LAND, DAYS_OF_LAND = "central_referral_needs", "central_first_check_days"
FIRST_CHECK = "central_first_check"
"""The rule under which the deadline of the first check stands in the deadline book."""
DAYS = 14


class Kind(StrEnum):
    """What an item of the list is."""

    FACT = "fact"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that must be in the case: a fact that is held and not disputed, or a document of a kind."""

    kind: Kind
    name: str


class NotAnItem(ValueError):
    """The parameter of a Land holds something that is no item; the message names it."""


SHIPPED = (
    Item(Kind.FACT, "family_name"),
    Item(Kind.FACT, "first_names"),
    Item(Kind.FACT, "date_of_birth"),
    Item(Kind.FACT, "nationality"),
    Item(Kind.FACT, "address_postal_code"),
    Item(Kind.FACT, "prospects_checked_on"),
    Item(Kind.FACT, "counselling_offered_on"),
    Item(Kind.DOCUMENT, "decision"),
    Item(Kind.DOCUMENT, "service"),
)
"""Who the person is and where; that prospects were checked and counselling was offered; the decision and how it was served."""


def needed(land: LandProfile, on: date) -> tuple[Item, ...]:
    """What a referral to the central office of a Land must carry on a day. Raises ``NotAnItem``."""
    found = land.parameter(NEEDS_OF_LAND, on)
    if found is None or not found.verified:
        return SHIPPED
    return tuple(_item(str(text)) for text in found.value)


def _item(text: str) -> Item:
    kind, _colon, name = text.partition(":")
    if kind not in set(Kind) or not name:
        raise NotAnItem(text)
    return Item(Kind(kind), name)


def missing(items: Iterable[Item], facts: Collection[str], documents: Collection[str]) -> tuple[Item, ...]:
    """What is not there, in the order of the list; ``facts``: names held and undisputed, ``documents``: kinds."""
    held = {Kind.FACT: facts, Kind.DOCUMENT: documents}
    return tuple(item for item in items if item.name not in held[item.kind])


def days_for_first_check(land: LandProfile, on: date) -> int:
    """Within how many days of taking a case over the office looks at it for the first time."""
    found = land.parameter(DAYS_OF_LAND, on)
    return int(found.value) if found is not None and found.verified else DAYS
