"""Another key for the content: first the new key, then every row anew, then the old key away. Each part can be repeated."""

from collections.abc import Iterator

from django.apps import apps
from django.db import transaction

from augenmass.compartment.chain import entry
from augenmass.compartment.cipher import Unreadable
from augenmass.compartment.keys import Keyring, keyring, new_key, write_keyring
from augenmass.compartment.models import Encrypted

TOGETHER = 200


def encrypted_models() -> list[type[Encrypted]]:
    """Every table with encrypted content."""
    return [model for model in apps.get_app_config("compartment").get_models() if issubclass(model, Encrypted)]


def begin_rotation() -> str:
    """Put a new key before the others; returns its id. From now on everything is written with it."""
    made = new_key()
    write_keyring(Keyring((made, *keyring().keys)))
    return made.id


def encrypt_anew() -> tuple[int, int]:
    """Bring every row to the current key; returns how many were, and how many cannot be read with any key that is here."""
    current = keyring().current
    if current is None:
        return 0, 0
    done = unreadable = 0
    for model in encrypted_models():
        for part in _parts(model, current.id):
            renewed, failed = _renew(model, part)
            done, unreadable = done + renewed, unreadable + failed
    with entry(None, "keys.rotated", key=current.id, rows=done):
        pass
    return done, unreadable


def _parts(model: type[Encrypted], current: str) -> Iterator[list[int]]:
    ids = list(model._default_manager.exclude(key_id=current).order_by("pk").values_list("pk", flat=True))
    return (ids[start : start + TOGETHER] for start in range(0, len(ids), TOGETHER))


def _renew(model: type[Encrypted], ids: list[int]) -> tuple[int, int]:
    done = 0
    with transaction.atomic():
        for row in model._default_manager.select_for_update(of=("self",)).filter(pk__in=ids):
            try:
                row.put(row.content())
            except Unreadable:
                continue
            row.save(update_fields=["key_id", "sealed"])
            done += 1
    return done, len(ids) - done


def used_keys() -> dict[str, int]:
    """How many rows each key encrypted."""
    found: dict[str, int] = {}
    for model in encrypted_models():
        for key_id in model._default_manager.values_list("key_id", flat=True):
            found[key_id] = found.get(key_id, 0) + 1
    return found


def drop_unused_keys() -> list[str]:
    """Take every key out of the file that no row needs, but the current one; returns their ids."""
    held, used = keyring(), used_keys()
    kept = tuple(key for number, key in enumerate(held.keys) if number == 0 or key.id in used)
    write_keyring(Keyring(kept))
    dropped = [key.id for key in held.keys if key not in kept]
    with entry(None, "keys.dropped", keys=dropped):
        pass
    return dropped
