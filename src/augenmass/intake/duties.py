"""The worker's duty of this room: carry on imports that wait."""

from datetime import timedelta

from augenmass.intake.actions.advance import advance, waiting_runs
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
