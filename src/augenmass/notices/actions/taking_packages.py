"""Taking a signed package in by file: sender, receiver, key and signature are checked before anything is written."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, now, today
from augenmass.notices.actions.following import correct_of, withdraw_of
from augenmass.notices.actions.taking import NewNotice, NotTaken, Taken, held, take
from augenmass.notices.models import Notice
from augenmass.notices.rules.kinds import Channel
from augenmass.notices.rules.package import Content, Package, read_package
from augenmass.transmissions.actions.writing import is_test
from augenmass.transmissions.parties import Partner, address_of, key_of, partner_at
from augenmass.transmissions.refusal import key_refused, not_readable
from augenmass.transmissions.rules.message import Unreadable, canonical, unsigned_part
from augenmass.transmissions.rules.signing import problem_with, proves

AHEAD = timedelta(minutes=15)
"""How far the clocks of two instances may differ."""
FIELD = "package"


def take_package(actor: Actor, text: str | bytes) -> Taken:
    """Take the notice, correction or withdrawal of a package for the actor's own body.

    The same package again gives what it gave. Raises ``NotTaken`` (nothing of it was kept), ``Returned``, ``work.refusal.NotDone``
    and ``NotPermitted``.
    """
    actor.require(Permission.RECEIVE)
    actor.require_writing()
    actor.require(Permission.POST)
    with as_system(SystemRole.TRANSMISSION):
        package, sender = _verified(actor, text)
        head = package.head
        if head.withdraws is not None:
            return Taken(withdraw_of(actor, sender, _earlier(sender, actor, head.withdraws)), False)
        assert package.notice is not None
        new = _new(actor, package, package.notice)
        if head.corrects is not None:
            return correct_of(actor, sender, _earlier(sender, actor, head.corrects), new, Channel.PACKAGE)
        return take(actor, sender, new, Channel.PACKAGE)


def _verified(actor: Actor, text: str | bytes) -> tuple[Package, Partner]:
    try:
        package, raw = read_package(text)
    except Unreadable as error:
        raise NotTaken(FIELD, str(not_readable(error))) from error
    head = package.head
    if head.receiver.address != address_of(actor.body):
        raise NotTaken(
            FIELD,
            _("Dieses Paket ist an eine andere Stelle gerichtet: %(body)s. Es wurde nichts übernommen.")
            % {"body": head.receiver.name},
        )
    sender = partner_at(head.sender.address, actor.body)
    if sender is None or sender.kind != head.sender.kind:
        raise NotTaken(
            FIELD,
            _(
                "Der Absender steht nicht oder als Stelle anderer Art im Adressbuch Ihrer Dienststelle. Bitte tragen Sie ihn mit seinem Schlüssel ein, bevor Sie das Paket übernehmen."
            ),
        )
    key = key_of(sender, package.signature.key)
    if key is None or not proves(key.public_key, canonical(unsigned_part(raw)), package.signature.value):
        raise NotTaken(
            FIELD,
            _(
                "Die Unterschrift passt nicht zum Inhalt: Das Paket wurde verändert, gefälscht oder mit einem unbekannten Schlüssel unterzeichnet. Es wurde nichts übernommen; bitte rufen Sie den Absender an."
            ),
        )
    for day in (day_of(head.created_at), today()):
        if (problem := problem_with(key, day)) is not None:
            raise NotTaken(FIELD, str(key_refused(problem)))
    if head.created_at > now() + AHEAD:
        raise NotTaken(FIELD, _("Das Paket trägt eine Zeit in der Zukunft. Bitte prüfen Sie die Uhren."))
    if head.test != is_test():
        raise NotTaken(
            FIELD,
            _(
                "Ein Paket mit erfundenen Angaben gehört nicht in den Echtbetrieb und umgekehrt. Es wurde nichts übernommen."
            ),
        )
    return package, sender


def _new(actor: Actor, package: Package, content: Content) -> NewNotice:
    return NewNotice(
        key=package.head.key,
        receiver_id=actor.body_id,
        said=content.said,
        provision=content.provision,
        statements=content.statements,
        land_law=content.land_law,
        file_number=content.file_number,
    )


def _earlier(sender: Partner, actor: Actor, key: UUID) -> Notice:
    """The notice that a package follows. Raises ``NotTaken``."""
    found = held(sender, key)
    if found is None or found.receiver_id != actor.body_id:
        raise NotTaken(FIELD, _("Das Paket nimmt auf eine Mitteilung Bezug, die hier nicht eingegangen ist."))
    return found
