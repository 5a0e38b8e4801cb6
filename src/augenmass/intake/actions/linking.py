"""The last pass over a taken run: links to cases that stood further down, then tidying up."""

from augenmass.cases.affected import affected_by
from augenmass.cases.positions import recompute
from augenmass.intake import lease
from augenmass.intake.actions.links import link_families
from augenmass.intake.actions.receive import delete_file
from augenmass.intake.actions.taking import OnBehalf
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.law.time import now
from augenmass.record.bulk import update_rows
from augenmass.record.ledger import book
from augenmass.record.models import Case

_CHUNK = 40
_TIDY_CHUNK = 2_000
_OUTCOME, _VERDICT = StagedRow.Outcome, StagedRow.Verdict


class Finishing:
    """One process finishing one run whose rows are taken; `step` does one short transaction."""

    def __init__(self, run: ImportRun, holder: str) -> None:
        self._run = run
        self._holder = holder
        self._who = OnBehalf(run.confirmed_by_id, run.body_id)
        self._tidied = 0

    def step(self) -> bool:
        """Link or tidy the next rows; False when the run is done."""
        taken = StagedRow.objects.filter(run=self._run, outcome=_OUTCOME.TAKEN)
        rows = list(taken.exclude(said={}).order_by("number")[:_CHUNK])
        if rows:
            self._link(rows)
            return True
        if self._tidied <= self._run.last_row:
            self._tidy()
            return True
        self._end()
        return False

    def _link(self, rows: list[StagedRow]) -> None:
        named = {row.file_number for row in rows} | {number for row in rows for _, number in row.said["links"]}
        known = dict(Case.objects.filter(body_id=self._run.body_id, number__in=named).values_list("number", "pk"))
        with book(self._who, known.values()) as opened:
            lease.renew(self._run, self._holder)
            cases = {case.number: case for case in opened.cases.values()}
            linked = link_families(opened, rows, cases, last=True)
            for row in rows:
                row.said = {}
            update_rows(StagedRow, rows, ["said", "notes"])
            if linked:
                recompute(affected_by(linked))

    def _tidy(self) -> None:
        """Empty what the record holds now; returned rows keep their cells."""
        StagedRow.objects.filter(
            run=self._run, number__gte=self._tidied, number__lt=self._tidied + _TIDY_CHUNK
        ).exclude(verdict=_VERDICT.RETURNED).exclude(outcome=_OUTCOME.OVERTAKEN).exclude(cells=[]).update(cells=[])
        self._tidied += _TIDY_CHUNK
        lease.renew(self._run, self._holder)

    def _end(self) -> None:
        # Once more: the process that read the file may have been killed before it deleted it.
        delete_file(self._run)
        overtaken = StagedRow.objects.filter(run=self._run, outcome=_OUTCOME.OVERTAKEN).exists()
        with book(self._who) as opened:
            lease.renew(self._run, self._holder)
            if overtaken:
                # Others changed these cases since the preview: a person looks at them again before they are taken.
                self._run.state = ImportRun.State.STAGED
            else:
                self._run.state = ImportRun.State.DONE
                self._run.finished_at = now()
                opened.entry("import.finished").refer(run=self._run.pk, rows=self._run.rows_taken)
            self._run.save(update_fields=["state", "finished_at"])
            lease.give_back(self._run, self._holder)
