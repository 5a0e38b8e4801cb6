"""What is done with a nomination by the last part of its address, and what is said when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from augenmass.access.actor import Actor
from augenmass.special_staff.actions.deciding import confirm, end_with, give_back, renew
from augenmass.special_staff.actions.hearing import invite, not_yet, tell, write_information
from augenmass.special_staff.actions.nominating import withdraw
from augenmass.special_staff.actions.planning import NewStep, add_step, contribute, release, take_in, take_out

Said = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """An action, with what a valid form said, and the sentence after it."""

    do: Callable[[Actor, UUID, Said], object]
    done: Promise


def _step(actor: Actor, key: UUID, said: Said) -> object:
    new = NewStep(said["key"], int(said["step_body"]), said["step_field"], said["step_text"], said["step_due"])
    return add_step(actor, key, said["seen"], new)


def _silent(actor: Actor, key: UUID, said: Said) -> object:
    return not_yet(
        actor, key, said["seen"], said["not_told_provision"], said["not_told_reason"], said["not_told_until"]
    )


DEEDS: Mapping[str, Deed] = {
    "bestaetigen": Deed(lambda actor, key, said: confirm(actor, key, said["seen"]), _("Die Benennung ist bestätigt.")),
    "zurueckgeben": Deed(
        lambda actor, key, said: give_back(actor, key, said["seen"], said["returned_because"]),
        _("Die Benennung ist zurückgegeben."),
    ),
    "zuruecknehmen": Deed(
        lambda actor, key, said: withdraw(actor, key, said["seen"]), _("Die Benennung ist zurückgenommen.")
    ),
    "verlaengern": Deed(
        lambda actor, key, said: renew(actor, key, said["seen"], said.get("entries_usable", False)),
        _("Die Benennung ist verlängert."),
    ),
    "schreiben": Deed(
        lambda actor, key, said: write_information(actor, key, said["seen"]),
        _("Das Schreiben ist unterzeichnet und kann versandt werden."),
    ),
    "unterrichten": Deed(
        lambda actor, key, said: tell(
            actor, key, said["seen"], said["told_on"], said["told_how"], said["person_comment"]
        ),
        _("Die Unterrichtung ist eingetragen."),
    ),
    "aufschieben": Deed(_silent, _("Die Gründe sind gespeichert.")),
    "einladung": Deed(
        lambda actor, key, said: invite(actor, key, said["seen"], said["invited_on"]),
        _("Die Übergabe der Einladung ist eingetragen."),
    ),
    "ergebnis": Deed(
        lambda actor, key, said: end_with(actor, key, said["seen"], said["staff_outcome"], said["outcome_note"]),
        _("Die Benennung ist beendet."),
    ),
    "stelle": Deed(
        lambda actor, key, said: take_in(
            actor, key, said["seen"], int(said["joining"]), said["provision"], said["reason"]
        ),
        _("Die Stelle nimmt jetzt teil."),
    ),
    "herausnehmen": Deed(
        lambda actor, key, said: take_out(actor, key, said["seen"], int(said["leaving"])),
        _("Die Stelle nimmt nicht mehr teil. Ihre offenen Schritte stehen jetzt bei Ihrer Stelle."),
    ),
    "schritt": Deed(_step, _("Der Schritt ist vereinbart und steht bei der Stelle als Aufgabe.")),
    "beitrag": Deed(
        lambda actor, key, said: contribute(actor, key, said["key"], said["contribution"]),
        _("Ihr Beitrag ist gespeichert."),
    ),
    "freigeben": Deed(
        lambda actor, key, said: release(
            actor, key, said["key"], int(said["released_to"]), said["released_text"], said["provision"]
        ),
        _("Die Angabe ist freigegeben."),
    ),
}
