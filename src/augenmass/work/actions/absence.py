"""Absence with a stand-in."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Absence, Account
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.work.actions.people import colleague, colleagues
from augenmass.work.refusal import NotDone
from augenmass.work.rules import FARTHEST, Away


@dataclass(frozen=True, slots=True)
class NewAbsence:
    """Who is away, who stands in, from the first to the last day (both included)."""

    account_id: int
    stand_in_id: int
    first_day: date
    last_day: date


def record_absence(actor: Actor, new: NewAbsence) -> Absence:
    """Record an absence: one's own, or a colleague's with the right to distribute work. The same again gives the same.

    Raises ``NotDone``.
    """
    actor.require(Permission.REASSIGN if new.account_id != actor.account_id else Permission.TAKE_STEPS)
    account, stand_in = colleague(actor, new.account_id), colleague(actor, new.stand_in_id)
    _check_days(new)
    if account == stand_in:
        raise NotDone(_("Eine Person kann sich nicht selbst vertreten. Bitte wählen Sie jemand anderen."))
    with entry(actor, "absence.recorded") as e:
        # Accounts locked in the order of their ids: two absences that exclude each other are checked one after the other.
        list(
            Account.objects.select_for_update()
            .filter(pk__in=[account.pk, stand_in.pk])
            .order_by("pk")
            .values_list("pk")
        )
        _check_overlap(new, account, stand_in)
        absence = Absence.objects.create(
            account=account,
            stand_in=stand_in,
            first_day=new.first_day,
            last_day=new.last_day,
            recorded_by_id=actor.account_id,
        )
        e.refer(absence=absence.pk, account=account.pk, stand_in=stand_in.pk)
    return absence


def end_absence(actor: Actor, absence_id: int) -> None:
    """End an absence from today on; one that has not begun is taken back. Ended twice is ended once.

    Raises ``Absence.DoesNotExist``, also for one of another body, and ``NotPermitted`` for a colleague's without that right.
    """
    absence = Absence.objects.filter(account__in=colleagues(actor)).get(pk=absence_id)
    actor.require(Permission.REASSIGN if absence.account_id != actor.account_id else Permission.TAKE_STEPS)
    day = today()
    if absence.last_day < day:
        return
    with entry(actor, "absence.ended") as e:
        e.refer(absence=absence.pk, account=absence.account_id)
        if absence.first_day >= day:
            absence.delete()
        else:
            Absence.objects.filter(pk=absence.pk).update(last_day=day - timedelta(days=1))


def _check_days(new: NewAbsence) -> None:
    if new.last_day < new.first_day:
        raise NotDone(_("Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die Daten."))
    if new.last_day < today():
        raise NotDone(_("Die Abwesenheit ist schon vorbei. Bitte prüfen Sie die Daten."))
    if new.last_day > today() + FARTHEST:
        raise NotDone(_("Der letzte Tag liegt mehr als fünf Jahre entfernt. Bitte prüfen Sie das Jahr."))


def _check_overlap(new: NewAbsence, account: Account, stand_in: Account) -> None:
    asked = Away(account.pk, stand_in.pk, new.first_day, new.last_day)
    for other in Absence.objects.filter(account__in=[account, stand_in], last_day__gte=new.first_day):
        if not asked.overlaps(Away(other.account_id, other.stand_in_id, other.first_day, other.last_day)):
            continue
        names = {"name": (account if other.account_id == account.pk else stand_in).name}
        if other.account_id == account.pk:
            raise NotDone(_("Für %(name)s ist in dieser Zeit bereits eine Abwesenheit eingetragen.") % names)
        raise NotDone(
            _("%(name)s ist in dieser Zeit selbst abwesend. Bitte wählen Sie eine andere Vertretung.") % names
        )
