"""Rows that go back: the original row with the reasons, as a file."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.intake.rules.writing import write_workbook
from augenmass.record.spreadsheet import harmless

_HEADS = {"de": ("Zeile", "Grund der Rückgabe"), "en": ("Row", "Reason for returning")}


def write_returned(actor: Actor, run: ImportRun, path: Path, language: str = "de") -> int:
    """Write the returned rows of a run to `path` (XLSX or CSV by its ending); returns how many. Writes an access line.

    The columns of the original come first and unchanged, so that a corrected file can be taken in as it is.
    """
    heads = [*run.headers, *_HEADS[language]]
    count = StagedRow.objects.filter(run=run, verdict=StagedRow.Verdict.RETURNED).count()
    if path.suffix == ".xlsx":
        write_workbook(path, heads, _rows(run, language))
    else:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow([harmless(head) for head in heads])
            writer.writerows([harmless(cell) for cell in row] for row in _rows(run, language))
    log.read(actor, "import_returned", categories=["identity", "file"], rows=count)
    return count


def _rows(run: ImportRun, language: str) -> Iterator[Sequence[str]]:
    rows = StagedRow.objects.filter(run=run, verdict=StagedRow.Verdict.RETURNED).order_by("number")
    for row in rows.iterator(500):
        reasons = " ".join(problem[language] for problem in row.problems)
        yield [*row.cells, str(row.number), reasons]
