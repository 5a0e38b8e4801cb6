"""The record of a funded return: exactly the particulars that AufenthG § 86a (1) lists, and to which body they went."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Body
from augenmass.record.models import Sealed

LISTED = (
    "family_name",
    "birth_name",
    "given_names",
    "spelling",
    "marital_status",
    "date_of_birth",
    "birth_place",
    "birth_country",
    "birth_district",
    "sex",
    "doctorate",
    "nationalities",
    "target_state",
    "funding_kind",
    "funding_extent",
    "funding_reason",
    "departure",
    "expelled",
)
"""The closed list of AufenthG § 86a (1) S. 3 and 4, in its order. Nothing else can be written down here."""


class FundedReturn(Sealed):
    """One transmission; it stays as it was sent until it is erased, ten years later at the latest (§ 86a (1) S. 5)."""

    class Purpose(models.TextChoices):
        CARRYING_OUT = "carrying_out", _("Durchführung der Maßnahme (§ 86a Abs. 1 S. 2 Nr. 1)")
        COORDINATION = "coordination", _("Koordinierung durch das Bundesamt (Nr. 2)")
        PROPER_USE = "proper_use", _("zweckgemäße Verwendung und Rückforderung (Nr. 3)")

    class MaritalStatus(models.TextChoices):
        SINGLE = "single", _("ledig")
        MARRIED = "married", _("verheiratet oder in Lebenspartnerschaft")
        DIVORCED = "divorced", _("geschieden oder Lebenspartnerschaft aufgehoben")
        WIDOWED = "widowed", _("verwitwet")
        UNKNOWN = "unknown", _("nicht bekannt")

    class Sex(models.TextChoices):
        FEMALE = "female", _("weiblich")
        MALE = "male", _("männlich")
        DIVERSE = "diverse", _("divers")
        UNKNOWN = "unknown", _("ohne Angabe")

    class Departure(models.TextChoices):
        NOT_YET = "not_yet", _("noch nicht ausgereist")
        VOLUNTARY = "voluntary", _("freiwillig ausgereist")
        REMOVED = "removed", _("abgeschoben")
        SENT_BACK = "sent_back", _("zurückgeschoben")
        UNKNOWN = "unknown", _("nicht bekannt")

    class Expelled(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nein")
        UNKNOWN = "unknown", _("nicht bekannt")

    SEALED = ("id", "sender_id", "receiver_id", "purpose", *LISTED)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sender = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20, choices=Purpose)
    sent_on = models.DateField()
    erase_by = models.DateField(db_index=True)

    family_name = models.CharField(_("Familienname"), max_length=200)
    birth_name = models.CharField(_("Geburtsname"), max_length=200, blank=True)
    given_names = models.CharField(_("Vornamen"), max_length=200)
    spelling = models.CharField(_("Schreibweise der Namen nach deutschem Recht"), max_length=400, blank=True)
    marital_status = models.CharField(_("Familienstand"), max_length=20, choices=MaritalStatus)
    date_of_birth = models.CharField(_("Geburtsdatum"), max_length=10)
    birth_place = models.CharField(_("Geburtsort"), max_length=200, blank=True)
    birth_country = models.CharField(_("Geburtsland"), max_length=100, blank=True)
    birth_district = models.CharField(_("Geburtsbezirk"), max_length=200, blank=True)
    sex = models.CharField(_("Geschlecht"), max_length=10, choices=Sex)
    doctorate = models.CharField(_("Doktorgrad"), max_length=50, blank=True)
    nationalities = models.CharField(_("Staatsangehörigkeiten"), max_length=200)
    target_state = models.CharField(_("Zielstaat der Förderung"), max_length=100)
    funding_kind = models.CharField(_("Art der Förderung"), max_length=200)
    funding_extent = models.CharField(_("Umfang der Förderung"), max_length=200)
    funding_reason = models.CharField(_("Begründung der Förderung"), max_length=1000)
    departure = models.CharField(_("Ausreise"), max_length=10, choices=Departure)
    expelled = models.CharField(_("Wurde die Person ausgewiesen?"), max_length=10, choices=Expelled)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return str(self.key)
