"""Taking a step: draft it, give it to a second person, sign it, or leave it.

Every function locks the case, proves the question again from the facts as they stand, and refuses when the answer is not
yes, when the page was older than the case, or when the second person is the first. Nothing trusts the stored position.
"""

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.cases.affected import affected_by
from augenmass.cases.facts import current_facts
from augenmass.cases.positions import recompute
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.evaluate import prove
from augenmass.law.norm import Step
from augenmass.law.position import Blocker, blockers_of
from augenmass.law.proof import Proof
from augenmass.law.time import now, today
from augenmass.law.values import NO, YES
from augenmass.lawbook.in_force import in_force, keep
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Fact, Source
from augenmass.steps import letter
from augenmass.steps.effects import effects, gates
from augenmass.steps.models import SignedStep, StepTaking
from augenmass.steps.rules import InputError, read_inputs, written_facts
from augenmass.work.actions.second_person import ask_no_more
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task


class Blocked(Exception):
    """The step cannot be taken; ``blockers`` say what stands against it."""

    def __init__(self, blockers: tuple[Blocker, ...]) -> None:
        super().__init__(_("Dieser Schritt kann nach Aktenlage nicht gegangen werden. Es wurde nichts geändert."))
        self.blockers = blockers


class Overtaken(Exception):
    """The case changed since the page was opened; what was typed stays on the page, nothing was signed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Der Fall wurde geändert, seit Sie diese Seite geöffnet haben. Bitte prüfen Sie den neuen Stand und unterzeichnen Sie dann erneut."
            )
        )


class NotPossible(Exception):
    """A sentence for the user: already signed, waiting elsewhere, the same person twice, reasons missing."""


@dataclass(frozen=True, slots=True)
class StepForm:
    """What the page sends: inputs by fact name as typed, reasons, version of the case that it showed, id of the form."""

    inputs: dict[str, str] = field(default_factory=dict)
    reasons: str = ""
    seen_version: int = 0
    submission: UUID | None = None


def begin(actor: Actor, case_id: int, step_id: str, form: StepForm, *, only_draft: bool = False) -> StepTaking:
    """Draft a step. Without letter and second person it is signed at once; the same form sent twice gives the same taking.

    ``only_draft``: it stays a draft, which a person looks at and signs on its page (several prepared in one go).
    What a program begins always stays a draft: a human signs it on a page.

    Raises ``Blocked``, ``Overtaken``, ``InputError``, ``NotPossible``, ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    step = _permitted_step(actor, case_id, step_id)
    assert form.submission is not None
    earlier = StepTaking.objects.filter(submission=form.submission, case_id=case_id, step=step_id).first()
    if earlier is not None:
        return earlier
    if StepTaking.objects.filter(submission=form.submission).exists():
        raise NotPossible(
            _("Dieses Formular wurde schon für einen anderen Schritt verwendet. Bitte laden Sie die Seite neu.")
        )
    if not form.reasons.strip():
        raise NotPossible(_("Bitte begründen Sie den Schritt."))
    inputs = read_inputs(step, form.inputs)
    with entry(actor, "step.drafted", case_id) as e:
        _refuse_if_overtaken(e, form.seen_version)
        if StepTaking.objects.filter(case_id=case_id, step=step_id, state__in=["draft", "waiting"]).exists():
            raise NotPossible(
                _("Für diesen Schritt gibt es bereits einen offenen Entwurf. Bitte bearbeiten Sie diesen.")
            )
        _prove(e, step)
        taking = StepTaking(
            case=e.case,
            step=step.id,
            inputs=inputs,
            reasons=form.reasons.strip(),
            begun_by=actor.account,
            begun_at=now(),
            case_version=form.seen_version,
            submission=form.submission,
        )
        e.seal(taking)
        e.refer(taking=taking.pk, step=step.id)
        if step.letter:
            letter.draft(e, actor, taking, step)
        elif not actor.program and not only_draft:
            _sign_or_pass_on(e, actor, taking, step)
    return taking


def revise(actor: Actor, taking: StepTaking, form: StepForm) -> None:
    """Change the draft of a step. Raises as ``begin``."""
    step = _permitted_step(actor, taking.case_id, taking.step)
    if not form.reasons.strip():
        raise NotPossible(_("Bitte begründen Sie den Schritt."))
    inputs = read_inputs(step, form.inputs)
    with entry(actor, "step.draft_revised", taking.case_id) as e:
        _refuse_if_overtaken(e, form.seen_version)
        _reload(taking, StepTaking.State.DRAFT)
        _refuse_draft_of_another(actor, taking)
        taking.inputs, taking.reasons = inputs, form.reasons.strip()
        taking.save(update_fields=["inputs", "reasons"])
        if step.letter:
            letter.draft(e, actor, taking, step)
        e.refer(taking=taking.pk, step=step.id)


