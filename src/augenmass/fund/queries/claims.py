"""What was promised and paid in a case: for those who see the case and what it says of benefits."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.matrix import categories_for
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import sight_of
from augenmass.access.visible import NOTHING, visible_q, visible_to, worked_q
from augenmass.directory.roles import Permission
from augenmass.fund.models import Commitment, Payment, Posting, Tranche
from augenmass.record.models import Case
from augenmass.work.queries.paging import Page, page_of

CATEGORY = "benefits"


def sees_amounts(actor: Actor, case: Case) -> bool:
    """Whether the actor sees what was promised and paid in a case that they found."""
    return not actor.reads_only and CATEGORY in sight_of(actor, case).categories


def reads_reasons(actor: Actor, case: Case) -> bool:
    """Whether the actor reads reasons in an officer's own words; free text can hold any category."""
    return sees_amounts(actor, case) and sight_of(actor, case).own and actor.may(Permission.TAKE_STEPS)


def commitments_of(actor: Actor, case: Case) -> list[Commitment]:
    """What was promised in a case, with its tranches, the oldest first; nothing for who may not see it."""
    if not sees_amounts(actor, case) or not getattr(case, "has_commitments", True):
        return []
    return list(_with_parts(Commitment.objects.filter(case=case)))


def any_commitment() -> Exists:
    """Whether anything was promised in a case, for ``beside_case``."""
    return Exists(Commitment.objects.filter(case=OuterRef("pk")))


def _with_parts(found: "QuerySet[Commitment]") -> "QuerySet[Commitment]":
    return found.select_related("terms__programme", "made_by").prefetch_related("tranches__budget")


def commitment(actor: Actor, reference: UUID) -> Commitment:
    """One commitment. Writes an access line. Raises ``Commitment.DoesNotExist``."""
    found = (
        _with_parts(Commitment.objects.filter(visible_q(actor, prefix="case__")))
        .select_related("case__body")
        .get(reference=reference)
    )
    if not sees_amounts(actor, found.case):
        raise Commitment.DoesNotExist
    log.read(actor, "commitment", case_id=found.case_id, categories=[CATEGORY])
    return found


def payments_of(found: Commitment) -> list[Payment]:
    """The payments of a commitment that was found, with what came back."""
    rows = Payment.objects.filter(tranche__commitment=found).select_related("tranche", "prepared_by", "decided_by")
    return list(rows.prefetch_related("recoveries__recorded_by").order_by("pk"))


def postings_of(found: Commitment, payments: Iterable[Payment]) -> list[Posting]:
    """The postings behind a commitment that was found with its payments: every cent of it. They lie in the fund of another body, perhaps.

    Each is looked for by its whole number: for the beginning of one the database would read all postings of the fund.
    """
    numbers = {found.number, *(f"{found.number}/{part.position}" for part in found.tranches.all())}
    for payment in payments:
        numbers |= {payment.number, *(recovery.number for recovery in payment.recoveries.all())}
    with as_system(SystemRole.FUND):
        rows = Posting.objects.filter(budget__fund=found.terms.programme.fund_id, number__in=numbers)
        return list(rows.select_related("budget").order_by("pk"))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Payments that wait for a second signature: one page of others' for who may sign, and one of the actor's own, to withdraw them."""

    to_sign: Page[Payment]
    given: Page[Payment]


def waiting_payments(actor: Actor, page: int = 1, own_page: int = 1) -> Waiting:
    """What waits in cases that the actor works, the oldest first. Writes an access line."""
    seen = actor.may(Permission.TAKE_STEPS) and CATEGORY in categories_for(actor.roles, actor.purpose)
    where = worked_q(actor, prefix="tranche__commitment__case__") if seen else NOTHING
    rows = Payment.objects.filter(where, state=Payment.State.WAITING).order_by("pk")
    rows = rows.select_related("tranche__commitment__case", "tranche__commitment__terms__programme", "prepared_by")
    rows = rows.prefetch_related("recoveries")
    of_others = rows.exclude(prepared_by=actor.account_id)
    signs = actor.may(Permission.SECOND_SIGNATURE)
    found = Waiting(
        page_of(of_others if signs else of_others.none(), page),
        page_of(rows.filter(prepared_by=actor.account_id), own_page),
    )
    log.read(actor, "payments_waiting", categories=[CATEGORY], rows=len(found.to_sign.rows) + len(found.given.rows))
    return found


def payment(actor: Actor, key: UUID) -> Payment:
    """One payment in a case that the actor sees. Writes an access line. Raises ``Payment.DoesNotExist``."""
    found = Payment.objects.select_related(
        "tranche__commitment__case__body",
        "tranche__commitment__terms__programme__fund__body",
        "prepared_by",
        "decided_by",
    ).get(key=key, tranche__commitment__case__in=visible_to(actor))
    case = found.tranche.commitment.case
    if not sees_amounts(actor, case):
        raise Payment.DoesNotExist
    log.read(actor, "payment", case_id=case.pk, categories=[CATEGORY])
    return found


def tranche(actor: Actor, key: UUID) -> Tranche | None:
    """A tranche in a case that the actor works and may see the amounts of."""
    found = (
        Tranche.objects.filter(worked_q(actor, prefix="commitment__case__"), key=key)
        .select_related("commitment__case__body", "commitment__terms__programme", "budget")
        .first()
    )
    return found if found is not None and sees_amounts(actor, found.commitment.case) else None
