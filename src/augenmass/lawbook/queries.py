"""Sentences that citations mean, from the wording at hand; how far the norms of a catalogue are reviewed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from augenmass.law.catalogue import Catalogue
from augenmass.law.difference import norm_hash
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import split_cite, unit_of
from augenmass.law.texts.passages import passage
from augenmass.law.time import day_of
from augenmass.lawbook.book.binding import Installation, catalogues
from augenmass.lawbook.in_force import in_force
from augenmass.lawbook.models import NormReview, Release, Wording


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
    rows = Wording.objects.filter(unit__in=plain).values_list("unit", "hash", "text", "day", "loaded_at", "pk")
    for unit, digest, text, *_order in sorted(rows, key=lambda row: (row[3] or day_of(row[4]), *row[4:])):
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


def reviews_of(norm: str) -> list[NormReview]:
    """Return everything that was found of a norm, newest first."""
    return list(NormReview.objects.filter(norm=norm).select_related("account"))


def review_states(catalogue: Catalogue) -> dict[str, str]:
    """Return for each norm whether the newest finding of everybody approves (``approved``) or somebody objects (``objected``).

    Norms that nobody read in their present form are not in it.
    """
    present = {norm.id: norm_hash(norm) for norm in catalogue.norms}
    newest: dict[tuple[str, int], str] = {}
    rows = NormReview.objects.order_by("at", "pk").values_list("norm", "norm_hash", "account_id", "verdict")
    for norm, digest, account, verdict in rows:
        if present.get(norm) == digest:
            newest[norm, account] = verdict
    states: dict[str, str] = {}
    for (norm, _account), verdict in newest.items():
        if states.get(norm) != NormReview.Verdict.OBJECTED:
            states[norm] = verdict
    return states


def standing_objections(catalogue: Catalogue) -> list[str]:
    """Return the norms to which somebody objects."""
    return [norm for norm, state in review_states(catalogue).items() if state == NormReview.Verdict.OBJECTED]


def releases() -> list[Release]:
    """Return every proposal and release, newest first."""
    return list(Release.objects.select_related("proposed_by", "released_by", "refused_by"))


def installation() -> Installation:
    """Return what this installation adds to the document of the law: findings, wording, release of the shipped catalogue."""
    shipped = catalogues()["cases"]
    answering = in_force()
    released = answering if answering.hash == shipped.hash else shipped
    norms = {norm.id for law in catalogues().values() for norm in law.norms}
    return Installation(
        states=review_states(shipped),
        wordings={norm: found.text for norm, found in sentences(norms).items()},
        released_on=released.released_on,
        reviewers=released.reviewers,
    )
