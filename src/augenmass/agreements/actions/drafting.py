"""Writing the draft: starting point, goals, steps of both sides, rhythm; fixing its text; opening it again; the next edition."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.actions.changing import changing, edition_in_work, require_active
from augenmass.agreements.models import Agreement, Edition
from augenmass.agreements.rules.content import (
    LONGEST,
    MOST_GOALS,
    MOST_STEPS,
    WEEKS,
    Content,
    Form,
    PlannedStep,
    Side,
    Topic,
    digest_of_texts,
    lines_to,
)
from augenmass.agreements.rules.days import falls_on, is_minor
from augenmass.agreements.rules.text import compose, written
from augenmass.agreements.texts import agreed_of
from augenmass.agreements.wording import frame
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.record.ledger import Entry
from augenmass.work.refusal import NotDone

CONTRACTING = frozenset({Body.Kind.MUNICIPALITY, Body.Kind.COUNSELLING})
"""A contract under public law is made by an authority (VwVfG § 54 sentence 2); a private body can make none."""


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step as it is entered; ``anyway``: its day is no working day, and a person wants it so."""

    key: UUID
    side: Side
    what: str
    due: date | None = None
    anyway: bool = False


class NoWorkingDay(NotDone):
    """The day of a step is a holiday or part of a weekend; ``named`` says which. It can be left so."""

    def __init__(self, day: date, named: str) -> None:
        super().__init__(
            _(
                "Der %(day)s ist kein Werktag (%(named)s). Bitte wählen Sie mit der Person einen anderen Tag, oder bestätigen Sie, dass es dabei bleiben soll."
            )
            % {"day": f"{day:%d.%m.%Y}", "named": named}
        )
        self.named = named


def write_start(
    actor: Actor, key: UUID, seen: int, points: dict[Topic, str], goals: tuple[str, ...], weeks: int
) -> None:
    """Write starting point, goals and rhythm of the draft; empty ones are left out. Raises ``NotDone``, ``NotPermitted``."""
    kept = {topic: text.strip() for topic, text in points.items() if text.strip()}
    wanted = tuple(goal.strip() for goal in goals if goal.strip())
    if weeks not in WEEKS:
        raise NotDone(_("Bitte wählen Sie den Abstand der Gespräche aus der Liste."))
    if len(wanted) > MOST_GOALS or any(len(text) > LONGEST for text in (*kept.values(), *wanted)):
        raise NotDone(_("Eine Angabe ist zu lang, oder es sind mehr als zehn Ziele."))
    _rewrite(
        actor, "agreement.drafted", key, seen, lambda held: replace(held, points=kept, goals=wanted, review_weeks=weeks)
    )


def put_step(actor: Actor, key: UUID, seen: int, step: NewStep) -> None:
    """Add a step to the draft, or write the one with its key anew. Raises ``NoWorkingDay``, ``NotDone``, ``NotPermitted``."""
    if step.side is Side.PROVIDER:
        raise NotDone(_("Eine andere Stelle wird angefragt; sie sagt selbst zu."))
    if not step.what.strip() or len(step.what) > LONGEST:
        raise NotDone(_("Bitte schreiben Sie in höchstens 500 Zeichen, was getan wird."))
    if step.due is not None:
        check_day(step.due, actor.body.land, step.anyway)
    planned = PlannedStep(step.key, step.side, step.what.strip(), step.due)

    def change(held: Content) -> Content:
        if held.step(step.key) is not None:
            return replace(held, steps=tuple(planned if one.key == step.key else one for one in held.steps))
        if len(held.steps) >= MOST_STEPS:
            raise NotDone(_("Mehr als 30 Schritte kann eine Vereinbarung nicht haben."))
        return replace(held, steps=(*held.steps, planned))

    _rewrite(actor, "agreement.drafted", key, seen, change)


def drop_step(actor: Actor, key: UUID, seen: int, step: UUID) -> None:
    """Take a step out of the draft. Raises ``NotDone``, ``NotPermitted``."""
    _rewrite(
        actor,
        "agreement.drafted",
        key,
        seen,
        lambda held: replace(held, steps=tuple(one for one in held.steps if one.key != step)),
    )


def choose_form(actor: Actor, key: UUID, seen: int, form: Form, purpose: str = "") -> None:
    """Choose explicitly whether it is a plan or a contract under public law (VwVfG §§ 54, 57). Raises ``NotDone``, ``NotPermitted``."""
    if form is Form.CONTRACT:
        if actor.body.kind not in CONTRACTING:
            raise NotDone(_("Einen öffentlich-rechtlichen Vertrag kann nur eine Behörde schließen (§ 54 VwVfG)."))
        if not purpose.strip() or len(purpose) > LONGEST:
            raise NotDone(_("Bitte nennen Sie in höchstens 500 Zeichen den Zweck des Vertrags (§ 56 Abs. 1 VwVfG)."))
    with changing(actor, "agreement.form_chosen", key, seen) as (e, agreement):
        edition = _draft(agreement)
        Agreement.objects.filter(pk=agreement.pk).update(form=form)
        content = replace(edition.said, purpose=purpose.strip() if form is Form.CONTRACT else "")
        Edition.objects.filter(pk=edition.pk).update(content=content.to_json())
        e.refer(edition=edition.number, form=form.value)


