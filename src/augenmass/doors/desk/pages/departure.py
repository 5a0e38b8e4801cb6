"""Voluntary departure as its pages show it: the list, the form to open one, one with its stages, forms and hints."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.queries.case import links_of, text_of
from augenmass.departure.models import Application, Certificate, Departure, Member
from augenmass.departure.queries.declarations import undecided_cases
from augenmass.departure.queries.departures import (
    departure_list,
    departures_of,
    members_by_departure,
    members_of,
)
from augenmass.departure.queries.period import periods_of
from augenmass.departure.queries.standing import DECLARED, Standing, answer_of, born, is_departed, standings
from augenmass.departure.queries.statistics import decisions_told
from augenmass.departure.rules.days import LOOK_AHEAD, comes_of_age, heads
from augenmass.departure.rules.lane import Mark, Stage, next_stage, stages
from augenmass.doors.desk.forms.departure import (
    CertifyForm,
    CompanionForm,
    DeclareForm,
    DraftForm,
    EndForm,
    FileForm,
    FilterForm,
    FollowUpForm,
    JourneyForm,
    NoticeForm,
    OpenForm,
    RefuseForm,
    ReturnedForm,
    TakenBackForm,
    WithdrawForm,
)
from augenmass.doors.desk.pages.work import number_of_page, paginated
from augenmass.fund.queries.terms import terms_on
from augenmass.fund.rules.money import format_amount
from augenmass.law.time import day_of, today
from augenmass.record.models import Case

STAGES = {
    Stage.NOTICE: gettext_lazy("Belehrung"),
    Stage.DECLARATION: gettext_lazy("Erklärung"),
    Stage.DECISION: gettext_lazy("Entscheidung"),
    Stage.APPLICATION: gettext_lazy("Förderung"),
    Stage.BOOKING: gettext_lazy("Reise"),
    Stage.CERTIFICATE: gettext_lazy("Bescheinigung"),
    Stage.DEPARTURE: gettext_lazy("Ausreise"),
    Stage.FOLLOW_UP: gettext_lazy("Nachzahlung"),
}
MARKS = {
    Mark.DONE: (gettext_lazy("erledigt"), "check", ""),
    Mark.NEXT: (gettext_lazy("jetzt"), "chevron-right", "strong"),
    Mark.OPEN: (gettext_lazy("offen"), "not-established", "dashed"),
    Mark.NOT_NEEDED: (gettext_lazy("entfällt"), "close", "dashed"),
}
ANSWERS = {
    "accepted": gettext_lazy("angenommen: Vollzug ruht"),
    "declined": gettext_lazy("nicht angenommen: Vollzug geht weiter"),
    "withdrawn": gettext_lazy("von der Person zurückgenommen"),
}


def returns_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The list of a body with filters, and how it decided on declarations."""
    form = FilterForm(query)
    chosen = form.chosen()
    found = departure_list(actor, chosen, undecided_cases(actor), number_of_page(query))
    standing = standings(members_by_departure(actor, found.rows), found.rows)
    return {
        "form": form,
        "applied": sum((bool(chosen.state), chosen.undecided, chosen.mine)),
        "found": found,
        "page": paginated(found),
        "rows": [_row(standing[row.pk]) for row in found.rows],
        "told": _told(actor),
        "section": "returns",
    }


def _row(standing: Standing) -> dict[str, Any]:
    following = next_stage(standing.progress)
    return {
        "departure": standing.departure,
        "name": _name(standing.departure.case),
        "others": max(0, len(standing.members) - 1),
        "next": STAGES[following] if following is not None else "",
        "urgent": following is Stage.DECISION,
        "travels_on": standing.booking.travels_on if standing.booking else None,
    }


def _told(actor: Actor) -> dict[str, Any]:
    numbers = decisions_told(actor)
    hours = numbers.median_hours
    return {
        "rows": [
            (_("Erklärungen"), _number(numbers.declared)),
            (_("davon, während eine Abschiebung veranlasst war"), _number(numbers.arranged)),
            *((ANSWERS[answer], _number(count)) for answer, count in numbers.answers.items()),
            (_("noch nicht entschieden"), _number(numbers.waiting)),
        ],
        "speed": _duration(hours) if hours is not None else "",
    }


