"""The renewal run: drafts of renewals prepared in one go, each looked at and signed by itself; nothing is signed in bulk."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.steps.actions import taking as act
from augenmass.steps.models import StepTaking
from augenmass.work.refusal import NotDone

STEP = "renew_suspension"
MOST = 50


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of one case: its draft, or the sentence that says why there is none."""

    case: Case
    taking: StepTaking | None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What the form says: which cases, until when, why; ``key`` makes each draft once."""

    key: UUID
    cases: tuple[UUID, ...]
    valid_until: date
    reasons: str


def prepare_renewals(actor: Actor, run: Run) -> list[Prepared]:
    """Draft the renewal for each case, in a transaction of its own. Raises ``NotDone`` for a run that makes no sense."""
    actor.require(Permission.TAKE_STEPS)
    if not 0 < len(run.cases) <= MOST:
        raise NotDone(_("Bitte wählen Sie zwischen einem und %(most)s Fällen.") % {"most": MOST})
    if run.valid_until <= today():
        raise NotDone(_("Die Duldungen müssen über heute hinaus gelten."))
    if not run.reasons.strip():
        raise NotDone(
            _(
                "Bitte schreiben Sie, warum die Gründe der Duldungen fortbestehen. Sie können das in jedem Entwurf ändern."
            )
        )
    found = worked_by(actor).filter(key__in=run.cases).order_by("number", "pk")
    kinds = _kinds([case.pk for case in found])
    return [_prepare(actor, case, kinds.get(case.pk, ""), run) for case in found]


def _prepare(actor: Actor, case: Case, kind: str, run: Run) -> Prepared:
    form = act.StepForm(
        inputs={"suspension_kind": kind, "suspension_valid_until": run.valid_until.isoformat()},
        reasons=run.reasons,
        seen_version=case.version,
        submission=uuid5(run.key, str(case.key)),
    )
    try:
        return Prepared(case, act.begin(actor, case.pk, STEP, form, only_draft=True))
    except (act.Blocked, act.NotPossible, act.Overtaken, act.InputError, NotDone, Case.DoesNotExist) as refusal:
        return Prepared(case, None, str(refusal))


def _kinds(case_ids: Collection[int]) -> dict[int, str]:
    rows = Fact.objects.filter(case__in=case_ids, name="suspension_kind", closed_by=None, disputed_by=None)
    return dict(rows.order_by("known_at", "pk").values_list("case_id", "value"))