def fix_text(actor: Actor, key: UUID, seen: int) -> Edition:
    """Fix the German text of the draft: from now on exactly this is translated, explained and signed. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.text_fixed", key, seen) as (e, agreement):
        edition = _draft(agreement)
        content = edition.said
        if not content.steps and not content.promises:
            raise NotDone(_("Es ist noch kein Schritt vereinbart. Bitte tragen Sie mindestens einen ein."))
        if any(step.side is Side.PERSON for step in content.steps) and not _ours(content):
            raise NotDone(
                _("Bisher hat nur die Person Schritte. Eine Vereinbarung hat zwei Seiten: Was tut die Beratungsstelle?")
            )
        edition.fixed_on = today()
        person = agreement.participant
        if is_minor(person.born_on, edition.fixed_on) and not person.guardian:
            raise NotDone(without_guardian())
        agreed = agreed_of(agreement, edition, edition.fixed_on)
        edition.text_de = lines_to(compose(agreed, frame("de"), written(agreed)))
        edition.text_own = []
        edition.stage = Edition.Stage.FIXED
        edition.digest = digest_of_texts(edition.lines_de, ())
        edition.save(update_fields=["fixed_on", "text_de", "text_own", "stage", "digest"])
        e.refer(edition=edition.number, text=edition.digest)
    return edition


def open_again(actor: Actor, key: UUID, seen: int) -> None:
    """Make a draft again of a text that nobody signed: translation and explanation fall away. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.opened_again", key, seen) as (e, agreement):
        edition = edition_in_work(agreement)
        if edition.signatures.exists():
            raise NotDone(_("Diese Fassung ist schon von einer Seite unterschrieben. Bitte verwerfen Sie sie."))
        _reset(edition)
        e.refer(edition=edition.number)


def amend(actor: Actor, key: UUID, seen: int, reason: str) -> Edition:
    """Begin the next edition from the one that holds; until both sides have signed it, the older one holds. Raises ``NotDone``, ``NotPermitted``."""
    if not reason.strip() or len(reason) > LONGEST:
        raise NotDone(_("Bitte sagen Sie in höchstens 500 Zeichen, warum die Vereinbarung geändert wird."))
    with changing(actor, "agreement.amended", key, seen) as (e, agreement):
        require_active(agreement)
        if agreement.editions.filter(stage__in=Edition.OPEN).exists():
            raise NotDone(_("An einer neuen Fassung wird schon gearbeitet."))
        held = agreement.editions.get(stage=Edition.Stage.SIGNED)
        newest = agreement.editions.order_by("-number").values_list("number", flat=True)[0]
        made = Edition.objects.create(
            agreement=agreement,
            number=newest + 1,
            language=agreement.participant.language,
            content=held.content,
            own_words=_still(held, agreement),
            reason=reason.strip(),
        )
        e.refer(edition=made.number)
    return made


def drop_edition(actor: Actor, key: UUID, seen: int) -> None:
    """Give an edition up that was not signed by both sides; what held before still holds, and a first draft is kept as a new one.

    Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "agreement.edition_dropped", key, seen) as (e, agreement):
        edition = edition_in_work(agreement)
        Edition.objects.filter(pk=edition.pk).update(stage=Edition.Stage.DROPPED)
        if agreement.state == Agreement.State.DRAFT:
            Edition.objects.create(
                agreement=agreement,
                number=edition.number + 1,
                language=agreement.participant.language,
                content=edition.content,
                own_words=_still(edition, agreement),
            )
        e.refer(edition=edition.number)


def _still(edition: Edition, agreement: Agreement) -> dict[str, str]:
    """The words of a translator that the next edition can begin with: where the person's language is the same."""
    words: dict[str, str] = edition.own_words
    return words if edition.language == agreement.participant.language else {}


def _reset(edition: Edition) -> None:
    edition.stage = Edition.Stage.DRAFT
    edition.text_de, edition.text_own, edition.digest, edition.translator, edition.fixed_on = [], [], "", "", None
    edition.explained_on, edition.explained_by, edition.interpreter = None, None, ""
    edition.save()


def check_day(day: date, land: str, anyway: bool) -> None:
    """Raise ``NotDone`` for a day that is over, ``NoWorkingDay`` for a holiday or weekend that nobody confirmed."""
    if day < today():
        raise NotDone(_("Der Tag liegt in der Vergangenheit. Bitte wählen Sie einen künftigen."))
    named = falls_on(day, land)
    if named and not anyway:
        raise NoWorkingDay(day, named)


def without_guardian() -> str:
    """What is said where a minor has nobody who signs with them."""
    return _("Die Person ist minderjährig. Bitte tragen Sie ein, wer das Sorgerecht hat und mit ihr unterschreibt.")


def in_draft(e: Entry, agreement: Agreement, change: Callable[[Content], Content]) -> None:
    """Change the content of the draft in an action under way. Raises ``NotDone`` when its text is fixed already."""
    edition = _draft(agreement)
    Edition.objects.filter(pk=edition.pk).update(content=change(edition.said).to_json())
    e.refer(edition=edition.number)


def _rewrite(actor: Actor, kind: str, key: UUID, seen: int, change: Callable[[Content], Content]) -> None:
    with changing(actor, kind, key, seen) as (e, agreement):
        in_draft(e, agreement, change)


def _draft(agreement: Agreement) -> Edition:
    edition = edition_in_work(agreement)
    if edition.stage != Edition.Stage.DRAFT:
        raise NotDone(_("Der Text dieser Fassung steht schon. Öffnen Sie ihn wieder, um etwas zu ändern."))
    return edition


def _ours(content: Content) -> bool:
    return bool(content.promises) or any(step.side is Side.COUNSELLOR for step in content.steps)
