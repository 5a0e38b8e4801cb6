"""Steps of a case: what can be taken, what is blocked and by what, and drafts that a human signs on a page."""

from typing import cast
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Router
from ninja.responses import Status

from augenmass.access.actor import Actor
from augenmass.access.sight import sight_of
from augenmass.access.tokens import Scope
from augenmass.cases.queries.case import english, find, label_of
from augenmass.cases.queries.learned import known_on, released_answers
from augenmass.directory.roles import Permission
from augenmass.doors.api import answers, shapes
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import Refused, not_there, not_valid
from augenmass.doors.api.request import ApiRequest
from augenmass.doors.api.routes.facts import worked
from augenmass.law.evaluate import prove
from augenmass.law.norm import Step
from augenmass.law.position import assess, blockers_of
from augenmass.law.time import today
from augenmass.law.values import YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.words import unit_text
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Case
from augenmass.steps.actions.taking import Blocked, Overtaken, StepForm, begin
from augenmass.steps.queries import find_taking, may_prepare, open_takings
from augenmass.steps.rules import required_inputs

router = Router(tags=["steps"])


@router.get(
    "/cases/{uuid:key}/steps", response={200: shapes.StepsOut}, operation_id="list_steps", **operation(Scope.STEPS_READ)
)
def list_steps(request: ApiRequest, key: UUID) -> shapes.StepsOut:
    """The steps of the case's lane: possible, blocked with what stands against them, under way; as far as released."""
    case = find(request.actor, key, "steps")
    sight = sight_of(request.actor, case)
    law = in_force()
    found = assess(law, known_on(case, today()).held, today())
    whole = sight.learns_position
    takings = open_takings(case) if whole and sight.own else []
    under_way = {taking.step for taking in takings}
    return shapes.StepsOut(
        on=found.on,
        whole=whole,
        version=case.version if _takes(request.actor, case) else None,
        possible=[answers.possible(request.actor, case, law.step(one), under_way) for one in found.next_steps]
        if whole
        else [],
        blocked=answers.blocked_steps(found, sight) if whole else [],
        under_way=[answers.draft(taking, case) for taking in takings],
        released=[] if whole else answers.released(released_answers(found, sight)),
    )


def _takes(actor: Actor, case: Case) -> bool:
    """Whether the actor works the case. To others its version would tell how often facts that they do not see changed."""
    return sight_of(actor, case).own and actor.may(Permission.TAKE_STEPS)


def _step(actor: Actor, case: Case, key: str) -> Step:
    """The step behind an address, for who takes steps and learns the reasons. Raises ``Refused``."""
    try:
        step = in_force().step(key)
    except KeyError as error:
        raise not_there() from error
    if not may_prepare(actor, case, step):
        raise not_there()
    return step


@router.get(
    "/cases/{uuid:key}/steps/{slug:step}",
    response={200: shapes.StepOut},
    operation_id="get_step",
    **operation(Scope.STEPS_READ),
)
def get_step(request: ApiRequest, key: UUID, step: str) -> shapes.StepOut:
    """What a step does, what it asks, whether it can be taken now, and what stands against it."""
    case = find(request.actor, key, "steps")
    asked = _step(request.actor, case, step)
    law, held = in_force(), known_on(case, today()).held
    proof = prove(law, asked.question, held, today())
    found = () if proof.value == YES else blockers_of(law, asked.id, held, today())
    required = required_inputs(asked)
    return shapes.StepOut(
        step=answers.step(asked.id),
        question=asked.question,
        does=asked.does_en if english() else asked.does_de,
        answer=cast(shapes.Answer, proof.word),
        blockers=answers.blockers(found, sight_of(request.actor, case).names),
        second_person=case.body.asks_second_person(asked.id, asked.second_person),
        letter=bool(asked.letter),
        version=case.version,
        fields=[_field(name, name in required) for name in asked.asks],
    )


def _field(name: str, required: bool) -> shapes.FieldOut:
    declared = VOCABULARY[name]
    language = "en" if english() else "de"
    return shapes.FieldOut(
        name=name,
        label=label_of(declared),
        meaning=declared.meaning_en if english() else declared.meaning,
        kind=declared.kind.value,
        unit=unit_text(declared.unit, 0, language),
        choices=[
            shapes.Named(id=choice.key, label=choice.en if english() else choice.de) for choice in declared.choices
        ],
        required=required,
    )


@router.post(
    "/cases/{uuid:key}/steps/{slug:step}/drafts",
    response={200: shapes.DraftOut, 201: shapes.DraftOut},
    operation_id="begin_step",
    **operation(Scope.STEPS_WRITE, writes=True),
)
def begin_step(request: ApiRequest, key: UUID, step: str, sent: shapes.DraftIn) -> Status[shapes.DraftOut]:
    """Begin a step as a draft of the token's owner. **A program never signs**: its owner does so at `page`, signed in.

    The question is proved anew. Where it is not answered yes, or the case has changed since `seen_version`, the answer is
    409 and nothing is written. The same `submission` sent again answers 200 with the draft that it made.
    """
    case = find(request.actor, key, "steps")
    worked(request.actor, case)
    asked = _step(request.actor, case, step)
    unknown = sorted(set(sent.inputs) - set(asked.asks))
    if unknown:
        raise not_valid(*((f"/inputs/{name}", _("Danach fragt dieser Schritt nicht.")) for name in unknown))
    before = case.version
    try:
        taking = begin(request.actor, case.pk, asked.id, StepForm(**sent.model_dump()))
    except Blocked as error:
        shown = answers.blockers(error.blockers, sight_of(request.actor, case).names)
        raise Refused("blocked", str(error), {"blockers": [one.model_dump() for one in shown]}) from error
    except Overtaken as error:
        raise Refused(
            "overtaken",
            _("Der Fall wurde inzwischen geändert. Es wurde nichts angelegt."),
            {"version": before},
        ) from error
    return Status(201 if taking.case.version != before else 200, answers.draft(taking, case))


@router.get(
    "/drafts/{uuid:key}", response={200: shapes.DraftOut}, operation_id="get_draft", **operation(Scope.STEPS_READ)
)
def get_draft(request: ApiRequest, key: UUID) -> shapes.DraftOut:
    """A step under way: draft, waiting for a second person, signed, refused or withdrawn."""
    found = find_taking(request.actor, key)
    return answers.draft(found, find(request.actor, found.case.key, "step"))
