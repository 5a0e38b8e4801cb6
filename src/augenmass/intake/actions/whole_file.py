"""A file from the command line: received, read and taken in one go."""

from dataclasses import dataclass
from pathlib import Path

from augenmass.access.actor import Actor
from augenmass.intake.actions.advance import Progress, advance
from augenmass.intake.actions.confirm import accept_proposal, confirm_taking
from augenmass.intake.actions.receive import receive
from augenmass.intake.models import ImportRun
from augenmass.intake.queries.counts import Counts, counts_of
from augenmass.intake.refusal import RunOvertaken
from augenmass.intake.rules.problem import FileRefused


@dataclass(frozen=True, slots=True)
class Imported:
    """How a whole file went: the run, its counts, and heads of columns that nothing was taken from."""

    run: ImportRun
    counts: Counts
    left_out: list[str]


def import_file(
    actor: Actor, path: Path, source_label: str, *, preview_only: bool = False, progress: Progress | None = None
) -> Imported:
    """Import a file with the saved or known mapping; columns that are only guessed are left out and named.

    With `preview_only` the run stays at its preview. Raises `FileRefused`, `NotPermitted`, `RunOvertaken` (another
    process carries the run on).
    """
    run = accept_proposal(actor, receive(actor, source_label, path.name, path))
    left_out = [str(column["label"]) for column in run.columns if not column["target"]]
    _carry_on(run, progress)
    if run.state == ImportRun.State.REFUSED:
        raise FileRefused.from_json(run.refusal)
    if not preview_only:
        run = confirm_taking(actor, run)
        _carry_on(run, progress)
    return Imported(run, counts_of(run), left_out)


def _carry_on(run: ImportRun, progress: Progress | None) -> None:
    if not advance(run, progress=progress):
        raise RunOvertaken("Ein anderer Prozess führt diesen Import bereits aus.")
