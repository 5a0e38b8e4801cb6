"""Recording what a named officer found of one prospect."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.actions.facts import FactEntry, NotRecorded, establish_fact
from augenmass.cases.facts import current_facts
from augenmass.law.time import today
from augenmass.law.vocabulary.prospect_checks import assessed
from augenmass.prospects.gate import NAMES, standings
from augenmass.prospects.rules import bars
from augenmass.record.ledger import Entry
from augenmass.record.models import Fact


@dataclass(frozen=True, slots=True)
class Finding:
    """What the form says: which prospect, whether it is possible, why, and the entry that the page showed."""

    prospect: str
    possible: bool
    reason: str
    seen_fact_id: int | None = None


def assess(actor: Actor, case_id: int, found: Finding) -> Fact:
    """Record the finding as an assessment of the actor.

    A prospect that the law answers yes, or that lies at the residence desk, is not excluded by one officer: the facts are corrected
    first, or the desk decides. Raises ``NotRecorded``, ``Overtaken`` and ``Case.DoesNotExist``.
    """
    if found.prospect not in NAMES:
        raise NotRecorded(_("Diese Bleibeperspektive gibt es nicht."))

    def agree(e: Entry, _fact: Fact) -> None:
        assert e.case is not None
        held = current_facts([e.case.pk], today())[e.case.pk].held
        if not found.possible and bars(standings(e.case.pk, held)[found.prospect]):
            raise NotRecorded(
                _(
                    "Diese Perspektive kann so nicht ausgeschlossen werden: Ihre Voraussetzungen sind festgestellt, oder sie liegt beim Aufenthalt. Berichtigen Sie zuerst die Angaben, oder geben Sie sie an den Aufenthalt."
                )
            )

    entered = FactEntry(assessed(found.prospect), "yes" if found.possible else "no", note=found.reason)
    return establish_fact(actor, case_id, entered, found.seen_fact_id, then=agree)
