"""A stock of agreements: those of the demonstration are written again and again for invented people, through the ledger.

A copy has the editions, texts, signatures, steps, promises and talks of its original, with days of its own. Signatures are sealed and stand
in the chain as the program writes them. The file of a signed copy is a stand-in: forty kilobytes a hundred thousand times are no question of speed.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

CHUNK = 500
PAPER = b"%PDF-1.4 invented"
OPEN_EVERY = 9
"""Of so many steps one is not done."""
SPREAD, LATE = 60, 3
"""Talks are due over so many days, from so many days ago."""


@dataclass(slots=True)
class Originals:
    """The agreements that are copied, with their rows as plain columns, and who signs the copies."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    signing_key: int = 0


def originals(counsellor: Any) -> Originals:
    """The signed agreements of the demonstration in the counsellor's body."""
    from augenmass.agreements.models import Agreement, SignedCopy

    found = Originals(signing_key=SignedCopy.objects.values_list("signing_key", flat=True)[0])
    held = Agreement.objects.filter(body=counsellor.body, editions__copy__isnull=False).distinct().order_by("pk")
    for one in held.select_related("participant"):
        editions = [
            (
                {name: value for name, value in row.items() if name not in ("id", "key", "agreement_id")},
                list(one.editions.get(number=row["number"]).signatures.values("side", "method", "name", "for_minor")),
            )
            for row in one.editions.order_by("number").values()
        ]
        found.rows.append(
            {
                "participant": {
                    "language": one.participant.language,
                    "name": one.participant.name,
                    "guardian": one.participant.guardian,
                },
                "agreement": {"situation": one.situation, "form": one.form, "state": one.state, "version": one.version},
                "editions": editions,
                "steps": list(one.steps.values("key", "side", "what", "due")),
                "promises": list(one.promises.values("key", "provider", "email", "service", "due", "state")),
                "talks": one.reviews.count(),
            }
        )
    return found


