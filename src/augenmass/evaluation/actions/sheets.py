"""Sheets of the questionnaire: given out, handed in, typed in from paper. No action is written: it would say when, and who."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.evaluation.models import Pilot, Place, SealedSheet, UsedSheet
from augenmass.evaluation.queries.pilots import takes_sheets
from augenmass.evaluation.rights import require_service
from augenmass.evaluation.rules.questions import complete
from augenmass.record.lots import by_lot
from augenmass.record.signed_link import SignedLink
from augenmass.sealed_message import seal
from augenmass.work.refusal import NotDone

_LINK = SignedLink("augenmass.evaluation.sheet")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was given out: which pilot it is about, and the secret that makes it count once."""

    pilot: UUID
    secret: str


def pilot_of_service(body_id: int) -> Pilot | None:
    """The running pilot in which a service takes part; with several the one that began last."""
    with as_system(SystemRole.EVALUATION):
        places = Place.objects.filter(body=body_id, joined_at__isnull=False, pilot__state=Pilot.State.OPEN)
        found = [place.pilot for place in places.select_related("pilot") if takes_sheets(place.pilot)]
    return max(found, key=lambda pilot: (pilot.first, pilot.pk), default=None)


def new_sheet(pilot: Pilot) -> str:
    """The secret of a new sheet, for its address; it is kept nowhere here."""
    return _LINK.sign(f"{pilot.key.hex}{secrets.token_hex(16)}")


def sheet_in(token: str) -> Sheet | None:
    """The sheet under a true signature; None for anything else."""
    said = _LINK.read(token)
    return None if said is None else Sheet(UUID(said[:32]), said)


def can_be_handed_in(sheet: Sheet) -> bool:
    """Whether a sheet is still asked for and was not handed in."""
    with as_system(SystemRole.EVALUATION):
        pilot = Pilot.objects.filter(key=sheet.pilot).first()
        used = UsedSheet.objects.filter(digest=_digest(sheet)).exists()
        return pilot is not None and not used and takes_sheets(pilot)


def hand_in(sheet: Sheet, answers: Mapping[str, str]) -> None:
    """Hand in a sheet, once. Raises ``NotDone`` (used, over), ``NotAnAnswer``."""
    found = complete(answers)
    with as_system(SystemRole.EVALUATION), transaction.atomic():
        pilot = Pilot.objects.filter(key=sheet.pilot).first()
        if pilot is None or not takes_sheets(pilot):
            raise NotDone(_("Diese Befragung ist beendet."))
        try:
            with transaction.atomic():
                UsedSheet.objects.create(pk=by_lot(), digest=_digest(sheet))
        except IntegrityError as error:
            raise NotDone(_("Dieser Bogen wurde schon abgegeben.")) from error
        _keep(pilot, found)


def type_in(actor: Actor, place: UUID, key: UUID, answers: Mapping[str, str]) -> None:
    """Take in a sheet that was filled in on paper without a name; ``key`` comes from the form, so that sent twice it counts once.

    Raises ``NotDone``, ``NotAnAnswer``, ``NotPermitted``, ``Place.DoesNotExist``.
    """
    require_service(actor)
    with as_system(SystemRole.EVALUATION):
        found = Place.objects.select_related("pilot").get(key=place, body=actor.body_id, joined_at__isnull=False)
    hand_in(Sheet(found.pilot.key, f"paper:{key.hex}"), answers)


def _keep(pilot: Pilot, answers: Mapping[str, str]) -> None:
    SealedSheet.objects.create(pk=by_lot(), pilot=pilot, sealed=seal(pilot.sheet_key, {"text": json.dumps(answers)}))


def _digest(sheet: Sheet) -> str:
    return hashlib.sha256(sheet.secret.encode()).hexdigest()
