"""Programmes and their dated terms: proposed by one person, in force when a second one has confirmed."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.fund.actions.booking import lock
from augenmass.fund.actions.deciding import check_waiting, require_decider, require_manager, settle, turn_down
from augenmass.fund.models import Fund, Programme, ProgrammeTerms, TermsEnd
from augenmass.fund.refusal import NotBooked, NotFitting
from augenmass.fund.rules.tranches import Part, problem_with
from augenmass.fund.words import UNSOUND_SENTENCES
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.record.once import once


@dataclass(frozen=True, slots=True)
class TermsForm:
    """What a programme gives, in cents, from one day to another; ``key`` comes from the form."""

    key: UUID
    programme_id: int
    since: date
    until: date | None
    per_adult: int
    per_minor: int
    parts: tuple[Part, ...] = field(default=())
    ceiling: int | None = None
    ceiling_of_year: int | None = None
    source: str = ""


def add_programme(actor: Actor, key: str, name_de: str, name_en: str = "") -> Programme:
    """Add a programme to the fund of the actor's body; without terms nothing is given. Raises ``NotBooked``, ``NotPermitted``."""
    require_manager(actor)
    if not name_de.strip():
        raise NotFitting("name_de", _("Bitte geben Sie einen Namen an."))
    if Programme.objects.filter(key=key).exists():
        raise NotFitting("key", _("Ein Programm mit diesem Kürzel gibt es schon. Bitte wählen Sie ein anderes."))
    with entry(actor, "fund.programme_added") as e:
        fund, _made = Fund.objects.get_or_create(body=actor.body)
        made = Programme.objects.create(
            fund=fund, key=key, name_de=name_de.strip()[:120], name_en=name_en.strip()[:120]
        )
        e.refer(programme=made.pk)
    return made


def propose_terms(actor: Actor, asked: TermsForm) -> ProgrammeTerms:
    """Propose terms of a programme. The same form sent twice makes one proposal. Raises ``NotBooked``, ``NotPermitted``."""
    require_manager(actor)
    programme = Programme.objects.filter(pk=asked.programme_id, fund__body=actor.body_id).first()
    if programme is None:
        raise NotFitting("programme", _("Dieses Programm gibt es im Fonds Ihrer Dienststelle nicht."))
    _check(asked)
    same = ProgrammeTerms.objects.filter(key=asked.key, programme=programme)
    return once(same.first, lambda: _propose(actor, programme, asked))


def _propose(actor: Actor, programme: Programme, asked: TermsForm) -> ProgrammeTerms:
    with entry(actor, "fund.terms_proposed") as e:
        terms = ProgrammeTerms.objects.create(
            key=asked.key,
            programme=programme,
            since=asked.since,
            until=asked.until,
            per_adult=asked.per_adult,
            per_minor=asked.per_minor,
            ceiling=asked.ceiling,
            ceiling_of_year=asked.ceiling_of_year,
            tranches=[
                {"occasion": part.occasion.value, "months_after": part.months_after, "share": part.share}
                for part in asked.parts
            ],
            source=asked.source.strip()[:300],
            proposed_by=actor.account,
            proposed_at=e.book.at,
        )
        e.refer(terms=terms.pk)
    return terms


def _check(asked: TermsForm) -> None:
    if asked.until is not None and asked.until < asked.since:
        raise NotFitting("until", _("Der letzte Tag liegt vor dem ersten."))
    if abs(asked.since.year - today().year) > 10:
        raise NotFitting("since", _("Der erste Tag liegt mehr als zehn Jahre entfernt. Bitte prüfen Sie das Jahr."))
    if asked.per_adult + asked.per_minor == 0:
        raise NotFitting("per_adult", _("Beide Beträge sind null. Bitte geben Sie mindestens einen an."))
    if not asked.source.strip():
        raise NotFitting("source", _("Bitte nennen Sie die Grundlage, zum Beispiel den Erlass mit Datum."))
    unsound = problem_with(asked.parts)
    if unsound is not None:
        raise NotFitting("parts", str(UNSOUND_SENTENCES[unsound]))


