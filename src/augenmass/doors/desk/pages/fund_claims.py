"""Commitments and payments as the pages of a case show them."""

from typing import Any

from django.forms import Form
from django.http import QueryDict

from augenmass.access.actor import Actor
from augenmass.access.sight import sight_of
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.fund_claims import CancelForm, OccasionForm, RefuseForm
from augenmass.doors.desk.pages.fund import posting_rows
from augenmass.doors.desk.pages.work import number_of_page, paginated
from augenmass.fund.models import UNPAID, Commitment, Payment, Tranche
from augenmass.fund.queries import claims
from augenmass.fund.rules.money import format_amount
from augenmass.record.models import Case


def _works(actor: Actor, case: Case) -> bool:
    return sight_of(actor, case).own and actor.may(Permission.TAKE_STEPS) and not actor.reads_only


def commitment_lines(actor: Actor, case: Case) -> list[dict[str, Any]]:
    """What was promised in a case, for its page; nothing for who may not see it."""
    return [
        {
            "row": one,
            "amount": format_amount(one.cents),
            "tranches": [tranche_line(tranche) for tranche in one.tranches.all()],
        }
        for one in claims.commitments_of(actor, case)
    ]


def tranche_line(tranche: Tranche) -> dict[str, Any]:
    """A tranche in words."""
    return {"row": tranche, "amount": format_amount(tranche.cents), "unpaid": tranche.state in UNPAID}


def commitment_page(actor: Actor, found: Commitment, **forms: Form) -> dict[str, Any]:
    """The context of one commitment: tranches, payments, what came back, every posting; ``forms`` as they were sent."""
    payments = claims.payments_of(found)
    tranches = [tranche_line(tranche) for tranche in found.tranches.all()]
    busy = {
        payment.tranche_id for payment in payments if payment.state in (Payment.State.WAITING, Payment.State.SIGNED)
    }
    return {
        "made": found,
        "case": found.case,
        "amount": format_amount(found.cents),
        "tranches": [
            {**line, "may_pay": line["row"].state == Tranche.State.PAYABLE and line["row"].pk not in busy}
            for line in tranches
        ],
        "payments": [payment_line(payment) for payment in payments],
        "reasons": claims.reads_reasons(actor, found.case),
        "cancellations": [{"row": row, "amount": format_amount(row.cents)} for row in found.cancellations.all()],
        "postings": posting_rows(claims.postings_of(found, payments)),
        "works": _works(actor, found.case),
        "unpaid": any(line["unpaid"] for line in tranches),
        "occasion_form": forms.get("occasion_form") or OccasionForm(),
        "cancel_form": forms.get("cancel_form") or CancelForm(),
        # A form may be gone from the page, when somebody else was quicker; its sentence is not.
        "refused": next(iter(forms.values()), None),
        "section": "worklist",
    }


def payment_line(payment: Payment) -> dict[str, Any]:
    """A payment in words, with what came back of it."""
    back = [{"row": row, "amount": format_amount(row.cents)} for row in payment.recoveries.all()]
    return {"row": payment, "amount": format_amount(payment.cents), "back": back}


def payment_page(actor: Actor, found: Payment, form: Any = None) -> dict[str, Any]:
    """The context of one payment: what is to be paid to whom, and who decides."""
    own = found.prepared_by_id == actor.account_id
    works = _works(actor, found.tranche.commitment.case)
    waits = found.state == Payment.State.WAITING
    return {
        **payment_line(found),
        "made": found.tranche.commitment,
        "case": found.tranche.commitment.case,
        "own": own,
        "waits": waits,
        "signed": found.state == Payment.State.SIGNED,
        "may_sign": works and waits and not own and actor.may(Permission.SECOND_SIGNATURE),
        "may_withdraw": works and waits and own,
        "works": works,
        "reasons": claims.reads_reasons(actor, found.tranche.commitment.case),
        "refused": form,
        "refuse_form": form or RefuseForm(),
        "section": "worklist",
    }


OWN_PAGE = "eigene"
"""Parameter of the address: the page of what one prepared oneself; ``page`` is the one of what waits for one's signature."""


def waiting_page(actor: Actor, query: QueryDict) -> dict[str, Any]:
    """The context of the payments that wait for a second signature."""
    found = claims.waiting_payments(actor, number_of_page(query), number_of_page(query, OWN_PAGE))
    return {
        "to_sign": [payment_line(payment) for payment in found.to_sign.rows],
        "page": paginated(found.to_sign),
        "signs": actor.may(Permission.SECOND_SIGNATURE),
        "given": [payment_line(payment) for payment in found.given.rows],
        "own_page": paginated(found.given),
        "own_name": OWN_PAGE,
        "section": "signatures",
    }
