"""Inspection of the file: asked for, chosen page by page, signed as a bundle whose leaves keep their numbers."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q, worked_by
from augenmass.cases.actions.documents import DocumentText, keep
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.disclosure.binding import bind, index_of
from augenmass.disclosure.models import Folio, Inspection, InspectionBundle, Withheld
from augenmass.disclosure.queries.inspection import Bound, bound_now, find_inspection, holds_of, withheld_of
from augenmass.disclosure.rules.leaves import Hold, overlap
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, entry
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

State = Inspection.State


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says of an inspection; ``key`` comes from the form."""

    key: UUID
    provision: Inspection.Provision
    name: str
    received_on: date
    authority: UUID | None = None


def open_inspection(actor: Actor, case_id: int, asked: Asked) -> Inspection:
    """Record that somebody asks to see the file. Raises ``NotDone`` (day, name, one is open) and ``Case.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).get(pk=case_id)
    if asked.received_on > today():
        raise NotDone(_("Der Tag des Eingangs liegt in der Zukunft. Bitte prüfen Sie ihn."))
    if not asked.name.strip():
        raise NotDone(_("Bitte geben Sie an, für wen das Bündel ist."))
    authority = (
        Document.objects.filter(case=case, key=asked.authority, erased_by=None).first() if asked.authority else None
    )
    return once(
        lambda: Inspection.objects.filter(key=asked.key, case=case).first(),
        lambda: _open(actor, case_id, asked, authority),
    )


def _open(actor: Actor, case_id: int, asked: Asked, authority: Document | None) -> Inspection:
    with entry(actor, "inspection.asked", case_id) as e:
        if Inspection.objects.filter(case=case_id, state=State.OPEN).exclude(key=asked.key).exists():
            raise NotDone(_("Zu diesem Fall wird schon ein Bündel vorbereitet. Bitte unterzeichnen Sie zuerst dieses."))
        made = Inspection(
            key=asked.key,
            case=e.case,
            provision=asked.provision,
            name=asked.name.strip()[:200],
            authority=authority,
            received_on=asked.received_on,
            recorded_by=actor.account,
            recorded_at=e.book.at,
        )
        e.seal(made)
        e.refer(inspection=made.pk)
    return made


@dataclass(frozen=True, slots=True)
class Choice:
    """Pages of a piece that shall not be shown; ``key`` comes from the form."""

    key: UUID
    piece: str
    first: int
    last: int
    provision: Withheld.Provision
    reason: str
    unseen: bool = False


def withhold(actor: Actor, key: UUID, choice: Choice) -> Withheld:
    """Withhold pages of an inspection that is open. That even their existence is secret has to be confirmed by a second person.

    Raises ``NotDone`` (pages, reason, provision, overlap, numbered before) and ``Inspection.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    inspection = _open_one(actor, key)
    held = Hold(choice.piece, choice.first, choice.last, choice.provision, choice.unseen)
    _check(bound_now(actor, inspection), held, choice.reason)
    return once(
        lambda: Withheld.objects.filter(key=choice.key, inspection=inspection).first(),
        lambda: _withhold(actor, inspection, choice, held),
    )


def _check(bound: Bound, held: Hold, reason: str) -> None:
    piece = next((one for one in bound.pieces if one.key == held.piece), None)
    if piece is None:
        raise NotDone(_("Dieses Stück gibt es in der Akte nicht. Bitte wählen Sie aus der Liste."))
    if not 1 <= held.first <= held.last <= piece.pages:
        raise NotDone(
            _("Dieses Stück hat die Seiten 1 bis %(pages)s. Bitte prüfen Sie die Angabe.") % {"pages": piece.pages}
        )
    if not reason.strip():
        raise NotDone(
            _("Bitte begründen Sie, warum diese Seiten nicht vorgelegt werden. Die Begründung bleibt in der Akte.")
        )
    if not held.unseen:
        return
    if held.provision != Withheld.Provision.REMOVAL:
        raise NotDone(_("Dass es eine Seite gibt, ist nur beim Ablauf einer Abschiebung geheim (§ 97a AufenthG)."))
    if any(held.covers(page) for page in bound.given):
        raise NotDone(
            _("Diese Seiten haben schon eine Blattzahl aus einer früheren Einsicht. Dass es sie gibt, ist bekannt.")
        )


