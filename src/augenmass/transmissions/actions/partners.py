"""The address book of a body: bodies outside with their keys, entered from their card after the fingerprint was compared."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of
from augenmass.record.ledger import Entry, entry
from augenmass.site.configuration import Mode, configuration
from augenmass.transmissions.access_tokens import write_token
from augenmass.transmissions.models import OutsideBody, OutsideKey
from augenmass.transmissions.parties import body_at
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.card import Card, read_card
from augenmass.transmissions.rules.message import Unreadable

LONGEST_TOKEN = 200


@dataclass(frozen=True, slots=True)
class PartnerForm:
    """What the administration enters beside the card. ``token`` lets this instance deliver at ``url``; empty leaves what is there."""

    card: str
    postal: str = ""
    url: str = ""
    token: str = ""
    compared: bool = False


def add_partner(actor: Actor, entered: PartnerForm) -> OutsideBody:
    """Enter a body outside with its key, or a further key of one that is there. Raises ``NotSent`` and ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    card = _card(entered)
    url = _checked_url(entered.url)
    _checked_token(entered.token)
    with entry(actor, "partner.entered") as e:
        outside = OutsideBody.objects.filter(body=actor.body_id, address=card.body.address).first()
        if outside is None:
            outside = OutsideBody(body_id=actor.body_id, address=card.body.address, made_by_id=e.action_id)
        elif outside.kind != card.body.kind:
            raise NotSent(
                _("Unter dieser Adresse steht eine Stelle anderer Art im Adressbuch. Bitte klären Sie das zuerst.")
            )
        outside.name, outside.kind = card.body.name, card.body.kind
        outside.postal = entered.postal.strip()[:400] or outside.postal
        outside.url = url or outside.url
        outside.closed_on = None
        outside.save()
        _add_key(e, outside, card)
        e.refer(outside=outside.pk)
        if entered.token:
            write_token(outside.key, entered.token.strip())
    return outside


def close_partner(actor: Actor, key: UUID) -> OutsideBody:
    """Send nothing more to a body outside and take nothing more in from it: its keys are revoked."""
    actor.require(Permission.ADMINISTER)
    outside = _own(actor, key)
    with entry(actor, "partner.closed") as e:
        day = day_of(e.book.at)
        OutsideBody.objects.filter(pk=outside.pk, closed_on=None).update(closed_on=day)
        OutsideKey.objects.filter(outside=outside, revoked_on=None).update(revoked_on=day)
        e.refer(outside=outside.pk)
    outside.refresh_from_db()
    return outside


def revoke_partner_key(actor: Actor, key: UUID, key_id: str) -> OutsideKey:
    """Trust a key of a body outside no more. Raises ``NotSent`` for one that is not there."""
    actor.require(Permission.ADMINISTER)
    found = OutsideKey.objects.filter(outside=_own(actor, key), key_id=key_id).first()
    if found is None:
        raise NotSent(_("Diesen Schlüssel hat die Stelle nicht."))
    with entry(actor, "partner.key_revoked") as e:
        OutsideKey.objects.filter(pk=found.pk, revoked_on=None).update(revoked_on=day_of(e.book.at))
        e.refer(outside=found.outside_id)
    found.refresh_from_db()
    return found


def _own(actor: Actor, key: UUID) -> OutsideBody:
    return OutsideBody.objects.get(body=actor.body_id, key=key)


def _card(entered: PartnerForm) -> Card:
    try:
        card = read_card(entered.card)
    except Unreadable as error:
        raise NotSent(
            _(
                "Das ist keine lesbare Stellenkarte. Bitte lassen Sie sich die Karte als Datei geben und laden Sie sie unverändert hoch."
            )
        ) from error
    if body_at(card.body.address) is not None:
        raise NotSent(_("Diese Stelle arbeitet in derselben Anwendung; sie steht bereits zur Auswahl."))
    if not entered.compared:
        raise NotSent(_("Bitte vergleichen Sie den Fingerabdruck des Schlüssels am Telefon und bestätigen Sie das."))
    return card


def _add_key(e: Entry, outside: OutsideBody, card: Card) -> None:
    held = OutsideKey.objects.filter(outside=outside, key_id=card.key.id).first()
    if held is not None and held.revoked_on is not None:
        raise NotSent(_("Dieser Schlüssel wurde gesperrt. Bitte lassen Sie die andere Stelle einen neuen anlegen."))
    if held is None:
        OutsideKey.objects.create(
            outside=outside,
            key_id=card.key.id,
            public_key=card.key.public_key,
            valid_from=card.key.valid_from,
            valid_until=card.key.valid_until,
            made_by_id=e.action_id,
        )


def _checked_url(url: str) -> str:
    """An address over HTTPS; in a demonstration also without."""
    text = url.strip()
    if not text:
        return ""
    parts = urlsplit(text)
    schemes = {"https"} if configuration().mode is Mode.PRODUCTION else {"https", "http"}
    if parts.scheme not in schemes or not parts.hostname or parts.username or len(text) > 300:
        raise NotSent(_("Die Adresse der anderen Anwendung beginnt mit https:// und nennt ihren Server, sonst nichts."))
    return text.rstrip("/")


def _checked_token(token: str) -> None:
    text = token.strip()
    if len(text) > LONGEST_TOKEN or any(not 33 <= ord(sign) <= 126 for sign in text):
        raise NotSent(_("Der Zugang hat eine Form, die nicht vorkommt. Bitte kopieren Sie ihn vollständig."))
