"""What the receiving side checks of a message's content before anybody reads it: the same matrix, asked from the other end."""

from collections.abc import Iterable
from datetime import date

from augenmass.law.transmission.catalogue import ROW_OF
from augenmass.law.transmission.writing import Row
from augenmass.law.vocabulary import VOCABULARY
from augenmass.transmissions.rules.classes import class_of
from augenmass.transmissions.rules.kinds import Regime, ReturnReason
from augenmass.transmissions.rules.message import Content, Item


def reason_to_return(
    content: Content, sender_kind: str, receiver_kind: str, days: Iterable[date]
) -> ReturnReason | None:
    """Why a content goes back unread; None where its provisions carry every fact on all of these days."""
    rows = [ROW_OF.get(basis.provision) for basis in content.basis]
    found = [row for row in rows if row is not None]
    if content.items and (not rows or len(found) != len(rows)):
        return ReturnReason.NO_PROVISION
    if any(not _in_force(row, day) for row in found for day in days):
        return ReturnReason.PROVISION_ENDED
    if any(receiver_kind not in row.receivers for row in found):
        return ReturnReason.NOT_COMPETENT
    if content.regime is Regime.POLICE and content.person_category is None:
        return ReturnReason.INCOMPLETE
    if any(not _carried(item, content, found, sender_kind) for item in content.items):
        return ReturnReason.NOT_ALLOWED
    return None


def _in_force(row: Row, day: date) -> bool:
    since, until = row.norm.since, row.norm.until
    return (since is None or since <= day) and (until is None or day <= until)


def _carried(item: Item, content: Content, rows: list[Row], sender_kind: str) -> bool:
    if item.name not in VOCABULARY or class_of(item.name) != item.data_class:
        return False
    return any(
        item.data_class in basis.classes
        and item.data_class in row.classes
        and sender_kind in row.senders
        and content.purpose in row.purposes
        for basis, row in zip(content.basis, rows, strict=True)
    )
