"""Letters of fixed passages that are made and signed in one go: with the signature of a step, or asked for on their page."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid4

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.models import Account
from augenmass.directory.roles import ROLE_LABELS, Permission, Role
from augenmass.law.time import today
from augenmass.letters.actions.drafting import begin_in
from augenmass.letters.actions.signing import Signer, sign_letter
from augenmass.letters.models import Letter
from augenmass.letters.queries.fixed import IN_ONE_GO, fixed_gaps, suggested_language, was_offered
from augenmass.letters.rules.drafts import PlainDraft
from augenmass.letters.rules.fixed import HARDSHIP, OFFER, RETURN, SUSPENSION
from augenmass.letters.wording.passages import further
from augenmass.record.ledger import Entry, entry
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

KINDS: Mapping[str, str] = {
    OFFER: "letter.counselling_offered",
    SUSPENSION: "letter.suspension_told",
    HARDSHIP: "letter.hardship_told",
    RETURN: "letter.return_told",
}
"""The kind of action for each letter that is asked for on its page."""
_MISSING: Mapping[str, Promise] = {
    OFFER: gettext_lazy("Schreiben mit dem Angebot der Rückkehrberatung nachholen: Es fehlen Angaben"),
    SUSPENSION: gettext_lazy("Schreiben über die Aussetzung der Abschiebung nachholen: Es fehlen Angaben"),
}


def sign_with_step(e: Entry, actor: Actor, template: str, signer: Account, taking: UUID) -> Letter | None:
    """Make and sign the letter in an entry under way. Where something is missing a task says so, and nothing is made."""
    assert e.case is not None
    if fixed_gaps(template, e.case, signer, today()):
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=str(_MISSING[template]),
            due=today(),
            assignee_id=signer.pk,
            about=f"{template}:{e.case.key}",
        )
        return None
    return _sign(e, actor, template, signer, uuid4(), suggested_language(e.case, signer, today()), taking)


def write_letter(actor: Actor, case_id: int, template: str, language: str, key: UUID) -> Letter:
    """Make and sign a letter (again); ``language`` is the further one ("" for none), ``key`` comes from the form.

    Raises ``NotDone``, ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    case = worked_by(actor).get(pk=case_id)
    if template not in IN_ONE_GO or language not in ("", *further()):
        raise NotDone(_("Dieses Schreiben gibt es nicht."))
    if actor.program:
        raise NotDone(_("Ein Programm zeichnet nicht. Bitte unterzeichnen Sie das Schreiben auf der Seite des Falls."))

    def make() -> Letter:
        with entry(actor, KINDS[template], case_id) as e:
            if template == OFFER and not was_offered(case):
                raise NotDone(_("Bitte nehmen Sie zuerst den Schritt „Rückkehrberatung anbieten“ vor."))
            if fixed_gaps(template, case, actor.account, today()):
                raise NotDone(_("Für das Schreiben fehlen noch Angaben. Es wurde nichts erstellt."))
            return _sign(e, actor, template, actor.account, key, language, None)

    return once(lambda: Letter.objects.filter(key=key, case=case).first(), make)


def _sign(
    e: Entry, actor: Actor, template: str, signer: Account, key: UUID, language: str, taking: UUID | None
) -> Letter:
    assert e.case is not None
    letter = begin_in(e, actor, e.case, template, key, taking, PlainDraft(second_language=language).to_json())
    e.book.flush()
    sign_letter(e, letter, Signer(signer, str(ROLE_LABELS[Role.CASEWORKER])))
    return letter
