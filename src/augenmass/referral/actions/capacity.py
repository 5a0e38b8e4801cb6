"""How many cases the units of a body can work on: a number that its heads set, nothing that is measured."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Body, Unit
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry
from augenmass.referral.office import CAPACITY
from augenmass.work.refusal import NotDone

MOST = 100_000


def set_capacity(actor: Actor, numbers: Mapping[str, int | None]) -> None:
    """Set the numbers by key of the unit ("" for cases of none); None: no number. Raises ``NotDone``, ``NotPermitted``."""
    actor.require(Permission.REASSIGN)
    known = {"", *Unit.objects.filter(body=actor.body_id).values_list("key", flat=True)}
    if not set(numbers) <= known:
        raise NotDone(_("Eines der Sachgebiete gibt es nicht mehr. Bitte laden Sie die Seite neu."))
    if any(number is not None and not 0 <= number <= MOST for number in numbers.values()):
        raise NotDone(_("Bitte geben Sie eine Zahl von 0 bis 100.000 an, oder lassen Sie das Feld leer."))
    with entry(actor, "body.capacity_set") as e:
        body = Body.objects.select_for_update().get(pk=actor.body_id)
        body.policies = {**body.policies, CAPACITY: {key: one for key, one in numbers.items() if one is not None}}
        body.save(update_fields=["policies"])
        e.refer(capacity={key: one for key, one in numbers.items() if one is not None})