def _withhold(actor: Actor, inspection: Inspection, choice: Choice, held: Hold) -> Withheld:
    with entry(actor, "inspection.withheld", inspection.case_id) as e:
        others = [row for row in withheld_of(inspection) if row.key != choice.key]
        if overlap(held, holds_of(others)):
            raise NotDone(_("Von diesen Seiten sind schon welche zurückgehalten. Bitte heben Sie das zuerst auf."))
        made = Withheld(
            key=choice.key,
            inspection=inspection,
            piece=choice.piece,
            first=choice.first,
            last=choice.last,
            provision=choice.provision,
            reason=choice.reason.strip()[:2000],
            unseen=choice.unseen,
            decided_by=actor.account,
            decided_at=e.book.at,
            state=Withheld.State.WAITING if choice.unseen else Withheld.State.HOLDS,
        )
        e.seal(made)
        e.refer(withheld=made.pk)
        if made.unseen:
            open_task(
                e,
                kind=Task.Kind.SIGNATURE,
                title=_("Zurückgehaltene Seiten einer Akteneinsicht prüfen"),
                due=today(),
                not_by_id=actor.account_id,
                about=made.about,
            )
    return made


def confirm_withheld(actor: Actor, key: UUID) -> Withheld:
    """Confirm as the second person that even the existence of pages is secret. A second time changes nothing.

    Raises ``NotDone`` and ``Withheld.DoesNotExist``.
    """
    actor.require(Permission.SECOND_SIGNATURE)
    row = _withheld(actor, key)
    if row.decided_by_id == actor.account_id:
        raise NotDone(_("Sie haben das entschieden. Prüfen muss es eine zweite Person."))
    if row.second_by_id == actor.account_id and row.state == Withheld.State.HOLDS:
        return row
    with entry(actor, "inspection.confirmed", row.inspection.case_id) as e:
        waiting = Withheld.objects.filter(pk=row.pk, state=Withheld.State.WAITING)
        if not waiting.update(state=Withheld.State.HOLDS, second_by=actor.account_id):
            raise NotDone(_("Darüber ist inzwischen entschieden. Bitte laden Sie die Seite neu."))
        close_tasks(e, row.about)
        e.refer(withheld=row.pk)
    row.refresh_from_db()
    return row


def refuse_withheld(actor: Actor, key: UUID, reason: str) -> Withheld:
    """Refuse, as the second person, that the existence of pages is secret; the first one decides anew. A second time changes nothing.

    Until then the pages stay unseen and the bundle is not signed. Raises ``NotDone`` and ``Withheld.DoesNotExist``.
    """
    actor.require(Permission.SECOND_SIGNATURE)
    row = _withheld(actor, key)
    if row.decided_by_id == actor.account_id:
        raise NotDone(_("Sie haben das entschieden. Prüfen muss es eine zweite Person."))
    if row.second_by_id == actor.account_id and row.state == Withheld.State.REFUSED:
        return row
    if not reason.strip():
        raise NotDone(_("Bitte begründen Sie, warum Sie nicht bestätigen. Die erste Person liest das."))
    with entry(actor, "inspection.refused", row.inspection.case_id) as e:
        waiting = Withheld.objects.filter(pk=row.pk, state=Withheld.State.WAITING)
        refused = {"state": Withheld.State.REFUSED, "second_by": actor.account_id, "refusal": reason.strip()[:1000]}
        if not waiting.update(**refused):
            raise NotDone(_("Darüber ist inzwischen entschieden. Bitte laden Sie die Seite neu."))
        close_tasks(e, row.about)
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Zurückgehaltene Seiten einer Akteneinsicht neu entscheiden"),
            due=today(),
            assignee_id=row.decided_by_id,
            about=row.about,
        )
        e.refer(withheld=row.pk)
    row.refresh_from_db()
    return row


