"""What can be restricted in the extracts of a case, with the words that an officer knows it by, and the restrictions there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language

from augenmass.access.actor import Actor
from augenmass.access.models import AccessLine
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import visible_facts
from augenmass.access.visible import casework_q
from augenmass.cases.models import Document
from augenmass.cases.queries.case import label_of
from augenmass.cases.recipients import sources
from augenmass.directory.models import Body
from augenmass.disclosure.models import Restriction
from augenmass.disclosure.rules.plan import PLAN_NAMES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case
from augenmass.work.models import IncomingPost, Note

Kind = Restriction.Kind
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing of the file."""

    kind: Restriction.Kind
    subject: str
    label: str


def subjects_of(actor: Actor, case: Case) -> list[Subject]:
    """Everything of a case that its body works and that a restriction can name. What is secret by law is never named and not here."""
    return [*_facts(actor, case), *_documents(case), *_notes(case), *_post(case), *_recipients(case), *_readers(case)]


def restrictions_of(actor: Actor, case: Case) -> QuerySet[Restriction]:
    """The restrictions of a case that was found, newest first."""
    found = Restriction.objects.filter(casework_q(actor, prefix="case__"), case=case)
    return found.select_related("asked_by", "decided_by")


def find_restriction(actor: Actor, key: UUID) -> Restriction:
    """One restriction of a case that the actor's body works. Raises ``Restriction.DoesNotExist``."""
    return Restriction.objects.filter(casework_q(actor, prefix="case__")).select_related("case").get(key=key)


def _facts(actor: Actor, case: Case) -> Iterator[Subject]:
    names = set(visible_facts(actor, case).exclude(name__in=PLAN_NAMES).values_list("name", flat=True))
    return (Subject(Kind.FACT, name, label_of(VOCABULARY[name])) for name in VOCABULARY if name in names)


def _documents(case: Case) -> Iterator[Subject]:
    for document in Document.objects.filter(case=case, erased_by=None).order_by("added_at", "pk"):
        yield Subject(Kind.DOCUMENT, str(document.key), document.title)


def _notes(case: Case) -> Iterator[Subject]:
    for note in Note.objects.filter(case=case, erased_by=None).order_by("at", "pk"):
        yield Subject(Kind.NOTE, str(note.key), f"{note.at:%d.%m.%Y} {note.text[:SHOWN]}")


def _post(case: Case) -> Iterator[Subject]:
    for piece in IncomingPost.objects.filter(case=case).order_by("received_on", "pk"):
        yield Subject(
            Kind.POST, str(piece.key), f"{piece.received_on:%d.%m.%Y} {piece.sender}: {piece.subject[:SHOWN]}"
        )


def _recipients(case: Case) -> Iterator[Subject]:
    english = get_language() == "en"
    for source in sources:
        for one in source([case.pk]):
            if not one.fact_names & PLAN_NAMES:
                yield Subject(Kind.RECIPIENT, one.key, f"{one.on:%d.%m.%Y} {one.recipient}: {one.what[english]}"[:200])


def _readers(case: Case) -> Iterator[Subject]:
    with as_system(SystemRole.CONTROL):
        bodies = set(AccessLine.objects.filter(case=case.pk).values_list("body", flat=True))
    for body in Body.objects.filter(pk__in=bodies).exclude(pk=case.body_id).order_by("name"):
        yield Subject(Kind.READER, str(body.pk), body.name)
