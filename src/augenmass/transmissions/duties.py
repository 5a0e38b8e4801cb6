"""The worker's duty of this room: deliver what waits for other instances."""

from datetime import timedelta

from augenmass.transmissions.actions.delivering import deliver_waiting
from augenmass.work.duties import duty

DELIVER = "transmissions.deliver"

duty(DELIVER, every=timedelta(seconds=10))(deliver_waiting)
