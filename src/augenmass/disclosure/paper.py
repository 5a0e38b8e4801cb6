"""An extract as the template sets it: first German, then English, the same rows in both."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from augenmass.disclosure.content import Content, HeldFact, Words
from augenmass.letters.document import german_day

TEMPLATE = "extract"
LANGUAGES = ("de", "en")
Cells = Iterable[tuple[str, ...]]

_TITLE = {
    "de": "Auskunft über die zu Ihrer Person gespeicherten Angaben (Artikel 15 DSGVO)",
    "en": "Information on the details held about you (Article 15 GDPR)",
}
_LEAD = {
    "de": "Sie haben am {requested} gefragt, welche Angaben diese Stelle über Sie gespeichert hat. Hier steht die Antwort nach dem Stand vom {drawn}.",
    "en": "On {requested} you asked which details this authority holds about you. This is the answer as of {drawn}.",
}
_PREVAILS = {"de": "", "en": "This is a translation. The German text prevails."}
_HEADINGS = {
    "files": ("Ihre Akten", "Your files"),
    "facts": ("Gespeicherte Angaben", "Details held"),
    "relatives": ("Familie", "Family"),
    "documents": ("Dokumente in der Akte", "Documents in the file"),
    "notes": ("Vermerke", "Notes"),
    "post": ("Eingegangene Post", "Incoming post"),
    "steps": ("Unterzeichnete Schritte des Verfahrens", "Signed steps of the procedure"),
    "departures": ("Freiwillige Ausreise und Förderung", "Voluntary departure and support"),
    "recipients": ("Wer Angaben erhalten hat", "Who received details"),
    "looks": ("Wer in die Akte gesehen hat", "Who looked at the file"),
    "purposes": ("Wozu die Angaben verarbeitet werden", "What the details are processed for"),
    "origin": ("Woher die Angaben stammen", "Where the details come from"),
    "duration": ("Wie lange die Angaben gespeichert werden", "How long the details are kept"),
    "automated": ("Keine automatisierte Entscheidung", "No automated decision"),
    "rights": ("Ihre Rechte", "Your rights"),
    "restrictions": ("Hinweis zu jeder Auskunft", "Notice on every extract"),
}
_HEADERS = {
    "files": (("Aktenzeichen", "Stelle", "In dieser Auskunft"), ("File number", "Authority", "In this extract")),
    "facts": (("Angabe", "Wert", "Herkunft", "Seit, bis"), ("Detail", "Value", "Source", "Since, until")),
    "relatives": (("Sie sind",), ("You are",)),
    "documents": (("Dokument", "Art", "Datiert", "Abgelegt"), ("Document", "Kind", "Dated", "Kept since")),
    "notes": (("Tag", "Text"), ("Day", "Text")),
    "post": (("Eingang", "Absender", "Art", "Betreff"), ("Received", "Sender", "Kind", "Subject")),
    "steps": (("Tag", "Schritt"), ("Day", "Step")),
    "departures": (("Tag", "Was", "Einzelheiten"), ("Day", "What", "Details")),
    "recipients": (
        ("Tag", "Empfänger", "Was", "Zweck und Vorschrift"),
        ("Day", "Recipient", "What", "Purpose and provision"),
    ),
    "looks": (("Tag", "Stelle", "Rolle", "Zweck"), ("Day", "Authority", "Role", "Purpose")),
}
_WIDTHS = {
    "files": (2, 4, 2),
    "facts": (5, 5, 4, 3),
    "relatives": (1,),
    "documents": (5, 3, 2, 2),
    "notes": (1, 6),
    "post": (2, 4, 3, 4),
    "steps": (1, 6),
    "departures": (2, 5, 6),
    "recipients": (2, 3, 4, 4),
    "looks": (2, 4, 4, 4),
}
_NONE = {"de": "Nichts gespeichert.", "en": "Nothing held."}
_IN_GERMAN = "Notes are written in German; their text stands in the German part of this document."
_INCLUDED = {
    "de": ("enthalten", "nicht enthalten: bitte bei dieser Stelle fragen"),
    "en": ("included", "not included: please ask that authority"),
}
_WORDS = {"page": "Seite", "of": "von", "draft": "ENTWURF – nicht unterzeichnet", "draft_short": "ENTWURF"}


def paper(found: Content) -> dict[str, Any]:
    """The data of the template ``extract``."""
    day = found.drawn_up_on.isoformat()
    return {
        "language": "de",
        "date": day,
        "title": f"Auskunft nach Artikel 15 DSGVO: {found.person}",
        "author": found.controller.name,
        "keywords": [file.number for file in found.files],
        "controller": [
            line
            for line in (
                found.controller.name,
                found.controller.address,
                found.controller.telephone,
                found.controller.email,
            )
            if line
        ],
        "person": found.person,
        "signed": f"{found.signed_by}\n{german_day(day)}",
        "parts": [_part(found, language) for language in LANGUAGES],
        "words": dict(_WORDS) | {"footer": f"Auskunft · {found.person} · {german_day(day)}"},
    }


def _part(found: Content, language: str) -> dict[str, Any]:
    english = language == "en"
    lead = _LEAD[language].format(requested=_day(found.requested_on, language), drawn=_day(found.drawn_up_on, language))
    tables = [
        {
            "heading": _HEADINGS[name][english],
            "header": list(_HEADERS[name][english]),
            "widths": list(_WIDTHS[name]),
            "rows": [list(row) for row in rows],
            "none": _IN_GERMAN if name == "notes" and english and found.notes else _NONE[language],
        }
        for name, rows in _tables(found, language)
    ]
    texts = [
        {"heading": _HEADINGS[name][english], "text": _in(getattr(found, name), language)}
        for name in ("purposes", "origin", "duration", "automated", "rights", "restrictions")
    ]
    return {
        "language": language,
        "title": _TITLE[language],
        "lead": lead,
        "prevails": _PREVAILS[language],
        "tables": tables,
        "texts": texts,
    }


def _tables(found: Content, language: str) -> Iterable[tuple[str, Cells]]:
    def day(on: date | None) -> str:
        return _day(on, language)

    def words(text: Words) -> str:
        return _in(text, language)

    yield "files", ((file.number, file.body, _INCLUDED[language][not file.included]) for file in found.files)
    yield "facts", (_fact(fact, language) for fact in found.facts)
    yield "relatives", ((words(link.relation),) for link in found.relatives)
    yield "documents", ((one.title, words(one.kind), day(one.dated), day(one.kept_on)) for one in found.documents)
    yield "notes", ((day(note.on), note.text) for note in found.notes if language == "de")
    yield "post", ((day(piece.received_on), piece.sender, words(piece.kind), piece.subject) for piece in found.post)
    yield "steps", ((day(step.on), words(step.step)) for step in found.steps)
    yield "departures", ((day(one.on), words(one.what), words(one.detail)) for one in found.departures)
    yield (
        "recipients",
        (
            (day(one.on), one.recipient, words(one.what), "\n".join(filter(None, (words(one.purpose), one.provision))))
            for one in found.recipients
        ),
    )
    yield "looks", ((day(look.on), look.body, words(look.role), words(look.purpose)) for look in found.looks)


def _fact(fact: HeldFact, language: str) -> tuple[str, ...]:
    since, until = _day(fact.known_on, language), _day(fact.until, language)
    origin = "\n".join(filter(None, (fact.source, fact.evidence)))
    span = f"{since} – {until}" if until else since
    return _in(fact.label, language), _in(fact.value, language), origin, f"{span}\n{_in(fact.state, language)}"


def _in(words: Words, language: str) -> str:
    return words.en if language == "en" else words.de


def _day(on: date | None, language: str) -> str:
    if on is None:
        return ""
    return f"{on.day} {on:%b %Y}" if language == "en" else german_day(on.isoformat())
