"""The person's own agreement, for the person's own door: by the case that they joined it to or by the code that the counsellor handed over.

Whoever works the case has no way here: these functions are called by the portal for who signed in there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.models import Agreement, Edition, Review, SheetGiven, Signature
from augenmass.agreements.queries.agreements import Shown, shown_of, signed_before
from augenmass.agreements.queries.families import Linked, links_of
from augenmass.agreements.rules.content import Change, Line, difference


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose agreements: those joined to a case, or those of one participant. Exactly one of the two is named."""

    case_id: int | None = None
    participant_id: int | None = None

    def rows(self, path: str) -> Q:
        """The condition on rows whose participant is reached by ``path``."""
        if (self.case_id is None) == (self.participant_id is None):
            raise ValueError("An owner is a case or a participant.")
        return Q(**{f"{path}__case": self.case_id}) if self.case_id is not None else Q(**{path: self.participant_id})


@contextmanager
def _own() -> Iterator[None]:
    with as_system(SystemRole.AGREEMENT):
        yield


def own_agreements(owner: Owner) -> list[Shown]:
    """The agreements of a person, newest first. Drafts are left out until their text is fixed or they ended."""
    with _own():
        held = Agreement.objects.filter(owner.rows("participant")).select_related("participant", "counsellor", "body")
        shown = [shown_of(found) for found in held.order_by("-begun_at")]
    return [one for one in shown if one.holds is not None or _readable(one.in_work) or not one.agreement.running]


def own_edition(owner: Owner, key: UUID) -> Edition:
    """One edition of the person's own agreement, by its key; its text is fixed. Raises ``Edition.DoesNotExist``."""
    with _own():
        return (
            Edition.objects.exclude(stage=Edition.Stage.DRAFT)
            .select_related("agreement__participant", "agreement__body", "agreement__counsellor")
            .get(owner.rows("agreement__participant"), key=key)
        )


def own_links(owner: Owner) -> list[tuple[Agreement, Linked]]:
    """Links of the person's own agreements that hold or wait for the person.

    A wish of the person that the other has not consented to is left out: it would tell that the other has an agreement here.
    """
    with _own():
        mine = Agreement.objects.filter(owner.rows("participant")).select_related("participant").order_by("pk")
        return [(one, linked) for one in mine for linked in links_of(one) if linked.holds or linked.waits]


def text_in(edition: Edition, language: str) -> tuple[tuple[Line, ...], str]:
    """The text in a language and which one it is: the translation where it is the person's language and there, else German."""
    if language == edition.language and edition.text_own:
        return edition.lines_own, language
    return edition.lines_de, "de"


def own_signed(edition: Edition) -> bool:
    """Whether the person signed an edition that was found."""
    with _own():
        return edition.signatures.filter(side=Signature.Side.PERSON).exists()


def own_changes(edition: Edition) -> list[Change]:
    """What an edition that was found leaves out and adds against the one signed before: in the person's language where both have it."""
    with _own():
        before = signed_before(edition)
    if before is None:
        return []
    same = edition.language == before.language and edition.text_own and before.text_own
    return difference(before.lines_own, edition.lines_own) if same else difference(before.lines_de, edition.lines_de)


def own_copy(owner: Owner, key: UUID) -> bytes:
    """The signed copy of an edition as PDF. Raises ``Edition.DoesNotExist`` where there is none."""
    with _own():
        edition = Edition.objects.select_related("copy__file").get(
            owner.rows("agreement__participant"), key=key, copy__isnull=False
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
