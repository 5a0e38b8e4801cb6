"""English summary of the warning. It is written by hand, contains nothing from the officer's free text, and the German text prevails."""

from __future__ import annotations

from augenmass.letters.document import Numbered, Paragraph, Section
from augenmass.letters.rules.inputs import PeriodInput, PeriodUnit, WarningInput
from augenmass.letters.rules.remedy import Remedy, RemedyKind


def _period(period: PeriodInput) -> str:
    assert period.length is not None
    word = "month" if period.unit is PeriodUnit.MONTHS else "day"
    return f"{period.length} {word}{'' if period.length == 1 else 's'}"


def _either(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def summary(entered: WarningInput, remedy: Remedy, states: tuple[str, ...], forbidden: tuple[str, ...]) -> Section:
    """A page of its own with the operative part and the remedy. ``states`` and ``forbidden`` are names to print."""
    if entered.period.length is None:
        points = [
            "You are obliged to leave the Federal Republic of Germany. No period for voluntary departure is set.",
            f"You are warned that you will be removed to {_either(states)}.",
        ]
    else:
        points = [
            f"You are requested to leave the Federal Republic of Germany within {_period(entered.period)} after this order has been served.",
            f"If you do not leave voluntarily within this period, you are warned that you will be removed to {_either(states)}.",
        ]
    points.append("You may also be removed to any other state that permits your entry or must take you back.")
    if forbidden:
        points.append(f"You must not be removed to {_either(forbidden)}.")
    if entered.immediate_execution:
        points.append("Immediate execution of this order is directed.")
    return Section(
        "Summary in English",
        (
            Paragraph("This page is a summary to help you. The German text prevails.", strong=True),
            Paragraph("Decision"),
            Numbered(tuple(points)),
            Paragraph(_remedy(remedy)),
            Paragraph(_suspension(remedy, entered.after_loss)),
            Paragraph(
                "You can leave voluntarily at any time, also with support. Seek free and independent advice first."
            ),
        ),
        language="en",
        new_page=True,
    )


def _remedy(remedy: Remedy) -> str:
    if remedy.kind is RemedyKind.OBJECTION:
        return (
            "You can lodge an objection (Widerspruch) within one month after you have been notified of this order: in writing, in one of the "
            f"electronic forms named in the German text, or by having it recorded, at: {remedy.office.seat()}."
        )
    return (
        "You can bring an action (Klage) within one month after you have been notified of this order: in writing, as an electronic document as "
        f"named in the German text, or by having it recorded at the court's registry, at: {remedy.office.seat()}."
    )


def _suspension(remedy: Remedy, after_loss: bool) -> str:
    if remedy.suspends:
        return "The remedy suspends the order. While it does so, the period for voluntary departure is interrupted; it then starts anew."
    return (
        "The remedy does not suspend the order; the period for voluntary departure continues to run. You can ask the court to order suspension: "
        f"{remedy.court.seat()}. "
        + (
            "Once you have applied, you will not be removed before the court has decided on it."
            if after_loss
            else "The application alone does not prevent removal."
        )
    )
