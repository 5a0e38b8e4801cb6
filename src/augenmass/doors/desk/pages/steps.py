"""The pages of a step."""

from typing import Any

from augenmass.access.actor import Actor
from augenmass.access.sight import fact_names_visible
from augenmass.cases.facts import current_facts
from augenmass.cases.positions import display_name
from augenmass.cases.queries.case import english, label_of, text_of
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.facts import shown_in_form
from augenmass.doors.desk.forms.steps import StepForm
from augenmass.doors.desk.pages.case import blocker_row
from augenmass.doors.desk.pages.proof import proof_nodes
from augenmass.law.evaluate import prove
from augenmass.law.facts import canonical
from augenmass.law.norm import Step
from augenmass.law.position import blockers_of
from augenmass.law.time import today
from augenmass.law.values import YES
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.in_force import in_force
from augenmass.record.models import Case
from augenmass.steps.actions.taking import Blocked, Overtaken
from augenmass.steps.letter import letter_key
from augenmass.steps.models import StepTaking
from augenmass.steps.rules import required_inputs, written_facts

LOOKED_AT = frozenset({"establish_identity", "inform_about_rights", "recheck_enforceability"})
"""Steps whose questions may be answered in the file already: the form opens with what is held, to be looked at."""


def held_inputs(actor: Actor, case: Case, step: Step) -> dict[str, str]:
    """What the file holds of the step's questions, as its form shows it; what the step itself establishes stays open."""
    if step.id not in LOOKED_AT:
        return {}
    known = current_facts([case.pk], today())[case.pk]
    names = fact_names_visible(actor, case).intersection(step.asks) - required_inputs(step)
    held = {name: known.held[name] for name in names if name in known.held and not known.held[name].disputed}
    return {name: shown_in_form(name, canonical(VOCABULARY[name], found.value)) for name, found in held.items()}


def _basis(actor: Actor, case: Case, step: Step, refusal: Exception | None) -> dict[str, Any]:
    """What the step rests on, proven now."""
    law = in_force()
    known = current_facts([case.pk], today())[case.pk]
    visible = fact_names_visible(actor, case)
    proof = prove(law, step.question, known.held, today())
    blockers = refusal.blockers if isinstance(refusal, Blocked) else ()
    if proof.value != YES and not blockers:
        blockers = blockers_of(law, step.id, known.held, today())
    return {
        "section": "worklist",
        "case": case,
        "name": display_name(known),
        "step": step,
        "title": step.en if english() else step.de,
        "does": step.does_en if english() else step.does_de,
        "possible": proof.value == YES,
        "answer": proof.word,
        "proof": proof_nodes(proof, case, visible),
        "blockers": [blocker_row(case, blocker, visible) for blocker in blockers],
        "refusal": str(refusal) if refusal else "",
        "overtaken": isinstance(refusal, Overtaken),
        "second_person": case.body.asks_second_person(step.id, step.second_person),
        "catalogue_version": law.hash[:12],
        "catalogue_reviewed": law.released,
    }


def prepare_page(actor: Actor, case: Case, step: Step, form: StepForm, refusal: Exception | None) -> dict[str, Any]:
    """The page before a step."""
    return _basis(actor, case, step, refusal) | {"form": form}


def taking_page(actor: Actor, case: Case, taking: StepTaking, refusal: Exception | None = None) -> dict[str, Any]:
    """A step under way, or signed with its proof as it was then."""
    step = in_force().step(taking.step)
    mine = taking.begun_by_id == actor.account_id
    states = StepTaking.State
    waiting = taking.state == states.WAITING
    written = written_facts(step, taking.inputs, today())
    visible = fact_names_visible(actor, case)
    return _basis(actor, case, step, refusal) | {
        "taking": taking,
        "signature": getattr(taking, "signature", None),
        "inputs": [
            (label_of(VOCABULARY[name]), text_of(name, value)) for name, value in written.items() if name in visible
        ],
        "letter": letter_key(actor, taking),
        "may_sign_first": taking.state == states.DRAFT and mine,
        "may_sign_second": waiting and not mine and actor.may(Permission.SECOND_SIGNATURE),
        "is_first": waiting and mine,
        "may_withdraw": mine and taking.state in (states.DRAFT, states.WAITING),
    }