def _number(count: int | None) -> str:
    return _("zu klein, um sie zu nennen") if count is None else str(count)


def _duration(hours: float) -> str:
    if hours < 48:
        whole = max(1, round(hours))
        return ngettext("%(count)d Stunde", "%(count)d Stunden", whole) % {"count": whole}
    days = round(hours / 24)
    return ngettext("%(count)d Tag", "%(count)d Tage", days) % {"count": days}


def _name(case: Case) -> str:
    position = getattr(case, "position", None)
    return position.name if position is not None else case.number


def opening_page(actor: Actor, case: Case, form: Form | None = None) -> dict[str, Any]:
    """The departures of a case, and the form to open one while none is open."""
    found = list(departures_of(actor, case))
    running = next((row for row in found if row.state not in (Departure.State.DEPARTED, Departure.State.ENDED)), None)
    return {
        "case": case,
        "departures": found,
        "running": running,
        "form": form or OpenForm(relatives_of(actor, case)),
        "section": "worklist",
    }


def relatives_of(actor: Actor, case: Case) -> list[tuple[Case, str]]:
    """Linked relatives whose case the actor's body works, with their names."""
    links = {link.relative_id: getattr(link, "relative_name", None) or "–" for link in links_of(actor, case)}
    return [(relative, links[relative.pk]) for relative in worked_by(actor).filter(pk__in=links).order_by("pk")]


def departure_page(actor: Actor, departure: Departure, **forms: Form) -> dict[str, Any]:
    """One departure: the stages, what is held in each, the forms for what comes next, hints."""
    members = members_of(actor, departure)
    standing = standings({departure.pk: members}, [departure])[departure.pk]
    progress = standing.progress
    open_ = not (progress.ended or progress.departed)
    return {
        "departure": departure,
        "case": departure.case,
        "name": _name(departure.case),
        "stages": [
            {"key": stage.value, "label": STAGES[stage], "mark": MARKS[mark], "next": mark is Mark.NEXT}
            for stage, mark in stages(progress)
        ],
        "progress": progress,
        "open": open_,
        "members": [_member(standing, member) for member in members],
        "companions": list(departure.companions.all()),
        "notices": standing.notices,
        "applications": [_application(row, standing, open_, forms) for row in standing.applications],
        "bookings": standing.bookings,
        "booking": standing.booking,
        "certificates": [_certificate(row, standing, forms) for row in standing.certificates],
        "periods": [row for row in periods_of(members) if open_],
        "hints": hints(standing),
        "section": "returns",
        **(_forms(actor, standing, forms) if open_ else {}),
    }


def _member(standing: Standing, member: Member) -> dict[str, Any]:
    held = standing.facts[member.case_id]
    return {
        "case": member.case,
        "name": _name(member.case),
        "declared_on": text_of(DECLARED, held[DECLARED]) if DECLARED in held else "",
        "answer": ANSWERS.get(answer_of(held), "") if held.get(DECLARED) else "",
        "undecided": bool(held.get(DECLARED)) and not answer_of(held) and not is_departed(held),
        "departed": is_departed(held),
    }


def _application(row: Application, standing: Standing, open_: bool, forms: Mapping[str, Form]) -> dict[str, Any]:
    states, pk = Application.State, str(row.pk)
    follows = row.state == states.APPROVED and standing.progress.departed and row.key in standing.follow_ups
    since = standing.follow_ups.get(row.key)
    early = since is not None and since > today()
    # Whoever has left can no longer be promised anything; what was not decided is still to be refused or taken back.
    undecided = not standing.progress.ended and row.state in (states.DRAFT, states.FILED)
    may = {
        "file_form": (open_ and row.state == states.DRAFT, FileForm(initial={"filed_on": today()}, apart=pk)),
        "refuse_form": (undecided and row.state == states.FILED, RefuseForm(apart=pk)),
        "withdraw_form": (undecided or (open_ and row.state == states.APPROVED), WithdrawForm(apart=pk)),
        "follow_form": (follows and not early, FollowUpForm(initial={"reported_on": today()}, apart=pk)),
    }
    return {
        "row": row,
        "amount": format_amount(row.amount_cents),
        "committed": row.state == states.APPROVED,
        "may_approve": open_ and row.state == states.FILED,
        "follows_from": since if follows and early else None,
        **{name: forms.get(form.name, form) if shown else None for name, (shown, form) in may.items()},
    }


