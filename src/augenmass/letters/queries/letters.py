"""Reading letters: of a case, one with everything that happened to it, and the letter as it would be set now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.cases.models import Document
from augenmass.directory.land import profile
from augenmass.directory.models import Account
from augenmass.law.clock import end_of_period
from augenmass.law.nodes import Period
from augenmass.law.time import today
from augenmass.letters.document import german_day
from augenmass.letters.models import Dispatch, Letter, SignedLetter
from augenmass.letters.queries.fixed import fixed_data
from augenmass.letters.queries.sources import Sources, english_states, sources_of, state_name
from augenmass.letters.queries.translations import beside_for
from augenmass.letters.rules.addressee import Addressee, choose_addressee
from augenmass.letters.rules.departure_warning import departure_warning_data, departure_warning_gaps
from augenmass.letters.rules.draft import WarningDraft
from augenmass.letters.rules.drafts import WARNING, Draft, read_draft
from augenmass.letters.rules.fixed import gaps_of
from augenmass.letters.rules.hearing import HearingDraft
from augenmass.letters.rules.inputs import Gap, WarningInput
from augenmass.letters.rules.remedy import Remedy, choose_remedy
from augenmass.work.models import BookedDeadline


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft as the rules see it now: what is missing, and the choices they made."""

    gaps: tuple[Gap, ...]
    addressee: Addressee | None
    remedy: Remedy | None


def letters_of(actor: Actor, case_id: int) -> QuerySet[Letter]:
    """The letters of a visible case, newest first."""
    return Letter.objects.filter(casework_q(actor, prefix="case__"), case_id=case_id).select_related("begun_by")


def letter(actor: Actor, key: UUID) -> Letter:
    """One letter with case, signature and dispatches. Raises ``Letter.DoesNotExist``, also when it is not visible."""
    dispatches = Dispatch.objects.select_related("proof__document", "returned", "recorded_by")
    return (
        Letter.objects.filter(casework_q(actor, prefix="case__"))
        .select_related("case__body", "case__unit", "begun_by", "signature__document", "signature__signed_by")
        .select_related("signature__second_by")
        .prefetch_related(Prefetch("dispatches", queryset=dispatches))
        .get(key=key)
    )


def with_letters(documents: QuerySet[Document]) -> QuerySet[Document]:
    """Documents of a case that the reader found, each with ``letter_key``: the letter that it is the signed file of."""
    of_file = SignedLetter.objects.filter(document=OuterRef("pk")).values("letter__key")[:1]
    return documents.annotate(letter_key=Subquery(of_file))


def letter_of_taking(actor: Actor, taking: UUID) -> Letter | None:
    """The letter that belongs to the taking of a step, if there is one that was not discarded."""
    found = Letter.objects.filter(casework_q(actor, prefix="case__"), taking=taking)
    return found.exclude(state=Letter.State.DISCARDED).first()


def letter_of_visible_taking(taking: UUID) -> Letter | None:
    """As ``letter_of_taking``, for a caller who has read the taking through its own policy."""
    return Letter.objects.filter(taking=taking).exclude(state=Letter.State.DISCARDED).first()


def deadlines_of(found: Letter) -> QuerySet[BookedDeadline]:
    """Lines of the deadline book that the service of this letter started, running or ended."""
    return BookedDeadline.objects.filter(case_id=found.case_id, about=f"letter:{found.key}").select_related(
        "first_reader", "second_reader"
    )


def draft_of(found: Letter) -> WarningDraft:
    """The officer's entries of a warning."""
    return WarningDraft.from_json(found.entered)


def entries_of(found: Letter) -> Draft:
    """What was entered for a letter of any kind."""
    return read_draft(found.template, found.entered)


def preview(found: Letter, officer: Account) -> Preview:
    """What the rules say of a draft today."""
    sources = sources_of(found.case, officer, today())
    addressee = choose_addressee(sources.person)[0]
    draft = entries_of(found)
    if not isinstance(draft, WarningDraft):
        hearing = draft if isinstance(draft, HearingDraft) else None
        gaps = gaps_of(found.template, sources.person, sources.author, sources.facts, on=today(), draft=hearing)
        return Preview(gaps, addressee, None)
    entered = _input(draft, sources)
    executed = entered.immediate_execution
    return Preview(
        gaps=departure_warning_gaps(sources.person, sources.author, sources.profile, entered),
        addressee=addressee,
        remedy=choose_remedy(sources.profile, sources.author.office, immediate_execution=executed)[0],
    )


def letter_data(found: Letter, officer: Account, on: date) -> dict[str, Any]:
    """The letter as data, made from draft and record on a day. Raises ``rules.inputs.Incomplete`` with all gaps."""
    sources = sources_of(found.case, officer, on)
    draft = entries_of(found)
    if not isinstance(draft, WarningDraft):
        hearing = draft if isinstance(draft, HearingDraft) else None
        note = str(Dispatch.Method(draft.dispatch_method).label) if hearing else ""
        return fixed_data(found.template, found.case, sources, on, draft.second_language, hearing, note)
    return departure_warning_data(
        person=sources.person,
        author=sources.author,
        profile=sources.profile,
        entered=_input(draft, sources),
        reference=found.case.number,
        written_on=on,
        period_example=period_example(draft, on, profile(found.case.body.land).holiday_calendar(on)),
        beside=beside_for(found.case.body_id, WARNING, draft.second_language, sources.language),
        english_states=english_states(),
    )


def period_example(draft: WarningDraft, on: date, land: str) -> str:
    """A sentence that shows when the period would end if the letter were served on its own day; "" without a period."""
    if draft.period_length is None:
        return ""
    term = end_of_period(on, Period(draft.period_length, draft.period_unit), land)
    start, end = german_day(on.isoformat()), german_day(term.latest.isoformat())
    return f"Beispiel: Wird diese Verfügung am {start} zugestellt, endet die Frist mit Ablauf des {end}."


def _input(draft: WarningDraft, sources: Sources) -> WarningInput:
    return draft.to_input(sources.answers, state_name, str(Dispatch.Method(draft.dispatch_method).label))
