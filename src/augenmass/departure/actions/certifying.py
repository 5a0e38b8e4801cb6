"""The certificate of border crossing: issued to each member, withdrawn, and the departure confirmed when it comes back."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from augenmass.access.actor import Actor
from augenmass.cases.actions.documents import DocumentText, keep
from augenmass.cases.facts import current_facts
from augenmass.cases.models import Document
from augenmass.cases.positions import display_name
from augenmass.cases.queries.case import text_of
from augenmass.departure.actions.acting import Acting, acting, write_fact
from augenmass.departure.actions.opening import withdraw_certificates
from augenmass.departure.models import Application, Certificate, CertificateCode, Member
from augenmass.departure.paper import TEMPLATE, Certified, certificate_letter
from augenmass.departure.queries.departures import find_certificate
from augenmass.departure.queries.standing import DEPARTED, PROVEN, held_facts, is_departed
from augenmass.departure.rules.code import digest_of_code, new_code
from augenmass.departure.rules.days import DayProblem, problem_with_departure, problem_with_validity
from augenmass.fund.actions.paying import occasion
from augenmass.law.time import day_of, today
from augenmass.letters.render import render
from augenmass.work.refusal import NotDone

State = Certificate.State
SENTENCES = {
    DayProblem.PAST: gettext_noop("Der letzte Tag der Gültigkeit liegt in der Vergangenheit. Bitte prüfen Sie ihn."),
    DayProblem.TOO_FAR: gettext_noop(
        "Eine Bescheinigung gilt höchstens sechs Monate. Bitte wählen Sie einen früheren Tag."
    ),
    DayProblem.FUTURE: gettext_noop("Der Tag der Ausreise liegt in der Zukunft. Bitte prüfen Sie ihn."),
    DayProblem.BEFORE_ISSUE: gettext_noop(
        "Der Tag der Ausreise liegt vor der Ausstellung der Bescheinigung. Bitte prüfen Sie ihn."
    ),
}


def issue_certificates(actor: Actor, key: UUID, valid_until: date, address: str) -> list[Certificate]:
    """Issue a certificate to every member that has none; ``address`` is where codes are checked. A second time issues nothing.

    The code stands in the document only; here its digest is kept. Raises ``NotDone`` (day, no declaration, departed).
    """
    problem = problem_with_validity(valid_until, today())
    if problem is not None:
        raise NotDone(_(SENTENCES[problem]))
    if actor.program:
        raise NotDone(_("Ein Programm stellt keine Bescheinigung aus. Bitte öffnen Sie die Seite der Ausreise."))
    with acting(actor, key, "departure.certificate_issued") as made:
        standing = made.standing()
        if standing.progress.departed:
            raise NotDone(_("Die Ausreise ist bereits bestätigt."))
        if not standing.progress.declared:
            raise NotDone(_("Bitte halten Sie zuerst die Erklärung aller Personen fest, die gemeinsam ausreisen."))
        without = [member for member in made.members if standing.certificate_of(member.case_id) is None]
        return [_issue(made, member, valid_until, address) for member in without]


def _issue(made: Acting, member: Member, valid_until: date, address: str) -> Certificate:
    e = made.entries[member.case_id]
    code = new_code()
    known = current_facts([member.case_id], today())[member.case_id]
    held = held_facts([member.case_id], ("date_of_birth", "nationality"))[member.case_id]
    with override("de"):
        said = Certified(
            number=member.case.number,
            name=display_name(known),
            born=text_of("date_of_birth", held["date_of_birth"]) if "date_of_birth" in held else "",
            nationality=text_of("nationality", held["nationality"]) if "nationality" in held else "",
            valid_until=valid_until,
            issued_on=day_of(e.book.at),
            signed_by=made.actor.account.name,
            code=code,
            address=address,
        )
        letter = certificate_letter(made.departure.case.body, said)
    pdf = render(TEMPLATE, letter.to_json(), draft=False)
    title = _("Grenzübertrittsbescheinigung vom %(day)s") % {"day": f"{said.issued_on:%d.%m.%Y}"}
    text = DocumentText(kind=Document.Kind.LETTER, title=title, dated=said.issued_on)
    certificate = Certificate(
        key=uuid4(),
        departure=made.departure,
        case=e.case,
        valid_until=valid_until,
        document=keep(e, pdf, "application/pdf", text, made.actor.account_id),
        sha256=hashlib.sha256(pdf).hexdigest(),
        issued_by=made.actor.account,
        issued_at=e.book.at,
    )
    e.seal(certificate)
    e.refer(certificate=certificate.pk)
    CertificateCode.objects.create(certificate=certificate, code_digest=digest_of_code(code), valid_until=valid_until)
    return certificate


def withdraw_certificate(actor: Actor, certificate: UUID) -> Certificate:
    """Take a certificate back: its code is no longer known. Raises ``NotDone`` when it was withdrawn or came back already."""
    found = find_certificate(actor, certificate)
    with acting(actor, found.departure.key, "departure.certificate_withdrawn") as made:
        if not withdraw_certificates(made.departure, found.case_id):
            raise NotDone(_("Diese Bescheinigung ist schon zurückgezogen oder von der Grenze zurückgekommen."))
        made.entries[found.case_id].refer(certificate=found.pk)
    found.state = State.WITHDRAWN
    return found


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back: the day of departure as the border noted it, and who sent it."""

    departed_on: date
    came_from: Certificate.CameFrom


def confirm_departure(actor: Actor, certificate: UUID, returned: Returned) -> Certificate:
    """Confirm a departure by the certificate that came back; with the last member's the payment for the departure is due.

    Raises ``NotDone`` (confirmed already, withdrawn, day), ``NotPermitted`` and ``Certificate.DoesNotExist``.
    """
    found = find_certificate(actor, certificate)
    with acting(actor, found.departure.key, "departure.confirmed", also_ended=True) as made:
        found.refresh_from_db()
        held = made.standing().facts.get(found.case_id, {})
        if found.state == State.RETURNED or is_departed(held):
            raise NotDone(
                _("Diese Ausreise ist bereits bestätigt, zum %(day)s. Es wurde nichts geändert.")
                % {"day": text_of(DEPARTED, held.get(DEPARTED, ""))}
            )
        problem = problem_with_departure(returned.departed_on, day_of(found.issued_at), today())
        if problem is not None:
            raise NotDone(_(SENTENCES[problem]))
        note = _("durch die zurückgesandte Grenzübertrittsbescheinigung")
        write_fact(made, found.case, DEPARTED, returned.departed_on.isoformat(), note, anew=True)
        write_fact(made, found.case, PROVEN, "yes", note)
        # What counts of theirs besides the one that came back counts no more.
        withdraw_certificates(made.departure, found.case_id)
        found.state, found.came_from, found.returned_on = State.RETURNED, returned.came_from, today()
        found.save(update_fields=["state", "came_from", "returned_on"])
        CertificateCode.objects.filter(certificate=found).update(valid=False)
        made.entries[found.case_id].refer(certificate=found.pk)
        _pay_when_all_left(made)
    return found


def _pay_when_all_left(made: Acting) -> None:
    standing = made.standing()
    if not standing.progress.departed:
        return
    last = max(standing.facts[member.case_id][DEPARTED] for member in standing.members)
    for application in standing.applications:
        if application.state == Application.State.APPROVED:
            occasion(made.lead, reference=application.key, occasion="departure", on=date.fromisoformat(last))
