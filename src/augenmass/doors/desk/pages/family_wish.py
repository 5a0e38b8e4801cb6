"""The page on which the wish to be linked with a member of the family is noted."""

from typing import Any
from uuid import uuid4

from django.http import QueryDict
from django.template.defaultfilters import date as in_words
from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement
from augenmass.agreements.queries.families import may_be_linked
from augenmass.doors.desk.forms.agreements import AgreementFilterForm
from augenmass.doors.desk.forms.families import WishForm
from augenmass.doors.desk.hidden_search import WORDS
from augenmass.doors.desk.pages.agreements import language_name
from augenmass.law.time import today


def wish_page(actor: Actor, agreement: Agreement, text: str, sent: QueryDict | None) -> dict[str, Any]:
    """The context of the page on which a wish is noted: looked for by name (``text``) first."""
    filter_form = AgreementFilterForm({WORDS: text})
    found = may_be_linked(actor, agreement, filter_form.text)
    if filter_form.text:
        log.read(actor, "agreements", rows=len(found))
    people = [(str(one.key), _named(one)) for one in found]
    form = WishForm(people, agreement.version, sent, initial={"key": uuid4(), "given_on": today()})
    form.for_person(agreement.participant)
    return {
        "row": agreement,
        "filter_form": filter_form,
        "text": filter_form.text,
        "people": people,
        "form": form,
        "section": "agreements",
    }


def _named(one: Agreement) -> str:
    return _("%(name)s (%(language)s, begonnen am %(day)s)") % {
        "name": one.participant.name,
        "language": language_name(one.participant.language),
        "day": in_words(one.begun_at, "SHORT_DATE_FORMAT"),
    }
