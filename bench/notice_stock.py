"""Fifty thousand notices of police to one authority, and the pages on which they are read and written.

``fill_notices`` writes heads, contents, actions and digests as the program does, many in a transaction. Names are invented and drawn
by their number; a part has a case, a part waits for one, a part of the starts is past the day of their end.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from bench.returns import named

CHUNK = 500
TIMES = 40
TARGET_MS = 150.0
"""Of the inbox with 50,000 notices, on both databases."""
KINDS = ("proceedings_opened", "limit_breached", "expulsion_ground", "stay_without_title")
STATES = ("open", "open", "examined", "examined", "examined", "unassigned")
PROVISIONS = {
    "proceedings_opened": "AufenthG/87/4/1",
    "limit_breached": "AufenthG/87/2/1/2",
    "expulsion_ground": "AufenthG/87/2/1/3",
    "stay_without_title": "AufenthG/87/2/1/1",
}
POLICE, OFFICER = "kruse", "okonkwo"


def fill_notices(count: int) -> int:
    """Let there be so many notices of the demonstration's police at its authority; returns how many."""
    from django.db import connection

    from augenmass.law.time import today
    from augenmass.notices.models import Notice
    from augenmass.record.models import Case

    police, officer = named(POLICE), named(OFFICER)
    cases = list(Case.objects.filter(body=officer.body_id).order_by("pk").values_list("pk", flat=True)[:5000])
    for start in range(Notice.objects.filter(receiver=officer.body_id).count(), count, CHUNK):
        _write(police, officer.body_id, cases, range(start, min(start + CHUNK, count)), today())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # so many arrive over years, and autovacuum has been there meanwhile
    return count


def _write(police: Any, receiver: int, cases: Sequence[int], numbers: range, day: date) -> None:
    from augenmass.record.ledger import book

    with book(police) as opened:
        opened.reserve(len(numbers))
        heads = [
            (opened.entry("notice.received"), _notice(police, receiver, cases, n, day, opened.at), n) for n in numbers
        ]
        for made, notice, _number in heads:
            made.seal_later(notice)
        opened.flush()  # gives the heads their ids
        for made, notice, number in heads:
            made.seal_later(_content(notice, number, day))
            made.refer(notice=notice.pk, kind=notice.kind)


def _notice(police: Any, receiver: int, cases: Sequence[int], number: int, day: date, at: Any) -> Any:
    from augenmass.notices.models import Notice

    kind, state = KINDS[number % len(KINDS)], STATES[number % len(STATES)]
    begun = day - timedelta(days=number % 300)
    return Notice(
        key=uuid4(), sender_id=police.body_id, sender_name=police.body.name, receiver_id=receiver, holder_id=receiver,
        kind=kind, provision=PROVISIONS[kind], channel="api", arrived_at=at, author_id=police.account_id, state=state,
        case_id=None if state == "unassigned" or not cases else cases[number % len(cases)],
        due=day + timedelta(days=number % 14 - 2),
        end_due=begun + timedelta(days=180) if kind == "proceedings_opened" else None,
        examined_on=day if state == "examined" else None,
    )  # fmt: skip


def _content(notice: Any, number: int, day: date) -> Any:
    from augenmass.notices.models import NoticeContent

    family, first = f"Familie{number % 9000}", f"Vorname{number % 700}"
    proceedings = notice.kind == "proceedings_opened"
    return NoticeContent(
        notice_id=notice.pk, family_name=family, first_names=first, born_on=date(1960, 1, 1) + timedelta(days=number % 15000),
        reference=f"{number} Js {number % 100}/26" if proceedings else "", offences="§ 242 StGB" if proceedings else "",
        occurred_on=day - timedelta(days=number % 300), text="" if proceedings else "Bei einer Kontrolle bekannt geworden.",
        name_key=" ".join(sorted((family.casefold(), first.casefold()))),
        reference_key=f"{number}js{number % 100}26" if proceedings else "",
    )  # fmt: skip


def of_notices(report: Any, base: str) -> None:
    """Measure the pages of a running server with the demonstration's people signed in."""
    from bench.browser import Reader

    desk, police = Reader(base, OFFICER), Reader(base, POLICE)
    inbox = "/mitteilungen/"
    pages: tuple[tuple[str, Any, str], ...] = (
        ("Mitteilungen: zu prüfen", desk, inbox),
        ("Mitteilungen: zu prüfen, Seite 100", desk, f"{inbox}?page=100"),
        ("Mitteilungen: ohne Fall", desk, f"{inbox}?ansicht=unassigned"),
        ("Mitteilungen: Ausgang fehlt", desk, f"{inbox}?ansicht=awaited"),
        ("Mitteilungen: geprüft", desk, f"{inbox}?ansicht=examined"),
        ("Mitteilungen: eine", desk, _one()),
        ("Mitteilungen: gesendet", police, f"{inbox}gesendet/"),
    )
    for name, reader, address in pages:
        times = [reader.get(address)[1] for _ in range(TIMES + 1)][1:]
        report.add_times(name, times, TARGET_MS, TARGET_MS * 2)


def _one() -> str:
    from augenmass.notices.models import Notice

    number = Notice.objects.filter(state="open").order_by("pk").values_list("number", flat=True)[0]
    return f"/mitteilungen/{number}/"
