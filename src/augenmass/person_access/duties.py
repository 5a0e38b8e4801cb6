"""The worker's duties of this room: forgetting feedback, handing sealed messages over."""

from datetime import timedelta
from pathlib import Path

from augenmass.person_access.actions.feedback import forget_feedback
from augenmass.person_access.actions.handing_over import hand_over
from augenmass.site.configuration import configuration
from augenmass.work.duties import Turn, duty

FORGET_FEEDBACK = "person_access.forget_feedback"
HAND_OVER_MESSAGES = "person_access.hand_over_messages"

duty(FORGET_FEEDBACK, every=timedelta(hours=12))(forget_feedback)


@duty(HAND_OVER_MESSAGES, every=timedelta(hours=6))
def hand_over_messages(turn: Turn) -> int:
    """Hand over by the folder that is set; off where none is."""
    folder = configuration().messages_folder
    return hand_over(Path(folder), turn) if folder else 0
