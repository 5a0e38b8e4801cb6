"""The information about prospects of residence: set from the record and signed in one go, since it decides nothing."""

from __future__ import annotations

from uuid import uuid4

from augenmass.directory.models import Account
from augenmass.law.time import day_of
from augenmass.letters.actions.signing import LetterIncomplete, Signer, keep_signed
from augenmass.letters.models import Dispatch, Letter, SignedLetter
from augenmass.letters.queries.sources import sources_of
from augenmass.letters.queries.translations import beside_for
from augenmass.letters.rules.information import TEMPLATE, information_data
from augenmass.letters.rules.inputs import Incomplete, Prospect
from augenmass.letters.wording.passages import language_for
from augenmass.record.ledger import Entry


def sign_information(e: Entry, officer: Account, role: str, prospects: tuple[Prospect, ...]) -> SignedLetter:
    """Write and sign the information in an entry under way, with the person's language beside the German; what it tells counts once
    it was dispatched.

    Raises ``LetterIncomplete`` and ``ValueError`` when the entry has no case.
    """
    if e.case is None:
        raise ValueError("a letter belongs to a case")
    day = day_of(e.book.at)
    sources = sources_of(e.case, officer, day)
    count = Letter.objects.filter(case=e.case).count()
    number = f"{e.case.number}/{count + 1}"
    try:
        data = information_data(
            person=sources.person,
            author=sources.author,
            reference=e.case.number,
            written_on=day,
            prospects=prospects,
            beside=beside_for(e.case.body_id, TEMPLATE, language_for(sources.language), sources.language),
        )
    except Incomplete as incomplete:
        raise LetterIncomplete(incomplete) from incomplete
    letter = Letter(
        key=uuid4(),
        case=e.case,
        template=TEMPLATE,
        number=number,
        entered={"dispatch_method": Dispatch.Method.POST.value},
        begun_by=officer,
        begun_at=e.book.at,
    )
    e.seal(letter)
    return keep_signed(e, letter, data, Signer(account=officer, role=role))
