"""Making a report, and making it again to see that it gives the same tables."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.evaluation.actions.opening_sheets import open_sheets
from augenmass.evaluation.actions.preparing import changing
from augenmass.evaluation.models import Delivery, Pilot, Report
from augenmass.evaluation.queries.pilots import OnePilot, answers_of, one_pilot
from augenmass.evaluation.rules.measures import RULES, Numbers
from augenmass.evaluation.rules.tables import Content, Material, content_of, digest_of, digest_of_deliveries
from augenmass.law.quarters import Quarter
from augenmass.record.ledger import Entry
from augenmass.work.refusal import NotDone


def make_report(actor: Actor, key: UUID, seen: int, until: Quarter) -> Report:
    """Make and keep a report up to a quarter. The last quarter of the pilot brings the comparison of places and the answers.

    From then on what was delivered up to this quarter is fixed. Raises ``NotDone``, ``KeyMissing``, ``NotPermitted``.
    """
    with changing(actor, "pilot.reported", key, seen) as (e, pilot):
        shown = one_pilot(actor, key)
        _check(shown, until)
        if until == pilot.last and answers_of(pilot) is None:
            open_sheets(pilot)
        made = _keep(e, actor, shown, until)
        e.refer(report=made.pk, data=made.data_digest, content=made.content_digest)
    return made


def _check(shown: OnePilot, until: Quarter) -> None:
    if shown.pilot.state != Pilot.State.OPEN:
        raise NotDone(_("Berichte entstehen nur, solange die Erprobung läuft."))
    if until not in shown.due:
        raise NotDone(
            _("Dieses Vierteljahr ist noch nicht lange genug vorbei. Gezählt wird ab dem 15. Tag nach seinem Ende.")
        )
    if shown.frozen is not None and until < shown.frozen:
        raise NotDone(_("Es gibt schon einen Bericht über eine längere Zeit. Ein kürzerer sagt nichts Neues."))
    if shown.over:
        raise NotDone(_("Der Bericht über die ganze Zeit ist schon erstellt. Danach ändert sich nichts mehr."))


def _keep(e: Entry, actor: Actor, shown: OnePilot, until: Quarter) -> Report:
    pilot = shown.pilot
    delivered = _delivered(pilot, until)
    if not delivered:
        raise NotDone(_("Für diese Zeit ist noch nichts geliefert."))
    compares = until == pilot.last
    content = content_of(_material(pilot, until, delivered, pilot.smallest, shown.reports, RULES))
    return Report.objects.create(
        pilot=pilot,
        number=len(shown.reports) + 1,
        edition=len(shown.editions),
        until_year=until.year,
        until_quarter=until.number,
        compares=compares,
        content=content,
        data_digest=digest_of_deliveries(delivered),
        content_digest=digest_of(content),
        made_by=actor.account,
        made_at=e.book.at,
    )


def _delivered(pilot: Pilot, until: Quarter) -> dict[tuple[int, Quarter], Numbers]:
    rows = Delivery.objects.filter(place__pilot=pilot).values_list("place__number", "year", "number", "numbers")
    found = {(place, Quarter(year, number)): numbers for place, year, number, numbers in rows}
    return {at: numbers for at, numbers in found.items() if at[1] <= until}


def _material(
    pilot: Pilot,
    until: Quarter,
    delivered: dict[tuple[int, Quarter], Numbers],
    smallest: int,
    earlier: Sequence[Report],
    rules: str,
) -> Material:
    compares = until == pilot.last
    return Material(
        first=pilot.first,
        until=until,
        places=list(pilot.places.values_list("number", flat=True)),
        delivered=delivered,
        smallest=smallest,
        compares=compares,
        answers=answers_of(pilot) if compares else None,
        earlier=[report.content for report in earlier],
        rules=rules,
    )


def made_again(report: Report) -> Content:
    """The tables of a report computed anew from what it rests on; unchanged rules and deliveries give the same digest."""
    pilot = report.pilot
    before = [one for one in pilot.reports.all() if one.number < report.number]
    delivered = _delivered(pilot, report.until)
    content = report.content
    return content_of(_material(pilot, report.until, delivered, content["smallest"], before, content["rules"]))


def is_reproduced(report: Report) -> bool:
    """Whether data and tables of a report are the same when made again."""
    same_data = digest_of_deliveries(_delivered(report.pilot, report.until)) == report.data_digest
    return same_data and digest_of(made_again(report)) == report.content_digest
