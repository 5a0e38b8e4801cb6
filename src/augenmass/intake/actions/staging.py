"""Reading a file into staged rows, chunk by chunk, each with its verdict; goes on where the rows end."""

from collections.abc import Iterator, Sequence
from itertools import islice

from django.db import transaction

from augenmass.competence.queries import numbers_referred_away
from augenmass.intake import lease
from augenmass.intake.actions.receive import delete_file, opened
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.intake.recorded import facts_on_record
from augenmass.intake.rules.comparison import changes_anything, compare
from augenmass.intake.rules.mapping import Plan, restore
from augenmass.intake.rules.problem import FileRefused, Problem
from augenmass.intake.rules.row import ParsedRow, RowReader
from augenmass.intake.rules.sheet import RawRow
from augenmass.intake.rules.targets import KEY
from augenmass.law.time import now, today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.bulk import insert_rows, reserve_ids
from augenmass.record.models import Case

CHUNK = 200
_VERDICT, _OUTCOME = StagedRow.Verdict, StagedRow.Outcome


class Staging:
    """One process reading one run; `step` does one chunk."""

    def __init__(self, run: ImportRun, holder: str) -> None:
        self._run = run
        self._holder = holder
        sheet = opened(run)
        self._plan = restore(sheet.headers, run.columns)
        self._reader = RowReader(sheet, self._plan, VOCABULARY, today())
        self._rows: Iterator[RawRow] = sheet.rows(after=run.last_row)

    def step(self) -> bool:
        """Stage the next chunk in one short transaction; False when the file has ended.

        Raises `RunLost` when another process took over, and `FileRefused` when the file cannot be read to its end.
        """
        raw = list(islice(self._rows, CHUNK))
        if not raw:
            self._finish()
            return False
        parsed = [self._reader.read(row) for row in raw]
        with transaction.atomic():
            lease.renew(self._run, self._holder)
            staged = self._judge(raw, parsed)
            for row, pk in zip(staged, reserve_ids(StagedRow, len(staged)), strict=True):
                row.pk = pk
            insert_rows(StagedRow, staged)
            self._run.last_row = raw[-1].number
            self._run.rows_staged += len(staged)
            self._run.save(update_fields=["last_row", "rows_staged"])
        return True

    def _finish(self) -> None:
        with transaction.atomic():
            lease.renew(self._run, self._holder)
            if not self._run.rows_staged:
                raise FileRefused("no_rows")
            self._run.state = ImportRun.State.STAGED
            self._run.save(update_fields=["state"])
            lease.give_back(self._run, self._holder)
            transaction.on_commit(lambda: delete_file(self._run))

    def _judge(self, raw: Sequence[RawRow], parsed: Sequence[ParsedRow]) -> list[StagedRow]:
        keys = {row.key for row in parsed if row.key}
        cases = {case.number: case for case in Case.objects.filter(body_id=self._run.body_id, number__in=keys)}
        twins = _first_of_each_key(self._run, keys)
        recorded = facts_on_record([case.pk for case in cases.values()], self._run.source_id)
        asked = asked_names(self._plan)
        away = numbers_referred_away(self._run.body_id, keys - cases.keys())
        staged = []
        for cells, row in zip(raw, parsed, strict=True):
            made = _staged(self._run, cells, row)
            case = cases.get(row.key)
            if row.key in away:
                send_back(made)
            if case is not None:
                made.case_id, made.case_version = case.pk, case.version
            if made.verdict != _VERDICT.RETURNED:
                _mark_twins(made, twins)
            if made.verdict != _VERDICT.RETURNED and case is not None:
                changes = compare(row.facts, asked, recorded[case.pk], self._run.source_id)
                made.changes = [change.to_json() for change in changes]
                made.verdict = _VERDICT.CHANGED if changes_anything(changes) else _VERDICT.SAME
            _settle(made)
            staged.append(made)
            if row.key:
                twins.setdefault(row.key, made)
        return staged


def asked_names(plan: Plan) -> list[str]:
    """The facts that the file has a column for; the file number is the case's name and stays."""
    return [column.target for column in plan.values if column.target in VOCABULARY and column.target != KEY]


def _staged(run: ImportRun, raw: RawRow, row: ParsedRow) -> StagedRow:
    return StagedRow(
        run=run,
        number=row.number,
        file_number=row.key[:60],
        fingerprint=row.fingerprint,
        cells=list(raw.cells),
        said={"facts": dict(row.facts), "links": [list(link) for link in row.links], "unit": row.unit},
        verdict=_VERDICT.RETURNED if row.problems else _VERDICT.CREATED,
        problems=[problem.to_json() for problem in row.problems],
        notes=[note.to_json() for note in row.notes],
    )


def send_back(row: StagedRow) -> None:
    """Return a row whose case another body keeps by now: taken again, the person would have two files."""
    row.verdict = _VERDICT.RETURNED
    row.problems = [*row.problems, Problem.of("referred_away", cell=row.file_number).to_json()]


def _settle(row: StagedRow) -> None:
    """What will not be taken needs no values; its cells stay, because a twin further down may send it back."""
    if row.verdict in (_VERDICT.RETURNED, _VERDICT.SAME):
        row.outcome, row.said = _OUTCOME.LEFT, {}


def _first_of_each_key(run: ImportRun, keys: set[str]) -> dict[str, StagedRow]:
    """Rows of earlier chunks with the same file number, the first of each."""
    found: dict[str, StagedRow] = {}
    for row in StagedRow.objects.filter(run=run, file_number__in=keys).order_by("number"):
        found.setdefault(row.file_number, row)
    return found


def _mark_twins(row: StagedRow, twins: dict[str, StagedRow]) -> None:
    """A second row of a file number: the same again is left out, another one sends both back."""
    first = twins.get(row.file_number)
    if first is None:
        return
    if first.fingerprint == row.fingerprint:
        row.verdict = _VERDICT.SAME
        row.notes = [*row.notes, Problem.of("same_row_twice", other=first.number).to_json()]
        row.case_id = None
        return
    row.verdict = _VERDICT.RETURNED
    row.problems = [*row.problems, _twice(row.file_number, first.number)]
    first.problems = [*first.problems, _twice(first.file_number, row.number)]
    first.verdict, first.outcome, first.said = _VERDICT.RETURNED, _OUTCOME.LEFT, {}
    if first.pk is not None:
        first.save(update_fields=["problems", "verdict", "outcome", "said"])


def _twice(file_number: str, other: int) -> dict[str, str]:
    return Problem.of("key_twice", cell=file_number, other=other).to_json()


def refuse(run: ImportRun, error: FileRefused) -> None:
    """End a run whose file cannot be read to its end; nothing of it was taken."""
    run.refusal = error.to_json()
    run.state = ImportRun.State.REFUSED
    run.finished_at = now()
    with transaction.atomic():
        run.rows.all().delete()
        run.save(update_fields=["refusal", "state", "finished_at"])
        transaction.on_commit(lambda: delete_file(run))