class Writing:
    """Writes blocks of copies, each into one body."""

    def __init__(self, found: Originals, today: date) -> None:
        self._found, self._today, self._number = found, today, 0

    def into(self, actor: Any, team: Sequence[int], copies: int, cases: Sequence[int] = ()) -> None:
        """Write so many copies into a body, in turn for each counsellor; the first are joined to these cases."""
        cases = list(cases)
        for size in _chunks(copies):
            self._write(actor, team, size, [cases.pop() if cases else None for _ in range(size)])

    def _write(self, actor: Any, team: Sequence[int], size: int, cases: Sequence[int | None]) -> None:
        from augenmass.record.ledger import book

        with book(actor) as opened:
            opened.reserve(size * 3)
            rows = _Rows()
            for case in cases:
                self._copy(opened, rows, actor.body_id, team, case)
                self._number += 1
            rows.insert()

    def _copy(self, opened: Any, rows: "_Rows", body_id: int, team: Sequence[int], case: int | None) -> None:
        from augenmass.agreements.models import Agreement, Participant

        number = self._number
        original = self._found.rows[number % len(self._found.rows)]
        account = team[number % len(team)]
        person = rows.add(
            Participant, **original["participant"] | {"name": f"{original['participant']['name']} {number}"},
            key=uuid4(), body_id=body_id, email=f"person{number}@example.org", reminded=True, by_letter=False, address="",
            simple_german=False, case_id=case, born_on=None,
        )  # fmt: skip
        state = original["agreement"]["state"]
        begun = opened.at - timedelta(days=60 + number % 300)
        ended = None if state == "active" else self._today - timedelta(days=number % 50)
        made = rows.add(
            Agreement, **original["agreement"], key=uuid4(), body_id=body_id, participant_id=person.pk,
            counsellor_id=account, begun_at=begun, ended_on=ended, join_digest="", next_talk=None, first_due=None,
        )  # fmt: skip
        opened.entry("agreement.begun").refer(agreement=made.pk)
        keys = {str(promise["key"]): str(uuid4()) for promise in original["promises"]}
        self._editions(opened, rows, made, original, keys)
        self._follow(opened, rows, made, original, keys)

    def _editions(self, opened: Any, rows: "_Rows", made: Any, original: dict[str, Any], keys: dict[str, str]) -> None:
        from augenmass.agreements.models import Edition, KeptFile, Signature, SignedCopy

        signed = opened.entry("agreement.counsellor_signed")
        signed.refer(agreement=made.pk)
        for columns, signatures in original["editions"]:
            content = columns["content"] | {"promises": [keys[key] for key in columns["content"]["promises"]]}
            edition = rows.add(Edition, **columns | {"content": content}, key=uuid4(), agreement_id=made.pk)
            for one in signatures:
                digest, day = columns["digest"], columns["signed_on"] or self._today
                own = {"edition_id": edition.pk, "text_digest": digest, "signed_on": day, "at": opened.at}
                signed.seal_later(Signature(**one, **own, scan_sha256=""))
            if len(signatures) == 2:
                content_of = PAPER + str(edition.pk).encode()
                file = rows.add(
                    KeptFile, agreement_id=made.pk, sha256=hashlib.sha256(content_of).hexdigest(),
                    media_type="application/pdf", content=content_of,
                )  # fmt: skip
                rows.add(
                    SignedCopy, edition_id=edition.pk, file_id=file.pk, signing_key_id=self._found.signing_key,
                    made_by_id=signed.action_id,
                )  # fmt: skip

    def _follow(self, opened: Any, rows: "_Rows", made: Any, original: dict[str, Any], keys: dict[str, str]) -> None:
        from augenmass.agreements.models import Promise, Review, Step

        number, day = self._number, self._today
        open_: list[date] = []
        for place, step in enumerate(original["steps"]):
            waits = (number + place) % OPEN_EVERY == 0
            due = day + timedelta(days=(number * 7 + place) % SPREAD - LATE) if waits else day - timedelta(days=30)
            open_.extend([due] if waits else [])
            done = None if waits else due - timedelta(days=number % 20)
            rows.add(Step, **step | {"due": due}, agreement_id=made.pk, done_on=done, dropped_in_id=None)
        for promise in original["promises"]:
            open_.extend([promise["due"]] if promise["state"] == "accepted" else [])
            rows.add(
                Promise, **promise | {"key": UUID(keys[str(promise["key"])])}, agreement_id=made.pk, name_shown=False,
                accepted_on=day, answered_by="Stelle", note="", delivered_on=day if promise["state"] == "delivered" else None,
            )  # fmt: skip
        empty = {"notes": "", "moved_to": None, "moved_by": "", "interpreter_ordered": False, "held_on": None}
        held = day - timedelta(days=10 + number % 30)
        said = {"state": "held", "held_on": held, "notes": "Die Unterlagen sind vollständig."}
        for _ in range(original["talks"] - 1):
            rows.add(Review, **empty | said, key=uuid4(), agreement_id=made.pk, due=held)
        if original["agreement"]["state"] == "active":
            due = day + timedelta(days=number % SPREAD - LATE)
            rows.add(Review, **empty, key=uuid4(), agreement_id=made.pk, due=due, state="planned")
            made.next_talk = due
            open_.append(due)
        made.first_due = min(open_, default=None)
        opened.entry("agreement.review_held").refer(agreement=made.pk)


class _Rows:
    """Rows by table, with ids that are fetched in parts."""

    def __init__(self) -> None:
        self._by_table: dict[Any, list[Any]] = {}
        self._ids: dict[Any, list[int]] = {}

    def add(self, model: Any, **columns: Any) -> Any:
        from augenmass.record.bulk import new_row, reserve_ids

        ids = self._ids.setdefault(model, [])
        if not ids:
            ids.extend(reserve_ids(model, CHUNK)[::-1])
        row = new_row(model, id=ids.pop(), **columns)
        self._by_table.setdefault(model, []).append(row)
        return row

    def insert(self) -> None:
        from augenmass.record.bulk import insert_rows

        for model, rows in self._by_table.items():
            insert_rows(model, rows)


def _chunks(copies: int) -> Iterator[int]:
    while copies > 0:
        yield min(CHUNK, copies)
        copies -= CHUNK
