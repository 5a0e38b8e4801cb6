"""The letter of a step: drafted while the step is a draft, final with its signature, given up with it.

All functions join an entry under way and find the letter by the key of the taking.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Account
from augenmass.letters.actions.drafting import begin_in
from augenmass.letters.actions.signing import Signer, require_complete, sign_letter
from augenmass.letters.models import Letter, SignedLetter
from augenmass.letters.rules.drafts import FORMS
from augenmass.record.ledger import Entry
from augenmass.work.refusal import NotDone


def draft_for_step(
    e: Entry, actor: Actor, *, template: str, taking: UUID, inputs: Mapping[str, str], reasons: str
) -> Letter:
    """Begin the letter of a taking, or take over what its form says now; an older free draft of the kind is adopted.

    ``inputs`` are canonical values by fact name. Entries that the step establishes can then only be changed there.
    Raises ``ValueError`` when the entry has no case.
    """
    if e.case is None:
        raise ValueError("a letter belongs to a case")
    letter = Letter.objects.filter(case=e.case, template=template, state=Letter.State.DRAFT).first()
    if letter is None:
        letter = begin_in(e, actor, e.case, template, uuid4(), taking)
    elif letter.taking not in (None, taking):
        raise NotDone(
            _("Zu einem anderen Vorgang gibt es schon einen Entwurf dieses Schreibens. Bitte verwerfen Sie ihn zuerst.")
        )
    letter.entered = FORMS[template].from_json(letter.entered).with_step(inputs, reasons).to_json()
    letter.edition += 1
    letter.taking = taking
    letter.save(update_fields=["entered", "edition", "taking"])
    e.refer(letter=letter.pk, edition=letter.edition)
    return letter


def sign_for_step(e: Entry, *, taking: UUID, signer: Signer) -> SignedLetter:
    """Sign the letter of a taking. Raises ``LetterIncomplete`` and ``NotDone``."""
    return sign_letter(e, _required_draft(taking), signer)


def require_complete_for_step(*, taking: UUID, officer: Account, on: date) -> None:
    """Refuse to pass the letter of a taking on while it has gaps. Raises ``LetterIncomplete`` and ``NotDone``."""
    require_complete(_required_draft(taking), officer, on)


def discard_for_step(e: Entry, *, taking: UUID) -> None:
    """Give up the draft of a taking that was withdrawn or refused; without a draft there is nothing to do."""
    letter = _draft_of(taking)
    if letter is not None:
        Letter.objects.filter(pk=letter.pk).update(state=Letter.State.DISCARDED)
        e.refer(letter=letter.pk)


def _required_draft(taking: UUID) -> Letter:
    letter = _draft_of(taking)
    if letter is None:
        raise NotDone(
            _("Zu diesem Schritt gibt es keinen Entwurf des Schreibens. Bitte bereiten Sie den Schritt neu vor.")
        )
    return letter


def _draft_of(taking: UUID) -> Letter | None:
    return Letter.objects.filter(taking=taking, state=Letter.State.DRAFT).first()
