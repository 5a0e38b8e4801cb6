"""The file of a case as pieces with pages: documents, notes, what is established and what was done, each as PDF."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from io import BytesIO
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from augenmass.access.actor import Actor
from augenmass.access.sight import visible_facts
from augenmass.accommodation.models import Report
from augenmass.cases.models import Document
from augenmass.disclosure.models import Inspection
from augenmass.disclosure.queries.held import reported
from augenmass.disclosure.queries.journeys import journeys_of
from augenmass.disclosure.queries.left_out import left_out
from augenmass.disclosure.rules.plan import PLAN_NAMES, PLAN_STEPS
from augenmass.law.facts import parse_value
from augenmass.law.time import day_of, today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.words import value_text
from augenmass.lawbook.in_force import in_force
from augenmass.letters.document import german_day
from augenmass.letters.render import render
from augenmass.record.models import Case, Fact
from augenmass.steps.models import SignedStep
from augenmass.work.models import Note

DOCUMENT, NOTE, FACTS, HISTORY = "document", "note", "facts", "history"
REPORTS, DEPARTURES = "reports", "departures"
RESOLUTION = 100.0
Row = tuple[date, str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the file. ``attached`` is the file itself where it cannot be shown as pages."""

    key: str
    title: str
    kind: str
    on: date
    pdf: bytes
    pages: int
    attached: tuple[str, bytes] | None = None


@override("de")
def pieces_of(actor: Actor, inspection: Inspection, unseen: frozenset[str] = frozenset()) -> list[Piece]:
    """The pieces of the file of an inspection that was found, oldest first, then what the program draws up today.

    ``unseen``: keys of pieces of whose existence nothing is told, so neither facts nor history refer to them. What belongs to a
    removal plan by construction is in no piece.
    """
    case = inspection.case
    hidden = left_out([case.pk]).plan_documents
    papers = [*_documents(case, hidden), *_notes(case)]
    papers.sort(key=lambda paper: paper[0])
    shown = {key for _order, key, _make in papers} - unseen
    made = [make() for _order, _key, make in papers]
    return [*made, *_drawn_up(actor, inspection, shown)]


Pending = tuple[tuple[datetime, str, int], str, Callable[[], Piece]]
"""Where it stands in the file (moment, then the order of writing), its key, and what makes it."""


def _documents(case: Case, hidden: frozenset[int]) -> Iterator[Pending]:
    found = Document.objects.filter(case=case, erased_by=None).exclude(kind=Document.Kind.BUNDLE)
    for document in found.exclude(pk__in=hidden):
        key = f"{DOCUMENT}:{document.key}"
        yield (document.added_at, DOCUMENT, document.pk), key, partial(_document, key, document)


def _document(key: str, document: Document) -> Piece:
    with default_storage.open(document.path) as file:
        content = bytes(file.read())
    on = day_of(document.added_at)
    kind = str(Document.Kind(document.kind).label)
    pdf, pages = _as_pdf(document, content)
    if pages:
        return Piece(key, document.title, kind, on, pdf, pages)
    sheet = _leaf(
        document.title, [_("Diese Datei lässt sich nicht als Seiten darstellen. Sie liegt dem Bündel als Anlage bei.")]
    )
    return Piece(key, document.title, kind, on, sheet, 1, (f"{document.sha256[:12]}{_ending(document)}", content))


def _ending(document: Document) -> str:
    return ".docx" if "word" in document.media_type else ".pdf"


def _as_pdf(document: Document, content: bytes) -> tuple[bytes, int]:
    """The pages of a file as PDF and how many; no pages where it cannot be read."""
    if document.media_type.startswith("image/"):
        return _image(content)
    if document.media_type != "application/pdf":
        return b"", 0
    try:
        reader = PdfReader(BytesIO(content))
        return (b"", 0) if reader.is_encrypted else (content, len(reader.pages))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return b"", 0


def _image(content: bytes) -> tuple[bytes, int]:
    try:
        with Image.open(BytesIO(content)) as picture:
            out = BytesIO()
            picture.convert("RGB").save(out, "PDF", resolution=RESOLUTION)
    except (UnidentifiedImageError, OSError):
        return b"", 0
    return out.getvalue(), 1


def _notes(case: Case) -> Iterator[Pending]:
    for note in Note.objects.filter(case=case, erased_by=None).select_related("author"):
        yield (note.at, NOTE, note.pk), f"{NOTE}:{note.key}", partial(_note, note)


def _note(note: Note) -> Piece:
    on = day_of(note.at)
    title = _("Vermerk vom %(day)s") % {"day": german_day(on.isoformat())}
    pdf = _leaf(title, note.text.split("\n\n"), pairs=[(_("Verfasst von"), note.author.name)])
    return Piece(f"{NOTE}:{note.key}", title, _("Vermerk"), on, pdf, len(PdfReader(BytesIO(pdf)).pages))


