"""Taking previewed rows into the record, chunk by chunk: facts, actions and legal positions in one short transaction."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from augenmass.cases.acts import ASKED_FIRST, against
from augenmass.cases.affected import affected_by
from augenmass.cases.facts import current_facts
from augenmass.cases.positions import recompute
from augenmass.cases.second_person import facts_of_two
from augenmass.competence.models import Responsibility
from augenmass.competence.queries import numbers_referred_away
from augenmass.directory.models import Account, Unit
from augenmass.intake import lease
from augenmass.intake.actions.links import link_families
from augenmass.intake.actions.staging import send_back
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.intake.recorded import facts_on_record
from augenmass.intake.rules.comparison import Change, Effect, changes_anything, compare
from augenmass.intake.rules.targets import KEY
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.bulk import insert_rows, reserve_ids, update_rows
from augenmass.record.ledger import Book, Entry, book
from augenmass.record.models import Case, Fact
from augenmass.work.actions.second_person import ask_no_more, hold

TARGET_SECONDS = 0.17
"""How long a chunk's transaction should last: pages that write wait no longer than this (0.2 s is the limit)."""
_LEAST, _MOST = 8, 80
_VERDICT, _OUTCOME = StagedRow.Verdict, StagedRow.Outcome


@dataclass(frozen=True, slots=True)
class OnBehalf:
    """Who confirmed the taking: the worker acts for this person."""

    account_id: int | None
    body_id: int | None
    reads_only: bool = False
    program: str = ""


@dataclass(slots=True)
class _Planned:
    """A row with what is to be written for it."""

    row: StagedRow
    case: Case | None
    changes: list[Change]


