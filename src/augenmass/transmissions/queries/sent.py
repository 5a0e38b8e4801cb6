"""Reading what was sent: the lists of a body, one transmission, what of it is overtaken, and who received what out of a case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.directory.roles import Permission
from augenmass.law.norms.statutes import cite_text
from augenmass.law.time import day_of
from augenmass.law.vocabulary import CATEGORIES
from augenmass.record.models import Fact
from augenmass.transmissions.models import Envelope, Received, Transmission
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.rules.kinds import FOLLOWING, RECEIPTS, MessageKind
from augenmass.work.models import Task
from augenmass.work.queries.paging import Page, page_of

State = Transmission.State
VIEWS = ("open", "done")
_OPEN = (State.WAITING, State.SIGNED, State.DELIVERED, State.RETURNED)
_FOLLOWING = [kind.value for kind in FOLLOWING]


def sent_by(actor: Actor) -> QuerySet[Transmission]:
    """Transmissions out of cases that the actor works, whoever of its bodies sent them."""
    return Transmission.objects.filter(casework_q(actor, prefix="case__"))


def sent_list(actor: Actor, view: str, page: int = 1) -> Page[Transmission]:
    """One page of what was sent, the last changed first. Writes an access line."""
    found = sent_by(actor).filter(sender=actor.body_id)
    found = found.filter(state__in=_OPEN) if view == "open" else found.exclude(state__in=_OPEN)
    rows = page_of(found.select_related("case", "receiver", "outside").order_by("-changed_at", "-pk"), page)
    log.read(actor, "transmissions", rows=len(rows.rows))
    return rows


def sent_counts(actor: Actor) -> dict[str, int]:
    """How many each view holds."""
    found = sent_by(actor).filter(sender=actor.body_id)
    return {"open": found.filter(state__in=_OPEN).count(), "done": found.exclude(state__in=_OPEN).count()}


def find_sent(actor: Actor, key: UUID) -> Transmission:
    """One transmission. Writes an access line with its classes of data. Raises ``Transmission.DoesNotExist``."""
    related = ("case", "sender", "receiver", "outside", "prepared_by", "signature__signed_by", "signature__second_by")
    found = sent_by(actor).select_related(*related).get(key=key)
    log.read(actor, "transmission", case_id=found.case_id, categories=CATEGORIES.keys() & set(found.classes))
    return found


def envelope_of(sent: Transmission) -> Envelope | None:
    """The signed message of a transmission that was found; None before its signature."""
    return Envelope.objects.filter(message=sent.key, body=sent.sender_id).first()


def receipts_of(sent: Transmission) -> list[Received]:
    """What came back about a transmission that was found, oldest first: receipts, answers."""
    kinds = [*(kind.value for kind in RECEIPTS), MessageKind.ANSWER.value]
    came = Received.objects.filter(refers_to=sent.key, body=sent.sender_id, kind__in=kinds)
    return list(came.order_by("received_at", "pk"))


def followers_of(sent: Transmission) -> list[Transmission]:
    """Reminders, corrections and recalls that followed a transmission that was found."""
    return list(Transmission.objects.filter(refers_to=sent.key, sender=sent.sender_id).order_by("pk"))


def overtaken(sent: Transmission) -> list[str]:
    """Names of facts that were transmitted and have since been replaced, withdrawn or disputed: the receiver is to be told."""
    gone = Fact.objects.filter(pk__in=sent.facts).exclude(closed_by=None, disputed_by=None)
    return sorted(set(gone.values_list("name", flat=True)))


def notice_waits(sent: Transmission) -> bool:
    """Whether the receiver of a transmission that was found is to be told of a change, and nobody has yet."""
    return Task.objects.filter(case=sent.case_id, about=sent.notice, done_by=None).exists()


def notice_settled(sent: Transmission) -> bool:
    """Whether the last change was told to the receiver, or somebody said why not."""
    last = Task.objects.filter(case=sent.case_id, about=sent.notice).order_by("pk").last()
    return last is not None and last.done_by_id is not None


def to_follow(actor: Actor, case_id: int) -> list[tuple[Transmission, list[str]]]:
    """Transmissions out of a case whose receivers still hold something that no longer stands, with its names."""
    held = sent_by(actor).filter(case=case_id, state__in=[State.DELIVERED, State.ACCEPTED]).exclude(kind__in=_FOLLOWING)
    corrected = set(
        Transmission.objects.filter(case=case_id, kind__in=_FOLLOWING)
        .exclude(state__in=[State.WITHDRAWN, State.RETURNED])
        .values_list("refers_to", flat=True)
    )
    found = [
        (sent, overtaken(sent)) for sent in held.select_related("receiver", "outside") if sent.key not in corrected
    ]
    return [(sent, names) for sent, names in found if names]


def transmissions_of_case(actor: Actor, case_id: int, most: int = 20) -> list[Transmission]:
    """The newest transmissions out of a visible case, for its page."""
    found = sent_by(actor).filter(case=case_id).exclude(state=State.WITHDRAWN)
    return list(found.select_related("receiver", "outside")[:most])


def waiting_signatures(actor: Actor) -> list[Transmission]:
    """Transmissions that the actor may sign as the second person, oldest first."""
    if not actor.may(Permission.SECOND_SIGNATURE):
        return []
    found = sent_by(actor).filter(sender=actor.body_id, state=State.WAITING).exclude(prepared_by=actor.account_id)
    return _with_case(found)


def given_to_sign(actor: Actor) -> list[Transmission]:
    """Transmissions that the actor prepared and that wait for their second signature, oldest first."""
    return _with_case(sent_by(actor).filter(sender=actor.body_id, state=State.WAITING, prepared_by=actor.account_id))


def _with_case(found: QuerySet[Transmission]) -> list[Transmission]:
    related = ("case__position", "receiver", "outside", "prepared_by")
    return list(found.select_related(*related).order_by("prepared_at", "pk"))


@dataclass(frozen=True, slots=True)
class Passed:
    """What went to whom, when, why and by which provision: for the person's extract. Holds names of facts, no values."""

    key: UUID
    kind: MessageKind
    at: datetime
    on: date
    receiver: str
    receiver_kind: str
    purpose: str
    provisions: tuple[str, ...]
    """Ids of norms of the matrix, in the order of the classes that they carry."""
    citations: tuple[str, ...]
    classes: tuple[str, ...]
    names: tuple[str, ...]
    regime: str
    state: State


def received_by_whom(case_ids: Collection[int]) -> list[Passed]:
    """Everything that was signed out of some cases, oldest first; whoever asks must have found the cases."""
    found = Transmission.objects.filter(case__in=case_ids, signature__isnull=False)
    rows = found.select_related("signature", "receiver", "outside").order_by("signature__signed_at", "pk")
    passed = []
    for sent in rows:
        signature = sent.signature
        provisions = tuple(dict.fromkeys(norm for norms in signature.provisions.values() for norm in norms))
        partner = Partner(body=sent.receiver, outside=sent.outside)
        passed.append(
            Passed(
                key=sent.key,
                kind=MessageKind(sent.kind),
                at=signature.signed_at,
                on=day_of(signature.signed_at),
                receiver=partner.name,
                receiver_kind=partner.kind,
                purpose=sent.purpose,
                provisions=provisions,
                citations=tuple(cite_text(norm) for norm in provisions),
                classes=tuple(sent.classes),
                names=tuple(sent.names),
                regime=signature.regime,
                state=State(sent.state),
            )
        )
    return passed
