"""The person's own agreements, as plain values: only of an agreement that the person joined to their case with the code on their copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.models import Agreement, Edition
from augenmass.agreements.queries.agreements import Shown
from augenmass.agreements.queries.own import occasion_of, own_agreements, own_copy, own_edition, text_in
from augenmass.agreements.rules.content import Line, Side
from augenmass.evaluation.actions.sheets import pilot_of_service
from augenmass.law.time import today
from augenmass.person_access.person import Person
from augenmass.person_access.queries.own import NotThere


@dataclass(frozen=True, slots=True)
class OwnStep:
    """A step of the person, of the counselling service, or of another body that promised it."""

    side: str
    what: str
    due: date | None
    done_on: date | None
    late: bool
    who: str = ""


@dataclass(frozen=True, slots=True)
class OwnAgreement:
    """An agreement with its steps. ``signed`` holds; ``to_sign`` waits for a signature, or is None; ``sheet``: a questionnaire waits."""

    key: UUID
    state: str
    counsellor: str
    steps: list[OwnStep]
    talk: date | None
    signed: UUID | None
    to_sign: UUID | None
    copy: bool
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class OwnText:
    """One edition as it is read and signed: the German text, and the person's language beside it."""

    key: UUID
    german: tuple[Line, ...]
    own: tuple[Line, ...]
    language: str
    digest: str
    may_sign: bool


def agreements_of(person: Person) -> list[OwnAgreement]:
    """The agreements, newest first; nothing for somebody who signs in for the person."""
    return [_agreement(shown) for shown in own_agreements(person.case_id)] if person.concerned else []


def _agreement(shown: Shown) -> OwnAgreement:
    holds, waits = shown.holds, shown.in_work
    return OwnAgreement(
        key=shown.agreement.key,
        state=shown.agreement.state,
        counsellor=shown.agreement.counsellor.name,
        steps=[*_steps(shown), *_promises(shown)],
        talk=shown.planned.due if shown.planned is not None else None,
        signed=holds.key if holds is not None else None,
        to_sign=waits.key if waits is not None and waits.stage == Edition.Stage.EXPLAINED else None,
        copy=holds is not None and holds.pk in shown.copies,
        sheet=_sheet_waits(shown.agreement),
    )


def _sheet_waits(agreement: Agreement) -> bool:
    """Whether a pilot asks how it was, and the person has no sheet for this occasion."""
    if pilot_of_service(agreement.body_id) is None:
        return False
    with as_system(SystemRole.AGREEMENT):
        return bool(occasion_of(agreement))


def _steps(shown: Shown) -> list[OwnStep]:
    return [
        OwnStep(step.side, step.what, step.due, step.done_on, _late(step.due, step.done_on))
        for step in shown.steps
        if step.dropped_in_id is None
    ]


def _promises(shown: Shown) -> list[OwnStep]:
    """What other bodies accepted; before that nothing is promised."""
    return [
        OwnStep(Side.PROVIDER, one.service, one.due, one.delivered_on, _late(one.due, one.delivered_on), one.provider)
        for one in shown.promises
        if one.state in (one.State.ACCEPTED, one.State.DELIVERED)
    ]


def _late(due: date | None, done_on: date | None) -> bool:
    return due is not None and done_on is None and due < today()


def text_of(person: Person, key: UUID) -> OwnText:
    """One edition, to read and to sign. Raises ``NotThere``."""
    if not person.concerned:
        raise NotThere
    try:
        edition = own_edition(person.case_id, key)
    except Edition.DoesNotExist as error:
        raise NotThere from error
    own, language = text_in(edition, edition.language)
    may_sign = edition.stage == Edition.Stage.EXPLAINED and edition.agreement.running
    return OwnText(edition.key, edition.lines_de, own if language != "de" else (), language, edition.digest, may_sign)


def copy_of(person: Person, key: UUID) -> bytes:
    """The signed copy (PDF). Raises ``NotThere``."""
    if not person.concerned:
        raise NotThere
    try:
        return own_copy(person.case_id, key)
    except Edition.DoesNotExist as error:
        raise NotThere from error
