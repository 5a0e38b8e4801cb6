"""The two time axes of a question: what was true on a day, as known at the end of a day."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from augenmass.doors.api.problems import Refused
from augenmass.law.catalogue import BEGINS
from augenmass.law.time import BERLIN, today


class AsOfQuery(Schema):
    """Both left out: as it stands now."""

    true_on: date | None = Field(default=None, description="The day that is asked about; left out: today.")
    known_on: date | None = Field(default=None, description="Only what was known at the end of this day (Berlin).")

    def moments_of_law(self) -> "AsOf":
        """The same for a question to the law. Raises ``Refused`` for a day before the catalogue begins."""
        asked = self.moments()
        if asked.true_on < BEGINS:
            begins = date_format(BEGINS, "SHORT_DATE_FORMAT")
            detail = _("Der Rechtskatalog beginnt am %(day)s. Für frühere Tage ist nichts festgestellt.") % {
                "day": begins
            }
            raise Refused("invalid", detail)
        return asked

    def moments(self) -> "AsOf":
        """The day that is asked about, and the moment of knowing (None: now)."""
        known = datetime.combine(self.known_on, time.max, tzinfo=BERLIN) if self.known_on else None
        return AsOf(self.true_on or today(), known)


@dataclass(frozen=True, slots=True)
class AsOf:
    """A point on both axes."""

    true_on: date
    known_at: datetime | None