def _drawn_up(actor: Actor, inspection: Inspection, shown: set[str]) -> Iterator[Piece]:
    case = inspection.case
    facts = list(_facts(actor, case))
    day = german_day(today().isoformat())
    held = [
        [_label(fact), _value(fact), fact.source.label, german_day(day_of(fact.known_at).isoformat())] for fact in facts
    ]
    yield _table(
        f"{FACTS}:{inspection.key}",
        _("Festgestellte Angaben, Stand %(day)s") % {"day": day},
        [_("Angabe"), _("Wert"), _("Herkunft"), _("Seit")],
        [5, 5, 4, 2],
        held,
    )
    yield from _reported_and_departed(inspection, shown)
    history = [[german_day(on.isoformat()), what, who] for on, what, who in sorted(_history(case, facts, shown))]
    yield _table(
        f"{HISTORY}:{inspection.key}",
        _("Verlauf, Stand %(day)s") % {"day": day},
        [_("Tag"), _("Was"), _("Wer")],
        [2, 8, 4],
        history,
    )


def _reported_and_departed(inspection: Inspection, shown: set[str]) -> Iterator[Piece]:
    """What houses reported and what was done for a voluntary departure; no piece where there is none of it."""
    case, day = inspection.case, german_day(today().isoformat())
    reports = [
        [german_day(day_of(row.happened_at).isoformat()), str(reported(row)), row.resident.house.name]
        for row in _reports(case)
    ]
    if reports:
        title = _("Meldungen von Unterkünften, Stand %(day)s") % {"day": day}
        yield _table(f"{REPORTS}:{inspection.key}", title, [_("Tag"), _("Was"), _("Unterkunft")], [2, 7, 5], reports)
    keys = [key.removeprefix(f"{DOCUMENT}:") for key in shown if key.startswith(f"{DOCUMENT}:")]
    documents = set(Document.objects.filter(case=case, key__in=keys).values_list("pk", flat=True))
    rows = [[german_day(line.on.isoformat()), line.what.de, line.detail.de] for line in journeys_of(case, documents)]
    if rows:
        title = _("Freiwillige Ausreise und Förderung, Stand %(day)s") % {"day": day}
        header = [_("Tag"), _("Was"), _("Einzelheiten")]
        yield _table(f"{DEPARTURES}:{inspection.key}", title, header, [2, 5, 7], rows)


def _reports(case: Case) -> "QuerySet[Report]":
    found = Report.objects.filter(resident__case=case, erased_by=None, state=Report.State.DELIVERED)
    return found.select_related("resident__house", "withdrawal").order_by("happened_at", "pk")


def _facts(actor: Actor, case: Case) -> Iterator[Fact]:
    found = visible_facts(actor, case).exclude(name__in=PLAN_NAMES).filter(erased_by=None, closed_at=None)
    order = {name: number for number, name in enumerate(VOCABULARY)}
    rows = list(found.select_related("source", "author"))
    return iter(sorted(rows, key=lambda fact: (order[fact.name], fact.known_at, fact.pk)))


def _label(fact: Fact) -> str:
    return VOCABULARY[fact.name].de


def _value(fact: Fact) -> str:
    read = parse_value(VOCABULARY[fact.name], fact.value)
    return fact.value if read is None else value_text(VOCABULARY[fact.name], read)


def _history(case: Case, facts: list[Fact], shown: set[str]) -> Iterator[Row]:
    """What was done, read off what is shown: an action that left no row here is in no line."""
    for fact in facts:
        yield day_of(fact.known_at), _("Angabe festgestellt: %(label)s") % {"label": _label(fact)}, _name(fact.author)
    for document in Document.objects.filter(case=case, erased_by=None).select_related("added_by"):
        if f"{DOCUMENT}:{document.key}" in shown:
            what = _("Dokument abgelegt: %(title)s") % {"title": document.title}
            yield day_of(document.added_at), what, _name(document.added_by)
    for note in Note.objects.filter(case=case, erased_by=None).select_related("author"):
        if f"{NOTE}:{note.key}" in shown:
            yield day_of(note.at), _("Vermerk geschrieben"), note.author.name
    names = {step.id: step.de for step in in_force().steps}
    signed = SignedStep.objects.filter(taking__case=case).exclude(taking__step__in=PLAN_STEPS)
    for one in signed.select_related("taking", "signed_by"):
        what = _("Schritt unterzeichnet: %(step)s") % {"step": names.get(one.taking.step, one.taking.step)}
        yield day_of(one.signed_at), what, one.signed_by.name


def _name(account: Any) -> str:
    return str(account.name) if account is not None else ""


def _table(key: str, title: str, header: list[str], widths: list[int], rows: list[list[str]]) -> Piece:
    table = {"header": header, "widths": widths, "rows": rows} if rows else None
    pdf = _leaf(title, [] if rows else [_("Keine.")], table=table)
    return Piece(key, title, _("vom Programm zusammengestellt"), today(), pdf, len(PdfReader(BytesIO(pdf)).pages))


def _leaf(
    title: str, texts: list[str], pairs: list[tuple[str, str]] | None = None, table: dict[str, Any] | None = None
) -> bytes:
    return sheets(
        [{"heading": title, "pairs": [list(pair) for pair in pairs or []], "texts": texts, "table": table}], title
    )


def sheets(made: list[dict[str, Any]], title: str, draft: bool = False) -> bytes:
    """Sheets that the program writes, each beginning a page."""
    data = {"language": "de", "date": today().isoformat(), "title": title, "author": "", "keywords": [], "leaves": made}
    words = {"draft": "ENTWURF – nicht unterzeichnet", "draft_short": "ENTWURF"}
    return render("leaves", data | {"words": words}, draft=draft)