def show_again(actor: Actor, key: UUID) -> Withheld:
    """Show withheld pages after all, while the inspection is open. A second time changes nothing. Raises as ``confirm_withheld``."""
    actor.require(Permission.TAKE_STEPS)
    row = _withheld(actor, key)
    if row.state == Withheld.State.ENDED:
        return row
    with entry(actor, "inspection.shown_again", row.inspection.case_id) as e:
        if not Inspection.objects.filter(pk=row.inspection_id, state=State.OPEN).exists():
            raise NotDone(_("Das Bündel ist schon unterzeichnet. Bitte beginnen Sie ein neues."))
        Withheld.objects.filter(pk=row.pk).update(state=Withheld.State.ENDED)
        close_tasks(e, row.about)
        e.refer(withheld=row.pk)
    row.refresh_from_db()
    return row


def preview_bundle(actor: Actor, inspection: Inspection) -> bytes:
    """The bundle as it would be signed now, marked as a draft. Writes an access line. Raises ``NotDone``."""
    bound = bound_now(actor, inspection)
    log.read(actor, "inspection", case_id=inspection.case_id, categories=["identity", "file"])
    return bind(inspection, bound.pieces, bound.leaves, "", draft=True)


def sign_inspection(actor: Actor, key: UUID) -> InspectionBundle:
    """Bind the file, number its leaves for good, sign and keep the bundle. A second time gives the one that is there.

    Raises ``NotDone`` (a second person is awaited) and ``Inspection.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    if actor.program:
        raise NotDone(_("Ein Programm unterzeichnet keine Akteneinsicht. Bitte öffnen Sie die Seite des Falls."))
    inspection = find_inspection(actor, key)
    return once(
        lambda: InspectionBundle.objects.filter(inspection=inspection).first(),
        lambda: _sign(actor, inspection),
    )


def _sign(actor: Actor, inspection: Inspection) -> InspectionBundle:
    with entry(actor, "inspection.signed", inspection.case_id) as e:
        if not Inspection.objects.filter(pk=inspection.pk, state=State.OPEN).update(state=State.SIGNED):
            raise NotDone(_("Das Bündel ist schon unterzeichnet. Bitte laden Sie die Seite neu."))
        states = set(withheld_of(inspection).values_list("state", flat=True))
        if Withheld.State.WAITING in states:
            raise NotDone(
                _("Zurückgehaltene Seiten warten noch auf die zweite Person. Danach kann unterzeichnet werden.")
            )
        if Withheld.State.REFUSED in states:
            raise NotDone(
                _(
                    "Zurückgehaltene Seiten wurden nicht bestätigt. Bitte legen Sie sie vor oder halten Sie sie aus einem anderen Grund zurück."
                )
            )
        bound = bound_now(actor, inspection)
        for leaf in bound.leaves:
            if leaf.page not in bound.given:
                piece, page = leaf.page
                e.seal_later(Folio(case=e.case, piece=piece, page=page, number=leaf.number))
        made = _keep(e, actor, inspection, bound)
        e.refer(inspection=inspection.pk, document=made.document_id)
    return made


def _keep(e: Entry, actor: Actor, inspection: Inspection, bound: Bound) -> InspectionBundle:
    pdf = bind(inspection, bound.pieces, bound.leaves, actor.account.name, draft=False)
    day = day_of(e.book.at)
    title = _("Akteneinsicht vom %(day)s") % {"day": f"{day:%d.%m.%Y}"}
    text = DocumentText(kind=Document.Kind.BUNDLE, title=title, dated=day)
    made = InspectionBundle(
        inspection=inspection,
        index=index_of(bound.pieces, bound.leaves),
        document=keep(e, pdf, "application/pdf", text, actor.account_id),
        sha256=hashlib.sha256(pdf).hexdigest(),
        signed_at=e.book.at,
        signed_by=actor.account,
    )
    e.seal(made)
    return made


def _open_one(actor: Actor, key: UUID) -> Inspection:
    inspection = find_inspection(actor, key)
    if inspection.state != State.OPEN:
        raise NotDone(_("Das Bündel ist schon unterzeichnet. Bitte beginnen Sie ein neues."))
    return inspection


def _withheld(actor: Actor, key: UUID) -> Withheld:
    found = Withheld.objects.filter(casework_q(actor, prefix="inspection__case__"))
    return found.select_related("inspection").get(key=key)