def give_to_sign(actor: Actor, taking: StepTaking, seen_version: int) -> None:
    """The first signature: passes the draft to a second person where the body asks for one, else signs it.

    Raises as ``begin``, and ``LetterIncomplete`` where the letter has gaps: the second person is not asked for what cannot be signed.
    """
    _refuse_program(actor)
    step = _permitted_step(actor, taking.case_id, taking.step)
    with entry(actor, "step.given_to_sign", taking.case_id) as e:
        _refuse_if_overtaken(e, seen_version)
        _reload(taking, StepTaking.State.DRAFT)
        _refuse_draft_of_another(actor, taking)
        _prove(e, step)
        if step.letter:
            letter.require_complete(taking)
        e.refer(taking=taking.pk, step=step.id)
        _sign_or_pass_on(e, actor, taking, step)


def sign_second(actor: Actor, taking: StepTaking, seen_version: int) -> None:
    """The second signature, by somebody else than the first. Raises as ``begin``."""
    _refuse_program(actor)
    actor.require(Permission.SECOND_SIGNATURE)
    worked_by(actor).get(pk=taking.case_id)
    step = in_force().step(taking.step)
    with entry(actor, "step.signed", taking.case_id) as e:
        _reload(taking, StepTaking.State.WAITING)
        if taking.begun_by_id == actor.account_id:
            raise NotPossible(
                _("Sie haben diesen Schritt vorbereitet. Die zweite Unterschrift muss von einer anderen Person kommen.")
            )
        _refuse_if_overtaken(e, seen_version)
        proof = _prove(e, step)
        _sign(e, actor, taking, step, proof)


def refuse(actor: Actor, taking: StepTaking, reason: str) -> None:
    """The second person does not sign; the first is told by a task. Raises ``NotPossible`` without a reason."""
    actor.require(Permission.SECOND_SIGNATURE)
    worked_by(actor).get(pk=taking.case_id)
    if not reason.strip():
        raise NotPossible(_("Bitte begründen Sie, warum Sie nicht zeichnen."))
    _leave(actor, taking, StepTaking.State.REFUSED, "step.refused", [StepTaking.State.WAITING], reason)


def withdraw(actor: Actor, taking: StepTaking) -> None:
    """The officer takes a draft back."""
    _permitted_step(actor, taking.case_id, taking.step)
    states = [StepTaking.State.DRAFT, StepTaking.State.WAITING]
    _leave(actor, taking, StepTaking.State.WITHDRAWN, "step.withdrawn", states, "")


def _leave(
    actor: Actor, taking: StepTaking, state: StepTaking.State, kind: str, allowed: list[StepTaking.State], reason: str
) -> None:
    with entry(actor, kind, taking.case_id) as e:
        _reload(taking, *allowed)
        taking.state, taking.refusal = state, reason.strip()[:1000]
        taking.save(update_fields=["state", "refusal"])
        close_tasks(e, f"step:{taking.key}")
        letter.discard(e, taking)
        e.refer(taking=taking.pk, step=taking.step)
        if state is StepTaking.State.REFUSED:
            title = _("Schritt wurde nicht gezeichnet: %(step)s") % {"step": in_force().step(taking.step).de}
            open_task(
                e,
                kind=Task.Kind.TASK,
                title=title,
                due=today(),
                assignee_id=taking.begun_by_id,
                about=f"step:{taking.key}",
            )


def _permitted_step(actor: Actor, case_id: int, step_id: str) -> Step:
    actor.require(Permission.TAKE_STEPS)
    worked_by(actor).get(pk=case_id)
    try:
        step = in_force().step(step_id)
    except KeyError as error:
        raise NotPossible(_("Diesen Schritt gibt es nicht.")) from error
    if not actor.roles.intersection(step.roles):
        raise NotPossible(_("Diesen Schritt darf Ihre Rolle nicht gehen."))
    return step


def _reload(taking: StepTaking, *allowed: StepTaking.State) -> None:
    taking.refresh_from_db()
    if taking.state not in allowed:
        state = StepTaking.State(taking.state).label
        raise NotPossible(_("Dieser Schritt ist inzwischen: %(state)s. Es wurde nichts geändert.") % {"state": state})


