"""What the matrix is asked for one transmission, what it answers, and which facts may then go: default deny, class by class."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from augenmass.law.facts import Held
from augenmass.law.norm import Review
from augenmass.law.transmission.answer import ClassAnswer, Enquiry, TransmissionAnswer, transmission_answer
from augenmass.law.transmission.duties import BINDING, DELETION, POLICE_PART, RESIDENCE_ACT, Duty
from augenmass.law.transmission.vocabulary import BRAKES as BRAKE_FACTS
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.values import YES
from augenmass.transmissions.rules.classes import class_of
from augenmass.transmissions.rules.kinds import Regime

POLICE_PURPOSES = (
    "criminal_prosecution",
    "danger_prevention",
    "danger_to_life",
    "regulatory_prosecution",
    "sentence_enforcement",
)
BOUND_BY_GDPR = Duty(
    BINDING, "Nur zu dem Zweck verarbeiten, zu dem übermittelt wurde.", "Process for this purpose only.", "DSGVO/5"
)
DELETE_BY_GDPR = Duty(
    DELETION,
    "Löschen, sobald die Daten für diesen Zweck nicht mehr notwendig sind.",
    "Delete as soon as the data are no longer needed for this purpose.",
    "DSGVO/17",
)
_ASYLUM = (
    "asylum_ever_applied",
    "asylum_procedure_running",
    "asylum_follow_up_pending",
    "prohibition_refugee",
    "prohibition_serious_harm",
    "prohibition_human_rights",
    "prohibition_concrete_danger",
)
_ASYLUM_DAYS = ("asylum_applied_on", "asylum_decision_served_on", "asylum_registered_on")
_PERIOD_ENDS = ("departure_period_until", "departure_period_extended_until")


@dataclass(frozen=True, slots=True)
class Way:
    """From what kind of body to what kind of body, for what purpose, caused by what ("" where nothing caused it)."""

    sender: str
    receiver: str
    purpose: str
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A fact of a case as it could travel. A disputed one is not established."""

    id: int
    name: str
    value: str
    known_on: date
    true_from: date | None = None
    true_to: date | None = None
    disputed: bool = False

    @property
    def data_class(self) -> str:
        return class_of(self.name)


class Bar(StrEnum):
    """Why a chosen fact does not go."""

    NOT_HELD = "not_held"
    NOT_ESTABLISHED = "not_established"
    NOT_ALLOWED = "not_allowed"


class NotCarried(Exception):
    """Chosen facts that may not go, by the first reason; ``names`` are names of facts."""

    def __init__(self, why: Bar, names: Collection[str]) -> None:
        super().__init__(f"{why.value}: {', '.join(names)}")
        self.why = why
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class Answered:
    """What the matrix answered, and under which regime the transmission stands."""

    way: Way
    on: date
    told: Mapping[str, str]
    answer: TransmissionAnswer
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Answers that the record gives; nobody can answer them otherwise."""

    @property
    def regime(self) -> Regime:
        return regime_of(self.way)

    def carried(self, classes: Collection[str]) -> dict[str, list[str]]:
        """The ids of the provisions that carry each of these classes, where it may go."""
        return {
            one.data_class: [found.norm.id for found in one.provisions]
            for one in self.answer.by_class
            if one.data_class in classes and one.answer == "yes"
        }


def regime_of(way: Way) -> Regime:
    """Part 3 of the Federal Data Protection Act or a Land's police law, or the General Regulation."""
    police = way.sender in ("federal_police", "federal_criminal_police", "customs", "prosecution", "land_police")
    return Regime.POLICE if police and way.purpose in POLICE_PURPOSES else Regime.GDPR


def ask(
    way: Way, told: Mapping[str, str], classes: Iterable[str], on: date, fixed: Mapping[str, str] | None = None
) -> Answered:
    """Ask the matrix for these classes of data. ``told``: yes/no answers by name; what nobody answered is left out.

    Raises ``ValueError`` for a name or word that no enquiry knows.
    """
    known = {name: value for name, value in told.items() if value in ("yes", "no")}
    settled = {**known, **(fixed or {})}
    facts = settled | ({"occasion": way.occasion} if way.occasion else {})
    enquiry = Enquiry(way.sender, way.receiver, way.purpose, tuple(dict.fromkeys(classes)), on, facts)
    return Answered(way, on, settled, transmission_answer(enquiry), fixed or {})


