"""The worker's duties of this room: carry on imports that wait, sweep files that a killed process left behind."""

from datetime import timedelta

from augenmass.intake.actions.advance import advance, waiting_runs
from augenmass.intake.actions.sweeping import sweep_folders, sweep_stored
from augenmass.work.duties import Turn, duty

TURN_SECONDS = 4.0
"""How long the worker stays with imports before it looks after its other duties."""


@duty("intake.advance", every=timedelta(seconds=1))
def advance_imports(turn: Turn) -> int:
    """Carry every waiting run on for a few seconds; returns how many were carried on."""
    carried = 0
    for run in waiting_runs():
        if turn.stopping:
            break
        turn.renew()
        carried += advance(run, TURN_SECONDS)
    return carried


@duty("intake.sweep_uploads", every=timedelta(hours=24))
def sweep_uploads(turn: Turn) -> int:
    """Delete uploaded exports that nobody needs any more; returns how many."""
    swept = 0
    for sweep in (sweep_stored, sweep_folders):
        if not turn.stopping:
            swept += sweep()
    return swept
