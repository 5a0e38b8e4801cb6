"""How many rows of a run have which verdict and outcome."""

from dataclasses import dataclass

from django.db.models import Count

from augenmass.intake.models import ImportRun, StagedRow


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of a run: by verdict, and how far the taking is."""

    created: int = 0
    changed: int = 0
    same: int = 0
    returned: int = 0
    overtaken: int = 0
    taken: int = 0

    @property
    def total(self) -> int:
        """All rows; every row has exactly one verdict."""
        return self.created + self.changed + self.same + self.returned

    @property
    def to_take(self) -> int:
        """Rows that are or were to be taken."""
        return self.created + self.changed


def counts_of(run: ImportRun) -> Counts:
    """Count the rows of a run."""
    by_verdict: dict[str, int] = {}
    by_outcome: dict[str, int] = {}
    grouped = StagedRow.objects.filter(run=run).order_by().values_list("verdict", "outcome").annotate(Count("pk"))
    for verdict, outcome, number in grouped:
        by_verdict[verdict] = by_verdict.get(verdict, 0) + number
        by_outcome[outcome] = by_outcome.get(outcome, 0) + number
    return Counts(
        **{verdict: by_verdict.get(verdict, 0) for verdict in StagedRow.Verdict.values},
        overtaken=by_outcome.get(StagedRow.Outcome.OVERTAKEN, 0),
        taken=by_outcome.get(StagedRow.Outcome.TAKEN, 0),
    )
