"""The card of a body of this instance: its address and the key with which it signs today; the first key is made for it."""

from django.utils.translation import gettext as _

from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.record.ledger import System
from augenmass.transmissions.actions.signing_keys import make_key
from augenmass.transmissions.models import BodyKey
from augenmass.transmissions.parties import party_of, valid_key
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.card import Card, CardKey
from augenmass.transmissions.rules.classes import matrix_kind


def card_of_body(body: Body) -> Card:
    """The card. Raises ``NotSent`` for a body that takes no part in transmissions."""
    if matrix_kind(body.kind) is None:
        raise NotSent(_("Eine Stelle dieser Art nimmt an Übermittlungen nicht teil."))
    key = valid_key(body, today())
    if key is None and not BodyKey.objects.filter(body=body).exists():
        key = make_key(System(body_id=body.pk), body)
    if key is None:
        raise NotSent(_("Der Schlüssel der Dienststelle ist abgelaufen oder gesperrt. Bitte legen Sie einen neuen an."))
    held = CardKey(id=key.key_id, public_key=key.public_key, valid_from=key.valid_from, valid_until=key.valid_until)
    return Card(card="1", body=party_of(body), key=held)
