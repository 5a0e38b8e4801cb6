"""What a conference rests on: the task of the body that leads it. It has no basis of its own."""

from django.utils.translation import gettext as _

from augenmass.law.transmission.classes import ANY_PURPOSE
from augenmass.work.refusal import NotDone


def check_basis(purpose: str, provision: str) -> None:
    """Raise ``NotDone`` for a conference without purpose or without a provision that gives its lead the task."""
    named = provision.strip()
    if purpose not in ANY_PURPOSE or not named or len(named) > 200 or not ("§" in named or "Art." in named):
        raise NotDone(
            _(
                "Eine Konferenz hat keine eigene Grundlage. Bitte nennen Sie Zweck und Vorschrift, nach der die federführende Stelle in diesem Fall tätig ist, zum Beispiel „§ 71 Abs. 1 AufenthG“."
            )
        )
