"""The translations that the program has: who confirmed each for a body, and which a letter carries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.models import TranslationReview
from augenmass.letters.rules.beside import NO_FURTHER, Beside
from augenmass.letters.wording.passages import (
    FALLBACK,
    GERMAN,
    REMEDY,
    directed,
    further,
    language_for,
    names,
    text_sha256,
    wording,
)


class NoSuchTranslation(Exception):
    """There is no such wording or language."""


class Standing(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    OBJECTED = "objected"


@dataclass(frozen=True, slots=True)
class State:
    """What a body's translators say of one translation as its words are now; ``review`` is the last one, None while there is none."""

    wording: str
    language: str
    standing: Standing
    review: TranslationReview | None


@dataclass(frozen=True, slots=True)
class Line:
    """One heading or paragraph in German and in the further language; ``heading`` for a heading, ``point`` for a point of a list."""

    german: str
    further: str
    heading: bool = False
    point: bool = False


def state_of(body_id: int, name: str, language: str) -> State:
    """What the body's translators say of the words as they are now. Raises ``NoSuchTranslation``."""
    return _states(body_id, [(name, language)])[0]


def states(body_id: int) -> list[State]:
    """Every translation with its state, wording by wording."""
    return _states(body_id, [(name, language) for name in names() for language in further()])


def states_for(actor: Actor) -> list[State]:
    """The states for the translators of the actor's body. Raises ``NotPermitted``."""
    actor.require(Permission.CONFIRM_TRANSLATIONS)
    return states(actor.body_id)


def side_by_side(actor: Actor, name: str, language: str) -> tuple[State, list[Line]]:
    """One translation beside the German text. Raises ``NoSuchTranslation`` and ``NotPermitted``."""
    actor.require(Permission.CONFIRM_TRANSLATIONS)
    state = state_of(actor.body_id, name, language)
    german, translation = wording(name, GERMAN), wording(name, language)
    lines = [Line(german.subject, translation.subject, heading=True)]
    for key, passage in german.passages.items():
        there = translation.passages[key]
        if passage.heading:
            lines.append(Line(passage.heading, there.heading, heading=True))
        for said, other in zip(passage.text, there.text, strict=True):
            lines.append(
                Line(said.removeprefix("- "), directed(other.removeprefix("- "), language), point=said.startswith("- "))
            )
    return state, lines


def beside_for(body_id: int, name: str, language: str, spoken: str) -> Beside:
    """The further language of a letter for a person who speaks ``spoken``. What was objected to is not printed."""
    if language not in further():
        return NO_FURTHER
    found = {state.wording: state for state in _states(body_id, [(name, language), (REMEDY, language)])}
    own = found[name]
    if own.standing is Standing.OBJECTED:
        return NO_FURTHER
    lacking = language == FALLBACK and language_for(spoken) == FALLBACK and spoken != FALLBACK
    return Beside(
        language,
        unavailable=VOCABULARY["language"].choice(spoken).en if lacking else "",
        confirmed_by=own.review.translator if own.standing is Standing.CONFIRMED and own.review else "",
        remedy_confirmed=found[REMEDY].standing is Standing.CONFIRMED,
    )


def to_choose(body_id: int, name: str) -> list[tuple[str, Standing]]:
    """The further languages that a letter can carry, each with its state."""
    found = _states(body_id, [(name, language) for language in further()])
    return [(state.language, state.standing) for state in found if state.standing is not Standing.OBJECTED]


def _states(body_id: int, asked: list[tuple[str, str]]) -> list[State]:
    if any(name not in names() or language not in further() for name, language in asked):
        raise NoSuchTranslation
    rows = TranslationReview.objects.filter(
        body=body_id, wording__in={name for name, _ in asked}, language__in={language for _, language in asked}
    ).select_related("recorded_by")
    last: dict[tuple[str, str], TranslationReview] = {}
    for row in rows:  # the last review first
        if row.text_sha256 == text_sha256(row.wording, row.language):
            last.setdefault((row.wording, row.language), row)
    return [
        State(*pair, Standing(last[pair].outcome) if pair in last else Standing.OPEN, last.get(pair)) for pair in asked
    ]
