"""Cases of other bodies that were opened to the actor: few, listed with what the access lets them read."""

from dataclasses import dataclass
from datetime import date

from augenmass.access import log
from augenmass.access.actor import PURPOSE_LABELS, Actor, Purpose
from augenmass.access.matrix import categories_for
from augenmass.access.models import Grant
from augenmass.access.visible import grants_of
from augenmass.cases.models import LegalPosition, SearchWord
from augenmass.cases.words import after_prefix, fold
from augenmass.record.models import Case

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


def granted_cases(actor: Actor) -> list[GrantedCase]:
    """The newest accesses of the actor, each case once. Writes an access line."""
    grants = list(grants_of(actor).select_related("case__body").order_by("-valid_from", "-pk")[:MOST])
    rows = _lines(actor, grants)
    log.read(actor, "granted_cases", categories=["file"], rows=len(rows))
    return rows


def granted_hits(actor: Actor, text: str) -> list[GrantedCase]:
    """Opened cases found by name or number; the name finds only where personal details were opened. The list writes the line."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()[:MOST_WORDS]
    if not words:
        return []
    grants = [grant for grant in grants_of(actor).select_related("case__body")[:MOST] if _named(actor, grant)]
    ids = {grant.case_id for grant in grants}
    for word in words:
        hits = SearchWord.objects.filter(case__in=ids, word__gte=word, word__lt=after_prefix(word))
        ids = set(hits.values_list("case_id", flat=True)) if ids else set()
    return _lines(actor, [grant for grant in grants if grant.case_id in ids])[:MOST_HITS]


def _named(actor: Actor, grant: Grant) -> bool:
    return "identity" in categories_for(actor.roles, Purpose(grant.purpose)) & set(grant.categories)


def _lines(actor: Actor, grants: list[Grant]) -> list[GrantedCase]:
    named = [grant.case_id for grant in grants if _named(actor, grant)]
    names = dict(LegalPosition.objects.filter(pk__in=named).values_list("pk", "name"))
    rows: dict[int, GrantedCase] = {}
    for grant in grants:
        label = str(PURPOSE_LABELS[Purpose(grant.purpose)])
        name = names.get(grant.case_id, "")
        rows.setdefault(grant.case_id, GrantedCase(grant.case, name, label, grant.valid_until, grant.reason))
    return list(rows.values())
