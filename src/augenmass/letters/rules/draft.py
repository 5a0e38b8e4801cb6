"""What the officer enters for a warning, as it is kept with the draft; together with the facts of the case it becomes the rules' input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from augenmass.letters.rules.inputs import (
    Hearing,
    Obligation,
    PeriodGround,
    PeriodInput,
    PeriodUnit,
    WarningInput,
)


@dataclass(frozen=True, slots=True)
class CaseAnswers:
    """What the facts of the case say where the letter must not rely on the draft (three-valued), and the day of the hearing."""

    prohibition: int
    victim_indications: int
    conviction_or_extradition: bool
    worked_without_permission: bool
    hearing: Hearing
    free_movement: bool = False
    after_loss: bool = False


@dataclass(frozen=True, slots=True)
class WarningDraft:
    """The officer's entries. States are keys of the vocabulary (ISO codes); ``period_length`` None means no period."""

    period_length: int | None = 30
    period_unit: str = PeriodUnit.DAYS.value
    period_ground: str = PeriodGround.NONE.value
    period_reasons: str = ""
    target_states: tuple[str, ...] = ()
    forbidden_states: tuple[str, ...] = ()
    obligation: tuple[str, ...] = ()
    facts: str = ""
    obstacles: str = ""
    own_reasons: str = ""
    immediate_execution: bool = False
    immediate_reasons: str = ""
    discretion: str = ""
    hearing_statement: str = ""
    hearing_waived_reasons: str = ""
    second_language: str = ""
    dispatch_method: str = "certificate"
    enclosures: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    """Names of the entries that come from the step that the letter belongs to; they are changed there."""

    def with_step(self, inputs: Mapping[str, str], reasons: str) -> WarningDraft:
        """The draft with what the step's form established (canonical values by fact name) and its reasons."""
        found: dict[str, Any] = {"own_reasons": reasons}
        if inputs.get("warning_target_state"):
            found["target_states"] = (inputs["warning_target_state"], *self.target_states[1:])
        if inputs.get("warning_excluded_state"):
            found["forbidden_states"] = (inputs["warning_excluded_state"], *self.forbidden_states[1:])
        if inputs.get("departure_period_waived") == "yes":
            found |= {"period_length": None}
        elif inputs.get("departure_period_days"):
            found |= {"period_length": int(float(inputs["departure_period_days"])), "period_unit": "days"}
        if inputs.get("warning_immediate_execution"):
            found["immediate_execution"] = inputs["warning_immediate_execution"] == "yes"
        return replace(self, **found, bound=tuple(sorted(found)))

    def keeping_bound(self, before: WarningDraft) -> WarningDraft:
        """This draft with the bound entries of ``before``: a form of the letter cannot change what the step established.

        Of bound states the first comes from the step; the form may add others.
        """
        kept: dict[str, Any] = {"bound": before.bound}
        for name in before.bound:
            old = getattr(before, name)
            kept[name] = (
                (*old[:1], *(key for key in getattr(self, name) if key not in old[:1]))
                if isinstance(old, tuple)
                else old
            )
        return replace(self, **kept)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON for the draft row."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> WarningDraft:
        """Read a draft row; what an older form of the draft lacks takes its default, what this one no longer has is dropped."""
        known = {field.name for field in fields(cls)}
        kept: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in raw.items() if k in known}
        return cls(**kept)

    def to_input(self, answers: CaseAnswers, state_name: Callable[[str], str], note: str) -> WarningInput:
        """The input of the rules. Raises ``ValueError`` for keys that no choice has, ``KeyError`` for an unknown state."""
        hearing = Hearing(answers.hearing.held_on, self.hearing_statement, self.hearing_waived_reasons)
        return WarningInput(
            period=PeriodInput(
                self.period_length,
                PeriodUnit(self.period_unit),
                PeriodGround(self.period_ground),
                self.period_reasons,
                answers.victim_indications,
                answers.after_loss,
            ),
            target_states=tuple(state_name(key) for key in self.target_states),
            forbidden_states=tuple(state_name(key) for key in self.forbidden_states),
            obligation=tuple(Obligation(key) for key in self.obligation),
            facts=self.facts,
            obstacles=self.obstacles,
            own_reasons=self.own_reasons,
            discretion=self.discretion,
            hearing=hearing,
            prohibition_established=answers.prohibition,
            conviction_or_extradition=answers.conviction_or_extradition,
            worked_without_permission=answers.worked_without_permission,
            free_movement=answers.free_movement,
            immediate_execution=self.immediate_execution,
            immediate_reasons=self.immediate_reasons,
            dispatch_note=note,
            enclosures=self.enclosures,
        )


#: What the fact ``obligation_basis`` suggests as ground of enforceability; the officer confirms it in the draft.
OBLIGATION_BY_BASIS: Mapping[str, Obligation] = {
    "unlawful_entry": Obligation.UNLAWFUL_ENTRY,
    "no_application": Obligation.NO_TITLE_APPLIED_FOR,
    "title_expired": Obligation.NO_TITLE_APPLIED_FOR,
    "eu_return_decision": Obligation.RETURN_DECISION_OF_MEMBER_STATE,
    "application_refused": Obligation.ENFORCEABLE_DECISION,
    "title_withdrawn": Obligation.ENFORCEABLE_DECISION,
    "expulsion": Obligation.ENFORCEABLE_DECISION,
    "asylum_refused": Obligation.ENFORCEABLE_DECISION,
    "loss_of_free_movement": Obligation.ENFORCEABLE_DECISION,
}


def facts_of_signed_warning(draft: WarningDraft, signed_on: str) -> dict[str, str]:
    """What a signed warning establishes, as canonical values of the vocabulary; ``signed_on`` is an ISO day."""
    found = {"warning_issued_on": signed_on}
    if draft.target_states:
        found["warning_target_state"] = draft.target_states[0]
    if draft.forbidden_states:
        found["warning_excluded_state"] = draft.forbidden_states[0]
    if draft.immediate_execution:
        found["warning_immediate_execution"] = "yes"
    found["departure_period_waived"] = "no" if draft.period_length is not None else "yes"
    if draft.period_length is not None and draft.period_unit == PeriodUnit.DAYS.value:
        found["departure_period_days"] = str(draft.period_length)
    return found
