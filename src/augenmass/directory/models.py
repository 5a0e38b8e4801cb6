"""Bodies, their units and people, and who stands in for whom."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from augenmass.directory.roles import ROLE_LABELS, Role


class Body(models.Model):
    """A public body (or a court as addressee): the unit of responsibility and of visibility."""

    class Kind(models.TextChoices):
        FOREIGNERS_AUTHORITY = "foreigners_authority", _("Ausländerbehörde")
        CENTRAL_RETURN_OFFICE = "central_return_office", _("Zentrale Rückkehrstelle")
        RECEPTION_CENTRE = "reception_centre", _("Aufnahmeeinrichtung")
        MINISTRY = "ministry", _("Ministerium")
        POLICE = "police", _("Polizei")
        MUNICIPALITY = "municipality", _("Gemeinde")
        COUNSELLING = "counselling", _("Beratungsstelle (öffentlich)")
        COUNSELLING_PRIVATE = "counselling_private", _("Beratungsstelle (freier Träger)")
        YOUTH_WELFARE = "youth_welfare", _("Jugendamt")
        BENEFITS = "benefits", _("Leistungsbehörde")
        COURT = "court", _("Gericht")
        OPERATION = "operation", _("Betrieb der Anwendung")

    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=30, choices=Kind)
    name = models.CharField(max_length=200)
    land = models.CharField(max_length=2)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    town = models.CharField(max_length=100, blank=True)
    telephone = models.CharField(max_length=50, blank=True)
    email = models.EmailField(blank=True)
    dissolved_on = models.DateField(null=True, blank=True)
    """From this day on nobody acts for the body and nothing is referred to it; its history stays."""
    looked_at_until = models.DateTimeField(null=True, blank=True)
    """Until when, at the latest, an operator that the body let in may look at its pages; spares every page a question."""
    policies = models.JSONField(default=dict, blank=True)
    """Organisational rules of the body, e.g. ``{"second_person": {"arrange_removal": true}}``."""

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def asks_second_person(self, step: str, default: bool) -> bool:
        """Whether the body lets a second person sign the step (an organisational rule, no statute asks for it)."""
        return bool(self.policies.get("second_person", {}).get(step, default))


class Unit(models.Model):
    """A team inside a body."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="units")
    key = models.SlugField(max_length=60)
    name = models.CharField(max_length=200)
    closed_on = models.DateField(null=True, blank=True)
    """From this day on nothing is given to the team; what it did stays under its name."""

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["body", "key"], name="unit_key_in_body")]

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    """Creates accounts; there are no superusers."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(username=username.lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A natural person who signs in."""

    username = models.CharField(_("Benutzername"), max_length=150, unique=True)
    name = models.CharField(_("Name"), max_length=200)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=50, blank=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    """Invented person of the demonstration; a production start refuses to run while one exists."""

    known_memberships: "list[Membership]"
    """Set where the account was read for a session; see ``directory.backend``."""

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = AccountManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Membership(models.Model):
    """A role that a person holds in a body from one day to another (both included)."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="memberships")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    role = models.CharField(max_length=30, choices=[(role.value, ROLE_LABELS[role]) for role in Role])
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["account", "valid_from"])]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role} {self.body_id}"


class Absence(models.Model):
    """Days (both included) on which a person is away, and who stands in."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="absences")
    stand_in = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="stands_in_for")
    first_day = models.DateField()
    last_day = models.DateField()
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["first_day"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="absence_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~models.Q(account=models.F("stand_in")), name="nobody_stands_in_for_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.first_day} - {self.last_day}"
