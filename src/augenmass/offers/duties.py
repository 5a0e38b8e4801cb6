"""The worker's duty of this room: files of imports go after some time."""

from datetime import timedelta

from augenmass.offers.actions.importing import sweep_files
from augenmass.work.duties import duty

SWEEP = "offers.sweep_files"

duty(SWEEP, every=timedelta(hours=12))(sweep_files)
