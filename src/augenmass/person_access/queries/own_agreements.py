"""The person's own agreements, as plain values: those that they joined to their case, or those of the letter that their counsellor gave them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.models import Agreement, Edition
from augenmass.agreements.queries.agreements import Shown
from augenmass.agreements.queries.families import Linked
from augenmass.agreements.queries.own import (
    Owner,
    occasion_of,
    own_agreements,
    own_changes,
    own_copy,
    own_edition,
    own_links,
    own_signed,
    text_in,
)
from augenmass.agreements.rules.content import Change, Line, Side
from augenmass.agreements.rules.days import is_minor
from augenmass.evaluation.actions.sheets import pilot_of_service
from augenmass.law.time import today
from augenmass.person_access.person import Guest, Person
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
    """An agreement with its steps. ``signed`` holds; ``to_sign`` waits for the person's signature, ``waits`` for the other side's; each may
    be None. ``sheet``: a questionnaire waits."""

    key: UUID
    ended_on: date | None
    counsellor: str
    steps: list[OwnStep]
    talk: date | None
    signed: UUID | None
    to_sign: UUID | None
    waits: UUID | None
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
    signed: bool
    """Whether the person signed it; the other side may not have yet."""
    changes: tuple[Change, ...]
    """What is left out and new against the edition signed before; empty for the first."""


@dataclass(frozen=True, slots=True)
class OwnLink:
    """A link to a member of the family: that they have an agreement here, and nothing else of it.

    ``waits``: the person has not consented. ``common``: the day of the next talk of both, where both want it shown.
    ``may_choose``: False where who has custody of a minor decides at the counselling service.
    """

    key: UUID
    name: str
    waits: bool
    days: bool
    common: date | None
    may_choose: bool


def owner_of(person: Person | Guest) -> Owner:
    """Whose agreements somebody who is signed in reads. Raises ``NotThere`` for somebody who signs in for the person."""
    if isinstance(person, Guest):
        return Owner(participant_id=person.participant_id)
    if not person.concerned:
        raise NotThere
    return Owner(case_id=person.case_id)


def agreements_of(person: Person | Guest) -> list[OwnAgreement]:
    """The agreements, newest first; nothing for somebody who signs in for the person."""
    return [_agreement(shown) for shown in own_agreements(owner_of(person))] if person.concerned else []


def _agreement(shown: Shown) -> OwnAgreement:
    holds, waits = shown.holds, _waiting(shown)
    mine = waits is not None and any(
        one.edition_id == waits.pk and one.side == one.Side.PERSON for one in shown.signatures
    )
    return OwnAgreement(
        key=shown.agreement.key,
        ended_on=shown.agreement.ended_on,
        counsellor=shown.agreement.counsellor.name,
        steps=[*_steps(shown), *_promises(shown)],
        talk=shown.planned.due if shown.planned is not None else None,
        signed=holds.key if holds is not None else None,
        to_sign=waits.key if waits is not None and not mine else None,
        waits=waits.key if waits is not None and mine else None,
        copy=holds is not None and holds.pk in shown.copies,
        sheet=_sheet_waits(shown.agreement),
    )


def _waiting(shown: Shown) -> Edition | None:
    """The edition that can be signed now."""
    found = shown.in_work if shown.agreement.running else None
    return found if found is not None and found.stage == Edition.Stage.EXPLAINED else None


def _own_words(shown: Shown) -> dict[str, str]:
    """What was translated into the person's language, by its German text; what was not stays German."""
    edition = shown.holds or shown.in_work
    words: dict[str, str] = edition.own_words if edition is not None else {}
    return words


def _sheet_waits(agreement: Agreement) -> bool:
    """Whether a pilot asks how it was, and the person has no sheet for this occasion."""
    if pilot_of_service(agreement.body_id) is None:
        return False
    with as_system(SystemRole.AGREEMENT):
        return bool(occasion_of(agreement))


def _steps(shown: Shown) -> list[OwnStep]:
    words = _own_words(shown)
    return [
        OwnStep(step.side, words.get(step.what, step.what), step.due, step.done_on, _late(step.due, step.done_on))
        for step in shown.steps
        if step.dropped_in_id is None
    ]


def _promises(shown: Shown) -> list[OwnStep]:
    """What other bodies accepted; before that nothing is promised."""
    words = _own_words(shown)
    return [
        OwnStep(
            Side.PROVIDER,
            words.get(one.service, one.service),
            one.due,
            one.delivered_on,
            _late(one.due, one.delivered_on),
            one.provider,
        )
        for one in shown.promises
        if one.state in (one.State.ACCEPTED, one.State.DELIVERED)
    ]


def _late(due: date | None, done_on: date | None) -> bool:
    return due is not None and done_on is None and due < today()


def text_of(person: Person | Guest, key: UUID) -> OwnText:
    """One edition, to read and to sign. Raises ``NotThere``."""
    try:
        edition = own_edition(owner_of(person), key)
    except Edition.DoesNotExist as error:
        raise NotThere from error
    own, language = text_in(edition, edition.language)
    signed = own_signed(edition)
    return OwnText(
        key=edition.key,
        german=edition.lines_de,
        own=own if language != "de" else (),
        language=language,
        digest=edition.digest,
        may_sign=edition.stage == Edition.Stage.EXPLAINED and edition.agreement.running and not signed,
        signed=signed,
        changes=tuple(change for change in own_changes(edition) if change.mark),
    )


def copy_of(person: Person | Guest, key: UUID) -> bytes:
    """The signed copy (PDF). Raises ``NotThere``."""
    try:
        return own_copy(owner_of(person), key)
    except Edition.DoesNotExist as error:
        raise NotThere from error


def links_of(person: Person | Guest) -> list[OwnLink]:
    """Links to members of the family that hold or wait for the person's consent; nothing for somebody who signs in for the person."""
    if not person.concerned:
        return []
    return [_link(agreement, linked) for agreement, linked in own_links(owner_of(person))]


def link_of(person: Person | Guest, key: UUID) -> OwnLink:
    """One of them. Raises ``NotThere``."""
    found = next((link for link in links_of(person) if link.key == key), None)
    if found is None:
        raise NotThere
    return found


def _link(agreement: Agreement, linked: Linked) -> OwnLink:
    minor = is_minor(agreement.participant.born_on, today())
    return OwnLink(
        linked.link.key,
        linked.other.participant.name,
        linked.waits,
        linked.days,
        linked.common,
        not minor or (linked.holds and linked.days),
    )
