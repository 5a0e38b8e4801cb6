"""Signing a letter: the final file is set, kept and sealed in the same action as the signature of the step."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.cases.actions.documents import DocumentText, keep
from augenmass.cases.models import Document
from augenmass.directory.models import Account
from augenmass.law.time import BERLIN, day_of
from augenmass.letters.actions.drafting import locked_draft
from augenmass.letters.models import Letter, SignedLetter
from augenmass.letters.queries.letters import entries_of, letter_data
from augenmass.letters.render import render
from augenmass.letters.rules.departure_warning import with_signature
from augenmass.letters.rules.draft import WarningDraft, facts_of_signed_warning
from augenmass.letters.rules.inputs import Incomplete
from augenmass.record.ledger import Entry
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, in which function, and the second person where there is one."""

    account: Account
    role: str = ""
    second: Account | None = None


class LetterIncomplete(NotDone):
    """The letter cannot be signed; ``gaps`` are the rules' sentences about what is missing."""

    def __init__(self, incomplete: Incomplete) -> None:
        super().__init__(" ".join(gap.en if get_language() == "en" else gap.de for gap in incomplete.gaps))
        self.gaps = incomplete.gaps


def require_complete(letter: Letter, officer: Account, on: date) -> None:
    """Refuse a draft that could not be signed on a day. Raises ``LetterIncomplete``; changes nothing."""
    _data(locked_draft(letter), officer, on)


def sign_letter(e: Entry, letter: Letter, signer: Signer) -> SignedLetter:
    """Sign a draft in an entry under way: set it from the record of this moment, keep the file, seal data and checksum.

    The case is locked by the entry; the draft is read again under that lock. Raises ``LetterIncomplete`` and ``NotDone``.
    """
    letter = locked_draft(letter)
    return keep_signed(e, letter, _data(letter, signer.account, day_of(e.book.at)), signer)


def keep_signed(e: Entry, letter: Letter, data: dict[str, Any], signer: Signer) -> SignedLetter:
    """Set a letter with its signature, keep the file, seal data and checksum; it is signed then."""
    day = day_of(e.book.at)
    data = with_signature(data, name=signer.account.name, role=signer.role, signed=_signed_line(e, signer))
    pdf = render(letter.template, data, draft=False)
    document = keep(
        e,
        pdf,
        "application/pdf",
        DocumentText(kind=Document.Kind.LETTER, title=str(data["title"])[:200], dated=day),
        signer.account.pk,
    )
    signed = SignedLetter(
        letter=letter,
        data=data,
        document=document,
        sha256=hashlib.sha256(pdf).hexdigest(),
        signed_at=e.book.at,
        signed_by=signer.account,
        second_by=signer.second,
    )
    e.seal(signed)
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.SIGNED)
    e.refer(letter=letter.pk, document=document.pk)
    return signed


def facts_of(signed: SignedLetter) -> dict[str, str]:
    """Canonical values of the facts that the signed letter establishes; the step that it belongs to writes them."""
    draft = entries_of(signed.letter)
    if not isinstance(draft, WarningDraft):
        return {}
    return facts_of_signed_warning(draft, day_of(signed.signed_at).isoformat())


def _data(letter: Letter, officer: Account, on: date) -> dict[str, Any]:
    try:
        return letter_data(letter, officer, on)
    except Incomplete as incomplete:
        raise LetterIncomplete(incomplete) from incomplete


def _signed_line(e: Entry, signer: Signer) -> str:
    at = e.book.at.astimezone(BERLIN)
    if signer.second is None:
        return _("Unterzeichnet am %(day)s um %(time)s Uhr") % {"day": f"{at:%d.%m.%Y}", "time": f"{at:%H:%M}"}
    return _("Unterzeichnet am %(day)s um %(time)s Uhr, mitgezeichnet von %(second)s") % {
        "day": f"{at:%d.%m.%Y}",
        "time": f"{at:%H:%M}",
        "second": signer.second.name,
    }
