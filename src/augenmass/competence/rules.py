"""Which body is responsible, by place, matter and the rules of the Land. Pure: it answers, nothing moves by it.

AufenthG § 71 (1): the foreigners' authorities are competent for measures of residence law (sentence 1), the Land can give
single tasks to certain ones (sentence 2), removals are carried out by one central body of the Land (sentence 4), and at
least one central authority deals with visas of skilled workers and their families (sentence 5).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from augenmass.directory.land import LandProfile

FIRST_POSTCODE, LAST_POSTCODE = "00000", "99999"
POSTCODE_DIGITS = 5


class Matter(StrEnum):
    """What a body is asked to be responsible for; the value is stored."""

    RESIDENCE = "residence"
    ENFORCEMENT = "enforcement"
    SKILLED_VISA = "skilled_visa"


class Outcome(StrEnum):
    """What the rule answers."""

    ONE = "one"
    SEVERAL = "several"
    NOT_ESTABLISHED = "not_established"


class Missing(StrEnum):
    """What keeps the answer from being established."""

    PLACE = "place"
    LAND_RULE = "land_rule"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class AreaLine:
    """A range of postcodes (both ends included) for which a body is responsible in a matter, from day to day (both included)."""

    body_id: int
    matter: Matter
    postcode_from: str
    postcode_to: str
    valid_from: date
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the line is in force on the day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def whole_land(self) -> bool:
        """Whether the place does not matter."""
        return (self.postcode_from, self.postcode_to) == (FIRST_POSTCODE, LAST_POSTCODE)

    def covers(self, postcode: str) -> bool:
        """Whether a place lies in it; an unknown place ("") only where the place does not matter."""
        return self.whole_land or (postcode != "" and self.postcode_from <= postcode <= self.postcode_to)


@dataclass(frozen=True, slots=True)
class LandRules:
    """What a Land rules about competence: its profile, and the areas of the bodies that exist in it."""

    profile: LandProfile
    areas: tuple[AreaLine, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """The answer: bodies by id (empty where nothing is established), the provision it rests on, and what is missing."""

    outcome: Outcome
    bodies: tuple[int, ...]
    provision: str
    missing: Missing | None = None


BY_PLACE = "AufenthG § 71 Abs. 1 Satz 1; VwVfG § 3 Abs. 1 Nr. 3 Buchst. a"
BY_LAND_RULE = "AufenthG § 71 Abs. 1 Satz 2 mit Landesrecht"
CENTRAL_BODY = "AufenthG § 71 Abs. 1 Satz 4"
CENTRAL_VISA = "AufenthG § 71 Abs. 1 Satz 5"


def is_postcode(text: str) -> bool:
    """Whether a text is a German postcode."""
    return len(text) == POSTCODE_DIGITS and text.isascii() and text.isdigit()


def proposed_body(place: str, matter: Matter, land: LandRules, on: date) -> Proposal:
    """Which body is responsible for a matter at a place (postcode, "" when it is not known) on a day.

    What the Land has not ruled or not confirmed is not established; areas that overlap give several bodies, never a choice.
    """
    known = place if is_postcode(place) else ""
    if matter is Matter.RESIDENCE:
        return _by_area(known, Matter.RESIDENCE, land, on, BY_PLACE)
    if matter is Matter.SKILLED_VISA:
        return _by_area(known, Matter.SKILLED_VISA, land, on, CENTRAL_VISA)
    rule = land.profile.parameter("authority_arranges_removal", on)
    if rule is None or not rule.verified:
        return Proposal(Outcome.NOT_ESTABLISHED, (), CENTRAL_BODY, Missing.LAND_RULE)
    if rule.value:
        return _by_area(known, Matter.RESIDENCE, land, on, BY_LAND_RULE)
    return _by_area(known, Matter.ENFORCEMENT, land, on, CENTRAL_BODY)


def _by_area(place: str, matter: Matter, land: LandRules, on: date, provision: str) -> Proposal:
    lines = [line for line in land.areas if line.matter is matter and line.holds(on)]
    found = _bodies(line for line in lines if line.covers(place))
    if found:
        return Proposal(Outcome.ONE if len(found) == 1 else Outcome.SEVERAL, found, provision)
    missing = Missing.PLACE if lines and not place else Missing.AREA
    return Proposal(Outcome.NOT_ESTABLISHED, (), provision, missing)


def _bodies(lines: Iterable[AreaLine]) -> tuple[int, ...]:
    return tuple(sorted({line.body_id for line in lines}))
