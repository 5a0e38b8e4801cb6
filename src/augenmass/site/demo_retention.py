"""Old files in a demonstration, taken in like any other export, one of them kept for a court."""

import csv
from datetime import timedelta
from uuid import uuid4

from django.conf import settings

from augenmass.access.actor import actor_for
from augenmass.demo.old_files import HEADS, HELD, SOURCE, old_files
from augenmass.directory.models import Account
from augenmass.directory.roles import Permission
from augenmass.intake.actions.whole_file import import_file
from augenmass.law.time import today
from augenmass.retention.actions.holds import HoldForm, set_hold
from augenmass.site.command.people import actor_named


def bring_old_files() -> None:
    """Take the old files in and order that one of them is kept."""
    path = settings.DATA / "demo-altbestand.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(HEADS)
        table.writerows(old_files(today()))
    import_file(actor_named("ackermann", Permission.IMPORT), path, SOURCE)
    path.unlink()
    head = actor_for(Account.objects.get(username="vogt"))
    assert head is not None
    review = today() + timedelta(days=90)
    set_hold(
        head, HoldForm(uuid4(), HELD, "Klage gegen den Kostenbescheid, Verwaltungsgericht Auenburg (erfunden)", review)
    )
