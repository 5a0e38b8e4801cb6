"""Recording what happened to an application: forms, hearings, the answer, the document, its facts and the tasks that follow."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.sight import sight_of
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import once
from augenmass.travel_papers.actions.applications import SENTENCES, refuse_if_barred
from augenmass.travel_papers.actions.facts import REQUESTED, write_facts
from augenmass.travel_papers.models import Application, ApplicationEvent
from augenmass.travel_papers.queries import events_of, happened, one_application, particulars
from augenmass.travel_papers.rules.course import CLOSING, GIVING, Happened, open_hearings, problem_with
from augenmass.travel_papers.rules.form import refused
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

Kind = ApplicationEvent.Kind
AHEAD = timedelta(days=90)
"""How long before a document expires its task is due."""
LATER = timedelta(days=28)
"""When a result that is still to come is asked for again."""
_PASSPORT_KIND = {Application.Kind.PASSPORT: "passport", Application.Kind.SUBSTITUTE: "substitute"}


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What the form says. ``key`` comes from the form; ``seen`` is the version of the application that was read.

    ``passport_number`` goes into the fact only; ``fact_names`` are those that stood on a form.
    """

    key: UUID
    seen: int
    kind: str
    on: date
    result: str = ""
    note: str = ""
    valid_until: date | None = None
    passport_number: str = ""
    fact_names: tuple[str, ...] = ()


def record_event(actor: Actor, key: UUID, said: NewEvent) -> ApplicationEvent:
    """Record an event. Raises ``NotDone`` (barred, overtaken, a day that cannot be), ``NotPermitted``, ``Application.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    found = one_application(actor, key)
    _check(said)
    return once(
        lambda: ApplicationEvent.objects.filter(key=said.key, application=found).first(),
        lambda: _record(actor, found, said),
    )


def _record(actor: Actor, found: Application, said: NewEvent) -> ApplicationEvent:
    with entry(actor, f"travel_paper.{said.kind}", found.case_id) as e:
        application = Application.objects.get(pk=found.pk)
        if application.version != said.seen:
            raise NotDone(_("Zu diesem Antrag ist inzwischen etwas eingetragen. Bitte lesen Sie ihn noch einmal."))
        new = Happened(said.kind, said.on, said.result, said.valid_until)
        problem = problem_with(new, happened(events_of(application)), application.filed_on, today())
        if problem is not None:
            raise NotDone(_(SENTENCES[problem]))
        if said.kind in GIVING:
            refuse_if_barred(application.case_id)
        if said.kind == Kind.FORMS_SENT:
            _check_particulars(actor, found, said)
        made = _event(actor, e, application, said)
        e.seal(made)
        e.refer(application=application.pk, event=made.pk)
        _advance(application, said)
        _follow(actor, e, application, said)
    return made


def _event(actor: Actor, e: Entry, application: Application, said: NewEvent) -> ApplicationEvent:
    return ApplicationEvent(
        key=said.key,
        application=application,
        kind=said.kind,
        on=said.on,
        result=said.result if said.kind == Kind.HEARING_RESULT else "",
        note=said.note.strip(),
        valid_until=said.valid_until if said.kind == Kind.ISSUED else None,
        fact_names=list(said.fact_names) if said.kind == Kind.FORMS_SENT else [],
        recorded_by=actor.account,
        recorded_at=e.book.at,
    )


def _advance(application: Application, said: NewEvent) -> None:
    """The case is locked, so nobody else writes to its applications meanwhile."""
    application.version += 1
    if said.kind in CLOSING:
        application.state = Application.State(said.kind)
        application.closed_on = said.on
        application.valid_until = said.valid_until if said.kind == Kind.ISSUED else None
    application.save(update_fields=["version", "state", "closed_on", "valid_until"])


def _follow(actor: Actor, e: Entry, application: Application, said: NewEvent) -> None:
    """Facts and tasks that follow from an event."""
    if said.kind in (Kind.HEARING_SET, Kind.HEARING_RESULT):
        _ask_for_results(actor, e, application, said)
    if said.kind not in CLOSING:
        return
    close_tasks(e, application.about)
    values: dict[str, str] = {}
    if application.kind == Application.Kind.SUBSTITUTE and not _others_run(application):
        values[REQUESTED] = "no"
    if said.kind == Kind.ISSUED and application.kind in _PASSPORT_KIND:
        values |= _document(application, said)
    write_facts(actor, e, values)
    if said.kind == Kind.ISSUED and said.valid_until is not None:
        for earlier in Application.objects.filter(case=application.case_id, state="issued", kind=application.kind):
            close_tasks(e, earlier.about)
        day = said.valid_until.strftime("%d.%m.%Y")
        title = _("Reisedokument läuft ab am %(day)s") % {"day": day}
        _open(actor, e, application, Task.Kind.RESUBMISSION, title, max(said.valid_until - AHEAD, today()))


def _ask_for_results(actor: Actor, e: Entry, application: Application, said: NewEvent) -> None:
    """One task for the earliest hearing without a result; later where it was said that the result is still to come."""
    close_tasks(e, application.about)
    days = open_hearings(happened(events_of(application)))
    if days:
        due = today() + LATER if said.result == ApplicationEvent.Result.PENDING else max(days[0], today())
        _open(actor, e, application, Task.Kind.TASK, _("Ergebnis der Vorsprache eintragen"), due)


def _document(application: Application, said: NewEvent) -> dict[str, str]:
    """The facts of a document that was issued. Whether it lies with the authority is not known by that."""
    values = {"passport_kind": _PASSPORT_KIND[Application.Kind(application.kind)]}
    if said.passport_number.strip():
        values["passport_number"] = said.passport_number.strip()
    if said.valid_until is not None:
        values["passport_valid_until"] = said.valid_until.isoformat()
    return values


def _others_run(application: Application) -> bool:
    running = Application.objects.filter(case=application.case_id, kind=application.kind, state="open")
    return running.exclude(pk=application.pk).exists()


def _open(actor: Actor, e: Entry, application: Application, kind: Task.Kind, title: str, due: date) -> None:
    assert e.case is not None
    assignee = e.case.officer_id or actor.account_id
    open_task(e, kind=kind, title=title, due=due, assignee_id=assignee, about=application.about)


def _check_particulars(actor: Actor, found: Application, said: NewEvent) -> None:
    """Only facts of the closed list, and only those that are held and seen."""
    held = {fact.name for fact in particulars(actor, found.case)}
    if refused(said.fact_names) or not set(said.fact_names) <= held or not sight_of(actor, found.case).own:
        raise NotDone(_("Auf ein Formular für den Herkunftsstaat gehört nur, was auf der Liste dieser Seite steht."))
    if not said.fact_names:
        raise NotDone(_("Bitte kreuzen Sie an, welche Angaben auf dem Formular stehen."))


def _check(said: NewEvent) -> None:
    if said.kind not in Kind.values:
        raise NotDone(_("Bitte wählen Sie, was geschehen ist."))
    if said.result and said.result not in ApplicationEvent.Result.values:
        raise NotDone(_("Bitte wählen Sie das Ergebnis der Vorsprache."))
    if len(said.note) > 500 or len(said.passport_number) > 40:
        raise NotDone(_("Eine Angabe ist zu lang."))
