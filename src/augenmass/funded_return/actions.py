"""Transmitting the listed particulars of a funded return to the competent authority, and erasing them in time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.funded_return.models import LISTED, FundedReturn
from augenmass.funded_return.queries import receivers_for
from augenmass.law.time import today
from augenmass.record.erasure import empty_rows
from augenmass.record.ledger import Entry, System, entry
from augenmass.record.models import Case, Fact
from augenmass.record.once import once
from augenmass.work.models import IncomingPost
from augenmass.work.refusal import NotDone

YEARS = 10
"""AufenthG § 86a (1) S. 5: erased after ten years at the latest."""
NEEDED = frozenset({"family_name", "given_names", "nationalities", "target_state"}) | {
    "funding_kind",
    "funding_extent",
    "funding_reason",
}
CHOICES = {
    "marital_status": FundedReturn.MaritalStatus,
    "sex": FundedReturn.Sex,
    "departure": FundedReturn.Departure,
    "expelled": FundedReturn.Expelled,
}
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Transmission:
    """What is sent; ``listed`` has exactly the names of ``LISTED``. ``key`` comes from the form: it is sent once."""

    key: UUID
    receiver_id: int
    purpose: str
    listed: Mapping[str, str]


def transmit(actor: Actor, sent: Transmission) -> FundedReturn:
    """Transmit the particulars to an authority. Raises ``NotPermitted``, ``NotDone``."""
    actor.require(Permission.FUNDED_RETURN)
    _check(actor, sent)

    def make() -> FundedReturn:
        day = today()
        made = FundedReturn(
            key=sent.key,
            sender_id=actor.body_id,
            receiver_id=sent.receiver_id,
            purpose=sent.purpose,
            sent_on=day,
            erase_by=ten_years_after(day),
            **{name: sent.listed[name].strip() for name in LISTED},
        )
        with entry(actor, "funded_return.transmitted") as e:
            e.seal(made)
            e.refer(funded_return=made.pk, receiver=sent.receiver_id, provision="AufenthG/87/6/1")
            _lay_before_receiver(e, actor, made)
        return made

    return once(lambda: FundedReturn.objects.filter(key=sent.key, sender=actor.body_id).first(), make)


def _lay_before_receiver(e: Entry, actor: Actor, made: FundedReturn) -> None:
    """Put it into the receiver's incoming post, which names the sender and nothing of the person; its key is that of the particulars.

    Only a person says to which case it belongs. It goes to the officer of the one case that fits, so that somebody has it to do.
    """
    with as_system(SystemRole.TRANSMISSION):
        officer = _officer_of(made)
        post = IncomingPost.objects.create(
            key=made.key,
            body_id=made.receiver_id,
            kind=IncomingPost.Kind.FUNDED_RETURN,
            sender=actor.body.name[:200],
            subject=_("Geförderte Rückkehr: Angaben nach § 86a AufenthG"),
            received_on=made.sent_on,
            assignee_id=officer,
            state=IncomingPost.State.NEW if officer is None else IncomingPost.State.ASSIGNED,
            created_by_id=e.action_id,
        )
    e.refer(post=post.pk)


def _officer_of(made: FundedReturn) -> int | None:
    """The officer of the receiver's one open case with this name and day of birth; None where none or several fit."""
    found = Case.objects.filter(body=made.receiver_id, closed_at=None)
    for name, value in (("family_name", made.family_name), ("date_of_birth", made.date_of_birth)):
        held = Fact.objects.filter(name=name, value=value, closed_by=None, disputed_by=None)
        found = found.filter(pk__in=held.values("case"))
    fitting = list(found.select_related("officer")[:2])
    officer = fitting[0].officer if len(fitting) == 1 else None
    return officer.pk if officer is not None and officer.is_active else None


def ten_years_after(day: date) -> date:
    """The last day of the ten years; of a 29th of February the 28th."""
    last = day.year + YEARS
    return day.replace(year=last, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=last)


def _check(actor: Actor, sent: Transmission) -> None:
    if set(sent.listed) != set(LISTED):
        raise NotDone(_("Übermittelt werden genau die Angaben, die das Gesetz aufzählt (AufenthG § 86a Abs. 1)."))
    if sent.purpose not in FundedReturn.Purpose.values:
        raise NotDone(_("Bitte wählen Sie, wofür die Angaben erforderlich sind."))
    if not receivers_for(actor).filter(pk=sent.receiver_id).exists():
        raise NotDone(_("Übermittelt wird nur an eine zuständige Ausländerbehörde."))
    if any(not sent.listed[name].strip() for name in NEEDED):
        raise NotDone(_("Name, Staatsangehörigkeit, Zielstaat und die Angaben zur Förderung dürfen nicht fehlen."))
    if any(sent.listed[name] not in choices.values for name, choices in CHOICES.items()):
        raise NotDone(_("Bitte wählen Sie bei jeder Frage eine der Antworten."))
    if not _is_day(sent.listed["date_of_birth"]):
        raise NotDone(_("Das Geburtsdatum ist kein Datum. Ist nur Jahr oder Monat bekannt, genügt das."))
    for name in LISTED:
        longest = FundedReturn._meta.get_field(name).max_length  # type: ignore[union-attr]
        if len(sent.listed[name]) > (longest or 0):
            raise NotDone(_("Eine Angabe ist zu lang."))


def _is_day(text: str) -> bool:
    """A day, or a month or a year where no more is known (``1990-01-31``, ``1990-01``, ``1990``), not in the future."""
    if not _DAY.fullmatch(text):
        return False
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    try:
        return date(1900, 1, 1) <= date(year, month, day) <= today()
    except ValueError:
        return False


def erase_due() -> int:
    """Erase what was kept for ten years: the particulars go, the digest stays, so that the chain still verifies."""
    due = list(FundedReturn.objects.filter(erase_by__lt=today(), erased_by=None).values_list("pk", flat=True)[:500])
    if not due:
        return 0
    with entry(System(), "funded_return.erased") as e:
        return empty_rows(e, FundedReturn.objects.filter(pk__in=due), **dict.fromkeys(LISTED, ""))
