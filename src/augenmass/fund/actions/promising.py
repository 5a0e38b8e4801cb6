"""Promising, taking back and noting an occasion by hand, on the page of a case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.fund.actions.committing import cancel, commit
from augenmass.fund.actions.paying import occasion
from augenmass.fund.models import Commitment, ProgrammeTerms, Tranche
from augenmass.fund.refusal import NotFitting
from augenmass.fund.rules.tranches import Occasion
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import AlreadyDone

Changed = TypeVar("Changed")


@dataclass(frozen=True, slots=True)
class PromiseForm:
    """By which terms and for whom; ``key`` comes from the form and is the reference."""

    key: UUID
    terms_id: int
    adults: int
    minors: int


def promise(actor: Actor, case_id: int, asked: PromiseForm) -> Commitment:
    """Promise an amount in a case of one's own body. The same form sent twice promises once.

    Raises ``NotBooked``, ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    actor.require_writing()
    actor.require(Permission.TAKE_STEPS)
    worked_by(actor).get(pk=case_id)
    terms = ProgrammeTerms.objects.select_related("programme").filter(pk=asked.terms_id).first()
    if terms is None:
        raise NotFitting("terms", _("Bitte wählen Sie ein Programm."))
    same = Commitment.objects.filter(reference=asked.key, case=case_id)
    try:
        with entry(actor, "fund.committed", case_id) as e:
            if same.exists():
                raise AlreadyDone
            assert e.case is not None
            return commit(e, case=e.case, terms=terms, adults=asked.adults, minors=asked.minors, reference=asked.key)
    except AlreadyDone:
        return same.get()


def take_back(actor: Actor, reference: UUID, reason: str) -> None:
    """Take back what was not yet paid. Raises ``NotBooked``, ``NotPermitted`` and ``Commitment.DoesNotExist``."""
    _on_case(actor, "fund.cancelled", reference, lambda e: cancel(e, reference=reference, reason=reason))


def note_occasion(actor: Actor, reference: UUID, what: Occasion, on: date) -> list[Tranche]:
    """Note that tranches can be paid. Raises ``NotBooked``, ``NotPermitted`` and ``Commitment.DoesNotExist``."""
    return _on_case(actor, "fund.payable", reference, lambda e: occasion(e, reference=reference, occasion=what, on=on))


def _on_case(actor: Actor, kind: str, reference: UUID, act: Callable[[Entry], Changed]) -> Changed:
    actor.require_writing()
    actor.require(Permission.TAKE_STEPS)
    found = Commitment.objects.get(reference=reference, case__in=worked_by(actor))
    with entry(actor, kind, found.case_id) as e:
        return act(e)
