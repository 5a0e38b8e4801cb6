"""Houses, their lists and their reports as the pages show them."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.accommodation.models import EVENT_LABELS, House, Report, Resident, Withdrawal
from augenmass.accommodation.queries import competent_elsewhere, is_listed, list_of_house
from augenmass.accommodation.rules import Event, Standing, is_late
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.accommodation import WithdrawForm
from augenmass.doors.desk.pages.work import name_of, number_of_page, paginated
from augenmass.record.models import Case

OFFERED = {
    Standing.PRESENT: (Event.ABSENCE, Event.TRANSFER, Event.DUTY_ENDED),
    Standing.AWAY: (Event.RETURN, Event.TRANSFER, Event.DUTY_ENDED),
    Standing.LEFT: (Event.ARRIVAL,),
}
"""What can be reported next of somebody on the list."""
SIGNS = {Standing.PRESENT: ("check", "done"), Standing.AWAY: ("warning", "soon"), Standing.LEFT: ("info", "")}


def house_page(actor: Actor, house: House, query: QueryDict) -> dict[str, Any]:
    """The context of one house: who lives there, and what can be reported."""
    context: dict[str, Any] = {"house": house, "section": "houses", "may_report": actor.may(Permission.ACCOMMODATION)}
    if actor.may(Permission.ACCOMMODATION):
        found = list_of_house(actor, house, number_of_page(query))
        context |= {"lines": [_line(house, row) for row in found.rows], "page": paginated(found), "found": found}
    return context


def _line(house: House, resident: Resident) -> dict[str, Any]:
    standing = Standing(resident.standing)
    icon, tone = SIGNS[standing]
    address = reverse("house_report", args=[house.key])
    actions = [
        {"label": str(EVENT_LABELS[event]), "address": f"{address}?art={event}&person={resident.pk}"}
        for event in OFFERED[standing]
    ]
    return {"resident": resident, "icon": icon, "tone": tone, "actions": [] if house.closed_on else actions}


def resident_page(
    house: House, resident: Resident, rows: list[Report], wrong: WithdrawForm | None, of: UUID | None
) -> dict[str, Any]:
    """The context of one person on a list: every report of the house, with a form to take it back; ``of``: which one it was sent for."""
    lines = [
        {
            "report": row,
            "title": EVENT_LABELS[Event(row.event)],
            "to": _target(row) if row.event == Event.TRANSFER else "",
            "withdrawal": withdrawal_of(row),
            "form": wrong if wrong and row.key == of else WithdrawForm(auto_id=f"id_%s_{row.pk}"),
        }
        for row in rows
    ]
    return {"house": house, "resident": resident, "lines": lines, "wrong": wrong, "section": "houses"}


def withdrawal_of(report: Report) -> Withdrawal | None:
    """That a report was taken back, None where it stands."""
    found: Withdrawal | None = getattr(report, "withdrawal", None)
    return found


def after_withdrawal(house: UUID, made: Withdrawal, *, anew: bool) -> str:
    """Where to go then: to the form that reports it rightly, or back to the list."""
    if not anew:
        return reverse("house", args=[house])
    asked = {"art": made.report.event}
    if is_listed(made.report.resident_id):
        asked["person"] = str(made.report.resident_id)
    return f"{reverse('house_report', args=[house])}?{urlencode(asked)}"


def resident_lines(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """People whose case is not found, with the event that was reported last."""
    return [{"resident": row, "event": EVENT_LABELS[Event(row.last_event)], "at": row.last_at} for row in rows]


def report_lines(rows: Iterable[Report]) -> list[dict[str, Any]]:
    """Reports for "Mein Tag": what happened, whose case."""
    return [
        {"report": row, "case": row.resident.case, "name": name_of(row.resident.case), "title": title_of(row)}
        for row in rows
    ]


def title_of(report: Report) -> str:
    """What happened and where, and whether it was taken back."""
    said = f"{EVENT_LABELS[Event(report.event)]}, {report.resident.house.name}"
    return _("Zurückgenommen: %(report)s") % {"report": said} if withdrawal_of(report) else said


def case_reports_page(actor: Actor, case: Case, rows: list[Report]) -> dict[str, Any]:
    """The context of what was reported on a case."""
    return {
        "case": case,
        "name": name_of(case),
        "lines": [_report(case, row) for row in rows],
        "section": "worklist",
    }


def _report(case: Case, report: Report) -> dict[str, Any]:
    transfer = report.event == Event.TRANSFER
    other = competent_elsewhere(case, report) if transfer and withdrawal_of(report) is None else None
    return {
        "report": report,
        "title": EVENT_LABELS[Event(report.event)],
        "late": is_late(report.happened_at, report.received_at),
        "to": _target(report) if transfer else "",
        "other": other,
        "hint": _hint(report),
        "withdrawal": withdrawal_of(report),
    }


def _target(report: Report) -> str:
    if report.to_house is not None:
        return f"{report.to_house.name}, {report.to_house.postcode} {report.to_house.town}"
    return f"{report.to_postcode} {report.to_place}"


def _hint(report: Report) -> str:
    if report.event == Event.RETURN and report.planned and withdrawal_of(report) is None:
        return _("Im Fall war etwas geplant, als die Rückkehr gemeldet wurde. Bitte prüfen Sie, ob es dabei bleibt.")
    return ""
