"""Facts by which an authority says that it acts towards a removal: recorded by hand or taken in, they ask the law as a step does.

What a step would be refused is not recorded beside it as a fact. Acts that only steps write can lie in the past, before there was this
record: they are held until a second person has seen their evidence.
"""

from collections.abc import Callable
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.law.evaluate import answer
from augenmass.law.facts import CaseFacts
from augenmass.law.values import YES
from augenmass.lawbook.in_force import in_force

BOOKING = "may_book_removal"
ASKED_FIRST = {"transport_booking_started": BOOKING, "removal_date": BOOKING}
"""Facts that say an act of now, with the question of the catalogue that has to be yes."""
NOTHING_DONE = "no"
"""The value by which such a fact says that nothing was done."""

Gate = Callable[[int, CaseFacts], str]
gates: list[Gate] = []
"""Asked beside the law, by the rooms above: a sentence that stops the act, or ""."""

enforcing: set[str] = set()
"""Ids of the steps that are taken against the person, said by the room that knows them."""


def is_act(name: str) -> bool:
    """Whether a fact says an act towards a removal: of now, or one that only a step against the person writes."""
    return name in ASKED_FIRST or bool(_questions(name))


def _questions(name: str) -> list[str]:
    """The questions of the steps against the person that write a fact."""
    writing = [in_force().step(step) for step in sorted(enforcing)]
    return [step.question for step in writing if name in {written.partition("=")[0] for written in step.writes}]


def against(case_id: int, name: str, value: str, held: CaseFacts, on: date) -> str:
    """The sentence that stops an act of now, "" where it is none or nothing stops it. What the act itself says does not count for it."""
    question = ASKED_FIRST.get(name)
    if question is None or value == NOTHING_DONE:
        return ""
    before = {other: fact for other, fact in held.items() if other not in ASKED_FIRST}
    if answer(in_force(), question, before, on) != YES:
        found = in_force().question(question)
        asked = found.en if get_language() == "en" else found.de
        return _(
            "Diese Angabe hält eine Maßnahme zur Abschiebung fest. Die Frage „%(question)s“ ist nach Aktenlage nicht mit Ja beantwortet. Bitte klären Sie im Fall zuerst, was dagegensteht oder fehlt."
        ) % {"question": asked}
    return next((said for gate in gates if (said := gate(case_id, before))), "")


def waits_for_evidence(name: str, held: CaseFacts, on: date) -> bool:
    """Whether a fact that only a step against the person writes is held for a second person: the law would not let the step be taken."""
    asked = _questions(name)
    return bool(asked) and not any(answer(in_force(), question, held, on) == YES for question in asked)
