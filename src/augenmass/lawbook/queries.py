"""The sentences that citations mean, from the wording that the installation holds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import split_cite, unit_of
from augenmass.law.texts.passages import passage
from augenmass.lawbook.models import Wording


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a citation says. ``changed``: it is not the wording that the norm was written from."""

    text: str
    changed: bool


def sentences(cites: Collection[str]) -> dict[str, Sentence]:
    """Return the sentence of each citation whose wording is at hand; one query. Prefers the wording that norms were written from."""
    units = {unit_of(cite) for cite in cites if split_cite(cite)[0]}
    if not units:
        return {}
    chosen: dict[str, tuple[str, bool]] = {}
    plain = {unit.partition("@")[0] for unit in units}
    held: dict[str, dict[str, str]] = {}
    for unit, digest, text in (
        Wording.objects.filter(unit__in=plain).order_by("loaded_at", "pk").values_list("unit", "hash", "text")
    ):
        held.setdefault(unit, {})[digest] = text
    for unit in units:
        texts = held.get(unit.partition("@")[0])
        if texts:
            read = texts.get(HASHES.get(unit, ""))
            if read is not None:
                chosen[unit] = read, False
            elif "@" not in unit:
                chosen[unit] = list(texts.values())[-1], unit in HASHES
    texts_by_unit = {unit: text for unit, (text, _changed) in chosen.items()}
    return {
        cite: Sentence(passage(cite, texts_by_unit), chosen[unit_of(cite)][1])
        for cite in cites
        if unit_of(cite) in chosen
    }


def all_wordings() -> list[Mapping[str, str]]:
    """Return every wording at hand, for the word diff of the watch."""
    return [{unit: text} for unit, text in Wording.objects.values_list("unit", "text").iterator()]
