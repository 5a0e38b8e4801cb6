"""What waits for a signature, whatever it is: steps, transmissions out of cases, answers out of the inbox."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english
from augenmass.directory.roles import Permission
from augenmass.doors.desk.pages.work import name_of
from augenmass.lawbook.in_force import in_force
from augenmass.steps.models import StepTaking
from augenmass.steps.queries import given_by, lately_signed, waiting_for
from augenmass.transmissions.models import Reply, Transmission
from augenmass.transmissions.queries.replies import waiting_replies
from augenmass.transmissions.queries.sent import given_to_sign, waiting_signatures


def signatures_page(actor: Actor) -> dict[str, Any]:
    """What waits for the actor, the longest waiting first, what the actor gave, what was signed lately."""
    waiting = [
        *(_of_step(taking) for taking in waiting_for(actor)),
        *(_of_transmission(sent) for sent in waiting_signatures(actor)),
        *(_of_reply(found) for found in waiting_replies(actor)),
    ]
    given = [
        *(_of_step(taking) for taking in given_by(actor)),
        *(_of_transmission(sent) for sent in given_to_sign(actor)),
    ]
    signed = lately_signed(actor)
    log.read(actor, "signatures", categories=["identity"], rows=len(waiting) + len(given) + len(signed))
    return {
        "section": "signatures",
        "waiting": sorted(waiting, key=lambda line: line["begun_at"]),
        "given": sorted(given, key=lambda line: line["begun_at"]),
        "signed": [
            _of_step(found.taking)
            | {"signed_at": found.signed_at, "by": found.signed_by.name, "second": found.second_by}
            for found in signed
        ],
        "may_second": actor.may(Permission.SECOND_SIGNATURE),
    }


def _of_step(taking: StepTaking) -> dict[str, Any]:
    step = in_force().step(taking.step)
    return {
        "title": step.en if english() else step.de,
        "number": taking.case.number,
        "name": taking.case.position.name,
        "address": reverse("taking", args=[taking.key]),
        "begun_at": taking.begun_at,
        "begun_by": taking.begun_by.name,
        "state": taking.state,
    }


def _of_transmission(sent: Transmission) -> dict[str, Any]:
    return {
        "title": f"{sent.get_kind_display()}: {sent.receiver_name}",
        "number": sent.case.number,
        "name": name_of(sent.case),
        "address": reverse("transmission_sent", args=[sent.key]),
        "begun_at": sent.prepared_at,
        "begun_by": sent.prepared_by.name,
        "state": StepTaking.State.WAITING,
    }


def _of_reply(found: Reply) -> dict[str, Any]:
    return {
        "title": _("Antwort an %(body)s") % {"body": found.request.sender_name},
        "number": _("aus dem Eingang der Übermittlungen"),
        "name": "",
        "address": reverse("transmission_received", args=[found.request.message]),
        "begun_at": found.prepared_at,
        "begun_by": found.prepared_by.name,
    }
