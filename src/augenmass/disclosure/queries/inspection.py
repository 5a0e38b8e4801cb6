"""An inspection of the file: its pieces, what is withheld, and the leaves as they would be bound now."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.disclosure.models import Folio, Inspection, Withheld
from augenmass.disclosure.queries.extract import require_whole
from augenmass.disclosure.queries.pieces import Piece, pieces_of
from augenmass.disclosure.rules.leaves import Hold, Leaf, Page, leaves
from augenmass.record.models import Case


@dataclass(frozen=True, slots=True)
class Bound:
    """The file as it would be bound now."""

    pieces: Sequence[Piece]
    leaves: Sequence[Leaf]
    given: dict[Page, int]
    """Numbers that pages have already."""


def find_inspection(actor: Actor, key: UUID) -> Inspection:
    """One inspection of a case that the actor's body works. Raises ``Inspection.DoesNotExist``."""
    related = ("case__body", "authority", "recorded_by", "bundle__document", "bundle__signed_by")
    return Inspection.objects.filter(casework_q(actor, prefix="case__")).select_related(*related).get(key=key)


def inspections_of(actor: Actor, case: Case) -> QuerySet[Inspection]:
    """The inspections of a case that was found, newest first."""
    return Inspection.objects.filter(casework_q(actor, prefix="case__"), case=case).select_related("bundle__document")


def withheld_of(inspection: Inspection) -> QuerySet[Withheld]:
    """What is withheld in an inspection that was found, also what waits for its second person."""
    found = Withheld.objects.filter(inspection=inspection).exclude(state=Withheld.State.ENDED)
    return found.select_related("decided_by", "second_by")


def holds_of(rows: Sequence[Withheld]) -> list[Hold]:
    """The rows as the rules read them. What waits for its second person is held as if it were confirmed."""
    return [Hold(row.piece, row.first, row.last, row.provision, row.unseen) for row in rows]


def bound_now(actor: Actor, inspection: Inspection) -> Bound:
    """Pieces and leaves from the record of this moment. Raises ``NotDone`` for who does not read the whole file."""
    require_whole(actor, inspection.case)
    holds = holds_of(list(withheld_of(inspection)))
    unseen = frozenset(hold.piece for hold in holds if hold.unseen)
    pieces = pieces_of(actor, inspection, unseen)
    pages = [(piece.key, page) for piece in pieces for page in range(1, piece.pages + 1)]
    rows = Folio.objects.filter(case=inspection.case_id).values_list("piece", "page", "number")
    given = {(piece, page): number for piece, page, number in rows}
    return Bound(pieces, leaves(pages, holds, given), given)
