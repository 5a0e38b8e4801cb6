"""What a counsellor does: hand the person a letter with a code for their own agreement. It opens no case, and no authority learns of it."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.actions.changing import require_counsel
from augenmass.agreements.actions.drafting import without_guardian
from augenmass.agreements.models import Agreement, DoorCode, Participant
from augenmass.agreements.queries.agreements import visible_agreements
from augenmass.agreements.rules.days import is_minor
from augenmass.law.time import today
from augenmass.letters.render import render
from augenmass.letters.rules.portal_code import TEMPLATE
from augenmass.person_access.actions.codes import unused_code
from augenmass.person_access.invitation import Invited, invitation_data
from augenmass.person_access.rules import CODE_LASTS, SELECTOR_DIGITS, grouped
from augenmass.person_access.secrets import code_digest
from augenmass.record.ledger import entry
from augenmass.work.refusal import NotDone


def invite(actor: Actor, agreement: UUID, key: UUID, address: str) -> bytes:
    """Make a code and the letter with it (PDF). The letter is given out once and kept nowhere; earlier codes end.

    ``address`` is where the door is, ``key`` comes from the form. Raises ``NotDone`` (also for the same form again), ``NotPermitted`` and
    ``Agreement.DoesNotExist``.
    """
    require_counsel(actor)
    with entry(actor, "agreement.invited") as e:
        found = visible_agreements(actor).select_for_update().get(key=agreement)
        if DoorCode.objects.filter(key=key).exists():
            raise NotDone(
                _(
                    "Dieses Schreiben wurde schon erstellt. Fehlt es, erstellen Sie ein neues; der alte Code gilt dann nicht."
                )
            )
        reader = _reader(found.participant)
        DoorCode.objects.filter(participant=found.participant, used_at=None, ended_at=None).update(ended_at=e.book.at)
        code = unused_code()
        made = DoorCode.objects.create(
            key=key,
            participant=found.participant,
            selector=code[:SELECTOR_DIGITS],
            digest=code_digest(code),
            made_at=e.book.at,
            expires_at=e.book.at + CODE_LASTS,
            ordered_by=actor.account,
        )
        e.refer(agreement=found.pk, code=made.pk)
        return render(
            TEMPLATE, invitation_data(_invited(found, actor, reader, grouped(code), made, address)), draft=False
        )


def _reader(person: Participant) -> str:
    """To whom the letter is handed: for a minor whoever has custody. Raises ``NotDone`` where nobody is named."""
    if not is_minor(person.born_on, today()):
        return person.name
    if not person.guardian:
        raise NotDone(without_guardian())
    return person.guardian


def _invited(agreement: Agreement, actor: Actor, reader: str, code: str, made: DoorCode, address: str) -> Invited:
    body = agreement.body
    return Invited(
        reader=reader,
        language=agreement.participant.language,
        office=body.name,
        office_address=tuple(filter(None, (body.street, f"{body.postcode} {body.town}".strip()))),
        telephone=actor.account.telephone or body.telephone,
        email=actor.account.email or body.email,
        counsellor=actor.account.name,
        written_on=today(),
        expires_on=made.expires_at.date(),
        code=code,
        address=address,
    )
