"""Wording of the offer of return counselling: German, and the translations that the program has.

A translation is a help beside the German text. It bears a mark until a named translator has confirmed exactly these words for the body.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from augenmass.letters.document import Block, Bullets, Paragraph, Section, bind

WORDING = "counselling_offer"


@dataclass(frozen=True, slots=True)
class Offer:
    """The words of the offer in one language."""

    name: str
    """What the language is called in it."""
    subject: str
    opening: str
    contact: str
    topics_heading: str
    topics: tuple[str, ...]
    consequences_heading: str
    consequences: tuple[str, ...]
    free_heading: str
    free: tuple[str, ...]


OFFERS: Mapping[str, Offer] = {
    "de": Offer(
        "Deutsch",
        "Angebot einer Rückkehrberatung",
        "wir bieten Ihnen eine unabhängige und kostenlose Beratung an. Sie ist ergebnisoffen: Es geht darum, dass Sie Ihre Möglichkeiten kennen. "
        "Was Sie danach tun, entscheiden Sie selbst.",
        "Diese Stelle berät Sie:",
        "Worüber Sie sprechen können",
        (
            "ob es für Sie noch Wege gibt, in Deutschland zu bleiben, und wer Ihnen dazu rechtlichen Rat gibt,",
            "wie eine freiwillige Ausreise abläuft und wie viel Zeit Sie dafür haben,",
            "welche Hilfen es für die Reise und für den Neubeginn gibt,",
            "was für Ihre Familie und für Ihre Gesundheit wichtig ist.",
        ),
        "Bevor Sie eine Förderung beantragen",
        (
            "Ein Antrag auf staatliche Förderung einer freiwilligen Ausreise kann Folgen haben: Er zählt als konkrete Maßnahme zur "
            "Aufenthaltsbeendigung. Danach kann eine Erlaubnis zu arbeiten oder eine Ausbildungsduldung abgelehnt werden (§ 60a Absatz 5b, "
            "§ 60c Absatz 2 Nummer 5 AufenthG). Lassen Sie sich beraten, bevor Sie ihn stellen.",
        ),
        "Die Beratung ist freiwillig",
        (
            "Sie müssen die Beratung nicht annehmen. Wenn Sie sie nicht annehmen, entsteht Ihnen daraus kein Nachteil. Sie können sie auch später noch annehmen.",
            "Was Sie dort besprechen, steht nicht in unserer Akte. Die Beratungsstelle sagt Ihnen vor dem ersten Gespräch, was mit Ihren Angaben geschieht.",
            "Sie dürfen eine Person Ihres Vertrauens mitbringen. Wenn Sie eine Dolmetscherin oder einen Dolmetscher brauchen, sagen Sie es bei der Anmeldung.",
        ),
    ),
    "en": Offer(
        "English",
        "Offer of return counselling",
        "We offer you independent counselling, free of charge. Its outcome is open: it is meant to show you which possibilities you have. What you do "
        "afterwards is your own decision.",
        "This service counsels you:",
        "What you can talk about",
        (
            "whether there still are ways for you to stay in Germany, and who gives you legal advice about them,",
            "how a voluntary departure works and how much time you have for it,",
            "which help there is for the journey and for a new start,",
            "what matters for your family and for your health.",
        ),
        "Before you apply for support",
        (
            "An application for public support of a voluntary departure can have consequences: it counts as a concrete step to end your stay. "
            "After it, a permission to work or a suspension of removal for training can be refused (§ 60a (5b), § 60c (2) no. 5 of the Residence "
            "Act, AufenthG). Seek counsel before you apply.",
        ),
        "Counselling is voluntary",
        (
            "You do not have to accept the counselling. If you do not accept it, you have no disadvantage from that. You can still accept it later.",
            "What you talk about there is not in our file. Before the first talk the service tells you what happens with what you say.",
            "You may bring a person whom you trust. If you need an interpreter, say so when you make an appointment.",
        ),
    ),
}

NOT_CONFIRMED: Mapping[str, str] = {
    "de": "Übersetzung noch nicht bestätigt. Es gilt der deutsche Text.",
    "en": "Translation not yet confirmed. The German text prevails.",
}
PREVAILS = {"en": "This page is a translation to help you. The German text prevails."}
NOT_IN_LANGUAGE = (
    "This letter is not yet available in your language ({language}). You receive it in German and in English. "
    "Ask the counselling service for an interpreter."
)


def text_sha256(language: str) -> str:
    """SHA-256 over exactly the words of one language: what a translator confirms."""
    return hashlib.sha256(repr(astuple(OFFERS[language])).encode()).hexdigest()


def translation_for(language: str) -> str:
    """The language in which the letter stands beside the German; "" where German is the person's own."""
    if language == "de":
        return ""
    return language if language in OFFERS else "en"


def german_sections(opening: str, counselling: tuple[str, ...]) -> tuple[Section, ...]:
    """The letter itself; ``opening`` begins it where somebody else than the person is addressed."""
    words = OFFERS["de"]
    first = f"{opening} {words.opening[0].upper()}{words.opening[1:]}" if opening else words.opening
    return (Section("", (Paragraph(first), *_contact(words, counselling))), *_rest(words))


def translated_section(language: str, counselling: tuple[str, ...], missing: str, confirmed_by: str) -> Section:
    """The same words on a page of their own. ``missing``: the person's own language, where the program has no words in it."""
    words = OFFERS[language]
    mark = PREVAILS[language] if confirmed_by else f"{NOT_CONFIRMED[language]}\n{NOT_CONFIRMED['de']}"
    blocks: list[Block] = [Paragraph(mark, strong=True)]
    if missing:
        blocks.append(Paragraph(NOT_IN_LANGUAGE.replace("{language}", missing)))
    blocks += [Paragraph(words.opening), *_contact(words, counselling)]
    for section in _rest(words):
        blocks += [Paragraph(section.heading, strong=True), *section.blocks]
    return Section(words.subject, tuple(blocks), language=language, new_page=True)


def _contact(words: Offer, counselling: tuple[str, ...]) -> tuple[Block, ...]:
    return (Paragraph(words.contact), Bullets(counselling))


def _rest(words: Offer) -> tuple[Section, ...]:
    return (
        Section(words.topics_heading, (Bullets(words.topics),)),
        Section(words.consequences_heading, tuple(Paragraph(bind(text)) for text in words.consequences)),
        Section(words.free_heading, tuple(Paragraph(text) for text in words.free)),
    )