class Taking:
    """One process taking one run; `step` takes one chunk."""

    def __init__(self, run: ImportRun, holder: str) -> None:
        self._run = run
        self._holder = holder
        self._who = OnBehalf(run.confirmed_by_id, run.body_id)
        self._asked = [
            str(column["target"])
            for column in run.columns
            if column["target"] in VOCABULARY and column["target"] != KEY and not column["check"]
        ]
        self._officers = _officers(run.body_id)
        self._units = {unit.name.casefold(): unit.pk for unit in Unit.objects.filter(body_id=run.body_id)}
        self._of_two = facts_of_two(run.body)
        self._size = 10
        self._behind = -1
        """Number of the last row that this process took: the next ones are found without passing all before them."""

    def step(self) -> bool:
        """Take the next rows; False when none waits. Raises `RunLost` when another process took over."""
        waiting = StagedRow.objects.filter(run=self._run, outcome=_OUTCOME.WAITING, number__gt=self._behind)
        rows = list(waiting.order_by("number")[: self._size])
        if not rows:
            return False
        started = time.perf_counter()
        self._take(rows)
        took = time.perf_counter() - started
        wanted = int(len(rows) * TARGET_SECONDS / max(took, 0.001))
        self._size = min(_MOST, max(_LEAST, (self._size + wanted) // 2))
        self._behind = rows[-1].number
        return True

    def _take(self, rows: Sequence[StagedRow]) -> None:
        numbers = {row.file_number for row in rows}
        named = numbers | {number for row in rows for _relation, number in row.said.get("links", [])}
        known = dict(Case.objects.filter(body_id=self._run.body_id, number__in=named).values_list("number", "pk"))
        with book(self._who, known.values()) as opened:
            lease.renew(self._run, self._holder)
            cases = {case.number: case for case in opened.cases.values()}
            planned = self._plan(rows, cases)
            created = self._create(opened, [plan for plan in planned if plan.case is None])
            cases.update({case.number: case for case in created})
            opened.reserve(len(planned))
            acts = [act for plan in planned for act in self._write(opened, plan, new=plan.case in created)]
            opened.flush()
            _hold_acts(acts)
            linked = link_families(opened, rows, cases)
            touched = [plan.case.pk for plan in planned if plan.case is not None]
            recompute(affected_by([*touched, *linked]))
            self._keep(rows, taken=len(planned))

    def _plan(self, rows: Sequence[StagedRow], cases: dict[str, Case]) -> list[_Planned]:
        """What to write for each row; a row whose case changed since the preview in a way that matters is overtaken."""
        ids = [cases[row.file_number].pk for row in rows if row.file_number in cases]
        recorded = facts_on_record(ids, self._run.source_id)
        away = numbers_referred_away(self._run.body_id, {row.file_number for row in rows} - cases.keys())
        planned = []
        for row in rows:
            case = cases.get(row.file_number)
            if row.file_number in away:
                send_back(row)
                row.outcome = _OUTCOME.LEFT
                continue
            if case is None:
                planned.append(_Planned(row, None, compare(row.said["facts"], self._asked, (), self._run.source_id)))
                continue
            changes = compare(row.said["facts"], self._asked, recorded[case.pk], self._run.source_id)
            previewed = [change.to_json() for change in changes]
            if row.case_id == case.pk and (row.case_version == case.version or row.changes == previewed):
                planned.append(_Planned(row, case, changes))
            else:
                _overtake(row, case, changes)
        return planned

    def _create(self, opened: Book, plans: Sequence[_Planned]) -> list[Case]:
        made = []
        for plan, pk in zip(plans, reserve_ids(Case, len(plans)), strict=True):
            officer = self._officers.get(plan.row.said["facts"].get("officer_in_file", "").casefold())
            plan.case = Case(
                pk=pk,
                number=plan.row.file_number,
                body_id=self._run.body_id,
                unit_id=self._units.get(plan.row.said["unit"].casefold()),
                officer_id=officer,
                created_at=opened.at,
            )
            made.append(plan.case)
        insert_rows(Case, made)
        return made

    def _write(self, opened: Book, plan: _Planned, *, new: bool) -> list[tuple[Entry, Fact]]:
        """Write a row; returns what it says of acts towards a removal."""
        acts = []
        written = opened.entry("import.case_created" if new else "import.row_taken", plan.case)
        written.refer(run=self._run.pk, row=plan.row.number)
        for change in plan.changes:
            if change.effect is Effect.WITHDRAWN and change.fact_id is not None:
                written.close([change.fact_id])
            elif change.new is not None and change.effect is not Effect.KEPT:
                source, before = self._run.source_id, change.fact_id
                fact = written.establish(change.name, change.new, source_id=source, replaces_id=before)
                if change.name in ASKED_FIRST:
                    acts.append((written, fact))
                if change.fact_id is not None and change.name in self._of_two:
                    ask_no_more(written, change.name)
        if new:
            if KEY in VOCABULARY:
                written.establish(KEY, plan.row.file_number, source_id=self._run.source_id)
            written.seal_later(
                Responsibility(
                    case=plan.case, body_id=self._run.body_id, since=today(), reason="Übernahme aus dem Fachverfahren"
                )
            )
        plan.row.case = plan.case
        plan.row.outcome = _OUTCOME.TAKEN
        return acts

    def _keep(self, rows: Sequence[StagedRow], taken: int) -> None:
        for row in rows:
            if row.outcome == _OUTCOME.TAKEN:
                row.cells = []
                row.said = {"links": row.said["links"]} if row.said.get("links") else {}
        update_rows(
            StagedRow,
            rows,
            ["outcome", "case", "case_version", "changes", "verdict", "cells", "said", "notes", "problems"],
        )
        self._run.rows_taken += taken
        self._run.save(update_fields=["rows_taken"])


def _hold_acts(acts: Sequence[tuple[Entry, Fact]]) -> None:
    """What a file says of an act that the law does not allow waits for a second person: it is not lost, and not established."""
    if not acts:
        return
    known = current_facts([fact.case_id for _written, fact in acts], today())
    for written, fact in acts:
        if against(fact.case_id, fact.name, fact.value, known[fact.case_id].held, today()):
            hold(written, fact)


def _overtake(row: StagedRow, case: Case, changes: list[Change]) -> None:
    row.case, row.case_version = case, case.version
    row.changes = [change.to_json() for change in changes]
    if changes_anything(changes):
        row.verdict, row.outcome = _VERDICT.CHANGED, _OUTCOME.OVERTAKEN
    else:
        # Others have recorded the same meanwhile: there is nothing left to take and nothing to ask.
        row.verdict, row.outcome, row.said = _VERDICT.SAME, _OUTCOME.LEFT, {}


def _officers(body_id: int) -> dict[str, int]:
    """Names by which exports call the people of a body, as far as they mean one person only."""
    found: dict[str, set[int]] = {}
    for account in Account.objects.filter(memberships__body_id=body_id, is_active=True).distinct():
        for name in {account.username.casefold(), account.name.casefold(), account.name.split()[-1].casefold()}:
            found.setdefault(name, set()).add(account.pk)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}
