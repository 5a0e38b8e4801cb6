"""A small client of the interface for programs. Standard library only: this one file can be copied into another program.

    client = Client("https://augenmass.example.de", token)
    for case in client.cases(lane="clarify"):
        print(case.number, [step.label for step in client.steps(case.key).possible])

Every refusal is a ``Problem`` with the members of the answer; of ``kind`` ``too-many`` the client waits once by itself.
"""

import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID, uuid4

KIND = "urn:augenmass:problem:"
LONGEST_WAIT = 60


class Problem(Exception):
    """The interface refused; ``kind`` is stable (``overtaken``, ``not-there``, …), ``members`` is the whole answer."""

    def __init__(self, status: int, members: Mapping[str, Any], retry_after: int = 0) -> None:
        super().__init__(f"{status} {members.get('detail') or members.get('title') or 'no problem details'}")
        self.status = status
        self.kind = str(members.get("type", "")).removeprefix(KIND)
        self.members = members
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Named:
    """A key of the vocabulary or the catalogue with its label."""

    id: str
    label: str

    @classmethod
    def read(cls, answer: Mapping[str, Any] | None) -> "Named | None":
        return cls(answer["id"], answer["label"]) if answer is not None else None


def _named(answer: Mapping[str, Any]) -> Named:
    return Named(answer["id"], answer["label"])


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the list; what the token's owner does not learn is None or empty."""

    key: UUID
    number: str
    name: str | None
    born: str | None
    lane: Named | None
    next_step: Named | None
    due: date | None

    @classmethod
    def read(cls, answer: Mapping[str, Any]) -> Self:
        return cls(
            key=UUID(answer["key"]),
            number=answer["number"],
            name=answer["name"],
            born=answer["born"],
            lane=Named.read(answer["lane"]),
            next_step=Named.read(answer["next_step"]),
            due=date.fromisoformat(answer["due"]) if answer["due"] else None,
        )


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its origin; ``value`` is canonical, ``text`` as people read it."""

    id: int
    name: str
    label: str
    value: str
    text: str
    known_at: datetime
    source: str
    disputed: bool

    @classmethod
    def read(cls, answer: Mapping[str, Any]) -> Self:
        return cls(
            id=answer["id"],
            name=answer["name"],
            label=answer["label"],
            value=answer["value"],
            text=answer["text"],
            known_at=datetime.fromisoformat(answer["known_at"]),
            source=answer["source"],
            disputed=answer["disputed"],
        )


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stands against a step; ``id`` is None where it is a fact that may not be seen."""

    kind: str
    id: str | None
    label: str | None
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """A step that cannot be taken, with what stands against it."""

    step: Named
    answer: str
    blockers: tuple[Blocker, ...]

    @classmethod
    def read(cls, answer: Mapping[str, Any]) -> Self:
        blockers = (Blocker(one["kind"], one["id"], one["label"], tuple(one["who"])) for one in answer["blockers"])
        return cls(_named(answer["step"]), answer["answer"], tuple(blockers))


