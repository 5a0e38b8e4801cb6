"""The days by which agreements are listed, written with every change of what they are made of."""

from augenmass.agreements.models import Agreement, Promise, Review


def keep_days(agreement: Agreement) -> None:
    """Write the day of the next talk and the first day of what is open, in an action under way."""
    talks = [talk.due for talk in agreement.reviews.filter(state=Review.State.PLANNED)]
    steps = [step.due for step in agreement.steps.filter(done_on=None, dropped_in=None) if step.due is not None]
    services = [service.due for service in agreement.promises.filter(state=Promise.State.ACCEPTED)]
    Agreement.objects.filter(pk=agreement.pk).update(
        next_talk=min(talks, default=None), first_due=min([*talks, *steps, *services], default=None)
    )
