"""Cases of other bodies that were opened to the actor: few, listed with what the access lets them read."""

from dataclasses import dataclass
from datetime import date

from augenmass.access import log
from augenmass.access.actor import PURPOSE_LABELS, Actor, Purpose
from augenmass.access.matrix import categories_for
from augenmass.access.models import Grant
from augenmass.access.visible import grants_of
from augenmass.cases.models import LegalPosition
from augenmass.cases.words import SEARCHED, fold, words_of
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Case, Fact

MOST = 200
MOST_HITS = 20
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class GrantedCase:
    """One line: the case, whose it is, what for and until when; ``name`` is empty where personal details were not opened."""

    case: Case
    name: str
    purpose: str
    until: date
    reason: str
    purpose_key: str = ""


def granted_cases(actor: Actor) -> list[GrantedCase]:
    """The newest accesses of the actor, each case once. Writes an access line."""
    grants = list(grants_of(actor).select_related("case__body").order_by("-valid_from", "-pk")[:MOST])
    rows = _lines(actor, grants)
    log.read(actor, "granted_cases", categories=["file"], rows=len(rows))
    return rows


def granted_hits(actor: Actor, text: str) -> list[GrantedCase]:
    """Opened cases found by number, or by words of facts that were opened. The list writes the line."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()[:MOST_WORDS]
    if not words:
        return []
    grants = list(grants_of(actor).select_related("case__body")[:MOST])
    known = _words(actor, grants)
    found = [
        grant
        for grant in grants
        if all(any(known_word.startswith(word) for known_word in known[grant.pk]) for word in words)
    ]
    return _lines(actor, found)[:MOST_HITS]


def _words(actor: Actor, grants: list[Grant]) -> dict[int, set[str]]:
    """The words by which each access finds its case: never those of a fact that was not opened, so the index of all words will not do."""
    held: dict[int, list[tuple[str, str]]] = {}
    facts = Fact.objects.filter(case__in=[grant.case_id for grant in grants], name__in=SEARCHED, closed_by=None)
    for case_id, name, value in facts.values_list("case_id", "name", "value"):
        held.setdefault(case_id, []).append((name, value))
    return {
        grant.pk: words_of(
            [grant.case.number, *(value for name, value in held.get(grant.case_id, []) if _opened(actor, grant, name))]
        )
        for grant in grants
    }


def _opened(actor: Actor, grant: Grant, name: str) -> bool:
    category = VOCABULARY[name].category
    return category in grant.categories and category in categories_for(actor.roles, Purpose(grant.purpose))


def _lines(actor: Actor, grants: list[Grant]) -> list[GrantedCase]:
    named = [grant.case_id for grant in grants if _opened(actor, grant, "family_name")]
    names = dict(LegalPosition.objects.filter(pk__in=named).values_list("pk", "name"))
    rows: dict[int, GrantedCase] = {}
    for grant in grants:
        label = str(PURPOSE_LABELS[Purpose(grant.purpose)])
        name = names.get(grant.case_id, "")
        line = GrantedCase(grant.case, name, label, grant.valid_until, grant.reason, grant.purpose)
        rows.setdefault(grant.case_id, line)
    return list(rows.values())
