"""Invitations: mails that say that there is a meeting, and nothing else."""

from django.utils.translation import gettext as _

from augenmass.conferences.models import Participant
from augenmass.record.ledger import Entry
from augenmass.work.outbox import queue_if_usable


def invite(opened: Entry, seat: Participant) -> None:
    """Tell an officer that an invitation waits; an adviser gets a link instead. A wrong address keeps nobody from being invited."""
    if seat.kind == Participant.Kind.OFFICER:
        queue_if_usable(
            opened,
            seat.email,
            _("Augenmaß: Einladung zu einer Besprechung"),
            _(
                "Guten Tag,\n\nin Augenmaß liegt eine Einladung für Sie bereit. Bitte melden Sie sich an und öffnen Sie „Fallkonferenzen“. Dort steht auch eine Datei für Ihren Kalender.\n\nDiese Nachricht enthält keine weiteren Angaben. Bitte antworten Sie nicht auf sie.\n"
            ),
        )


def call_off(opened: Entry, address: str) -> None:
    """Tell somebody who was invited that a meeting does not take place."""
    queue_if_usable(
        opened,
        address,
        _("Augenmaß: Eine Besprechung findet nicht statt"),
        _(
            "Guten Tag,\n\neine Besprechung, zu der Sie eingeladen sind, findet nicht statt. Wenn Sie ein Konto haben, steht in Augenmaß unter „Fallkonferenzen“, welche es ist, mit einer Datei für Ihren Kalender; sonst fragen Sie bitte die Behörde, die Sie eingeladen hat.\n\nDiese Nachricht enthält keine weiteren Angaben. Bitte antworten Sie nicht auf sie.\n"
        ),
    )


def remind(opened: Entry, address: str) -> None:
    """Tell the owner of a measure that something is due."""
    queue_if_usable(
        opened,
        address,
        _("Augenmaß: Eine zugesagte Maßnahme ist fällig"),
        _(
            "Guten Tag,\n\nin Augenmaß ist eine Maßnahme fällig, die Sie zugesagt haben. Bitte melden Sie sich an und öffnen Sie „Fallkonferenzen“.\n\nDiese Nachricht enthält keine weiteren Angaben. Bitte antworten Sie nicht auf sie.\n"
        ),
    )
