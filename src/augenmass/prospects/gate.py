"""What stands before every step of enforcement beside the law: a prospect that the law answers yes, or that lies at the residence desk.

The law itself asks that a named officer excluded each prospect. A fact that came later can make the law's own answer a yes: then the
officer's answer is overtaken, and nothing is signed before somebody looked again.
"""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.law.evaluate import answer
from augenmass.law.facts import CaseFacts
from augenmass.law.time import today
from augenmass.law.values import UNKNOWN
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT, assessed
from augenmass.lawbook.in_force import in_force
from augenmass.prospects.models import DeskMatter, DeskOutcome
from augenmass.prospects.rules import Standing, bars, standing

ENFORCING = ("issue_warning", "revoke_suspension", "announce_removal", "refer_to_central_body", "arrange_removal")
"""Steps of questions that are asked against the person; a test holds them to the catalogue."""
NAMES = {key: (german, english) for key, german, english, _cite in EACH_PROSPECT}


def title_of(key: str) -> str:
    """The provision of a prospect in the reader's language."""
    german, english = NAMES[key]
    return english if get_language() == "en" else german


def law_answers(held: CaseFacts) -> dict[str, int]:
    """The law's answer to each prospect today."""
    catalogue, on = in_force(), today()
    return {key: answer(catalogue, f"prospect_{key}", held, on) for key in NAMES}


def officer_answers(held: CaseFacts) -> dict[str, int]:
    """What a named officer found of each; a disputed assessment is none."""
    found = {}
    for key in NAMES:
        fact = held.get(assessed(key))
        known = fact is not None and not fact.disputed and isinstance(fact.value, int)
        found[key] = int(fact.value) if known else UNKNOWN  # type: ignore[union-attr, arg-type]
    return found


def standings(case_id: int, held: CaseFacts) -> Mapping[str, Standing]:
    """How each prospect of a case stands."""
    law, officer = law_answers(held), officer_answers(held)
    waiting = _named(DeskMatter.objects.filter(case=case_id, state=DeskMatter.State.OPEN).values_list("prospects"))
    refused = _named(
        DeskOutcome.objects.filter(matter__case=case_id, outcome=DeskMatter.State.REFUSED).values_list(
            "matter__prospects"
        )
    )
    return {key: standing(law[key], officer[key], at_desk=key in waiting, refused=key in refused) for key in NAMES}


def open_prospects(case_id: int, held: CaseFacts) -> str:
    """The sentence that stops a step of enforcement, "" where every prospect is excluded."""
    found = [title_of(key) for key, how in standings(case_id, held).items() if bars(how)]
    if not found:
        return ""
    return _(
        "Vorher sind die Bleibeperspektiven zu klären. Nicht ausgeschlossen ist: %(prospects)s. Es wurde nichts unterzeichnet."
    ) % {"prospects": ", ".join(found)}


def _named(rows: object) -> set[str]:
    return {key for (keys,) in rows for key in keys}  # type: ignore[attr-defined]
