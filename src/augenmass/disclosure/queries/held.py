"""What a file holds, row by row, as an extract names it. Every part says which rows it read, so that a restriction can name them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.access.sight import visible_facts
from augenmass.accommodation.models import EVENT_LABELS, Report
from augenmass.accommodation.rules import Event
from augenmass.cases.models import Document, FamilyLink
from augenmass.disclosure import content
from augenmass.disclosure.models import Restriction
from augenmass.disclosure.queries.journeys import journeys_of
from augenmass.disclosure.queries.left_out import LeftOut, Named
from augenmass.disclosure.queries.looks import Written
from augenmass.disclosure.rules.plan import PLAN_NAMES, PLAN_STEPS
from augenmass.disclosure.words import both
from augenmass.law.facts import parse_value
from augenmass.law.time import day_of
from augenmass.law.vocabulary import GROUPS, VOCABULARY
from augenmass.law.words import value_text
from augenmass.lawbook.in_force import in_force
from augenmass.notices.models import Notice
from augenmass.notices.queries.telling import notices_to_tell, told
from augenmass.notices.rules.kinds import Kind as NoticeKind
from augenmass.notices.rules.kinds import Outcome
from augenmass.notices.words import KIND_LABELS, OUTCOME_LABELS
from augenmass.record.models import Case, Fact
from augenmass.steps.models import SignedStep
from augenmass.work.models import IncomingPost, Note

Kind = Restriction.Kind
CURRENT = content.Words(de="gespeichert", en="held")
DISPUTED = content.Words(de="bestritten", en="disputed")
TAKEN_BACK = gettext_lazy("von der Unterkunft zurückgenommen")
REPLACED = content.Words(de="früher gespeichert", en="held formerly")


@dataclass(slots=True)
class Held:
    """What was found in some files."""

    facts: list[content.HeldFact] = field(default_factory=list)
    relatives: list[content.Relative] = field(default_factory=list)
    documents: list[content.HeldDocument] = field(default_factory=list)
    notes: list[content.HeldNote] = field(default_factory=list)
    post: list[content.HeldPost] = field(default_factory=list)
    steps: list[content.Step] = field(default_factory=list)
    departures: list[content.Journey] = field(default_factory=list)
    untold: list[int] = field(default_factory=list)
    """Notices of proceedings that are not known to be over (BDSG § 34 (1) no. 1)."""
    named: set[Named] = field(default_factory=set)
    written: set[Written] = field(default_factory=set)
    words: "dict[str, content.Words]" = field(default_factory=dict)

    def wrote(self, account_id: int | None, body_id: int | None, on: date) -> None:
        """Note who wrote a row that is shown; the program itself is nobody."""
        if account_id is not None and body_id is not None:
            self.written.add((account_id, body_id, on))

    def label(self, label: "str | Promise") -> content.Words:
        """A label in both languages, translated once."""
        key = str(label)
        if key not in self.words:
            self.words[key] = both(label)
        return self.words[key]


def read_file(actor: Actor, case: Case, left_out: LeftOut, held: Held) -> None:
    """Add what one file holds; the actor works the case and reads every category but the secret one."""
    shown = {document.pk for document in _documents(case, left_out, held)}
    _facts(actor, case, shown, left_out, held)
    _relatives(case, held)
    _notes(case, left_out, held)
    _post(case, left_out, held)
    _reports(case, held)
    _notices(case, held)
    _steps(case, held)
    _departures(case, shown, held)


def _documents(case: Case, left_out: LeftOut, held: Held) -> Iterable[Document]:
    found = Document.objects.filter(case=case, erased_by=None).select_related("action").order_by("added_at", "pk")
    for document in found:
        if document.pk in left_out.plan_documents or left_out.names(Kind.DOCUMENT, document.key):
            continue
        on = day_of(document.added_at)
        held.documents.append(
            content.HeldDocument(
                file=case.number,
                title=document.title,
                kind=held.label(Document.Kind(document.kind).label),
                dated=document.dated,
                received=document.received,
                kept_on=on,
            )
        )
        held.named.add((Kind.DOCUMENT.value, str(document.key)))
        held.wrote(document.added_by_id, document.action.body_id, on)
        yield document


def _facts(actor: Actor, case: Case, shown: set[int], left_out: LeftOut, held: Held) -> None:
    found = visible_facts(actor, case).exclude(name__in=PLAN_NAMES).filter(erased_by=None)
    rows = [
        fact
        for fact in found.select_related("source", "evidence", "action")
        if not left_out.names(Kind.FACT, fact.name)
    ]
    order = {name: number for number, name in enumerate(VOCABULARY)}
    rows.sort(key=lambda fact: (order[fact.name], fact.known_at, fact.pk))
    for fact in rows:
        held.facts.append(_fact(case, fact, shown, held))
        held.named.add((Kind.FACT.value, fact.name))
        held.wrote(fact.author_id, fact.action.body_id, day_of(fact.known_at))


def _fact(case: Case, fact: Fact, shown: set[int], held: Held) -> content.HeldFact:
    declared = VOCABULARY[fact.name]
    read = parse_value(declared, fact.value)
    texts = [fact.value if read is None else value_text(declared, read, language) for language in ("de", "en")]
    state = DISPUTED if fact.disputed_by_id is not None and fact.closed_at is None else CURRENT
    group_de, group_en = GROUPS[declared.group]
    return content.HeldFact(
        file=case.number,
        group=content.Words(de=group_de, en=group_en),
        label=content.Words(de=declared.de, en=declared.en),
        value=content.Words(de=texts[0], en=texts[1]),
        state=state if fact.closed_at is None else REPLACED,
        source=fact.source.label,
        evidence=fact.evidence.title if fact.evidence is not None and fact.evidence_id in shown else "",
        known_on=day_of(fact.known_at),
        true_from=fact.true_from,
        true_to=fact.true_to,
        until=day_of(fact.closed_at) if fact.closed_at is not None else None,
    )


def _relatives(case: Case, held: Held) -> None:
    for link in FamilyLink.objects.filter(case=case, ended_by=None).order_by("relation", "pk"):
        label = held.label(FamilyLink.Relation(link.relation).label)
        held.relatives.append(content.Relative(file=case.number, relation=label))


def _notes(case: Case, left_out: LeftOut, held: Held) -> None:
    for note in Note.objects.filter(case=case, erased_by=None).select_related("action").order_by("at", "pk"):
        if left_out.names(Kind.NOTE, note.key):
            continue
        on = day_of(note.at)
        held.notes.append(content.HeldNote(file=case.number, on=on, text=note.text))
        held.named.add((Kind.NOTE.value, str(note.key)))
        held.wrote(note.author_id, note.action.body_id, on)


def _post(case: Case, left_out: LeftOut, held: Held) -> None:
    for piece in IncomingPost.objects.filter(case=case).select_related("document").order_by("received_on", "pk"):
        document = piece.document
        hidden = document is not None and (
            document.pk in left_out.plan_documents or left_out.names(Kind.DOCUMENT, document.key)
        )
        if hidden or left_out.names(Kind.POST, piece.key):
            continue
        held.post.append(
            content.HeldPost(
                file=case.number,
                received_on=piece.received_on,
                sender=piece.sender,
                subject=piece.subject,
                kind=held.label(IncomingPost.Kind(piece.kind).label),
            )
        )
        held.named.add((Kind.POST.value, str(piece.key)))


def _reports(case: Case, held: Held) -> None:
    """What houses reported stands with what came in; who wrote it there works for another body."""
    found = Report.objects.filter(resident__case=case, erased_by=None).select_related("resident__house", "withdrawal")
    for report in found.order_by("happened_at", "pk"):
        held.post.append(
            content.HeldPost(
                file=case.number,
                received_on=day_of(report.received_at),
                sender=report.resident.house.name,
                subject=f"{day_of(report.happened_at):%d.%m.%Y}",
                kind=held.label(reported(report)),
            )
        )


def _notices(case: Case, held: Held) -> None:
    """What public bodies gave notice of, as far as the person learns of it; an outcome is told with its words."""
    tell, untold = notices_to_tell(case)
    held.untold += [notice.pk for notice in untold]
    for notice in tell:
        held.post.append(
            content.HeldPost(
                file=case.number,
                received_on=day_of(notice.arrived_at),
                sender=notice.sender_name,
                subject=told(notice),
                kind=held.label(notice_label(notice)),
            )
        )


def notice_label(notice: Notice) -> "str | Promise":
    """The kind of a notice, of an end with the outcome."""
    label = KIND_LABELS[NoticeKind(notice.kind)]
    outcome = notice.content.outcome
    return format_lazy("{}: {}", label, OUTCOME_LABELS[Outcome(outcome)]) if outcome else label


def reported(report: Report) -> "str | Promise":
    """What a house reported, and whether it took that back."""
    label = EVENT_LABELS[Event(report.event)]
    return format_lazy("{} ({})", label, TAKEN_BACK) if hasattr(report, "withdrawal") else label


def _departures(case: Case, shown: set[int], held: Held) -> None:
    for line in journeys_of(case, shown):
        held.departures.append(content.Journey(file=case.number, on=line.on, what=line.what, detail=line.detail))


def _steps(case: Case, held: Held) -> None:
    law = {step.id: content.Words(de=step.de, en=step.en) for step in in_force().steps}
    found = SignedStep.objects.filter(taking__case=case).exclude(taking__step__in=PLAN_STEPS)
    for signed in found.select_related("taking", "action").order_by("signed_at", "pk"):
        name = signed.taking.step
        on = day_of(signed.signed_at)
        held.steps.append(content.Step(file=case.number, on=on, step=law.get(name, content.Words(de=name, en=name))))
        for account_id in (signed.signed_by_id, signed.second_by_id):
            held.wrote(account_id, signed.action.body_id, on)
