"""A request for an extract: recorded with how identity was checked, answered by one officer's signature, handed over."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.actions.documents import DocumentText, keep
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.disclosure.models import Asker, Extract, ExtractRequest, HandOver, Restriction
from augenmass.disclosure.paper import TEMPLATE, paper
from augenmass.disclosure.queries.extract import Drawn, draw_up, find_request, linked_files
from augenmass.disclosure.rules.requests import Problem, due_of, may_have, problem_with
from augenmass.law.time import day_of, today
from augenmass.letters.render import render
from augenmass.record.ledger import Entry, entry
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

State = ExtractRequest.State
SENTENCES = {
    Problem.FUTURE: gettext_noop("Der Tag des Eingangs liegt in der Zukunft. Bitte prüfen Sie ihn."),
    Problem.LONG_AGO: gettext_noop("Der Tag des Eingangs liegt mehr als ein Jahr zurück. Bitte prüfen Sie das Jahr."),
    Problem.NO_NAME: gettext_noop("Bitte geben Sie an, wer die Auskunft verlangt."),
    Problem.NO_AUTHORITY: gettext_noop(
        "Eine Vertretung erhält Auskunft nur mit Nachweis. Bitte legen Sie die Vollmacht oder Bestellung als Dokument beim Fall ab und wählen Sie sie hier aus."
    ),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says of a request; ``key`` comes from the form, so that the same form sent twice makes one."""

    key: UUID
    asker: Asker
    name: str
    identified_by: ExtractRequest.Check
    received_on: date
    identity_note: str = ""
    authority: UUID | None = None
    """Key of the document by which a representative may ask."""


def record_request(actor: Actor, case_id: int, asked: Asked) -> ExtractRequest:
    """Record a request. One by somebody who is not the person, or whose identity is not established, is recorded as refused.

    Raises ``NotDone`` (day, name, authority, another request open) and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).get(pk=case_id)
    authority = (
        Document.objects.filter(case=case, key=asked.authority, erased_by=None).first() if asked.authority else None
    )
    represents = asked.asker == Asker.REPRESENTATIVE
    problem = problem_with(asked.received_on, today(), asked.name, represents, authority is not None)
    if problem is not None:
        raise NotDone(_(SENTENCES[problem]))
    return once(
        lambda: ExtractRequest.objects.filter(key=asked.key, case=case).first(),
        lambda: _record(actor, case_id, asked, authority if represents else None),
    )


def _record(actor: Actor, case_id: int, asked: Asked, authority: Document | None) -> ExtractRequest:
    may = may_have(asked.asker, asked.identified_by != ExtractRequest.Check.NOT_POSSIBLE)
    with entry(actor, "extract.asked" if may else "extract.refused", case_id) as e:
        if may and ExtractRequest.objects.filter(case=case_id, state=State.OPEN).exclude(key=asked.key).exists():
            raise NotDone(_("Zu diesem Fall ist schon eine Auskunft offen. Bitte beantworten Sie zuerst diese."))
        request = ExtractRequest(
            key=asked.key,
            case=e.case,
            asker=asked.asker,
            name=asked.name.strip()[:200],
            identified_by=asked.identified_by,
            identity_note=asked.identity_note.strip()[:500],
            authority=authority,
            received_on=asked.received_on,
            due=due_of(asked.received_on),
            recorded_by=actor.account,
            recorded_at=e.book.at,
            state=State.OPEN if may else State.REFUSED,
        )
        e.seal(request)
        e.refer(extract_request=request.pk)
        if may:
            remind(e, actor, request, request.due)
    return request


def remind(e: Entry, actor: Actor, request: ExtractRequest, due: date) -> None:
    """Open the task that keeps the clock of a request, in an entry under way."""
    open_task(
        e,
        kind=Task.Kind.TASK,
        title=_("Auskunft an die betroffene Person erteilen (Art. 12 Abs. 3 DSGVO)"),
        due=due,
        assignee_id=actor.account_id,
        about=request.about,
    )


def preview_extract(actor: Actor, request: ExtractRequest) -> bytes:
    """The extract as PDF as it would be signed now, marked as a draft. Writes an access line. Raises ``NotDone``."""
    drawn = draw_up(actor, request)
    log.read(actor, "extract", case_id=request.case_id, categories=["identity", "file"])
    return render(TEMPLATE, paper(drawn.content), draft=True)


def sign_extract(actor: Actor, key: UUID, read_through: bool) -> Extract:
    """Draw the extract up from the record of this moment, sign it and keep it. A second time gives the one that is there.

    Raises ``NotDone`` (refused, not read through, a restriction waits for its second person) and ``ExtractRequest.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    if actor.program:
        raise NotDone(_("Ein Programm unterzeichnet keine Auskunft. Bitte öffnen Sie die Seite des Falls."))
    request = find_request(actor, key)
    if request.state in (State.SIGNED, State.HANDED_OVER):
        return request.extract
    if request.state == State.REFUSED:
        raise NotDone(_("Diese Anfrage ist abgelehnt. Eine Auskunft dazu gibt es nicht."))
    if not read_through:
        raise NotDone(_("Bitte lesen Sie den Entwurf und bestätigen Sie das vor der Unterschrift."))
    return once(
        lambda: Extract.objects.filter(request=request).first(),
        lambda: _sign(actor, request),
    )


