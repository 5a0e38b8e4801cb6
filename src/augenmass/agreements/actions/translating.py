"""The text in the person's language, by a named translator; explaining it before anybody signs."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.actions.changing import changing, edition_in_work
from augenmass.agreements.models import Agreement, Edition
from augenmass.agreements.rules.content import digest_of_texts, lines_to
from augenmass.agreements.rules.text import Agreed, compose, written
from augenmass.agreements.texts import agreed_of
from augenmass.agreements.wording import frame
from augenmass.law.time import today
from augenmass.work.refusal import NotDone

LONGEST = 1_000


def translate(
    actor: Actor, key: UUID, seen: int, own: Mapping[str, str], translator: str, all_checked: bool
) -> Edition:
    """Put in what people wrote in the person's language, by place in the text (``to_translate``).

    ``all_checked``: the translator looked at the fixed sentences too; else the text says that they are not confirmed.
    Raises ``NotDone``, ``NotPermitted``.
    """
    if not translator.strip():
        raise NotDone(_("Bitte nennen Sie, wer übersetzt hat."))
    with changing(actor, "agreement.translated", key, seen) as (e, agreement):
        edition = _fixed(agreement)
        if not edition.foreign:
            raise NotDone(_("Die Person spricht Deutsch: Es ist nichts zu übersetzen."))
        agreed = agreed_on(agreement, edition)
        places = written(agreed)
        missing = [place for place in places if not own.get(place, "").strip()]
        if missing or any(len(text) > LONGEST for text in own.values()):
            raise NotDone(_("Bitte übersetzen Sie jede Zeile, in höchstens 1.000 Zeichen."))
        words = frame(edition.language)
        closing = (words["translated"].format(translator=translator.strip()), words["prevails"])
        lines = compose(agreed, words, own, closing if all_checked else (*closing, words["unchecked"]))
        edition.text_own, edition.translator = lines_to(lines), translator.strip()
        edition.own_words = {german: own[place].strip() for place, german in places.items()}
        edition.stage = Edition.Stage.TRANSLATED
        edition.digest = digest_of_texts(edition.lines_de, edition.lines_own)
        edition.explained_on = edition.explained_by = None
        edition.save()
        e.refer(edition=edition.number, text=edition.digest)
    return edition


def explain(actor: Actor, key: UUID, seen: int, on: date, interpreter: str) -> None:
    """Record that the text was explained to the person in their language. Raises ``NotDone``, ``NotPermitted``."""
    if on > today():
        raise NotDone(_("Der Tag der Erklärung liegt in der Zukunft."))
    with changing(actor, "agreement.explained", key, seen) as (e, agreement):
        edition = edition_in_work(agreement)
        ready = Edition.Stage.TRANSLATED if edition.foreign else Edition.Stage.FIXED
        if edition.stage != ready:
            raise NotDone(
                _("Zuerst muss der Text stehen und, wenn die Person eine andere Sprache spricht, übersetzt sein.")
            )
        edition.stage = Edition.Stage.EXPLAINED
        edition.explained_on, edition.explained_by, edition.interpreter = on, actor.account, interpreter.strip()
        edition.save(update_fields=["stage", "explained_on", "explained_by", "interpreter"])
        e.refer(edition=edition.number)


def agreed_on(agreement: Agreement, edition: Edition) -> Agreed:
    """What the fixed German text says, as on the day on which it was fixed. Raises ``NotDone`` when a service was answered since."""
    agreed = agreed_of(agreement, edition, edition.fixed_on or today())
    if lines_to(compose(agreed, frame("de"), written(agreed))) != edition.text_de:
        raise NotDone(
            _(
                "Seit der Text steht, hat eine andere Stelle geantwortet, oder Angaben zur Person haben sich geändert. Öffnen Sie den Text wieder und legen Sie ihn neu fest."
            )
        )
    return agreed


def to_translate(edition: Edition) -> dict[str, str]:
    """What people wrote in the German text, by place: what a translator needs."""
    return written(agreed_of(edition.agreement, edition, edition.fixed_on or today()))


def _fixed(agreement: Agreement) -> Edition:
    edition = edition_in_work(agreement)
    if edition.stage not in (Edition.Stage.FIXED, Edition.Stage.TRANSLATED):
        raise NotDone(_("Übersetzt wird ein Text, der steht und noch nicht erklärt ist."))
    return edition
