"""Colleagues: members of the own body to whom work can be given."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Account, Membership, Unit
from augenmass.directory.roles import Permission, roles_with
from augenmass.law.time import today
from augenmass.work.refusal import NotDone

CASEWORK_ROLES = tuple(sorted(role.value for role in roles_with(Permission.TAKE_STEPS)))


def colleagues(actor: Actor) -> QuerySet[Account]:
    """Active accounts that work on cases in the actor's body today, by name."""
    day = today()
    members = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day), body_id=actor.body_id, role__in=CASEWORK_ROLES, valid_from__lte=day
    )
    return Account.objects.filter(pk__in=members.values("account_id"), is_active=True).order_by("name", "pk")


def colleague(actor: Actor, account_id: int) -> Account:
    """One of them. Raises ``NotDone`` for anybody else."""
    found = colleagues(actor).filter(pk=account_id).first()
    if found is None:
        raise NotDone(
            _("Diese Person bearbeitet in Ihrer Dienststelle derzeit keine Fälle. Bitte wählen Sie eine andere.")
        )
    return found


def units(actor: Actor) -> QuerySet[Unit]:
    """The units of the actor's body that work can be given to."""
    return Unit.objects.filter(Q(closed_on=None) | Q(closed_on__gt=today()), body_id=actor.body_id)


def unit_of_body(actor: Actor, unit_id: int) -> Unit:
    """One of them. Raises ``NotDone`` for any other."""
    found = units(actor).filter(pk=unit_id).first()
    if found is None:
        raise NotDone(_("Dieses Team gehört nicht zu Ihrer Dienststelle. Bitte wählen Sie ein anderes."))
    return found
