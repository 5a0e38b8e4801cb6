"""A body's signing keys: made at first need, renewed, revoked."""

from datetime import timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, System, entry
from augenmass.transmissions.keys import new_private, path_of
from augenmass.transmissions.models import BodyKey
from augenmass.transmissions.parties import valid_key
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.signing import key_id_of, public_text

LASTS = timedelta(days=730)


def make_key(who: Actor | System, body: Body) -> BodyKey:
    """Make a new key pair for a body. Older keys stay valid until their day, so that what is under way can be checked.

    Raises ``NotPermitted`` for an actor who does not administer the body.
    """
    _may(who, body)
    with entry(who, "key.made") as e:
        return write_key(e, body)


def revoke_key(who: Actor | System, body: Body, key_id: str) -> BodyKey:
    """Take a key back: from now on nothing that it signed is taken in. Raises ``NotSent`` for a key that the body does not have."""
    _may(who, body)
    with entry(who, "key.revoked") as e:
        key = BodyKey.objects.filter(body=body, key_id=key_id).first()
        if key is None:
            raise NotSent(_("Einen Schlüssel mit dieser Kennung hat Ihre Dienststelle nicht."))
        if key.revoked_on is None:
            BodyKey.objects.filter(pk=key.pk, revoked_on=None).update(revoked_on=day_of(e.book.at))
            key.revoked_on = day_of(e.book.at)
        e.refer(key=key.pk)
    return key


def write_key(e: Entry, body: Body) -> BodyKey:
    """Make a key pair in an entry under way. A file that is left over after a rollback names no key and does no harm."""
    private = Ed25519PrivateKey.generate()
    public = public_text(private)
    new_private(path_of(key_id_of(public)), private)
    day = day_of(e.book.at)
    key = BodyKey.objects.create(
        body=body,
        key_id=key_id_of(public),
        public_key=public,
        valid_from=day,
        valid_until=day + LASTS,
        made_by_id=e.action_id,
    )
    e.refer(key=key.pk)
    return key


def signing_key(e: Entry, body: Body) -> BodyKey:
    """The key with which a body signs today; its first one is made when it is needed."""
    key = valid_key(body, today())
    if key is not None:
        return key
    if BodyKey.objects.filter(body=body).exists():
        raise NotSent(
            _(
                "Der Schlüssel Ihrer Dienststelle ist abgelaufen oder gesperrt. Die Verwaltung Ihrer Dienststelle kann einen neuen anlegen."
            )
        )
    return write_key(e.book.entry("key.made"), body)


def _may(who: Actor | System, body: Body) -> None:
    if isinstance(who, Actor):
        who.require(Permission.ADMINISTER)
        if who.body_id != body.pk:
            raise NotSent(_("Schlüssel legt jede Dienststelle für sich selbst an."))
