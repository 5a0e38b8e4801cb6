"""What a step's form asks and what its signature writes; pure."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.law.facts import FormatError, canonical, parse_value
from augenmass.law.norm import Step
from augenmass.law.vocabulary import VOCABULARY

TODAY = "today"


class InputError(Exception):
    """What is wrong with the form: sentences by field name."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


def required_inputs(step: Step) -> frozenset[str]:
    """Fields that must be filled: what the step both asks and writes."""
    written = {entry for entry in step.writes if "=" not in entry}
    return frozenset(written & set(step.asks))


def read_inputs(step: Step, typed: Mapping[str, str]) -> dict[str, str]:
    """Canonical values of the step's form; empty optional fields are left out. Raises ``InputError``."""
    found: dict[str, str] = {}
    errors: dict[str, str] = {}
    required = required_inputs(step)
    for name in step.asks:
        declared = VOCABULARY[name]
        try:
            value = parse_value(declared, typed.get(name, ""))
            if value is not None:
                found[name] = canonical(declared, value)
            elif name in required:
                errors[name] = _("Bitte füllen Sie „%(field)s“ aus.") % {"field": declared.de}
        except FormatError as error:
            errors[name] = error.en if get_language() == "en" else error.de
    if errors:
        raise InputError(errors)
    return found


def written_facts(step: Step, inputs: Mapping[str, str], on: date) -> dict[str, str]:
    """The facts that the signature writes: every input of the form, and the step's fixed values (``today`` is the day)."""
    facts = dict(inputs)
    for written in step.writes:
        name, fixed, value = written.partition("=")
        if fixed:
            facts[name] = on.isoformat() if value == TODAY else value
    return facts
