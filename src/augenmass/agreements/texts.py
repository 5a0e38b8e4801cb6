"""Gathering what the text of an edition is made of."""

from datetime import date

from augenmass.agreements.models import Agreement, Edition, Promise
from augenmass.agreements.rules.content import Form
from augenmass.agreements.rules.text import Agreed, Asked, Parties

COUNTING = (Promise.State.ASKED, Promise.State.ACCEPTED, Promise.State.DELIVERED)


def agreed_of(agreement: Agreement, edition: Edition, day: date) -> Agreed:
    """What an edition says on a day; services that were declined or taken back are left out."""
    person, body = agreement.participant, agreement.body
    held = {one.key: one for one in agreement.promises.filter(state__in=COUNTING)}
    asked = [held[key] for key in edition.said.promises if key in held]
    return Agreed(
        Parties(person.name, person.guardian, agreement.counsellor.name, body.name, body.town),
        edition.said,
        tuple(Asked(str(one.key), one.service, one.provider, one.due, one.accepted_on) for one in asked),
        Form(agreement.form),
        edition.number,
        day,
    )
