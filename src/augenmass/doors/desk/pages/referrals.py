"""Referrals as their pages show them."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.competence.models import MATTER_LABELS, Referral
from augenmass.competence.queries import Proposed, readable_cases, receivers_for, referral_counts, tells_why
from augenmass.competence.rules import Matter, Missing, Outcome
from augenmass.directory.models import Body
from augenmass.doors.desk.forms.referrals import AcceptForm, RejectForm, ReturnForm, RevokeForm
from augenmass.doors.desk.pages.work import paginated, tabs_of
from augenmass.record.models import Case
from augenmass.referral.actions.first_check import running_check
from augenmass.referral.checklist import Item
from augenmass.referral.completeness import is_checked, items_of, label, missing_in, missing_of
from augenmass.referral.office import Waiting, is_office, loads, queue_counts
from augenmass.work.queries.paging import Page

State = Referral.State


def referral_list_page(actor: Actor, view: str, found: Page[Referral], query: QueryDict) -> dict[str, Any]:
    """The context of the list: rows with the other body, tabs with counts."""
    labels = {"incoming": _("Zu beantworten"), "outgoing": _("Warten auf andere"), "answered": _("Beantwortet")}
    readable = readable_cases(actor, found.rows)
    return {
        "found": found,
        "page": paginated(found),
        "lines": [line(actor, referral, readable) for referral in found.rows],
        "tabs": tabs_of(reverse("referrals"), "ansicht", labels, view, referral_counts(actor), query),
        "view": view,
        "is_office": is_office(actor),
        "section": "worklist",
    }


def line(actor: Actor, referral: Referral, readable: Collection[int]) -> dict[str, Any]:
    """One referral in a list: number, the other body and the direction, state."""
    sent = referral.sender_id == actor.body_id
    return {
        "referral": referral,
        "sent": sent,
        "body": referral.receiver if sent else referral.sender,
        "matter": MATTER_LABELS[Matter(referral.matter)],
        "waits": referral.state == State.IN_PROGRESS,
        "whole": tells_why(actor, referral, readable),
    }


def referral_page(actor: Actor, referral: Referral, **forms: Form) -> dict[str, Any]:
    """The context of one referral: what it says, how it was answered, and what the reader can do."""
    sent = referral.sender_id == actor.body_id
    waits = referral.state == State.IN_PROGRESS
    readable = readable_cases(actor, [referral])
    case = readable.get(referral.case_id)
    context = line(actor, referral, readable) | {
        "answer": getattr(referral, "answer", None),
        "case": case,
        "may_again": sent and not waits and case is not None and case.body_id == actor.body_id,
        "section": "worklist",
        **_door(actor, referral, sent, readable),
    }
    if waits and sent:
        context["revoke_form"] = forms.get("revoke_form") or RevokeForm()
    elif waits:
        context |= {
            "accept_form": forms.get("accept_form") or AcceptForm(actor, incomplete=bool(context["gaps"])),
            "reject_form": forms.get("reject_form") or RejectForm(),
            "return_form": forms.get("return_form") or ReturnForm(),
        }
    return context


def _door(actor: Actor, referral: Referral, sent: bool, readable: Mapping[int, Case]) -> dict[str, Any]:
    """What the page says at the door of the central office: the checklist while it counts, the clock once it runs."""
    case = readable.get(referral.case_id)
    counts = referral.state in (State.IN_PROGRESS, State.RETURNED) and case is not None
    checked = counts and is_checked(referral.matter, referral.receiver)
    here = case is not None and case.body_id == actor.body_id
    clock = running_check(referral) if here and not sent and referral.state == State.ACCEPTED else None
    gaps = missing_of(referral) if checked else ()
    return {
        "checklist": checklist_rows(items_of(referral.receiver), gaps) if checked else [],
        "gaps": gaps,
        "clock": clock,
        "hands_back": here and not sent and referral.state == State.ACCEPTED and referral.sender.dissolved_on is None,
    }


def checklist_rows(items: Iterable[Item], gaps: Collection[Item]) -> list[dict[str, Any]]:
    """The items of a checklist, each with whether it is there."""
    return [{"label": label(item), "there": item not in gaps} for item in items]


def office_rows(actor: Actor, case: Case) -> list[dict[str, Any]]:
    """What the case lacks for a referral to a central office of the own Land, before it is sent."""
    offices = receivers_for(actor).filter(kind=Body.Kind.CENTRAL_RETURN_OFFICE, land=actor.body.land)
    return [
        {"body": office, "checklist": checklist_rows(items_of(office), missing_in(case.pk, office))}
        for office in offices[:3]
    ]


def queue_page(actor: Actor, view: str, found: Page[Waiting], query: QueryDict) -> dict[str, Any]:
    """The context of the central office's queue: lines, tabs with counts, the units and what they hold."""
    labels = {
        "complete": _("Vollständig"),
        "incomplete": _("Unvollständig"),
        "checking": _("Übernommen, zu prüfen"),
        "returned": _("Zurückgegeben"),
    }
    return {
        "found": found,
        "page": paginated(found),
        "lines": found.rows,
        "view": view,
        "tabs": tabs_of(reverse("central_queue"), "ansicht", labels, view, queue_counts(actor), query),
        "loads": loads(actor),
        "section": "central_queue",
    }


def proposal_rows(actor: Actor, proposals: list[Proposed]) -> list[dict[str, str]]:
    """What the rule of competence says, for each matter a sentence with its provision."""
    return [
        {
            "matter": str(MATTER_LABELS[found.matter]),
            "says": _sentence(actor, found),
            "provision": found.proposal.provision,
            "icon": "not-established" if found.proposal.outcome is Outcome.NOT_ESTABLISHED else "info",
        }
        for found in proposals
    ]


def _sentence(actor: Actor, found: Proposed) -> str:
    names = ", ".join(body.name for body in found.bodies)
    if found.proposal.outcome is Outcome.SEVERAL:
        return _("Nach den hinterlegten Bezirken kommen mehrere Stellen in Betracht: %(names)s.") % {"names": names}
    if found.proposal.outcome is Outcome.ONE:
        if found.bodies[0].pk == actor.body_id:
            return _("Nach den hinterlegten Bezirken ist Ihre eigene Dienststelle zuständig.")
        return _("Nach den hinterlegten Bezirken ist zuständig: %(names)s.") % {"names": names}
    if found.proposal.missing is Missing.PLACE:
        return _("Nicht festgestellt: Im Fall steht keine Postleitzahl, die gilt und nicht bestritten ist.")
    if found.proposal.missing is Missing.LAND_RULE:
        return _("Nicht festgestellt: Das Landesprofil sagt nicht oder nicht bestätigt, wer Abschiebungen vollzieht.")
    return _("Nicht festgestellt: Für diesen Ort ist kein Bezirk hinterlegt.")
