"""Who of a body can take part today, and which case a file number means."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, actor_for
from augenmass.access.visible import worked_by
from augenmass.conferences.queries.seats import may_take_part
from augenmass.directory.models import Account, Body
from augenmass.directory.queries import bodies_on
from augenmass.law.time import today
from augenmass.work.refusal import NotDone

MOST = 200


def people_of(body: Body) -> list[Account]:
    """People of a body whose roles of today take part in conferences, by name."""
    day = today()
    held = Account.objects.filter(is_active=True, memberships__body=body, memberships__valid_from__lte=day)
    found = []
    for account in held.distinct().order_by("name")[:MOST]:
        acting = actor_for(account, body.pk)
        if acting is not None and acting.body_id == body.pk and may_take_part(acting):
            found.append(account)
    return found


def body_numbered(text: str) -> Body | None:
    """The body that exists today with this id in a form; None for anything else."""
    if not text.isascii() or not text.isdecimal() or len(text) > 18:
        return None
    return bodies_on(today()).filter(pk=int(text)).first()


def case_numbered(actor: Actor, number: str) -> int | None:
    """The id of a case that the actor's body works, by its file number; None for no number. Raises ``NotDone``."""
    if not number.strip():
        return None
    found = worked_by(actor).filter(number=number.strip()).values_list("pk", flat=True).first()
    if found is None:
        raise NotDone(_("Einen Fall mit diesem Aktenzeichen bearbeitet Ihre Stelle nicht."))
    return found
