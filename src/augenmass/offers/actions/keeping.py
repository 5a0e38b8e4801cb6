"""Keeping entries of the own body: writing one, closing it, opening it again."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of
from augenmass.offers.models import Offer, Span
from augenmass.offers.queries.offers import may_keep
from augenmass.offers.rules.entry import Entry
from augenmass.offers.writing import spans_of, values_of
from augenmass.record.ledger import entry as action
from augenmass.record.once import once
from augenmass.work.refusal import NotDone


def require_keeping(actor: Actor) -> None:
    """Raise ``NotPermitted`` for whoever keeps no entries."""
    if not may_keep(actor):
        raise NotPermitted(Permission.KEEP_OFFERS)


def one_at_a_time(actor: Actor) -> None:
    """Wait until nobody else writes entries of the own body, for the rest of the transaction."""
    Body.objects.select_for_update(no_key=True).get(pk=actor.body_id)


def add_offer(actor: Actor, key: UUID, said: Entry) -> Offer:
    """Add an entry, once for a form. Raises ``NotDone`` where the body has the same offer already, ``NotPermitted``."""
    require_keeping(actor)

    def make() -> Offer:
        with action(actor, "offer.added") as e:
            one_at_a_time(actor)
            _check_code(actor, key, said)
            made = Offer.objects.create(key=key, body=actor.body, changed_at=e.book.at, **values_of(said))
            Span.objects.bulk_create(spans_of(said, made))
            e.refer(offer=made.pk)
        return made

    return once(lambda: Offer.objects.filter(key=key, body=actor.body_id).first(), make)


def change_offer(actor: Actor, key: UUID, seen: int, said: Entry) -> Offer:
    """Write an entry anew. Raises ``NotDone`` when somebody else was quicker, ``NotPermitted``, ``Offer.DoesNotExist``."""
    require_keeping(actor)
    found = own_offer(actor, key)
    with action(actor, "offer.changed") as e:
        one_at_a_time(actor)
        _check_code(actor, key, said)
        write(found, said, seen, changed_at=e.book.at)
        e.refer(offer=found.pk)
    found.refresh_from_db()
    return found


def confirm_offer(actor: Actor, key: UUID, seen: int) -> None:
    """Note that an entry was looked at today and is right. Raises ``NotDone``, ``NotPermitted``, ``Offer.DoesNotExist``."""
    require_keeping(actor)
    found = own_offer(actor, key)
    with action(actor, "offer.confirmed") as e:
        _advance(found, seen, confirmed_on=day_of(e.book.at), changed_at=e.book.at)
        e.refer(offer=found.pk)


def close_offer(actor: Actor, key: UUID, seen: int) -> None:
    """Take an entry out of the directory; it stays with the body. Raises ``NotDone``, ``NotPermitted``, ``Offer.DoesNotExist``."""
    require_keeping(actor)
    found = own_offer(actor, key)
    with action(actor, "offer.closed") as e:
        _advance(found, seen, closed_on=found.closed_on or day_of(e.book.at), changed_at=e.book.at)
        e.refer(offer=found.pk)


def open_offer(actor: Actor, key: UUID, seen: int) -> None:
    """Take a closed entry in again. Raises ``NotDone``, ``NotPermitted``, ``Offer.DoesNotExist``."""
    require_keeping(actor)
    found = own_offer(actor, key)
    with action(actor, "offer.opened") as e:
        _advance(found, seen, closed_on=None, changed_at=e.book.at)
        e.refer(offer=found.pk)


def own_offer(actor: Actor, key: UUID) -> Offer:
    """An entry that the own body keeps. Raises ``Offer.DoesNotExist``."""
    return Offer.objects.prefetch_related("spans").get(key=key, body=actor.body_id)


def _check_code(actor: Actor, key: UUID, said: Entry) -> None:
    if Offer.objects.filter(body=actor.body_id, code__iexact=said.code).exclude(key=key).exists():
        raise NotDone(_("Ein Angebot mit dieser Kennung steht schon im Verzeichnis Ihrer Dienststelle."))


def write(found: Offer, said: Entry, seen: int, **more: object) -> None:
    """Write an entry over an offer whose newest version was read. Raises ``NotDone``."""
    with transaction.atomic():
        _advance(found, seen, **values_of(said), **more)
        Span.objects.filter(offer=found.pk).delete()
        Span.objects.bulk_create(spans_of(said, found))


def _advance(found: Offer, seen: int, **values: object) -> None:
    if not Offer.objects.filter(pk=found.pk, version=seen).update(version=seen + 1, **values):
        raise NotDone(_("Dieses Angebot ist inzwischen geändert worden. Bitte sehen Sie es sich noch einmal an."))
