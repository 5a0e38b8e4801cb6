"""What came in, as its pages show it."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.directory.roles import Permission
from augenmass.doors.desk.forms.transmissions import AcceptForm, GiveBackForm
from augenmass.doors.desk.pages.replies import reply_part
from augenmass.doors.desk.pages.transmissions import content_part
from augenmass.doors.desk.pages.work import paginated, tabs_of
from augenmass.transmissions.actions.deciding import DECIDED
from augenmass.transmissions.content import purpose_label
from augenmass.transmissions.models import Received
from augenmass.transmissions.queries.received import (
    cases_of_person,
    content_held,
    content_of_received,
    inbox_counts,
    items_of,
    receipts_to_hand_out,
)
from augenmass.transmissions.rules.kinds import MessageKind, ReturnReason
from augenmass.transmissions.words import CHANNEL_LABELS, REASON_LABELS
from augenmass.work.queries.paging import Page

State = Received.State


def inbox_page(actor: Actor, view: str, found: Page[Received], query: QueryDict) -> dict[str, Any]:
    """The context of the inbox."""
    labels = {
        "new": _("Zu entscheiden"),
        "to_answer": _("Zu beantworten"),
        "recalled": _("Zurückgerufen"),
        "decided": _("Erledigt"),
    }
    return {
        "found": found,
        "page": paginated(found),
        "lines": [{"came": came, "purpose": purpose_label(came.purpose, english())} for came in found.rows],
        "tabs": tabs_of(reverse("transmissions"), "ansicht", labels, view, inbox_counts(actor), query),
        "view": view,
        "receipts": receipts_to_hand_out(actor),
        "may_administer": actor.may(Permission.ADMINISTER),
        "section": "transmissions",
    }


def received_page(actor: Actor, came: Received, **forms: Any) -> dict[str, Any]:
    """The context of one message: what it says, what was decided, and what can be decided."""
    content = content_of_received(came)
    items = items_of(came)
    works = actor.may(Permission.TRANSMIT)
    files = cases_of_person(actor, items) if works else []
    to_decide = came.state == State.NEW and came.kind in DECIDED
    context = {
        "came": came,
        "content": content_part(content),
        "channel": CHANNEL_LABELS[came.channel],  # type: ignore[index]
        "held": content_held(came),
        "reason": REASON_LABELS[ReturnReason(came.reason)] if came.reason else "",
        "files": files,
        "recalled": came.state == State.RECALLED,
        "may_answer": works
        and came.kind == MessageKind.REQUEST.value
        and came.state == State.ACCEPTED
        and came.case is not None,
        "answer_to": f"body:{came.sender_id}" if came.sender_id is not None else f"outside:{came.outside_id}",
        "answers": came.refers_to if works and came.kind == MessageKind.ANSWER.value else None,
        "section": "transmissions",
        **reply_part(actor, came),
    }
    if to_decide:
        given = forms.get("accept_form") or accept_form(actor, came)
        context |= {"accept_form": given, "return_form": forms.get("return_form") or GiveBackForm(), "works": works}
    return context


def accept_form(actor: Actor, came: Received, data: Any = None) -> AcceptForm:
    """The form of acceptance for a message; who works no cases takes nothing over."""
    items = items_of(came)
    works = actor.may(Permission.TRANSMIT)
    number = came.case.number if came.case is not None else ""
    form = AcceptForm(items, cases_of_person(actor, items) if works else [], works, data, number)
    if not works:
        del form.fields["number"]
    return form
