"""The letter that offers counselling; and what the administration of a body keeps for it: the service's contact, confirmed translations."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.models import Account, Body
from augenmass.directory.roles import ROLE_LABELS, Permission, Role
from augenmass.law.time import today
from augenmass.letters.actions.drafting import begin_in
from augenmass.letters.actions.signing import Signer, sign_letter
from augenmass.letters.models import ConfirmedTranslation, Dispatch, Letter
from augenmass.letters.queries.counselling_offer import offer_gaps
from augenmass.letters.rules.counselling_offer import TEMPLATE
from augenmass.letters.wording.counselling_offer import OFFERS, WORDING, text_sha256
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Fact
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

MOST_LINES = 5
LONGEST_LINE = 300


def sign_offer(e: Entry, actor: Actor, signer: Account, key: UUID, taking: UUID | None) -> Letter | None:
    """Make and sign the letter in an entry under way. Where something is missing a task says so, and nothing is made."""
    assert e.case is not None
    if offer_gaps(e.case, signer, today()):
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Schreiben mit dem Angebot der Rückkehrberatung nachholen: Es fehlen Angaben"),
            due=today(),
            assignee_id=signer.pk,
            about=f"offer:{e.case.key}",
        )
        return None
    letter = begin_in(e, actor, e.case, TEMPLATE, key, taking, {"dispatch_method": str(Dispatch.Method.POST)})
    e.book.flush()
    sign_letter(e, letter, Signer(signer, str(ROLE_LABELS[Role.CASEWORKER])))
    return letter


def write_offer(actor: Actor, case_id: int, key: UUID) -> Letter:
    """Make the letter (again) once counselling was offered; ``key`` comes from the form.

    Raises ``NotDone``, ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).get(pk=case_id)

    def make() -> Letter:
        with entry(actor, "letter.counselling_offered", case_id) as e:
            held = Fact.objects.filter(case=case_id, name="counselling_offered_on", closed_by=None, disputed_by=None)
            if not held.exists():
                raise NotDone(_("Bitte nehmen Sie zuerst den Schritt „Rückkehrberatung anbieten“ vor."))
            if offer_gaps(case, actor.account, today()):
                raise NotDone(_("Für das Schreiben fehlen noch Angaben. Es wurde nichts erstellt."))
            made = sign_offer(e, actor, actor.account, key, None)
            assert made is not None
            return made

    return once(lambda: Letter.objects.filter(key=key, case=case).first(), make)


def name_counselling(actor: Actor, lines: tuple[str, ...], seen: tuple[str, ...]) -> None:
    """Name the counselling services, one a line with contact and times; ``seen`` are those that were shown.

    Raises ``NotDone`` and ``NotPermitted``.
    """
    actor.require(Permission.ADMINISTER)
    if len(lines) > MOST_LINES or max(map(len, lines), default=0) > LONGEST_LINE:
        raise NotDone(
            _("Höchstens %(lines)d Beratungsstellen, jede in einer Zeile mit höchstens %(letters)d Zeichen.")
            % {"lines": MOST_LINES, "letters": LONGEST_LINE}
        )
    with entry(actor, "body.counselling_named") as e:
        body = Body.objects.select_for_update(no_key=True).get(pk=actor.body_id)
        letters = dict(body.policies.get("letters", {}))
        if tuple(letters.get("counselling", ())) != seen:
            raise NotDone(_("Die Angaben wurden inzwischen geändert. Es wurde nichts überschrieben."))
        Body.objects.filter(pk=body.pk).update(
            policies=body.policies | {"letters": letters | {"counselling": list(lines)}}
        )
        e.refer(body=body.pk)


def confirm_translation(
    actor: Actor, language: str, sha256: str, translator: str, confirmed_on: date
) -> ConfirmedTranslation:
    """Record that a named translator confirmed the words that were shown (``sha256``). Raises ``NotDone`` and ``NotPermitted``."""
    actor.require(Permission.ADMINISTER)
    if language == "de" or language not in OFFERS or sha256 != text_sha256(language):
        raise NotDone(_("Der Text hat sich geändert. Bitte lassen Sie den neuen bestätigen."))
    if not translator.strip():
        raise NotDone(_("Bitte nennen Sie die Übersetzerin oder den Übersetzer."))
    if confirmed_on > today():
        raise NotDone(_("Das Datum liegt in der Zukunft. Bitte prüfen Sie es."))

    def make() -> ConfirmedTranslation:
        with entry(actor, "letter.translation_confirmed") as e:
            made = ConfirmedTranslation.objects.create(
                body_id=actor.body_id,
                wording=WORDING,
                language=language,
                text_sha256=sha256,
                translator=translator.strip()[:200],
                confirmed_on=confirmed_on,
                recorded_by_id=actor.account_id,
                recorded_at=e.book.at,
            )
            e.refer(translation=made.pk)
            return made

    rows = ConfirmedTranslation.objects.filter(body=actor.body_id, wording=WORDING, language=language)
    return once(lambda: rows.filter(text_sha256=sha256).first(), make)
