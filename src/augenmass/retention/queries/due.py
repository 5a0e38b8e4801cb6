"""Which files of a body are due on a day: facts read in one pass, the law asked once for each different answer, hindrances in parts.

Reads every case of the body, whatever the reader may see of it: who asks has the right to it and learns file numbers and days, no
content.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from django.db.models import Q

from augenmass.cases.models import FamilyLink
from augenmass.directory.land import profile
from augenmass.directory.models import Body
from augenmass.record.holdings import holdings
from augenmass.record.models import Fact
from augenmass.retention.models import LegalHold
from augenmass.retention.rules import (
    ASKED,
    CASE_FILE,
    CLOSED,
    FILE_YEARS,
    REMOVAL,
    Answer,
    Recorded,
    State,
    Values,
    is_closed,
    of_file,
    of_removal,
    period_of,
)

CHUNK = 500
"""Cases looked at together; SQLite takes some thousand values in a statement."""
_COLUMNS = ("case_id", "name", "value", "disputed_by_id")


class Hindrance(StrEnum):
    """Why something that is due by its period stays all the same."""

    HELD = "held"
    KIN = "kin"
    WORK = "work"
    NOT_DUE = "not_due"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of one case, and what hinders it."""

    case_id: int
    rule: str
    answer: Answer
    hindrance: str = ""

    @property
    def goes(self) -> bool:
        """Whether it may be deleted."""
        return self.answer.state is State.DUE and not self.hindrance


def findings(body: Body, on: date, case_ids: Collection[int] | None = None) -> list[Finding]:
    """What is to be said of the body's cases that are closed or have a ban on record; all of them, or these."""
    period = period_of(profile(body.land), FILE_YEARS, on)
    found: list[Finding] = []
    for case_id, values in _values(body.pk, case_ids):
        of_whole = of_file(period, values, on) if is_closed(values) else None
        if of_whole is not None:
            found.append(Finding(case_id, CASE_FILE, of_whole))
        if of_whole is None or of_whole.state is not State.DUE:
            removal = of_removal(values, on)
            if removal is not None:
                found.append(Finding(case_id, REMOVAL, removal))
    return list(_with_hindrances(body.pk, found))


def values_of(case_id: int) -> Values:
    """The current values of one case that the rules ask for."""
    rows = Fact.objects.filter(case=case_id, name__in=ASKED, closed_by=None).order_by("known_at", "pk")
    return _collected(rows.values_list(*_COLUMNS))


def _values(body_id: int, case_ids: Collection[int] | None) -> Iterator[tuple[int, Values]]:
    rows = Fact.objects.filter(case__body=body_id, name__in=ASKED, closed_by=None)
    if case_ids is not None:
        rows = rows.filter(case__in=case_ids)
    ordered = rows.order_by("case_id", "known_at", "pk").values_list(*_COLUMNS)
    for case_id, of_case in groupby(ordered.iterator(10_000), key=itemgetter(0)):
        yield case_id, _collected(of_case)


def _collected(rows: Iterable[tuple[int, str, str, int | None]]) -> Values:
    values: dict[str, list[Recorded]] = {}
    for _case, name, value, disputed_by in rows:
        values.setdefault(name, []).append(Recorded(value, disputed_by is not None))
    return values


def _with_hindrances(body_id: int, found: list[Finding]) -> Iterator[Finding]:
    held = set(LegalHold.objects.filter(case__body=body_id, lifted_at=None).values_list("case_id", flat=True))
    files = [one.case_id for one in found if one.rule == CASE_FILE and one.answer.state is State.DUE]
    files = [case_id for case_id in files if case_id not in held]
    kin, work = set[int](), set[int]()
    for start in range(0, len(files), CHUNK):
        part = files[start : start + CHUNK]
        kin |= _with_living_kin(part)
        work |= _at_work(part)
    for one in found:
        yield replace(one, hindrance=_hindrance(one, held, kin, work)) if one.answer.state is State.DUE else one


def _hindrance(one: Finding, held: set[int], kin: set[int], work: set[int]) -> str:
    if one.case_id in held:
        return Hindrance.HELD
    if one.rule != CASE_FILE:
        return ""
    if one.case_id in kin:
        return Hindrance.KIN
    return Hindrance.WORK if one.case_id in work else ""


def _with_living_kin(case_ids: Sequence[int]) -> set[int]:
    """Cases linked with the file of a relative that is not closed: what that file says of the family rests on this one."""
    links = FamilyLink.objects.filter(ended_by=None).filter(Q(case__in=case_ids) | Q(relative__in=case_ids))
    pairs = list(links.values_list("case_id", "relative_id"))
    others = {other for pair in pairs for other in pair}
    closed = set(
        Fact.objects.filter(case__in=others, name=CLOSED, closed_by=None, disputed_by=None).values_list(
            "case_id", flat=True
        )
    )
    asked = set(case_ids)
    found = set[int]()
    for case_id, relative_id in pairs:
        if case_id in asked and relative_id not in closed:
            found.add(case_id)
        if relative_id in asked and case_id not in closed:
            found.add(relative_id)
    return found


def _at_work(case_ids: Sequence[int]) -> set[int]:
    """Cases with an open task, a running deadline, a step or a referral under way."""
    found = set[int]()
    for holding in holdings().values():
        if holding.at_work is not None:
            [path] = holding.paths
            rows = holding.of_cases(case_ids).filter(holding.at_work)
            found |= set(rows.values_list(f"{path}__pk", flat=True))
    return found
