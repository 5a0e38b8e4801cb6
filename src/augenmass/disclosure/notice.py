"""The notice to a person that an extract takes longer, in German and English on a sheet each."""

from datetime import date

from augenmass.disclosure.models import Extension, ExtractRequest
from augenmass.disclosure.queries.pieces import sheets
from augenmass.letters.document import german_day

TITLE = "Ihre Auskunft: Wir brauchen länger"


def notice(request: ExtractRequest, made: Extension) -> bytes:
    """The notice as PDF: for whom, why, until when, and what the person can do."""
    german, english = Extension.GROUNDS[Extension.Ground(made.ground)]
    body, number = request.case.body.name, request.case.number
    told, due, received = (_both(day) for day in (made.told_on, made.due, request.received_on))
    return sheets(
        [
            {
                "heading": TITLE,
                "language": "de",
                "pairs": [["Behörde", body], ["Aktenzeichen", number], ["An", request.name], ["Datum", told[0]]],
                "texts": [
                    f"Sie haben Auskunft über Ihre Daten verlangt. Ihre Anfrage ist am {received[0]} bei uns eingegangen. Wir müssten bis zum {_both(request.due)[0]} antworten.",
                    f"Wir brauchen mehr Zeit: {german}. Das Gesetz erlaubt dann zwei weitere Monate (Art. 12 Abs. 3 Satz 2 DSGVO). Sie erhalten die Auskunft spätestens am {due[0]}.",
                    f"Die Gründe: {made.reasons}",
                    "Sie können sich bei der Datenschutzaufsicht beschweren oder vor Gericht klagen, wenn Sie damit nicht einverstanden sind.",
                    made.extended_by.name,
                ],
                "table": None,
            },
            {
                "heading": "Your extract: we need more time",
                "language": "en",
                "pairs": [["Authority", body], ["File number", number], ["To", request.name], ["Date", told[1]]],
                "texts": [
                    f"You asked for information about your data. We received your request on {received[1]}. We would have to answer by {_both(request.due)[1]}.",
                    f"We need more time: {english}. The law then allows two further months (GDPR Art. 12 (3) sentence 2). You will receive the information by {due[1]} at the latest.",
                    f"The reasons, in German: {made.reasons}",
                    "If you do not agree, you can complain to the data protection authority or go to court.",
                    made.extended_by.name,
                ],
                "table": None,
            },
        ],
        TITLE,
    )


def _both(day: date) -> tuple[str, str]:
    return german_day(day.isoformat()), f"{day.day} {day:%B} {day.year}"