@dataclass(frozen=True, slots=True)
class Draft:
    """A step under way. A human signs it at ``page``."""

    key: UUID
    step: Named
    state: str
    page: str

    @classmethod
    def read(cls, answer: Mapping[str, Any]) -> Self:
        return cls(UUID(answer["key"]), _named(answer["step"]), answer["state"], answer["page"])


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of a case; ``version`` is sent back with a draft."""

    version: int | None
    possible: tuple[Named, ...]
    blocked: tuple[Blocked, ...]
    under_way: tuple[Draft, ...]

    @classmethod
    def read(cls, answer: Mapping[str, Any]) -> Self:
        return cls(
            version=answer["version"],
            possible=tuple(_named(one["step"]) for one in answer["possible"]),
            blocked=tuple(Blocked.read(one) for one in answer["blocked"]),
            under_way=tuple(Draft.read(one) for one in answer["under_way"]),
        )


@dataclass(frozen=True, slots=True)
class Referral:
    """A case that one body asked another to take over; ``case`` is None where it cannot be read now.

    ``state`` is ``in_progress`` until a human of the receiver answers at ``page``, or the sender takes it back. A list leaves
    ``reason``, ``answer_reason``, ``missing`` and ``page`` empty.
    """

    key: UUID
    case: UUID | None
    number: str
    sender: str
    receiver: str
    direction: str
    state: str
    answer_by: date | None
    reason: str | None
    answer_reason: str | None
    missing: tuple[str, ...]
    page: str

    @classmethod
    def read(cls, answer: Mapping[str, Any]) -> Self:
        return cls(
            key=UUID(answer["key"]),
            case=UUID(answer["case"]) if answer["case"] else None,
            number=answer["number"],
            sender=answer["sender"]["name"],
            receiver=answer["receiver"]["name"],
            direction=answer["direction"],
            state=answer["state"],
            answer_by=date.fromisoformat(answer["answer_by"]) if answer["answer_by"] else None,
            reason=answer.get("reason"),
            answer_reason=answer.get("answer_reason"),
            missing=tuple(answer.get("missing", ())),
            page=answer.get("page", ""),
        )


class Client:
    """Calls one installation by one token. Raises ``Problem`` for every refusal, ``OSError`` where nobody answers."""

    def __init__(self, base: str, token: str, language: str = "de", timeout: float = 30) -> None:
        if urllib.parse.urlsplit(base).scheme not in {"http", "https"}:
            raise ValueError("the address begins with https://")
        self._base = base.rstrip("/") + "/api/v1"
        self._headers = {"Authorization": f"Bearer {token}", "Accept": "application/json", "Accept-Language": language}
        self._timeout = timeout

    def cases(self, **filters: str) -> Iterator[Case]:
        """Every case that meets the filters (``search``, ``lane``, ``step``, …), page by page."""
        yield from (Case.read(one) for one in self._pages("/cases", "cases", filters))

    def facts(self, case: UUID) -> list[Fact]:
        """The facts of a case that hold today and may be read."""
        return [Fact.read(one) for one in self._call("GET", f"/cases/{case}/facts")]

    def history(self, case: UUID, name: str) -> list[Fact]:
        """Every value recorded under a name, newest first."""
        return [Fact.read(one) for one in self._call("GET", f"/cases/{case}/facts/{urllib.parse.quote(name)}")]

    def establish(
        self, case: UUID, name: str, value: str, *, seen: Fact | None, note: str = "", source: str = ""
    ) -> Fact:
        """Record a value; ``seen`` is the one that was read before. A ``Problem`` of kind ``overtaken`` says that it changed."""
        sent = {"name": name, "value": value, "note": note, "source": source, "seen_fact_id": seen.id if seen else None}
        return Fact.read(self._call("POST", f"/cases/{case}/facts", sent=sent))

    def dispute(self, case: UUID, fact: Fact, reason: str) -> None:
        """Mark a value as disputed."""
        self._call("POST", f"/cases/{case}/facts/{fact.id}/disputes", sent={"reason": reason})

    def steps(self, case: UUID) -> Steps:
        """What can be taken, what is blocked and by what, what is under way."""
        return Steps.read(self._call("GET", f"/cases/{case}/steps"))

    def begin(
        self,
        case: UUID,
        step: str,
        *,
        inputs: Mapping[str, str],
        reasons: str,
        version: int,
        submission: UUID | None = None,
    ) -> Draft:
        """Begin a step as a draft. Give the same ``submission`` again when an answer was lost: it makes one draft."""
        sent = {
            "inputs": dict(inputs),
            "reasons": reasons,
            "seen_version": version,
            "submission": str(submission or uuid4()),
        }
        return Draft.read(self._call("POST", f"/cases/{case}/steps/{urllib.parse.quote(step)}/drafts", sent=sent))

    def referrals(self, **filters: str) -> Iterator[Referral]:
        """Every referral that meets the filters (``direction``, ``state``, ``case``), page by page."""
        yield from (Referral.read(one) for one in self._pages("/referrals", "referrals", filters))

    def referral(self, key: UUID) -> Referral:
        """One referral with its answer."""
        return Referral.read(self._call("GET", f"/referrals/{key}"))

    def receivers(self) -> dict[str, str]:
        """The bodies to which a case can be referred: names by key."""
        return {one["key"]: one["name"] for one in self._call("GET", "/receivers")}

    def refer(
        self,
        case: UUID,
        receiver: str,
        *,
        matter: str,
        provision: str,
        reason: str,
        deadline: date,
        submission: UUID | None = None,
    ) -> Referral:
        """Ask another body to take a case over. Give the same ``submission`` again when an answer was lost: it is the referral's key."""
        sent = {
            "receiver": receiver,
            "matter": matter,
            "provision": provision,
            "reason": reason,
            "deadline": deadline.isoformat(),
            "submission": str(submission or uuid4()),
        }
        return Referral.read(self._call("POST", f"/cases/{case}/referrals", sent=sent))

    def revoke(self, referral: UUID, reason: str = "") -> Referral:
        """Take a referral back. A ``Problem`` of kind ``overtaken`` says that the other body answered first."""
        return Referral.read(self._call("POST", f"/referrals/{referral}/revocation", sent={"reason": reason}))

    def send_statement(self, statement: Mapping[str, Any]) -> None:
        """Hand in a signed statement of a counselling service. The same one again changes nothing."""
        self._call("POST", "/statements", sent=dict(statement))

    def houses(self) -> dict[UUID, str]:
        """The houses of the token's body that are open: names by key."""
        return {UUID(one["key"]): one["name"] for one in self._call("GET", "/houses") if not one["closed"]}

    def report_event(
        self, house: UUID, event: str, number: str, happened_at: datetime, *, submission: UUID, **more: str
    ) -> str:
        """Report what happened in a house; gives back what the sender should know, "" for nothing.

        ``more``: ``family_name`` and ``first_names`` of somebody new, ``to_house`` or ``to_postcode`` and ``to_place`` of
        a transfer. Give the same ``submission`` again when an answer was lost.
        """
        sent = {"house": str(house), "event": event, "number": number, "happened_at": happened_at.isoformat(), **more}
        return str(self._call("POST", "/accommodation-events", sent={**sent, "submission": str(submission)})["note"])

    def _pages(self, path: str, name: str, filters: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
        page: int | None = 1
        while page is not None:
            answer = self._call("GET", path, {**filters, "page": str(page), "page_size": "100"})
            yield from answer[name]
            page = answer["next"]

    def _call(self, method: str, path: str, query: Mapping[str, str] | None = None, sent: object = None) -> Any:
        try:
            return self._once(method, path, query, sent)
        except Problem as refused:
            if refused.kind != "too-many" or not 0 < refused.retry_after <= LONGEST_WAIT:
                raise
            time.sleep(refused.retry_after)
        return self._once(method, path, query, sent)

    def _once(self, method: str, path: str, query: Mapping[str, str] | None, sent: object) -> Any:
        address = self._base + path + (f"?{urllib.parse.urlencode(query)}" if query else "")
        content = json.dumps(sent).encode() if sent is not None else None
        headers = self._headers | ({"Content-Type": "application/json"} if content is not None else {})
        request = urllib.request.Request(address, content, headers, method=method)  # noqa: S310  the scheme was checked
        try:
            with urllib.request.urlopen(request, timeout=self._timeout) as answer:  # noqa: S310
                read = answer.read()
        except urllib.error.HTTPError as error:
            with error:
                raise _problem(error) from error
        return json.loads(read) if read else None


def _problem(error: urllib.error.HTTPError) -> Problem:
    wait = error.headers.get("Retry-After", "")
    try:
        members = json.loads(error.read())
    except ValueError:
        members = {}
    return Problem(error.code, members if isinstance(members, dict) else {}, int(wait) if wait.isdecimal() else 0)
