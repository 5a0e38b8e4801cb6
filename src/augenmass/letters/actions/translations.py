"""A translator reads a translation beside the German text, and confirms it or says what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.letters.models import TranslationReview
from augenmass.letters.wording.passages import further, names, text_sha256
from augenmass.record.ledger import entry
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

LEAST_REASON = 10


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the form says. ``sha256`` are the words that were shown; ``translator`` and ``reviewed_on`` only where somebody else confirmed."""

    sha256: str
    translator: str = ""
    reviewed_on: date | None = None
    reason: str = ""


def confirm_translation(actor: Actor, name: str, language: str, said: Reviewed) -> TranslationReview:
    """Record that a named translator confirmed exactly the words that were shown: the reader, or whom the administration names.

    Raises ``NotDone`` and ``NotPermitted``.
    """
    return _record(actor, name, language, said, TranslationReview.Outcome.CONFIRMED)


def object_to_translation(actor: Actor, name: str, language: str, said: Reviewed) -> TranslationReview:
    """Record what is wrong with a translation; letters do not carry it from then on. Raises ``NotDone`` and ``NotPermitted``."""
    if len(said.reason.strip()) < LEAST_REASON:
        raise NotDone(_("Bitte schreiben Sie, was an der Übersetzung nicht stimmt."))
    return _record(actor, name, language, said, TranslationReview.Outcome.OBJECTED)


def _record(
    actor: Actor, name: str, language: str, said: Reviewed, outcome: TranslationReview.Outcome
) -> TranslationReview:
    actor.require(Permission.CONFIRM_TRANSLATIONS)
    if name not in names() or language not in further() or said.sha256 != text_sha256(name, language):
        raise NotDone(_("Der Text hat sich geändert. Bitte lesen Sie die neue Fassung."))
    translator, reviewed_on = _who(actor, said)
    reason = said.reason.strip()[:2000]

    def make() -> TranslationReview:
        with entry(actor, f"translation.{outcome.value}") as e:
            made = TranslationReview.objects.create(
                body_id=actor.body_id,
                wording=name,
                language=language,
                text_sha256=said.sha256,
                outcome=outcome,
                reason=reason,
                translator=translator,
                reviewed_on=reviewed_on,
                recorded_by_id=actor.account_id,
                recorded_at=e.book.at,
            )
            e.refer(translation=made.pk)
            return made

    def there() -> TranslationReview | None:
        same = TranslationReview.objects.filter(
            body=actor.body_id, wording=name, language=language, text_sha256=said.sha256
        )
        last = same.first()
        again = last is not None and (last.outcome, last.reason, last.translator) == (outcome, reason, translator)
        return last if again else None

    return once(there, make)


def _who(actor: Actor, said: Reviewed) -> tuple[str, date]:
    """Who reviewed it and when: a translator with the role speaks for themselves and today, the administration names somebody."""
    if not actor.may(Permission.ADMINISTER):
        return actor.account.name[:200], today()
    if not said.translator.strip():
        raise NotDone(_("Bitte nennen Sie die Übersetzerin oder den Übersetzer."))
    if said.reviewed_on is None or said.reviewed_on > today():
        raise NotDone(_("Das Datum fehlt oder liegt in der Zukunft. Bitte prüfen Sie es."))
    return said.translator.strip()[:200], said.reviewed_on
