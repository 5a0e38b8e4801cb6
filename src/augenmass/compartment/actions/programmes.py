"""The programmes that a service explains, each version with its days. For its lead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.compartment.actions.body import require_lead
from augenmass.compartment.chain import entry
from augenmass.compartment.models import Account, CounsellingBody, Programme
from augenmass.compartment.rules import NotDone
from augenmass.law.time import today
from augenmass.record.once import once

LONGEST_AHEAD = timedelta(days=2 * 366)


@dataclass(frozen=True, slots=True)
class ProgrammeForm:
    """One version of a programme; ``until`` is the last day, None while no end is known."""

    key: UUID
    name: str
    amount: str
    source: str
    since: date
    until: date | None = None


def enter_programme(account: Account, form: ProgrammeForm) -> Programme:
    """Enter a version. Raises ``NotPermitted``, ``NotDone`` where another version of the same name holds on one of its days."""
    require_lead(account)
    if not (form.name.strip() and form.amount.strip() and form.source.strip()):
        raise NotDone(_("Bitte geben Sie Programm, Leistung und Fundstelle an."))
    _check_days(form.since, form.until)

    def make() -> Programme:
        with entry(account, "programme.entered", programme=str(form.key)) as e:
            CounsellingBody.objects.select_for_update().get(pk=account.body_id)
            _refuse_overlap(account, form)
            return Programme.objects.create(
                key=form.key,
                body=account.body,
                name=form.name.strip(),
                amount=form.amount.strip(),
                source=form.source.strip(),
                since=form.since,
                until=form.until,
                action=e.action,
            )

    return once(lambda: Programme.objects.filter(key=form.key, body=account.body_id).first(), make)


def end_programme(account: Account, key: UUID, until: date) -> Programme:
    """Say on which day a version holds for the last time. Raises ``NotPermitted``, ``NotDone``, ``Programme.DoesNotExist``."""
    require_lead(account)
    with entry(account, "programme.ended", programme=str(key)) as e:
        programme = Programme.objects.select_for_update().get(key=key, body=account.body_id)
        if programme.until is not None:
            raise NotDone(_("Für diese Angabe ist schon ein Ende eingetragen. Es wird nicht überschrieben."))
        _check_days(programme.since, until)
        programme.until, programme.ended_by = until, e.action
        programme.save(update_fields=["until", "ended_by"])
    return programme


def explained_on(account: Account, keys: Iterable[UUID], day: date) -> list[dict[str, str]]:
    """The versions that were explained on a day, as a talk keeps them. Raises ``NotDone`` for one that did not hold then."""
    chosen = list(Programme.objects.filter(body=account.body_id, key__in=set(keys)))
    if len(chosen) != len(set(keys)):
        raise NotDone(_("Dieses Programm steht nicht auf der Liste Ihrer Beratungsstelle."))
    for one in chosen:
        if not one.holds_on(day):
            raise NotDone(
                _("Am Tag des Gesprächs galt diese Angabe nicht: %(name)s. Bitte wählen Sie die, die damals galt.")
                % {"name": one.name}
            )
    return [
        {
            "key": str(one.key),
            "name": one.name,
            "amount": one.amount,
            "source": one.source,
            "since": one.since.isoformat(),
        }
        for one in chosen
    ]


def _check_days(since: date, until: date | None) -> None:
    if until is not None and until < since:
        raise NotDone(_("Das Ende liegt vor dem Beginn. Bitte prüfen Sie die Daten."))
    if max(since, until or since) > today() + LONGEST_AHEAD:
        raise NotDone(_("Das Datum liegt mehr als zwei Jahre in der Zukunft. Bitte prüfen Sie das Jahr."))


def _refuse_overlap(account: Account, form: ProgrammeForm) -> None:
    for other in Programme.objects.filter(body=account.body_id):
        apart = (other.until is not None and other.until < form.since) or (
            form.until is not None and form.until < other.since
        )
        if other.name.casefold() == form.name.strip().casefold() and not apart:
            raise NotDone(
                _(
                    "Für dieses Programm gilt an diesen Tagen schon eine andere Angabe. Tragen Sie bei ihr zuerst ein, bis wann sie gilt."
                )
            )
