"""Facts of a case: what is held, what was held, establishing, disputing."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import Query, Router

from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_open, fact_names_visible, sight_of
from augenmass.access.tokens import Scope
from augenmass.cases.actions.facts import Contradicts, FactEntry, Overtaken
from augenmass.cases.queries.case import documents_of, fact_of, find, grouped, history_of, open_rows
from augenmass.doors.api import answers, shapes
from augenmass.doors.api.as_of import AsOfQuery
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import Refused, not_there, not_valid
from augenmass.doors.api.request import ApiRequest
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Fact
from augenmass.work.actions.second_person import dispute_recorded_fact, record_fact

router = Router(tags=["facts"])


def worked(actor: Actor, case: Case) -> None:
    """Raise ``Refused`` for a case that was opened to the reader: an access reads and never writes."""
    if not sight_of(actor, case).own:
        raise Refused(
            "not-permitted", _("Diesen Fall bearbeitet eine andere Stelle; er ist Ihnen nur zum Lesen geöffnet.")
        )


@router.get(
    "/cases/{uuid:key}/facts",
    response={200: list[shapes.FactOut]},
    operation_id="list_facts",
    **operation(Scope.FACTS_READ),
)
def list_facts(request: ApiRequest, key: UUID, as_of: Query[AsOfQuery]) -> list[shapes.FactOut]:
    """The facts that hold on a day and that the token's owner may read, in the order of the vocabulary."""
    case = find(request.actor, key, "facts")
    at = as_of.moments()
    groups = grouped(request.actor, case, open_rows(case, at.known_at), at.true_on)
    return [answers.fact(row) for group in groups for row in group.rows]


@router.get(
    "/cases/{uuid:key}/facts/{slug:name}",
    response={200: list[shapes.FactOut]},
    operation_id="get_fact_history",
    **operation(Scope.FACTS_READ),
)
def get_fact_history(request: ApiRequest, key: UUID, name: str) -> list[shapes.FactOut]:
    """Every value that was recorded under a name, newest first; empty where nothing is established, which is not a no."""
    case = find(request.actor, key, "facts")
    if name not in VOCABULARY or name not in fact_names_open(request.actor, case):
        raise not_there()
    return [answers.fact(row, history=True) for row in history_of(request.actor, case, name)]


@router.post(
    "/cases/{uuid:key}/facts",
    response={201: shapes.FactOut},
    operation_id="establish_fact",
    **operation(Scope.FACTS_WRITE, writes=True),
)
def establish(request: ApiRequest, key: UUID, sent: shapes.FactIn) -> shapes.FactOut:
    """Record a value, or correct the one that was read (`seen_fact_id`). The legal position is computed anew.

    What otherwise only a step with two signatures writes needs evidence, and waits, disputed, for a second person on a page.
    Where another value is held now, the answer is 409 with its number and address; nothing is overwritten.
    """
    case = find(request.actor, key, "facts")
    worked(request.actor, case)
    try:
        made = record_fact(request.actor, case.pk, _entry(request.actor, case, sent), sent.seen_fact_id)
    except Overtaken as error:
        raise _overtaken(case, error) from error
    except Contradicts as error:
        raise _contradicts(request.actor, case, error) from error
    row = fact_of(request.actor, case, made.pk)
    if row is None:
        raise not_there()
    return answers.fact(row)


def _entry(actor: Actor, case: Case, sent: shapes.FactIn) -> FactEntry:
    values = sent.model_dump(exclude={"evidence", "seen_fact_id"})
    if sent.evidence is None:
        return FactEntry(**values)
    document = documents_of(actor, case).filter(key=sent.evidence).first()
    if document is None:
        raise not_valid(("/evidence", _("Das gewählte Dokument gehört nicht zu diesem Fall.")))
    return FactEntry(**values, evidence_id=document.pk)


def _overtaken(case: Case, error: Overtaken) -> Refused:
    return Refused(
        "overtaken",
        _("Es wurde nichts überschrieben. Bitte lesen Sie, was jetzt gilt."),
        {"held": _held(case, error.current)},
    )


def _held(case: Case, current: Fact | None) -> dict[str, object] | None:
    """Which value is held now: its number and where to read it, which needs the scope for it; never the value itself."""
    if current is None:
        return None
    return {
        "id": current.pk,
        "known_at": current.known_at.isoformat(),
        "address": reverse("api:get_fact_history", args=[case.key, current.name]),
    }


def _contradicts(actor: Actor, case: Case, error: Contradicts) -> Refused:
    other = error.name if error.name in fact_names_visible(actor, case) else None
    return Refused(
        "invalid",
        _("Der Wert widerspricht einer anderen Angabe dieses Falls. Bitte klären Sie zuerst diese."),
        {"errors": [{"at": "/value", "detail": _("Widerspruch")}], "contradicts": other},
    )


@router.post(
    "/cases/{uuid:key}/facts/{int:fact_id}/disputes",
    response={204: None},
    operation_id="dispute_fact",
    **operation(Scope.FACTS_WRITE, writes=True),
)
def dispute(request: ApiRequest, key: UUID, fact_id: int, sent: shapes.DisputeIn) -> HttpResponse:
    """Mark a value that is held as disputed: until it is corrected or confirmed it counts as not established."""
    case = find(request.actor, key, "facts")
    if fact_id > 2**63 - 1 or fact_of(request.actor, case, fact_id) is None:
        raise not_there()
    worked(request.actor, case)
    dispute_recorded_fact(request.actor, case.pk, fact_id, sent.reason)
    return HttpResponse(status=204)
