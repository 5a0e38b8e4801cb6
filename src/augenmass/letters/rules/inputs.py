"""What the rules of a letter need to know, as plain typed values. Three-valued answers are those of ``law.values``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from augenmass.law.values import UNKNOWN


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing or not allowed: where it belongs, and a sentence that says what to do."""

    field: str
    de: str
    en: str


class Incomplete(ValueError):
    """A letter cannot be made yet. ``gaps`` lists everything at once, so nobody finds out one by one."""

    def __init__(self, gaps: tuple[Gap, ...]) -> None:
        self.gaps = gaps
        super().__init__(" ".join(gap.en for gap in gaps))


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in Germany or abroad; ``care_of`` is the line before the street."""

    street: str = ""
    postcode: str = ""
    town: str = ""
    care_of: str = ""
    country: str = ""

    def complete(self) -> bool:
        """Whether the post can deliver: a street (or box) and a town with its code."""
        return bool(self.street.strip() and self.town.strip() and (self.postcode.strip() or self.country.strip()))

    def lines(self) -> tuple[str, ...]:
        """The lines below the name."""
        place = f"{self.postcode} {self.town}".strip()
        return tuple(line for line in (self.care_of, self.street, place, self.country.upper()) if line)


@dataclass(frozen=True, slots=True)
class Office:
    """A body or court with its seat, as a legal-remedy passage has to name it."""

    name: str
    address: Address
    telephone: str = ""
    email: str = ""

    def seat(self) -> str:
        """Name and address in one sentence part."""
        return ", ".join((self.name, *self.address.lines()))


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the body, the unit, the officer who answers questions and the person who signs."""

    office: Office
    unit: str
    officer: str
    officer_telephone: str = ""
    officer_email: str = ""
    signer: str = ""
    signer_role: str = ""
    counselling: tuple[str, ...] = ()
    """Return counselling and support that the body names, one line each."""


@dataclass(frozen=True, slots=True)
class Representative:
    """Somebody with authority for the matter; ``authority_shown``: a written authority was presented (three-valued)."""

    name: str
    address: Address
    authority_shown: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class LegalRepresentative:
    """Somebody who represents by law: parent, guardian, or an appointed custodian (``custodian``) of an adult."""

    name: str
    address: Address
    custodian: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """The person concerned. ``birth`` and ``nationality`` as they are to be printed; ``minor`` is three-valued."""

    first_names: str
    family_name: str
    birth: str
    nationality: str
    address: Address
    minor: int = UNKNOWN
    sex: str = ""
    representative: Representative | None = None
    legal_representative: LegalRepresentative | None = None

    @property
    def name(self) -> str:
        """First names and family name."""
        return f"{self.first_names} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class Prospect:
    """A prospect of residence as a letter names it: its key, its provision as cited in German and beside it, and what is still missing."""

    key: str
    provision: str
    provision_further: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemedyProfile:
    """What the Land rules about remedies; None means that the profile does not say (not established)."""

    land: str
    objection_required: bool | None
    court: Office | None
    suspensive_effect_excluded: bool | None
    suspensive_citation: str = ""
    objection_office: Office | None = None
    """Where an objection is lodged when that is not the body that writes."""
    unverified: tuple[str, ...] = ()
    """Names of parameters that nobody has confirmed yet; the draft page shows them."""


class PeriodUnit(StrEnum):
    DAYS = "days"
    MONTHS = "months"


class PeriodGround(StrEnum):
    """Why a period is shorter than seven days or none is set (AufenthG § 59 (1) sentence 2, (5))."""

    NONE = ""
    EVASION = "evasion"
    DANGER = "danger"
    OTHER_INTEREST = "other_interest"
    CUSTODY = "custody"


@dataclass(frozen=True, slots=True)
class PeriodInput:
    """The period for voluntary departure that the officer sets; ``length`` None means no period."""

    length: int | None
    unit: PeriodUnit = PeriodUnit.DAYS
    ground: PeriodGround = PeriodGround.NONE
    reasons: str = ""
    victim_indications: int = UNKNOWN
    after_loss: bool = False
    """The obligation to leave rests on the finding that freedom of movement does not exist (FreizügG/EU § 7 (1))."""


class Obligation(StrEnum):
    """What makes the obligation to leave enforceable (AufenthG § 58 (2))."""

    UNLAWFUL_ENTRY = "unlawful_entry"
    NO_TITLE_APPLIED_FOR = "no_title_applied_for"
    RETURN_DECISION_OF_MEMBER_STATE = "return_decision_of_member_state"
    ENFORCEABLE_DECISION = "enforceable_decision"


@dataclass(frozen=True, slots=True)
class Hearing:
    """The hearing before the order (VwVfG § 28): held on a day, or left out with reasons."""

    held_on: date | None = None
    statement: str = ""
    waived_reasons: str = ""


@dataclass(frozen=True, slots=True)
class WarningInput:
    """What the officer enters for the warning. Texts are the officer's own words and appear as they are."""

    period: PeriodInput
    target_states: tuple[str, ...]
    obligation: tuple[Obligation, ...]
    facts: str
    obstacles: str
    """Why no prohibition, child's interest, family tie or state of health stands against it (AufenthG § 59 (1) sentence 1)."""
    own_reasons: str
    discretion: str
    hearing: Hearing
    forbidden_states: tuple[str, ...] = ()
    prohibition_established: int = UNKNOWN
    conviction_or_extradition: bool = False
    """AufenthG § 59 (3): obstacles do not stand against the warning."""
    worked_without_permission: bool = False
    free_movement: bool = False
    """On record as a Union citizen, as equal to one, or as such a person's family."""
    immediate_execution: bool = False
    """VwGO § 80 (2) sentence 1 no. 4; needs ``immediate_reasons`` in writing (§ 80 (3))."""
    immediate_reasons: str = ""
    dispatch_note: str = ""
    enclosures: tuple[str, ...] = ()

    @property
    def after_loss(self) -> bool:
        """Whether FreizügG/EU § 7 governs obligation, period and court protection."""
        return self.period.after_loss
