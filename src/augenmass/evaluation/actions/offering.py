"""How many people a service offered an agreement to: a number for each quarter, entered by the service itself."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.evaluation.models import OfferedCount, Place
from augenmass.evaluation.queries.pilots import quarters_to_enter
from augenmass.evaluation.rights import require_service
from augenmass.evaluation.rules.delivery_file import MOST
from augenmass.law.quarters import Quarter
from augenmass.record.ledger import entry
from augenmass.work.refusal import NotDone


def enter_offered(actor: Actor, place: UUID, quarter: Quarter, people: int) -> None:
    """Enter or correct the number of a quarter, until the quarter is counted.

    Raises ``NotDone``, ``NotPermitted``, ``Place.DoesNotExist`` where the service takes part in no such pilot.
    """
    require_service(actor)
    if not 0 <= people <= MOST:
        raise NotDone(_("Möglich sind ganze Zahlen von 0 bis 100000."))
    with as_system(SystemRole.EVALUATION), entry(actor, "pilot.offered_entered") as e:
        places = Place.objects.select_for_update(of=("self",)).select_related("pilot")
        found = places.get(key=place, body=actor.body_id, joined_at__isnull=False)
        if quarter not in quarters_to_enter(found):
            raise NotDone(_("Dieses Vierteljahr ist schon gezählt oder liegt nicht in der Zeit der Erprobung."))
        made, _created = OfferedCount.objects.update_or_create(
            place=found,
            year=quarter.year,
            number=quarter.number,
            defaults={"people": people, "entered_by": actor.account, "entered_at": e.book.at},
        )
        e.refer(offered=made.pk)
