"""Giving the person a sheet of a pilot's questionnaire, once an occasion. No action is written: it would say when."""

from uuid import UUID

from django.db import IntegrityError, transaction

from augenmass.access.reader import SystemRole, as_system
from augenmass.agreements.models import Agreement, SheetGiven
from augenmass.agreements.queries.own import Owner, occasion_of
from augenmass.record.lots import by_lot


def give_sheet(owner: Owner, agreement_key: UUID) -> bool:
    """Note that a sheet was given for what just happened in the person's own agreement; false where it was, or nothing did.

    Raises ``Agreement.DoesNotExist``.
    """
    with as_system(SystemRole.AGREEMENT):
        agreement = Agreement.objects.get(owner.rows("participant"), key=agreement_key)
        occasion = occasion_of(agreement)
        if not occasion:
            return False
        try:
            with transaction.atomic():
                SheetGiven.objects.create(pk=by_lot(), agreement=agreement, occasion=occasion)
        except IntegrityError:
            return False
    return True
