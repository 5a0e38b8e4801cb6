"""The form of a draft by the letter that it is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from augenmass.letters.rules.draft import WarningDraft
from augenmass.letters.rules.fixed import HEARING
from augenmass.letters.rules.hearing import HearingDraft

WARNING = "departure_warning"
FORMS: Mapping[str, type[WarningDraft] | type[HearingDraft]] = {WARNING: WarningDraft, HEARING: HearingDraft}
"""Letters that an officer writes in a form; every other one is signed in one go."""


@dataclass(frozen=True, slots=True)
class PlainDraft:
    """What is chosen for a letter that has no form: the further language and how it leaves the house."""

    second_language: str = ""
    dispatch_method: str = "post"

    def to_json(self) -> dict[str, Any]:
        """Plain JSON for the draft row."""
        return asdict(self)


Draft = WarningDraft | HearingDraft | PlainDraft


def read_draft(template: str, raw: Mapping[str, Any]) -> Draft:
    """The entries of a letter as they are kept."""
    form = FORMS.get(template)
    if form is not None:
        return form.from_json(raw)
    return PlainDraft(raw.get("second_language", ""), raw.get("dispatch_method", "post"))
