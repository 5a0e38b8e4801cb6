"""What the data on an expulsion or removal of a file are: the facts, what was made of them and what they rest on.

Steps that write such a fact, with their letters, service, tasks and deadlines; transmissions that carried one; documents that prove
nothing else, with the post they came by; notes, post and accesses that two people recorded as the course of a removal
(AufenthG § 97a). What also serves something else, or is still worked on, stays.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey, Model, Q

from augenmass.access.models import Grant, Opening, SecretRecipient
from augenmass.cases.models import Document
from augenmass.disclosure.models import Restriction
from augenmass.lawbook.in_force import in_force
from augenmass.letters.models import Dispatch, Letter, ReturnedMail, ServiceProof, SignedLetter
from augenmass.notices.models import Reliance
from augenmass.record.models import Dispute, Fact
from augenmass.retention.rules import REMOVAL_NAMES
from augenmass.special_staff.models import Citation
from augenmass.steps.models import SignedStep, StepTaking
from augenmass.transmissions.models import Envelope, FactOrigin, ReceivedContent, SignedTransmission, Transmission
from augenmass.work.models import BookedDeadline, CounsellingStatement, IncomingPost, Note, Task

_OVER = (StepTaking.State.SIGNED, StepTaking.State.REFUSED, StepTaking.State.WITHDRAWN)
_UNDER_WAY = (Transmission.State.WAITING, Transmission.State.SIGNED, Transmission.State.DELIVERED)
Kind = Restriction.Kind


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table that go."""

    record_class: str
    model: type[Model]
    ids: list[int]


def removal_rows(case_ids: Collection[int], before: datetime) -> list[Rows]:
    """The rows of some cases (some hundreds at once) that were there at a moment, by table; what hangs on others comes first."""
    facts = _ids(Fact, case__in=case_ids, name__in=REMOVAL_NAMES, known_at__lte=before)
    takings, keys = _takings(case_ids, before)
    secret = _secret(case_ids, before)
    of_removal = Q(taking__in=keys) | Q(dispatches__key__in=_keys(secret, Kind.RECIPIENT, "letter:"))
    letters = Letter._base_manager.filter(of_removal, case__in=case_ids).distinct()
    about = [*(f"step:{key}" for key in keys), *(f"letter:{key}" for key in letters.values_list("key", flat=True))]
    letter_ids = sorted(letters.values_list("pk", flat=True))
    sent, envelopes = _sent(case_ids, set(facts), before, _keys(secret, Kind.RECIPIENT, "transmission:"))
    grants = _ids(Grant, case__in=case_ids, key__in=_keys(secret, Kind.RECIPIENT, "access:"))
    post = set(_ids(IncomingPost, case__in=case_ids, key__in=_keys(secret, Kind.POST)))
    dispatches = _ids(Dispatch, letter__in=letter_ids)
    submission: Any = apps.get_model("person_access", "Submission")  # of a room above this one
    hanging = [
        Rows("facts", Dispute, _ids(Dispute, fact__in=facts)),
        Rows("facts", FactOrigin, _ids(FactOrigin, fact__in=facts)),
        Rows("facts", Reliance, _ids(Reliance, fact__in=facts)),
        Rows("facts", SecretRecipient, _ids(SecretRecipient, fact__in=facts)),
        Rows("special_staff", Citation, _ids(Citation, fact__in=facts)),
        Rows("facts", Fact, facts),
        Rows("tasks", Task, _ids(Task, case__in=case_ids, about__in=about)),
        Rows("tasks", BookedDeadline, _ids(BookedDeadline, case__in=case_ids, about__in=about)),
        Rows("letters", ReturnedMail, _ids(ReturnedMail, dispatch__in=dispatches)),
        Rows("letters", ServiceProof, _ids(ServiceProof, dispatch__in=dispatches)),
        Rows("letters", Dispatch, dispatches),
        Rows("letters", SignedLetter, _ids(SignedLetter, letter__in=letter_ids)),
        Rows("letters", Letter, letter_ids),
        Rows("steps", SignedStep, _ids(SignedStep, taking__in=takings)),
        Rows("steps", StepTaking, takings),
        Rows("transmissions", Envelope, envelopes),
        Rows("transmissions", SignedTransmission, _ids(SignedTransmission, transmission__in=sent)),
        Rows("transmissions", Transmission, sent),
        Rows("notes", Note, _ids(Note, case__in=case_ids, key__in=_keys(secret, Kind.NOTE))),
        Rows("accesses", Opening, _ids(Opening, grant__in=grants)),
        Rows("accesses", Grant, grants),
        Rows("portal", submission, _ids(submission, post__in=post)),
        Rows("disclosure", Restriction, [row.pk for row in secret]),
    ]
    documents = _documents(case_ids, hanging, post, _keys(secret, Kind.DOCUMENT))
    post |= set(_ids(IncomingPost, document__in=documents))
    return [
        *hanging,
        Rows("post", CounsellingStatement, _ids(CounsellingStatement, post__in=post)),
        Rows("post", IncomingPost, sorted(post)),
        Rows("documents", Document, documents),
    ]


