"""The worker's duty of this room: bring reports to the officers."""

from datetime import timedelta

from augenmass.accommodation.actions.delivering import deliver_waiting
from augenmass.work.duties import duty

DELIVER = "accommodation.deliver"

duty(DELIVER, every=timedelta(seconds=10))(deliver_waiting)
