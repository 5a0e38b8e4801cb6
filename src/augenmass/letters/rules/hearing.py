"""What the officer enters for a hearing letter, as it is kept with the draft (VwVfG § 28 (1))."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from augenmass.letters.document import Paragraph
from augenmass.letters.rules.inputs import Gap
from augenmass.letters.rules.period import LEAST_REASON


class Intended(StrEnum):
    """The decision that the person is heard about; the value is the key of its passage."""

    WARNING = "warning"
    REVOCATION = "revocation"


@dataclass(frozen=True, slots=True)
class HearingDraft:
    """The officer's entries. ``until`` is an ISO day that the step sets; ``health``: the notice of AufenthG § 60a (2d) sentence 4."""

    intended: str = Intended.WARNING.value
    facts: str = ""
    until: str = ""
    health: bool = True
    second_language: str = ""
    dispatch_method: str = "post"
    bound: tuple[str, ...] = ()
    """Names of the entries that come from the step that the letter belongs to; they are changed there."""

    def with_step(self, inputs: Mapping[str, str], reasons: str) -> HearingDraft:
        """The draft with the last day that the step sets; its reasons begin the text that the letter gives the person."""
        until = inputs.get("hearing_until", "")
        return replace(self, until=until, facts=self.facts or reasons, bound=("until",))

    def keeping_bound(self, before: HearingDraft) -> HearingDraft:
        """This draft with the bound entries of ``before``."""
        kept: dict[str, Any] = {name: getattr(before, name) for name in before.bound}
        return replace(self, **kept, bound=before.bound)

    def gaps(self, on: date) -> Iterable[Gap]:
        """What is missing on the day of the letter."""
        if len(self.facts.strip()) < LEAST_REASON:
            yield _NO_FACTS
        if not self.until or date.fromisoformat(self.until) <= on:
            yield _NO_TIME

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The officer's words, a paragraph for each block between empty lines."""
        parts = self.facts.replace("\r\n", "\n").split("\n\n")
        return tuple(Paragraph(part.strip()) for part in parts if part.strip())

    def to_json(self) -> dict[str, Any]:
        """Plain JSON for the draft row."""
        return asdict(self) | {"bound": list(self.bound)}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> HearingDraft:
        """Read a draft row; what it lacks takes its default, what this form does not know is dropped."""
        known = {field.name for field in fields(cls)}
        kept: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in raw.items() if k in known}
        return cls(**kept)


_NO_FACTS = Gap(
    "facts",
    "Beschreiben Sie die Tatsachen, die für die Entscheidung erheblich sind (§ 28 Absatz 1 VwVfG).",
    "Describe the facts that matter for the decision (VwVfG § 28 (1)).",
)
_NO_TIME = Gap(
    "until",
    "Die Äußerungsfrist fehlt oder ist schon abgelaufen. Setzen Sie im Schritt einen Tag, der Zeit für Post und Beratung lässt (§ 28 Absatz 1 VwVfG).",
    "The time to respond is missing or has ended. Set a day in the step that leaves time for the post and for advice (VwVfG § 28 (1)).",
)
