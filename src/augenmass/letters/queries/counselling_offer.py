"""The offer of counselling: its data, what is missing for it, and which translations a body's translators confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from augenmass.access.actor import Actor
from augenmass.cases.facts import current_facts
from augenmass.directory.models import Account, Body
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.models import ConfirmedTranslation
from augenmass.letters.queries.sources import Sources, counselling_of, sources_of
from augenmass.letters.rules.counselling_offer import counselling_offer_data, counselling_offer_gaps
from augenmass.letters.rules.inputs import Gap, Incomplete
from augenmass.letters.wording.counselling_offer import OFFERS, WORDING, text_sha256, translation_for
from augenmass.record.models import Case


@dataclass(frozen=True, slots=True)
class OfferPreview:
    """The letter as it would be made today; without ``data`` the ``gaps`` say why. ``offered``: the step was taken."""

    data: dict[str, Any] | None
    gaps: tuple[Gap, ...]
    offered: bool


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation that the program has, and who confirmed it for the body."""

    language: str
    name: str
    text_sha256: str
    paragraphs: tuple[str, ...]
    confirmed: ConfirmedTranslation | None


def offer_data(case: Case, sources: Sources, on: date) -> dict[str, Any]:
    """The letter as data. Raises ``rules.inputs.Incomplete`` with all gaps."""
    language = sources.language
    confirmed = confirmation(case.body_id, translation_for(language))
    return counselling_offer_data(
        person=sources.person,
        author=sources.author,
        reference=case.number,
        written_on=on,
        language=language,
        named=VOCABULARY["language"].choice(language).en if language else "",
        confirmed_by=confirmed.translator if confirmed else "",
    )


def offer_gaps(case: Case, officer: Account, on: date) -> tuple[Gap, ...]:
    """What is missing for the letter. Callers have checked that the actor may see the case."""
    sources = sources_of(case, officer, on)
    return counselling_offer_gaps(sources.person, sources.author)


def offer_preview(actor: Actor, case: Case) -> OfferPreview:
    """The letter of a case that the actor has found."""
    held = current_facts([case.pk], today())[case.pk].held.get("counselling_offered_on")
    offered = held is not None and not held.disputed
    try:
        data = offer_data(case, sources_of(case, actor.account, today()), today())
    except Incomplete as incomplete:
        return OfferPreview(None, incomplete.gaps, offered)
    return OfferPreview(data, (), offered)


def confirmation(body_id: int, language: str) -> ConfirmedTranslation | None:
    """The confirmation of the words as the program has them now; None for German and for words that changed since."""
    if language not in OFFERS or language == "de":
        return None
    rows = ConfirmedTranslation.objects.filter(body=body_id, wording=WORDING, language=language)
    return rows.filter(text_sha256=text_sha256(language)).first()


def translations(actor: Actor) -> list[Translation]:
    """The translations of the offer, for the administration of the body. Raises ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    return [
        Translation(
            language, words.name, text_sha256(language), _paragraphs(language), confirmation(actor.body_id, language)
        )
        for language, words in OFFERS.items()
        if language != "de"
    ]


def counselling_named(actor: Actor) -> tuple[str, ...]:
    """The counselling that the body names in its letters. Raises ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    return counselling_of(Body.objects.get(pk=actor.body_id))


def _paragraphs(language: str) -> tuple[str, ...]:
    words = OFFERS[language]
    return (
        words.subject,
        words.opening,
        words.contact,
        words.topics_heading,
        *words.topics,
        words.consequences_heading,
        *words.consequences,
        words.free_heading,
        *words.free,
    )
