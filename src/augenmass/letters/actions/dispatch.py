"""What happens to a signed letter: sent, served with proof, or come back. Only proven service starts a deadline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_q
from augenmass.cases.actions.documents import DocumentText, checked, keep
from augenmass.cases.affected import affected_by
from augenmass.cases.models import Document
from augenmass.cases.positions import recompute
from augenmass.directory.land import profile
from augenmass.directory.roles import Permission
from augenmass.law.clock import Term, end_of_period
from augenmass.law.nodes import Period
from augenmass.law.time import day_of, today
from augenmass.letters.models import Dispatch, Letter, ReturnedMail, ServiceProof
from augenmass.letters.rules.addressee import AddresseeKind
from augenmass.letters.rules.draft import WarningDraft
from augenmass.letters.rules.inputs import Gap
from augenmass.letters.rules.service import (
    ADDRESS_DOUBT,
    POSTED,
    SERVICE_FACTS,
    TOLD_BY_DISPATCH,
    check_dispatch,
    check_service,
)
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Dispute, Fact, Source
from augenmass.work.actions.deadlines import book_deadline
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

ADDRESS_FACTS = ("address_street", "address_postal_code", "address_town", "address_confirmed_on")

#: Deadline rules of the catalogue that the service of a warning starts.
REMEDY_RULES = {"objection": "warning_objection", "action": "warning_action"}
REMEDY_YEAR_RULE = "warning_remedy_year"
PERIOD_RULE = "departure_period"


class NotAccepted(NotDone):
    """What was entered cannot be taken; ``gaps`` are the sentences by field."""

    def __init__(self, gaps: tuple[Gap, ...]) -> None:
        super().__init__(" ".join(gap.de for gap in gaps))
        self.gaps = gaps


@dataclass(frozen=True, slots=True)
class SentLetter:
    """What the form says of a dispatch; ``key`` comes from the form, so that it is recorded once."""

    key: UUID
    method: Dispatch.Method
    dispatched_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """What the form says of a service; ``content`` is the file of the proof."""

    manner: ServiceProof.Manner
    served_on: date
    content: bytes | None
    instruction: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Return:
    """What the form says of a letter that came back."""

    reason: ReturnedMail.Reason
    returned_on: date
    note: str = ""


def record_dispatch(actor: Actor, key: UUID, sent: SentLetter) -> Dispatch:
    """Record that a signed letter (or one that came back) was sent; by post, its day becomes a fact, which starts no deadline.

    Raises ``NotAccepted``, ``NotDone`` (not signed, already under way or served) and ``Letter.DoesNotExist``.
    """
    actor.require(Permission.DISPATCH)
    letter = _letter(actor, key)

    def make() -> Dispatch:
        with entry(actor, "letter.dispatched", letter.case_id) as e:
            fresh = _in_state(letter, Letter.State.SIGNED, Letter.State.RETURNED)
            _refuse(check_dispatch(sent.dispatched_on, day_of(fresh.signature.signed_at), today()))
            dispatch = Dispatch(
                key=sent.key,
                letter=fresh,
                method=sent.method,
                dispatched_on=sent.dispatched_on,
                note=sent.note.strip()[:200],
                recorded_by_id=actor.account_id,
                recorded_at=e.book.at,
            )
            e.seal(dispatch)
            _move(e, fresh, Letter.State.DISPATCHED)
            _establish_posting(e, fresh, dispatch)
            return dispatch

    return once(lambda: Dispatch.objects.filter(key=sent.key, letter=letter).first(), make)


def record_service(actor: Actor, key: UUID, service: Service) -> ServiceProof:
    """Record the proof of service: keep the document, write the facts that rest on it, note the deadlines for a second reader.

    Raises ``NotAccepted``, ``cases.file_types.Refusal`` (the file), ``NotDone`` (not under way) and ``Letter.DoesNotExist``.
    """
    actor.require(Permission.DISPATCH)
    letter = _letter(actor, key)
    if letter.state == Letter.State.DISPATCHED:
        _refuse_service(_under_way(letter), service)
    media_type = checked(service.content) if service.content else ""
    with entry(actor, "letter.served", letter.case_id) as e:
        fresh = _in_state(letter, Letter.State.DISPATCHED)
        dispatch = _under_way(fresh)
        _refuse_service(dispatch, service)
        assert service.content is not None
        text = DocumentText(
            Document.Kind.SERVICE, _("Zustellungsnachweis zu %(n)s") % {"n": fresh.number}, service.served_on
        )
        document = keep(e, service.content, media_type, text, actor.account_id)
        proof = ServiceProof(
            dispatch=dispatch,
            manner=service.manner,
            served_on=service.served_on,
            document=document,
            instruction=service.instruction,
            note=service.note.strip()[:1000],
            recorded_by_id=actor.account_id,
            recorded_at=e.book.at,
        )
        e.seal(proof)
        _move(e, fresh, Letter.State.SERVED)
        _establish_service(e, fresh, dispatch, proof)
        _book(e, actor, fresh, proof)
        recompute(affected_by([fresh.case_id]))
    return proof


def record_return(actor: Actor, key: UUID, returned: Return) -> ReturnedMail:
    """Record that a letter came back: no deadline starts, a doubtful address is disputed, somebody has to clear it.

    Raises ``NotAccepted``, ``NotDone`` (not under way) and ``Letter.DoesNotExist``.
    """
    actor.require(Permission.DISPATCH)
    letter = _letter(actor, key)
    with entry(actor, "letter.returned", letter.case_id) as e:
        fresh = _in_state(letter, Letter.State.DISPATCHED)
        dispatch = _under_way(fresh)
        if not dispatch.dispatched_on <= returned.returned_on <= today():
            _refuse((_RETURN_DAY,))
        mail = ReturnedMail(
            dispatch=dispatch,
            reason=returned.reason,
            returned_on=returned.returned_on,
            note=returned.note.strip()[:1000],
            recorded_by_id=actor.account_id,
            recorded_at=e.book.at,
        )
        e.seal(mail)
        _move(e, fresh, Letter.State.RETURNED)
        if returned.reason in ADDRESS_DOUBT and not _went_to_representative(fresh):
            _dispute_address(e, mail)
        open_task(
            e,
            kind=Task.Kind.RETURNED_MAIL,
            title=_("Postrücklauf klären: %(reason)s") % {"reason": mail.get_reason_display()},
            due=today(),
            assignee_id=fresh.case.officer_id,
            about=f"letter:{fresh.key}",
        )
        recompute(affected_by([fresh.case_id]))
    return mail


_RETURN_DAY = Gap(
    "returned_on",
    "Der Tag des Rücklaufs muss zwischen dem Versand und heute liegen.",
    "The day of return must lie between the dispatch and today.",
)


def _letter(actor: Actor, key: UUID) -> Letter:
    return Letter.objects.filter(worked_q(actor, prefix="case__")).get(key=key)


def _in_state(letter: Letter, *states: Letter.State) -> Letter:
    """The row read again under the lock of its case. Raises ``NotDone`` when it is not in one of the states."""
    fresh = Letter.objects.select_related("case__body", "signature").get(pk=letter.pk)
    if fresh.state not in states:
        raise NotDone(
            _("Das Schreiben ist inzwischen in einem anderen Stand (%(state)s). Bitte laden Sie die Seite neu.")
            % {"state": fresh.get_state_display()}
        )
    return fresh


def _under_way(letter: Letter) -> Dispatch:
    return Dispatch.objects.filter(letter=letter, proof=None, returned=None).latest("recorded_at", "pk")


def _refuse(gaps: tuple[Gap, ...]) -> None:
    if gaps:
        raise NotAccepted(gaps)


def _refuse_service(dispatch: Dispatch, service: Service) -> None:
    _refuse(
        check_service(
            dispatch.method,
            service.manner,
            dispatched_on=dispatch.dispatched_on,
            served_on=service.served_on,
            today=today(),
            has_document=bool(service.content),
        )
    )


def _move(e: Entry, letter: Letter, state: Letter.State) -> None:
    Letter.objects.filter(pk=letter.pk).update(state=state)
    e.refer(letter=letter.pk)


def _establish_posting(e: Entry, letter: Letter, dispatch: Dispatch) -> None:
    """Write what the dispatch establishes, unless it is held already; of a letter that is sent again the last day counts."""
    service = SERVICE_FACTS.get(letter.template)
    posted = (service.posted_on,) if service is not None and dispatch.method in POSTED else ()
    day = dispatch.dispatched_on.isoformat()
    written = [_write_day(e, letter, name, day) for name in (*posted, *TOLD_BY_DISPATCH.get(letter.template, ()))]
    if any(written):
        e.book.flush()
        recompute(affected_by([letter.case_id]))


def _write_day(e: Entry, letter: Letter, name: str, day: str) -> bool:
    held = Fact.objects.filter(case_id=letter.case_id, name=name, closed_by=None).order_by("-known_at").first()
    if held is not None and held.value == day and held.disputed_by_id is None:
        return False
    source, _made = Source.objects.get_or_create(
        body_id=letter.case.body_id,
        kind=Source.Kind.STEP,
        label=(_("Versand des Schreibens %(n)s") % {"n": letter.number})[:200],
    )
    e.establish(
        name,
        day,
        source_id=source.pk,
        evidence_id=letter.signature.document_id if name in TOLD_BY_DISPATCH.get(letter.template, ()) else None,
        note=_("Mit dem Versand festgehalten."),
        replaces_id=held.pk if held else None,
    )
    return True


def _establish_service(e: Entry, letter: Letter, dispatch: Dispatch, proof: ServiceProof) -> None:
    """Write what the document proves; older rows of the same names are closed and kept."""
    names = SERVICE_FACTS.get(letter.template)
    if names is None:
        return
    values = {
        names.served_on: proof.served_on.isoformat(),
        names.method: str(dispatch.method),
        names.proven: "yes",
    }
    if proof.instruction:
        values[names.instruction] = proof.instruction
    for rule, term in _terms(letter, proof):
        if rule == PERIOD_RULE:
            values[names.period_until] = term.latest.isoformat()
    source, _made = Source.objects.get_or_create(
        body_id=letter.case.body_id, kind=Source.Kind.STEP, label=f"{proof.document.title}"[:200]
    )
    held = dict(Fact.objects.filter(case_id=letter.case_id, name__in=values, closed_by=None).values_list("name", "pk"))
    for name, value in values.items():
        e.establish(
            name,
            value,
            source_id=source.pk,
            evidence_id=proof.document_id,
            note=_("Zustellungsnachweis"),
            replaces_id=held.get(name),
        )
    e.book.flush()


def _terms(letter: Letter, proof: ServiceProof) -> Iterator[tuple[str, Term]]:
    """The deadlines that the service starts. Without a right instruction the remedy has a year (VwGO § 58 (2))."""
    if letter.template not in SERVICE_FACTS:
        return
    land = profile(letter.case.body.land).holiday_calendar(proof.served_on)
    if proof.instruction:
        right = proof.instruction == ServiceProof.Instruction.CORRECT
        rule = REMEDY_RULES[letter.signature.data["choices"]["remedy"]] if right else REMEDY_YEAR_RULE
        yield rule, end_of_period(proof.served_on, Period(1, "months" if right else "years"), land)
    draft = WarningDraft.from_json(letter.entered)
    if draft.period_length is not None:
        yield PERIOD_RULE, end_of_period(proof.served_on, Period(draft.period_length, draft.period_unit), land)


def _book(e: Entry, actor: Actor, letter: Letter, proof: ServiceProof) -> None:
    for rule, term in _terms(letter, proof):
        book_deadline(
            e,
            rule=rule,
            begins_on=proof.served_on,
            due=term.latest,
            first_reader_id=actor.account_id,
            computed=[{"de": reason.de, "en": reason.en, "cite": reason.cite} for reason in term.how],
            evidence_id=proof.document_id,
            about=f"letter:{letter.key}",
        )


def _went_to_representative(letter: Letter) -> bool:
    """Whether the letter did not go to the person's own address; a return then says nothing about that."""
    return bool(letter.signature.data["choices"]["addressee"] != AddresseeKind.PERSON)


def _dispute_address(e: Entry, mail: ReturnedMail) -> None:
    assert e.case is not None
    reason = _("Postrücklauf: %(reason)s") % {"reason": mail.get_reason_display()}
    for fact in Fact.objects.filter(case=e.case, name__in=ADDRESS_FACTS, closed_by=None, disputed_by=None):
        e.dispute(fact.pk)
        e.seal(Dispute(fact=fact, reason=str(reason)))
    e.book.flush()
