"""Establishing, correcting and disputing facts. A fact is never overwritten: a correction closes it and writes a new one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_open, fact_names_visible, sight_of, visible_facts
from augenmass.access.visible import worked_by
from augenmass.cases.acts import against, is_act, waits_for_evidence
from augenmass.cases.affected import affected_by
from augenmass.cases.facts import current_facts
from augenmass.cases.models import Document
from augenmass.cases.positions import recompute
from augenmass.cases.second_person import WAITING, facts_of_two, waits
from augenmass.directory.roles import Permission
from augenmass.law.consistency import contradictions, may_lie_ahead
from augenmass.law.facts import CaseFacts, FormatError, canonical, parse_value
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case, Dispute, Fact, Source


class NotRecorded(Exception):
    """Why a fact was not recorded; a sentence for the user. Nothing was changed."""


class NotReadable(NotRecorded):
    """The value is not one of this fact. The sentence quotes what was typed."""


class Contradicts(NotRecorded):
    """Another fact cannot be true beside it; the sentence can say what that one holds. ``name`` is the other fact's."""

    def __init__(self, sentence: str, name: str) -> None:
        super().__init__(sentence)
        self.name = name


class NoLongerHeld(NotRecorded):
    """The value was replaced, withdrawn or disputed since it was read."""


class Overtaken(Exception):
    """Somebody changed the value since the page was opened. ``current`` is what is held now, for the page to show."""

    def __init__(self, current: Fact | None) -> None:
        super().__init__(
            _("Der Wert wurde inzwischen geändert. Ihre Eingabe ist noch da, es wurde nichts überschrieben.")
        )
        self.current = current


Then = Callable[[Entry, Fact], None]


def _nothing(e: Entry, fact: Fact) -> None:
    """What is added to an action by default."""


@dataclass(frozen=True, slots=True)
class FactEntry:
    """What an officer enters: the value as typed, since when it is true, on what it rests."""

    name: str
    value: str
    true_from: date | None = None
    true_to: date | None = None
    source: str = ""
    evidence_id: int | None = None
    note: str = ""


