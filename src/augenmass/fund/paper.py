"""The voucher of a payment for the treasury, set as a letter (PDF/UA). German, as the treasury reads it."""

from augenmass.fund.models import Payment
from augenmass.fund.rules.money import format_amount
from augenmass.fund.rules.tranches import Occasion
from augenmass.law.time import BERLIN, day_of
from augenmass.letters.document import Closing, Letter, Pairs, Paragraph, Recipient, Section, Sender, german_day
from augenmass.letters.render import render

TEMPLATE = "voucher"
TREASURY = "Landeskasse"
OCCASIONS = {Occasion.DEPARTURE: "bei der Ausreise", Occasion.FOLLOW_UP: "nach der Ausreise"}


def voucher_of(payment: Payment) -> bytes:
    """The PDF of a signed payment that was found with its case and programme."""
    return render(TEMPLATE, _letter(payment).to_json(), draft=False)


def _letter(payment: Payment) -> Letter:
    commitment = payment.tranche.commitment
    body = commitment.case.body
    assert payment.decided_at is not None
    assert payment.decided_by is not None
    at = payment.decided_at.astimezone(BERLIN)
    day = german_day(at.date().isoformat())
    title = f"Auszahlungsanordnung {payment.number}"
    return_line = ", ".join(filter(None, (body.name, body.street, f"{body.postcode} {body.town}".strip())))
    return Letter(
        template=TEMPLATE,
        date=day_of(payment.decided_at).isoformat(),
        title=title,
        reference=payment.number,
        sender=Sender(body.name, "", return_line),
        recipient=Recipient((TREASURY,)),
        info=(("Beleg", payment.number), ("Aktenzeichen", commitment.case.number), ("Datum", day)),
        subject=title,
        salutation="",
        sections=(
            Section("", (Paragraph("Bitte zahlen Sie aus dem Rückkehrfonds:"), Pairs(_amount(payment)))),
            Section("Grundlage", (Pairs(_basis(payment)),)),
        ),
        closing=Closing(
            "",
            "Im Auftrag",
            payment.decided_by.name,
            "",
            f"Vorbereitet von {payment.prepared_by.name}, angewiesen am {day} um {at:%H:%M} Uhr",
        ),
    )


def _amount(payment: Payment) -> tuple[tuple[str, str], ...]:
    return (
        ("Betrag", format_amount(payment.cents)),
        ("Empfangsberechtigt", payment.payee),
        ("Auszahlung", payment.account),
        ("Verwendungszweck", payment.number),
    )


def _basis(payment: Payment) -> tuple[tuple[str, str], ...]:
    tranche = payment.tranche
    commitment = tranche.commitment
    return (
        ("Programm", commitment.terms.programme.name_de),
        ("Bedingungen", commitment.terms.source),
        ("Bewilligung", f"{commitment.number} vom {german_day(commitment.made_on.isoformat())}"),
        ("Bewilligt insgesamt", format_amount(commitment.cents)),
        ("Rate", f"{tranche.position}, {OCCASIONS[Occasion(tranche.occasion)]}"),
        ("Haushaltsjahr", str(tranche.budget.year)),
        ("Fonds", commitment.terms.programme.fund.body.name),
    )
