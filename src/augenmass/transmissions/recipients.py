"""Who received transmissions of a case: a source of ``cases.recipients``."""

from collections.abc import Collection, Iterator

from augenmass.access.sight import SECRET, SECRET_NAMES
from augenmass.cases.recipients import Passed
from augenmass.law.transmission.classes import DATA_CLASSES, PURPOSES
from augenmass.transmissions.queries.sent import received_by_whom

_PURPOSES = {choice.key: (choice.de, choice.en) for choice in PURPOSES}


def transmitted(case_ids: Collection[int]) -> Iterator[Passed]:
    """Messages that were signed out of some cases, with the classes of data that they carried."""
    for case_id in case_ids:
        for sent in received_by_whom([case_id]):
            held = [DATA_CLASSES.get(name, (name, name)) for name in sent.classes]
            names = frozenset(sent.names)
            yield Passed(
                key=f"transmission:{sent.key}",
                case_id=case_id,
                on=sent.on,
                recipient=sent.receiver,
                what=(", ".join(de for de, _en in held), ", ".join(en for _de, en in held)),
                purpose=_PURPOSES.get(sent.purpose, (sent.purpose, sent.purpose)),
                provision=", ".join(sent.citations),
                fact_names=names | SECRET_NAMES if SECRET in sent.classes else names,
            )
