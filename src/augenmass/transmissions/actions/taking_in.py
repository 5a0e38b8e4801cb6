"""Taking in what comes by file or over HTTP: verified, written once, answered with a signed receipt."""

from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.record.ledger import System, book
from augenmass.transmissions.actions.admitting import Admitted, admit, cases_about, verified
from augenmass.transmissions.refusal import NotTaken
from augenmass.transmissions.rules.kinds import Channel


def take_in(who: Actor | System, text: str, channel: Channel) -> Admitted:
    """Take a message in. The same message again gives what it gave, with the same receipt.

    An actor takes in only what is for the actor's own body. Raises ``NotTaken`` with a sentence (nothing was kept) and ``NotPermitted``.
    """
    if isinstance(who, Actor):
        who.require(Permission.RECEIVE)
        who.require_writing()
    with as_system(SystemRole.TRANSMISSION):
        try:
            return _once(who, text, channel)
        except IntegrityError:
            # The same message at the same moment: the other one was quicker, and this one is a repetition.
            return _once(who, text, channel)


def _once(who: Actor | System, text: str, channel: Channel) -> Admitted:
    found = verified(text)
    if isinstance(who, Actor) and found.body.pk != who.body_id:
        raise NotTaken(
            "other_receiver",
            _("Diese Nachricht ist an eine andere Stelle gerichtet: %(body)s. Bitte geben Sie sie dort weiter.")
            % {"body": found.body.name},
        )
    with book(who, cases_about(found.message.head.refers_to), of_any_body=True) as opened:
        return admit(opened, found, channel)
