"""Keeping the legal position of cases: computed in the transaction that changes a fact, and by lapse of time at night."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.facts import KnownFacts, current_facts
from augenmass.cases.models import NO_DUE_DATE, LegalPosition, PositionMark, SearchWord
from augenmass.cases.words import SEARCHED, words_of
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import day_text
from augenmass.law.position import BlockedStep, Blocker, Position, assess
from augenmass.law.time import now, today
from augenmass.law.values import YES, word
from augenmass.lawbook.in_force import in_force
from augenmass.record.bulk import insert_rows, new_row, reserve_ids
from augenmass.record.models import Case

CHUNK = 500
LONGEST_NAME = 250
PASSED_SHOWN = timedelta(days=30)
"""How long a deadline that passed stays in lists; afterwards it would only hide those to come."""
MOST_SHOWN = 8
"""Blockers of a step that the position keeps; the case page proves anew and shows all."""


def recompute(case_ids: Collection[int], catalogue: Catalogue | None = None) -> None:
    """Assess cases anew and replace their rows; call it inside the transaction of the change."""
    with as_system(SystemRole.EVALUATION):
        for part in in_chunks(sorted(case_ids), CHUNK):
            _recompute_chunk(part, catalogue or in_force())


def in_chunks(ids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """Consecutive parts of a list."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def _recompute_chunk(case_ids: Sequence[int], catalogue: Catalogue) -> None:
    on = today()
    cases = list(Case.objects.filter(pk__in=case_ids).order_by("pk"))
    known = current_facts([case.pk for case in cases], on)
    positions = []
    marks: list[PositionMark] = []
    words: list[SearchWord] = []
    for case in cases:
        of_case = known[case.pk]
        position = assess(catalogue, of_case.held, on)
        row = position_row(case, of_case, position, on)
        positions.append(row)
        marks.extend(_marks(case, position, row.due))
        words.extend(_words(case, of_case))
    ids = [case.pk for case in cases]
    LegalPosition.objects.filter(pk__in=ids).delete()
    PositionMark.objects.filter(case_id__in=ids).delete()
    SearchWord.objects.filter(case_id__in=ids).delete()
    insert_rows(LegalPosition, positions)
    _insert(PositionMark, marks)
    _insert(SearchWord, words)


def _insert(model: type[Any], rows: list[Any]) -> None:
    for row, pk in zip(rows, reserve_ids(model, len(rows)), strict=True):
        row.pk = pk
    insert_rows(model, rows)


def position_row(case: Case, of_case: KnownFacts, position: Position, on: date) -> LegalPosition:
    """The row of one case."""
    due, kind = _shown_deadline(position, on)
    changes = [day for day in [position.next_change, *of_case.changes] if day is not None and day > on]
    born = of_case.held.get("date_of_birth")
    return LegalPosition(
        case_id=case.pk,
        body_id=case.body_id,
        unit_id=case.unit_id,
        officer_id=case.officer_id,
        number=case.number,
        name=display_name(of_case),
        born=day_text(born.value) if born is not None and isinstance(born.value, tuple) else "",
        lane=position.lane,
        next_step=position.next_steps[0] if position.next_steps else "",
        due=due,
        due_kind=kind,
        next_change=min(changes, default=NO_DUE_DATE),
        doubts=len(position.doubts),
        content=_content(position),
        catalogue=position.catalogue,
        computed_for=on,
        computed_at=now(),
    )


def display_name(of_case: KnownFacts) -> str:
    """Family name, first names; a dash where neither is established."""
    parts = [text for text in (of_case.text("family_name"), of_case.text("first_names")) if text]
    return ", ".join(parts)[:LONGEST_NAME] or "–"


def _shown_deadline(position: Position, on: date) -> tuple[date, str]:
    """The deadline that a list shows: the next that certainly runs, or one that passed lately."""
    days = sorted(
        (found.earliest, found.rule) for found in position.deadlines if found.earliest is not None and found.runs == YES
    )
    lately = [(day, rule) for day, rule in days if on - PASSED_SHOWN <= day < on]
    shown = [(day, rule) for day, rule in days if day >= on] or lately[-1:]
    return shown[0] if shown else (NO_DUE_DATE, "")


def _content(position: Position) -> dict[str, Any]:
    """What pages read of a position without proving again: ids and words, no content of facts."""
    return {
        "next_steps": list(position.next_steps),
        "blocked": [
            {
                "step": blocked.step,
                "answer": word(blocked.answer),
                "blockers": [found.id for found in blocked.blockers[:MOST_SHOWN]],
            }
            for blocked in position.blocked
        ],
        "deadlines": [
            [found.rule, found.earliest.isoformat(), word(found.runs)] for found in position.deadlines if found.earliest
        ],
        "doubts": list(position.doubts),
    }


def _marks(case: Case, position: Position, due: date) -> list[PositionMark]:
    kinds = PositionMark.Kind
    keys: dict[tuple[str, str], date | None] = {(kinds.STEP, step): due for step in position.next_steps}
    keys.update({(kinds.DOUBT, doubt): due for doubt in position.doubts})
    keys.update({(kinds.DEADLINE, found.rule): found.earliest for found in position.deadlines})
    for blocked in position.blocked:
        keys.update({(kinds.BLOCKER, found.id): due for found in _filterable(blocked)})
    return [
        new_row(PositionMark, case_id=case.pk, body_id=case.body_id, kind=kind, key=key, day=day)
        for (kind, key), day in keys.items()
    ]


def _filterable(blocked: BlockedStep) -> tuple[Blocker, ...]:
    """The blockers that a list is filtered by: what stands against a step, or the smallest open points of one that is not established."""
    opposed = tuple(found for found in blocked.blockers if found.kind == "doubt" or found.why == "held")
    return opposed or blocked.blockers[:3]


def _words(case: Case, of_case: KnownFacts) -> list[SearchWord]:
    texts = [case.number, *(of_case.text(name) for name in SEARCHED)]
    return [new_row(SearchWord, case_id=case.pk, body_id=case.body_id, word=word) for word in sorted(words_of(texts))]


def recompute_due(limit: int = 20_000) -> int:
    """Recompute positions that lapse of time or a new catalogue overtook; returns how many. For the nightly duty."""
    overtaken = LegalPosition.objects.filter(next_change__lte=today()).values_list("pk", flat=True)[:limit]
    ids = list(overtaken)
    recompute_in_transactions(ids)
    return len(ids)


def overtaken() -> tuple[list[int], int]:
    """Ids of the positions that lapse of time or a new catalogue overtook, and how many positions there are."""
    with as_system(SystemRole.EVALUATION):
        by_time = LegalPosition.objects.filter(next_change__lte=today())
        by_law = LegalPosition.objects.exclude(catalogue=in_force().hash)
        ids = {*by_time.values_list("pk", flat=True), *by_law.values_list("pk", flat=True)}
        return sorted(ids), LegalPosition.objects.count()


def recompute_in_transactions(case_ids: Sequence[int]) -> None:
    """Recompute many cases, each chunk in a transaction of its own so that pages stay usable."""
    from django.db import transaction

    for part in in_chunks(case_ids, 100):
        with transaction.atomic():
            list(Case.objects.select_for_update(no_key=True).filter(pk__in=part).order_by("pk").values_list("pk"))
            recompute(part)
