"""Offers of the invented Land, taken over from the files that come with the demonstration; ``@14`` in them is a day two weeks ago."""

import json
import re
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import augenmass.demo
from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.offers.actions.importing import take_table
from augenmass.offers.actions.outlines import replace_outlines
from augenmass.offers.models import Offer
from augenmass.offers.rules.outline import read_outlines
from augenmass.offers.rules.table import read_table
from augenmass.site.command.people import actor_named

_FOLDER = Path(augenmass.demo.__file__).parent
_AGO = re.compile(r"@(\d+)")
OF_THE_TOWN = "99001013"
"""Municipality key of Mühlbrück, which keeps its own offers; the counselling office keeps the rest."""


def list_offers() -> None:
    """Take the invented offers over, once."""
    if Offer.objects.exists():
        return
    head, *rows = _AGO.sub(_day, (_FOLDER / "offers.csv").read_text(encoding="utf-8-sig")).splitlines()
    town = [row for row in rows if f";{OF_THE_TOWN};" in row]
    _take(actor_named("paulsen", Permission.KEEP_OFFERS), [head, *town])
    _take(actor_named("gerlach", Permission.KEEP_OFFERS), [head, *(row for row in rows if row not in town)])
    outlines = json.loads((_FOLDER / "outlines.geojson").read_text(encoding="utf-8"))
    replace_outlines(actor_named("winkler", Permission.OPERATE), read_outlines(outlines))


def _take(actor: Actor, lines: list[str]) -> None:
    with TemporaryDirectory(prefix="augenmass-demo-") as folder:
        path = Path(folder) / "offers.csv"
        path.write_text("\r\n".join(lines), encoding="utf-8")
        plan = take_table(actor, read_table(path, today()))
    assert not plan.table.refused, plan.table.refused


def _day(found: re.Match[str]) -> str:
    return f"{today() - timedelta(days=int(found[1])):%d.%m.%Y}"
