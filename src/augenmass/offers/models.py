"""Offers, their opening hours, files that are being taken over, and outlines for the map. Nothing here is about a person."""

import uuid
from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from augenmass.directory.models import Account, Body
from augenmass.law.time import today
from augenmass.offers.rules.entry import OLD_DAYS, Entry
from augenmass.offers.rules.geography import Place
from augenmass.offers.rules.vocabulary import DAYS, FEATURES, KINDS, Kind


def _yes_no() -> "models.BooleanField[bool | None, bool | None]":
    return models.BooleanField(null=True, blank=True)


class Offer(models.Model):
    """An offer on the spot. A closed one stays and is shown nowhere but to the body that keeps it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """From the form: the same form sent twice makes one entry."""
    body = models.ForeignKey(Body, on_delete=models.PROTECT, db_index=False, related_name="+")
    """Which keeps the entry."""
    code = models.CharField(max_length=60)
    """Names the entry in the body's files (Kennung)."""
    kind = models.CharField(max_length=30, choices=[(kind.value, de) for kind, (_need, de, _en) in KINDS.items()])
    need = models.CharField(max_length=20)
    """What it is good for (``rules.vocabulary.NEEDS``), as its kind says."""
    name = models.CharField(max_length=200)
    carrier = models.CharField(max_length=200, blank=True)
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=5, blank=True)
    town = models.CharField(max_length=100, blank=True)
    ags = models.CharField(max_length=8)
    municipality = models.CharField(max_length=100)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    languages = models.CharField(max_length=100, blank=True)
    """Codes with a space before and after each, for the search."""
    step_free = _yes_no()
    lift = _yes_no()
    toilet = _yes_no()
    parking = _yes_no()
    induction_loop = _yes_no()
    sign_language = _yes_no()
    plain_language = _yes_no()
    hours_note = models.CharField(max_length=300, blank=True)
    free_places = models.PositiveSmallIntegerField(null=True, blank=True)
    free_places_on = models.DateField(null=True, blank=True)
    costs = models.CharField(max_length=300, blank=True)
    requirements = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    email = models.CharField(max_length=200, blank=True)
    web = models.CharField(max_length=300, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    own_wish = models.BooleanField(default=False)
    """The office asked to be listed; return counselling is listed only then."""
    closed_on = models.DateField(null=True, blank=True)
    words = models.TextField()
    """Name, carrier and place in plain letters, for the search."""
    version = models.PositiveIntegerField(default=0)
    """Counts writes: who writes has read the newest."""
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["municipality", "name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "code"], name="offer_code_in_body"),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                name="offer_has_both_degrees_or_none",
            ),
            models.CheckConstraint(
                condition=~Q(kind=Kind.RETURN_COUNSELLING.value) | Q(own_wish=True),
                name="return_counselling_asked_to_be_listed",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["municipality", "name", "id"], name="offers_in_order"),
            models.Index(fields=["need", "municipality", "name"], name="offers_of_need"),
            models.Index(fields=["ags", "municipality"], name="offers_of_municipality"),
            models.Index(fields=["municipality", "ags", "closed_on", "valid_until"], name="offers_by_municipality"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> Place | None:
        """Where it lies, if that is known."""
        if self.latitude is None or self.longitude is None:
            return None
        return Place(self.latitude, self.longitude)

    @property
    def entry(self) -> Entry:
        """The offer as plain values; reads its opening hours."""
        days: list[list[tuple[int, int]]] = [[] for _day in DAYS]
        for span in self.spans.all():
            days[span.weekday].append((span.opens, span.closes))
        plain = ("code", "name", "carrier", "street", "postcode", "town", "ags", "municipality", "hours_note")
        more = ("free_places", "free_places_on", "costs", "requirements", "phone", "email", "web")
        rest = ("valid_until", "source", "confirmed_on", "own_wish")
        return Entry(
            kind=Kind(self.kind),
            place=self.place,
            languages=tuple(self.languages.split()),
            features={key: value for key in FEATURES if (value := getattr(self, key)) is not None},
            hours=tuple(tuple(spans) for spans in days),
            **{part: getattr(self, part) for part in (*plain, *more, *rest)},
        )

    @property
    def places_are_old(self) -> bool:
        """Whether the statement on free places is so old that one should ask."""
        return self.free_places_on is not None and today() - self.free_places_on > timedelta(days=OLD_DAYS)

    def held_on(self, day: date) -> bool:
        """Whether it is offered on a day, as far as the directory knows."""
        return self.closed_on is None and (self.valid_until is None or self.valid_until >= day)


class Span(models.Model):
    """From when to when an offer is open on a weekday; minutes after midnight."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, db_index=False, related_name="spans")
    weekday = models.PositiveSmallIntegerField()
    """0 is Monday."""
    opens = models.PositiveSmallIntegerField()
    closes = models.PositiveSmallIntegerField()

    class Meta:
        ordering: ClassVar = ["weekday", "opens"]
        indexes: ClassVar = [models.Index(fields=["offer", "weekday", "opens", "closes"], name="spans_of_offer")]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.weekday} {self.opens}-{self.closes}"


class OfferFile(models.Model):
    """A file that was uploaded: looked at first, taken over when somebody confirms it. It goes after some weeks."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet auf Bestätigung")
        TAKEN = "taken", _("übernommen")
        DISCARDED = "discarded", _("verworfen")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    result = models.JSONField(default=dict)
    """Numbers of what was done."""
    uploaded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class Outline(models.Model):
    """The outline of a district, drawn behind the offers; loaded by the operator."""

    name = models.CharField(max_length=200)
    rings = models.JSONField()
    """Rings of points ``[longitude, latitude]`` in degrees."""
    south = models.FloatField()
    north = models.FloatField()
    west = models.FloatField()
    east = models.FloatField()

    class Meta:
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
