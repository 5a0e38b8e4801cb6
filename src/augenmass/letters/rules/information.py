"""From case facts and body to the data of the information about prospects of residence; no remedies, since it decides nothing.

Sources: AufenthG §§ 23a, 44a, 48, 49, 81, 82 (1) and (3); VwVfG § 25; GG Art. 17.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from augenmass.letters.document import Section
from augenmass.letters.rules.beside import Beside, Part
from augenmass.letters.rules.inputs import Author, Person, Prospect
from augenmass.letters.rules.plain import plain_letter
from augenmass.letters.wording.departure_warning import language_hint

TEMPLATE = "prospects_information"


def information_data(
    *,
    person: Person,
    author: Author,
    reference: str,
    written_on: date,
    prospects: tuple[Prospect, ...],
    beside: Beside,
) -> dict[str, Any]:
    """The letter as stored JSON, ready for ``render.render``. Raises ``Incomplete`` where nobody can be written to."""
    return plain_letter(
        TEMPLATE,
        person=person,
        author=author,
        reference=reference,
        written_on=written_on,
        parts=tuple(_parts(prospects, author)),
        beside=beside,
        further=tuple(_parts(prospects, author, further=True)),
        after=(Section("Sprache", (language_hint(),)),),
    )


def _parts(prospects: tuple[Prospect, ...], author: Author, *, further: bool = False) -> Iterator[Part]:
    """The passages in their order. ``further``: for another language, with provisions as they are cited there."""
    yield Part("opening")
    yield Part("found" if prospects else "none")
    for prospect in prospects:
        provision = prospect.provision_further if further else prospect.provision
        yield Part(f"prospect_{prospect.key}", {"provision": provision}, strong=True)
        if prospect.missing:
            yield Part("missing", below=prospect.missing)
    yield Part("apply", {"office": author.office.name})
    yield from (Part("hardship"), Part("limits", strong=True), Part("petition"), Part("duties"))
    if author.counselling:
        yield Part("counselling", below=author.counselling)
