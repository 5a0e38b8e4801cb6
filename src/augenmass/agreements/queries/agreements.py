"""Reading agreements: counsellors of the own body, and nobody whose work is enforcement."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from augenmass.access.actor import Actor
from augenmass.agreements.models import (
    Agreement,
    Edition,
    Interpreting,
    KeptFile,
    Participant,
    Promise,
    Review,
    Signature,
    SignedCopy,
    Step,
)
from augenmass.agreements.rules.content import Change, Side, difference
from augenmass.agreements.rules.late import Tally, Tracked, tally
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.work.queries.paging import Page, page_of

APART: Final = frozenset(
    {
        Permission.READ_CASES,
        Permission.RECORD_FACTS,
        Permission.TAKE_STEPS,
        Permission.SECOND_SIGNATURE,
        Permission.IMPORT,
        Permission.RECEIVE,
    }
)
"""Whoever may do any of these in a body reads no agreement there: cases and agreements are never in one pair of hands."""
VIEWS: Final = ("running", "due", "late", "draft", "ended")
SOON: Final = timedelta(days=14)
"""A talk within these days is "due"."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One agreement with everything that its page says."""

    agreement: Agreement
    editions: list[Edition]
    steps: list[Step]
    promises: list[Promise]
    reviews: list[Review]
    interpreting: list[Interpreting]
    signatures: list[Signature]
    copies: dict[int, SignedCopy]
    tallies: list[Tally]

    @property
    def in_work(self) -> Edition | None:
        """The edition that is worked on."""
        return next((edition for edition in self.editions if edition.stage in Edition.OPEN), None)

    @property
    def holds(self) -> Edition | None:
        """The newest edition that both sides signed."""
        return next((edition for edition in self.editions if edition.stage == Edition.Stage.SIGNED), None)

    @property
    def planned(self) -> Review | None:
        """The talk that comes next."""
        return next((review for review in self.reviews if review.state == Review.State.PLANNED), None)


def may_counsel(actor: Actor) -> bool:
    """Whether the actor reads and works agreements here."""
    return actor.may(Permission.AGREEMENTS) and not actor.reads_only and not (actor.permissions & APART)


def visible_agreements(actor: Actor) -> QuerySet[Agreement]:
    """The agreements of the own body, for its counsellors; none for anybody else and none in a support session."""
    if not may_counsel(actor):
        return Agreement.objects.none()
    return Agreement.objects.filter(body=actor.body_id)


def agreements(actor: Actor, view: str, text: str = "", page: int = 1) -> Page[Agreement]:
    """One page of a view, newest first; in "due" and "late" the oldest day first."""
    found = _of_view(actor, view).select_related("participant", "counsellor")
    if text.strip():
        named = Participant.objects.filter(body=actor.body_id, name__icontains=text.strip())
        found = found.filter(participant__in=named)
    order = {"due": ("next_talk", "pk"), "late": ("first_due", "pk")}.get(view, ("-begun_at", "-pk"))
    return page_of(found.order_by(*order), page)


def counts(actor: Actor) -> dict[str, int]:
    """How many agreements each view holds."""
    return {view: _of_view(actor, view).count() for view in VIEWS}


def _of_view(actor: Actor, view: str) -> QuerySet[Agreement]:
    held = visible_agreements(actor)
    if view == "draft":
        return held.filter(state=Agreement.State.DRAFT)
    if view == "ended":
        return held.filter(state__in=Agreement.ENDED)
    active = held.filter(state=Agreement.State.ACTIVE)
    if view == "due":
        return active.filter(next_talk__lte=today() + SOON)
    return active.filter(first_due__lt=today()) if view == "late" else active


def one_agreement(actor: Actor, key: UUID) -> Shown:
    """One agreement. Raises ``Agreement.DoesNotExist`` also for whoever may not read it."""
    return shown_of(visible_agreements(actor).select_related("participant", "counsellor", "body").get(key=key))


def shown_of(found: Agreement) -> Shown:
    """Everything of an agreement that was found."""
    editions = list(found.editions.select_related("explained_by").order_by("-number"))
    steps = list(found.steps.filter(dropped_in=None))
    promises = list(found.promises.exclude(state=Promise.State.TAKEN_BACK))
    reviews = list(found.reviews.order_by("-due", "-pk"))
    signatures = list(Signature.objects.filter(edition__in=editions))
    copies = {copy.edition_id: copy for copy in SignedCopy.objects.filter(edition__in=editions).defer("file__content")}
    return Shown(
        found,
        editions,
        steps,
        promises,
        reviews,
        list(Interpreting.objects.filter(agreement=found)),
        signatures,
        copies,
        tally(_tracked(steps, promises, reviews), today()),
    )


def _tracked(steps: list[Step], promises: list[Promise], reviews: list[Review]) -> list[Tracked]:
    counting = (Promise.State.ACCEPTED, Promise.State.DELIVERED)
    held = [review for review in reviews if review.state in (Review.State.PLANNED, Review.State.HELD)]
    return [
        *(Tracked(Side(step.side), step.due, step.done_on) for step in steps),
        *(Tracked(Side.PROVIDER, one.due, one.delivered_on, one.state in counting) for one in promises),
        *(Tracked(Side.COUNSELLOR, review.due, review.held_on) for review in held),
    ]


def edition_of(actor: Actor, key: UUID, number: int) -> Edition:
    """One edition. Raises ``Edition.DoesNotExist``."""
    return Edition.objects.select_related("agreement__participant", "agreement__body", "agreement__counsellor").get(
        agreement__in=visible_agreements(actor).filter(key=key), number=number
    )


def copy_of(edition: Edition) -> bytes | None:
    """The signed copy of an edition that was found, as PDF; None before both sides signed."""
    found = SignedCopy.objects.filter(edition=edition).select_related("file").first()
    return bytes(found.file.content) if found is not None else None


def scan_of(edition: Edition, side: str) -> tuple[bytes, str] | None:
    """The scanned paper by which a side signed an edition that was found, with its media type; None where it signed otherwise."""
    signature = edition.signatures.filter(side=side).exclude(scan_sha256="").first()
    if signature is None:
        return None
    file = KeptFile.objects.get(agreement=edition.agreement_id, sha256=signature.scan_sha256)
    return bytes(file.content), file.media_type


def changes_of(edition: Edition) -> list[Change]:
    """What an edition with a fixed text leaves out and adds, against the one that was signed before; empty for the first."""
    before = signed_before(edition)
    return difference(before.lines_de, edition.lines_de) if before is not None and edition.text_de else []


def signed_before(edition: Edition) -> Edition | None:
    """The edition that was signed last before this one; None for the first."""
    return (
        Edition.objects.filter(
            agreement=edition.agreement_id,
            number__lt=edition.number,
            stage__in=(Edition.Stage.SIGNED, Edition.Stage.SUPERSEDED),
        )
        .order_by("-number")
        .first()
    )


def waiting_for(actor: Actor) -> int:
    """How many of the actor's own agreements have a talk within two weeks or something late: for "Mein Tag"; one query."""
    held = visible_agreements(actor).filter(counsellor=actor.account_id, state=Agreement.State.ACTIVE)
    return held.filter(Q(next_talk__lte=today() + SOON) | Q(first_due__lt=today())).count()
