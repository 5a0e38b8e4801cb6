"""Letters of information: set from the record and signed in one go, since they decide nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

from augenmass.directory.models import Account
from augenmass.law.time import day_of
from augenmass.letters.actions.signing import LetterIncomplete, Signer, keep_signed
from augenmass.letters.models import Dispatch, Letter, SignedLetter
from augenmass.letters.queries.sources import sources_of
from augenmass.letters.queries.translations import beside_for
from augenmass.letters.rules import information, joint_work
from augenmass.letters.rules.inputs import Incomplete, Prospect
from augenmass.letters.wording.passages import language_for
from augenmass.record.ledger import Entry

Setting = Callable[..., dict[str, Any]]
"""From person, author, reference, day and the further language to the data of a letter."""


def sign_information(e: Entry, officer: Account, role: str, prospects: tuple[Prospect, ...]) -> SignedLetter:
    """Write and sign the information about prospects of residence in an entry under way, with the person's language beside the German;
    what it tells counts once it was dispatched.

    Raises ``LetterIncomplete`` and ``ValueError`` when the entry has no case.
    """
    setting = partial(information.information_data, prospects=prospects)
    return _sign(e, Signer(account=officer, role=role), information.TEMPLATE, setting)


def sign_joint_work(e: Entry, officer: Account, role: str, told: joint_work.JointWork) -> SignedLetter:
    """Write and sign the information that several bodies work together, in an entry under way.

    Raises ``LetterIncomplete`` and ``ValueError`` when the entry has no case.
    """
    setting = partial(joint_work.joint_work_data, told=told)
    return _sign(e, Signer(account=officer, role=role), joint_work.TEMPLATE, setting)


def _sign(e: Entry, signer: Signer, template: str, setting: Setting) -> SignedLetter:
    if e.case is None:
        raise ValueError("a letter belongs to a case")
    day = day_of(e.book.at)
    sources = sources_of(e.case, signer.account, day)
    count = Letter.objects.filter(case=e.case).count()
    beside = beside_for(e.case.body_id, template, language_for(sources.language), sources.language)
    try:
        data = setting(
            person=sources.person, author=sources.author, reference=e.case.number, written_on=day, beside=beside
        )
    except Incomplete as incomplete:
        raise LetterIncomplete(incomplete) from incomplete
    letter = Letter(
        key=uuid4(),
        case=e.case,
        template=template,
        number=f"{e.case.number}/{count + 1}",
        entered={"dispatch_method": Dispatch.Method.POST.value},
        begun_by=signer.account,
        begun_at=e.book.at,
    )
    e.seal(letter)
    return keep_signed(e, letter, data, signer)
