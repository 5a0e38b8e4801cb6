"""The extract of a person's files as it would be signed now, and the requests of a case."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import SECRET, sight_of
from augenmass.access.visible import casework_q, worked_by
from augenmass.cases.facts import current_facts
from augenmass.cases.recipients import Passed, sources
from augenmass.directory.models import Body
from augenmass.disclosure import content, standing
from augenmass.disclosure.models import ExtractRequest, PersonLink, Restriction
from augenmass.disclosure.queries.held import Held, read_file
from augenmass.disclosure.queries.left_out import LeftOut, Named, left_out
from augenmass.disclosure.queries.looks import looks_at
from augenmass.disclosure.rules.plan import PLAN_NAMES
from augenmass.law.time import today
from augenmass.law.vocabulary import CATEGORIES
from augenmass.record.models import Case
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class Drawn:
    """An extract as it would be signed now, what it names, and the notices that it does not tell of yet."""

    content: content.Content
    named: frozenset[Named]
    untold: tuple[int, ...]

    @property
    def data(self) -> dict[str, object]:
        """As it is stored and given out: plain JSON."""
        return self.content.model_dump(mode="json", by_alias=True)


def find_request(actor: Actor, key: UUID) -> ExtractRequest:
    """One request of a case that the actor's body works. Raises ``ExtractRequest.DoesNotExist``."""
    related = (
        "case__body",
        "authority",
        "recorded_by",
        "extract__document",
        "extract__signed_by",
        "extract__hand_over",
        "extension__document",
        "extension__extended_by",
    )
    return ExtractRequest.objects.filter(casework_q(actor, prefix="case__")).select_related(*related).get(key=key)


def requests_of(actor: Actor, case: Case) -> QuerySet[ExtractRequest]:
    """The requests of a case that was found, newest first."""
    found = ExtractRequest.objects.filter(casework_q(actor, prefix="case__"), case=case)
    return found.select_related("recorded_by", "extract", "extension")


def linked_files(actor: Actor, case: Case) -> list[Case]:
    """The other files of the person, by the recorded links; those of other bodies too, to be named and no more."""
    links = PersonLink.objects.filter(casework_q(actor, prefix="case__"), case=case, ended_by=None)
    return list(Case.objects.filter(pk__in=links.values("other")).select_related("body").order_by("number", "pk"))


def draw_up(actor: Actor, request: ExtractRequest) -> Drawn:
    """The extract of a request that was found, from the record of this moment. Raises ``NotDone`` for who does not read it all."""
    case = request.case
    linked = linked_files(actor, case)
    own = [case, *worked_by(actor).filter(pk__in=[other.pk for other in linked]).order_by("number", "pk")]
    for file in own:
        require_whole(actor, file)
    ids = [file.pk for file in own]
    out = left_out(ids)
    held = Held()
    for file in own:
        read_file(actor, file, out, held)
    passed = passed_on(ids, out)
    looks, readers = looks_at(ids, held.written, out.bodies)
    named = held.named | {(Restriction.Kind.RECIPIENT.value, one.key) for one in passed}
    named |= {(Restriction.Kind.READER.value, str(body)) for body in readers}
    return Drawn(_content(actor, request, own, linked, held, passed, looks), frozenset(named), tuple(held.untold))


def require_whole(actor: Actor, case: Case) -> None:
    """Raise ``NotDone`` for somebody who does not read the whole file: what they drew up would be incomplete."""
    if frozenset(CATEGORIES) - {SECRET} - sight_of(actor, case).categories:
        raise NotDone(
            _("Eine Auskunft erteilt nur, wer die ganze Akte lesen darf. Bitte geben Sie den Vorgang weiter.")
        )


def passed_on(case_ids: Collection[int], out: LeftOut) -> list[Passed]:
    """What was passed on of these cases and may be named, oldest first."""
    found = (one for source in sources for one in source(case_ids))
    shown = [
        one for one in found if not one.fact_names & PLAN_NAMES and not out.names(Restriction.Kind.RECIPIENT, one.key)
    ]
    return sorted(shown, key=lambda one: (one.on, one.recipient, one.what, one.key))


def _content(
    actor: Actor,
    request: ExtractRequest,
    own: list[Case],
    linked: list[Case],
    held: Held,
    passed: list[Passed],
    looks: list[content.Look],
) -> content.Content:
    numbers = {file.pk: file.number for file in own}
    others = [file for file in linked if file.pk not in numbers]
    return content.Content(
        schema=content.SCHEMA,
        drawn_up_on=today(),
        requested_on=request.received_on,
        controller=_controller(request.case.body),
        person=_person(request.case),
        files=(
            *(content.File(number=file.number, body=request.case.body.name, included=True) for file in own),
            *(content.File(number=file.number, body=file.body.name, included=False) for file in others),
        ),
        facts=tuple(held.facts),
        relatives=tuple(held.relatives),
        documents=tuple(held.documents),
        notes=tuple(held.notes),
        post=tuple(held.post),
        steps=tuple(held.steps),
        departures=tuple(held.departures),
        recipients=tuple(_recipient(one, numbers[one.case_id]) for one in passed),
        looks=tuple(looks),
        purposes=standing.PURPOSES,
        duration=standing.DURATION,
        origin=standing.ORIGIN,
        automated=standing.AUTOMATED,
        rights=standing.RIGHTS,
        restrictions=standing.RESTRICTIONS,
        signed_by=actor.account.name,
    )


def _recipient(one: Passed, number: str) -> content.Recipient:
    return content.Recipient(
        file=number,
        on=one.on,
        recipient=one.recipient,
        what=content.Words(de=one.what[0], en=one.what[1]),
        purpose=content.Words(de=one.purpose[0], en=one.purpose[1]),
        provision=one.provision,
    )


def _controller(body: Body) -> content.Body:
    place = " ".join(filter(None, (body.postcode, body.town)))
    address = ", ".join(filter(None, (body.street, place)))
    return content.Body(name=body.name, address=address, telephone=body.telephone, email=body.email)


def _person(case: Case) -> str:
    known = current_facts([case.pk], today())[case.pk]
    return " ".join(filter(None, (known.text("first_names"), known.text("family_name")))) or case.number