def confirm_terms(actor: Actor, key: UUID) -> ProgrammeTerms:
    """Confirm as the second person. Raises ``NotBooked``, ``NotPermitted`` and ``ProgrammeTerms.DoesNotExist``."""
    require_decider(actor)
    found = _terms(actor, key)
    with entry(actor, "fund.terms_confirmed") as e:
        lock(found.programme.fund_id)
        terms = _terms(actor, key)
        check_waiting(actor, terms)
        overlapping = ProgrammeTerms.objects.filter(
            Q(until=None) | Q(until__gte=terms.since),
            programme=terms.programme,
            state=ProgrammeTerms.State.CONFIRMED,
        )
        if terms.until is not None:
            overlapping = overlapping.filter(since__lte=terms.until)
        other = overlapping.first()
        if other is not None:
            raise NotBooked(
                _(
                    "In dieser Zeit gelten schon Bedingungen (ab %(day)s). Bitte legen Sie zuerst deren letzten Tag fest."
                )
                % {"day": f"{other.since:%d.%m.%Y}"}
            )
        settle(e, actor, terms, ProgrammeTerms.State.CONFIRMED)
        e.refer(terms=terms.pk)
    return terms


def refuse_terms(actor: Actor, key: UUID) -> ProgrammeTerms:
    """Refuse as the second person, or withdraw one's own proposal. Raises as ``confirm_terms`` does."""
    require_decider(actor)
    found = _terms(actor, key)
    with entry(actor, "fund.terms_refused") as e:
        lock(found.programme.fund_id)
        terms = _terms(actor, key)
        turn_down(e, actor, terms)
        e.refer(terms=terms.pk)
    return terms


def propose_end(actor: Actor, terms_key: UUID, until: date, reason: str, key: UUID) -> TermsEnd:
    """Propose a last day for terms that run. Raises ``NotBooked``, ``NotPermitted`` and ``ProgrammeTerms.DoesNotExist``."""
    require_manager(actor)
    terms = _terms(actor, terms_key)
    if terms.state != ProgrammeTerms.State.CONFIRMED:
        raise NotBooked(_("Nur bestätigte Bedingungen können enden."))
    if until < max(terms.since, today()):
        raise NotFitting("until", _("Der letzte Tag liegt in der Vergangenheit oder vor dem ersten Tag."))
    if not reason.strip():
        raise NotFitting("reason", _("Bitte nennen Sie den Grund."))
    same = TermsEnd.objects.filter(key=key, terms=terms)
    return once(same.first, lambda: _propose_end(actor, terms, until, reason, key))


def _propose_end(actor: Actor, terms: ProgrammeTerms, until: date, reason: str, key: UUID) -> TermsEnd:
    with entry(actor, "fund.end_proposed") as e:
        lock(terms.programme.fund_id)
        if terms.ends.filter(state=TermsEnd.State.WAITING).exclude(key=key).exists():
            raise NotBooked(_("Zu diesen Bedingungen wartet schon ein Vorschlag auf die zweite Person."))
        end = TermsEnd.objects.create(
            key=key,
            terms=terms,
            until=until,
            reason=reason.strip()[:500],
            proposed_by=actor.account,
            proposed_at=e.book.at,
        )
        e.refer(terms_end=end.pk)
    return end


def confirm_end(actor: Actor, key: UUID) -> TermsEnd:
    """Confirm as the second person. Raises ``NotBooked``, ``NotPermitted`` and ``TermsEnd.DoesNotExist``."""
    require_decider(actor)
    found = _end(actor, key)
    with entry(actor, "fund.end_confirmed") as e:
        lock(found.terms.programme.fund_id)
        end = _end(actor, key)
        check_waiting(actor, end)
        end.terms.until = end.until
        end.terms.save(update_fields=["until"])
        settle(e, actor, end, TermsEnd.State.CONFIRMED)
        e.refer(terms_end=end.pk)
    return end


def refuse_end(actor: Actor, key: UUID) -> TermsEnd:
    """Refuse as the second person, or withdraw one's own proposal. Raises as ``confirm_end`` does."""
    require_decider(actor)
    found = _end(actor, key)
    with entry(actor, "fund.end_refused") as e:
        lock(found.terms.programme.fund_id)
        end = _end(actor, key)
        turn_down(e, actor, end)
        e.refer(terms_end=end.pk)
    return end


def _terms(actor: Actor, key: UUID) -> ProgrammeTerms:
    return ProgrammeTerms.objects.select_related("programme").get(key=key, programme__fund__body=actor.body_id)


def _end(actor: Actor, key: UUID) -> TermsEnd:
    return TermsEnd.objects.select_related("terms__programme").get(key=key, terms__programme__fund__body=actor.body_id)
