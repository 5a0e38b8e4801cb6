"""Joining one's own agreement by the code on the copy, and signing it at one's own door."""

from uuid import UUID

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.actions.families import agree_as_person, end_as_person
from augenmass.agreements.actions.joining import join_by_code
from augenmass.agreements.actions.sheets import give_sheet
from augenmass.agreements.actions.signing import sign_as_person
from augenmass.agreements.models import Agreement, Edition, FamilyLink
from augenmass.evaluation.actions.sheets import new_sheet, pilot_of_service
from augenmass.person_access.person import Guest, Person
from augenmass.person_access.queries.own import NotThere
from augenmass.person_access.queries.own_agreements import owner_of
from augenmass.person_access.rules import Refused, Wrong
from augenmass.work.refusal import NotDone


def join_agreement(person: Person, typed: str) -> None:
    """Join the agreement of a code. Only the person does, nobody for them. Raises ``Refused``."""
    if not person.concerned or not join_by_code(person.case_id, typed):
        raise Refused(Wrong.CODE)


def sign_agreement(person: Person | Guest, key: UUID, seen_digest: str) -> None:
    """Sign exactly the text that was read. Raises ``Refused``: the text changed meanwhile, the agreement ended, or it is signed elsewhere."""
    try:
        sign_as_person(owner_of(person), key, seen_digest)
    except (NotDone, NotThere, Edition.DoesNotExist) as error:
        raise Refused(Wrong.CODE) from error


def take_sheet(person: Person | Guest, key: UUID) -> str:
    """Take a sheet of the questionnaire about one's own agreement, by its key; gives the secret of its address.

    Who got a sheet is kept, not which. Raises ``Refused``: none is asked for, or it was taken before.
    """
    try:
        owner = owner_of(person)
    except NotThere as error:
        raise Refused(Wrong.CODE) from error
    with as_system(SystemRole.AGREEMENT):
        agreement = Agreement.objects.filter(owner.rows("participant"), key=key).first()
    pilot = None if agreement is None else pilot_of_service(agreement.body_id)
    if pilot is None or not give_sheet(owner, key):
        raise Refused(Wrong.CODE)
    return new_sheet(pilot)


def agree_to_link(person: Person | Guest, key: UUID, days: bool) -> None:
    """Consent to a link with a member of the family, or choose anew whether common days are shown.

    Raises ``NotThere``, and ``Refused`` for a minor: who has custody consents at the counselling service.
    """
    try:
        agree_as_person(owner_of(person), key, days)
    except FamilyLink.DoesNotExist as error:
        raise NotThere from error
    except NotDone as error:
        raise Refused(Wrong.CODE) from error


def end_own_link(person: Person | Guest, key: UUID) -> None:
    """End a link with a member of the family, or decline it; at any time, without a reason. Raises ``NotThere``."""
    try:
        end_as_person(owner_of(person), key)
    except FamilyLink.DoesNotExist as error:
        raise NotThere from error
