"""The notice of what an application for return support can cost (AufenthG § 60a (5b), § 60c (2) no. 5), before anything is applied for."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.departure.actions.acting import acting
from augenmass.departure.models import Notice
from augenmass.departure.queries.departures import visible_departures
from augenmass.law.time import today
from augenmass.work.once import once
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class Told:
    """When, in which language and by whom the notice was given, and who took note."""

    key: UUID
    told_on: date
    language: str
    told_by: str
    acknowledged_by: str


def acknowledge_notice(actor: Actor, key: UUID, told: Told) -> Notice:
    """Record that the notice was given and taken note of. The same form sent twice makes one record.

    Raises ``NotDone`` (day in the future, language or persons missing), ``NotPermitted`` and ``Departure.DoesNotExist``.
    """
    if told.told_on > today():
        raise NotDone(_("Der Tag der Belehrung liegt in der Zukunft. Bitte prüfen Sie ihn."))
    if not all(text.strip() for text in (told.language, told.told_by, told.acknowledged_by)):
        raise NotDone(_("Bitte geben Sie Sprache, belehrende Person und die Personen an, die Kenntnis genommen haben."))
    departure = visible_departures(actor).get(key=key)
    return once(
        lambda: Notice.objects.filter(key=told.key, departure=departure).first(), lambda: _record(actor, key, told)
    )


def _record(actor: Actor, key: UUID, told: Told) -> Notice:
    with acting(actor, key, "departure.notice_acknowledged") as made:
        notice = Notice(
            key=told.key,
            departure=made.departure,
            told_on=told.told_on,
            language=told.language.strip()[:60],
            told_by=told.told_by.strip()[:200],
            acknowledged_by=told.acknowledged_by.strip()[:400],
        )
        made.lead.seal(notice)
        made.refer(notice=notice.pk)
    return notice