def _sign(actor: Actor, request: ExtractRequest) -> Extract:
    with entry(actor, "extract.signed", request.case_id) as e:
        if not ExtractRequest.objects.filter(pk=request.pk, state=State.OPEN).update(state=State.SIGNED):
            raise NotDone(_("Diese Anfrage wurde inzwischen beantwortet. Bitte laden Sie die Seite neu."))
        files = [request.case_id, *(file.pk for file in linked_files(actor, request.case))]
        if Restriction.objects.filter(case__in=files, state=Restriction.State.WAITING).exists():
            raise NotDone(
                _("Eine Beschränkung wartet noch auf die zweite Person. Danach kann die Auskunft unterzeichnet werden.")
            )
        drawn = draw_up(actor, request)
        signed = _keep(e, actor, request, drawn)
        e.refer(extract_request=request.pk, document=signed.document_id)
        if drawn.untold:
            # The reasons of a refusal are kept (BDSG § 34 (2)).
            e.refer(untold_notices=list(drawn.untold), untold_because=Restriction.Provision.DUTIES.value)
    return signed


def _keep(e: Entry, actor: Actor, request: ExtractRequest, drawn: Drawn) -> Extract:
    pdf = render(TEMPLATE, paper(drawn.content), draft=False)
    day = day_of(e.book.at)
    title = _("Auskunft nach Art. 15 DSGVO vom %(day)s") % {"day": f"{day:%d.%m.%Y}"}
    text = DocumentText(kind=Document.Kind.LETTER, title=title, dated=day)
    signed = Extract(
        request=request,
        data=drawn.data,
        named=sorted([kind, subject] for kind, subject in drawn.named),
        document=keep(e, pdf, "application/pdf", text, actor.account_id),
        sha256=hashlib.sha256(pdf).hexdigest(),
        signed_at=e.book.at,
        signed_by=actor.account,
    )
    e.seal(signed)
    return signed


@dataclass(frozen=True, slots=True)
class Handed:
    """How an extract left the house."""

    way: HandOver.Way
    handed_on: date
    recipient: str


def hand_over(actor: Actor, key: UUID, handed: Handed) -> HandOver:
    """Note that a signed extract was handed over; the task about it ends. A second time gives the note that is there.

    Raises ``NotDone`` (not signed, day, nobody named) and ``ExtractRequest.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    request = find_request(actor, key)
    if request.state not in (State.SIGNED, State.HANDED_OVER):
        raise NotDone(_("Erst eine unterzeichnete Auskunft kann übergeben werden."))
    signed = request.extract
    if not handed.recipient.strip():
        raise NotDone(_("Bitte geben Sie an, wer die Auskunft erhalten hat."))
    if not day_of(signed.signed_at) <= handed.handed_on <= today():
        raise NotDone(_("Der Tag der Übergabe liegt vor der Unterschrift oder in der Zukunft. Bitte prüfen Sie ihn."))
    return once(
        lambda: HandOver.objects.filter(extract=signed).first(),
        lambda: _hand_over(actor, request, signed, handed),
    )


def _hand_over(actor: Actor, request: ExtractRequest, signed: Extract, handed: Handed) -> HandOver:
    with entry(actor, "extract.handed_over", request.case_id) as e:
        note = HandOver(
            extract=signed,
            way=handed.way,
            handed_on=handed.handed_on,
            recipient=handed.recipient.strip()[:200],
            recorded_by=actor.account,
            recorded_at=e.book.at,
        )
        e.seal(note)
        ExtractRequest.objects.filter(pk=request.pk).update(state=State.HANDED_OVER)
        close_tasks(e, request.about)
        e.refer(extract_request=request.pk)
    return note
