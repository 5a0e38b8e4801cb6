"""What happens when both sides have signed: the edition holds, its steps are followed up, the copy is made."""

import hashlib

from augenmass.agreements.models import Agreement, Edition, KeptFile, Review, SignedCopy, Step
from augenmass.agreements.paper import signed_copy
from augenmass.agreements.rules.copy_seal import Sealed, seal
from augenmass.agreements.rules.days import next_review
from augenmass.cases.file_types import PDF
from augenmass.law.time import day_of
from augenmass.record.ledger import Entry
from augenmass.transmissions.actions.signing_keys import signing_key
from augenmass.transmissions.keys import private_of


def conclude(e: Entry, agreement: Agreement, edition: Edition) -> None:
    """Let an edition hold from today, in an action under way. Raises ``NotSent`` where the body's key cannot sign."""
    today = day_of(e.book.at)
    agreement.editions.filter(stage=Edition.Stage.SIGNED).update(stage=Edition.Stage.SUPERSEDED)
    edition.stage, edition.signed_on = Edition.Stage.SIGNED, today
    edition.save(update_fields=["stage", "signed_on"])
    agreement.state = Agreement.State.ACTIVE
    Agreement.objects.filter(pk=agreement.pk).update(state=agreement.state)
    _follow_up(agreement, edition)
    if not agreement.reviews.filter(state=Review.State.PLANNED).exists():
        Review.objects.create(agreement=agreement, due=next_review(today, edition.said.review_weeks))
    make_copy(e, agreement, edition)


def make_copy(e: Entry, agreement: Agreement, edition: Edition) -> SignedCopy:
    """Make the copy for the person, under the signature of the body's key."""
    key = signing_key(e, agreement.body)
    assert edition.signed_on is not None
    said = Sealed(edition.key, edition.number, edition.digest, edition.signed_on, agreement.body.key, key.public_key)
    content = seal(signed_copy(edition, list(edition.signatures.order_by("side")), said), said, private_of(key))
    file = KeptFile.objects.create(
        agreement=agreement, sha256=hashlib.sha256(content).hexdigest(), media_type=PDF, content=content
    )
    return SignedCopy.objects.create(edition=edition, file=file, signing_key=key, made_by_id=e.action_id)


def _follow_up(agreement: Agreement, edition: Edition) -> None:
    """Keep what was done of steps that stay, add new ones, set aside those that the new edition leaves out."""
    planned = edition.said.steps
    for step in planned:
        Step.objects.update_or_create(
            agreement=agreement,
            key=step.key,
            defaults={"side": step.side, "what": step.what, "due": step.due, "dropped_in": None},
        )
    kept = [step.key for step in planned]
    agreement.steps.filter(dropped_in=None).exclude(key__in=kept).update(dropped_in=edition)
