"""More time for an extract (GDPR Art. 12 (3) sentences 2 and 3): two further months, with reasons told to the person within the first."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.cases.actions.documents import DocumentText, keep
from augenmass.cases.models import Document
from augenmass.directory.roles import Permission
from augenmass.disclosure.actions.requests import remind
from augenmass.disclosure.models import Extension, ExtractRequest, HandOver
from augenmass.disclosure.notice import notice
from augenmass.disclosure.queries.extract import find_request
from augenmass.disclosure.rules.requests import extended_due_of
from augenmass.law.time import day_of, today
from augenmass.record.ledger import entry
from augenmass.work.actions.tasks import close_tasks
from augenmass.work.once import once
from augenmass.work.refusal import NotDone


@dataclass(frozen=True, slots=True)
class Longer:
    """Why more time is needed, as the person is told, and how the notice goes to them."""

    ground: Extension.Ground
    reasons: str
    way: HandOver.Way


def extend_request(actor: Actor, key: UUID, longer: Longer) -> Extension:
    """Extend the month once, keep the notice to the person, move the task. A second time gives the extension that is there.

    Raises ``NotDone`` (answered, no reasons, the month is over) and ``ExtractRequest.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    if actor.program:
        raise NotDone(_("Ein Programm verlängert keine Frist. Bitte öffnen Sie die Seite des Falls."))
    request = find_request(actor, key)
    if not longer.reasons.strip():
        raise NotDone(_("Bitte geben Sie die Gründe an. Die betroffene Person erfährt sie."))
    return once(
        lambda: Extension.objects.filter(request=request).first(),
        lambda: _extend(actor, request, longer),
    )


def _extend(actor: Actor, request: ExtractRequest, longer: Longer) -> Extension:
    with entry(actor, "extract.extended", request.case_id) as e:
        fresh = ExtractRequest.objects.select_related("case__body").get(pk=request.pk)
        if fresh.state != ExtractRequest.State.OPEN:
            raise NotDone(_("Diese Anfrage wurde schon beantwortet. Eine längere Frist braucht sie nicht."))
        if day_of(e.book.at) > fresh.due:
            raise NotDone(
                _(
                    "Der Monat ist am %(day)s abgelaufen. Danach kann die Frist nicht mehr verlängert werden; bitte erteilen Sie die Auskunft sofort."
                )
                % {"day": f"{fresh.due:%d.%m.%Y}"}
            )
        made = Extension(
            request=fresh,
            ground=longer.ground,
            reasons=longer.reasons.strip()[:2000],
            way=longer.way,
            due=extended_due_of(fresh.received_on),
            told_on=today(),
            extended_by=actor.account,
            extended_at=e.book.at,
        )
        title = _("Mitteilung über die längere Frist der Auskunft (Art. 12 Abs. 3 DSGVO)")
        text = DocumentText(kind=Document.Kind.LETTER, title=title, dated=made.told_on)
        made.document = keep(e, notice(fresh, made), "application/pdf", text, actor.account_id)
        e.seal(made)
        close_tasks(e, fresh.about)
        remind(e, actor, fresh, made.due)
        e.refer(extract_request=fresh.pk, document=made.document_id)
    return made
