"""Refusing a text that names a person, where everybody reads it."""

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.named import Trace
from augenmass.cases.queries.named import trace_of_person
from augenmass.work.refusal import NotDone


def refuse_person(actor: Actor, *texts: str) -> None:
    """Raise ``NotDone`` with a sentence where a text points to a person."""
    for text in texts:
        found = trace_of_person(actor, text)
        if found is not None:
            raise NotDone(_sentence(found))


def _sentence(found: Trace) -> str:
    return {
        Trace.DAY: _(
            "Im Text steht ein Datum, das ein Geburtsdatum sein könnte. Bitte schreiben Sie nur Monat und Jahr; der Beginn hat ein eigenes Feld."
        ),
        Trace.BORN: _("Im Text steht ein Geburtsdatum. Hier darf nichts über eine Person stehen."),
        Trace.NUMBER: _(
            "Im Text steht ein Aktenzeichen oder eine andere lange Nummer. Hier darf kein Fall genannt sein."
        ),
        Trace.ADDRESSED: _(
            "Im Text ist eine Person angesprochen. Bitte nennen Sie nur die Stelle, niemanden mit Namen."
        ),
        Trace.NAME: _("Im Text steht der Name einer Person aus Ihren Fällen. Hier darf niemand genannt sein."),
    }[found]
