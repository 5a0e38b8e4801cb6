"""Releasing a date to the person, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q, worked_by
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.person_access.models import ReleasedDay
from augenmass.record.ledger import entry
from augenmass.work.once import once
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class NewDay:
    """What the form says of a date; ``key`` comes from the form."""

    key: UUID
    kind: ReleasedDay.Kind
    day: date
    time: time | None
    place: str
    bring: str = ""


def release_day(actor: Actor, case_id: int, new: NewDay) -> ReleasedDay:
    """Show a date to the person. Raises ``NotDone``, ``NotPermitted`` and ``Case.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).get(pk=case_id)
    if new.day < today():
        raise NotDone(_("Der Tag liegt in der Vergangenheit. Bitte wählen Sie heute oder einen späteren Tag."))
    if not new.place.strip():
        raise NotDone(_("Bitte nennen Sie den Ort."))

    def make() -> ReleasedDay:
        with entry(actor, "portal.day_released", case_id) as e:
            made = ReleasedDay(
                key=new.key,
                case=case,
                kind=new.kind,
                day=new.day,
                time=new.time,
                place=new.place.strip(),
                bring=new.bring.strip(),
                released_by=actor.account,
                released_at=e.book.at,
            )
            e.seal(made)
            e.refer(day=made.pk)
            return made

    return once(lambda: ReleasedDay.objects.filter(key=new.key, case=case_id).first(), make)


def withdraw_day(actor: Actor, key: UUID) -> ReleasedDay:
    """Show a date no longer. Raises ``ReleasedDay.DoesNotExist`` and ``NotPermitted``."""
    actor.require(Permission.TAKE_STEPS)
    found = ReleasedDay.objects.filter(casework_q(actor, prefix="case__")).get(key=key)
    if found.ended_by_id is None:
        with entry(actor, "portal.day_withdrawn", found.case_id) as e:
            ReleasedDay.objects.filter(pk=found.pk, ended_by=None).update(ended_by=e.action_id)
            e.refer(day=found.pk)
    return found
