"""Who was let into a case, and who was asked to take it over: sources of ``cases.recipients``."""

from collections.abc import Collection, Iterator

from augenmass.access.actor import PURPOSE_LABELS, Purpose
from augenmass.access.matrix import categories_of
from augenmass.access.models import Grant
from augenmass.cases.recipients import Passed
from augenmass.competence.models import Referral
from augenmass.directory.roles import Role
from augenmass.disclosure.words import both, joined
from augenmass.law.time import day_of
from augenmass.law.vocabulary import CATEGORIES

WHOLE_FILE = ("die ganze Akte", "the whole file")


def opened_to(case_ids: Collection[int]) -> Iterator[Passed]:
    """Bodies that some cases were opened to for reading; what belongs to a referral is said by ``referred_to``."""
    found = Grant.objects.filter(case__in=case_ids).exclude(about__startswith="referral:").select_related("body")
    for grant in found.order_by("valid_from", "pk"):
        purpose = both(PURPOSE_LABELS[Purpose(grant.purpose)])
        yield Passed(
            key=f"access:{grant.key}",
            case_id=grant.case_id,
            on=grant.valid_from,
            recipient=grant.body.name,
            what=joined([CATEGORIES[name] for name in grant.categories if name in CATEGORIES]),
            purpose=(purpose.de, purpose.en),
            provision=grant.provision,
        )


def referred_to(case_ids: Collection[int]) -> Iterator[Passed]:
    """Bodies that were asked to take some cases over; with the acceptance the whole file went over."""
    shown = sorted(categories_of(Role.CASEWORKER, Purpose.COMPETENCE))
    purpose = both(PURPOSE_LABELS[Purpose.COMPETENCE])
    found = Referral.objects.filter(case__in=case_ids).select_related("receiver").order_by("opened_at", "pk")
    for referral in found:
        accepted = referral.state == Referral.State.ACCEPTED
        yield Passed(
            key=f"referral:{referral.key}",
            case_id=referral.case_id,
            on=day_of(referral.opened_at),
            recipient=referral.receiver.name,
            what=WHOLE_FILE if accepted else joined([CATEGORIES[name] for name in shown]),
            purpose=(purpose.de, purpose.en),
            provision=referral.provision,
        )