def establish_fact(
    actor: Actor, case_id: int, entered: FactEntry, seen_fact_id: int | None, then: Then = _nothing
) -> Fact:
    """Record a fact; one of the same name and validity that is held already is closed and kept.

    ``seen_fact_id`` is the value that the form showed, None when it showed none. A fact of ``facts_of_two``, or of a step that could not
    be taken now, needs evidence and waits for a second person. ``then`` is called with the entry and the fact, for what rooms above add to the action.

    Raises ``NotRecorded`` (unknown name, wrong format, missing reason or evidence, an act that the law does not allow), ``Overtaken`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.RECORD_FACTS)
    case = worked_by(actor).select_related("body").get(pk=case_id)
    declared = _recordable(actor, case, entered)
    value = _canonical(declared, entered.value)
    with entry(actor, "fact.established", case_id) as e:
        held = _open_fact(case_id, entered.name, entered.true_from)
        if (held.pk if held else None) != seen_fact_id:
            raise Overtaken(held)
        if held is not None:
            if held.value == value and held.disputed_by_id is None:
                raise NotRecorded(_("Dieser Wert ist bereits so festgestellt. Es gibt nichts zu ändern."))
            if not entered.note.strip():
                raise NotRecorded(_("Bitte begründen Sie die Änderung eines bereits festgestellten Wertes."))
            e.kind = "fact.corrected"
        refuse_contradiction(actor, case, entered.name, value)
        known = current_facts([case_id], today())[case_id].held if is_act(entered.name) else {}
        refuse_act(case_id, entered.name, value, known)
        waiting = entered.name in facts_of_two(case.body) or waits_for_evidence(entered.name, known, today())
        _check_evidence(case_id, entered, required=waiting)
        fact = write(e, entered, value, held, waiting=waiting)
        then(e, fact)
    return fact


def write(e: Entry, entered: FactEntry, value: str, held: Fact | None, *, waiting: bool = False) -> Fact:
    """Write a fact in an entry under way and bring the positions up to date; ``waiting``: for the confirmation of a second person."""
    assert e.case is not None
    fact = e.establish(
        entered.name,
        value,
        source_id=officer_source(e.case, entered.source).pk,
        true_from=entered.true_from,
        true_to=entered.true_to,
        evidence_id=entered.evidence_id,
        note=entered.note.strip(),
        replaces_id=held.pk if held else None,
    )
    e.book.flush()
    e.refer(facts=[fact.pk])
    if waiting:
        e.dispute(fact.pk)
        e.seal(Dispute(fact=fact, reason=WAITING))
        e.book.flush()
        fact.disputed_by_id = e.action_id
    recompute(affected_by([e.case.pk]))
    return fact


def dispute_fact(actor: Actor, case_id: int, fact_id: int, reason: str, then: Then = _nothing) -> None:
    """Mark a fact as disputed: from now on it is not established, nor can a second person confirm it. Raises as ``establish_fact``."""
    actor.require(Permission.RECORD_FACTS)
    worked_by(actor).get(pk=case_id)
    if not reason.strip():
        raise NotRecorded(_("Bitte geben Sie an, wer den Wert warum bestreitet."))
    with entry(actor, "fact.disputed", case_id) as e:
        fact = Fact.objects.filter(pk=fact_id, case_id=case_id, closed_by=None).select_related("case").first()
        if fact is None or fact.name not in sight_of(actor, fact.case).names:
            raise NoLongerHeld(_("Dieser Wert gilt nicht mehr. Bitte laden Sie den Fall neu."))
        if fact.disputed_by_id is not None and not waits(fact):
            raise NoLongerHeld(_("Diese Angabe ist bereits als bestritten gekennzeichnet."))
        e.dispute(fact.pk)
        e.seal(Dispute(fact=fact, reason=reason.strip()[:1000]))
        e.book.flush()
        then(e, fact)
        recompute(affected_by([case_id]))


def officer_source(case: Case, label: str) -> Source:
    """The source row for what an officer relied on."""
    source, _made = Source.objects.get_or_create(
        body_id=case.body_id, kind=Source.Kind.OFFICER, label=label.strip()[:200] or _("Eintrag der Sachbearbeitung")
    )
    return source


def _recordable(actor: Actor, case: Case, entered: FactEntry) -> FactDeclaration:
    declared = VOCABULARY.get(entered.name)
    if declared is None or declared.name not in fact_names_open(actor, case):
        raise NotRecorded(_("Dieses Merkmal gibt es nicht."))
    if declared.name not in fact_names_visible(actor, case):
        # Told only to who tries to write over it, which the access log holds.
        raise NotRecorded(_("Zu diesem Merkmal ist etwas festgehalten, das nur benannten Personen offensteht."))
    if declared.derived:
        raise NotRecorded(_("Dieses Merkmal wird aus anderen Angaben abgeleitet und kann nicht eingetragen werden."))
    if declared.assessment and not entered.note.strip():
        raise NotRecorded(_("Eine Bewertung braucht eine Begründung."))
    if entered.true_from and entered.true_to and entered.true_to < entered.true_from:
        raise NotRecorded(_("Das Ende der Geltung liegt vor ihrem Beginn."))
    return declared


def _canonical(declared: FactDeclaration, text: str) -> str:
    try:
        value = parse_value(declared, text)
        if value is None:
            raise NotRecorded(_("Bitte geben Sie einen Wert ein. Was nicht bekannt ist, wird nicht eingetragen."))
        written = canonical(declared, value)
    except FormatError as error:
        raise NotReadable(error.en if get_language() == "en" else error.de) from error
    if isinstance(value, tuple) and not may_lie_ahead(declared.name) and value[0] > today().toordinal():
        raise NotRecorded(_("Dieses Datum liegt in der Zukunft. Bitte prüfen Sie es."))
    return written


def refuse_contradiction(actor: Actor, case: Case, name: str, value: str) -> None:
    """A value that cannot be true beside another one is not recorded before that one is corrected or disputed. Raises ``NotRecorded``.

    A fact that the actor may not see refuses nothing: the refusal would tell of it.
    """
    held = visible_facts(actor, case).filter(closed_by=None, disputed_by=None).exclude(name=name)
    facts = dict(held.order_by("known_at", "pk").values_list("name", "value")) | {name: value}
    for found in contradictions(facts, today()):
        if name in found.names:
            sentence = found.en if get_language() == "en" else found.de
            says = _("Der Wert widerspricht einer anderen Angabe: %(sentence)s Bitte klären Sie zuerst diese.")
            raise Contradicts(says % {"sentence": sentence}, next(other for other in found.names if other != name))


def refuse_act(case_id: int, name: str, value: str, known: CaseFacts) -> None:
    """An act towards a removal is recorded only where the law and the rooms that stand beside it allow it. Raises ``NotRecorded``."""
    if stops := against(case_id, name, value, known, today()):
        raise NotRecorded(stops)


def _check_evidence(case_id: int, entered: FactEntry, *, required: bool) -> None:
    if required and entered.evidence_id is None:
        raise NotRecorded(
            _(
                "Diese Angabe entsteht sonst mit zwei Unterschriften. Bitte wählen Sie das Dokument aus, das sie nachweist; danach bestätigt sie eine zweite Person."
            )
        )
    if (
        entered.evidence_id is not None
        and not Document.objects.filter(pk=entered.evidence_id, case_id=case_id).exists()
    ):
        raise NotRecorded(_("Das gewählte Dokument gehört nicht zu diesem Fall."))


def _open_fact(case_id: int, name: str, true_from: date | None) -> Fact | None:
    return (
        Fact.objects.filter(case_id=case_id, name=name, closed_by=None, true_from=true_from)
        .order_by("-known_at")
        .first()
    )