def naming(model: type[Model]) -> list["ForeignKey[Any, Any]"]:
    """The columns of all tables that name rows of one."""
    fields = (field for other in apps.get_models() for field in other._meta.concrete_fields)
    return [field for field in fields if isinstance(field, ForeignKey) and field.related_model is model]


def received_with(facts: Collection[int]) -> list[int]:
    """Messages that came in with some facts and whose text is still here: the text is emptied, the row stays, so that none is taken twice."""
    received = FactOrigin.objects.filter(fact__in=facts).values("received")
    return _ids(ReceivedContent, received__in=received, erased_by=None)


def _ids(model: Any, **wanted: Any) -> list[int]:
    return sorted(model._base_manager.filter(**wanted).values_list("pk", flat=True))


def _takings(case_ids: Collection[int], before: datetime) -> tuple[list[int], list[Any]]:
    """Takings that are over, of steps that write a fact of a removal or in which one was entered."""
    writing = {step.id for step in in_force().steps if REMOVAL_NAMES & {name.partition("=")[0] for name in step.writes}}
    rows = StepTaking.objects.filter(case__in=case_ids, state__in=_OVER, begun_at__lte=before).order_by("pk")
    found = [
        (pk, key)
        for pk, key, step, inputs in rows.values_list("pk", "key", "step", "inputs")
        if step in writing or REMOVAL_NAMES & set(inputs)
    ]
    return [pk for pk, _key in found], [key for _pk, key in found]


def _sent(
    case_ids: Collection[int], facts: set[int], before: datetime, named_secret: Collection[str]
) -> tuple[list[int], list[int]]:
    """Transmissions that are secret or carried nothing but such facts, and the texts of all that carried one among others."""
    over = Transmission.objects.filter(case__in=case_ids, prepared_at__lte=before).exclude(state__in=_UNDER_WAY)
    carried = {pk: set(ids) for pk, ids in over.values_list("pk", "facts") if facts & set(ids)}
    secret = set(over.filter(key__in=named_secret).values_list("pk", flat=True))
    whole = secret | {pk for pk, ids in carried.items() if ids <= facts}
    return sorted(whole), _ids(Envelope, transmission__in=secret | set(carried))


def _secret(case_ids: Collection[int], before: datetime) -> list[Restriction]:
    """What two people recorded as the course of a removal."""
    rows = Restriction.objects.filter(
        case__in=case_ids,
        provision=Restriction.Provision.REMOVAL,
        state=Restriction.State.HOLDS,
        asked_at__lte=before,
    )
    return list(rows.exclude(kind=Kind.FACT).order_by("pk"))


def _keys(secret: list[Restriction], kind: Restriction.Kind, prefix: str = "") -> list[str]:
    subjects = (row.subject for row in secret if row.kind == kind)
    return [subject.removeprefix(prefix) for subject in subjects if subject.startswith(prefix)]


def _documents(
    case_ids: Collection[int], hanging: list[Rows], post: Collection[int], named_secret: Collection[str]
) -> list[int]:
    """Documents of the rows that go and of the facts' evidence, that no row names which stays."""
    gone = {rows.model: set(rows.ids) for rows in hanging} | {IncomingPost: set(post)}
    relations = [(field.model, field.name) for field in naming(Document)]
    wanted = set(_ids(Document, case__in=case_ids, key__in=named_secret))
    for model, name in relations:
        rows = model._base_manager.filter(pk__in=gone.get(model, ())).exclude(**{name: None})
        wanted |= set(rows.values_list(f"{name}_id", flat=True))
    for model, name in relations:
        staying = model._base_manager.filter(**{f"{name}__in": wanted}).exclude(pk__in=gone.get(model, ()))
        if model is IncomingPost:
            staying = staying.exclude(state=IncomingPost.State.ANSWERED)
        wanted -= set(staying.values_list(f"{name}_id", flat=True))
    return sorted(wanted)