def _certificate(row: Certificate, standing: Standing, forms: Mapping[str, Form]) -> dict[str, Any]:
    member = next((one for one in standing.members if one.case_id == row.case_id), None)
    form = ReturnedForm(apart=str(row.pk), initial={"came_from": Certificate.CameFrom.BORDER})
    return {
        "row": row,
        "name": _name(member.case) if member is not None else "",
        "form": forms.get(form.name, form) if row.state == Certificate.State.VALID and member is not None else None,
    }


def _forms(actor: Actor, standing: Standing, forms: Mapping[str, Form]) -> dict[str, Any]:
    booking, declared = standing.booking, standing.progress.declared
    until = booking.travels_on if booking else today() + timedelta(days=30)
    undone: dict[str, Callable[[], Form]] = {
        "notice_form": lambda: NoticeForm(
            initial={"told_on": today(), "told_by": actor.account.name, "acknowledged_by": _of_age(standing)}
        ),
        "companion_form": CompanionForm,
        "declare_form": lambda: DeclareForm(initial={"declared_on": today()}),
        "taken_back_form": TakenBackForm,
        "draft_form": lambda: DraftForm(terms_on(today(), standing.departure.case.body.land)),
        "journey_form": JourneyForm,
        "certify_form": lambda: CertifyForm(initial={"valid_until": until}),
        "end_form": EndForm,
    }
    hidden = {
        "declare_form": declared and (standing.progress.accepted or not standing.progress.decided),
        "taken_back_form": not declared,
        "journey_form": not declared,
        "certify_form": not declared or standing.progress.certified,
    }
    made = {name: forms.get(name) or (None if hidden.get(name) else make()) for name, make in undone.items()}
    following = next_stage(standing.progress)
    unfolded = {
        "notice_open": (Stage.NOTICE, "notice_form"),
        "declare_open": (Stage.DECLARATION, "declare_form"),
        "journey_open": (Stage.BOOKING, "journey_form"),
        "certify_open": (Stage.CERTIFICATE, "certify_form"),
    }
    return made | {key: stage is following or name in forms for key, (stage, name) in unfolded.items()}


def _of_age(standing: Standing) -> str:
    """Who has to take note: the names of those who are not certainly minors, for the officer to look over."""
    facts = standing.facts
    minors = {member.case_id for member in standing.members if heads([born(facts[member.case_id])], today())[1]}
    return "; ".join(_name(member.case) for member in standing.members if member.case_id not in minors)


def hints(standing: Standing) -> list[str]:
    """What somebody should know on the way: a child that comes of age decides and is counted as an adult."""
    since = day_of(standing.departure.opened_at)
    until = today() + LOOK_AHEAD
    found = []
    for member in standing.members:
        held = standing.facts[member.case_id]
        day = None if is_departed(held) else comes_of_age(born(held), since, until)
        if day is None:
            continue
        said = {"name": _name(member.case), "day": f"{day:%d.%m.%Y}"}
        if day <= today():
            text = _(
                "%(name)s ist seit dem %(day)s volljährig: Belehrung und Erklärung braucht es jetzt von ihr oder ihm selbst, und Beträge zählen wie für Erwachsene."
            )
        else:
            text = _(
                "%(name)s wird am %(day)s volljährig. Von da an braucht es eine eigene Belehrung und Erklärung, und Beträge zählen wie für Erwachsene."
            )
        found.append(text % said)
    return found