def _refuse_draft_of_another(actor: Actor, taking: StepTaking) -> None:
    """The first signature is that of the person who drafted; were it anybody's, one person could give both."""
    if taking.begun_by_id != actor.account_id:
        raise NotPossible(
            _("Diesen Entwurf hat eine andere Person angelegt. Nur sie kann ihn ändern und zur Unterschrift geben.")
        )


def _refuse_program(actor: Actor) -> None:
    """A signature is a person's: no token gives one, by whatever door it comes."""
    if actor.program:
        raise NotPossible(_("Ein Programm zeichnet nicht. Bitte unterzeichnen Sie den Entwurf auf seiner Seite."))


def _refuse_if_overtaken(e: Entry, seen_version: int) -> None:
    assert e.case is not None
    if e.case.version != seen_version:
        raise Overtaken


def _prove(e: Entry, step: Step) -> Proof:
    """The proof that the step may be taken, from the facts in this transaction. Raises ``Blocked``."""
    assert e.case is not None
    catalogue = in_force(fresh=True)
    held = current_facts([e.case.pk], today())[e.case.pk].held
    proof = prove(catalogue, step.question, held, today())
    if proof.value != YES:
        raise Blocked(blockers_of(catalogue, step.id, held, today()))
    if step.due and prove(catalogue, step.due, held, today()).value == NO:
        raise NotPossible(
            _("Für diesen Schritt gibt es derzeit keinen Anlass: Er ist bereits gegangen oder nicht nötig.")
        )
    for gate in gates.get(step.id, ()):
        if against := gate(e.case.pk, held):
            raise NotPossible(against)
    return proof


def _sign_or_pass_on(e: Entry, actor: Actor, taking: StepTaking, step: Step) -> None:
    assert e.case is not None
    body = Body.objects.get(pk=e.case.body_id)
    if not body.asks_second_person(step.id, step.second_person):
        e.kind = "step.signed"
        _sign(e, actor, taking, step, _prove(e, step))
        return
    e.kind = "step.given_to_sign"
    taking.state = StepTaking.State.WAITING
    taking.save(update_fields=["state"])
    title = _("Zweite Unterschrift: %(step)s") % {"step": step.de}
    open_task(
        e, kind=Task.Kind.SIGNATURE, title=title, due=today(), not_by_id=actor.account_id, about=f"step:{taking.key}"
    )


def _sign(e: Entry, actor: Actor, taking: StepTaking, step: Step, proof: Proof) -> None:
    """The last signature, by ``actor``: the second person where the first is somebody else."""
    assert e.case is not None
    second = actor if actor.account_id != taking.begun_by_id else None
    catalogue = in_force()
    keep(catalogue)
    sha256 = letter.sign(e, taking, second) if step.letter else ""
    _write_facts(e, taking, step)
    e.seal(
        SignedStep(
            taking=taking,
            signed_at=e.book.at,
            signed_by_id=taking.begun_by_id,
            second_by_id=second.account_id if second else None,
            reasons=taking.reasons,
            inputs=taking.inputs,
            proof=proof.to_json(),
            catalogue=catalogue.hash,
            letter_sha256=sha256,
        )
    )
    taking.state = StepTaking.State.SIGNED
    taking.save(update_fields=["state"])
    close_tasks(e, f"step:{taking.key}")
    e.refer(taking=taking.pk, step=step.id, catalogue=catalogue.hash)
    if step.id in effects:
        effects[step.id](e, actor, taking)
    recompute(affected_by([e.case.pk]))


def _write_facts(e: Entry, taking: StepTaking, step: Step) -> None:
    assert e.case is not None
    source, _made = Source.objects.get_or_create(body_id=e.case.body_id, kind=Source.Kind.STEP, label=step.de)
    held = {fact.name: fact for fact in Fact.objects.filter(case=e.case, closed_by=None, true_from=None)}
    for name, value in written_facts(step, taking.inputs, today()).items():
        before = held.get(name)
        if before is not None and before.value == value and before.disputed_by_id is None:
            continue
        e.establish(
            name,
            value,
            source_id=source.pk,
            note=_("aus dem Schritt „%(step)s“") % {"step": step.de},
            replaces_id=before.pk if before else None,
        )
        if before is not None:
            ask_no_more(e, name)
    e.book.flush()


__all__ = [
    "Blocked",
    "InputError",
    "NotPossible",
    "Overtaken",
    "StepForm",
    "begin",
    "give_to_sign",
    "refuse",
    "revise",
    "sign_second",
    "withdraw",
]
