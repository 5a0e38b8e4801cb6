"""The worker's duty of this room: reminders."""

from datetime import timedelta

from augenmass.agreements.actions.reminding import remind
from augenmass.work.duties import duty

REMIND = "agreements.remind"

duty(REMIND, every=timedelta(minutes=30))(remind)
