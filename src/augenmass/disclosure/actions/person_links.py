"""Two files of one person: recorded, so that an extract of one finds the other."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import visible_to, worked_by
from augenmass.directory.roles import Permission
from augenmass.disclosure.models import PersonLink
from augenmass.record.ledger import Entry, book
from augenmass.record.models import Case
from augenmass.work.refusal import NotDone


def link_person(actor: Actor, case_id: int, number: str, grounds: str) -> None:
    """Record that another visible file belongs to the same person; from both sides where the body works both.

    Raises ``NotDone`` (no such file, the same, linked already, no grounds) and ``Case.DoesNotExist``.
    """
    actor.require(Permission.RECORD_FACTS)
    case = worked_by(actor).get(pk=case_id)
    other = visible_to(actor).filter(number=number.strip()).exclude(pk=case.pk).first()
    if other is None:
        raise NotDone(_("Ein anderer Fall mit diesem Aktenzeichen wurde nicht gefunden."))
    if not grounds.strip():
        raise NotDone(_("Bitte schreiben Sie, woran Sie erkannt haben, dass beide Akten dieselbe Person betreffen."))
    worked = other.body_id == case.body_id
    with book(actor, [case.pk, *([other.pk] if worked else [])]) as opened:
        if PersonLink.objects.filter(case=case, other=other, ended_by=None).exists():
            raise NotDone(_("Diese beiden Akten sind schon verbunden."))
        _seal(opened.entry("person.linked", opened.case(case.pk)), case, other, grounds)
        if worked:
            _seal(opened.entry("person.linked", opened.case(other.pk)), other, case, grounds)


def _seal(e: Entry, case: Case, other: Case, grounds: str) -> None:
    link = PersonLink(case=case, other=other, grounds=grounds.strip()[:500])
    e.seal(link)
    e.refer(person_link=link.pk)
