"""Letters of fixed passages that are made in one go: as they would be today, and what is missing for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from augenmass.access.actor import Actor
from augenmass.cases.facts import current_facts
from augenmass.directory.models import Account
from augenmass.law.time import today
from augenmass.letters.queries.sources import Sources, sources_of
from augenmass.letters.queries.translations import beside_for
from augenmass.letters.rules.fixed import DECIDED_NOTHING, OFFER, fixed_letter, gaps_of
from augenmass.letters.rules.hearing import HearingDraft
from augenmass.letters.rules.inputs import Gap, Incomplete
from augenmass.letters.wording.passages import language_for
from augenmass.record.models import Case

IN_ONE_GO = (OFFER, *DECIDED_NOTHING)
OFFERED = "counselling_offered_on"


class NoSuchLetter(Exception):
    """There is no letter of this kind."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The letter as it would be made today; without ``data`` the ``gaps`` say why. ``language``: the further one, "" for none."""

    data: dict[str, Any] | None
    gaps: tuple[Gap, ...]
    language: str
    spoken: str
    """The person's language, a key of the vocabulary; "" when not established."""


def fixed_data(
    template: str,
    case: Case,
    sources: Sources,
    on: date,
    language: str,
    draft: HearingDraft | None = None,
    dispatch_note: str = "",
) -> dict[str, Any]:
    """A letter of fixed passages as data. Raises ``rules.inputs.Incomplete`` with all gaps."""
    return fixed_letter(
        template,
        person=sources.person,
        author=sources.author,
        facts=sources.facts,
        reference=case.number,
        written_on=on,
        beside=beside_for(case.body_id, template, language, sources.language),
        draft=draft,
        dispatch_note=dispatch_note,
    )


def fixed_gaps(template: str, case: Case, officer: Account, on: date) -> tuple[Gap, ...]:
    """What is missing for the letter. Callers have checked that the actor may see the case."""
    sources = sources_of(case, officer, on)
    return gaps_of(template, sources.person, sources.author, sources.facts, on=on)


def suggested_language(case: Case, officer: Account, on: date) -> str:
    """The further language by what the record knows of the person's; "" for German and where nothing is known."""
    return language_for(sources_of(case, officer, on).language)


def fixed_preview(actor: Actor, case: Case, template: str, language: str | None = None) -> Preview:
    """The letter of a case that the actor has found, in the language chosen, else in the person's. Raises ``NoSuchLetter``."""
    if template not in IN_ONE_GO:
        raise NoSuchLetter
    sources = sources_of(case, actor.account, today())
    chosen = language_for(sources.language) if language is None else language
    try:
        data = fixed_data(template, case, sources, today(), chosen)
    except Incomplete as incomplete:
        return Preview(None, incomplete.gaps, chosen, sources.language)
    return Preview(data, (), chosen, sources.language)


def was_offered(case: Case) -> bool:
    """Whether counselling was offered by the step, undisputed."""
    held = current_facts([case.pk], today())[case.pk].held.get(OFFERED)
    return held is not None and not held.disputed
