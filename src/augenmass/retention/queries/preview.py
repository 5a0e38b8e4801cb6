"""The preview: what is due in a body on a day, by rule and provision, with the number of rows by class; and what is not, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.conf import settings

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.retention import Kept, kept
from augenmass.directory.land import profile
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import now
from augenmass.record.holdings import holdings, sweeps
from augenmass.record.models import Action, Case, Fact
from augenmass.retention.queries.due import CHUNK, Finding, findings
from augenmass.retention.queries.of_removal import received_with, removal_rows
from augenmass.retention.rules import CASE_FILE, Open, State, cut_off, period_of

PAGE = 50


@dataclass(slots=True)
class Line:
    """Cases of one rule that stand alike: how (``due``, a hindrance, ``not_due`` or why it is open), by which provision, how many."""

    rule: str
    how: str
    provision: str
    cases: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    """Rows by record class; only of what is due."""

    @property
    def due(self) -> bool:
        """Whether these are to be deleted."""
        return self.how == State.DUE


@dataclass(frozen=True, slots=True)
class SweepLine:
    """Rows that belong to no case: how many are due, and before which day their work ended; ``why`` there is no period."""

    key: str
    rows: int
    before: date | None
    provision: str
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What is due in a body on a day."""

    body: Body
    on: date
    lines: Sequence[Line]
    sweeps: Sequence[SweepLine]
    log: Kept
    backup_days: int | None
    """Days for which backups still hold what was deleted; None: nobody has said."""

    @property
    def due(self) -> list[Line]:
        """What is to be deleted."""
        return [line for line in self.lines if line.due]

    @property
    def anything(self) -> bool:
        """Whether something could be proposed."""
        return bool(self.due) or any(line.rows for line in self.sweeps)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case of a line: its file number and its last day of keeping."""

    number: str
    last_day: date | None
    finding: Finding


def how(found: Finding) -> str:
    """In which line a finding is counted."""
    if found.answer.state is State.DUE:
        return found.hindrance or State.DUE
    return found.answer.why or found.answer.state


def preview(actor: Actor, on: date) -> Preview:
    """Look at all files of the actor's body. Writes an access line. Raises ``NotPermitted``."""
    actor.require(Permission.RETENTION)
    with as_system(SystemRole.CONTROL):
        made = preview_of(actor.body, on)
    log.read(actor, "retention", rows=sum(line.cases for line in made.lines))
    return made


def preview_of(body: Body, on: date) -> Preview:
    """The preview of a body, for whoever was asked for the right before."""
    lines: dict[tuple[str, str, str], Line] = {}
    due: dict[tuple[str, str, str], list[int]] = {}
    for found in findings(body, on):
        place = (found.rule, how(found), found.answer.provision)
        lines.setdefault(place, Line(*place)).cases += 1
        if found.goes:
            due.setdefault(place, []).append(found.case_id)
    for place, case_ids in due.items():
        lines[place].rows = rows_of(place[0], case_ids)
    ordered = [lines[place] for place in sorted(lines, key=lambda place: (place[1] != State.DUE, place))]
    return Preview(body, on, ordered, sweep_lines(body, on), kept(body.land, on), settings.BACKUP_DAYS)


def rows_of(rule: str, case_ids: Sequence[int]) -> Counter[str]:
    """How many rows would go with these cases, by record class."""
    counts: Counter[str] = Counter()
    for start in range(0, len(case_ids), CHUNK):
        part = case_ids[start : start + CHUNK]
        if rule == CASE_FILE:
            for holding in holdings().values():
                counts[holding.record_class] += holding.of_cases(part).count()
            counts["record"] += len(part) + Action.objects.filter(case__in=part).count()
        else:
            for rows in removal_rows(part, now()):
                counts[rows.record_class] += len(rows.ids)
                if rows.model is Fact:
                    counts["transmissions"] += len(received_with(rows.ids))
    return +counts


def sweep_lines(body: Body, on: date) -> list[SweepLine]:
    """What belongs to no case and is over, or why that is not established."""
    made = []
    for sweep in sweeps().values():
        period = period_of(profile(body.land), sweep.parameter, on)
        if isinstance(period, Open):
            made.append(SweepLine(sweep.key, 0, None, "", period))
        else:
            before = cut_off(period, on)
            rows = sum(rows.count() for rows in sweep.rows(body.pk, before))
            made.append(SweepLine(sweep.key, rows, before, period.source, ""))
    return made


def cases_of(actor: Actor, on: date, rule: str, standing: str, page: int) -> tuple[list[CaseLine], int]:
    """One page of the cases of a line by file number, and how many there are. Writes an access line. Raises ``NotPermitted``."""
    actor.require(Permission.RETENTION)
    with as_system(SystemRole.CONTROL):
        found = {one.case_id: one for one in findings(actor.body, on) if one.rule == rule and how(one) == standing}
        numbers: list[tuple[str, int]] = []
        ids = list(found)
        for start in range(0, len(ids), CHUNK):
            cases = Case.objects.filter(pk__in=ids[start : start + CHUNK])
            numbers.extend(cases.values_list("number", "pk"))
    shown = sorted(numbers)[(page - 1) * PAGE : page * PAGE]
    log.read(actor, "retention", rows=len(shown))
    return [CaseLine(number, found[pk].answer.last_day, found[pk]) for number, pk in shown], len(found)


def in_backups_until(day: date) -> date | None:
    """Until when a backup may still hold what was deleted on a day; None where nobody has said how long backups are kept."""
    return None if settings.BACKUP_DAYS is None else day + timedelta(days=settings.BACKUP_DAYS)
