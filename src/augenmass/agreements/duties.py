"""The worker's duties of this room: writing reminders, and sending them."""

from datetime import timedelta

from augenmass.agreements.actions.reminding import remind
from augenmass.agreements.actions.sending import send_reminders
from augenmass.work.duties import duty

REMIND = "agreements.remind"
SEND = "agreements.send_reminders"

duty(REMIND, every=timedelta(minutes=30))(remind)
duty(SEND, every=timedelta(seconds=2))(send_reminders)
