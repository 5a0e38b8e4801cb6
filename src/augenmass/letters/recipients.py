"""Who received letters of a case: a source of ``cases.recipients``."""

from collections.abc import Collection, Iterator

from augenmass.cases.recipients import Passed
from augenmass.letters.models import Dispatch

PURPOSE = ("Bekanntgabe", "notification")


def letters_sent(case_ids: Collection[int]) -> Iterator[Passed]:
    """Letters that left the house, each sending once; the recipient is the first line of the address."""
    found = Dispatch.objects.filter(letter__case__in=case_ids).select_related("letter__signature")
    for sent in found.order_by("dispatched_on", "pk"):
        data = sent.letter.signature.data
        lines = data["recipient"]["lines"]
        yield Passed(
            key=f"letter:{sent.key}",
            case_id=sent.letter.case_id,
            on=sent.dispatched_on,
            recipient=lines[0] if lines else "",
            what=(f"Schreiben „{data['title']}“", f"Letter “{data['title']}”"),
            purpose=PURPOSE,
            provision="",
        )
