"""The warning in the person's language: a summary of the operative part, and the legal remedies once their translation is confirmed.

It contains nothing of the officer's free text; the German text prevails (AufenthG § 77 (3)).
"""

from __future__ import annotations

from collections.abc import Iterable

from augenmass.letters.document import Paragraph, Section
from augenmass.letters.rules.beside import Beside, Part, passages_in, translated
from augenmass.letters.rules.inputs import PeriodUnit, WarningInput
from augenmass.letters.rules.remedy import Remedy, RemedyKind
from augenmass.letters.wording.passages import REMEDY, languages, wording

TEMPLATE = "departure_warning"


def summary(
    entered: WarningInput, remedy: Remedy, beside: Beside, states: tuple[str, ...], forbidden: tuple[str, ...]
) -> tuple[Section, ...]:
    """Pages at the end of the letter; nothing where there is no further language. ``states`` and ``forbidden`` are names to print."""
    if not beside.language:
        return ()
    decided = translated(TEMPLATE, tuple(_decided(entered, states, forbidden)), beside)
    return (*decided, _remedy(entered, remedy, beside))


def _decided(entered: WarningInput, states: tuple[str, ...], forbidden: tuple[str, ...]) -> Iterable[Part]:
    period = entered.period
    named = {"states": ", ".join(states)}
    if period.length is None:
        yield from (Part("leave"), Part("warned_now", named))
    else:
        key = "leave_months" if period.unit is PeriodUnit.MONTHS else "leave_days"
        yield from (Part(key, {"length": str(period.length)}), Part("warned", named))
    yield Part("others")
    if forbidden:
        yield Part("excluded", {"states": ", ".join(forbidden)})
    if entered.immediate_execution:
        yield Part("immediate")
    yield Part("voluntary")


def _remedy(entered: WarningInput, remedy: Remedy, beside: Beside) -> Section:
    """The legal remedies; without a confirmation only the sentence that they stand in the German text."""
    heading = wording(REMEDY, beside.language).subject
    if not beside.remedy_confirmed:
        only_german = Paragraph(languages()[beside.language].remedy_german, strong=True)
        return Section(heading, (only_german,), level=2, language=beside.language)
    blocks = passages_in(REMEDY, beside.language, tuple(_remedy_parts(entered, remedy)))
    return Section(heading, blocks, level=2, language=beside.language)


def _remedy_parts(entered: WarningInput, remedy: Remedy) -> Iterable[Part]:
    key = "objection" if remedy.kind is RemedyKind.OBJECTION else "action"
    yield Part(key, {"office": remedy.office.seat()})
    with_period = entered.period.length is not None
    if remedy.suspends:
        yield Part("suspends")
        if with_period:
            yield Part("interrupted")
        return
    yield Part("no_suspension")
    if with_period:
        yield Part("runs_on")
    yield Part("court", {"court": remedy.court.seat()})
    yield Part("after_loss" if entered.after_loss else "not_held_up")
