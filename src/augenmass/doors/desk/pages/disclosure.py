"""The pages of extracts and inspections, put together from the room ``disclosure``."""

from typing import Any

from django.forms import Form

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import documents_of
from augenmass.directory.roles import Permission
from augenmass.disclosure.binding import index_of
from augenmass.disclosure.models import ExtractRequest, Inspection, Restriction, Withheld
from augenmass.disclosure.queries.extract import Drawn, draw_up, linked_files, requests_of
from augenmass.disclosure.queries.inspection import bound_now, inspections_of, withheld_of
from augenmass.disclosure.queries.subjects import restrictions_of, subjects_of
from augenmass.doors.desk.forms.disclosure import (
    ExtendForm,
    HandOverForm,
    InspectionForm,
    PersonLinkForm,
    RequestForm,
    RestrictionForm,
    SignForm,
    WithholdForm,
)
from augenmass.law.norms.statutes import cite_text
from augenmass.law.time import today
from augenmass.record.models import Case
from augenmass.work.refusal import NotDone

MOST_ROWS = 12
"""Rows of each part that the page of a draft shows; the PDF has all."""


def extracts_page(actor: Actor, case: Case, **forms: Form) -> dict[str, Any]:
    """Requests of a case, other files of the person, restrictions, and the forms to add one of each."""
    documents = list(documents_of(actor, case))
    subjects = subjects_of(actor, case)
    labels = {(found.kind.value, found.subject): found.label for found in subjects}
    return {
        "case": case,
        "requests": list(requests_of(actor, case)),
        "linked": linked_files(actor, case),
        "restrictions": [_restriction(actor, row, labels) for row in restrictions_of(actor, case)],
        "request_form": forms.get("request_form") or RequestForm(documents),
        "link_form": forms.get("link_form") or PersonLinkForm(),
        "restriction_form": forms.get("restriction_form") or RestrictionForm(subjects),
        "section": "worklist",
    }


def _restriction(actor: Actor, row: Restriction, labels: dict[tuple[str, str], str]) -> dict[str, Any]:
    waits = row.state == Restriction.State.WAITING
    return {
        "row": row,
        "label": labels.get((row.kind, row.subject), ""),
        "may_decide": waits and actor.may(Permission.SECOND_SIGNATURE) and row.asked_by_id != actor.account_id,
        "may_end": waits or row.state == Restriction.State.HOLDS,
    }


def extract_page(actor: Actor, request: ExtractRequest, **forms: Form) -> dict[str, Any]:
    """One request: who asked, the extract as it would be or was signed, and what comes next."""
    signed = getattr(request, "extract", None)
    handed = getattr(signed, "hand_over", None) if signed is not None else None
    context: dict[str, Any] = {"case": request.case, "found": request, "signed": signed, "handed": handed}
    context["section"] = "worklist"
    if request.state == ExtractRequest.State.OPEN:
        try:
            context["parts"] = _parts(draw_up(actor, request))
        except NotDone as refused:
            context["cannot"] = str(refused)
        context["sign_form"] = forms.get("sign_form") or SignForm()
        if request.last_day == request.due >= today():
            context["extend_form"] = forms.get("extend_form") or ExtendForm()
    elif request.state == ExtractRequest.State.SIGNED:
        initial = {"recipient": request.name, "handed_on": today()}
        context["hand_over_form"] = forms.get("hand_over_form") or HandOverForm(initial=initial)
    return context


def _parts(drawn: Drawn) -> dict[str, Any]:
    found = drawn.content
    return {
        "files": found.files,
        "facts": found.facts[:MOST_ROWS],
        "documents": found.documents[:MOST_ROWS],
        "notes": found.notes[:MOST_ROWS],
        "recipients": found.recipients[:MOST_ROWS],
        "looks": found.looks[-MOST_ROWS:],
        "restrictions": found.restrictions,
        "untold": len(drawn.untold),
    }


def inspections_page(actor: Actor, case: Case, **forms: Form) -> dict[str, Any]:
    """The inspections of a case and the form to begin one."""
    return {
        "case": case,
        "inspections": [
            {"row": row, "basis": cite_text(row.provision), "bundle": getattr(row, "bundle", None)}
            for row in inspections_of(actor, case)
        ],
        "form": forms.get("form") or InspectionForm(list(documents_of(actor, case))),
        "section": "worklist",
    }


def inspection_page(actor: Actor, inspection: Inspection, **forms: Form) -> dict[str, Any]:
    """One inspection: the index as it would be or was signed, what is withheld, and the form to withhold more."""
    bundle = getattr(inspection, "bundle", None)
    context: dict[str, Any] = {"case": inspection.case, "found": inspection, "bundle": bundle, "section": "worklist"}
    context["basis"] = cite_text(inspection.provision)
    if bundle is not None:
        return context | {
            "index": bundle.index,
            "withheld": [_withheld(actor, row, {}) for row in withheld_of(inspection)],
        }
    try:
        bound = bound_now(actor, inspection)
    except NotDone as refused:
        return context | {"cannot": str(refused)}
    titles = {piece.key: piece.title for piece in bound.pieces}
    rows = list(withheld_of(inspection))
    return context | {
        "index": index_of(bound.pieces, bound.leaves),
        "withheld": [_withheld(actor, row, titles) for row in rows],
        "waits": any(row.state == Withheld.State.WAITING for row in rows),
        "refused_pages": any(row.state == Withheld.State.REFUSED for row in rows),
        "withhold_form": forms.get("withhold_form") or WithholdForm(list(bound.pieces)),
    }


def _withheld(actor: Actor, row: Withheld, titles: dict[str, str]) -> dict[str, Any]:
    waits = row.state == Withheld.State.WAITING
    return {
        "row": row,
        "title": titles.get(row.piece, ""),
        "provision": cite_text(row.provision),
        "may_confirm": waits and actor.may(Permission.SECOND_SIGNATURE) and row.decided_by_id != actor.account_id,
    }
