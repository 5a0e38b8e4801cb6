"""Letters of fixed passages: which passages each of them has, what is missing for it, and the letter as data.

Sources: VwVfG §§ 14, 28, 29; AufenthG §§ 4a (4), 23a, 59 (1), 60a (2c) to (5b), 60b, 60c (2) no. 5, 82 (1); AufenthV § 58; GG Art. 17.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from augenmass.letters.document import german_day
from augenmass.letters.rules.addressee import choose_addressee
from augenmass.letters.rules.beside import Beside, Part
from augenmass.letters.rules.departure_warning import missing_author, missing_identity
from augenmass.letters.rules.hearing import HearingDraft
from augenmass.letters.rules.inputs import Author, Gap, Incomplete, Person
from augenmass.letters.rules.plain import plain_letter

OFFER = "counselling_offer"
HEARING = "hearing"
SUSPENSION = "suspension_notice"
HARDSHIP = "hardship_information"
RETURN = "return_information"
DECIDED_NOTHING = (SUSPENSION, HARDSHIP, RETURN)
"""Letters without a form of their own: made from the record and signed in one go."""
IDENTITY_NOT_CLARIFIED = "identity"
"""The kind of suspension under AufenthG § 60b (key of ``suspension_kind``)."""


@dataclass(frozen=True, slots=True)
class Programme:
    """What a programme of support gives on a day, as it is printed; ``ceiling`` "" where there is none."""

    name: str
    adult: str
    minor: str
    ceiling: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class Suspension:
    """The suspension on record: key and labels of its kind, its last day as it is printed; "" where not established."""

    kind: str = ""
    ground: str = ""
    ground_en: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Hardship:
    """How the commission is reached, and whether the Land removes nobody while it deals with a case (None: not established)."""

    contact: tuple[str, ...] = ()
    stops_removal: bool | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the letters of this module need beside person and author. ``procedure``: the provision on hearings, as it is cited."""

    suspension: Suspension = Suspension()
    hardship: Hardship = Hardship()
    programmes: tuple[Programme, ...] = ()
    procedure: str = ""


def gaps_of(
    template: str, person: Person, author: Author, facts: Facts, *, on: date, draft: HearingDraft | None = None
) -> tuple[Gap, ...]:
    """Everything that is missing for a letter, all at once; empty when it can be made."""
    found = [*choose_addressee(person)[1], *missing_identity(person), *missing_author(author)]
    if template in (OFFER, RETURN) and not author.counselling:
        found.append(_NO_COUNSELLING)
    if template == SUSPENSION and (facts.suspension.kind in ("", "none") or not facts.suspension.until):
        found.append(_NO_SUSPENSION)
    if template == HARDSHIP and not facts.hardship.contact:
        found.append(_NO_COMMISSION)
    if draft is not None:
        found += draft.gaps(on)
    return tuple(found)


def fixed_letter(
    template: str,
    *,
    person: Person,
    author: Author,
    facts: Facts,
    reference: str,
    written_on: date,
    beside: Beside,
    draft: HearingDraft | None = None,
    dispatch_note: str = "",
) -> dict[str, Any]:
    """The letter as stored JSON, ready for ``render.render``. Raises ``Incomplete`` with all gaps."""
    gaps = gaps_of(template, person, author, facts, on=written_on, draft=draft)
    if gaps:
        raise Incomplete(gaps)
    return plain_letter(
        template,
        person=person,
        author=author,
        reference=reference,
        written_on=written_on,
        parts=tuple(_parts(template, author, facts, written_on, draft)),
        beside=beside,
        dispatch_note=dispatch_note,
    )


def _parts(template: str, author: Author, facts: Facts, on: date, draft: HearingDraft | None) -> Iterable[Part]:
    if template == OFFER:
        return (
            Part("opening"),
            Part("contact", below=author.counselling),
            *map(Part, ("topics", "consequences", "free")),
        )
    if template == SUSPENSION:
        return _suspension(facts.suspension)
    if template == HARDSHIP:
        return _hardship(facts.hardship, author)
    if template == RETURN:
        return _return(facts.programmes, author, on)
    assert draft is not None
    return _hearing(draft, author, facts.procedure)


def _suspension(held: Suspension) -> Iterable[Part]:
    values = {"until": held.until, "ground": held.ground}
    yield Part("opening", values, english={"ground": held.ground_en})
    yield Part("certificate")
    identity = held.kind == IDENTITY_NOT_CLARIFIED
    if identity:
        yield Part("identity")
    yield Part("meaning")
    if not identity:
        yield Part("work")
    yield Part("duties", values)


def _hardship(hardship: Hardship, author: Author) -> Iterable[Part]:
    yield from (Part("opening"), Part("commission"), Part("limits", strong=True))
    yield Part("contact", below=hardship.contact)
    yield Part("stops" if hardship.stops_removal else "open")
    yield from (Part("write"), Part("petition"))
    if author.counselling:
        yield Part("counselling", below=author.counselling)


def _return(programmes: tuple[Programme, ...], author: Author, on: date) -> Iterable[Part]:
    yield Part("opening")
    yield Part("counselling", below=author.counselling)
    yield Part("consequences")
    if programmes:
        yield Part("programmes", {"day": german_day(on.isoformat())})
    else:
        yield Part("no_programmes")
    for one in programmes:
        values = {"name": one.name, "adult": one.adult, "minor": one.minor, "ceiling": one.ceiling}
        key = "programme_limit" if one.ceiling else "programme"
        yield Part(key, values, english={"name": one.english or one.name})
    yield Part("steps")


def _hearing(draft: HearingDraft, author: Author, procedure: str) -> Iterable[Part]:
    yield Part("opening", {"basis": procedure})
    yield Part(draft.intended)
    yield Part("reasons", own=draft.paragraphs())
    yield Part("respond", {"until": german_day(draft.until)})
    yield from (Part("consequence", strong=True), Part("matters"))
    if draft.health:
        yield Part("health")
    if author.counselling:
        yield Part("counselling", below=author.counselling)


_NO_COUNSELLING = Gap(
    "counselling",
    "Ihre Dienststelle hat noch keine Beratungsstelle mit Kontakt und Sprechzeiten hinterlegt. Das macht die Verwaltung der Dienststelle.",
    "Your authority has not yet named a counselling service with contact and times. The administration of the authority does that.",
)
_NO_SUSPENSION = Gap(
    "suspension_kind",
    "Art und Ende der Duldung sind nicht festgestellt. Das Schreiben entsteht mit dem Schritt „Duldung erteilen“ oder „Duldung verlängern“.",
    "Kind and end of the suspension are not established. The letter comes with the step “Grant a suspension” or “Renew the suspension”.",
)
_NO_COMMISSION = Gap(
    "hardship_commission",
    "Ihre Dienststelle hat noch nicht hinterlegt, wie die Härtefallkommission zu erreichen ist. Das macht die Verwaltung der Dienststelle.",
    "Your authority has not yet recorded how the hardship commission is reached. The administration of the authority does that.",
)
