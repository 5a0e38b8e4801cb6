"""What a person decides about a run: the mapping, the taking, or to give it up."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.intake.actions.receive import delete_file, opened
from augenmass.intake.models import ImportRun, SavedMapping, StagedRow
from augenmass.intake.refusal import RunOvertaken
from augenmass.intake.rules.mapping import Plan, choose, restore
from augenmass.law.time import now
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.ledger import entry

_OUTCOME = StagedRow.Outcome


def confirm_mapping(actor: Actor, run: ImportRun, chosen: Mapping[int, str], *, save: bool = True) -> ImportRun:
    """Fix what the columns mean (position -> target, empty for none), keep it for the source, and let reading begin.

    Raises `FileRefused` when no column gives the file number, `ValueError` for a target that does not exist,
    `RunOvertaken` and `NotPermitted`.
    """
    actor.require(Permission.IMPORT)
    plan = choose(opened(run).headers, chosen, VOCABULARY)
    return _fix(actor, run, plan, save=save)


def accept_proposal(actor: Actor, run: ImportRun) -> ImportRun:
    """Go on with the proposed mapping without its guesses; nothing is kept for the source. Raises as above."""
    actor.require(Permission.IMPORT)
    guessed = {entry["label"] for entry in run.columns if entry.get("certainty") == "similar"}
    kept = [{**entry, "target": "", "check": False} if entry["label"] in guessed else entry for entry in run.columns]
    return _fix(actor, run, restore(opened(run).headers, kept), save=False)


def _fix(actor: Actor, run: ImportRun, plan: Plan, *, save: bool) -> ImportRun:
    plan.require_key()
    with entry(actor, "import.mapping_fixed") as e:
        locked = _locked(actor, run, ImportRun.State.UPLOADED)
        e.refer(run=locked.pk, source=locked.source_id)
        locked.columns = plan.to_json()
        locked.samples = []
        locked.state = ImportRun.State.STAGING
        locked.save(update_fields=["columns", "samples", "state"])
        if save:
            saved, _made = SavedMapping.objects.update_or_create(
                source=locked.source,
                defaults={"columns": plan.to_json(), "changed_at": now(), "changed_by": actor.account},
            )
            e.refer(mapping=saved.pk)
    return locked


def confirm_taking(actor: Actor, run: ImportRun) -> ImportRun:
    """Let the previewed rows be taken; also those that others' changes had overtaken, as they are shown now.

    Raises `RunOvertaken` and `NotPermitted`.
    """
    actor.require(Permission.IMPORT)
    with entry(actor, "import.confirmed") as e:
        locked = _locked(actor, run, ImportRun.State.STAGED)
        locked.rows.filter(outcome=_OUTCOME.OVERTAKEN).update(outcome=_OUTCOME.WAITING)
        locked.state = ImportRun.State.TAKING
        locked.confirmed_by = actor.account
        locked.confirmed_at = now()
        locked.save(update_fields=["state", "confirmed_by", "confirmed_at"])
        e.refer(run=locked.pk)
    return locked


def discard(actor: Actor, run: ImportRun) -> ImportRun:
    """Give a run up before its rows are taken; the file and the staged rows are deleted, the run stays in the list.

    Raises `RunOvertaken` and `NotPermitted`.
    """
    actor.require(Permission.IMPORT)
    with entry(actor, "import.discarded") as e:
        locked = _locked(actor, run, ImportRun.State.UPLOADED, ImportRun.State.STAGED)
        locked.rows.filter(outcome__in=[_OUTCOME.WAITING, _OUTCOME.OVERTAKEN]).delete()
        locked.state = ImportRun.State.DISCARDED
        locked.samples = []
        locked.finished_at = now()
        locked.save(update_fields=["state", "samples", "finished_at"])
        e.refer(run=locked.pk)
        transaction.on_commit(lambda: delete_file(locked))
    return locked


def _locked(actor: Actor, run: ImportRun, *states: str) -> ImportRun:
    locked = ImportRun.objects.select_for_update().get(pk=run.pk, body_id=actor.body_id)
    if locked.state not in states:
        raise RunOvertaken(
            _("Dieser Import ist inzwischen weiter: %(state)s. Bitte laden Sie die Seite neu.")
            % {"state": locked.get_state_display()}
        )
    return locked