def picked(answered: Answered, held: Iterable[HeldFact], chosen: Collection[int]) -> tuple[HeldFact, ...]:
    """The chosen facts, if every one of them is held, established and of a class that may go. Raises ``NotCarried``."""
    there = {fact.id: fact for fact in held}
    if missing := [number for number in chosen if number not in there]:
        raise NotCarried(Bar.NOT_HELD, [str(number) for number in missing])
    facts = tuple(there[number] for number in dict.fromkeys(chosen))
    if open_ones := [fact.name for fact in facts if fact.disputed]:
        raise NotCarried(Bar.NOT_ESTABLISHED, open_ones)
    allowed = set(answered.answer.classes)
    if barred := [fact.name for fact in facts if fact.data_class not in allowed]:
        raise NotCarried(Bar.NOT_ALLOWED, barred)
    return facts


_ONLY_AFTER: Mapping[str, tuple[str, ...]] = {
    "grave_danger_to_life": ("professional_secret",),
    "public_health_endangered": ("professional_secret",),
    "needed_for_drug_interest": ("professional_secret",),
    "tax_offence_pursued": ("tax_secret",),
    "social_code_permits": ("social_data", "youth_welfare_entrusted"),
}
"""Exceptions from a brake: asked once it is said that the brake holds."""
_ORDER = {name: number for number, name in enumerate(ENQUIRY)}
_BRAKE_NAMES = frozenset(told.name for told in BRAKE_FACTS.facts)


def questions(answered: Answered) -> tuple[str, ...]:
    """What is to be answered before something more may go: what brakes leave open, then what the nearest provisions need.

    Rows from texts that nobody here has read answer never yes, so nothing is asked for them. The order does not change with the answers.
    """
    asked = {name for one in answered.answer.by_class for name in one.to_rule_out if _in_turn(name, answered.told)}
    for one in answered.answer.by_class:
        if one.answer != "yes":
            asked |= _of_nearest(one)
    return in_order(name for name in asked if _yes_no(name) and name not in answered.fixed)


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Facts of an enquiry as they are asked: brakes first, each part in the order of the vocabulary."""
    return tuple(sorted(set(names), key=lambda name: (name not in _BRAKE_NAMES, _ORDER[name])))


def _in_turn(name: str, told: Mapping[str, str]) -> bool:
    before = _ONLY_AFTER.get(name)
    return before is None or any(told.get(brake) == "yes" for brake in before)


def _of_nearest(one: ClassAnswer) -> set[str]:
    """What the provisions need that are nearest to carrying a class."""
    possible = [found for found in one.candidates if found.row.norm.review is not Review.UNVERIFIED]
    if not possible:
        return set()
    fewest = len(possible[0].open)
    return {name for found in possible if len(found.open) == fewest for name in found.open}


def _yes_no(name: str) -> bool:
    return name in ENQUIRY and not ENQUIRY[name].choices


def from_record(held: Mapping[str, Held], on: date) -> dict[str, str]:
    """What the record itself answers to the brakes, whatever an officer would tick; a disputed fact counts, for it protects."""
    found = {}
    if any(_says_yes(held.get(name)) for name in _ASYLUM) or any(name in held for name in _ASYLUM_DAYS):
        found["asylum_or_protection"] = "yes"
    ends = [held[name].value for name in _PERIOD_ENDS if name in held]
    if ends and all(isinstance(end, tuple) and end[1] < on.toordinal() for end in ends):
        found["departure_period_over"] = "yes"
    return found


def _says_yes(fact: Held | None) -> bool:
    return fact is not None and fact.value == YES


def duties_of(answered: Answered, classes: Collection[str]) -> tuple[Duty, ...]:
    """The duties that travel: those of the provisions that carry these classes, of the regime, and always purpose and deletion."""
    carried = [
        duty
        for one in answered.answer.by_class
        if one.data_class in classes
        for found in one.provisions
        for duty in found.duties
    ]
    if answered.regime is Regime.POLICE:
        carried.extend(POLICE_PART)
    if answered.told.get("on_request") == "yes" and answered.way.receiver == "foreigners_authority":
        carried.extend(RESIDENCE_ACT)
    kinds = {duty.kind for duty in carried}
    always = [duty for duty in (BOUND_BY_GDPR, DELETE_BY_GDPR) if duty.kind not in kinds]
    return tuple(dict.fromkeys((*always, *carried)))
