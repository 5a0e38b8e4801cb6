"""The worker's duty of this room: forgetting feedback."""

from datetime import timedelta

from augenmass.person_access.actions.feedback import forget_feedback
from augenmass.work.duties import duty

FORGET_FEEDBACK = "person_access.forget_feedback"

duty(FORGET_FEEDBACK, every=timedelta(hours=12))(forget_feedback)
