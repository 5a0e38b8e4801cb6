"""Outlines of districts for the map, loaded by the operator."""

from collections.abc import Sequence

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.offers.models import Outline
from augenmass.offers.rules.outline import District
from augenmass.record.ledger import entry


def replace_outlines(actor: Actor, districts: Sequence[District]) -> None:
    """Draw these districts from now on, and none that were there before. Raises ``NotPermitted``."""
    actor.require(Permission.OPERATE)
    with entry(actor, "offers.outlines_loaded") as e:
        Outline.objects.all().delete()
        Outline.objects.bulk_create(
            Outline(
                name=one.name,
                rings=one.rings,
                south=one.box.south,
                north=one.box.north,
                west=one.box.west,
                east=one.box.east,
            )
            for one in districts
        )
        e.refer(districts=len(districts))
