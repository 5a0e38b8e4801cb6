"""Units of one's own body: made, renamed, closed."""

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.administration.actions.people import lock_body
from augenmass.administration.refusal import NotAdministered
from augenmass.directory.models import Membership, Unit
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.work.models import IncomingPost

LONGEST = 200


def make_unit(actor: Actor, name: str) -> Unit:
    """Make a unit. Raises ``NotAdministered`` (no name, a name in use) and ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    name = _name(name)
    with entry(actor, "unit.made") as e:
        lock_body(actor)
        _refuse_same_name(actor, name)
        unit = Unit.objects.create(body=actor.body, key=_free_key(actor, name), name=name)
        e.refer(unit=unit.pk)
    return unit


def rename_unit(actor: Actor, unit_id: int, name: str) -> Unit:
    """Give a unit another name; its history goes on under it. Raises as ``make_unit`` and ``Unit.DoesNotExist``."""
    actor.require(Permission.ADMINISTER)
    name = _name(name)
    unit = Unit.objects.get(pk=unit_id, body=actor.body_id)
    if unit.name == name:
        return unit
    with entry(actor, "unit.renamed") as e:
        lock_body(actor)
        _refuse_same_name(actor, name, but=unit.pk)
        Unit.objects.filter(pk=unit.pk).update(name=name)
        e.refer(unit=unit.pk)
    unit.name = name
    return unit


def close_unit(actor: Actor, unit_id: int) -> None:
    """Close a unit from today on; a second time changes nothing.

    Raises ``NotAdministered`` while people belong to it or post waits for it, and ``Unit.DoesNotExist``.
    """
    actor.require(Permission.ADMINISTER)
    day = today()
    with entry(actor, "unit.closed") as e:
        lock_body(actor)
        unit = Unit.objects.get(pk=unit_id, body=actor.body_id)
        still = Membership.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), unit=unit, account__is_active=True)
        if still.exists():
            raise NotAdministered(
                _("Zu diesem Sachgebiet gehören noch Personen. Bitte ändern Sie zuerst deren Rollen.")
            )
        with as_system(SystemRole.HANDOVER):
            waiting = IncomingPost.objects.filter(unit=unit).exclude(state=IncomingPost.State.ANSWERED)
            if waiting.exists():
                raise NotAdministered(
                    _("Für dieses Sachgebiet wartet noch Post. Bitte teilen Sie sie zuerst anders zu.")
                )
        Unit.objects.filter(pk=unit.pk, closed_on=None).update(closed_on=day)
        e.refer(unit=unit.pk)


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name or len(name) > LONGEST:
        raise NotAdministered(_("Bitte geben Sie dem Sachgebiet einen Namen von höchstens 200 Zeichen."))
    return name


def _refuse_same_name(actor: Actor, name: str, but: int | None = None) -> None:
    same = set(Unit.objects.filter(body=actor.body_id, name__iexact=name, closed_on=None).values_list("pk", flat=True))
    if same - {but}:
        raise NotAdministered(_("Ein Sachgebiet mit diesem Namen gibt es schon."))


def _free_key(actor: Actor, name: str) -> str:
    taken = set(Unit.objects.filter(body=actor.body_id).values_list("key", flat=True))
    stem = slugify(name)[:50] or "sachgebiet"
    return next(key for key in (stem, *(f"{stem}-{count}" for count in range(2, 10_000))) if key not in taken)
