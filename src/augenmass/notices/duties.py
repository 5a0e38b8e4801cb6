"""The worker's duties of this room: bring notices to the officers, ask for ends, delete what nobody was found for."""

from datetime import timedelta

from augenmass.notices.actions.asking import ask_for_ends
from augenmass.notices.actions.delivering import deliver_waiting, forget_unassigned
from augenmass.work.duties import duty

DELIVER = "notices.deliver"
ASK = "notices.ask_for_ends"
FORGET = "notices.forget_unassigned"

duty(DELIVER, every=timedelta(seconds=10))(deliver_waiting)
duty(ASK, every=timedelta(hours=24))(ask_for_ends)
duty(FORGET, every=timedelta(hours=6))(forget_unassigned)
