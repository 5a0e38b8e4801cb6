"""Whether a text that many read names a person: what the text shows, and the names and numbers of cases that the writer reads."""

from collections.abc import Collection, Iterator
from datetime import date

from augenmass.access.actor import Actor
from augenmass.access.sight import cases_opened
from augenmass.access.visible import Reach, visible_q, visible_rows_q
from augenmass.cases.models import SearchWord
from augenmass.cases.named import Trace, capitalised, named, numbers_in, parts_of, trace_in
from augenmass.cases.queries.worklist import reads_names
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.models import Case

MOST_CHECKED = 600
IDENTITY = "identity"


def trace_of_person(actor: Actor, text: str, on: date | None = None) -> Trace | None:
    """What in a text points to a person.

    Names and file numbers are compared with the cases that the actor reads: compared with those of other bodies, a refusal
    would tell who is known there.
    """
    found = trace_in(text, on or today())
    if found is not None or not actor.may(Permission.READ_CASES):
        return found
    if Case.objects.filter(visible_q(actor), number__in=list(numbers_in(text))[:MOST_CHECKED]).exists():
        return Trace.NUMBER
    return Trace.NAME if _names_somebody(actor, text) else None


def _names_somebody(actor: Actor, text: str) -> bool:
    words = capitalised(text)[:MOST_CHECKED]
    parts = set().union(*(parts_of(word) for word in words))
    of_case: dict[int, set[str]] = {}
    for case, word in _names(actor, parts):
        of_case.setdefault(case, set()).add(word)
    return any(len(held) > 1 and named(words, frozenset(held)) for held in of_case.values())


def _names(actor: Actor, parts: Collection[str]) -> Iterator[tuple[int, str]]:
    """Which of some words are names of people in cases of the own body, and in cases opened to it, as far as the actor reads names there."""
    found = SearchWord.objects.filter(word__in=parts)
    if reads_names(actor):
        yield from found.filter(visible_rows_q(actor, reach=Reach.OWN)).values_list("case", "word").iterator()
    opened = cases_opened(actor, IDENTITY)
    if opened:
        rows = found.filter(visible_rows_q(actor, reach=Reach.GRANTED)).values_list("case", "word")
        yield from (row for row in rows.iterator() if row[0] in opened)
