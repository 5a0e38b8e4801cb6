"""Minutes as PDF/UA: for each participant their own part, in German."""

from typing import Any

from django.utils.translation import override

from augenmass.access.actor import Actor
from augenmass.conferences.models import Item
from augenmass.conferences.queries.conferences import Shown, digest_of, items_shown
from augenmass.conferences.words import BASES, REASONS
from augenmass.law.norms.statutes import cite_text
from augenmass.law.time import BERLIN, day_of
from augenmass.law.transmission.classes import DATA_CLASSES
from augenmass.letters.document import WORDS_DE, german_day
from augenmass.letters.render import render
from augenmass.transmissions.content import purpose_label
from augenmass.transmissions.rules.kinds import Regime
from augenmass.transmissions.words import REGIME_LABELS

TEMPLATE = "conference_minutes"
Kind = Item.Kind


def minutes_pdf(actor: Actor, shown: Shown) -> bytes:
    """The actor's part of the edition that holds. Raises ``ValueError`` where there is none, ``RenderError``."""
    if shown.minutes is None or shown.seat is None:
        raise ValueError("no edition of the minutes holds")
    with override("de"):
        return render(TEMPLATE, _content(shown, items_shown(actor, shown.conference)), draft=False)


def _content(shown: Shown, items: list[Item]) -> dict[str, Any]:
    assert shown.minutes is not None
    assert shown.seat is not None
    found, day = shown.conference, day_of(shown.minutes.made_at).isoformat()
    title = f"Protokoll der Fallkonferenz „{found.title}“, Fassung {shown.minutes.number}"
    digest = digest_of([(item.pk, item.version) for item in items])
    approved = {said.participant_id for said in shown.approvals if said.approved}
    return {
        "language": "de",
        "date": day,
        "title": title,
        "author": shown.lead.body.name,
        "keywords": [f"Teil:{digest}"],
        "body": [shown.lead.body.name, shown.lead.provision],
        "lead": f"Teil für {shown.seat.name}, {shown.seat.organisation}. Er enthält nur, was dieser Person mitgeteilt wurde. "
        f"Erstellt am {german_day(day)}.",
        "parts": [
            _meeting(shown),
            _table(
                "Wer teilgenommen hat",
                ["Name", "Stelle", "Teilnahme", "Protokoll"],
                [
                    [
                        seat.name,
                        seat.organisation,
                        str(seat.get_attendance_display()),
                        "zugestimmt" if seat.pk in approved else "offen",
                    ]
                    for seat in shown.participants
                ],
            ),
            *_items("Entscheidungen", items, (Kind.DECISION, Kind.DISSENT)),
            *_items("Maßnahmen", items, (Kind.MEASURE,)),
            *_items("Mitgeteiltes", items, (Kind.INFORMATION, Kind.NOT_SHARED)),
        ],
        "words": {**WORDS_DE, "footer": title},
    }


def _meeting(shown: Shown) -> dict[str, Any]:
    found = shown.conference
    opened = found.opened_at.astimezone(BERLIN) if found.opened_at is not None else None
    rows = [
        ["Beginn", f"{opened:%d.%m.%Y, %H:%M Uhr}" if opened is not None else "–"],
        ["Federführung", shown.lead.body.name],
        ["Grundlage", f"{shown.lead.provision}; {purpose_label(shown.lead.purpose)}"],
        ["Überprüfung", f"{found.review_on:%d.%m.%Y}" if found.review_on is not None else "keine vereinbart"],
        ["Tagesordnung", "; ".join(f"{point.title} ({point.minutes} Minuten)" for point in shown.points)],
    ]
    return {"heading": "Die Konferenz", "blocks": [{"kind": "pairs", "rows": rows}]}


def _table(heading: str, header: list[str], rows: list[list[str]]) -> dict[str, Any]:
    table = {"kind": "table", "header": header, "widths": [3, 4, 3, 3], "rows": rows}
    return {"heading": heading, "blocks": [table]}


def _items(heading: str, items: list[Item], kinds: tuple[Kind, ...]) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    for item in items:
        if item.kind in kinds:
            blocks.append({"kind": "strong", "text": f"{item.get_kind_display()}: {item.giver_body.name}"})
            blocks.append({"kind": "paragraph", "text": _said(item)})
            blocks.append({"kind": "paragraph", "text": _ground(item)})
    return [{"heading": heading, "blocks": blocks}] if blocks else []


def _said(item: Item) -> str:
    if item.kind == Kind.NOT_SHARED:
        words = [f"{_class(item)}: nicht mitgeteilt, weil {REASONS[item.reason]}.", item.text]
        return " ".join(part for part in words if part)
    measure = getattr(item, "measure", None)
    if measure is None:
        return item.text
    state = "erledigt" if measure.done_at else "aufgegeben" if measure.dropped_at else "offen"
    return f"{item.text} (bis {measure.due:%d.%m.%Y}, {measure.owner.name}, {state})"


def _ground(item: Item) -> str:
    provisions = dict.fromkeys(norm for one in item.standing for norm in one.provisions)
    bases = dict.fromkeys(str(BASES[basis]) for basis in BASES if basis in {one.basis for one in item.standing})
    named = ", ".join(cite_text(norm) for norm in provisions) or ", ".join(bases)
    return (
        f"{item.get_nature_display()} · {_class(item)} · Zweck: {purpose_label(item.purpose)} · Grundlage: {named or '–'} · "
        f"{REGIME_LABELS[Regime(item.regime)]}"
    )


def _class(item: Item) -> str:
    return DATA_CLASSES[item.data_class][0] if item.data_class in DATA_CLASSES else "sagt nichts über eine Person"
