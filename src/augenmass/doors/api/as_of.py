"""The two time axes of a question: what was true on a day, as known at the end of a day."""

from dataclasses import dataclass
from datetime import date, datetime, time

from ninja import Schema
from pydantic import Field

from augenmass.law.time import BERLIN, today


class AsOfQuery(Schema):
    """Both left out: as it stands now."""

    true_on: date | None = Field(default=None, description="The day that is asked about; left out: today.")
    known_on: date | None = Field(default=None, description="Only what was known at the end of this day (Berlin).")

    def moments(self) -> "AsOf":
        """The day that is asked about, and the moment of knowing (None: now)."""
        known = datetime.combine(self.known_on, time.max, tzinfo=BERLIN) if self.known_on else None
        return AsOf(self.true_on or today(), known)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A point on both axes."""

    true_on: date
    known_at: datetime | None
