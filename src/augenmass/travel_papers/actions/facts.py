"""Writing what an application shows as facts of the case, by the way that every fact takes."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_visible
from augenmass.cases.actions.facts import FactEntry, NotRecorded, refuse_contradiction, write
from augenmass.directory.roles import Permission
from augenmass.record.ledger import Entry
from augenmass.record.models import Fact
from augenmass.work.refusal import NotDone

REQUESTED = "substitute_document_requested"
SOURCE = "Antrag auf ein Reisedokument"


def write_facts(actor: Actor, e: Entry, values: Mapping[str, str]) -> None:
    """Write facts (canonical values) in an entry under way; what is held so already stays. Raises ``NotDone`` where one contradicts another."""
    actor.require(Permission.RECORD_FACTS)
    assert e.case is not None
    for name, value in values.items():
        if name not in fact_names_visible(actor, e.case):
            continue
        held = _held(e.case.pk, name)
        if held is not None and held.value == value and held.disputed_by_id is None:
            continue
        try:
            refuse_contradiction(actor, e.case, name, value)
        except NotRecorded as error:
            raise NotDone(str(error)) from error
        note = _("aus dem Antrag auf ein Reisedokument") if held is not None else ""
        write(e, FactEntry(name, value, source=SOURCE, note=note), value, held)


def _held(case_id: int, name: str) -> Fact | None:
    open_rows = Fact.objects.filter(case_id=case_id, name=name, closed_by=None, true_from=None)
    return open_rows.order_by("-known_at", "-pk").first()
