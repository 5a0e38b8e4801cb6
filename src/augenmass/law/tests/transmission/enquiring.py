"""How tests ask about transmissions: the example of a row with every brake answered."""

from collections.abc import Mapping
from datetime import date

from augenmass.law.facts import Held, parse_value
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.running import run
from augenmass.law.transmission.answer import Enquiry, TransmissionAnswer, transmission_answer
from augenmass.law.transmission.catalogue import ROW_OF, transmission_catalogue
from augenmass.law.transmission.vocabulary import BRAKES, ENQUIRY
from augenmass.law.transmission.writing import Row
from augenmass.law.values import word

CATALOGUE = transmission_catalogue()
_PERMITTING = (
    "grave_danger_to_life", "public_health_endangered", "needed_for_drug_interest", "tax_offence_pursued", "social_code_permits",
    "secret_recipient_named", "overriding_public_interest",
)  # fmt: skip
CLEAR: Mapping[str, str] = {
    **{declaration.name: "no" for declaration in BRAKES.facts if declaration.name not in _PERMITTING},
    "asylum_or_protection": "no",
}
"""Nothing bars."""


def value(norm_or_question: str, facts: Mapping[str, str], on: date = EXAMPLE_DAY) -> str:
    """Return the answer of a norm or of the question, as a word."""
    held = {
        name: Held(parsed) for name, text in facts.items() if (parsed := parse_value(ENQUIRY[name], text)) is not None
    }
    state = run(CATALOGUE.program, held, on)
    return word(state.values[CATALOGUE.program.targets[norm_or_question].slot])


def facts_of(found: Row) -> dict[str, str]:
    """Return the facts with which a row applies and nothing bars."""
    facts = {**CLEAR, **(found.example or {})}
    if facts["data_class"] in ("health", "special_needs"):
        facts["special_category_ground"] = "yes"
    return facts


def day_of(found: Row) -> date:
    """Return a day on which the row is in force."""
    return found.norm.examples[0].on


def asked(facts: Mapping[str, str], on: date = EXAMPLE_DAY, *, classes: tuple[str, ...] = ()) -> TransmissionAnswer:
    """Return the answer of the pure function for facts that name the way too."""
    rest = {
        name: text
        for name, text in facts.items()
        if name not in ("sender_kind", "receiver_kind", "purpose", "data_class")
    }
    return transmission_answer(
        Enquiry(
            facts["sender_kind"], facts["receiver_kind"], facts["purpose"], classes or (facts["data_class"],), on, rest
        )
    )


def of(id: str, **changes: str) -> dict[str, str]:
    """Return the facts of the row with this id, changed."""
    return {**facts_of(ROW_OF[id]), **changes}
