"""What was promised and paid in a case: for those who see the case and what it says of benefits."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import sight_of
from augenmass.access.visible import visible_q, visible_to, worked_q
from augenmass.directory.roles import Permission
from augenmass.fund.models import Commitment, Payment, Posting, Tranche
from augenmass.record.models import Case

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


def postings_of(found: Commitment) -> list[Posting]:
    """The postings behind a commitment that was found: every cent of it. They lie in the fund of another body, perhaps."""
    with as_system(SystemRole.FUND):
        rows = Posting.objects.filter(budget__fund=found.terms.programme.fund_id).select_related("budget")
        return [
            *rows.filter(number=found.number),
            *rows.filter(number__startswith=f"{found.number}/").order_by("pk"),
        ]


def waiting_payments(actor: Actor) -> list[Payment]:
    """Payments that wait for a second signature in cases that the actor works; their own too, to withdraw them. Writes an access line."""
    if not actor.may(Permission.TAKE_STEPS):
        return []
    rows = Payment.objects.filter(
        worked_q(actor, prefix="tranche__commitment__case__"), state=Payment.State.WAITING
    ).select_related("tranche__commitment__case__body", "tranche__commitment__terms__programme", "prepared_by")
    found = [row for row in rows.order_by("pk") if sees_amounts(actor, row.tranche.commitment.case)]
    log.read(actor, "payments_waiting", categories=[CATEGORY], rows=len(found))
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
