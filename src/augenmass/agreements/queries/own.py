"""The person's own agreement, for the person's own door: by the case that the person joined it to, never by anybody else's question.

Whoever works the case has no way here: these functions are called by the portal for who signed in there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.models import Agreement, Edition, Review, SheetGiven
from augenmass.agreements.queries.agreements import Shown, shown_of
from augenmass.agreements.rules.content import Line


@contextmanager
def _own() -> Iterator[None]:
    with as_system(SystemRole.AGREEMENT):
        yield


def own_agreements(case_id: int) -> list[Shown]:
    """The agreements that the person of a case joined to it, newest first. Drafts are left out until their text is fixed."""
    with _own():
        held = Agreement.objects.filter(participant__case=case_id).select_related("participant", "counsellor", "body")
        shown = [shown_of(found) for found in held.order_by("-begun_at")]
    return [one for one in shown if one.holds is not None or _readable(one.in_work)]


def own_edition(case_id: int, key: UUID) -> Edition:
    """One edition of the person's own agreement, by its key; its text is fixed. Raises ``Edition.DoesNotExist``."""
    with _own():
        return (
            Edition.objects.exclude(stage=Edition.Stage.DRAFT)
            .select_related("agreement__participant", "agreement__body", "agreement__counsellor")
            .get(agreement__participant__case=case_id, key=key)
        )


def text_in(edition: Edition, language: str) -> tuple[tuple[Line, ...], str]:
    """The text in a language and which one it is: the translation where it is the person's language and there, else German."""
    if language == edition.language and edition.text_own:
        return edition.lines_own, language
    return edition.lines_de, "de"


def own_copy(case_id: int, key: UUID) -> bytes:
    """The signed copy of an edition as PDF. Raises ``Edition.DoesNotExist`` where there is none."""
    with _own():
        edition = Edition.objects.select_related("copy__file").get(
            agreement__participant__case=case_id, key=key, copy__isnull=False
        )
        return bytes(edition.copy.file.content)


def _readable(edition: Edition | None) -> bool:
    return edition is not None and edition.stage != Edition.Stage.DRAFT


def occasion_of(agreement: Agreement) -> str:
    """The last occasion on which the person is asked how it was and has no sheet yet; "" where there is none.

    Whoever withdrew is asked as well: leaving them out would make every answer look better.
    """
    occasion = _occasion(agreement)
    given = SheetGiven.objects.filter(agreement=agreement, occasion=occasion).exists()
    return "" if given else occasion


def _occasion(agreement: Agreement) -> str:
    if not agreement.editions.filter(signed_on__isnull=False).exists():
        return ""
    if not agreement.running:
        return SheetGiven.Occasion.ENDED.value
    held = agreement.reviews.filter(state=Review.State.HELD).exists()
    return SheetGiven.Occasion.REVIEW.value if held else SheetGiven.Occasion.SIGNED.value
