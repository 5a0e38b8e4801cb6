"""Opening an application for a travel document: never while an asylum procedure or protection is open or not ruled out."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import entry
from augenmass.record.once import once
from augenmass.travel_papers.actions.facts import REQUESTED, write_facts
from augenmass.travel_papers.actions.sheets import COUNTRIES
from augenmass.travel_papers.models import Application
from augenmass.travel_papers.queries import bars_of
from augenmass.travel_papers.rules.course import Problem, problem_with_filing
from augenmass.work.refusal import NotDone

SENTENCES = {
    Problem.CLOSED: gettext_noop("Dieser Antrag ist abgeschlossen. Es kann nichts mehr eingetragen werden."),
    Problem.BEFORE_FILED: gettext_noop("Der Tag liegt vor dem Antrag. Bitte prüfen Sie das Datum."),
    Problem.FUTURE: gettext_noop("Der Tag liegt in der Zukunft. Bitte prüfen Sie das Datum."),
    Problem.TOO_FAR: gettext_noop("Der Tag liegt zu weit entfernt. Bitte prüfen Sie das Jahr."),
    Problem.NO_HEARING: gettext_noop("Für diesen Tag ist keine Vorsprache ohne Ergebnis eingetragen."),
    Problem.NO_RESULT: gettext_noop("Bitte wählen Sie das Ergebnis der Vorsprache."),
    Problem.BEFORE_LAST: gettext_noop("Nach diesem Tag ist noch etwas eingetragen. Bitte prüfen Sie das Datum."),
    Problem.VALIDITY: gettext_noop(
        "Der letzte Tag der Gültigkeit passt nicht zum Tag der Ausstellung. Bitte prüfen Sie das Datum."
    ),
}


@dataclass(frozen=True, slots=True)
class NewApplication:
    """What the form says; ``key`` comes from the form, so that the same form sent twice makes one."""

    key: UUID
    country: str
    kind: str
    applicant: str
    filed_on: date


def open_application(actor: Actor, case_id: int, said: NewApplication) -> Application:
    """Record that an application was filed. Raises ``NotDone`` (barred, day, another one runs), ``Case.DoesNotExist``, ``NotPermitted``."""
    actor.require(Permission.TAKE_STEPS)
    worked_by(actor).get(pk=case_id)
    _check(said)
    return once(
        lambda: Application.objects.filter(key=said.key, case=case_id).first(), lambda: _open(actor, case_id, said)
    )


def refuse_if_barred(case_id: int) -> None:
    """Raise ``NotDone`` where nothing about a case may be given to a state of origin, or that is not established."""
    found = bars_of(case_id)
    if any(bar.certain for bar in found):
        raise NotDone(
            _(
                "Ein Asylverfahren oder ein Schutz steht dem entgegen. Solange das so ist, geht nichts an den Herkunftsstaat (AufenthG § 60b Abs. 2 Satz 2)."
            )
        )
    if found:
        raise NotDone(
            _(
                "Nicht festgestellt ist, dass kein Asylverfahren und kein Schutz offen ist. Bitte stellen Sie zuerst fest, was auf der Seite genannt ist."
            )
        )


def _open(actor: Actor, case_id: int, said: NewApplication) -> Application:
    with entry(actor, "travel_paper.filed", case_id) as e:
        # Asked again under the lock: an application for asylum may have come in since the page was opened.
        refuse_if_barred(case_id)
        running = Application.objects.filter(
            case=case_id, country=said.country, kind=said.kind, state=Application.State.OPEN
        )
        if running.exclude(key=said.key).exists():
            raise NotDone(_("Ein solcher Antrag läuft schon. Bitte tragen Sie dort ein, wie es weitergeht."))
        made = Application(
            key=said.key,
            case=e.case,
            country=said.country,
            kind=said.kind,
            applicant=said.applicant,
            filed_on=said.filed_on,
            opened_by=actor.account,
            opened_at=e.book.at,
        )
        e.seal(made)
        e.refer(application=made.pk)
        if said.kind == Application.Kind.SUBSTITUTE:
            write_facts(actor, e, {REQUESTED: "yes"})
    return made


def _check(said: NewApplication) -> None:
    if said.country not in COUNTRIES:
        raise NotDone(_("Bitte wählen Sie einen Staat aus der Liste."))
    if said.kind not in Application.Kind.values or said.applicant not in Application.Applicant.values:
        raise NotDone(_("Bitte wählen Sie, was beantragt ist und von wem."))
    problem = problem_with_filing(said.filed_on, today())
    if problem is not None:
        raise NotDone(_(SENTENCES[problem]))
