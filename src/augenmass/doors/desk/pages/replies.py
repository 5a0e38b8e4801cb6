"""Answers out of the inbox as their pages show them."""

from typing import Any

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import label_of
from augenmass.doors.desk.forms.replies import ReplyForm
from augenmass.doors.desk.pages.transmissions import content_part, enquiry_part
from augenmass.law.vocabulary import VOCABULARY
from augenmass.transmissions.actions.composing import POLICY
from augenmass.transmissions.actions.replying import right_to_confirm
from augenmass.transmissions.models import Envelope, Received, Reply
from augenmass.transmissions.queries.received import content_of_received
from augenmass.transmissions.queries.replies import content_of_reply, envelope_of_reply, reply_to, to_be_answered

State = Reply.State


def answer_page(actor: Actor, came: Received, form: ReplyForm) -> dict[str, Any]:
    """The context of writing an answer."""
    return {
        "came": came,
        "form": form,
        "asked": content_part(content_of_received(came)),
        "barred": [label_of(VOCABULARY[name]) for name in form.found.barred],
        "second": actor.body.asks_second_person(POLICY, default=False),
        "section": "transmissions",
        **enquiry_part(form.found.offer),
    }


def reply_part(actor: Actor, came: Received) -> dict[str, Any]:
    """The answer to a request, as the page of the request shows it, and what can be done with it."""
    found = reply_to(came)
    part: dict[str, Any] = {"may_reply": to_be_answered(came)}
    if found is None:
        return part
    envelope = envelope_of_reply(found)
    waits = found.state == State.WAITING
    others = found.prepared_by_id != actor.account_id
    return part | {
        "reply": found,
        "reply_signature": getattr(found, "signature", None),
        "reply_content": content_part(content_of_reply(actor, came, found)),
        "reply_waits": waits,
        "reply_to_send": envelope is not None
        and envelope.outside_id is not None
        and envelope.erased_by_id is None
        and envelope.state != Envelope.State.DELIVERED,
        "reply_problem": envelope.problem if envelope is not None else "",
        "may_sign_reply": waits and others and actor.may(right_to_confirm(actor)),
    }
