"""Family links between cases: each is written from both sides, and both legal positions follow."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.actions.facts import NotRecorded
from augenmass.cases.affected import affected_by
from augenmass.cases.models import OPPOSITE, FamilyLink
from augenmass.cases.positions import recompute
from augenmass.directory.roles import Permission
from augenmass.record.ledger import Entry, book
from augenmass.record.models import Case


def link_relative(
    actor: Actor, case_id: int, number: str, relation: FamilyLink.Relation, same_household: bool | None
) -> None:
    """Link two visible cases. Raises ``NotRecorded`` (no such case, the same case, linked already) and ``Case.DoesNotExist``."""
    actor.require(Permission.RECORD_FACTS)
    case = worked_by(actor).get(pk=case_id)
    relative = worked_by(actor).filter(number=number.strip()).first()
    if relative is None:
        raise NotRecorded(_("Ein Fall mit diesem Aktenzeichen wurde nicht gefunden."))
    if relative.pk == case.pk:
        raise NotRecorded(_("Ein Fall kann nicht mit sich selbst verbunden werden."))
    with book(actor, [case.pk, relative.pk]) as opened:
        if FamilyLink.objects.filter(case=case, relative=relative, relation=relation, ended_by=None).exists():
            raise NotRecorded(_("Diese Familienbeziehung ist bereits eingetragen."))
        made = opened.entry("family.linked", opened.case(case.pk))
        seal_link(made, case, relative, relation, same_household)
        mirrored = opened.entry("family.linked", opened.case(relative.pk))
        seal_link(mirrored, relative, case, OPPOSITE[relation], same_household)
        recompute(affected_by([case.pk, relative.pk]))


def seal_link(
    made: Entry, case: Case, relative: Case, relation: FamilyLink.Relation, same_household: bool | None
) -> None:
    """Write one side of a link in an entry under way."""
    link = FamilyLink(case=case, relative=relative, relation=relation, same_household=same_household)
    made.seal(link)
    made.refer(link=link.pk, relative=relative.pk)
