"""Opening all sheets of a pilot at once, when its time is over: what is kept are counts."""

import json

from django.db import transaction

from augenmass.evaluation.models import AnswerCounts, Pilot, SealedSheet
from augenmass.evaluation.rules.questions import NotAnAnswer, complete, count_sheets
from augenmass.evaluation.sheet_keys import destroy, private_of
from augenmass.sealed_message import NotOpened, open_sealed


def open_sheets(pilot: Pilot) -> None:
    """Count the sheets and delete them with their key. Fewer than the smallest number are deleted unopened. Raises ``KeyMissing``."""
    held = SealedSheet.objects.filter(pilot=pilot)
    sealed = [bytes(content) for content in held.order_by("pk").values_list("sealed", flat=True)]
    counts: dict[str, list[int]] = {}
    if len(sealed) >= pilot.smallest:
        private = private_of(pilot.sheet_key)
        counts = count_sheets([found for content in sealed if (found := _answers(private, content)) is not None])
    AnswerCounts.objects.create(pilot=pilot, counts=counts)
    held.delete()
    transaction.on_commit(lambda: destroy(pilot.sheet_key))


def _answers(private: bytes, content: bytes) -> dict[str, str] | None:
    try:
        return complete(json.loads(open_sealed(private, content)["text"]))
    except (NotOpened, NotAnAnswer, ValueError):
        return None  # altered in the database: it says nothing
