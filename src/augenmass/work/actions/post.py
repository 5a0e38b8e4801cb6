"""Incoming post: registered with its day of receipt, given to somebody, linked to a case, answered.

An urgent application to a court that belongs to a case is established as a fact in the same transaction, so that no
step of enforcement can be taken after the letter is registered. Returned mail opens a task.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.actions.documents import DocumentText, checked, keep
from augenmass.cases.actions.facts import FactEntry, write
from augenmass.cases.facts import current_facts
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.values import YES
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case, Fact
from augenmass.work.actions.people import colleague, unit_of_body
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import IncomingPost, Task
from augenmass.work.once import AlreadyDone, once
from augenmass.work.outbox import tell_of_work
from augenmass.work.queries.post import visible_post
from augenmass.work.refusal import NotDone
from augenmass.work.rules import URGENT_FACT, DayProblem, problem_with_receipt

Kind = IncomingPost.Kind
State = IncomingPost.State
DOCUMENT_KINDS = {
    Kind.URGENT_COURT: Document.Kind.COURT,
    Kind.COURT: Document.Kind.COURT,
    Kind.APPLICATION: Document.Kind.APPLICATION,
    Kind.RETURNED: Document.Kind.SERVICE,
}
RECEIPT_SENTENCES = {
    DayProblem.FUTURE: gettext_noop("Der Eingangstag liegt in der Zukunft. Bitte prüfen Sie das Datum."),
    DayProblem.TOO_FAR: gettext_noop("Der Eingangstag liegt mehr als fünf Jahre zurück. Bitte prüfen Sie das Jahr."),
}


@dataclass(frozen=True, slots=True)
class NewPost:
    """What the form says of a piece of post; ``key`` comes from the form, so that it is registered once."""

    key: UUID
    kind: Kind
    sender: str
    subject: str
    received_on: date
    case_id: int | None = None
    assignee_id: int | None = None
    unit_id: int | None = None
    content: bytes | None = None


def register_post(actor: Actor, new: NewPost) -> IncomingPost:
    """Register a piece of post. With a case it goes to the case's officer unless somebody else is named.

    Raises ``NotDone``, ``cases.file_types.Refusal`` (the file) and ``Case.DoesNotExist``.
    """
    actor.require(Permission.POST)
    _check(new)
    case = worked_by(actor).select_related("officer").get(pk=new.case_id) if new.case_id is not None else None
    media_type = checked(new.content) if new.content is not None else ""
    post = unsaved_post(actor, new, case)
    return once(
        lambda: IncomingPost.objects.filter(key=new.key, body_id=actor.body_id).first(),
        lambda: _register(actor, post, new.content, media_type),
    )


def _check(new: NewPost) -> None:
    problem = problem_with_receipt(new.received_on, today())
    if problem is not None:
        raise NotDone(_(RECEIPT_SENTENCES[problem]))
    if not new.sender.strip() or not new.subject.strip():
        raise NotDone(_("Bitte geben Sie Absender und Betreff an."))
    if new.content is not None and new.case_id is None:
        raise NotDone(
            _(
                "Eine Datei kann erst abgelegt werden, wenn das Schreiben einem Fall zugeordnet ist. Bitte wählen Sie zuerst den Fall."
            )
        )


def unsaved_post(actor: Actor, new: NewPost, case: Case | None) -> IncomingPost:
    """The row for a new piece of post, with who gets it; not saved."""
    post = IncomingPost(
        key=new.key,
        body_id=actor.body_id,
        kind=new.kind,
        sender=new.sender.strip()[:200],
        subject=new.subject.strip()[:200],
        received_on=new.received_on,
        case=case,
    )
    if new.unit_id is not None:
        post.unit = unit_of_body(actor, new.unit_id)
    if new.assignee_id is not None:
        post.assignee = colleague(actor, new.assignee_id)
    elif case is not None and new.unit_id is None:
        post.assignee = case.officer
    if post.assignee_id is not None or post.unit_id is not None:
        post.state = State.ASSIGNED
        post.given_by_id = actor.account_id
    return post


def _register(actor: Actor, post: IncomingPost, content: bytes | None, media_type: str) -> IncomingPost:
    with entry(actor, "post.registered", post.case_id) as e:
        if content is not None:
            post.document = _kept(e, post, content, media_type, actor.account_id)
        post.created_by_id = e.action_id
        post.save(force_insert=True)
        e.refer(post=post.pk, **({"document": post.document_id} if post.document_id else {}))
        _take_effect(e, post)
    return post


def _kept(e: Entry, post: IncomingPost, content: bytes, media_type: str, account_id: int) -> Document:
    kind = DOCUMENT_KINDS.get(Kind(post.kind), Document.Kind.CORRESPONDENCE)
    return keep(e, content, media_type, DocumentText(kind, post.subject, received=post.received_on), account_id)


def _take_effect(e: Entry, post: IncomingPost) -> None:
    """What a letter does to its case as soon as it is known to belong to it."""
    if e.case is None:
        return
    if post.kind == Kind.URGENT_COURT:
        _establish_urgent_application(e, post)
        _open_post_task(
            e, post, Task.Kind.POST, _("Eilantrag bei Gericht: Vollzug anhalten und Stellungnahme vorbereiten")
        )
        if post.assignee is not None:
            tell_of_work(e, post.assignee.email)
    elif post.kind == Kind.RETURNED:
        _open_post_task(e, post, Task.Kind.RETURNED_MAIL, _("Postrücklauf: Anschrift klären und erneut zustellen"))
    elif post.kind == Kind.FUNDED_RETURN:
        _open_post_task(e, post, Task.Kind.POST, _("Geförderte Rückkehr: übermittelte Angaben prüfen"))


def _open_post_task(e: Entry, post: IncomingPost, kind: Task.Kind, title: str) -> None:
    open_task(e, kind=kind, title=title, due=today(), assignee_id=post.assignee_id, about=about(post))


def _establish_urgent_application(e: Entry, post: IncomingPost) -> None:
    assert e.case is not None
    held = current_facts([e.case.pk], today())[e.case.pk].held.get(URGENT_FACT)
    if held is not None and held.value == YES and not held.disputed:
        return
    same = Fact.objects.filter(case=e.case, name=URGENT_FACT, closed_by=None, true_from=post.received_on).first()
    fact = FactEntry(
        URGENT_FACT,
        "yes",
        true_from=post.received_on,
        source=_("Posteingang"),
        evidence_id=post.document_id,
        note=_("Mit dem eingegangenen Schreiben festgestellt."),
    )
    write(e, fact, "yes", same)


def link_post(actor: Actor, key: UUID, case_id: int, content: bytes | None = None) -> IncomingPost:
    """Link a piece of post to a case, and keep its file there; the effects on the case follow at once.

    Raises ``NotDone`` when it belongs to another case already, ``Refusal``, ``DoesNotExist``.
    """
    actor.require(Permission.POST)
    post = visible_post(actor).get(key=key)
    case = worked_by(actor).select_related("officer").get(pk=case_id)
    if post.case_id == case.pk and content is None:
        return post
    if post.case_id not in (None, case.pk) or post.document_id is not None:
        raise NotDone(
            _(
                "Dieses Schreiben ist bereits einem Fall zugeordnet. Bitte registrieren Sie es für einen weiteren Fall neu."
            )
        )
    media_type = checked(content) if content is not None else ""
    with entry(actor, "post.linked", case.pk) as e:
        fresh = IncomingPost.objects.select_for_update().get(pk=post.pk)
        linked_before = fresh.case_id is not None
        if fresh.case_id not in (None, case.pk) or fresh.document_id is not None:
            raise NotDone(
                _("Dieses Schreiben wurde soeben von jemand anderem zugeordnet. Bitte laden Sie die Seite neu.")
            )
        fresh.case = case
        if fresh.assignee_id is None and fresh.unit_id is None and case.officer is not None:
            fresh.assignee, fresh.state, fresh.given_by_id = case.officer, State.ASSIGNED, actor.account_id
        if content is not None:
            fresh.document = _kept(e, fresh, content, media_type, actor.account_id)
        fresh.save(update_fields=["case", "assignee", "state", "given_by", "document"])
        e.refer(post=fresh.pk)
        if not linked_before and fresh.state != State.ANSWERED:
            _take_effect(e, fresh)
    return fresh


def assign_post(actor: Actor, key: UUID, *, assignee_id: int | None = None, unit_id: int | None = None) -> IncomingPost:
    """Give a piece of post to a colleague, to a unit, or to a colleague within a unit.

    Raises ``NotDone`` and ``IncomingPost.DoesNotExist``.
    """
    actor.require(Permission.POST)
    post = visible_post(actor).get(key=key)
    assignee = colleague(actor, assignee_id) if assignee_id is not None else None
    unit = unit_of_body(actor, unit_id) if unit_id is not None else None
    if assignee is None and unit is None:
        raise NotDone(_("Bitte wählen Sie eine Person oder ein Team."))
    if (post.assignee_id, post.unit_id) == (assignee_id, unit_id) and post.state == State.ASSIGNED:
        return post
    with entry(actor, "post.assigned", post.case_id) as e:
        e.refer(post=post.pk, to=assignee_id, unit=unit_id)
        changed = (
            IncomingPost.objects.filter(pk=post.pk)
            .exclude(state=State.ANSWERED)
            .update(assignee=assignee, unit=unit, state=State.ASSIGNED, given_by=actor.account_id)
        )
        if not changed:
            raise NotDone(_("Dieses Schreiben ist bereits erledigt und kann nicht mehr zugeteilt werden."))
        if post.case_id is not None:
            Task.objects.filter(case_id=post.case_id, about=about(post), done_by=None).update(assignee=assignee)
        if post.kind == Kind.URGENT_COURT and assignee is not None and assignee.pk != actor.account_id:
            tell_of_work(e, assignee.email)
    post.refresh_from_db()
    return post


def answer_post(actor: Actor, key: UUID, answer: str) -> IncomingPost:
    """Close a piece of post with a sentence on what was done. A second time changes nothing.

    Raises ``NotDone`` and ``IncomingPost.DoesNotExist``.
    """
    actor.require(Permission.POST)
    post = visible_post(actor).get(key=key)
    if not answer.strip():
        raise NotDone(_("Bitte schreiben Sie in einem Satz, was veranlasst wurde."))
    if post.state == State.ANSWERED:
        return post
    if post.kind == Kind.URGENT_COURT and post.case_id is None:
        raise NotDone(_("Ein Eilantrag muss zuerst einem Fall zugeordnet werden, damit er dort beachtet wird."))
    try:
        with entry(actor, "post.answered", post.case_id) as e:
            e.refer(post=post.pk)
            changed = (
                IncomingPost.objects.filter(pk=post.pk)
                .exclude(state=State.ANSWERED)
                .update(state=State.ANSWERED, answer=answer.strip()[:1000], answered_on=today())
            )
            if not changed:
                raise AlreadyDone
            close_tasks(e, about(post))
    except AlreadyDone:
        # Somebody else closed it first; the empty action was taken back.
        pass
    post.refresh_from_db()
    return post


def about(post: IncomingPost) -> str:
    """How tasks name a piece of post."""
    return f"post:{post.key}"
