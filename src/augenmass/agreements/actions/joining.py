"""Joining an agreement to the person's own door: by a code that the person got from the counsellor, and nobody else's doing.

Neither the counsellor nor whoever works the case learns whether it was used.
"""

from uuid import UUID

from django.db import transaction

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.actions.changing import changing
from augenmass.agreements.models import Agreement, Participant
from augenmass.departure.rules.code import digest_of_code, new_code
from augenmass.record.ledger import System, entry


def make_join_code(actor: Actor, key: UUID, seen: int) -> str:
    """A new code for the person, shown once; one made before is void. Raises ``NotDone``, ``NotPermitted``."""
    code = new_code()
    with changing(actor, "agreement.join_code_made", key, seen) as (_e, agreement):
        Agreement.objects.filter(pk=agreement.pk).update(join_digest=digest_of_code(code))
    return code


def join_by_code(case_id: int, typed: str) -> bool:
    """Join the agreement of this code to the case of who signed in to their own door; False for a code that is not known or was used."""
    with as_system(SystemRole.AGREEMENT), transaction.atomic():
        held = Agreement.objects.select_for_update().filter(join_digest=digest_of_code(typed)).exclude(join_digest="")
        agreement = held.first()
        if agreement is None:
            return False
        with entry(System(), "agreement.joined") as e:
            Agreement.objects.filter(pk=agreement.pk).update(join_digest="")
            Participant.objects.filter(pk=agreement.participant_id).update(case=case_id)
            e.refer(agreement=agreement.pk)
    return True
