"""Which catalogue answers in this installation: the one released last, or the shipped one as long as none was released."""

import time
from functools import lru_cache

from augenmass.law.altered import CatalogueAltered
from augenmass.law.catalogue import Catalogue
from augenmass.law.time import now
from augenmass.lawbook.models import CatalogueVersion, Release

LOOKED_FOR_EVERY = 30.0
"""Seconds after which a process looks again whether another catalogue was released."""


class _Held:
    """What this process holds: when it looked, and what it found."""

    catalogue: Catalogue | None = None
    looked_at = 0.0


def in_force(fresh: bool = False) -> Catalogue:
    """Return the catalogue that answers. ``fresh``: look now, as every signature does."""
    at = time.monotonic()
    if _Held.catalogue is None or fresh or at - _Held.looked_at > LOOKED_FOR_EVERY:
        _Held.catalogue, _Held.looked_at = _released(), at
    return _Held.catalogue


def forget() -> None:
    """Look again at the next question."""
    _Held.catalogue = None


def _released() -> Catalogue:
    last = Release.objects.filter(released_at__isnull=False).order_by("-released_at", "-pk").first()
    return Catalogue.shipped() if last is None else _marked(last.pk)


@lru_cache(maxsize=4)
def _marked(pk: int) -> Catalogue:
    found = Release.objects.select_related("proposed_by", "released_by").get(pk=pk)
    assert found.released_at is not None
    assert found.released_by is not None
    people = (found.proposed_by.get_full_name(), found.released_by.get_full_name())
    return catalogue_of(found.catalogue_id).release(found.released_at.date(), people)


def catalogue_of(checksum: str) -> Catalogue:
    """Return a catalogue by its hash. Raises ``CatalogueVersion.DoesNotExist`` and ``CatalogueAltered``."""
    shipped = Catalogue.shipped()
    if shipped.hash == checksum:
        return shipped
    content = CatalogueVersion.objects.get(hash=checksum).content
    try:
        kept = Catalogue.from_json(content)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise CatalogueAltered(checksum[:12]) from error
    if kept.hash != checksum:
        raise CatalogueAltered(checksum[:12])
    return kept


def keep(catalogue: Catalogue) -> CatalogueVersion:
    """Keep a catalogue by its hash, once; it is written as JSON, half a second's work, only where it is not there yet."""
    kept, _made = CatalogueVersion.objects.get_or_create(
        hash=catalogue.hash, defaults={"content": catalogue.to_json, "first_used_at": now()}
    )
    return kept
