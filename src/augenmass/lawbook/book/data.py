"""The whole law as JSON for programs; ``docs/law/catalogue.schema.json`` describes it, written by ``augenmass.law.schema``."""

from datetime import date
from typing import Any

from augenmass.law.encoding import encode_fact
from augenmass.lawbook.book.binding import catalogues, narrowed

FORMAT = 1


def export_json(on: date, statute: str = "") -> dict[str, Any]:
    """Return every catalogue with its facts. ``hash`` names the whole catalogue, also where one statute was asked for."""
    return {
        "format": FORMAT,
        "on": on.isoformat(),
        "statute": statute,
        "catalogues": {
            name: {
                "hash": law.hash,
                "vocabulary": [encode_fact(declared) for declared in law.vocabulary.values()],
                "catalogue": narrowed(law, statute).to_json(),
            }
            for name, law in catalogues().items()
        },
    }
